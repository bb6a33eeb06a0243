"""Non-interference in a circle (safety D2): whatever made one silent, the others see a silence.

The states are those of histories that lead through every step (`rounds`); from each of them every
one of the three goes, for every private cause there is, while the two others go on.
"""

from collections import Counter

import pytest

from bot.engine import moves
from bot.engine.scene import Scene
from tests.engine import causes, forks, rounds, walks
from tests.engine.forks import Plan
from tests.engine.matrix import Case, Fork
from tests.engine.walks import Mode
from tests.play import catalog

NAMED = "circle"
SLOW: Mode = ("slow", "relay")
OTHERS: list[Mode] = [("live", "room"), ("slow", "room"), ("live", "relay")]
SOME = 6  # every sixth state, in the other paces and places
NO_PLACE = {"no-place"}  # in tests/exercises/test_circle.py


def busy(who: str, pace: str) -> Plan:
    """What the two others do meanwhile: as far as it goes, each at their own moments."""
    first, second = (name for name in rounds.NAMES if name != who)
    later = [(delay + forks.SOON[pace] / 3, do) for delay, do in forks.busy(second, pace)]
    return [*forks.busy(first, pace), *later]


def held(mode: Mode, who: str, each: int, start: int, meanwhile: Plan) -> list[Case]:
    """Every cause at each of these states."""
    states = rounds.states(mode)[start::each]
    return [case for state in states for case in Fork(state, who, meanwhile).cases()]


def report(title: str, cases: list[Case], shown: pytest.CaptureFixture[str]) -> None:
    """Print how much was held against silence, and fail where it differs."""
    counted = Counter(case.cause for case in cases if case.happened)
    told = "; ".join(f"{count} {cause}" for cause, count in sorted(counted.items()))
    with shown.disabled():
        print(f"\n{title}: {len(cases)} cases: {told}")  # noqa: T201 - asked for
    different = [case.difference for case in cases if case.difference]
    assert not different, f"{len(different)} differences\n" + "\n\n".join(different[:4])


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("who", rounds.NAMES)
def test_every_private_cause_looks_like_silence_to_both_others(
    who: str, half: int, capsys: pytest.CaptureFixture[str]
) -> None:
    cases = held(SLOW, who, 2, half, busy(who, SLOW[0]))
    report(f"{NAMED} {SLOW} {who}, half {half}", cases, capsys)
    never = set(causes.EVERYWHERE) - {case.cause for case in cases if case.happened}
    assert not never, "these were never tried"


@pytest.mark.parametrize("who", rounds.NAMES)
@pytest.mark.parametrize("mode", OTHERS, ids="-".join)
def test_in_every_pace_and_place(who: str, mode: Mode, capsys: pytest.CaptureFixture[str]) -> None:
    cases = held(mode, who, SOME, rounds.NAMES.index(who), busy(who, mode[0]))
    report(f"{NAMED} {mode} {who}", cases, capsys)


@pytest.mark.parametrize("who", rounds.NAMES)
def test_when_both_others_say_nothing_either(who: str, capsys: pytest.CaptureFixture[str]) -> None:
    cases = held(SLOW, who, SOME, rounds.NAMES.index(who), forks.STILL)
    report(f"{NAMED} the others say nothing, {who}", cases, capsys)


def test_the_histories_lead_through_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    script, entered = catalog().current(NAMED), set[str](NO_PLACE)
    arrive = moves._arrive  # noqa: SLF001 - the one place that every step passes

    def arriving(scene: Scene, name: str) -> str | None:
        entered.add(name)
        return arrive(scene, name)

    monkeypatch.setattr(moves, "_arrive", arriving)
    rested = {one.step for state in rounds.states(SLOW) for one in state.house.sessions.values()}
    assert {*script.steps} - entered == set()
    assert {name for name, step in script.steps.items() if step.ask} - rested == set()
    assert NAMED not in walks.paired()
