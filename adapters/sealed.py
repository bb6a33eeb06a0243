"""A small file of an adapter's own: sealed facts, found by keyed hashes, one process at a time.

What an adapter must know to find people again lies in it. The file alone names nobody: rows are
found by hashes with a key that is itself sealed, and their bodies are sealed with the house's
vault. A write to a table that a power cut loses must cost a second look at most, never a word; a
fact may be a secret that is nowhere else, so it is on disk before anybody goes on.
"""

import hashlib
import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TypeVar

import msgspec

from bot.adapter import Vault
from bot.errors import StoreBusy, StoreUnavailable

FACTS = "create table if not exists fact (name text primary key, body blob not null) without rowid;"
PRAGMAS = (
    "pragma locking_mode = exclusive",
    "pragma journal_mode = wal",
    "pragma synchronous = normal",
    "pragma secure_delete = on",
)
KEY = "names"
T = TypeVar("T", bound=msgspec.Struct)


class SealedFile:
    """The file. A memory of an adapter builds on it, with tables of its own.

    Whatever is asked of it raises `StoreUnavailable` while the disk is full or gone.
    """

    schema = ""  # more tables than the facts

    def __init__(self, db: sqlite3.Connection, vault: Vault) -> None:
        """Use `open`."""
        self._db = db
        self._vault = vault
        self._key = self._find_key()

    @classmethod
    def open(cls, path: Path, vault: Vault) -> Self:
        """Open or make the file, readable by its owner only.

        Raises `StoreBusy` when another process has it, `StoreDamaged` when the key is another.
        """
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        db = sqlite3.connect(path, isolation_level=None, timeout=1.0)
        try:
            for pragma in PRAGMAS:
                db.execute(pragma)
            db.executescript(FACTS + cls.schema)
            return cls(db, vault)
        except sqlite3.OperationalError as no:
            db.close()
            raise StoreBusy from no
        except BaseException:
            db.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def wipe(self) -> None:
        """What was deleted is not in what is written ahead of the file, either."""
        self._do("pragma wal_checkpoint(truncate)").fetchall()

    def fact(self, name: str) -> str:
        """What was noted under that name, or ""."""
        row = self._do("select body from fact where name = ?", (name,)).fetchone()
        return self._vault.unseal(row[0]).decode() if row else ""

    def note(self, name: str, value: str) -> None:
        """Note it; once this returns, no power cut loses it."""
        row = (name, self._vault.seal(value.encode()))
        with self._surely():
            self._do("insert or replace into fact values (?, ?)", row)

    def _find_key(self) -> bytes:
        if not self.fact(KEY):
            self.note(KEY, secrets.token_hex(32))
        return bytes.fromhex(self.fact(KEY))

    def _do(self, sql: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        """Raises `StoreUnavailable`: then nothing of it has happened."""
        try:
            return self._db.execute(sql, values)
        except sqlite3.OperationalError as no:
            raise StoreUnavailable from no

    @contextmanager
    def _surely(self) -> Iterator[None]:
        """What is written meanwhile waits for the disk."""
        self._do("pragma synchronous = full")
        try:
            yield
        finally:
            self._do("pragma synchronous = normal")

    def _hash(self, name: str) -> str:
        return hashlib.blake2b(name.encode(), key=self._key, digest_size=12).hexdigest()

    def _put(self, table: str, name: str, key: str, body: msgspec.Struct) -> None:
        """`table` and `name` are words of an adapter's code, never of anybody else."""
        sql = f"insert or replace into {table} ({name}, body) values (?, ?)"  # noqa: S608 - see above
        self._do(sql, (key, self._seal(body)))

    def _all(self, table: str, kind: type[T]) -> Iterator[T]:
        for (body,) in self._do(f"select body from {table}"):  # noqa: S608 - a word of ours
            yield self._unseal(body, kind)

    def _seal(self, body: msgspec.Struct) -> bytes:
        return self._vault.seal(msgspec.json.encode(body))

    def _unseal(self, sealed: bytes, kind: type[T]) -> T:
        return msgspec.json.decode(self._vault.unseal(sealed), type=kind)
