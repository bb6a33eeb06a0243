"""Every state and every private cause, held against silence: what the others see (safety D2).

Theory of operation. A state is a moment of a walk (`walks`), a cause is what one person does
from there on (`causes`), a manner is what the other one does meanwhile (`forks`). Both ways
on are played to the very end, and what the other person and the shared place see must be the
same: the words, the order, the buttons, and the second.

What somebody has put in, but has reached nobody yet, is destroyed when they go. There,
"silence" has several meanings: they may have said nothing more, or have skipped what they
had answered, or never have answered it; or, where all must say the same, have said something
else. What a cause shows must be one of these.

Two causes that have left the very same behind, before anybody else has done anything, can only
go on alike; the second of them is not played again.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import cached_property

import msgspec

from tests.engine import forks
from tests.engine.causes import Cause, causes
from tests.engine.forks import Plan, Row
from tests.engine.walks import State
from tests.play import House, act, catalog, person_id

BACK = 20  # acts that an answer may lie back which nobody has seen yet
ALONE = timedelta(seconds=6)  # before the other one does anything
Instead = Callable[[House, str], object]
View = tuple[Row, ...]


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One state, one person, one cause."""

    cause: str
    happened: bool  # its sign was seen
    difference: str  # where what it shows and silence part; "" where they do not


class Fork:
    """One state from which `who` goes their own way, and the other one goes on in one manner."""

    def __init__(self, state: State, who: str, meanwhile: Plan) -> None:
        """Nothing is played yet. Nobody does anything before `ALONE` is over but `who`."""
        self._state = state
        self._who = who
        self._meanwhile = meanwhile
        names = (one.account.native for one in state.house.people.values())
        self._others = (*(name for name in names if name != who), "room")
        self._known: list[tuple[House, View]] = []
        self._allowed: list[View] = []  # those that were played
        self._more_allowed = self._alternatives()

    def cases(self) -> Iterator[Case]:
        """Every cause that there is."""
        for cause in causes(self._state.house, self._who):
            house = self._left_alone(self._state.house, cause.plan)
            if cause.perhaps and not self._happened(cause, house):
                continue
            shown = self._view(house, [one for one in cause.plan if one[0] >= ALONE])
            happened = self._happened(cause, house)
            same = shown == self._silence or self._is_allowed(shown)
            difference = "" if same else self._told(cause, shown)
            yield Case(cause=cause.name, happened=happened, difference=difference)

    def _happened(self, cause: Cause, house: House) -> bool:
        new = house.log[len(self._state.house.log) :]
        told = {name for one in new if one.by == self._who for name in one.names()}
        return not cause.sign or not told.isdisjoint(cause.sign.split())

    @cached_property
    def _silence(self) -> View:
        """What silence shows."""
        return self._view(self._left_alone(self._state.house, []))

    def _is_allowed(self, shown: View) -> bool:
        """Whether it is what silence may show as well; of that no more is played than needed."""
        if shown in self._allowed:
            return True
        for view in self._more_allowed:
            self._allowed.append(view)
            if view == shown:
                return True
        return False

    def _alternatives(self) -> Iterator[View]:
        """What silence may show, where `who` has put something in that nobody has seen."""
        house = self._state.house
        if not _half_in(house, self._who):
            return
        known, played = forks.rows(house, 0, self._others), list[House]()
        for retold in self._otherwise():
            new = all(one.stored() != retold.stored() for one in played)
            if new and forks.rows(retold, 0, self._others) == known:
                played.append(retold)
                yield forks.view(retold, self._others, self._meanwhile)

    def _otherwise(self) -> Iterator[House]:
        """Ways here on which `who` did something else, from some act of theirs on."""
        for back in range(1, BACK + 1):
            last = self._state.last(back)
            if len(last) == back and last[0].act.startswith(f"{self._who}:"):
                ways = (_retold(last, self._who, instead) for instead in INSTEAD)
                yield from (way for way in ways if way)

    def _left_alone(self, fork: House, plan: Plan) -> House:
        """The moment at which the other one begins, after what `who` does until then."""
        house = fork.copy()
        forks.follow(house, fork.at, [one for one in plan if one[0] < ALONE])
        house.wait(fork.at + ALONE - house.at)
        return house

    def _view(self, house: House, *more: Plan) -> View:
        """What the others see from the fork to the end."""
        before = len(self._state.house.log)
        head = forks.rows(house, before, self._others)
        later = any(more)
        for known, view in () if later else self._known:
            if house.stored() == known.stored() and view[: len(head)] == head:
                return view
        start = house.copy()
        forks.to_the_end(house, self._state.house.at, self._meanwhile, *more)
        view = forks.rows(house, before, self._others)
        if not later:
            self._known.append((start, view))
        return view

    def _told(self, cause: Cause, shown: View) -> str:
        way = " | ".join(self._state.way())
        return f"{self._who}: {cause.name}\nafter {way}\n{_parting(shown, self._silence)}"


def _parting(one: View, two: View) -> str:
    """Where two views part."""
    pairs = [*zip(one, two, strict=False)]
    first = next((i for i, (a, b) in enumerate(pairs) if a != b), len(pairs))
    return f"it shows:   {one[first : first + 2]}\nin silence: {two[first : first + 2]}"


# ── what else silence may mean ───────────────────────────────────────────────
def _half_in(house: House, who: str) -> bool:
    """Whether something was put in that has perhaps reached nobody."""
    sessions = house.sessions.values()
    done = any(one.role_of(person_id(who)) in one.done for one in sessions)
    return done or any(one.waits is not None and not one.aftermath for one in sessions)


def _retold(last: tuple[State, ...], who: str, instead: Instead) -> House | None:
    """These acts once more, but `who` does something else instead of what they did.

    None where there were none, or the others could not have done then what they did.
    """
    if not last or last[0].before is None:
        return None
    house = last[0].before.house.copy()
    for state in last:
        house.wait(state.began - house.at)
        try:
            (instead if state.act.startswith(f"{who}:") else act)(house, state.act)
        except AssertionError:
            return None
    return house


def _nothing(house: House, line: str) -> None:
    """They never answered."""


def _skip(house: House, line: str) -> None:
    house.say(line.partition(":")[0], "skip")


def _another(house: House, line: str) -> None:
    """Where all must say the same, they said something else; everywhere else, what they said."""
    who, _, said = line.partition(": ")
    agreed = {
        catalog().by_digest(one.digest).step(one.step).agree for one in house.sessions.values()
    }
    asked = house.open_for(who)[-1:]  # nothing is, where another act of theirs was left out
    other = [id_ for one in asked for id_, _ in one.choices if id_ not in agreed]
    act(house, f"{who}: [{other[0]}]" if other and said.strip("[]") in agreed else line)


INSTEAD: tuple[Instead, ...] = (_skip, _nothing, _another)
