"""Bugs on purpose, for a process of the bot: a suite that does not find them proves nothing.

The last two are no bugs: what is in the house is said, so that it can be counted; and a disk is
slow, so that there is time to die on it.
"""

import asyncio
import sys
from collections.abc import Mapping
from typing import Any

from adapters.matrix.gaps import Mark
from adapters.matrix.taking import Taking
from bot.app import App

TAKEN, TAKING = "taken", "taking it"
SLOW = 30.0  # seconds: longer than the process lives


def early_checkpoint() -> None:
    """How far was read is noted before the house has what was read, on a slow disk."""
    slow_disk()
    kind: Any = Taking
    take = kind.take

    async def early(self: Any, sync: Mapping[str, Any], mark: Mark) -> None:  # noqa: ANN401 - as it is
        mark.move(self._late._kept, sync["next_batch"])  # noqa: SLF001 - where it is noted
        await take(self, sync, mark)

    kind.take = early


def slow_disk() -> None:
    """What comes in takes long to be written down, and the process says that it does."""
    kind: Any = App
    kind._receive = _slowly  # noqa: SLF001 - it is what every adapter is given


def witness() -> None:
    """The key of everything that the house has taken is printed, once it has it."""
    kind: Any = App
    receive = kind._receive  # noqa: SLF001 - as above

    async def told(self: Any, event: Any) -> None:  # noqa: ANN401 - as it is
        await receive(self, event)
        sys.stdout.write(f"{TAKEN} {event.key}\n")
        sys.stdout.flush()

    kind._receive = told  # noqa: SLF001 - as above


async def _slowly(_self: Any, _event: Any) -> None:  # noqa: ANN401 - as what it stands for
    sys.stdout.write(f"{TAKING}\n")
    sys.stdout.flush()
    await asyncio.sleep(SLOW)
