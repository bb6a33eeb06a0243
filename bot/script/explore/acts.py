"""All that may happen at a moment, as far as it may matter.

Choices that branch, open a break or end a step early are all taken; of those that lead the
same way, and of ratings, one stands for the rest. Free text is one canary. Beside answers
there are the exits, the controls and the deadline.
"""

from collections.abc import Iterator

import msgspec

from bot.engine import answers
from bot.engine import step as engine
from bot.engine.asides import knocked
from bot.engine.controls import BACK, BREAK, PAUSE, STOP, UNDO
from bot.engine.scene import Scripts
from bot.model.event import Asked, Chose, Due, Event, Gone, Said
from bot.model.private import Private
from bot.model.script import Script
from bot.model.session import Role
from bot.script.explore.moment import MARK, Moment

CONTROLS = (STOP, BREAK, PAUSE, UNDO, BACK)
EXAMPLES = {"zone": "Chicago", "hours": "22:00-7:00", "country": "Germany"}
LEFT = "left"
DEADLINE = "the deadline"


class Act(msgspec.Struct, frozen=True, kw_only=True):
    """Something that may happen, by whom, and what to call it."""

    event: Event
    by: Role = ""
    what: str = ""

    def __str__(self) -> str:
        """For the history in a finding."""
        return f"{self.by}: {self.what}" if self.by else self.what


class Acts:
    """What may happen in one exercise."""

    def __init__(self, scripts: Scripts, script: Script) -> None:
        """Look up which choices decide something."""
        self._scripts = scripts
        self._script = script
        self._decisive: dict[str, dict[str, set[str]]] = {}

    def at(self, moment: Moment) -> Iterator[Act]:
        """All acts of all who are still in it, then the deadline."""
        session = moment.session
        for role in session.players:
            if role not in session.gone:
                yield from self._answers(moment, role)
                yield from self._controls(moment, role)
        due = deadline(moment)
        if due:
            yield due

    def _controls(self, moment: Moment, role: Role) -> Iterator[Act]:
        """Stop and the rest. A second break at once is left out: it multiplies, and adds nothing."""
        who = {"key": "act", "at": moment.now(), "person": moment.session.players[role]}
        busy = moment.session.asides or moment.session.pause or moment.session.round > 1
        for name in CONTROLS:
            if not (busy and name in {BREAK, PAUSE}):
                yield Act(event=Asked(**who, command=name), by=role, what=name)
        yield Act(event=Gone(**who, how=LEFT), by=role, what=LEFT)

    def _answers(self, moment: Moment, role: Role) -> Iterator[Act]:
        who = {"key": "act", "at": moment.now(), "person": moment.session.players[role]}
        if role not in moment.session.asides and knocked(moment.session, role):
            yield Act(event=Chose(**who, question="", choices=("ready",)), by=role, what="[ready]")
            return
        asked = engine.question(self._scripts, moment.session, role)
        if asked is None:
            return
        for pick in self._picks(moment, asked):
            chosen = Chose(**who, question="", choices=(pick,))
            yield Act(event=chosen, by=role, what=f"[{pick}]")
        if answers.writes(asked.field):
            text = EXAMPLES.get(asked.field.kind, f"{MARK} {who['person']} {asked.field.name}")
            said = Said(**who, text=Private(text))
            yield Act(event=said, by=role, what=f"types {asked.field.name}")

    def _picks(self, moment: Moment, asked: engine.Open) -> Iterator[str]:
        """Of the choices that are offered: all that decide, and one of those that do not."""
        offered = engine.offered(self._scripts, asked, moment.cast(), moment.at)
        ids = [choice.id for choice in offered]
        decisive = self._decides(asked.script, asked.field.name) | {*asked.field.aside}
        decisive |= {answers.OVER, answers.SKIP, answers.SAME}
        yield from (pick for pick in ids if pick in decisive)
        rest = [pick for pick in ids if pick not in decisive]
        yield from rest[:1] if len(rest) < 2 or asked.field.kind != "scale" else rest[1:2]  # noqa: PLR2004 - two are left to choose from

    def _decides(self, script: Script, field: str) -> set[str]:
        known = self._decisive.setdefault(script.digest, {})
        if field not in known:
            known[field] = _decisive(script, field)
        return known[field]


def _decisive(script: Script, field: str) -> set[str]:
    """The choices of this question that some step looks at."""
    found: set[str] = set()
    for step in script.steps.values():
        found |= {branch.equals for branch in step.then if branch.field == field}
        names = {one.name for fields in step.ask.values() for one in fields}
        if step.agree and field in names:
            found.add(step.agree)
        if {"set-pace", "set-place"} & {*step.does} and field in names:
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
