"""The stage on which the bot lives in this process, and the wire to Discord is what fails."""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta

from tests.adapters.discord.faults.playing import Do
from tests.adapters.discord.faults.talk import Act
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.whole import Running

Trouble = Callable[[Peer, random.Random], Awaitable[None]]
WRITES = "/channels/[0-9]+/messages|/callback$|/thread-members/|/threads$"
WHEN = ("before", "after")  # the act
OFTEN = 4  # one act in so many meets trouble
A_WAIT = timedelta(seconds=6)  # more than the delivery lets pass before it tries again
PATIENCE = 1.0  # seconds, before the clock of Discord is moved to where it gives an answer up
EXPIRE = 3.1  # seconds by that clock


class Inside:
    """Trouble befalls one act in `OFTEN`, chosen by the seed. Without trouble: none."""

    def __init__(
        self, peer: Peer, bot: Running, trouble: Trouble | None = None, seed: int = 0
    ) -> None:
        self.struck: Counter[str] = Counter()
        self._peer = peer
        self._bot = bot
        self._trouble = trouble
        self._chance = random.Random(seed)  # noqa: S311 - reproducible, not secret

    async def strike(self, _number: int, _act: Act, do: Do) -> bool:
        """The act, and trouble shortly before it or after."""
        if self._trouble is None or self._chance.randrange(OFTEN):
            return await self._patiently(do)
        when = self._chance.choice(WHEN)
        self.struck[when] += 1
        if when == "before":
            await self._trouble(self._peer, self._chance)
        ok = await self._patiently(do)
        if when == "after":
            await self._trouble(self._peer, self._chance)
        return ok

    async def _patiently(self, do: Do) -> bool:
        """Nobody sits out the three seconds in which an answer may come."""
        doing = asyncio.ensure_future(do())
        while not (await asyncio.wait({doing}, timeout=PATIENCE))[0]:
            await self._peer.advance(EXPIRE)
        return doing.result()

    async def nudge(self) -> None:
        """So much time passes that the delivery tries again what it has put back."""
        self._bot.app.clock.advance(A_WAIT)
        await self._bot.app.scheduler.settle()

    async def advance(self, by: timedelta) -> None:
        """Time passes, with all that is due in it."""
        self._bot.app.clock.advance(by)
        await self._bot.app.scheduler.settle()


# ── what can befall the wire ─────────────────────────────────────────────────
async def busy(peer: Peer, chance: random.Random) -> None:
    """429 with `retry_after`."""
    await peer.fault("rate-limit", WRITES, retry_after=0.1, skip=chance.randrange(2))


async def broken_after(peer: Peer, chance: random.Random) -> None:
    """500, after Discord has done what was asked."""
    await peer.fault("commit-then-error", WRITES, skip=chance.randrange(2))


async def cut_after(peer: Peer, chance: random.Random) -> None:
    """The line is cut, after Discord has done what was asked."""
    await peer.fault("commit-then-drop", WRITES, skip=chance.randrange(2))


async def unavailable(peer: Peer, chance: random.Random) -> None:
    """503, twice."""
    await peer.fault("error", WRITES, status=503, times=2, skip=chance.randrange(2))


async def dropped(peer: Peer, _chance: random.Random) -> None:
    """The gateway's line is dead; its session can be resumed."""
    await peer.gateway("drop")


async def invalidated(peer: Peer, _chance: random.Random) -> None:
    """Op 9: the session is over, and what happens until there is a new one is not told."""
    await peer.gateway("invalidate", resumable=False)


async def refused(peer: Peer, _chance: random.Random) -> None:
    """The gateway's line is dead, and twice a new one is refused with 503."""
    await peer.gateway("refuse", times=2)
    await peer.gateway("drop")


async def malformed(peer: Peer, _chance: random.Random) -> None:
    """An event without its parts, of which discord.py dies."""
    await peer.gateway("malformed")


OF_REQUESTS = (busy, broken_after, cut_after, unavailable)
ALL: dict[str, Trouble] = {
    "429": busy,
    "500 after commit": broken_after,
    "cut after commit": cut_after,
    "503": unavailable,
    "gateway dropped": dropped,
    "gateway invalidated": invalidated,
    "gateway refused": refused,
    "malformed event": malformed,
}
