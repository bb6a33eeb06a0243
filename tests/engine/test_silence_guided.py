"""Silence where both have care guides: what one does in private changes nothing that shows (D2)."""

from collections.abc import Iterator

import msgspec
import pytest

from bot.care import guide
from bot.model.person import Record
from bot.model.private import Private
from tests.engine import forks, walks
from tests.engine.matrix import Fork
from tests.engine.walks import State
from tests.play import House, person_id

PEOPLE = ("ari", "bo")
EVERY = 12  # states between those that are looked at
LINE = "Sit with me first."


def _planted(house: House) -> House:
    """The same moment, with a line of each for the other."""
    planted = house.copy()
    for who, other in (PEOPLE, reversed(PEOPLE)):
        for feeling in guide.FEELINGS:
            body = {"feeling": feeling, "part": "helps", "text": LINE, "to": person_id(other)}
            kept = {name: Private(text) for name, text in body.items()}
            id_ = f"before/1/self/guide/{feeling}"
            owner = person_id(who)
            line = Record(id=id_, owner=owner, other=None, kind="guide", at=house.at, body=kept)
            planted.kept[owner, id_] = line
    return planted


def _states() -> Iterator[State]:
    for state in walks.together("small-share", ("slow", "relay"), rounds=1)[::EVERY]:
        if all(one.begun for one in state.house.sessions.values()):
            yield msgspec.structs.replace(state, house=_planted(state.house))


@pytest.mark.parametrize("who", PEOPLE)
def test_every_private_cause_looks_like_silence_beside_a_guide(who: str) -> None:
    other = PEOPLE[1 - PEOPLE.index(who)]
    manner = forks.busy(other, "slow")
    cases = [case for state in _states() for case in Fork(state, who, manner).cases()]
    different = [case.difference for case in cases if case.difference]
    assert len(cases) > 60
    assert not different, f"{len(different)} differences\n" + "\n\n".join(different[:3])


def test_the_lines_are_shown_on_the_way() -> None:
    """Else there would be nothing to tell by."""
    manners = [forks.busy(who, "slow") for who in PEOPLE]
    ends = [forks.played(state.house, *manners) for state in _states()]
    told = {one.by for house in ends for one in house.log if LINE in one.text}
    assert "bo" in told
    assert "room" not in told
