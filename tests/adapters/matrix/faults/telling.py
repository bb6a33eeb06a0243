"""How a talk ought to look, how it looked, and what is told of it."""

import sys

import pytest

from tests.adapters.matrix.faults import same, searching, talk
from tests.adapters.matrix.faults.inside import Inside
from tests.adapters.matrix.faults.playing import Players, Stage
from tests.adapters.matrix.faults.scene import Scene
from tests.adapters.matrix.people import Somebody

CANARIES = (*talk.WRITTEN, *talk.PICKED)


class Told:
    """What is said to whoever runs the tests."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def counts(self, line: str) -> None:
        """Print it, however quietly the tests run."""
        with self._capsys.disabled():
            sys.stdout.write(f"\n  {line}\n")


async def ought(scene: Scene, place: str) -> same.Sight:
    """What both see of a talk to which nothing happens. It is always the same: one is enough."""
    if place not in scene.ought:
        async with scene.inside() as bot:
            before = same.known(scene.people.values())
            await play(scene, place, Inside(scene, bot))
            scene.ought[place] = await same.still(scene.people, before)
    return scene.ought[place]


async def play(scene: Scene, place: str, stage: Stage) -> int:
    """A whole talk; how many turns it had."""
    players = Players(scene.people, stage)
    await players.play(talk.whole(place, first=not scene.talks))
    scene.talks += 1
    return players.turns.total()


async def asks_for_help(who: Somebody) -> None:
    """They type it, and read the whole of its answer: not one that stood there before."""
    before = same.helped(who)
    await who.say("help")
    await who.until(lambda: same.helped(who) > before, "an answer to help")


async def held_against(scene: Scene, place: str, stage: Stage, told: Told, what: str) -> None:
    """A whole talk with trouble. Raises `AssertionError` where anybody saw a difference.

    `ought` has been asked for that place. Nothing of it could be read on the way.
    """
    right, before = scene.ought[place], same.known(scene.people.values())
    turns = await play(scene, place, stage)
    found = await same.settled(scene.people, before, right)
    told.counts(f"{what}, {place}: {turns} turns, {same.told(right)} messages, {found}")
    assert not found, found.told()
    assert searching.found(scene.homeserver, scene.folder, CANARIES) == []
    assert not searching.in_plain(scene.homeserver, scene.account.user)
    scene.sound = True
