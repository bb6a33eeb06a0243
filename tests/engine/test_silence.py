"""Non-interference (safety D2): every way out of a small share looks like silence to the others.

Theory of operation. Representative histories lead through every step of the exercise. At
each point of each of them, in both paces and both places, the moment is forked: once the
one person says nothing any more, once they leave in one of the ways there are. Meanwhile the
other person does nothing, or goes on as far as the exercise lets them, or tries everything
that might betray something. What the other person and the shared place see until the very
end must be the same: the words, the order, the buttons, and the second.

What somebody has put in, but has reached nobody yet, is destroyed when they go. There,
"silence" has several meanings: they may have said nothing more, or have skipped what they
had answered, or never have answered it. What an exit shows must be one of these.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import product

import msgspec
import pytest

from bot.engine import moves
from bot.engine.scene import Scene
from tests.engine import forks
from tests.engine.forks import Plan, Row, plan
from tests.engine.histories import HISTORIES, MOMENT, lines, walk
from tests.play import House, act, catalog, person_id

SOON = {"live": timedelta(seconds=7), "slow": timedelta(minutes=11)}
PREVIEWS = {"preview/preview", "answer-preview/answer-preview"}  # "keep" there is an end
BACK = 9  # acts that an answer may lie back which nobody has seen yet
MODES = [("slow", "relay"), ("slow", "room"), ("live", "relay"), ("live", "room")]


class Point(msgspec.Struct, frozen=True):
    """A moment of a history: what was done until then, and how it was after each of these."""

    acts: tuple[str, ...]
    houses: tuple[House, ...]
    pace: str

    @property
    def house(self) -> House:
        """How it is now."""
        return self.houses[-1]


@cache
def points(pace: str, place: str) -> dict[tuple[str, ...], Point]:
    """Every different beginning of every history."""
    found = {}
    for name in HISTORIES:
        acts = lines(name, pace, place)
        houses = tuple(walk(acts, pace))
        for done in range(1, len(houses)):
            found[acts[:done]] = Point(acts[:done], houses[: done + 1], pace)
    return found


def way_out(cause: str, who: str) -> Plan:
    """What somebody does who leaves in this way."""
    match cause:
        case "stop":
            return plan(("0s", forks.typed(who, "stop")), ("3s", forks.typed(who, "back")))
        case "left" | "blocked":
            return plan(("0s", forks.left(who, cause)))
        case "enough":
            return plan(
                ("0s", forks.typed(who, "break")),
                ("1s", forks.tapped(who, "quiet")),
                ("2s", forks.tapped(who, "minutes-5")),
                ("360s", forks.tapped(who, "enough")),
            )
    return plan(("0s", forks.tapped(who, cause)))


def causes(house: House, who: str) -> Iterator[str]:
    """The ways out that there are for `who` at this point; none where they are out already."""
    mine = [s for s in house.sessions.values() if s.role_of(person_id(who))]
    if not any(s.role_of(person_id(who)) not in s.gone for s in mine):
        return
    yield from ("stop", "left", "blocked", "enough")
    for one in house.open_for(who):
        ids = dict(one.choices)
        yield from (cause for cause in ("not-now", "mute") if cause in ids)
        if one.step in PREVIEWS:
            yield "keep"


def manners(who: str, pace: str, place: str) -> Iterator[Plan]:
    """What the other may do meanwhile: go on; and, in one of the modes, nothing, and everything."""
    yield forks.busy(who, SOON[pace])
    if (pace, place) == MODES[0]:
        yield forks.STILL
        yield forks.nosy(who, SOON[pace])


def readers(who: str) -> tuple[str, str]:
    """Everybody but `who`."""
    return ("bo" if who == "ari" else "ari"), "room"


def allowed(point: Point, who: str, meanwhile: Plan) -> Iterator[tuple[Row, ...]]:
    """What silence may look like, where `who` has put something in that nobody has seen."""
    if not _half_in(point.house, who):
        return
    others = readers(who)
    known = [forks.row(one) for one in point.house.log if one.by in others]
    for back in range(1, min(BACK, len(point.acts)) + 1):
        for skips in (True, False):
            retold = _retold(point, back, who, skips=skips)
            if [forks.row(one) for one in retold.log if one.by in others] == known:
                yield forks.view(retold, others, meanwhile)


def _half_in(house: House, who: str) -> bool:
    sessions = house.sessions.values()
    done = any(s.role_of(person_id(who)) in s.done for s in sessions)
    return done or any(s.waits is not None and not s.aftermath for s in sessions)


def _retold(point: Point, back: int, who: str, *, skips: bool) -> House:
    """The last acts once more, but `who` skips what they had answered, or says nothing."""
    house = point.houses[-1 - back].copy()
    for line in point.acts[-back:]:
        house.wait(MOMENT[point.pace])
        if not line.startswith(f"{who}:"):
            act(house, line)
        elif skips:
            house.say(who, "skip")
    return house


def difference(one: tuple[Row, ...], two: tuple[Row, ...]) -> str:
    """Where two views part."""
    pairs = [*zip(one, two, strict=False)]
    first = next((i for i, (a, b) in enumerate(pairs) if a != b), len(pairs))
    return f"after the exit: {one[first : first + 2]}\nin silence:     {two[first : first + 2]}"


@pytest.mark.parametrize(("pace", "place"), MODES)
def test_every_way_out_looks_like_silence_to_everybody_else(
    pace: str, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    compared: Counter[str] = Counter()
    for point in points(pace, place).values():
        for who in ("ari", "bo"):
            compared += _compare(point, who, pace, place)
    with capsys.disabled():
        told = ", ".join(f"{count} {cause}" for cause, count in sorted(compared.items()))
        print(f"\n{pace} {place}: {len(points(pace, place))} points; {told}")  # noqa: T201 - asked for


def _compare(point: Point, who: str, pace: str, place: str) -> Counter[str]:
    for meanwhile in manners(readers(who)[0], pace, place):
        _hold_against_silence(point, who, meanwhile)
    return Counter({*causes(point.house, who)})


def _hold_against_silence(point: Point, who: str, meanwhile: Plan) -> None:
    others = readers(who)
    silence: tuple[Row, ...] | None = None
    for cause in dict.fromkeys(causes(point.house, who)):
        silence = silence or forks.view(point.house, others, meanwhile)
        shown = forks.view(point.house, others, way_out(cause, who), meanwhile)
        told = f"{point.acts[-4:]} {who}: {cause}\n{difference(shown, silence)}"
        assert shown == silence or shown in allowed(point, who, meanwhile), told


FAR_APART = {"ari": "America/Chicago", "bo": "Europe/Berlin"}
EVENING = datetime(2026, 1, 5, 19, 30, tzinfo=UTC)  # half past eight in Berlin


@pytest.mark.parametrize("pace", ["slow", "live"])
@pytest.mark.parametrize("name", ["all goes well", "an answer that is kept"])
def test_notes_wait_for_the_readers_morning_whatever_the_cause(name: str, pace: str) -> None:
    acts = lines(name, pace, "room")
    houses = tuple(walk(acts, pace, House(zones=FAR_APART, at=EVENING)))
    for done in range(5, len(houses)):
        point = Point(acts[:done], houses[: done + 1], pace)
        for who in ("ari", "bo"):
            _hold_against_silence(point, who, forks.STILL)


@pytest.mark.parametrize("pace", ["slow", "live"])
def test_after_a_power_cut_the_same_is_said_whatever_the_cause(pace: str) -> None:
    cut = plan(("1h", lambda house: house.sleep("3d 5h")))
    for point in points(pace, "relay").values():
        for who in ("ari", "bo"):
            _hold_against_silence(point, who, cut)


CIRCUMSTANCES = ("busy", "no-place")  # in tests/exercises/test_inviting.py


def test_the_histories_lead_through_every_step_and_rest_at_each_that_asks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    script = catalog().current("small-share")
    entered = {"next-day"}  # a session of its own begins there
    entered |= {*CIRCUMSTANCES}
    enter = moves._arrive  # noqa: SLF001 - the one place that every step passes

    def arrive(scene: Scene, name: str) -> str | None:
        entered.add(name)
        return enter(scene, name)

    monkeypatch.setattr(moves, "_arrive", arrive)
    rested = set()
    for name, pace in product(HISTORIES, MOMENT):
        for house in walk(lines(name, pace, "room"), pace):
            rested |= {one.step for one in house.sessions.values()}
    assert script.steps.keys() - entered == set()
    assert {name for name, step in script.steps.items() if step.ask} - rested == set()
