"""What keeping people safe costs of a turn: encryption, and looking for words of danger.

The same talk as in `whole`, all at once, with a clock around every call that seals, opens or
listens. The clocks themselves cost a little, which counts against the guards.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.whole import ROUNDS_OF_TALKS, SAID, TALKS, Talks
from bot.care import carrying, crisis
from bot.store.crypto import Seal
from bot.store.opening import open_store

LONE = 4 * TALKS  # turns taken one by one
GUARDS: tuple[tuple[str, Any, str], ...] = (
    ("encryption", Seal, "seal"),
    ("encryption", Seal, "unseal"),
    ("matching", crisis, "heard"),
    ("matching", carrying, "threat"),
    ("matching", carrying, "insult"),
)


async def guards(folder: Path) -> dict[str, float | str]:
    """Each guard's share of the time that turns took, all at once and one by one, 0 to 1."""
    store = await open_store(folder)
    talks = Talks(store)
    await talks.begin()
    spent: dict[str, float] = defaultdict(float)
    for kind, home, name in GUARDS:
        setattr(home, name, _timed(getattr(home, name), kind, spent))
    together = {kind: 0.0 for kind, _, _ in GUARDS}
    took = 0.0
    for turn in range(ROUNDS_OF_TALKS):
        spent.clear()
        begun = time.perf_counter()
        await asyncio.gather(*(talks.say(talk, SAID[turn % 2]) for talk in range(TALKS)))
        took += time.perf_counter() - begun
        together = {kind: so_far + spent[kind] for kind, so_far in together.items()}
        await talks.deliver()
    spent.clear()
    begun = time.perf_counter()
    for turn in range(LONE):
        await talks.say(turn % TALKS, SAID[turn // TALKS % 2])
    lone = time.perf_counter() - begun
    await store.close()
    shares = {kind: time_ / took for kind, time_ in together.items()}
    return shares | {f"lone_{kind}": spent[kind] / lone for kind, _, _ in GUARDS}


def _timed(call: Callable[..., Any], kind: str, spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*args: object) -> object:
        begun = time.perf_counter()
        try:
            return call(*args)
        finally:
            spent[kind] += time.perf_counter() - begun

    return timed
