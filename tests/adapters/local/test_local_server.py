"""The bench's server: who is let in, what is taken, and how it starts and stops."""

import asyncio
import json
import logging
import uuid
from pathlib import Path

import aiohttp
import pytest

from adapters.local.server import PAGE
from bot.errors import BadConfig, StoreUnavailable, TryLater
from bot.model.event import Asked, Chose, Said
from bot.model.person import Account
from tests.adapters.local.house import EchoHouse, shown
from tests.adapters.local.visitor import Visitor


def act(**more: object) -> dict[str, object]:
    return {"key": str(uuid.uuid4()), "person": "ari", **more}


# Who is let in


async def test_nobody_gets_in_without_the_token(house: EchoHouse) -> None:
    base = house.adapter.url.split("/?")[0]
    async with aiohttp.ClientSession() as stranger:
        for path in ("/", "/?token=guess", "/?token=", "/page/page.js", "/stream", "/nowhere"):
            async with stranger.get(base + path) as answer:
                assert answer.status == 403, path
                assert "Set-Cookie" not in answer.headers


async def test_the_token_leaves_the_address_for_a_cookie_that_no_script_reads(
    house: EchoHouse,
) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(house.adapter.url, allow_redirects=False) as answer,
    ):
        assert (answer.status, answer.headers["Location"]) == (303, "/")
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "localhost:1"])
async def test_a_name_that_was_pointed_at_this_machine_is_turned_away(
    visitor: Visitor, host: str
) -> None:
    for path in ("/", "/stream", "/page/page.js"):
        headers = {"Host": host}
        async with visitor.session.get(visitor.base + path, headers=headers) as answer:
            assert answer.status == 403


@pytest.mark.parametrize("path", ["/say", "/tap", "/ask", "/join", "/wait"])
@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://127.0.0.1:1"])
async def test_another_site_cannot_post(
    house: EchoHouse, visitor: Visitor, path: str, origin: str
) -> None:
    status, code = await visitor.post(path, act(text="x", name="x", minutes=5), Origin=origin)
    assert (status, code) == (403, "not-here")
    assert house.events == []


async def test_a_form_of_another_site_cannot_post(visitor: Visitor, house: EchoHouse) -> None:
    status, _ = await visitor.post("/say", act(text="x"), Content_Type="text/plain")
    assert status == 415
    assert house.events == []


async def test_every_answer_forbids_what_the_page_does_not_need(visitor: Visitor) -> None:
    for path in ("/", "/page/page.js", "/page/nothing", "/nowhere", "/stream"):
        async with visitor.session.get(visitor.base + path) as answer:
            policy = answer.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Referrer-Policy"] == "no-referrer"
            assert answer.headers["Cache-Control"] == "no-store"
            assert "Server" not in answer.headers


async def test_only_files_of_the_page_are_served(visitor: Visitor) -> None:
    for name in ("../adapter.py", "..%2fadapter.py", "%2e%2e/adapter.py", "/etc/passwd", ""):
        async with visitor.session.get(f"{visitor.base}/page/{name}") as answer:
            assert answer.status in {403, 404}


def test_the_page_has_no_script_or_style_of_its_own_and_fetches_nothing_elsewhere() -> None:
    page = PAGE
    for file in page.iterdir():
        text = file.read_text()
        assert "innerHTML" not in text
        assert "style=" not in text
        assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


# What is taken


async def test_typed_words_become_an_event_of_that_person(
    house: EchoHouse, visitor: Visitor, key: str
) -> None:
    assert await visitor.say("  hello\nthere", key=key) == 204
    (event,) = house.events
    assert isinstance(event, Said)
    assert event.account == Account(platform="local", native="ari", name="Ari")
    assert event.key == f"local:{key}"
    assert (event.place, event.at) == ("dm", house.clock.now())
    assert event.text.open_for("test") == "  hello\nthere"


