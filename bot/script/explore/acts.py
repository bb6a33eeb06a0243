"""All that may happen at a moment, as far as it may matter.

Choices that branch, open a break or end a step early are all taken; of those that lead the
same way, and of ratings, one stands for the rest. Free text is one canary. Beside answers
there are the exits, the controls and the deadline.
"""

from collections.abc import Hashable, Iterator
from itertools import islice
from typing import Any

import msgspec

from bot.engine import answers, parts
from bot.engine import step as engine
from bot.engine.asides import knocked
from bot.engine.controls import BACK, BREAK, PAUSE, STOP, UNDO
from bot.engine.scene import Scripts
from bot.model.event import Asked, Chose, Due, Event, Gone, Said
from bot.model.private import Private
from bot.model.script import Script
from bot.model.session import Role, Session
from bot.script.explore.moment import MARK, Moment
from bot.script.needs import choices

EXAMPLES = {
    "zone": "Chicago",
    "hours": "22:00-7:00",
    "country": "Germany",
    "when": "sundays at 18:00",
}
LEFT = "left"
OF_ASIDES = {
    "quiet",
    "minutes-5",
    "ready",
    "enough",
    "leave",
    "return",
}  # the rest is seen in the pause itself
DEADLINE = "the deadline"
SETTLING = {"set-pace", "set-place"}  # effects that read all the choices of their step
DRAWN = {"turn", "stay", "how-many"}  # what the effects of a circle read


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """Something that may happen, by whom, and what to call it."""

    event: Event
    by: Role = ""
    what: str = ""

    def __str__(self) -> str:
        """For the history in a finding."""
        return f"{self.by}: {self.what}" if self.by else self.what


class Acts:
    """What may happen in one exercise. What says most comes first: it stands for what says less."""

    def __init__(self, scripts: Scripts, script: Script) -> None:
        """Look up which choices decide something."""
        self._scripts = scripts
        self._script = script
        self._decisive: dict[str, dict[str, set[str]]] = {}
        self._known: set[Hashable] = set()

    def at(self, moment: Moment) -> Iterator[Act]:
        """All acts of all who are still in it, then the deadline."""
        session = moment.session
        for role in session.players:
            if role not in session.gone:
                yield from self._of(moment, role)
        due = deadline(moment)
        if due:
            yield due

    def _of(self, moment: Moment, role: Role) -> Iterator[Act]:
        """Who has been shown nothing can only leave, or block the bot."""
        session = moment.session
        known = session.players[role] in session.reached
        if known and not _waits(session, role):
            yield from islice(self._answers(moment, role), 1 if self._few(moment, role) else None)
            yield from self._controls(moment, role)
        if (not known or session.asides) and not _crowded(session, role):
            yield _leaves(moment, role)

    def _few(self, moment: Moment, role: Role) -> bool:
        """Whether only the first thing that there is to do is done."""
        session = moment.session
        aside = _beside(session, role) or self._between(session, role)
        return aside or self._apart(moment, role)

    def _between(self, session: Session, role: Role) -> bool:
        """Where two are asked at once, all is tried of one while the other begins, or is done."""
        asked = self._script.step(session.step).ask
        firsts = {fields[0].name for fields in asked.values()}
        return any(
            session.asked.get(other, "") not in {"", *firsts} for other in session.others(role)
        )

    def _apart(self, moment: Moment, role: Role) -> bool:
        """In a circle, one at a time does something else than the first thing that they can."""
        session = moment.session
        if session.circle is None:
            return False
        if session.missed or session.circle.spent:
            return True
        return any(self._differs(moment, other) for other in session.others(role))

    def _differs(self, moment: Moment, role: Role) -> bool:
        """Whether `role` has tapped in this step what is not the first that is offered."""
        own = moment.session.answers.get(role, {})
        asked = self._script.step(moment.session.step).ask.values()
        given = ((one, own.get(one.name)) for fields in asked for one in fields if one.choices)
        taps = ((one, text.picks_for(answers.ENGINE)[0]) for one, text in given if text is not None)
        return any(text in one.choices[1:] for one, text in taps if one.kind == "choice")

    def _controls(self, moment: Moment, role: Role) -> Iterator[Act]:
        """Stop always; the rest where it adds something to what was seen elsewhere."""
        session = moment.session
        who: dict[str, Any] = {"key": "act", "at": moment.now(), "person": session.players[role]}
        undo = (UNDO,) if session.trail.get(role) or session.waits else ()
        if self._out_before(session, role):
            yield from (Act(event=Asked(**who, command=n), by=role, what=n) for n in undo)
            return
        for name in (STOP, *undo, *self._once_at(session, role)):
            yield Act(event=Asked(**who, command=name), by=role, what=name)

    def _out_before(self, session: Session, role: Role) -> bool:
        """In a circle, one at a time goes, and at each question once."""
        if session.circle is None:
            return False
        part = tuple(sorted(parts.had(session, role)))
        where = (session.step, session.asked.get(role), session.mode)
        place = (STOP, part, where, role in session.asides)
        if _crowded(session, role) or place in self._known:
            return True
        self._known.add(place)
        return False

    def _once_at(self, session: Session, role: Role) -> tuple[str, ...]:
        """At each question once: back, and a break or, in the other place, an open pause."""
        busy = session.asides or session.pause or session.gone or session.noted or session.missed
        place = (role, session.step, session.asked.get(role), session.mode)
        if busy or session.round > 1 or place in self._known:
            return ()
        self._known.add(place)
        if not session.begun:
            return BACK, BREAK, PAUSE
        even = [*self._script.steps].index(self._script.step(session.step).name) % 2 == 0
        return BACK, BREAK if even == (session.mode == "room") else PAUSE

    def _answers(self, moment: Moment, role: Role) -> Iterator[Act]:
        who: dict[str, Any] = {
            "key": "act",
            "at": moment.now(),
            "person": moment.session.players[role],
        }
        knock = knocked(moment.session, role)
        if knock and role not in moment.session.asides:
            ready = Chose(**who, question=knock, choices=("ready",))
            yield Act(event=ready, by=role, what="[ready]")
            return
        asked = engine.question(self._scripts, moment.session, role)
        if asked is None:
            return
        if answers.writes(asked.field):
            text = EXAMPLES.get(asked.field.kind, f"{MARK} {who['person']} {asked.field.name}")
            said = Said(**who, text=Private(text))
            yield Act(event=said, by=role, what=f"types {asked.field.name}")
        for pick in self._picks(moment, asked):
            chosen = Chose(**who, question="", choices=(pick,))
            yield Act(event=chosen, by=role, what=f"[{pick}]")

    def _picks(self, moment: Moment, asked: engine.Open) -> Iterator[str]:
        """Of the choices that are offered: all that decide, and one of those that do not."""
        choices, _ = engine.offered(self._scripts, asked, moment.cast(), moment.at)
        ids = [choice.id for choice in choices]
        if asked.session is not moment.session:
            yield from (pick for pick in ids if pick in OF_ASIDES)
            return
        decisive = self._decides(asked.script, asked.field.name) | {*asked.field.aside}
        decisive |= {answers.OVER, answers.SKIP, answers.SAME}
        decisive |= {*asked.field.choices} if asked.field.kind == "preview" else set()
        rest = [pick for pick in ids if pick not in decisive]
        second = asked.field.kind == "scale" and len(rest) > 1  # leaves room below, and above
        yield from rest[1:2] if second else rest[:1]
        yield from (pick for pick in ids if pick in decisive)

    def _decides(self, script: Script, field: str) -> set[str]:
        known = self._decisive.setdefault(script.digest, {})
        if field not in known:
            known[field] = _decisive(script, field)
        return known[field]


