"""At every state of every exercise the controls are answered, and danger is heard (safety D4)."""

from collections.abc import Iterator

import pytest

from bot.commands.registry import ALL
from bot.engine.asides import QUICK
from tests.engine import rounds, walks
from tests.engine.causes import DARK
from tests.engine.walks import State
from tests.play import House, Seen, catalog, person_id

CONTROLS = [one.name for one in ALL if one.control or one.session]
MODES = [("slow", "room"), ("live", "relay")]


def states(named: str) -> list[State]:
    """Every state of an exercise, for however many it is."""
    if named in walks.solo():
        return [*walks.alone(named)]
    if catalog().current(named).members is not None:
        return [state for mode in MODES for state in rounds.states(mode)]
    return [state for mode in MODES for state in walks.together(named, mode, rounds=1)]


def people(house: House) -> Iterator[str]:
    """Everybody who has been shown anything of what is running, and is not out."""
    for who in rounds.NAMES:
        mine = [one for one in house.sessions.values() if one.role_of(person_id(who))]
        known = [one for one in mine if person_id(who) in one.reached]
        if any(one.role_of(person_id(who)) not in one.gone for one in known):
            yield who


def at_every_state(named: str) -> Iterator[tuple[State, str]]:
    """Each state, and each person in it."""
    return ((state, who) for state in states(named) for who in people(state.house))


def split(seen: list[Seen], who: str) -> tuple[list[Seen], list[Seen]]:
    """What this person saw, and what anybody else did."""
    return [one for one in seen if one.by == who], [one for one in seen if one.by != who]


@pytest.mark.parametrize("named", catalog().names())
def test_every_control_is_answered_at_every_state(named: str) -> None:
    for state, who in at_every_state(named):
        for control in CONTROLS:
            house = state.house.copy()
            own, others = split(house.say(who, control), who)
            told = f"{who}: {control} after {state.way()}"
            assert any(one.text or one.kind == "hide" for one in own), told
            if control in {"stop", "break", "help", "hide", "small", "steady"}:
                assert not others, told


@pytest.mark.parametrize("named", catalog().names())
def test_words_of_danger_are_asked_about_at_every_state_and_nobody_else_sees_it(named: str) -> None:
    for state, who in at_every_state(named):
        house = state.house.copy()
        own, others = split(house.say(who, DARK), who)
        told = f"{who} after {state.way()}"
        if not _in_quick_check(state.house, who):
            assert {one.step for one in own} & {"check/check"}, told
            assert DARK not in "".join(one.text for one in own), told
        assert not others, told


def _in_quick_check(house: House, who: str) -> bool:
    """Inside a quick check nothing is asked twice."""
    scripts = {one.script for one in house.sessions.values() if one.role_of(person_id(who))}
    inner = {a.script for one in house.sessions.values() for a in one.asides.values()}
    return QUICK in scripts | inner


@pytest.mark.parametrize("named", walks.paired())
def test_words_of_danger_in_the_room_are_asked_about_in_private(named: str) -> None:
    for state, who in at_every_state(named):
        sessions = [*state.house.sessions.values()]
        if len(sessions) == 1 and sessions[0].begun and sessions[0].mode == "room":
            own, others = split(state.house.copy().say(who, DARK, room=True), who)
            assert {one.step for one in own} & {"check/check"}, f"{who} after {state.way()}"
            assert not others
