"""A person is gone in the middle, in whatever way: to others it is a silence (safety D2)."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

import pytest

from tests.adapters.discord.faults import same, talk
from tests.adapters.discord.faults.inside import Inside
from tests.adapters.discord.faults.playing import Players
from tests.adapters.discord.faults.telling import Told, channel_for
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.whole import running, welcome

Gone = Callable[[Peer, Person], Awaitable[object]]
POINTS = {  # what comes next, and the last that Ari does of herself from there
    "before the card": ("ari tap Send", "ari tap Send"),
    "before the ratings": ("ari tap Yes, that's it", "ari tap A bit"),
}
TIMES = (timedelta(hours=1), timedelta(hours=25), timedelta(days=8))  # past every limit


async def stays(_peer: Peer, _bo: Person) -> None:
    """They are there, and never answer."""


async def leaves(_peer: Peer, bo: Person) -> None:
    """They go from the server."""
    await bo.leaves()


async def is_removed(peer: Peer, _bo: Person) -> None:
    """A moderator throws them out."""
    await peer.server("kick", who="bo")


async def closes(_peer: Peer, bo: Person) -> None:
    """They take no messages any more: 50007."""
    await bo.closes_dms()


async def blocks(_peer: Peer, bo: Person) -> None:
    """They block the bot: 50007, whatever connects them."""
    await bo.blocks_the_bot()


async def seen_by_ari(peer: Peer, folder: Path, place: str, point: str, cause: Gone) -> same.Sight:
    """All that Ari ever sees, when that happens with Bo at that point."""
    await peer.begin()
    ari, bo = await peer.person("ari"), await peer.person("bo")
    async with running(peer, folder, None, **await channel_for(peer, place)) as bot:
        for who in (ari, bo):
            await welcome(who)
        stage = Inside(peer, bot)
        players = Players(peer, (ari, bo), stage)
        first, last = POINTS[point]
        before, rest = talk.until(talk.whole(place), first)
        await players.play(before)
        await cause(peer, bo)
        alone, after = talk.until(rest, last)
        await players.play([each for each in [*alone, after[0]] if each.who == "ari"])
        for passed in TIMES:
            await peer.quiet(200)
            await stage.advance(passed)
        await peer.quiet(300)
        assert await same.technical(ari, bo) == []
        return await same.sight(ari)


@pytest.mark.parametrize(
    "case",
    [
        ("relay", "before the card", (leaves, closes)),
        ("thread", "before the card", (is_removed, blocks)),
        ("relay", "before the ratings", (closes, leaves)),
    ],
    ids=["before the card", "before the card, in a thread", "before the ratings"],
)
async def test_one_who_is_gone_is_one_who_never_answers(
    peer: Peer, tmp_path: Path, case: tuple[str, str, tuple[Gone, ...]], told: Told
) -> None:
    place, point, causes = case
    silent = await seen_by_ari(peer, _folder(tmp_path, "stays"), place, point, stays)
    for cause in causes:
        seen = await seen_by_ari(peer, _folder(tmp_path, cause.__name__), place, point, cause)
        found = same.difference(seen, silent)
        title = f"bo {cause.__name__.replace('_', ' ')} {point}, {place}"
        told.counts(f"{title}: {same.messages(silent)} messages, {found}")
        assert not found, found.told()
    assert told.wrong() == []


def _folder(beside: Path, name: str) -> Path:
    made = beside / name
    made.mkdir()
    return made
