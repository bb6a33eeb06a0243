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

Entry = tuple[bool, str, Any]  # many?, SQL, parameters


class Recorder(Desk):
    """A desk that writes down what it is asked."""

    tape: ClassVar[list[Entry]] = []

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401
        """Write it down, then do it."""
        if sql is not WORK:
            self.tape.append((False, sql, parameters))
        return super().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Any, /) -> sqlite3.Cursor:  # noqa: ANN401
        """Write it down, then do it."""
        self.tape.append((True, sql, list(parameters)))
        return super().executemany(sql, parameters)


def keep(file: Path, before: int) -> None:
    """Keep the tape; the first `before` entries are the beginning that is not timed."""
    file.write_bytes(pickle.dumps((before, Recorder.tape)))


def play(tape: Path, database: Path) -> float:
    """Seconds for the timed part of the tape, in a new database with the same settings."""
    before, entries = pickle.loads(tape.read_bytes())  # noqa: S301 - written by ourselves
    raw = sqlite3.connect(database, isolation_level=None)
    raw.executescript(SETTINGS)
    for _, script in sorted(migrate.known().items()):
        raw.executescript(script)
    _run(raw, entries[:before])
    begun = time.perf_counter()
    _run(raw, entries[before:])
    took = time.perf_counter() - begun
    raw.close()
    return took


def _run(raw: sqlite3.Connection, entries: list[Entry]) -> None:
    for many, sql, parameters in entries:
        if many:
            raw.executemany(sql, parameters)
        else:
            raw.execute(sql, parameters).fetchall()
