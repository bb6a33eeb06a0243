"""One connection to SQLite, at which a whole piece of work is done in one go.

aiosqlite gives each connection a thread and hands it one statement at a time; every such
hop costs more than most statements. It also lets us bring our own connection class, and it
calls that class's `execute` in its thread. So ours takes, in place of SQL, a whole piece of
work: a batch of any size is one hop.
"""

import gc
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from typing import Any, TypeVar

import aiosqlite
import msgspec

T = TypeVar("T")
Row = tuple[Any, ...]
WORK = "-- a piece of work"  # what `execute` is given in place of SQL

SETTINGS = """
pragma journal_mode = wal;
pragma synchronous = full;  -- normal loses acknowledged turns in a power cut
pragma secure_delete = on;  -- set, because its default differs from build to build
pragma foreign_keys = on;
pragma busy_timeout = 5000;
pragma temp_store = memory;
pragma cache_size = -16000;
pragma wal_autocheckpoint = 1000;  -- pages: a longer one holds a turn up for over 50 ms
"""


def _queries() -> dict[str, str]:
    """The statements of queries.sql: a paragraph each, that begins with its name."""
    text = resources.files(__package__).joinpath("queries.sql").read_text("utf-8")
    named = (re.match(r"-- (\w+): .*\n", paragraph) for paragraph in text.split("\n\n"))
    return {name[1]: name.string[name.end() :] for name in named if name}


QUERIES = _queries()


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off looking for reference cycles until this is done.

    A batch makes thousands of values that live as long as it does; the collector would look
    through them again and again, which was a third of the time of a batch, and find nothing.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


class Desk(sqlite3.Connection):
    """Knows every statement by its name."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - as theirs
        """Run SQL; or, for `WORK`, the piece of work that is its only parameter."""
        if sql is not WORK:
            return super().execute(sql, parameters)
        (work,) = parameters
        with uncollected():
            work(self)
        return self.cursor()

    def ask(self, query: str, **values: int | str | Sequence[str | int] | None) -> list[Row]:
        """Run a named statement once; a list goes in as JSON."""
        plain = {name: _plain(value) for name, value in values.items()}
        return self.execute(QUERIES[query], plain).fetchall()

    def each(self, query: str, rows: Iterable[Row]) -> int:
        """Run a named statement for every row; says how many rows of the table changed."""
        rows = list(rows)
        return self.executemany(QUERIES[query], rows).rowcount if rows else 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it is durable afterwards, or, where something is raised, none of it happened."""
        self.execute("begin immediate")
        try:
            yield
            self.execute("commit")
        except BaseException:
            if self.in_transaction:  # SQLite takes some back by itself: a full disk
                self.execute("rollback")
            raise

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Part of a transaction: where something is raised, that part did not happen."""
        self.execute("savepoint attempt")
        try:
            yield
        except BaseException:
            if self.in_transaction:
                self.execute("rollback to attempt")
            raise
        finally:
            if self.in_transaction:
                self.execute("release attempt")

    def truncate(self) -> bool:
        """Move all of the WAL into the database and empty it. False where it must wait."""
        [(busy, _, _)] = self.execute("pragma wal_checkpoint(truncate)").fetchall()
        return not busy


async def work_at(connection: aiosqlite.Connection, work: Callable[[Desk], T]) -> T:
    """Do a piece of work in the connection's thread and come back with what it returned."""
    done: list[T] = []
    await connection.execute(WORK, [lambda desk: done.append(work(desk))])
    return done[0]


def _plain(value: int | str | Sequence[str | int] | None) -> int | str | None:
    if value is None or isinstance(value, int | str):
        return value
    return msgspec.json.encode(value).decode()
