"""The process is killed after everything that anybody does: nobody sees a difference.

`handrail run`, as its own process, plays the whole small share, between chats and in a thread. Two
halves kill it at every second act each; together they kill it at all, at moments chosen by a seed.
"""

from pathlib import Path

import pytest

from tests.adapters.discord.faults import same, talk
from tests.adapters.discord.faults.killing import Killing, kills_at
from tests.adapters.discord.faults.playing import Players
from tests.adapters.discord.faults.swift import swift
from tests.adapters.discord.faults.telling import Ought, Told, channel_for
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.whole import welcome

SEED = 1


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    "case",
    [("relay", 0), ("thread", 1)],
    ids=["relay", "thread"],
)
async def test_killed_after_everything_that_anybody_does(
    peer: Peer, ought: Ought, tmp_path: Path, case: tuple[str, int], told: Told
) -> None:
    place, half = case
    right = await ought(place)
    people = [await peer.person("ari"), await peer.person("bo")]
    async with swift(tmp_path, peer.address) as served:
        served.set_up(await channel_for(peer, place))
        await served.start()
        for who in people:
            await welcome(who)
        stage = Killing(peer, served, half, SEED + half)
        players = Players(peer, people, stage)
        await players.play(talk.whole(place))
        found = await same.settled(peer, right, *people)
        said, starts = served.ever_said(), served.starts
    counts = f"{stage.killed.total()} kills, {players.told()}, {same.messages(right)} messages"
    told.counts(f"killed in a small share, {place}, half {half}: {counts}, {found}")
    told.counts(f"  {stage.told()}")
    assert not found, found.told()
    assert said.count("event=started") == starts, "each of them served"
    assert same.leaked((*talk.WRITTEN, "Traceback", "event=bug"), said) == []
    assert await same.technical(*people) == []


def test_the_halves_together_are_all() -> None:
    """Every act of the talk has its kill in one of the two."""
    for number, _ in enumerate(talk.whole("relay")):
        assert [kills_at(number, half) for half in (0, 1)].count(True) == 1
