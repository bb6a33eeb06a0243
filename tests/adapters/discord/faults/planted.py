"""Bugs on purpose, for a process of the bot: a suite that does not find them proves nothing."""

import asyncio
import sys
from typing import Any

from adapters.discord import client

TAKING = "taking it"
SLOW = 30.0  # seconds: longer than the process lives


def slow_disk() -> None:
    """No bug: what comes in takes long to be written down, and the process says that it does."""
    kind: Any = client.Client
    kind._receive = _slowly  # noqa: SLF001 - a bug is put there on purpose


def early_cursor() -> None:
    """The cursor of a chat moves before the house has what was written, on that slow disk."""
    slow_disk()
    kind: Any = client.Client
    take = kind._take_said  # noqa: SLF001 - a bug is put there on purpose

    async def early(self: Any, message: Any, native: str) -> None:  # noqa: ANN401 - as it is
        self._memory.learn(native, cursor=message.id)
        await take(self, message, native)

    kind._take_said = early  # noqa: SLF001 - a bug is put there on purpose


async def _slowly(_self: Any, _event: Any) -> None:  # noqa: ANN401 - as what it stands for
    sys.stdout.write(f"{TAKING}\n")
    await asyncio.sleep(SLOW)
