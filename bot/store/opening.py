"""Opening the store: lock, key, database, migrations, proof; then it may be used."""

import sqlite3
from pathlib import Path

import aiosqlite
from filelock import FileLock, Timeout

from bot.errors import StoreBusy, StoreDamaged, StoreUnavailable
from bot.store import migrate
from bot.store.crypto import Keyring, open_keyring
from bot.store.desk import SETTINGS, Desk, work_at
from bot.store.spare import Spare
from bot.store.sqlite import SqliteStore
from bot.store.trouble import said

FILE = "handrail.db"
LOCK = "handrail.lock"
PROOF = b"handrail"


async def open_store(data: Path, desk: type[Desk] = Desk) -> SqliteStore:
    """The store in this folder; the folder, the key and the database are made where new.

    Raises `StoreBusy` while another process has it open, `StoreTooNew` for a newer version's,
    `StoreDamaged` where the key is missing or another one's, and `StoreUnavailable` where the
    folder cannot be written.
    """
    lock = _lock(data)
    try:
        keys = _keys(data)
        connection = await _connect(data / FILE, keys, desk)
    except sqlite3.Error as error:
        lock.release()
        raise said(error) from error
    except BaseException:
        lock.release()
        raise
    spare = Spare(data)
    spare.keep()
    return SqliteStore(connection, keys, lock, spare)


def _lock(data: Path) -> FileLock:
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(data / LOCK, timeout=0, mode=0o600)
        lock.acquire()
    except Timeout as no:
        raise StoreBusy(f"It is in use: {data}") from no
    except OSError as no:
        raise StoreUnavailable(f"{data}: {no.strerror}") from no
    return lock


def _keys(data: Path) -> Keyring:
    """The key first: a database without one must be known to have lost it."""
    try:
        keys = open_keyring(data, begun=(data / FILE).exists())
        (data / FILE).touch(mode=0o600)
    except OSError as no:
        raise StoreUnavailable(f"{data}: {no.strerror}") from no
    return keys


async def _connect(file: Path, keys: Keyring, desk: type[Desk]) -> aiosqlite.Connection:
    connection = await aiosqlite.connect(file, factory=desk, isolation_level=None)
    try:
        await work_at(connection, lambda desk: _prepare(desk, keys))
    except BaseException:
        await connection.close()
        raise
    return connection


def _prepare(desk: Desk, keys: Keyring) -> None:
    migrate.check(desk)
    desk.executescript(SETTINGS)
    [(journal,)] = desk.execute("pragma journal_mode").fetchall()
    if journal != "wal":
        raise StoreUnavailable("This file system cannot keep a write-ahead log.")
    migrate.migrate(desk)
    _prove(desk, keys)
    desk.ask("free_leases")


def _prove(desk: Desk, keys: Keyring) -> None:
    """Raises `StoreDamaged` for a key that is not this database's."""
    rows = desk.ask("proof")
    if not rows:
        desk.each("prove", [(keys.house.seal(PROOF, "house"),)])
    elif keys.house.unseal(rows[0][0], "house") != PROOF:
        raise StoreDamaged("The key opens something else.")
