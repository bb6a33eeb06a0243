"""The peer's time: the real one, plus what a test has advanced it by."""

import time
from datetime import UTC, datetime

EPOCH = 1_420_070_400_000  # ms; the first second of 2015, from which Discord counts its ids


class Clock:
    """Milliseconds since 1970, never standing still and never going back."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """This instant in milliseconds."""
        return time.time() * 1000 + self._ahead

    def advance(self, seconds: float) -> None:
        """Every lifetime and every window is that much nearer to its end."""
        self._ahead += seconds * 1000

    def iso(self) -> str:
        """This instant as Discord writes it."""
        return iso(self.now())


class Snowflakes:
    """Ids that carry their time and only ever grow."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> int:
        """A new id, greater than every one before."""
        self._last = max(self._last + 1, int(self._clock.now() - EPOCH) << 22)
        return self._last


def iso(ms: float) -> str:
    """Milliseconds since 1970 as Discord writes an instant."""
    return datetime.fromtimestamp(ms / 1000, UTC).isoformat(timespec="microseconds")


def born(snowflake: int) -> float:
    """When this id was given, in milliseconds since 1970."""
    return (snowflake >> 22) + EPOCH
