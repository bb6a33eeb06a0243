"""What the adapter itself has to say, beside the messages of the house: short, and best effort.

Such a sentence helps, and nothing depends on it. It is never waited for by whoever hears the next
event; where it cannot be sent, it is left out.
"""

import asyncio
import logging
import uuid
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta

from adapters.matrix import drawing
from adapters.matrix.ground import Ground
from adapters.matrix.memory import Post
from bot.errors import FromPlatform, TryLater

SPACE = uuid.UUID("5d7e1a62-54f6-4f6c-8f0b-0b5d3f5f9a11")  # of transaction ids
REST = timedelta(minutes=10)  # before the same is said to the same person again
FIRST, LONGEST = 0.2, 600.0  # seconds between two tries of what must be done
TRIES = 100  # more than half a day
Work = Coroutine[object, object, object]

log = logging.getLogger(__name__)


def tx(key: str, part: int = 0) -> str:
    """The transaction id of a message: the homeserver takes the same one only once."""
    return str(uuid.uuid5(SPACE, f"{key}/{part}" if part else key))


class Voice:
    """Says our own words."""

    def __init__(self, ground: Ground) -> None:
        """Nothing is said yet."""
        self._house = ground.house
        self._line = ground.line
        self._memory = ground.memory
        self._tasks: set[asyncio.Task[None]] = set()
        self._said: dict[tuple[str, str], datetime] = {}

    def word(self, words: str) -> str:
        """One of our own words. Matrix tells nobody's language, so it is the first one."""
        return self._house.words(words, self._house.locales[0])

    def in_all_languages(self, *words: str) -> tuple[str, ...]:
        """These of our own words, in every language that there is."""
        locales = self._house.locales
        return tuple(self._house.words(one, locale) for one in words for locale in locales)

    def notice(self, words: str) -> drawing.Json:
        """Our own words, as what makes no sound."""
        return drawing.notice(self.word(words))

    def say(self, room: str, words: str, cause: str, *, reply: bool = False) -> None:
        """Say that in the room because of that event; a moment later, and not twice in a row."""
        now = self._house.clock.now()
        self._said = {key: at for key, at in self._said.items() if now - at < REST}
        if (room, words) not in self._said:
            self._said[room, words] = now
            content = drawing.text(self.word(words))
            if reply:
                content = drawing.answering(cause, content)
            self.later(self.send(room, content, f"{cause}{words}"))

    async def send(self, room: str, content: drawing.Json, key: str) -> None:
        """Send it, and keep where it stands, so that `hide` takes it back too."""
        event = await self._line.send(room, content, tx(key))
        if owner := self._memory.whose(room):
            self._memory.posted(f"voice:{tx(key)}", owner, Post(room=room, event=event))

    def insist(self, work: Callable[[], Work]) -> None:
        """Do that beside everything else, as often as it takes; what is refused is over."""
        self.later(until_done(work))

    def later(self, work: Work) -> None:
        """Do that beside everything else; what fails is logged, and is not tried again."""
        task = asyncio.create_task(_quietly(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Nothing goes on behind it."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


async def until_done(work: Callable[[], Work]) -> None:
    """Raises what `work` raises, but for a `TryLater` that is not the last one."""
    wait = FIRST
    for _ in range(TRIES):
        try:
            await work()
        except TryLater as busy:
            await asyncio.sleep(max(busy.wait.total_seconds(), wait))
            wait = min(2 * wait, LONGEST)
        else:
            return
    await work()


async def _quietly(work: Work) -> None:
    try:
        await work
    except FromPlatform:
        log.warning("a sentence of our own could not be said")
    except Exception:
        log.exception("a sentence of our own failed")
