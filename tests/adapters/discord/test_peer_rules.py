"""The peer's own rules and Discord's document find every mistake that is made on purpose."""

from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import aiohttp
import msgspec
import pytest

from tests.adapters.discord.peer import openapi
from tests.adapters.discord.peer.process import Peer, listening
from tests.adapters.discord.peer.refusals import Refused
from tests.adapters.discord.peer.rules import modals

Json = dict[str, Any]
Call = Callable[[str, str, Any], Coroutine[Any, Any, tuple[int, Any]]]
V2 = 1 << 15


@pytest.fixture
async def call(peer: Peer) -> AsyncIterator[Call]:
    """A request with the bot's token; what it breaks is forgotten in the end."""
    head = {"Authorization": f"Bot {peer.address.token}", "Content-Type": "application/json"}
    async with aiohttp.ClientSession(headers=head) as http:

        async def ask(method: str, path: str, body: object) -> tuple[int, Any]:
            url = f"{peer.address.api}{path}"
            async with http.request(method, url, data=msgspec.json.encode(body)) as response:
                assert response.headers["Content-Type"] == "application/json"
                return response.status, msgspec.json.decode(await response.read())

        yield ask
    await peer.forget()


@pytest.fixture
async def dm(peer: Peer, call: Call) -> str:
    """The path of a private chat's messages."""
    ari = await peer.person("ari")
    _, chat = await call("POST", "/users/@me/channels", {"recipient_id": str(ari.id)})
    return f"/channels/{chat['id']}/messages"


def button(**more: Any) -> Json:  # noqa: ANN401 - any JSON
    """A button as it should be, but for `more`."""
    return {"type": 2, "style": 1, "label": "Go", "custom_id": "go"} | more


def row(*inside: Json) -> list[Json]:
    """One row of components."""
    return [{"type": 1, "components": list(inside)}]


def select(**more: Any) -> Json:  # noqa: ANN401 - any JSON
    """A list as it should be, but for `more`."""
    options = [{"label": "calm", "value": "calm"}]
    return {"type": 3, "custom_id": "pick", "options": options} | more


def words(text: str) -> Json:
    """A text of a card."""
    return {"type": 10, "content": text}


GOOD: dict[str, Json] = {
    "a text": {"content": "x" * 2000},
    "a button": {"content": "Ready?", "components": row(button())},
    "a list": {"components": row(select())},
    "a link": {"components": row({"type": 2, "style": 5, "label": "Go", "url": "https://a.b"})},
    "a card": {"flags": V2, "components": [{"type": 17, "components": [words("x" * 4000)]}]},
    "a nonce": {"content": "x", "nonce": "n" * 25, "enforce_nonce": True},
}

BAD: dict[str, Json] = {
    "nothing at all": {},
    "only spaces of a body": {"content": ""},
    "2001 characters": {"content": "x" * 2001},
    "a nonce of 26": {"content": "x", "nonce": "n" * 26},
    "six buttons in a row": {"components": row(*(button(custom_id=str(n)) for n in range(6)))},
    "six rows": {"components": [row(button(custom_id=str(n)))[0] for n in range(6)]},
    "a label of 81": {"components": row(button(label="x" * 81))},
    "a button without a name": {"components": row({"type": 2, "style": 1, "custom_id": "go"})},
    "a custom_id of 101": {"components": row(button(custom_id="x" * 101))},
    "a button without custom_id": {"components": row({"type": 2, "style": 1, "label": "Go"})},
    "a link with a custom_id": {"components": row(button(style=5, url="https://a.b"))},
    "a custom_id twice": {"components": row(button(), button(label="Too"))},
    "a list beside a button": {"components": row(select(), button())},
    "an empty list": {"components": row(select(options=[]))},
    "26 options": {
        "components": row(select(options=[{"label": str(n), "value": str(n)} for n in range(26)]))
    },
    "an option twice": {
        "components": row(select(options=[{"label": n, "value": "same"} for n in "ab"]))
    },
    "more values than options": {"components": row(select(max_values=2))},
    "a text input in a message": {
        "components": row({"type": 4, "custom_id": "t", "label": "T", "style": 1})
    },
    "a card without its flag": {"components": [words("Hello")]},
    "a card with content": {"flags": V2, "content": "x", "components": [words("Hello")]},
    "a card with an embed": {"flags": V2, "embeds": [{"title": "x"}], "components": [words("H")]},
    "an empty card": {"flags": V2, "components": []},
    "a card of 4001 characters": {
        "flags": V2,
        "components": [words("x" * 2001), words("x" * 2000)],
    },
    "a card of 41 parts": {"flags": V2, "components": [words("x") for _ in range(41)]},
    "a section without its accessory": {
        "flags": V2,
        "components": [{"type": 9, "components": [words("x")]}],
    },
    "an embed of 6001 characters": {
        "embeds": [{"description": "x" * 4000}, {"description": "x" * 2001}]
    },
}


