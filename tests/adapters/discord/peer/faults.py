"""What goes wrong on request: a test says where, how and how often."""

import asyncio
import re
from typing import Literal

import msgspec

Kind = Literal[
    "error",
    "drop",
    "hang",
    "commit-then-error",
    "commit-then-drop",
    "commit-then-hang",
    "rate-limit",
    "delay",
]


class Fault(msgspec.Struct, kw_only=True):
    """One thing that goes wrong with the next requests that fit.

    `error` and `drop` happen instead of the request; `commit-then-...` after it was done, so
    that only the answer is lost. What hangs gets no answer until all faults are lifted, and then
    a dead line: whoever asked can be killed meanwhile. An error with a `code` has Discord's
    envelope; without one it is the bare page of a proxy.
    """

    kind: Kind
    method: str = ""  # empty: any
    path: str = ""  # a regular expression, found anywhere in "/channels/1/messages"
    times: int = 1  # -1: until it is lifted
    skip: int = 0  # so many that fit go well first
    status: int = 500
    code: int | None = None
    retry_after: float = 0.1  # seconds, of a rate limit
    everywhere: bool = False  # a global rate limit
    ms: float = 0.0  # of a delay

    def fits(self, method: str, path: str) -> bool:
        """Whether it is about this request."""
        return self.method in ("", method) and re.search(self.path, path) is not None


class Faults:
    """Those that wait for their request."""

    def __init__(self) -> None:
        self._waiting: list[Fault] = []
        self._lifted = asyncio.Event()
        self.hanging = 0  # requests that wait for nothing

    def add(self, fault: Fault) -> None:
        """From now on."""
        self._waiting.append(fault)

    def clear(self) -> None:
        """Everything works again."""
        self._waiting.clear()
        self._lifted.set()
        self._lifted = asyncio.Event()
        self.hanging = 0

    async def hang(self) -> None:
        """Until all faults are lifted."""
        self.hanging += 1
        await self._lifted.wait()

    @property
    def left(self) -> int:
        """How many have not (or not often enough) happened yet."""
        return len(self._waiting)

    def take(self, method: str, path: str) -> list[Fault]:
        """What goes wrong with this request: any delays, and at most one other fault."""
        taken: list[Fault] = []
        for fault in [each for each in self._waiting if each.fits(method, path)]:
            if fault.kind != "delay" and any(each.kind != "delay" for each in taken):
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            taken.append(fault)
            self._use(fault)
        return taken

    def _use(self, fault: Fault) -> None:
        fault.times -= fault.times > 0
        if fault.times == 0:
            self._waiting.remove(fault)
