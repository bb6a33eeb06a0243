"""Which states of an exercise the matrix goes through in which pace and place.

Theory of operation. Most of the cost of the matrix is that all of it is gone through four times:
in both paces, in both places. So the states are dealt out: each to one of the ways to be together
in which it is reached, in turn. In each of them there is, besides, one state for every point of
every person, where a point is what they are asked at which step, and what they have done there.
With `HANDRAIL_TEST_MATRIX=whole`, as `make matrix` says it, nothing is dealt or left out.
"""

import os
from collections.abc import Hashable, Sequence
from functools import cache

from bot.model.session import Session
from tests.engine import walks
from tests.engine.walks import Mode, State
from tests.play import person_id

MODES: tuple[Mode, ...] = (("slow", "relay"), ("slow", "room"), ("live", "relay"), ("live", "room"))
PEOPLE = ("ari", "bo")
WHOLE = os.environ.get("HANDRAIL_TEST_MATRIX") == "whole"


def some(states: Sequence[State], every: int) -> Sequence[State]:
    """Every so manieth of them."""
    return states if WHOLE else states[::every]


def share(named: str, mode: Mode) -> list[State]:
    """The states of a first round that are gone through in this pace and place."""
    states, dealt = walks.together(named, mode, rounds=1), _dealt(named)
    found = [state for state in states if WHOLE or dealt[key(state)] == mode]
    known = {point for state in found for point in points(state)}
    for state in states:
        if new := points(state) - known:
            found.append(state)
            known |= new
    return found


@cache
def _dealt(named: str) -> dict[Hashable, Mode]:
    """Each state and its turn."""
    reached: dict[Hashable, list[Mode]] = {}
    for mode in MODES:
        for state in walks.together(named, mode, rounds=1):
            reached.setdefault(key(state), []).append(mode)
    return {found: modes[turn % len(modes)] for turn, (found, modes) in enumerate(reached.items())}


def key(state: State) -> Hashable:
    """What it is, in whatever pace and place."""
    return frozenset(walks.keys(state.house))


def points(state: State) -> set[Hashable]:
    """Where each person is."""
    running = state.house.sessions.values()
    return {(who, tuple(_point(one, who) for one in running)) for who in PEOPLE}


def _point(session: Session, who: str) -> Hashable:
    role = session.role_of(person_id(who)) or ""
    inner = session.asides.get(role)
    return (
        (session.script, session.step, session.aftermath, session.asked.get(role)),
        (role in session.done, role in session.gone, session.waits is not None),
        (inner.script, inner.step) if inner else None,
        session.pause is not None and session.pause.by == role,
    )