@pytest.mark.parametrize("name", GOOD)
async def test_what_discord_takes_is_taken(peer: Peer, call: Call, dm: str, name: str) -> None:
    status, message = await call("POST", dm, GOOD[name])
    assert status == 200, message
    assert await peer.violations() == []


@pytest.mark.parametrize("name", BAD)
async def test_what_discord_refuses_is_refused(call: Call, dm: str, name: str) -> None:
    status, said = await call("POST", dm, BAD[name])
    assert (status, said["code"]) in [(400, 50035), (400, 50006)]


async def test_a_text_must_be_taken_out_of_what_becomes_a_card(call: Call, dm: str) -> None:
    _, message = await call("POST", dm, GOOD["a text"])
    path, card = f"{dm}/{message['id']}", {"flags": V2, "components": [words("Hello")]}
    assert (await call("PATCH", path, card))[1]["code"] == 50035
    assert (await call("PATCH", path, card | {"content": None}))[0] == 200
    status, said = await call("PATCH", path, {"content": "A text again"})
    assert (status, said["code"]) == (400, 50035)  # what is a card stays one


def command(**more: Any) -> Json:  # noqa: ANN401 - any JSON
    """A command as it should be, but for `more`."""
    return {"name": "start", "description": "Begin"} | more


def option(**more: Any) -> Json:  # noqa: ANN401 - any JSON
    """An option as it should be, but for `more`."""
    return {"type": 3, "name": "what", "description": "What"} | more


COMMANDS: dict[str, list[Json]] = {
    "a capital letter": [command(name="Start")],
    "a space": [command(name="my data")],
    "33 characters": [command(name="x" * 33)],
    "a capital in another language": [command(name_localizations={"de": "Los"})],
    "no description": [{"name": "start"}],
    "a description of 101": [command(description="x" * 101)],
    "a name twice": [command(), command()],
    "an option that is required too late": [
        command(options=[option(), option(name="whom", required=True)])
    ],
    "an option twice": [command(options=[option(), option()])],
    "26 choices": [
        command(options=[option(choices=[{"name": str(n), "value": str(n)} for n in range(26)])])
    ],
    "choices and autocomplete": [
        command(options=[option(autocomplete=True, choices=[{"name": "a", "value": "a"}])])
    ],
    "101 commands": [command(name=f"c{n}") for n in range(101)],
}


@pytest.mark.parametrize("name", COMMANDS)
async def test_a_command_that_discord_refuses_is_refused(peer: Peer, call: Call, name: str) -> None:
    status, said = await call("PUT", f"/applications/{peer.app}/commands", COMMANDS[name])
    assert (status, said["code"]) in [(400, 50035), (400, 30032)]
    assert (await peer.state())["commands"] == []


@pytest.mark.parametrize("name", ["start", "meine-daten", "मेरा", "ข้อมูล", "c'est_1"])
async def test_a_command_may_be_called_in_any_script(peer: Peer, call: Call, name: str) -> None:
    status, _ = await call("PUT", f"/applications/{peer.app}/commands", [command(name=name)])
    assert status == 200


def modal(*parts: Json, **more: Any) -> Json:  # noqa: ANN401 - any JSON
    """A modal as it should be, but for `more`."""
    return {"title": "Share", "custom_id": "share", "components": list(parts)} | more


