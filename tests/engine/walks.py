"""Every state of an exercise, found by walking through it: from the script, not from a list.

Theory of operation. A walk begins an exercise between Ari and Bo, or for Ari alone, and tries
breadth first what can happen: of each open question every choice that decides something and one
that decides nothing, words where words are asked for, a skip; and that time passes until
something happens by itself. Two moments are the same state when the same is asked of the same
people at the same step; the shortest way to each is kept, and gone on from. Nothing in here
knows an exercise by name, so one whose folder is added today is walked through today.

While somebody is in a private exercise of their own nobody else does anything: what the others
do meanwhile is tried from each state by those who look at it. In a window, where nothing is shown
before its end, one goes through their part while the other has not begun, or is done.
"""

from collections import deque
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import cache

import msgspec

from bot.commands import sessions
from bot.commands.reply import Reply
from bot.engine import answers
from bot.engine import step as engine
from bot.engine.asides import knocked
from bot.engine.scene import Cast
from bot.model.event import Asked
from bot.model.script import Script
from bot.model.session import Role, Session
from bot.runtime.router import Router
from tests.play import START, House, act, catalog

MOMENT = {"live": timedelta(seconds=1), "slow": timedelta(minutes=7), "solo": timedelta(minutes=1)}
ROUNDS = 2  # a third round is as the second
KEY = "walk"  # who reads the answers that choose a way
CAP = 3000  # more states of one exercise are a mistake in the key
TEXTS = {"zone": "Chicago", "hours": "22:00-7:00", "country": "Germany", "when": "sundays at 18:00"}
SETTLING = ("set-pace", "set-place")  # effects of the questions that the mode answers
PASSING = (answers.OVER, answers.SAME, answers.SKIP, answers.UNEASY)  # beside the answers
Mode = tuple[str, str]  # pace and place


@dataclass(frozen=True)
class Beginning(Router):
    """Begins the exercise `named` wherever an exercise for two is proposed, whichever it is."""

    named: str = sessions.SHARE
    entry: str = ""  # where an exercise for one begins

    def _asked(self, reply: Reply, event: Asked) -> None:
        if event.command == "share":
            sessions.share(reply, event.options.get("person", ""), self.named)
            self._looked_at(reply)
        elif event.command == "alone":
            sessions.alone(reply, self.named, self.entry)
            self._looked_at(reply)
        else:
            super()._asked(reply, event)


