"""One moment, gone on from in two ways: what somebody else sees of each, to the second.

A *plan* is what one person does from that moment on, as pairs of a delay and an act. The acts
look at what is open to that person, and at nothing else, so a person who sees the same does
the same. `view` runs the plans of everybody to the very end and gives back one reader's log.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from tests.play import House, Seen, span

Act = Callable[[House], object]
Plan = list[tuple[timedelta, Act]]
Row = tuple[datetime, str, str, str, str, str, tuple[tuple[str, str], ...], int]

A_WEEK, WEEKS = timedelta(days=8), 12

LIKED = {  # what somebody who goes on picks first; whatever else is asked gets its first choice
    "invite": "yes",
    "space": "4",
    "size": "2",
    "too-big": "trim",
    "check": "yes",
    "tell": "better",
    "swap": "now",
    "nudge": "ready",
}
STILL: Plan = []
SOON = {"live": timedelta(seconds=7), "slow": timedelta(minutes=11)}  # between two acts
SILENCE = {"live": timedelta(minutes=20), "slow": timedelta(hours=24)}  # before something is said


def plan(*acts: tuple[str, Act]) -> Plan:
    """Acts at these delays after the fork."""
    return [(span(delay), act) for delay, act in acts]


def view(fork: House, readers: Iterable[str], *plans: Plan) -> tuple[Row, ...]:
    """What these readers see from here to the end, when everybody follows their plan."""
    return rows(played(fork, *plans), len(fork.log), readers)


def played(fork: House, *plans: Plan) -> House:
    """The end, when from this moment on everybody follows their plan."""
    return to_the_end(fork.copy(), fork.at, *plans)


def to_the_end(house: House, start: datetime, *plans: Plan) -> House:
    """The same house at its end. The plans count from `start`; none of it may lie behind."""
    follow(house, start, *plans)
    for _ in range(WEEKS):
        if not house.sessions and not house.waiting:
            return house
        house.wait(A_WEEK)
    raise AssertionError("it never ended")


def follow(house: House, start: datetime, *plans: Plan) -> None:
    """Let happen what is planned, each at its time."""
    acts = sorted((pair for one in plans for pair in one), key=lambda pair: pair[0])
    for delay, act in acts:
        house.wait(max(start + delay - house.at, timedelta()))
        act(house)


def rows(house: House, before: int, readers: Iterable[str]) -> tuple[Row, ...]:
    """What these readers saw after the first `before` things that anybody saw."""
    return tuple(_rows(house.log, before, {*readers}))


def _rows(log: list[Seen], before: int, readers: set[str]) -> Iterable[Row]:
    """Everything but the ids: which message an edit is about is its place in the log."""
    places = {seen.key: place for place, seen in enumerate(one for one in log if one.by in readers)}
    return (row(one, places.get(one.target, -1)) for one in log[before:] if one.by in readers)


def row(seen: Seen, place: int = -1) -> Row:
    """What somebody saw, without ids."""
    said = (seen.kind, seen.step, seen.text, seen.preview)
    return (seen.at, seen.by, *said, seen.choices, place)


# ── what people may do ───────────────────────────────────────────────────────
def typed(name: str, text: str) -> Act:
    """Type a text."""
    return lambda house: house.say(name, text)


def tapped(name: str, choice: str) -> Act:
    """Tap a choice, if it is offered."""
    return lambda house: _offered(house, name, choice) and house.choose(name, choice)


def _offered(house: House, name: str, choice: str) -> bool:
    return any(choice in dict(one.choices) for one in house.open_for(name))


def left(name: str, how: str) -> Act:
    """Leave the room or block the bot."""
    return lambda house: house.leave(name, how)


def goes_on(name: str) -> Act:
    """Answer the newest open question as somebody would who wants to go on."""
    return lambda house: _answer(house, name)


def _answer(house: House, name: str) -> None:
    shown = house.open_for(name)
    written = [one for one in house.seen_by(name) if one.kind in {"question", "edit"}]
    if written and not written[-1].choices and written[-1].kind == "question":
        house.say(name, "So it felt far away.")
    elif shown:
        newest = shown[-1]
        ids = [id_ for id_, _ in newest.choices]
        liked = LIKED.get(newest.step.rpartition("/")[2], ids[0])
        house.tap(name, newest.key, liked if liked in ids else ids[0])


def busy(name: str, pace: str) -> Plan:
    """Go on as far as it goes, now and after each silence; once, try what may betray the other."""
    every, silence = SOON[pace], SILENCE[pace]
    acts = [goes_on(name)] * 9
    acts[3:3] = [typed(name, "undo"), typed(name, "back")]
    now = [(every * place, act) for place, act in enumerate(acts, start=1)]
    later = [(silence * k + every * place, goes_on(name)) for k in (1, 2, 3) for place in (1, 2)]
    return now + later


def nosy(name: str, pace: str) -> Plan:
    """Try every control first, then pause openly, come back, and go on."""
    texts = ["undo", "back", "skip", "undo", "start", "pause"]
    acts: list[Act] = [typed(name, text) for text in texts]
    acts += [tapped(name, choice) for choice in ("quiet", "minutes-5", "ready")]
    acts += [goes_on(name)] * 4
    return [(SOON[pace] * place, act) for place, act in enumerate(acts, start=1)]
