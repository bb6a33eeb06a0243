"""The stage on which the bot lives in this process, and the way to the homeserver is what fails."""

import random
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import timedelta

from tests.adapters.discord.faults.talk import Act
from tests.adapters.matrix.faults.playing import Do
from tests.adapters.matrix.faults.scene import Scene
from tests.adapters.matrix.faults.talk import Enter
from tests.adapters.matrix.front import Kind
from tests.adapters.matrix.whole import Running

A_WAIT = timedelta(seconds=6)  # more than the delivery lets pass before it tries again
Trouble = Callable[[Scene], Awaitable[None]]


class Inside:
    """Trouble befalls one act in `often`, each kind of it in its turn. Without any: none."""

    def __init__(
        self,
        scene: Scene,
        bot: Running,
        troubles: dict[str, Trouble] | None = None,
        *,
        often: int = 2,
        seed: int = 0,
    ) -> None:
        self.struck: Counter[str] = Counter()
        self._scene = scene
        self._bot = bot
        self._troubles = troubles or {}
        self._often = often
        self._acts = 0
        self._chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
        self._deck: list[str] = []

    async def strike(self, _act: Act | Enter, do: Do) -> None:
        """The act, and trouble shortly before it."""
        self._acts += 1
        if self._troubles and self._acts % self._often == 0:
            self._deck = self._deck or self._chance.sample([*self._troubles], len(self._troubles))
            name = self._deck.pop()
            self.struck[name] += 1
            await self._troubles[name](self._scene)
        await do()

    async def nudge(self) -> None:
        """So much time passes that the delivery tries again what it has put back."""
        await self.advance(A_WAIT)

    async def advance(self, by: timedelta) -> None:
        """Time passes, with all that is due in it."""
        self._bot.app.clock.advance(by)
        await self._bot.app.scheduler.settle()

    def told(self) -> str:
        """How often what."""
        return ", ".join(f"{count} {name}" for name, count in sorted(self.struck.items()))


def fails(kind: Kind, path: str, times: int = 1, status: int = 500) -> Trouble:
    """The next requests of that sort fail in that way."""

    async def trouble(scene: Scene) -> None:
        scene.front.fault(kind, path, times=times, status=status, retry_after_ms=200)

    return trouble


KEYS = r"/keys/|/sendToDevice/"
OF_REQUESTS: dict[str, Trouble] = {
    "502 on sync": fails("bad-gateway", "sync"),
    "429 on sync": fails("rate-limit", "sync"),
    "502 on send": fails("bad-gateway", "send", times=2),
    "429 on send": fails("rate-limit", "send", times=2),
    "502 on keys": fails("bad-gateway", KEYS),
    "429 on keys": fails("rate-limit", KEYS),
    "send dropped after commit": fails("commit-then-drop", "send", times=2),
    "502 after commit of send": fails("commit-then-error", "send", status=502),
    "sync dropped after commit": fails("commit-then-drop", "sync", times=2),
}
