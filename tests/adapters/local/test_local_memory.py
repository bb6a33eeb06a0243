"""What the bench remembers, as a platform does: once each, in order, sealed, over restarts."""

import stat
from pathlib import Path

import pytest

from bot.errors import StoreBusy, StoreDamaged, Unreachable
from bot.model.person import Account
from tests.adapters.local.house import ARI, BO, ROOM, EchoHouse, OneKey, shown
from tests.adapters.local.visitor import Visitor


async def test_the_same_message_twice_is_one_message(house: EchoHouse, visitor: Visitor) -> None:
    for _ in range(2):
        await house.adapter.send(shown("m1", "Hello"))
    assert await visitor.texts() == ["Hello"]


async def test_an_edit_replaces_the_words_and_closes_the_question(
    house: EchoHouse, visitor: Visitor
) -> None:
    await house.adapter.send(shown("q", "Which?", kind="question", choices=("a", "b")))
    await house.adapter.send(shown("e", "Saved.", kind="edit", target="q"))
    (post,) = (await visitor.push())["news"]["posts"]
    assert post["body"]["text"] == "Saved."
    assert post["body"]["choices"] == []
    assert post["body"]["edited"]


async def test_an_edit_without_words_only_closes_the_question(
    house: EchoHouse, visitor: Visitor
) -> None:
    await house.adapter.send(shown("q", "Which?", kind="question", choices=("a", "b")))
    await house.adapter.send(shown("e", kind="edit", target="q"))
    (post,) = (await visitor.push())["news"]["posts"]
    assert (post["body"]["text"], post["body"]["choices"]) == ("Which?", [])


async def test_hide_takes_back_what_the_bot_said_to_that_person_and_nothing_else(
    house: EchoHouse, visitor: Visitor
) -> None:
    await visitor.say("mine")
    await house.adapter.send(shown("b", "To Bo", to=BO))
    await house.adapter.send(shown("h", kind="hide"))
    await house.adapter.send(shown("e", "Again!", kind="edit", target="one.1.0"))
    await house.adapter.send(shown("one.1.0", "You said: mine"))
    await house.adapter.send(shown("n", "After"))
    await house.adapter.send(shown("h", kind="hide"))
    assert await visitor.texts() == ["mine", "After"]
    assert await visitor.texts("dm:bo") == ["To Bo"]


async def test_hidden_words_leave_the_file(house: EchoHouse, visitor: Visitor) -> None:
    mark = (await visitor.push())["news"]["mark"]
    await house.adapter.send(shown("m", "Words"))
    await house.adapter.send(shown("h", kind="hide"))
    (post,) = (await visitor.push(mark))["news"]["posts"]
    assert post["id"] == "m"
    assert post["body"] is None


async def test_a_room_opens_takes_words_of_its_people_and_closes(
    house: EchoHouse, visitor: Visitor
) -> None:
    await house.adapter.send(shown("o", kind="open", place=ROOM, people=(BO, ARI)))
    await house.adapter.send(shown("c", "A card", kind="card", place=ROOM))
    assert await visitor.say("thanks", person="bo", place=ROOM) == 204
    assert await visitor.texts(ROOM) == ["A card", "thanks", "You said: thanks"]
    await visitor.post("/join", {"name": "Cleo"})
    assert await visitor.say("hi", person="cleo", place=ROOM) == 404
    await house.adapter.send(shown("x", kind="close", place=ROOM))
    assert await visitor.say("late", place=ROOM) == 409
    (room,) = (await visitor.push())["news"]["rooms"]
    assert room == {"place": ROOM, "people": ["ari", "bo"], "closed": True}


async def test_a_message_to_nobody_is_unreachable_and_can_be_sent_again(
    house: EchoHouse, visitor: Visitor
) -> None:
    zoe = Account(platform="local", native="zoe")
    for message in (shown("z", "Hi", to=zoe), shown("r", "Hi", place="room:none")):
        with pytest.raises(Unreachable):
            await house.adapter.send(message)
    await visitor.post("/join", {"name": "Zoe"})
    await house.adapter.send(shown("z", "Hi", to=zoe))
    assert await visitor.texts("dm:zoe") == ["Hi"]


async def test_a_restart_changes_nothing_not_even_the_address(
    house: EchoHouse, visitor: Visitor
) -> None:
    await visitor.say("hello")
    await house.adapter.send(shown("o", kind="open", place=ROOM, people=(ARI, BO)))
    before, url = await visitor.push(), house.adapter.url
    await house.adapter.stop()
    await house.make().start()
    assert house.adapter.url == url
    assert (await visitor.push())["news"] == before["news"]
    await house.adapter.send(shown("one.1.0", "You said: hello"))
    assert await visitor.texts() == ["hello", "You said: hello"]


async def test_after_a_mark_only_what_changed_comes(house: EchoHouse, visitor: Visitor) -> None:
    await house.adapter.send(shown("q", "Which?", kind="question", choices=("a", "b")))
    await house.adapter.send(shown("n", "Hello"))
    mark = (await visitor.push())["news"]["mark"]
    await house.adapter.send(shown("e", "Saved.", kind="edit", target="q"))
    news = (await visitor.push(mark))["news"]
    assert [post["id"] for post in news["posts"]] == ["q"]
    assert not news["fresh"]
    assert (await visitor.push("another.7"))["news"]["fresh"]
    assert (await visitor.push("nonsense"))["news"]["fresh"]


async def test_words_and_names_are_sealed_and_files_are_the_owners(
    house: EchoHouse, visitor: Visitor, tmp_path: Path
) -> None:
    await visitor.post("/join", {"name": "Canary Person"})
    await visitor.say("canary words")
    await house.adapter.stop()
    for file in (tmp_path / "data").iterdir():
        assert b"canary words" not in file.read_bytes()
        assert b"Canary Person" not in file.read_bytes()
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


async def test_a_second_process_is_told_so(house: EchoHouse) -> None:
    second = EchoHouse(house.adapter._house.data)  # noqa: SLF001  # the same folder, on purpose
    with pytest.raises(StoreBusy):
        await second.adapter.start()
    await second.adapter.stop()


async def test_a_file_that_is_no_database_is_told_so(house: EchoHouse) -> None:
    await house.adapter.stop()
    (house.adapter._house.data / "local.db").write_bytes(b"x" * 8192)  # noqa: SLF001 - damage on purpose
    with pytest.raises(StoreDamaged):
        await house.make().start()


async def test_a_wrong_key_is_told_so(house: EchoHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    await house.adapter.stop()
    monkeypatch.setattr("tests.adapters.local.house.OneKey", lambda: OneKey(b"x" * 32))
    with pytest.raises(StoreDamaged):
        await house.make().start()
