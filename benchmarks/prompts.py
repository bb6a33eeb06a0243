"""A million people who want to be asked, of whom ten thousand at once; and APScheduler beside it.

`python -m benchmarks.prompts <cell> <folder> [stored]` prints a cell's figures as JSON, each in a
process of its own: `fill` leaves the database for the others, `start` opens it, `due` lets one in a
hundred come while somebody talks. `memory_jobs` and `stored_jobs` do the same with a tenth as many
jobs of APScheduler's own, of which one in a hundred is due.
"""

import asyncio
import gc
import json
import resource
import shutil
import sys
import time as clock
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import cast

from apscheduler.executors.asyncio import AsyncIOExecutor
from apscheduler.jobstores.base import BaseJobStore
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.adapter import House
from bot.app import App, build
from bot.care import prompting
from bot.model.event import Asked
from bot.model.message import Shown
from bot.model.person import Account, Person
from bot.model.schedule import EVERY_DAY, Rule
from bot.store import save
from bot.store.desk import Desk, work_at
from bot.store.opening import open_store
from bot.store.seals import Seals

STORED = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000  # noqa: PLR2004 - cell, folder, this
DUE = STORED // 100
JOBS, JOBS_DUE = STORED // 10, STORED // 1_000
AT_ONCE = 5_000  # rows that are filled in at a time, while nothing is timed
PLANNED = datetime(2026, 1, 5, 6, tzinfo=UTC)
NINE, TEN = PLANNED.replace(hour=9), PLANNED.replace(hour=10)  # some at nine, most at ten
TALKER = Account(platform="bench", native="talker")
ALONE = 200  # turns of a talker while nothing is due
LONGEST = 600.0  # seconds until all must have been asked
Figures = dict[str, float]


class Still:
    """Time that stands still until it is moved."""

    def __init__(self) -> None:
        self.at = PLANNED

    def now(self) -> datetime:
        """This instant."""
        return self.at

    def advance(self, by: timedelta) -> None:
        """Move it."""
        self.at += by


class Sink:
    """A platform that takes everything at once, and counts it."""

    name, rooms, dm, room = "bench", False, "dm", "room"

    def __init__(self, _house: House) -> None:
        self.sent = 0

    async def start(self) -> None:
        """Nothing to connect to."""

    async def send(self, message: Shown) -> None:
        """Count it."""
        self.sent += message.to != TALKER

    async def forget(self, account: Account) -> None:
        """Nothing is kept."""

    async def stop(self) -> None:
        """Nothing to let go of."""


def _somebody(keys: Callable[[Account], str], number: int) -> Person:
    account = Account(platform="bench", native=str(number))
    person = Person(id=keys(account), account=account, welcomed=PLANNED)  # type: ignore[arg-type]  # an id of these keys
    at = NINE if number < DUE else TEN
    return prompting.planned(person, "check-in", Rule(days=EVERY_DAY, at=time(at.hour)), PLANNED)


async def fill(folder: Path) -> Figures:
    """Store the million."""
    store, begun = await open_store(folder.parent / "prompts"), clock.perf_counter()

    def put(desk: Desk, some: range) -> None:
        seals = Seals(store.keys)
        people = [_somebody(store.keys.person_id, number) for number in some]
        with desk.transaction():
            seals.cut(desk, [person.id for person in people])
            desk.each("save_person", (save.person(seals, person) for person in people))
        store.keys.put_away()

    for first in range(0, STORED, AT_ONCE):
        some = range(first, first + AT_ONCE)
        await work_at(store._connection, lambda desk, some=some: put(desk, some))  # noqa: SLF001 - fills what nobody could type
    await store.close()
    return {"seconds": clock.perf_counter() - begun}


