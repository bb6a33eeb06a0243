"""SQLite: opening, and what lies on the disk."""

import base64
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import StoreBusy, StoreDamaged, StoreTooNew
from bot.model.message import Choice, Line, Message
from bot.model.person import Bond, Person, Record
from bot.model.private import Private
from bot.model.world import Turn
from bot.store.crypto import ENVIRONMENT
from bot.store.crypto import FILE as KEY
from bot.store.opening import FILE, open_store
from bot.store.sqlite import SqliteStore
from tests.store.people import ANA, BO, NOON, account, always, next_turn, says, talk

CANARY = "canary-7f3a"
HOUR = timedelta(hours=1)


def sql(folder: Path, statement: str) -> list[tuple[object, ...]]:
    """What SQLite itself says; the store must be closed."""
    with closing(sqlite3.connect(folder / FILE)) as raw, raw:
        return raw.execute(statement).fetchall()


async def a_life(store: SqliteStore) -> None:
    """A turn that keeps a canary in every place that keeps what people wrote."""
    private = Private(CANARY)
    aside = next_turn(talk(ANA, ANA, "inside"), answers={"sharer": {"x": private}})
    turn = Turn(
        people=(Person(id=ANA, account=account(ANA), country=CANARY, meaning=private),),
        sessions=(
            next_turn(
                talk(ANA, BO),
                step=CANARY,
                digest=CANARY,
                answers={"sharer": {CANARY: private}, "listener": {"space": private}},
                asides={"listener": aside},
            ),
        ),
        bonds=(Bond(owner=ANA, other=BO),),
        records=(Record(id="r", owner=ANA, other=BO, kind="later", at=NOON, body={"x": private}),),
        messages=(
            Message(
                key="m",
                kind="note",
                to=BO,
                step=CANARY,
                lines=(Line(words=".x", args={"x": private}),),
                choices=(Choice(id=CANARY, label=private),),
            ),
        ),
    )
    await store.take([says(ANA, CANARY, BO)], always(turn))
    await store.pin({CANARY: CANARY.encode()})