async def test_a_tap_and_a_command_become_events(house: EchoHouse, visitor: Visitor) -> None:
    tapped = act(question="q1", choices=["warm", "sore"])
    asked = act(command="share", options={"person": "bo"}, session="one")
    assert await visitor.post("/tap", tapped) == (204, "")
    assert await visitor.post("/ask", asked) == (204, "")
    tap, ask = house.events
    assert isinstance(tap, Chose)
    assert (tap.question, tap.choices) == ("q1", ("warm", "sore"))
    assert isinstance(ask, Asked)
    assert (ask.command, ask.options, ask.session) == ("share", {"person": "Bo"}, "one")


async def test_what_was_typed_stands_before_what_the_bot_answers(visitor: Visitor) -> None:
    await visitor.say("one")
    await visitor.say("two")
    assert await visitor.texts() == ["one", "You said: one", "two", "You said: two"]


async def test_the_same_key_twice_is_said_once(visitor: Visitor, key: str) -> None:
    assert [await visitor.say("hi", key=key) for _ in range(3)] == [204] * 3
    assert await visitor.texts() == ["hi", "You said: hi"]


async def test_a_hundred_thousand_characters_reach_the_core(
    house: EchoHouse, visitor: Visitor
) -> None:
    long = "ü🌱" * 50_000
    assert await visitor.say(long) == 204
    (event,) = house.events
    assert isinstance(event, Said)
    assert event.text.open_for("test") == long


BAD_BODIES = {
    "nothing": (b"", 400),
    "not JSON": (b"hello", 400),
    "not text": (b"\xff\xfe", 400),
    "half a character": (b'{"key":"k","person":"ari","text":"\\ud800"}', 400),
    "a list": (b"[]", 400),
    "deep": (b"[" * 100_000, 400),
    "no text": (json.dumps(act()).encode(), 400),
    "text that is a number": (json.dumps(act(text=1)).encode(), 400),
    "only spaces": (json.dumps(act(text=" \n ")).encode(), 400),
    "a key of no browser": (json.dumps(act(text="hi") | {"key": "k"}).encode(), 400),
    "nobody": (json.dumps(act(text="hi") | {"person": "zoe"}).encode(), 404),
    "nowhere": (json.dumps(act(text="hi", place="room:none")).encode(), 404),
    "another's chat": (json.dumps(act(text="hi", place="dm:bo")).encode(), 404),
    "too much": (json.dumps(act(text="x" * 1_100_000)).encode(), 413),
}


@pytest.mark.parametrize("name", BAD_BODIES)
async def test_a_bad_body_gets_a_kind_code_and_changes_nothing(
    house: EchoHouse, visitor: Visitor, name: str
) -> None:
    body, expected = BAD_BODIES[name]
    status, code = await visitor.post("/say", body)
    assert status == expected
    assert f'"{code}":' in _words() or f"  {code}:" in _words()
    assert house.events == []
    assert await visitor.texts() == []


def _words() -> str:
    return (PAGE / "words.js").read_text()


async def test_an_unknown_way_is_not_found(visitor: Visitor) -> None:
    assert await visitor.post("/nowhere", {}) == (404, "not-found")
    assert (await visitor.post("/stream", {}))[0] == 405


@pytest.mark.parametrize("trouble", [StoreUnavailable(), RuntimeError("secret words")])
async def test_what_the_core_did_not_take_is_not_shown_and_can_be_sent_again(
    house: EchoHouse,
    visitor: Visitor,
    key: str,
    trouble: Exception,
    caplog: pytest.LogCaptureFixture,
) -> None:
    house.trouble = trouble
    assert await visitor.say("hi", key=key) in {503, 500}
    assert await visitor.texts() == []
    house.trouble = None
    await visitor.say("first")
    assert await visitor.say("hi", key=key) == 204
    assert await visitor.texts() == ["first", "You said: first", "hi", "You said: hi"]
    assert "secret" not in caplog.text


