"""Non-interference (safety D2): every way out of a small share looks like silence to the others.

Theory of operation. Representative histories lead through every step of the exercise. At
each point of each of them, in both paces and both places, the moment is forked: once the
one person says nothing any more, once they leave in one of the ways there are. Meanwhile the
other person does nothing, or goes on as far as the exercise lets them, or tries everything
that might betray something. What the other person and the shared place see until the very
end must be the same: the words, the order, the buttons, and the second.

Where a person has answered their part of a step that waits for both, "silence" has two
meanings, since what they put in has reached nobody yet: they may have said nothing more, or
nothing of worth. What an exit shows must then be one of the two; a card that was not
delivered is never delivered.
"""

from collections.abc import Iterator
from datetime import timedelta
from functools import cache

import pytest

from tests.engine import forks
from tests.engine.forks import Plan, plan
from tests.engine.histories import HISTORIES, walk
from tests.play import House, catalog, person_id

SOON = {"live": timedelta(seconds=7), "slow": timedelta(minutes=11)}
EXITS = ("stop", "left", "blocked", "break", "keep", "not-now", "mute")


def way_out(cause: str, who: str) -> Plan:
    """What somebody does who leaves in this way."""
    match cause:
        case "stop":
            return plan(("0s", forks.typed(who, "stop")), ("3s", forks.typed(who, "back")))
        case "left" | "blocked":
            return plan(("0s", forks.left(who, cause)))
        case "break":
            return plan(
                ("0s", forks.typed(who, "break")),
                ("1s", forks.tapped(who, "quiet")),
                ("2s", forks.tapped(who, "minutes-5")),
                ("360s", forks.tapped(who, "enough")),
            )
    return plan(("0s", forks.tapped(who, cause)))


def causes_at(house: House, who: str) -> Iterator[str]:
    """The ways out that there are at this point."""
    yield from ("stop", "left", "blocked", "break")
    asked = {one.step: dict(one.choices) for one in house.open_for(who)}
    for step, choices in asked.items():
        if step in {"preview/preview", "answer-preview/answer-preview"}:
            yield "keep"
        if "not-now" in choices:
            yield from ("not-now", "mute")


def at_work(house: House, who: str) -> bool:
    """Whether `who` is in an exercise with somebody, and not out of it already."""
    mine = [s for s in house.sessions.values() if s.role_of(person_id(who))]
    return any(len(s.players) > 1 and s.role_of(person_id(who)) not in s.gone for s in mine)


def in_part(house: House, who: str) -> bool:
    """Whether `who` has put something in that nobody has seen yet."""
    for session in house.sessions.values():
        role = session.role_of(person_id(who))
        breath = session.waits is not None and not session.aftermath
        if role in session.done or breath:
            return True
    return False


def other_of(who: str) -> str:
    return "bo" if who == "ari" else "ari"


def manners(who: str, pace: str) -> dict[str, Plan]:
    """What the other may do meanwhile."""
    every = SOON[pace]
    return {
        "still": [],
        "busy": forks.busy(who, every),
        "nosy": forks.nosy(who, every),
    }


@cache
def moments(name: str, pace: str, place: str) -> tuple[House, ...]:
    return tuple(walk(name, pace, place))


def compare(house: House, before: list[House], who: str, cause: str, meanwhile: Plan) -> None:
    readers = (other_of(who), "room")
    shown = forks.view(house, readers, way_out(cause, who), meanwhile)
    if shown == forks.view(house, readers, meanwhile):
        return
    assert in_part(house, who), difference(shown, forks.view(house, readers, meanwhile))
    others = [forks.view(one, readers, meanwhile) for one in before]
    assert shown in others, difference(shown, others[-1] if others else ())


def difference(one: tuple[forks.Row, ...], two: tuple[forks.Row, ...]) -> str:
    pairs = [*zip(one, two, strict=False)]
    first = next((i for i, (a, b) in enumerate(pairs) if a != b), len(pairs))
    return f"after the exit: {one[first : first + 2]}\nin silence:     {two[first : first + 2]}"
