"""Non-interference (safety D2): whatever made somebody silent, the others see a silence.

The matrix is generated (see `matrix`): every state of every exercise for two, each of both
people, every private cause; the other one goes on as far as it goes. To keep it within minutes,
the states are dealt out over the paces and places (see `dealing`), with a state for every point
of every person in each of these. What is added to that is gone through at every third state: a
second round, and an other one who does nothing or tries everything, in one pace and place;
downtime and night, at every tenth, in one place. `make matrix` goes through all of it, at every
state in every pace and place.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import product

import pytest

from bot.engine import moves
from bot.engine.scene import Scene
from tests.engine import causes, dealing, forks, walks
from tests.engine.dealing import MODES, PEOPLE, some
from tests.engine.forks import Plan, plan
from tests.engine.histories import HISTORIES, lines
from tests.engine.histories import walk as retell
from tests.engine.matrix import Case, Fork
from tests.engine.walks import Mode, State
from tests.play import catalog

FULL = MODES[0]
SOME, FEW = 6, 15  # every sixth state, and every fifteenth; `make matrix` takes all
EXERCISES = walks.paired()


def other(who: str) -> str:
    return "bo" if who == "ari" else "ari"


def held(states: Iterable[State], who: str, meanwhile: Plan) -> list[Case]:
    """Every cause at each of these states."""
    return [case for state in states for case in Fork(state, who, meanwhile).cases()]


def report(title: str, states: int, cases: list[Case], shown: pytest.CaptureFixture[str]) -> None:
    """Print how much was held against silence, and fail where it differs."""
    counted = Counter(case.cause for case in cases if case.happened)
    told = "; ".join(f"{count} {cause}" for cause, count in sorted(counted.items()))
    with shown.disabled():
        print(f"\n{title}: {len(cases)} cases at {states} states: {told}")  # noqa: T201 - asked for
    different = [case.difference for case in cases if case.difference]
    assert not different, f"{len(different)} differences\n" + "\n\n".join(different[:4])


@pytest.mark.timeout(600)
@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("mode", MODES, ids="-".join)
@pytest.mark.parametrize("named", EXERCISES)
def test_every_private_cause_looks_like_silence_to_everybody_else(
    named: str, mode: Mode, who: str, capsys: pytest.CaptureFixture[str]
) -> None:
    states = dealing.share(named, mode)
    cases = held(states, who, forks.busy(other(who), mode[0]))
    report(f"{named} {mode} {who}", len(states), cases, capsys)
    never = set(causes.EVERYWHERE) - {case.cause for case in cases if case.happened}
    assert not never, "these were never tried"


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("named", EXERCISES)
def test_in_a_second_round_too(named: str, who: str, capsys: pytest.CaptureFixture[str]) -> None:
    later = [state for state in walks.together(named, FULL) if state.round > 1]
    states = some(later, SOME)
    cases = held(states, who, forks.busy(other(who), FULL[0]))
    report(f"{named} second round {who}", len(states), cases, capsys)


@pytest.mark.parametrize("manner", ["nothing", "everything"])
@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("named", EXERCISES)
def test_whatever_the_other_one_tries_meanwhile(
    named: str, who: str, manner: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tries = forks.nosy(other(who), FULL[0]) if manner == "everything" else forks.STILL
    states = some(walks.together(named, FULL, rounds=1), SOME)
    cases = held(states, who, tries)
    report(f"{named} the other tries {manner}, {who}", len(states), cases, capsys)


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("named", EXERCISES)
def test_a_private_check_that_fails_looks_like_silence(
    named: str, who: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for mode in (FULL, MODES[-1]):
        states = walks.together(named, mode, checked=False)
        for manner in (forks.STILL, forks.busy(other(who), mode[0])):
            cases = held(states, who, manner)
            report(f"{named} before a first round {mode} {who}", len(states), cases, capsys)
    asked = {"bo": {*causes.FIRST}, "ari": {"[some]"}}
    assert asked[who] <= {case.cause for case in cases if case.happened}


# ── downtime and night ───────────────────────────────────────────────────────
@pytest.mark.parametrize("pace", ["slow", "live"])
@pytest.mark.parametrize("named", EXERCISES)
def test_after_a_power_cut_the_same_is_said_whatever_the_cause(
    named: str, pace: str, capsys: pytest.CaptureFixture[str]
) -> None:
    states = some(walks.together(named, (pace, "relay"), rounds=1), FEW)
    cut = plan(("1h", lambda house: house.sleep("3d 5h")))
    for who in PEOPLE:
        cases = held(states, who, cut)
        report(f"{named} power cut, {pace} {who}", len(states), cases, capsys)


FAR_APART = (("ari", "America/Chicago"), ("bo", "Europe/Berlin"))
EVENING = datetime(2026, 1, 5, 19, 30, tzinfo=UTC)  # half past eight in Berlin


@pytest.mark.parametrize("pace", ["slow", "live"])
@pytest.mark.parametrize("named", EXERCISES)
def test_notes_wait_for_the_readers_morning_whatever_the_cause(
    named: str, pace: str, capsys: pytest.CaptureFixture[str]
) -> None:
    mode = pace, "room"
    states = some(walks.together(named, mode, rounds=1, zones=FAR_APART, at=EVENING), FEW)
    for who in PEOPLE:
        cases = held(states, who, forks.STILL)
        report(f"{named} night, {pace} {who}", len(states), cases, capsys)


# ── nothing is left out ──────────────────────────────────────────────────────
CIRCUMSTANCES = {"busy", "no-place", "full", "resting"}  # in tests/exercises
NEXT = {"next-day", "standing"}  # a session of its own begins there


@pytest.mark.parametrize("named", EXERCISES)
def test_the_walk_leads_through_every_step_and_rests_at_each_that_asks(
    named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, entered = catalog().current(named), set[str]()
    enter = moves._arrive  # noqa: SLF001 - the one place that every step passes

    def arrive(scene: Scene, name: str) -> str | None:
        if scene.script.name == named:
            entered.add(name)
        return enter(scene, name)

    monkeypatch.setattr(moves, "_arrive", arrive)
    modes = (FULL, MODES[-1])
    found = [walks.together.__wrapped__(named, mode, rounds=1) for mode in modes]
    found += [walks.together.__wrapped__(named, FULL, checked=False)]
    rested = {one.step for states in found for at in states for one in at.house.sessions.values()}
    assert {*script.steps} - entered - CIRCUMSTANCES - NEXT == set()
    assert {name for name, step in script.steps.items() if step.ask} - rested == set()


@pytest.mark.parametrize("named", EXERCISES)
def test_every_state_has_its_turn_and_every_point_in_every_pace_and_place(named: str) -> None:
    there, gone_through = set(), set()
    for mode in MODES:
        walked, dealt = walks.together(named, mode, rounds=1), dealing.share(named, mode)
        there |= {dealing.key(state) for state in walked}
        gone_through |= {dealing.key(state) for state in dealt}
        everywhere = {point for state in walked for point in dealing.points(state)}
        assert {point for state in dealt for point in dealing.points(state)} == everywhere
    assert gone_through == there


def test_every_exercise_for_several_is_for_two() -> None:
    """The walk is between two people; for three it would have to begin differently."""
    assert {len(catalog().current(named).roles) for named in EXERCISES} == {2}


def test_the_histories_lead_through_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    script, entered = catalog().current("small-share"), {*NEXT, *CIRCUMSTANCES}
    enter = moves._arrive  # noqa: SLF001 - as above

    def arrive(scene: Scene, name: str) -> str | None:
        entered.add(name)
        return enter(scene, name)

    monkeypatch.setattr(moves, "_arrive", arrive)
    for name, pace in product(HISTORIES, ("slow", "live")):
        for _ in retell(lines(name, pace, "room"), pace):
            pass
    assert {*script.steps} - entered == set()
