"""The raw side: the same statements with the same bytes, straight to sqlite3.

A tape is what the store's connection was asked while it took some turns. Played back in a
plain loop it costs what SQLite costs, and nothing of ours.
"""

import pickle
import sqlite3
import time
from pathlib import Path
from typing import Any, ClassVar

from bot.store import migrate
from bot.store.desk import SETTINGS, WORK, Desk

Entry = tuple[bool, str, Any]  # for many rows?, SQL, parameters


class Recorder(Desk):
    """A desk that writes down what it is asked."""

    tape: ClassVar[list[Entry]] = []

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - as theirs
        """Write it down, then do it."""
        if sql is not WORK:
            self.tape.append((False, sql, parameters))
        return super().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Any, /) -> sqlite3.Cursor:  # noqa: ANN401 - as theirs
        """Write it down, then do it."""
        self.tape.append((True, sql, parameters))
        return super().executemany(sql, parameters)


def keep(file: Path, before: int) -> None:
    """Keep the tape; its first `before` entries are the beginning, which is not timed."""
    file.write_bytes(pickle.dumps((before, Recorder.tape)))


def play(tape: Path, database: Path) -> tuple[float, int]:
    """Seconds for the timed part of the tape, and the `synchronous` that it was played with."""
    before, entries = pickle.loads(tape.read_bytes())  # noqa: S301 - written by ourselves
    raw = sqlite3.connect(database, isolation_level=None)
    raw.executescript(SETTINGS)
    for _, script in sorted(migrate.known().items()):
        raw.executescript(script)
    _run(raw, entries[:before])
    begun = time.perf_counter()
    _run(raw, entries[before:])
    took = time.perf_counter() - begun
    [(synchronous,)] = raw.execute("pragma synchronous").fetchall()
    raw.close()
    return took, synchronous


def _run(raw: sqlite3.Connection, entries: list[Entry]) -> None:
    for many, sql, parameters in entries:
        if many:
            raw.executemany(sql, parameters)
        else:
            raw.execute(sql, parameters).fetchall()
