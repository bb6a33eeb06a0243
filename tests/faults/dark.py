"""The lights go out: a process that stops for good in the middle of something, and comes back.

Everything that leaves a mark outside of the process (a commit, a hand-over, a shred) is a
point at which it may stop, just before or just after. What it was doing then never returns.
Platforms repeat what was not acknowledged, so the line that was under way is given again.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from bot.simulate import lines
from bot.simulate.run import Rehearsal
from tests.simulate.talk import START, Line

POINTS = ("take", "lease", "shred", "put_back")
MOST = 400  # stops in one run, so that it always ends


class Dark:
    """A rehearsal whose process stops at random points, by a seed."""

    def __init__(self, data: Path, seed: int, often: float) -> None:
        """At each point it stops with the probability `often`."""
        self.seen: list[Line] = []
        self.stops: Counter[str] = Counter()
        self._rehearsal = Rehearsal(data, START, 0, self.seen.append)
        self._chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
        self._often = often
        self._out = asyncio.Event()

    async def play(self, talk: list[Line]) -> None:
        """Give every line until it was acknowledged."""
        await self._start()
        try:
            for line in talk:
                await self._give(msgspec.json.encode(line).decode())
        finally:
            await self._rehearsal.app.store.close()

    async def _give(self, text: str) -> None:
        given = lines.read(text)
        act = self._rehearsal._act(given)  # noqa: SLF001 - the same event each time it is given
        state = self._rehearsal.platform.state
        while not await self._survives(act):
            await self._restart()
            if not isinstance(given, lines.Advance):  # time goes on to where it was to go
                state.count -= 1
                act = self._rehearsal._act(given)  # noqa: SLF001 - as above, for the new process

    async def _survives(self, act: Callable[[], Awaitable[None]]) -> bool:
        """Do it; False when the lights went out meanwhile."""
        work = asyncio.ensure_future(self._do(act))
        dark = asyncio.ensure_future(self._out.wait())
        await asyncio.wait({work, dark}, return_when=asyncio.FIRST_COMPLETED)
        done = work.done()
        for task in (work, dark):
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        return done

    async def _do(self, act: Callable[[], Awaitable[None]]) -> None:
        await act()
        await self._rehearsal.app.scheduler.settle()

    async def _start(self) -> None:
        await self._rehearsal.begin()
        self._out = asyncio.Event()
        store: Any = self._rehearsal.app.store
        for name in POINTS:
            setattr(store, name, self._fragile(name, getattr(store, name)))
        platform: Any = self._rehearsal.platform
        platform.send = self._fragile_send(type(platform).send.__get__(platform))

    async def _restart(self) -> None:
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await asyncio.sleep(0)
        platform: Any = self._rehearsal.platform
        del platform.send
        await self._rehearsal.app.store.close()
        # A lease outlives the process; time passes until it has run out.
        await self._start()

    def _stops_here(self, point: str) -> bool:
        stops = self._chance.random() < self._often and self.stops.total() < MOST
        if stops:
            self.stops[point] += 1
            self._out.set()
        return stops

    def _fragile(self, name: str, work: Callable[..., Awaitable[Any]]) -> Callable[..., Any]:
        async def fragile(*args: Any, **more: Any) -> Any:  # noqa: ANN401 - as what it wraps
            if self._out.is_set():
                raise asyncio.CancelledError  # already gone: nothing more is done
            if self._stops_here(f"before {name}"):
                await asyncio.Event().wait()
            result = await work(*args, **more)
            if self._stops_here(f"after {name}"):
                await asyncio.Event().wait()
            return result

        return fragile

    def _fragile_send(self, send: Callable[[Any], None]) -> Callable[[Any], None]:
        def fragile(message: Any) -> None:  # noqa: ANN401 - as what it wraps
            if self._out.is_set():
                return  # the process is gone; nothing of it reaches anybody
            send(message)

        return fragile
