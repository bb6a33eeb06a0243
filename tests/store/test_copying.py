"""A backup is whole, of one moment, and holds nothing that the database does not."""

import asyncio
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import cli
from bot.errors import NoBackup
from bot.model.world import Turn
from bot.store.copying import copy
from bot.store.opening import open_store
from bot.store.port import Store
from tests.store.people import ANA, BO, always, says, talk


async def _busy(data: Path, rounds: int) -> None:
    """A database in which something was written."""
    store = await open_store(data)
    await _write(store, rounds)
    await store.close()


async def _write(store: Store, rounds: int) -> None:
    for number in range(rounds):
        session = talk(ANA, BO, f"talk-{number}")
        await store.take([says(ANA, f"e{number}", BO)], always(Turn(sessions=(session,))))


def _sessions(file: Path) -> int:
    with sqlite3.connect(file) as db:
        assert db.execute("pragma integrity_check").fetchall() == [("ok",)]
        ((count,),) = db.execute("select count(*) from session").fetchall()
        return int(count)


async def test_a_copy_of_a_database_that_is_in_use_opens_with_its_key(tmp_path: Path) -> None:
    data, target = tmp_path / "data", tmp_path / "copy" / "handrail.db"
    target.parent.mkdir()
    store = await open_store(data)
    await store.take([says(ANA, "1", BO)], always(Turn(sessions=(talk(ANA, BO),))))
    assert copy(data, target) > 0
    await store.take([says(ANA, "2", BO)], always(Turn(sessions=(talk(ANA, BO, "later"),))))
    await store.close()
    (target.parent / "master.key").write_bytes((data / "master.key").read_bytes())
    restored = await open_store(target.parent)
    assert await restored.session("talk")
    assert await restored.session("later") is None
    await restored.close()


async def test_a_copy_made_while_much_is_written_is_whole(tmp_path: Path) -> None:
    data = tmp_path / "data"
    store = await open_store(data)
    writing = asyncio.create_task(_write(store, 60))
    counts: list[int] = []
    while not writing.done():
        target = tmp_path / f"copy-{len(counts)}.db"
        await asyncio.to_thread(copy, data, target)
        counts.append(_sessions(target))
    await writing
    await store.close()
    assert counts == sorted(counts)
    assert len({*counts}) > 1
    assert _sessions(data / "handrail.db") == 60


async def test_a_copy_of_a_database_at_rest_leaves_nothing_beside_it(tmp_path: Path) -> None:
    data, target = tmp_path / "data", tmp_path / "copy.db"
    await _busy(data, 1)
    before = _names(data)
    copy(data, target)
    assert _names(data) == before
    assert _names(tmp_path) == ["copy.db", "data"]
    assert target.stat().st_mode & 0o777 == 0o600


def _names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


async def test_nothing_is_overwritten(tmp_path: Path) -> None:
    data, target = tmp_path / "data", tmp_path / "copy.db"
    await _busy(data, 1)
    await asyncio.to_thread(target.write_text, "something dear")
    with pytest.raises(NoBackup):
        copy(data, target)
    assert await asyncio.to_thread(target.read_text) == "something dear"


def test_without_a_database_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(NoBackup):
        copy(tmp_path, tmp_path / "copy.db")
    assert [*tmp_path.iterdir()] == []


def test_the_verb_says_what_a_copy_means_for_deleting(tmp_path: Path) -> None:
    data, target = tmp_path / "data", tmp_path / "copy.db"
    asyncio.run(_busy(data, 1))
    run = CliRunner()
    done = run.invoke(cli, ["backup", str(target), "--data", str(data)])
    assert done.exit_code == 0, done.output
    assert "stays in this copy" in done.output
    again = run.invoke(cli, ["backup", str(target), "--data", str(data)])
    assert again.exit_code == 2
    assert target.stat().st_size