async def test_no_word_and_no_token_is_in_a_log(
    house: EchoHouse, visitor: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    house.trouble = RuntimeError("canary")
    await visitor.say("canary")
    await visitor.post("/say", b'{"canary')
    reader, writer = await asyncio.open_connection("127.0.0.1", int(visitor.base.split(":")[-1]))
    writer.write(b"canary canary canary\r\n\r\n")
    await reader.read()
    writer.close()
    await writer.wait_closed()
    assert "canary" not in caplog.text
    assert visitor.url.split("=")[-1] not in caplog.text


# People, the clock, and the life of the adapter


@pytest.mark.parametrize(
    ("name", "native", "as_shown"),
    [
        ("cleo", "cleo", "Cleo"),
        ("  Mary   Ann ", "mary-ann", "Mary Ann"),
        ("Zoë", "zoe", "Zoë"),
        ("李", "李", "李"),
        ("<b>x</b>", "b-x-b", "<b>x</b>"),
    ],
)
async def test_a_person_is_added_by_name(
    visitor: Visitor, name: str, native: str, as_shown: str
) -> None:
    assert await visitor.post("/join", {"name": name}) == (204, "")
    assert {"id": native, "name": as_shown} in (await visitor.push())["news"]["people"]


@pytest.mark.parametrize("name", ["", "  ", "x" * 41, "…", "a\u202eb", "a\x00b"])
async def test_a_name_that_cannot_be_one_is_refused(visitor: Visitor, name: str) -> None:
    assert await visitor.post("/join", {"name": name}) == (400, "bad-name")


async def test_a_name_is_given_once(visitor: Visitor) -> None:
    assert await visitor.post("/join", {"name": "ARI"}) == (409, "name-taken")


async def test_the_clock_moves_and_what_is_due_is_done(house: EchoHouse, visitor: Visitor) -> None:
    before = house.clock.now()
    assert await visitor.post("/wait", {"minutes": 1440}) == (204, "")
    assert (house.clock.now() - before).total_seconds() == 86_400
    assert house.settled == 1
    assert (await visitor.push())["now"] == "2025-03-02T09:00:00Z"


@pytest.mark.parametrize("minutes", [0, -5, 7, 10**12])
async def test_the_clock_moves_only_as_the_buttons_say(
    house: EchoHouse, visitor: Visitor, minutes: int
) -> None:
    before = house.clock.now()
    assert (await visitor.post("/wait", {"minutes": minutes}))[0] == 400
    assert house.clock.now() == before


async def test_the_stream_tells_of_the_commands_once(visitor: Visitor) -> None:
    assert [each["name"] for each in (await visitor.push())["commands"]][:2] == ["share", "join"]


async def test_stopping_is_quick_though_pages_are_open_and_may_be_done_twice(
    house: EchoHouse, visitor: Visitor
) -> None:
    async with visitor.session.get(f"{visitor.base}/stream") as stream:
        await stream.content.readline()
        async with asyncio.timeout(1.5):
            await house.adapter.stop()
            await house.adapter.stop()
    with pytest.raises(TryLater):
        await house.adapter.send(shown("m", "Hello"))


async def test_stop_before_start_is_nothing(tmp_path: Path) -> None:
    await EchoHouse(tmp_path).adapter.stop()


async def test_a_port_that_somebody_has_is_told_so(house: EchoHouse, tmp_path: Path) -> None:
    port = int(house.adapter.url.split(":")[2].split("/")[0])
    second = EchoHouse(tmp_path / "other", port=port)
    with pytest.raises(BadConfig, match=str(port)):
        await second.adapter.start()


async def test_an_earlier_port_that_is_taken_gives_way(house: EchoHouse, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    data = house.adapter._house.data  # noqa: SLF001  # its address, to collide with it
    (other / "local.address").write_bytes((data / "local.address").read_bytes())
    second = EchoHouse(other)
    await second.adapter.start()
    assert second.adapter.url.split("=")[-1] == house.adapter.url.split("=")[-1]
    assert second.adapter.url != house.adapter.url
    await second.adapter.stop()


@pytest.mark.parametrize("options", [{"port": "x"}, {"people": 3}, {"prot": 1}])
def test_wrong_options_are_named(tmp_path: Path, options: dict[str, object]) -> None:
    with pytest.raises(BadConfig):
        EchoHouse(tmp_path, **options)


async def test_the_options_say_who_is_there(tmp_path: Path) -> None:
    house = EchoHouse(tmp_path, people=["cleo", "Dee Dee", "ed"])
    await house.adapter.start()
    await house.adapter.send(shown("m", "Hi", to=Account(platform="local", native="dee-dee")))
    await house.adapter.stop()
