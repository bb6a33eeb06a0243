"""Whatever befalls the wire: nobody sees a difference, and nobody's words reach a log."""

import asyncio
from itertools import product
from pathlib import Path

import pytest

from bot.errors import TryLater
from bot.model.message import Shown
from tests.adapters.discord.faults import inside, same, talk
from tests.adapters.discord.faults.inside import Inside
from tests.adapters.discord.faults.playing import Players
from tests.adapters.discord.faults.telling import Ought, Told, channel_for
from tests.adapters.discord.peer.faults import Kind
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.small import SmallHouse, adapter, shown
from tests.adapters.discord.whole import QuickAdapter, running, welcome

SEED = 1
PLACE = "room:abcdef123456"
OPENING = ("/members/", "/threads$", "/thread-members/")  # what is asked for to open a thread
REQUESTS: tuple[Kind, ...] = ("error", "drop", "commit-then-error", "commit-then-drop")


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("trouble", inside.ALL)
async def test_whatever_befalls_the_wire_everybody_sees_the_same(
    peer: Peer, ought: Ought, tmp_path: Path, trouble: str, told: Told
) -> None:
    place = "thread" if inside.ALL[trouble] in inside.OF_REQUESTS else "relay"
    right = await ought(place)
    people = [await peer.person("ari"), await peer.person("bo")]
    async with running(peer, tmp_path, None, **await channel_for(peer, place)) as bot:
        for who in people:
            await welcome(who)
        stage = Inside(peer, bot, inside.ALL[trouble], SEED)
        players = Players(peer, people, stage)
        await players.play(talk.whole(place))
        found = await same.settled(peer, right, *people)
    counts = f"{stage.struck.total()} times, {players.told()}, {same.messages(right)} messages"
    told.counts(f"{trouble}, {place}: {counts}, {found}")
    assert not found, found.told()
    assert await same.technical(*people) == []
    assert told.wrong() == []


@pytest.mark.parametrize("fails", [*product(REQUESTS, OPENING)], ids=" ".join)
async def test_a_thread_is_opened_once_whatever_fails(
    peer: Peer, ari: Person, bo: Person, tmp_path: Path, fails: tuple[Kind, str]
) -> None:
    """Nobody is ever in a second one.

    There may be an empty one: discord.py asks again by itself after a 500, and a thread has no
    key by which Discord would know the second request for the first.
    """
    (kind, asked), people = fails, (ari, bo)
    status = 503 if kind == "error" else 500
    options = await channel_for(peer, "thread")
    async with adapter(peer, SmallHouse(), tmp_path, **options) as on:
        await peer.fault(kind, asked, status=status)
        await _sent(on, shown("one.1.0", ari, "", kind="open", place=PLACE, people=people))
        await _sent(on, shown("one.1.1", ari, "A card", kind="card", place=PLACE, people=people))
    threads = [each for each in await peer.threads() if each["members"] != ["handrail"]]
    assert [each["members"] for each in threads] == [["handrail", "ari", "bo"]]
    assert await bo.reads(threads[0]["id"]) == ["handrail: A card"]
    assert not await bo.sees(), "nobody was told that it did not work"


async def _sent(on: QuickAdapter, message: Shown) -> None:
    """As the delivery would, which only waits longer between two tries."""
    while True:
        try:
            await on.send(message)
        except TryLater:
            await asyncio.sleep(0.02)
        else:
            return
