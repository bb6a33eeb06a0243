"""What lies on disk: nobody's name, nothing half, and no word lost while the disk is full."""

import asyncio
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from adapters.matrix.memory import Memory, Post
from bot.errors import StoreUnavailable
from tests.adapters.local.house import OneKey
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.small import Listening, account, met, standing

ARI = "ari:hs.test"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "matrix.db"


@pytest.fixture
def memory(path: Path) -> Iterator[Memory]:
    memory = Memory.open(path, OneKey())
    yield memory
    memory.close()


def database(memory: Memory) -> sqlite3.Connection:
    """Underneath it, to look on or to fill the disk."""
    return memory._db  # noqa: SLF001 - a disk cannot be filled otherwise


def test_the_key_of_a_message_names_nobody(memory: Memory, path: Path) -> None:
    """A card that goes to everybody's own chat has its reader's id in its key."""
    memory.posted(f"card/{ARI}", ARI, Post(room="!a", event="$1"))
    found = memory.at("$1")
    assert found
    assert found.key == f"card/{ARI}"
    assert memory.post(f"card/{ARI}")
    memory.close()
    assert ARI.encode() not in b"".join(file.read_bytes() for file in path.parent.iterdir())


def test_a_fact_is_on_disk_before_anybody_goes_on(memory: Memory) -> None:
    """Signing seeds are nowhere else; all that is written besides costs no wait."""
    done: list[str] = []
    database(memory).set_trace_callback(done.append)
    memory.note("signing", "seeds")
    memory.learn(ARI, room="!a")
    kinds = [one.split(" values")[0] for one in done if not one.startswith("select")]
    assert kinds == [
        "pragma synchronous = full",
        "insert or replace into fact",
        "pragma synchronous = normal",
        "insert or replace into person (id, body)",
    ]


def test_what_cannot_be_written_is_not_taken_for_written(memory: Memory, path: Path) -> None:
    database(memory).execute("pragma query_only = on")
    with pytest.raises(StoreUnavailable):
        memory.learn(ARI, room="!a")
    with pytest.raises(StoreUnavailable):
        memory.put_room("room:one", room="!r")
    database(memory).execute("pragma query_only = off")
    memory.learn(ARI, room="!a")
    memory.put_room("room:one", room="!r")
    memory.close()
    again = Memory.open(path, OneKey())
    assert (again.whose("!a"), again.place_of("!r")) == (ARI, "room:one")
    again.close()


def holds(folder: Path, word: str) -> bool:
    """Whether that stands readable in any of the bot's own files."""
    return any(word.encode() in file.read_bytes() for file in folder.rglob("*.db*"))


async def test_no_word_is_lost_while_the_disk_is_full(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    house = Listening()
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        database(on.memory).execute("pragma query_only = on")
        await ari.say("this is kept")
        await ari.say("this as well")
        await house_is_left_alone(on.memory)
        database(on.memory).execute("pragma query_only = off")
        await house.until(lambda: house.words == ["hello", "this is kept", "this as well"])


async def house_is_left_alone(memory: Memory) -> None:
    """Wait until something could not be written."""
    tried = asyncio.Event()
    database(memory).set_trace_callback(lambda _: tried.set())
    await asyncio.wait_for(tried.wait(), 30)
    database(memory).set_trace_callback(None)


async def test_nothing_of_a_forgotten_person_stays_beside_the_database(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    """Not in the files of keys, not in the account of the bot, and in no earlier chat either."""
    house = Listening()
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        earlier = ari.dm
        await met(ari, on, house, "hello again")
        await on.send("n", ari, "Something.")
        await ari.heard("Something.")
        await on.line.set_direct(ari.user, ari.dm)
        await on.adapter.forget(account(ari))
        for room in (earlier, ari.dm):
            await ari.until_there(on.user, room, "leave")
        assert ari.user not in on.line.direct_rooms()
    assert not holds(tmp_path, ari.user)
    assert not holds(tmp_path, ari.dm)


async def test_an_answer_about_their_devices_that_comes_after_that_is_not_kept(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = Listening()
    ari = await arrive("Ari")
    asked, told = asyncio.Event(), asyncio.Event()
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        assert on.line._alive  # noqa: SLF001 - what is asked there has to be held up
        keys = on.line._alive.doing._keys  # noqa: SLF001 - as above
        ask = keys.calls.post

        async def held_up(path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
            answer = await ask(path, body)
            if path == "/keys/query":
                asked.set()
                await told.wait()
            return answer

        monkeypatch.setattr(keys.calls, "post", held_up)
        keys.machine.users_for_key_query.add(ari.user)
        asking = asyncio.create_task(keys.refresh([ari.user]))
        await asked.wait()
        await on.adapter.forget(account(ari))
        told.set()
        await asking
    assert not holds(tmp_path, ari.user)


async def test_who_comes_back_after_that_is_understood(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    house = Listening()
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await on.adapter.forget(account(ari))
        await met(ari, on, house, "back again")
        await on.send("n", ari, "Welcome back.")
        await ari.heard("Welcome back.")
