"""What is measured, a cell each, and each in a process of its own.

`python -m benchmarks.cells <cell> <folder>` prints the cell's figures as JSON. A cell that
writes turns counts them afterwards in the database that it left behind.
"""

import asyncio
import json
import resource
import sqlite3
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import ClassVar

from benchmarks import guards, tape, whole
from benchmarks.talk import BEGAN, begin, decide, says
from bot.runtime.dispatcher import Dispatcher, identified
from bot.store.desk import Desk
from bot.store.opening import FILE, open_store
from bot.store.sqlite import SqliteStore

TALKS = 64
TURNS = 1_000  # of a cell that takes them one by one
ROUNDS_OF_TALKS = 40  # of a cell in which all talk at once
STORED = 100_000
TAPE, MANY = "tape", "many"  # what a first cell leaves for later ones, beside their folders
HOLD = timedelta(minutes=1)
AT_ONCE = 1_000  # how many talks are stored in one commit, while nothing is timed

Figures = dict[str, float | str]


class Watched(Desk):
    """A desk that says, when it closes, how durable it was."""

    synchronous: ClassVar[int] = -1

    def close(self) -> None:
        """Look, then close."""
        [(Watched.synchronous,)] = self.execute("pragma synchronous").fetchall()
        super().close()


async def record(folder: Path) -> Figures:
    """Tape the turns that `raw` will play, taken one by one."""
    store = await open_store(folder, tape.Recorder)
    tape.Recorder.tape.clear()
    await _begin(store, TALKS)
    before = len(tape.Recorder.tape)
    for turn in range(TURNS):
        await store.take([says(store.keys, turn % TALKS, turn // TALKS)], decide)
    tape.keep(folder.parent / TAPE, before)
    await store.close()
    return {"statements": (len(tape.Recorder.tape) - before) / TURNS}


async def raw(folder: Path) -> Figures:
    """The taped turns in a plain sqlite3 loop."""
    took, synchronous = tape.play(folder.parent / TAPE, folder / FILE)
    return {"us": took / TURNS * 1e6, **_left(folder, synchronous, TURNS)}


async def alone(folder: Path) -> Figures:
    """One turn at a time, through the dispatcher."""
    store = await open_store(folder, Watched)
    await _begin(store, TALKS)
    times = await _one_by_one(store, TURNS, TALKS)
    await store.close()
    return {
        "us": sum(times) / TURNS * 1e6,
        **_percentiles(times),
        **_left(folder, Watched.synchronous, TURNS),
    }


async def together(folder: Path) -> Figures:
    """All talk at once, through the dispatcher. What they said is delivered in between, untimed."""
    store = await open_store(folder, Watched)
    await _begin(store, TALKS)
    dispatcher, took = _dispatcher(store), 0.0
    for turn in range(ROUNDS_OF_TALKS):
        events = [says(store.keys, talk, turn) for talk in range(TALKS)]
        begun = time.perf_counter()
        await asyncio.gather(*map(dispatcher.receive, events))
        took += time.perf_counter() - begun
        await _deliver(store)
    await store.close()
    turns = TALKS * ROUNDS_OF_TALKS
    return {"us": took / turns * 1e6, **_left(folder, Watched.synchronous, turns)}


async def fill(folder: Path) -> Figures:
    """Store many talks, for `idle` and `first`."""
    store = await open_store(folder.parent / MANY)
    begun = time.perf_counter()
    await _begin(store, STORED)
    took = time.perf_counter() - begun
    await store.close()
    return {"seconds": took}


async def empty(folder: Path) -> Figures:
    """A store with nothing in it, and some turns."""
    return await _first(folder, stored=0)


async def first(folder: Path) -> Figures:
    """A store with many talks: opened, one reply, then some turns."""
    return await _first(folder.parent / MANY, stored=STORED)


async def _first(folder: Path, stored: int) -> Figures:
    begun = time.perf_counter()
    store = await open_store(folder)
    if not stored:
        await _begin(store, TALKS)
    turn = time.time_ns()  # later than every turn of the rounds before
    await store.take([says(store.keys, 0, turn)], decide)
    reply = time.perf_counter() - begun
    times = await _one_by_one(store, TALKS * 4, TALKS, since=turn + 1)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    await store.close()
    return {"reply_ms": reply * 1e3, "bytes": memory, **_percentiles(times)}


async def _begin(store: SqliteStore, talks: int) -> None:
    for some in range(0, talks, AT_ONCE):
        many = range(some, min(some + AT_ONCE, talks))
        await store.take([begin(store.keys, talk) for talk in many], decide)


async def _one_by_one(store: SqliteStore, turns: int, talks: int, since: int = 0) -> list[float]:
    """Seconds for each turn."""
    dispatcher, times = _dispatcher(store), []
    for turn in range(turns):
        event = says(store.keys, turn % talks, since + turn // talks)
        begun = time.perf_counter()
        await dispatcher.receive(event)
        times.append(time.perf_counter() - begun)
    return times


async def _deliver(store: SqliteStore) -> None:
    """Lease and shred all that waits, as a delivery does."""
    waiting = await store.lease(BEGAN, TALKS, HOLD)
    await store.shred([row.message.key for row in waiting])


def _dispatcher(store: SqliteStore) -> Dispatcher:
    return Dispatcher(
        store,
        decide,
        partial(identified, identify=store.keys.person_id),
        wake=lambda: None,
    )


def _percentiles(times: list[float]) -> Figures:
    """Milliseconds that half, and 99 of 100, stay under."""
    cuts = quantiles(times, n=100)
    return {"p50_ms": cuts[49] * 1e3, "p99_ms": cuts[98] * 1e3}


def _left(folder: Path, synchronous: int, turns: int) -> Figures:
    """What the database says of itself, once it is closed. Raises where a turn is missing."""
    with closing(sqlite3.connect(folder / FILE)) as left:
        [(counted,)] = left.execute("select sum(turn) from session").fetchall()
        [(sound,)] = left.execute("pragma integrity_check").fetchall()
        [(journal,)] = left.execute("pragma journal_mode").fetchall()
    if counted != turns:
        raise AssertionError(f"{turns} turns were taken and {counted} are there")
    return {"journal": journal, "synchronous": synchronous, "integrity": sound}


CELLS: Mapping[str, Callable[[Path], Awaitable[Figures]]] = {
    cell.__name__: cell
    for cell in (record, raw, alone, together, fill, empty, first, guards.guards)
} | {f"whole_{c.__name__}": c for c in (whole.record, whole.raw, whole.alone, whole.together)}


async def _main(name: str, folder: Path) -> None:
    print(json.dumps(await CELLS[name](folder)))


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1], Path(sys.argv[2])))