async def start(folder: Path) -> Figures:
    """Build the bot around the million, and look once at what is due."""
    begun = clock.perf_counter()
    bot = await _bot(folder.parent / "prompts")
    await bot.scheduler.sweep()
    took = clock.perf_counter() - begun
    await bot.stop()
    return {"seconds": took, "bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}


async def due(folder: Path) -> Figures:
    """Ten thousand are due. How long somebody who talks meanwhile waits for each turn."""
    shutil.copytree(folder.parent / "prompts", folder / "prompts")
    bot = await _bot(folder / "prompts")
    sink = cast("Sink", bot.add(Sink, {}, folder))
    quiet = sorted([await _turn(bot, number) for number in range(ALONE)])
    bot.clock.advance(NINE - PLANNED)
    bot.serve()
    gc.collect()
    gc.freeze()  # as `handrail run` does
    begun, times = clock.perf_counter(), []
    while sink.sent < DUE and clock.perf_counter() - begun < LONGEST:
        times.append(await _turn(bot, ALONE + len(times)))
        await asyncio.sleep(0.005)
    took = clock.perf_counter() - begun
    await bot.stop()
    times.sort()
    return {
        "sent": sink.sent,
        "seconds": took,
        "quiet_ms": quiet[len(quiet) // 2] * 1e3,
        "p50_ms": times[len(times) // 2] * 1e3,
        "p99_ms": times[int(len(times) * 0.99)] * 1e3,
        "worst_ms": times[-1] * 1e3,
        "turns": len(times),
    }


async def _bot(folder: Path) -> App:
    return await build(folder, Still())


async def _turn(bot: App, number: int) -> float:
    """A whole turn of the talker: seconds until it is on disk."""
    event = Asked(key=f"t{clock.time_ns()}-{number}", at=PLANNED, account=TALKER, command="who")
    begun = clock.perf_counter()
    await bot.dispatcher.receive(event)
    return clock.perf_counter() - begun


# ── APScheduler's own ────────────────────────────────────────────────────────
fired = 0


def fire() -> None:
    """What a job does: it is counted."""
    global fired  # noqa: PLW0603 - a job is found by its name, so it can only count here
    fired += 1


async def memory_jobs(folder: Path) -> Figures:
    """Jobs in its memory, gone at a restart."""
    del folder
    return await _jobs(MemoryJobStore())


async def stored_jobs(folder: Path) -> Figures:
    """Jobs in its SQLite store. They are put in without syncing, since nobody would wait for it."""
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore  # noqa: PLC0415 - would weigh on the memory of the others

    return await _jobs(SQLAlchemyJobStore(url=f"sqlite:///{folder}/jobs.db"))


async def _jobs(store: BaseJobStore) -> Figures:
    scheduler = AsyncIOScheduler(
        timezone="UTC", jobstores={"default": store}, executors={"default": AsyncIOExecutor()}
    )
    scheduler.start(paused=True)
    now, begun = datetime.now(UTC), clock.perf_counter()
    for number in range(JOBS):
        at = now + (timedelta(seconds=2) if number < JOBS_DUE else timedelta(days=1))
        scheduler.add_job(fire, "date", run_date=at, id=str(number))
    added = clock.perf_counter() - begun
    for job in scheduler.get_jobs()[:JOBS_DUE]:
        job.modify(next_run_time=datetime.now(UTC) + timedelta(seconds=1))
    scheduler.resume()
    worst = await _stall(JOBS_DUE, 20.0)
    scheduler.shutdown(wait=False)
    return {
        "added_ms": added / JOBS * 1e3,
        "worst_ms": worst * 1e3,
        "missed": JOBS_DUE - fired,
        "bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
    }


async def _stall(wanted: int, longest: float) -> float:
    """The longest that nothing else could happen, in seconds, until so many have fired."""
    begun = last = clock.perf_counter()
    worst = 0.0
    while fired < wanted and clock.perf_counter() - begun < longest:
        await asyncio.sleep(0.001)
        now = clock.perf_counter()
        worst, last = max(worst, now - last), now
    return worst


CELLS: Mapping[str, Callable[[Path], Awaitable[Figures]]] = {
    cell.__name__: cell for cell in (fill, start, due, memory_jobs, stored_jobs)
}


async def _main(name: str, folder: Path) -> None:
    print(json.dumps(await CELLS[name](folder)))


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1], Path(sys.argv[2])))