def _beginning(named: str, entry: str = "") -> Beginning:
    """The router of every test, which begins this."""
    router = House().router
    known = {one.name: getattr(router, one.name) for one in fields(router)}
    return Beginning(**known, named=named, entry=entry)


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A moment that was reached, and the shortest way to it."""

    house: House
    act: str = ""  # what led here, as a line of a transcript
    began: datetime = START  # when that was done
    before: "State | None" = None

    def way(self) -> tuple[str, ...]:
        """All acts from the beginning."""
        return (*self.before.way(), self.act) if self.before else ()

    @property
    def round(self) -> int:
        """The latest round that anything is in."""
        return max((one.round for one in self.house.sessions.values()), default=0)

    def last(self, number: int) -> "tuple[State, ...]":
        """The last states of the way, this one included, at most so many; the first is left out."""
        if self.before is None or number == 0:
            return ()
        return (*self.before.last(number - 1), self)


def paired() -> list[str]:
    """Every exercise for two. For a circle the states come from histories; see `rounds`."""
    scripts = (catalog().current(name) for name in catalog().names())
    return [one.name for one in scripts if len(one.roles) > 1 and one.members is None]


def solo() -> list[str]:
    """Every exercise for one."""
    return [name for name in catalog().names() if len(catalog().current(name).roles) == 1]


@cache
def together(  # noqa: PLR0913 - each is a circumstance in which people begin
    named: str,
    mode: Mode,
    *,
    rounds: int = ROUNDS,
    checked: bool = True,
    zones: tuple[tuple[str, str], ...] = (),
    at: datetime = START,
) -> tuple[State, ...]:
    """All states of an exercise for two, in the order in which they are found.

    Without `checked`, those up to the beginning: the private check of each lies before it.
    """
    house = House(router=_beginning(named), checked=checked, zones=dict(zones), at=at)
    house.ask("ari", "share", person="bo")
    return _walk(house, mode, rounds, only_before=not checked)


@cache
def alone(named: str) -> tuple[State, ...]:
    """All states of an exercise for one, from each of its entries."""
    script = catalog().current(named)
    found: list[State] = []
    for entry in _entries(script):
        router = _beginning(named, entry)
        house = House(router=router, welcomed=named != sessions.WELCOME)
        house.ask("ari", "alone")
        found += _walk(house, ("solo", ""), 1)
    return tuple(found)


def _entries(script: Script) -> Iterator[str]:
    """The first step, and every step to which no other leads: something else begins there."""
    steps = script.steps.values()
    led = {branch.to for step in steps for branch in step.then}
    led |= {to for step in steps for to in (*step.silent.values(), *step.unless.values())}
    yield script.first
    yield from (name for name in script.steps if name not in {*led, script.first})


def _walk(house: House, mode: Mode, rounds: int, *, only_before: bool = False) -> tuple[State, ...]:
    found = [State(house=house)]
    named = {one.script for one in house.sessions.values()}
    known = keys(house)
    todo = deque(found)
    while todo:
        for there in _onward(todo.popleft(), mode):
            new = keys(there.house) - known if there.round <= rounds else set()
            begun = any(one.begun for one in there.house.sessions.values())
            if new and not (only_before and begun):
                known |= new
                found.append(there)
                todo += [there] * (not _elsewhere(there.house, named))
    assert len(found) <= CAP, f"{len(found)} states"
    return tuple(found)


def _elsewhere(house: House, named: set[str]) -> bool:
    """Whether another exercise was opened, and nothing of this one is left: it has its own walk."""
    running = {one.script for one in house.sessions.values()}
    return bool(running) and not running & named


def _onward(here: State, mode: Mode) -> Iterator[State]:
    later = here.house.copy()
    later.wait(MOMENT[mode[0]])
    if keys(later) != keys(here.house):  # it did not stand still so long
        yield State(
            house=later, act=f"+ {MOMENT[mode[0]].seconds}s", began=here.house.at, before=here
        )
        later = here.house.copy()
    for line in acts(later, mode):
        house = later.copy()
        act(house, line)
        yield State(house=house, act=line, began=later.at, before=here)


# ── which states are the same ────────────────────────────────────────────────
def keys(house: House) -> set[Hashable]:
    """What makes a state: of each exercise at which step it is, and what it asks of whom.

    Where one is still running and an older one is finished beside it, of the running one only
    its step counts. A moment whose keys were all seen before is no new state.
    """
    running = [*house.sessions.values()]
    if len(running) == 1:
        return {_key(running[0])}
    return {_key(one) if one.aftermath else _beside(one) for one in running}


def _beside(session: Session) -> tuple[str, ...]:
    return "beside", session.script, session.step, str(session.round)


def _key(session: Session) -> tuple[str, ...]:
    pause = session.pause
    return (
        f"{session.script}/{session.step}/{session.round}",
        f"aftermath {session.aftermath} waits {session.waits is not None}",
        f"asked {sorted(session.asked.items())} done {sorted(session.done)}",
        f"noted {bool(session.noted)}",
        f"pause {pause.by} {pause.knocked} {sorted(pause.ready)}" if pause else "",
        *_decided(session),
        *_ticked(session),
        *(f"{role} in {_key(one)}" for role, one in sorted(session.asides.items())),
    )


def _decided(session: Session) -> Iterator[str]:
    """What was answered in this step and chooses the way on, once one person alone is asked."""
    step = catalog().by_digest(session.digest).step(session.step)
    looked_at = {branch.field for branch in step.then if branch.field}
    alone = len(session.players) > 1 and len({*session.asked} - {*session.gone}) == 1
    if alone and not session.asides:
        for own in session.answers.values():
            yield from (f"{name} {own[name].picks_for(KEY)}" for name in looked_at & own.keys())


def _ticked(session: Session) -> Iterator[str]:
    """Who has something to show in a window: at its end, that chooses the way on."""
    step = catalog().by_digest(session.digest).step(session.step)
    for role, asked in step.ask.items() if step.quiet == "window" else ():
        cards = {field.only_if for field in asked if field.kind == "preview"}
        yield from (f"{role} shows" for _ in cards & {*session.answers.get(role, {})})


# ── what may happen ──────────────────────────────────────────────────────────
def acts(house: House, mode: Mode) -> Iterator[str]:
    """Everything that somebody may answer now, then what happens when nobody does."""
    for session in sorted(house.sessions.values(), key=lambda one: (one.began, one.id)):
        for role in session.asides or session.players:
            if role not in session.gone and not _between(session, role):
                yield from _answers(house, session, role, mode)
    times = [one.deadline for one in house.sessions.values() if one.deadline is not None]
    if times:
        yield f"+ {int((min(times) - house.at).total_seconds())}s"


def _between(session: Session, role: Role) -> bool:
    """Whether somebody else is in the middle of their part of a window."""
    step = catalog().by_digest(session.digest).step(session.step)
    firsts = {fields[0].name for fields in step.ask.values()}
    others = (session.asked.get(one, "") for one in session.others(role))
    return step.quiet == "window" and any(asked not in {"", *firsts} for asked in others)


def _answers(house: House, session: Session, role: Role, mode: Mode) -> Iterator[str]:
    who = house.people[session.players[role]].account.native
    if knocked(session, role) and role not in session.asides:
        yield f"{who}: [ready]"
        return
    asked = question(session, role)
    if asked is None:
        return
    if answers.writes(asked.field):
        yield f"{who}: {TEXTS.get(asked.field.kind, f'Well, {asked.field.name}.')}"
    shown = [id_ for one in house.open_for(who) for id_, _ in one.choices]
    yield from (f"{who}: [{pick}]" for pick in _picks(house, asked, mode) if pick in shown)


def question(session: Session, role: Role) -> engine.Open | None:
    """What this person is asked and has been shown; None without it."""
    inner = session.asides.get(role)
    shown = (inner.open.get("self") if inner else session.open.get(role)) or ""
    return engine.question(catalog(), session, role) if shown else None


def _picks(house: House, asked: engine.Open, mode: Mode) -> Iterator[str]:
    """The choices that decide something, and one that does not. What says most comes first."""
    cast = Cast(people=house.people, bonds=house.bonds)
    choices, _ = engine.offered(catalog(), asked, cast, house.at)
    ids = [choice.id for choice in choices]
    if {*SETTLING} & {*asked.script.step(asked.session.step).does} and {*ids} & {*mode}:
        yield from (pick for pick in ids if pick in mode)
        return
    deciding = _deciding(asked.script, asked.field.name) | {*asked.field.aside}
    if asked.field.kind == "preview":
        deciding |= {*asked.field.choices}
    rest = [pick for pick in ids if pick not in {*deciding, *PASSING}]
    yield from (pick for pick in ids if pick in deciding)
    yield from rest[1:2] if asked.field.kind == "scale" and len(rest) > 1 else rest[:1]
    yield from (pick for pick in ids if pick in PASSING)


@cache
def _looked_at(digest: str, field: str) -> frozenset[str]:
    """The choices of this question that some step looks at."""
    steps = catalog().by_digest(digest).steps.values()
    found = {branch.equals for step in steps for branch in step.then if branch.field == field}
    found |= {
        step.agree
        for step in steps
        if step.agree and any(one.name == field for own in step.ask.values() for one in own)
    }
    return frozenset(found)


def _deciding(script: Script, field: str) -> frozenset[str]:
    return _looked_at(script.digest, field)
