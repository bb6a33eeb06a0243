"""A process that takes turns until it is killed: `python -m tests.store.worker <folder> [once]`.

It prints "acknowledged <key>" for every event whose `take` returned, as an adapter would
acknowledge it to its platform.
"""

import asyncio
import sys
from itertools import count, islice
from pathlib import Path

from bot.model.event import Event
from bot.model.world import Turn, World
from bot.store.opening import open_store
from bot.store.port import Store
from tests.store.people import ANA, BO, next_turn, says, talk, told


def goes_on(world: World, event: Event) -> Turn:
    """One more turn of the one talk, and a message about it."""
    before = world.sessions.get("talk")
    after = next_turn(before) if before else talk(ANA, BO)
    return Turn(sessions=(after,), messages=(told(BO, f"about {event.key}"),))


async def take(store: Store, key: str) -> None:
    await store.take([says(ANA, key, BO)], goes_on)
    print(f"acknowledged {key}", flush=True)  # noqa: T201 - this is how it acknowledges


async def main(folder: Path, turns: int | None) -> None:
    store = await open_store(folder)
    begun = (await store.counts())["seen"]
    for number in islice(count(begun), turns):
        await take(store, f"k{number}")
    await store.close()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), 1 if "once" in sys.argv else None))
