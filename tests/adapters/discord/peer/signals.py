"""Waiting without polling: a bell that rings whenever something may have changed."""

import asyncio
from collections.abc import Callable


class Bell:
    """Wakes everybody who waits for something to become true."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Future[None]] = set()

    def ring(self) -> None:
        """Something has changed: everybody looks again."""
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)
        self._waiting.clear()

    async def until(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Return once `ready` is true. False when it was not within `seconds`."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while not ready():
            if end <= loop.time():
                return False
            ring = loop.create_future()
            self._waiting.add(ring)
            await asyncio.wait({ring}, timeout=end - loop.time())
            self._waiting.discard(ring)
        return True
