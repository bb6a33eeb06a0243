"""Ends: there is one, silence leads to it, every exit looks like silence, and all is tidy."""

from collections.abc import Hashable, Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.engine.controls import STOP
from bot.engine.scene import Scripts
from bot.model.event import Asked, Gone
from bot.model.message import Line, Message
from bot.model.person import PersonId
from bot.model.session import Role
from bot.script.explore import moment as moments
from bot.script.explore.acts import LEFT, Acts, deadline
from bot.script.explore.look import Fault
from bot.script.explore.moment import Moment

SILENCES = 60  # deadlines in a row that nobody answers; more is an endless loop
MEND = "Say how it goes on when nobody answers: `quiet`, `wait`, or another `then`."

Row = tuple[datetime, PersonId, str, str, str, tuple[Line, ...], tuple[str, ...]]


def dead(here: Moment) -> Iterator[Fault]:
    """Nothing can happen any more, and yet it has not ended."""
    session = here.session
    if session.status == "ended" or session.deadline is not None:
        return
    if not any(role in session.open and role not in session.gone for role in session.players):
        yield "Nobody is asked, and no time is set: it stays here for ever.", MEND


def stuck(
    onward: Mapping[Hashable, Hashable], looked_at: Mapping[Hashable, Moment]
) -> Iterator[tuple[Fault, Moment]]:
    """States from which total silence leads round and round, and to no end."""
    good: set[Hashable] = set()
    for start in looked_at:
        way, here = [start], start
        while here in looked_at and here in onward and here not in good and len(way) <= SILENCES:
            here = onward[here]
            way.append(here)
        if len(way) > SILENCES:
            yield ("When nobody says anything more, this never ends.", MEND), looked_at[start]
        else:
            good |= {*way}


def untidy(there: Moment) -> Iterator[Fault]:
    """What an end has left behind."""
    if there.session.answers or there.session.asides:
        yield "Answers are kept after the end.", "End it with `exits.end`."
    if there.room:
        yield "The shared place stays open after the end.", "Let the last step do `close-room`."
    for who in sorted({*there.buttons.values()}):
        role = there.session.role_of(who)
        yield f"The {role} keeps buttons after the end.", "Close every question when it ends."


class Silence:
    """Holds a stop, and leaving, against saying nothing: the others must not see a difference."""

    def __init__(self, scripts: Scripts, acts: Acts) -> None:
        """Nothing was compared yet."""
        self._scripts = scripts
        self._acts = acts
        self._seen: set[Hashable] = set()
        self.compared = 0

    def betrayed(self, here: Moment) -> Iterator[Fault]:
        """Exits that somebody else could tell from silence, at this moment."""
        if len(here.session.players) == 1 or not self._new(here):
            return
        for role in here.session.players:
            if role in here.session.gone or self._half_in(here, role):
                continue
            others = {here.session.players[one] for one in here.session.others(role)}
            still = self._shown(here, others)
            for what in self._ways_out(here, role):
                self.compared += 1
                if self._shown(self._out(here, role, what), others) != still:
                    yield f"The others can tell that the {role} has gone: {what}.", "Use `exits`."

    def _new(self, here: Moment) -> bool:
        """Moments that look alike from outside are compared once."""
        session, pause = here.session, here.session.pause
        key = (
            (session.step, session.mode, session.pace, session.begun, session.aftermath),
            (tuple(sorted(session.asked.items())), session.done, session.gone, session.missed),
            (tuple(session.asides), pause and (pause.by, pause.knocked), session.waits is None),
        )
        new = key not in self._seen
        self._seen.add(key)
        return new

    def _ways_out(self, here: Moment, role: Role) -> Iterator[str]:
        """To stop, for who knows of it; to leave, once at each step, since it goes the same way."""
        if here.session.players[role] in here.session.reached:
            yield STOP
        place = (role, here.session.step, here.session.mode)
        if place not in self._seen:
            self._seen.add(place)
            yield LEFT

    def _half_in(self, here: Moment, role: Role) -> bool:
        """What they put in was delivered to nobody yet, and must not be once they go."""
        return role in here.session.done or (
            here.session.waits is not None and not here.session.aftermath
        )

    def _out(self, here: Moment, role: Role, what: str) -> Moment:
        who: dict[str, Any] = {"key": "out", "at": here.at, "person": here.session.players[role]}
        event = Gone(**who, how=what) if what == LEFT else Asked(**who, command=what)
        return moments.later(self._scripts, here, event, what)[0]

    def _shown(self, here: Moment, readers: set[PersonId]) -> list[Row]:
        """What these people see from here on, when nobody says anything more."""
        rows: list[Row] = []
        for _ in range(SILENCES):
            due = deadline(here) if here.session.status == "running" else None
            if due is None:
                return rows
            here, turn = moments.later(self._scripts, here, due.event, due.what)
            rows += [_row(here, one) for one in turn.messages if _reads(one, readers)]
        return rows


def _reads(message: Message, readers: set[PersonId]) -> bool:
    return message.to in readers or bool(readers & {*message.people})


def _row(here: Moment, message: Message) -> Row:
    choices = tuple(choice.id for choice in message.choices)
    said = (message.place, message.kind, message.step)
    return (message.due or here.at, message.to, *said, message.lines, choices)
