"""The same with the real exercise: a small share at the question "did a thought come with it?".

Each turn is one that people make: a thought is typed, then taken back with `undo`. It goes
through the real router and engine; the raw loop beside it plays this very tape.
"""

import asyncio
import time
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import tape
from benchmarks.talk import BEGAN
from bot import app
from bot.model.event import Asked, Met, Said
from bot.model.person import Account
from bot.model.private import Private
from bot.runtime.dispatcher import Dispatcher, identified
from bot.runtime.router import Router
from bot.script.catalog import Catalog
from bot.script.read import read_all
from bot.store.opening import open_store
from bot.store.sqlite import SqliteStore
from bot.text.words import Words

TALKS = 64
TURNS = 1_000
ROUNDS_OF_TALKS = 20
HOLD = timedelta(minutes=1)
SAID = ("I thought that I do not count, and that it is silly to mind it at all.", "undo")
WAY = (
    *(("a", "none of these"), ("a", "1"), ("a", "slow"), ("a", "between our own chats")),
    *(
        ("b", "yes"),
        ("b", "none of these"),
        ("b", "4"),
        ("b", "calm"),
        ("a", "calm"),
        ("a", "sore"),
        ("a", "sad"),
    ),
    ("a", "Everyone was asked but me, and I said that it was fine. It was not quite fine."),
)


class Talks:
    """Many pairs, each at the same question of their own small share."""

    def __init__(self, store: SqliteStore) -> None:
        """Nothing is stored yet."""
        folders = app.exercises()
        router = Router(
            Catalog(read_all(folders)),
            Words.read(folders),
            frozenset(),
            lambda _session: "22222222",
        )
        self.store = store
        self._keys = 0
        known = partial(identified, identify=store.keys.person_id)
        self.dispatcher = Dispatcher(store, router.decide, known, wake=lambda: None)

    async def begin(self) -> None:
        """Bring every pair to the question."""
        for talk in range(TALKS):
            for who in ("a", "b"):
                await self.dispatcher.receive(Met(**self._base(who, talk), welcomed=True))
            named = {"person": f"b{talk}"}
            share = Asked(**self._base("a", talk), command="share", options=named)
            await self.dispatcher.receive(share)
        for who, text in WAY:
            await asyncio.gather(*(self.say(talk, text, who) for talk in range(TALKS)))
        await self.deliver()

    def _base(self, who: str, talk: int) -> dict[str, Any]:
        self._keys += 1
        account = Account(platform="bench", native=f"{who}{talk}", name=who.upper())
        return {"key": f"bench {self._keys}", "at": BEGAN, "account": account}

    async def say(self, talk: int, text: str, who: str = "a") -> None:
        """One turn."""
        await self.dispatcher.receive(Said(**self._base(who, talk), text=Private(text)))

    async def deliver(self) -> None:
        """Lease and shred all that waits, as a delivery does."""
        while waiting := await self.store.lease(BEGAN, TALKS, HOLD):
            await self.store.shred([row.message.key for row in waiting])


async def record(folder: Path) -> dict[str, float | str]:
    """Tape the turns that the raw loop will play."""
    store = await open_store(folder, tape.Recorder)
    tape.Recorder.tape.clear()  # the raw loop makes its own tables
    talks = Talks(store)
    await talks.begin()
    before = len(tape.Recorder.tape)
    for turn in range(TURNS):
        await talks.say(turn % TALKS, SAID[turn // TALKS % 2])
    tape.keep(folder.parent / "whole-tape", before)
    await store.close()
    return {"statements": (len(tape.Recorder.tape) - before) / TURNS}


async def raw(folder: Path) -> dict[str, float | str]:
    """The taped turns in a plain sqlite3 loop."""
    took, _ = tape.play(folder.parent / "whole-tape", folder / "handrail.db")
    return {"us": took / TURNS * 1e6}


async def alone(folder: Path) -> dict[str, float | str]:
    """One turn at a time."""
    store = await open_store(folder)
    talks = Talks(store)
    await talks.begin()
    took = 0.0
    for turn in range(TURNS):
        begun = time.perf_counter()
        await talks.say(turn % TALKS, SAID[turn // TALKS % 2])
        took += time.perf_counter() - begun
    await store.close()
    return {"us": took / TURNS * 1e6}


async def together(folder: Path) -> dict[str, float | str]:
    """All at once; what they are told is delivered in between, untimed."""
    store = await open_store(folder)
    talks = Talks(store)
    await talks.begin()
    took = 0.0
    for turn in range(ROUNDS_OF_TALKS):
        begun = time.perf_counter()
        await asyncio.gather(*(talks.say(talk, SAID[turn % 2]) for talk in range(TALKS)))
        took += time.perf_counter() - begun
        await talks.deliver()
    await store.close()
    return {"us": took / ROUNDS_OF_TALKS / TALKS * 1e6}
