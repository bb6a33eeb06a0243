"""Takes events back, one after the other, behind everything that people wait for (safety D3.8).

Theory of operation. A private question goes once it is answered, and so does what its reader wrote
to answer it, where the bot may take that back: in chats that the bot made, and in most that people
make. What is to go is a row, so a kill forgets none of it. A homeserver that says it is asked too
much is left alone for a while: the next question matters more.
"""

import asyncio
import logging
from datetime import timedelta

from adapters.matrix.ground import Ground
from adapters.matrix.memory import Away
from adapters.matrix.voice import Voice, tx
from bot.errors import StoreUnavailable, TryLater, Unreachable

PATIENT = timedelta(seconds=30)  # at least, after a homeserver has said that it is too much
TIDIED, THEIRS_STAYS = ".matrix-tidied", ".matrix-tidied-mine"
log = logging.getLogger(__name__)


class Tidier:
    """Works through what is to be taken back."""

    def __init__(self, ground: Ground, voice: Voice) -> None:
        """Nothing is done before `start`."""
        self._memory = ground.memory
        self._line = ground.line
        self._voice = voice
        self._wanted = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin with what is left of last time."""
        self._wanted.set()
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """What is left stays written down."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    def take_back(self, *events: Away) -> None:
        """Have these taken back, soon."""
        for one in events:
            self._memory.put_away(one)
        self._wanted.set()

    async def _run(self) -> None:
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                await self._work_off()
            except StoreUnavailable:
                await asyncio.sleep(PATIENT.total_seconds())
                self._wanted.set()

    async def _work_off(self) -> None:
        """All that there is. Raises `StoreUnavailable`: then the rest is still written down."""
        while one := self._memory.away():
            try:
                await self._go(one)
            except TryLater as busy:
                await asyncio.sleep(max(busy.wait, PATIENT).total_seconds())
            except StoreUnavailable:
                raise
            except Exception:
                log.exception("something could not be taken back")
                self._memory.is_away(one)

    async def _go(self, one: Away) -> None:
        """One of them, or the knowledge that it cannot be. Raises `TryLater`."""
        words = TIDIED
        try:
            await self._line.redact(one.room, one.event, tx(f"away/{one.event}"))
        except Unreachable:
            words = THEIRS_STAYS
        self._memory.is_away(one)
        if one.native and not one.mine and not self._memory.told(one.native, "tidied"):
            content = self._voice.notice(words)
            self._voice.later(self._voice.send(one.room, content, f"tidied/{one.event}"))