def _beside(session: Session, role: Role) -> bool:
    """While somebody is in a break or out, and in a second round, only the first thing is done."""
    aside = bool(session.asides or session.pause or session.gone) or session.round > 1
    return aside and role not in session.asides


def _waits(session: Session, role: Role) -> bool:
    """In a circle, while one is in a break the others say nothing, unless they are called back."""
    if session.circle is None or role in session.asides or knocked(session, role):
        return False
    return bool(session.asides or session.pause)


def _crowded(session: Session, role: Role) -> bool:
    """In a circle, whether somebody else is out of it in some way: one at a time is."""
    if session.circle is None:
        return False
    others = {*session.asides, *session.gone} - {role}
    return bool(others or session.pause or session.missed or session.circle.spent)


def _leaves(moment: Moment, role: Role) -> Act:
    who = moment.session.players[role]
    return Act(event=Gone(key="act", at=moment.now(), person=who, how=LEFT), by=role, what=LEFT)


def _decisive(script: Script, field: str) -> set[str]:
    """The choices of this question that some step looks at."""
    found: set[str] = set()
    if script.members and field in DRAWN:
        return set(choices(script, field))
    for step in script.steps.values():
        found |= {branch.equals for branch in step.then if branch.field == field}
        names = {one.name for fields in step.ask.values() for one in fields}
        if step.agree and field in names:
            found.add(step.agree)
        if SETTLING & {*step.does} and field in names:
            found |= {
                pick for fields in step.ask.values() for one in fields for pick in one.choices
            }
    return found


def deadline(moment: Moment) -> Act | None:
    """Time passes until something happens by itself; None when nothing ever does."""
    when = moment.session.deadline
    if when is None:
        return None
    due = Due(key="due", at=max(when, moment.at), session=moment.session.id)
    return Act(event=due, what=DEADLINE)
