"""The stage on which the bot is killed after everything that anybody does, and started again.

Where the process stands when it dies is chosen by a seed, out of `MOMENTS`. All but one are
exact: a request of the bot is held on the wire, before Discord has done it or after, and the
process is killed while it waits for the answer.
"""

import asyncio
import random
from collections import Counter
from datetime import timedelta

from tests.adapters.discord.faults.playing import Do
from tests.adapters.discord.faults.swift import Swift
from tests.adapters.discord.faults.talk import Act
from tests.adapters.discord.peer.faults import Kind
from tests.adapters.discord.peer.process import Peer

CALLBACK, MESSAGES = "/callback$", "/channels/[0-9]+/messages"
BEFORE: Kind = "hang"
AFTER: Kind = "commit-then-hang"
EXACT = {  # whether Discord has done it; which request it is; how many of those go well before
    "before the ack": (BEFORE, CALLBACK, 0),
    "after the ack": (AFTER, CALLBACK, 0),
    "before it wrote": (BEFORE, MESSAGES, 0),
    "after it wrote": (AFTER, MESSAGES, 0),
    "before it wrote twice": (BEFORE, MESSAGES, 1),
    "after it wrote twice": (AFTER, MESSAGES, 1),
}
MOMENTS = ("before it heard", "at any time", *EXACT)
ACKS = ("before the ack", "after the ack")
SHORT = 0.08  # seconds, the longest that "any time" lets it live on
EXPIRE = 3.1  # seconds until somebody is told that the application did not respond


def kills_at(number: int, half: int) -> bool:
    """Whether the act of that number is among those of this half, 0 or 1."""
    return number % 2 == half


class Killing:
    """Kills at every second act: those of the one half, or those of the other."""

    def __init__(self, peer: Peer, served: Swift, half: int, seed: int) -> None:
        self.killed: Counter[str] = Counter()
        self._peer = peer
        self._served = served
        self._chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
        self._half = half
        self._deck: list[str] = []

    async def strike(self, number: int, act: Act, do: Do) -> bool:
        """The act, a death, and another start."""
        if not kills_at(number, self._half):
            return await do()
        moment = self._moment(act)
        self.killed[moment] += 1
        if moment == "before it heard":
            await self._served.kill()
            ok = await do()
        else:
            ok = await self._die_meanwhile(moment, do)
        await self._served.start()
        return ok

    def told(self) -> str:
        """How often at which moment."""
        return ", ".join(f"{count} {moment}" for moment, count in sorted(self.killed.items()))

    def _moment(self, act: Act) -> str:
        """Each in its turn, in an order of chance. What was typed is not acknowledged."""
        if not self._deck:
            self._deck = self._chance.sample(MOMENTS, len(MOMENTS))
        fit = [each for each in self._deck if act.how != "type" or each not in ACKS]
        moment = (fit or ["after it wrote"])[0]
        self._deck = [each for each in self._deck if each != moment]
        return moment

    async def _die_meanwhile(self, moment: str, do: Do) -> bool:
        if moment in EXACT:
            kind, path, before = EXACT[moment]
            await self._peer.fault(kind, path, skip=before)
        doing = asyncio.ensure_future(do())
        if moment in EXACT:
            await self._peer.hanging(2.0)  # or there is nothing more that it asks for
        else:
            await asyncio.sleep(self._chance.uniform(0.0, SHORT))
        await self._served.kill()
        await self._peer.mend()
        while not (await asyncio.wait({doing}, timeout=0.02))[0]:
            await self._peer.advance(EXPIRE)
        return doing.result()

    async def nudge(self) -> None:
        """What must come comes by itself."""

    async def advance(self, by: timedelta) -> None:
        """The process dies, and finds the time gone on when it starts."""
        await self._served.kill()
        self.killed["while time passed"] += 1
        clock = self._served.data / "clock"
        kept = float(clock.read_text()) if clock.exists() else 0.0
        clock.write_text(str(kept + by.total_seconds()))
        await self._served.start()
