"""Who goes first: an acknowledgement, for which Discord waits three seconds, or a message.

When many act at once, the messages that this calls for would take the time in which the others
are to be acknowledged. So messages wait until nobody waits any more, though never for long.
"""

import asyncio
import contextlib
from collections.abc import Iterator

GIVES_WAY = 2.0  # seconds that a message waits at most
PRESSES = 3.0  # seconds for which somebody is waited for; then it is too late, or was long done


class Urgent:
    """Those who wait for an acknowledgement."""

    def __init__(self) -> None:
        """Nobody yet."""
        self._waiting: set[object] = set()
        self._calm = asyncio.Event()
        self._calm.set()

    @contextlib.contextmanager
    def one(self) -> Iterator[None]:
        """Somebody waits, until this block ends."""
        mark = object()
        self._waiting.add(mark)
        self._calm.clear()
        late = asyncio.get_running_loop().call_later(PRESSES, self._no_more, mark)
        try:
            yield
        finally:
            late.cancel()
            self._no_more(mark)

    async def calm(self) -> None:
        """Return when nobody waits, or after `GIVES_WAY` seconds."""
        if not self._calm.is_set():
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(GIVES_WAY):
                    await self._calm.wait()

    def _no_more(self, mark: object) -> None:
        self._waiting.discard(mark)
        if not self._waiting:
            self._calm.set()
