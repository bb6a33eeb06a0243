"""The stage on which the bot is killed after what people do, and started again.

Where the process stands when it dies is chosen by a seed, out of `MOMENTS`. All but two are exact:
a request of the bot is held on the wire, before the homeserver has done it or after, and the
process is killed while it waits for the answer.
"""

import asyncio
import random
from collections import Counter
from contextlib import suppress
from datetime import timedelta

from tests.adapters.discord.faults.talk import Act
from tests.adapters.matrix.faults.playing import Do
from tests.adapters.matrix.faults.scene import Watched
from tests.adapters.matrix.faults.swift import Swift
from tests.adapters.matrix.faults.talk import Enter
from tests.adapters.matrix.front import Kind

BEFORE: Kind = "hold"
AFTER: Kind = "commit-then-hold"
EXACT = {  # whether the homeserver has done it; which request; how many of those go well before
    "before it wrote": (BEFORE, "send", 0),
    "after it wrote": (AFTER, "send", 0),
    "before it wrote twice": (BEFORE, "send", 1),
    "after it wrote twice": (AFTER, "send", 1),
    "before it took back": (BEFORE, "redact", 0),
    "after it took back": (AFTER, "redact", 0),
    "before it gave its key": (BEFORE, "to-device", 0),
    "after it gave its key": (AFTER, "to-device", 0),
}
KEYS = ("before it gave its key", "after it gave its key")  # a new process makes a new one
MOMENTS = ("before it heard", "at any time", *EXACT)
SHORT = 0.15  # seconds, the longest that "any time" lets it live on
HELD = 1.5  # seconds; who asks for nothing of that kind until then is killed where it is


class Killing:
    """Kills at every second act: those of the one half, or those of the other."""

    def __init__(self, front: Watched, served: Swift, half: int, seed: int) -> None:
        self.killed: Counter[str] = Counter()
        self._front = front
        self._served = served
        self._half = half
        self._acts = 0
        self._chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
        self._deck: list[str] = []

    async def strike(self, _act: Act | Enter, do: Do) -> None:
        """The act, a death, and another start."""
        self._acts += 1
        if self._acts % 2 != self._half:
            await do()
            return
        self._deck = self._deck or self._chance.sample(MOMENTS, len(MOMENTS))
        moment = self._deck.pop()
        if moment in KEYS:
            await self._again("while nothing happened")
        if moment == "before it heard":
            await self._served.kill()
            await do()
        else:
            moment = await self._die_meanwhile(moment, do)
        self.killed[moment] += 1
        await self._served.start()

    async def _again(self, moment: str) -> None:
        await self._served.kill()
        self.killed[moment] += 1
        await self._served.start()

    async def _die_meanwhile(self, moment: str, do: Do) -> str:
        """At which moment it was."""
        if moment in EXACT:
            kind, path, before = EXACT[moment]
            self._front.fault(kind, path, skip=before)
        await do()
        if moment in EXACT:
            with suppress(TimeoutError):
                await self._front.until(lambda _: self._front.holding, HELD)
            moment = moment if self._front.holding else "when all was done"
        else:
            await asyncio.sleep(self._chance.uniform(0.0, SHORT))
        await self._served.kill()
        self._front.mend()
        return moment

    def told(self) -> str:
        """How often at which moment."""
        return ", ".join(f"{count} {moment}" for moment, count in sorted(self.killed.items()))

    async def nudge(self) -> None:
        """What must come comes by itself."""

    async def advance(self, by: timedelta) -> None:
        """The process dies, and finds the time gone on when it starts."""
        await self._served.kill()
        self.killed["while time passed"] += 1
        clock = self._served.clock
        kept = float(clock.read_text()) if clock.exists() else 0.0
        clock.write_text(str(kept + by.total_seconds()))
        await self._served.start()
