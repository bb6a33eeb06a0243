"""What the bench forgets, and what its file does not even say to whoever steals it."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from adapters.local.memory import SCHEMA, Memory, dm_of
from adapters.local.views import Body
from tests.adapters.local.house import ARI, BO, EchoHouse, OneKey, shown
from tests.adapters.local.visitor import Visitor

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
NAME = "quillfeather"


async def test_who_is_forgotten_has_an_empty_chat_and_the_others_have_theirs(
    house: EchoHouse, visitor: Visitor
) -> None:
    await visitor.say("mine")
    await house.adapter.send(shown("a", "To Ari"))
    await house.adapter.send(shown("b", "To Bo", to=BO))
    for _ in range(2):
        await house.adapter.forget(ARI)
    assert await visitor.texts() == []
    assert await visitor.texts("dm:bo") == ["To Bo"]


async def test_the_page_is_told_of_it_at_once(house: EchoHouse, visitor: Visitor) -> None:
    await house.adapter.send(shown("a", "To Ari"))
    mark = (await visitor.push())["news"]["mark"]
    await house.adapter.forget(ARI)
    (post,) = (await visitor.push(mark))["news"]["posts"]
    assert (post["id"], post["body"]) == ("a", None)


async def test_a_file_of_the_bots_keeps_its_name(house: EchoHouse, visitor: Visitor) -> None:
    file = msgspec.structs.replace(shown("f", '{"a": 1}', kind="file"), name="data.json")
    await house.adapter.send(file)
    (post,) = (await visitor.push())["news"]["posts"]
    assert (post["body"]["kind"], post["body"]["name"]) == ("file", "data.json")


async def test_the_file_does_not_say_who_is_here(tmp_path: Path) -> None:
    memory = await Memory.open(tmp_path / "local.db", OneKey())
    await memory.add(NAME, NAME.title())
    await memory.reserve("k", dm_of(NAME), NAME)
    await memory.keep("k", "some words", NOON)
    assert [human.id for human in await memory.people()] == [NAME]
    (post,) = (await memory.since("")).posts
    assert (post.place, post.author) == (dm_of(NAME), NAME)
    assert _found(tmp_path) == []
    await memory.close()
    assert _found(tmp_path) == []


async def test_a_file_that_said_so_is_rewritten_when_it_is_opened(tmp_path: Path) -> None:
    _first_version(tmp_path / "local.db")
    assert _found(tmp_path) == ["local.db"]
    for _ in range(2):
        memory = await Memory.open(tmp_path / "local.db", OneKey())
        assert [(human.id, human.name) for human in await memory.people()] == [(NAME, "Quill")]
        (post,) = (await memory.since("")).posts
        assert (post.place, post.author) == (dm_of(NAME), NAME)
        (room,) = await memory.rooms()
        assert room.people == (NAME,)
        await memory.close()
        assert _found(tmp_path) == []


def _found(folder: Path) -> list[str]:
    """The files that hold the name, in any spelling."""
    spelt = [NAME.encode(), NAME.title().encode()]
    files = sorted(folder.iterdir())
    return [file.name for file in files if any(one in file.read_bytes() for one in spelt)]


def _first_version(file: Path) -> None:
    """A file as the first version wrote it."""
    key = OneKey()
    body = msgspec.json.encode(Body(kind="said", at=NOON, text="some words"))
    with closing(sqlite3.connect(file)) as db:
        db.executescript(SCHEMA)
        db.execute("insert into fact values ('epoch', ?)", (key.seal(b"0123"),))
        db.execute("insert into person (native, body) values (?, ?)", (NAME, key.seal(b"Quill")))
        db.execute("insert into room (place) values ('room:one')")
        db.execute("insert into member values ('room:one', ?)", (NAME,))
        row = ("k", dm_of(NAME), NAME, 1, key.seal(body))
        db.execute("insert into post (id, place, author, rev, body) values (?, ?, ?, ?, ?)", row)
        db.commit()