def another_process(folder: Path) -> subprocess.CompletedProcess[str]:
    """What comes of taking one turn there in another process."""
    command = [sys.executable, "-m", "tests.store.worker", str(folder), "once"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def found(folder: Path, what: str) -> list[str]:
    """The files that hold it, in any of the forms in which text may lie about."""
    forms = (what.encode(), what.encode("utf-16-le"), base64.b64encode(what.encode()))
    return holding(folder, *forms)


def holding(folder: Path, *forms: bytes) -> list[str]:
    """The files that hold any of these bytes."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if any(form in file.read_bytes() for form in forms)]


async def test_nothing_that_people_wrote_or_are_lies_readable_on_the_disk(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await a_life(store)
    assert (tmp_path / f"{FILE}-wal").stat().st_size > 0
    for what in (CANARY, account(ANA).native, account(BO).native):
        assert found(tmp_path, what) == []
    await store.close()
    assert found(tmp_path, CANARY) == []


async def test_a_search_for_canaries_would_find_one(tmp_path: Path) -> None:
    (tmp_path / "leak").write_text(f"... {CANARY} ...")
    assert found(tmp_path, CANARY) == ["leak"]


async def test_each_role_is_sealed_by_the_key_of_who_plays_it(tmp_path: Path) -> None:
    """With Bo's key destroyed behind the store's back, Ana's part opens and Bo's does not."""
    store = await open_store(tmp_path)
    await a_life(store)
    await store.close()
    [(anas,)] = sql(tmp_path, "select wrapped from key where person = 'ana'")
    [(bos,)] = sql(tmp_path, "select body from role where person = 'bo'")
    assert isinstance(anas, bytes)
    assert isinstance(bos, bytes)
    with pytest.raises(StoreDamaged):
        store.keys.unwrap(ANA, anas).unseal(bos, "role:talk:bo")


async def test_forgetting_leaves_nothing_of_the_sealed_words_either(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await a_life(store)
    await store.close()
    [(body,)] = sql(tmp_path, "select body from role where person = 'ana'")
    assert isinstance(body, bytes)
    store = await open_store(tmp_path)
    await store.forget(ANA)
    assert (tmp_path / f"{FILE}-wal").stat().st_size == 0
    assert holding(tmp_path, body[:64]) == []
    await store.close()
    tables = ("key", "person", "bond", "record")
    of = {"key": "person", "person": "id", "bond": "owner", "record": "owner"}
    rows = [sql(tmp_path, f"select 1 from {t} where {of[t]} = 'ana'") for t in tables]  # noqa: S608 - names of ours
    assert rows == [[], [], [], []]
    assert sql(tmp_path, "select body is null from role where person = 'ana'") == [(1,)]


async def test_the_files_are_for_their_owners_eyes_only(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    store = await open_store(folder)
    await a_life(store)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {modes[name] for name in (KEY, FILE, f"{FILE}-wal")} == {0o600}
    await store.close()


async def test_it_is_as_durable_as_it_says(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await a_life(store)
    await store.close()
    assert sql(tmp_path, "pragma journal_mode") == [("wal",)]
    assert sql(tmp_path, "pragma integrity_check") == [("ok",)]
    assert sql(tmp_path, "pragma foreign_key_check") == []


async def test_closing_twice_is_as_good_as_once(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await store.close()
    await store.close()


async def test_a_second_store_on_the_same_folder_is_turned_away(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    with pytest.raises(StoreBusy):
        await open_store(tmp_path)
    await store.close()
    await (await open_store(tmp_path)).close()


async def test_a_second_process_is_turned_away(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    done = another_process(tmp_path)
    await store.close()
    assert "StoreBusy" in done.stderr
    assert "acknowledged" not in done.stdout


async def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    await (await open_store(tmp_path)).close()
    sql(tmp_path, "insert into migration values (9999, 'of tomorrow')")
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(StoreTooNew, match="9999"):
        await open_store(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


async def test_a_migration_that_was_changed_afterwards_is_noticed(tmp_path: Path) -> None:
    await (await open_store(tmp_path)).close()
    sql(tmp_path, "update migration set checksum = 'another'")
    with pytest.raises(StoreDamaged, match="Migration 1"):
        await open_store(tmp_path)


async def test_a_database_without_its_key_is_not_opened(tmp_path: Path) -> None:
    await (await open_store(tmp_path)).close()
    (tmp_path / KEY).unlink()
    with pytest.raises(StoreDamaged, match="missing"):
        await open_store(tmp_path)
    assert not (tmp_path / KEY).exists()


async def test_a_database_with_the_key_of_another_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await (await open_store(tmp_path)).close()
    monkeypatch.setenv(ENVIRONMENT, base64.b64encode(b"x" * 32).decode())
    with pytest.raises(StoreDamaged):
        await open_store(tmp_path)


async def test_a_file_that_is_no_database_is_said_to_be_damaged(tmp_path: Path) -> None:
    await (await open_store(tmp_path)).close()
    (tmp_path / FILE).write_bytes(b"no database at all, but long enough to look at" * 99)
    with pytest.raises(StoreDamaged):
        await open_store(tmp_path)


async def test_a_store_that_could_not_be_opened_holds_no_lock(tmp_path: Path) -> None:
    await (await open_store(tmp_path)).close()
    key = (tmp_path / KEY).read_bytes()
    (tmp_path / KEY).unlink()
    with pytest.raises(StoreDamaged):
        await open_store(tmp_path)
    (tmp_path / KEY).write_bytes(key)
    await (await open_store(tmp_path)).close()


async def test_what_was_leased_when_the_process_stopped_is_handed_out_at_once(
    tmp_path: Path,
) -> None:
    """One process has the file, so whoever leased it is gone; the platform knows its key."""
    store = await open_store(tmp_path)
    await a_life(store)
    [before] = await store.lease(NOON, 1, HOUR)
    await store.close()
    store = await open_store(tmp_path)
    [after] = await store.lease(NOON, 1, HOUR)
    assert after.message == before.message
    assert (before.tries, after.tries) == (0, 1)
    await store.close()


async def test_old_event_keys_can_be_pruned(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await a_life(store)
    await store.prune_seen(NOON)
    assert (await store.counts())["seen"] == 1
    await store.prune_seen(NOON.replace(year=NOON.year + 1))
    assert (await store.counts())["seen"] == 0
    await store.close()
