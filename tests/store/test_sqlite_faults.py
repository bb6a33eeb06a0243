"""SQLite: killed, out of room, not allowed to write."""

import asyncio
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreUnavailable
from bot.model.person import Person
from bot.model.private import Private
from bot.model.world import Turn
from bot.store.desk import Desk
from bot.store.opening import FILE, open_store
from bot.store.spare import FILE as SPARE
from bot.store.spare import Spare
from tests.store.people import ANA, BO, account, always, nothing, says, told
from tests.store.test_sqlite_files import a_life, sql

KILLS = 6
LARGE = always(
    Turn(people=(Person(id=ANA, account=account(ANA), meaning=Private("words " * 200_000)),))
)


def killed_after(seconds: float, folder: Path) -> list[str]:
    """The keys that a process acknowledged before it was killed."""
    command = [sys.executable, "-m", "tests.store.worker", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(seconds)
        worker.send_signal(signal.SIGKILL)
        lines = [first, *worker.stdout]
    return [line.split()[1] for line in lines if line.endswith("\n")]


def test_nothing_that_was_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path) -> None:
    chance = random.Random(0)  # noqa: S311 - when to kill is no secret
    acknowledged: list[str] = []
    for _ in range(KILLS):
        acknowledged += killed_after(chance.uniform(0.0, 0.3), tmp_path)
    assert len(acknowledged) > KILLS
    asyncio.run(_all_there(tmp_path, acknowledged))
    assert sql(tmp_path, "pragma integrity_check") == [("ok",)]


async def _all_there(folder: Path, acknowledged: list[str]) -> None:
    store = await open_store(folder)
    session, counts = await store.session("talk"), await store.counts()
    assert session is not None
    assert session.turn == counts["seen"] == counts["outbox"] >= len(acknowledged)
    seen = await store.take([says(ANA, key) for key in acknowledged], nothing)
    assert seen == [None] * len(acknowledged)
    await store.close()


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """No file may grow beyond `room` bytes. Other than a full disk, it needs no root."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_without_room_nothing_of_the_batch_has_happened(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await store.take([says(ANA, "k0", BO)], nothing)
    before, batch = await store.counts(), [says(BO, "k1"), says(ANA, "k2")]
    with full_disk(300_000), pytest.raises(StoreUnavailable):
        await store.take(batch, LARGE)
    assert await store.counts() == before
    assert await store.person(ANA) == Person(id=ANA, account=account(ANA))
    assert await store.take(batch, nothing) == [Turn(), Turn()]
    await store.close()
    assert sql(tmp_path, "pragma integrity_check") == [("ok",)]


@pytest.fixture
def last_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where giving up the spare file makes room again on a `full_disk`."""
    free = Spare.free

    def frees(spare: Spare) -> bool:
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        return free(spare)

    monkeypatch.setattr(Spare, "free", frees)
    return tmp_path


@pytest.mark.parametrize("how", ["by the operator", "by a turn"])
async def test_on_a_full_disk_people_can_still_be_forgotten(last_room: Path, how: str) -> None:
    store = await open_store(last_room)
    await a_life(store)
    with full_disk((last_room / f"{FILE}-wal").stat().st_size):
        with pytest.raises(StoreUnavailable):
            await store.take([says(BO, "k2")], always(Turn(messages=(told(BO, "m2"),))))
        if how == "by a turn":
            await store.take([says(BO, "k3")], always(Turn(forget=(BO,))))
        else:
            await store.forget(BO)
    assert await store.person(BO) is None
    assert (await store.counts())["outbox"] == 0
    assert (last_room / f"{FILE}-wal").stat().st_size == 0
    assert (last_room / SPARE).exists()
    await store.close()


async def test_without_a_spare_file_a_full_disk_is_said(
    tmp_path: Path,
) -> None:
    store = await open_store(tmp_path)
    await a_life(store)
    (tmp_path / SPARE).unlink()
    with (
        full_disk((tmp_path / f"{FILE}-wal").stat().st_size),
        pytest.raises(StoreUnavailable),
    ):
        await store.forget(BO)
    assert await store.person(BO) is not None
    await store.close()


async def test_where_the_folder_cannot_be_made_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnavailable, match="Not a directory"):
        await open_store(tmp_path / "file" / "data")


class Frozen(Desk):
    """As on a disk that was mounted anew, for reading only, after an error."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - as theirs
        if sql == "begin immediate":
            super().execute("pragma query_only = on")
        return super().execute(sql, parameters)


async def test_where_nothing_may_be_written_nothing_happens(tmp_path: Path) -> None:
    store = await open_store(tmp_path, Frozen)
    with pytest.raises(StoreUnavailable):
        await store.take([says(ANA, "k")], nothing)
    assert set((await store.counts()).values()) == {0}
    await store.close()