def label(inner: Json, **more: Any) -> Json:  # noqa: ANN401 - any JSON
    """A labelled field of a modal."""
    return {"type": 18, "label": "Words", "component": inner} | more


def text(**more: Any) -> Json:  # noqa: ANN401 - any JSON
    """A text field as it should be, but for `more`."""
    return {"type": 4, "custom_id": "words", "style": 2} | more


def radio(count: int) -> Json:
    """A field with so many to choose from."""
    options = [{"label": str(n), "value": str(n)} for n in range(count)]
    return {"type": 21, "custom_id": "one", "options": options}


MODALS: dict[str, Json] = {
    "a title of 46": modal(label(text()), title="x" * 46),
    "nothing to fill in": modal(),
    "six fields": modal(*(label(text(custom_id=str(n))) for n in range(6))),
    "a label of 46": modal(label(text(), label="x" * 46)),
    "a button": modal(label(button())),
    "a row of buttons": modal(*row(button())),
    "a text of more than 4000": modal(label(text(max_length=4001))),
    "a field without custom_id": modal(label(text(custom_id=""))),
    "one way to answer": modal(label(radio(1))),
    "eleven ways to answer": modal(label(radio(11))),
    "a custom_id twice": modal(label(text()), label(text())),
}


@pytest.mark.parametrize("name", MODALS)
def test_a_modal_that_discord_refuses_is_refused(name: str) -> None:
    modals.check(modal(words("Read this"), label(text()), label(radio(2))))
    with pytest.raises(Refused) as no:
        modals.check(MODALS[name])
    assert no.value.code == 50035


async def test_without_the_token_nothing_is_said(peer: Peer) -> None:
    async with aiohttp.ClientSession() as http, http.get(f"{peer.address.api}/users/@me") as no:
        assert (no.status, (await no.json())["message"]) == (401, "401: Unauthorized")


@pytest.mark.skipif(
    not openapi.where().is_file(), reason=f"NO OPENAPI DOCUMENT: {openapi.VARIABLE}"
)
async def test_a_planted_mistake_is_found_by_the_document(peer: Peer, call: Call, dm: str) -> None:
    assert await peer.violations() == []
    await call("POST", dm, {"content": 7})
    await call("POST", f"{dm}?colour=red", {"content": "Hello"})
    await call("PUT", f"/applications/{peer.app}/commands", [{"name": "x" * 40}])
    await call("GET", "/guilds/1/moon", {})
    found = await peer.violations()
    assert len(found) == 6
    assert "in the peer" in found[0]
    assert "this peer has no such route" in found[1]
    assert "request: $.content" in found[2]
    assert "query: colour is not known" in found[3]
    assert "request: $[0]" in found[4]
    assert "knows no such endpoint" in found[5]


@pytest.mark.skipif(
    not openapi.where().is_file(), reason=f"NO OPENAPI DOCUMENT: {openapi.VARIABLE}"
)
def test_a_response_that_is_not_as_described_is_found() -> None:
    document = openapi.Document(openapi.where())
    bare = msgspec.json.encode({"id": "1"})
    seen = openapi.Exchange(
        method="GET", path="/users/@me", query={}, request=None, status=200, response=bare
    )
    (found,) = document.violations(seen)
    assert "response 200" in found


def test_without_the_document_the_peer_says_that_it_does_not_judge() -> None:
    with listening(**{openapi.VARIABLE: "nowhere.json"}) as address:
        assert address.warnings == ["NO OPENAPI DOCUMENT, so nothing is judged by it: nowhere.json"]


async def test_beyond_the_limit_there_is_a_429(peer: Peer, call: Call, dm: str) -> None:
    await peer.limit("POST /channels/{channel_id}/messages", 2, 60)
    answers = [await call("POST", dm, {"content": str(number)}) for number in range(3)]
    assert [status for status, _ in answers] == [200, 200, 429]
    assert 59 < answers[2][1]["retry_after"] <= 60
    await peer.advance(60)
    assert (await call("POST", dm, {"content": "again"}))[0] == 200
    assert await peer.violations() == []
