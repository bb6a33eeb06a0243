"""One moment of an exercise that is being explored: session, screens, and the time.

Theory of operation. An exploration needs no store and no platform. Two people, Ann and Bob
by other names, go through one session; the engine is the real one. Whatever is typed is a
canary: a text that says whose answer to which question it is. Whatever is chosen is known by
the very object that the engine was given, so that it is recognised wherever it turns up.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import permutations

import msgspec

from bot.engine import parts
from bot.engine import step as engine
from bot.engine.records.mine import WHOLE
from bot.engine.scene import Cast, Scripts
from bot.model.event import Event
from bot.model.message import Message
from bot.model.person import Account, Bond, Person, PersonId, Record
from bot.model.private import Private
from bot.model.script import FEWEST, Script
from bot.model.session import Circle, Role, Session
from bot.model.world import BondKey, RecordKey, Turn

BEGAN = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
A_WHILE = {"live": timedelta(seconds=1), "slow": timedelta(minutes=1), "solo": timedelta(minutes=1)}
PAIR = 2
NAMES = ("Quillaria", "Zubrowka", "Wendelgard")  # in no language a part of a sentence
MARK = "kanarie"  # begins every canary
KEPT = {  # what somebody may have written for themself before, by kind
    "jar": {"text": Private("a card")},
    "plan": {"sign": Private("quiet"), "act": Private("open-jar")},
    "learning": {"learning": Private("a line")},
    "intention": {"text": Private("to rest")},
    "check-in": {"words": Private("sad"), "energy": Private("2")},
    "guide": {"feeling": Private("sad"), "part": Private("helps"), "text": Private("a line")},
}


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """A state, with the very history that led to it first."""

    session: Session
    people: dict[PersonId, Person]
    bonds: dict[BondKey, Bond]
    records: dict[RecordKey, Record] = {}
    at: datetime
    buttons: dict[str, PersonId]  # messages whose choices nobody has taken away yet
    room: bool = False  # the shared place is there
    depth: int = 0
    history: tuple[str, ...] = ()  # the acts, for a finding that can be followed

    def cast(self) -> Cast:
        """Fresh for one turn, since the engine changes it."""
        return Cast(people=dict(self.people), bonds=dict(self.bonds), records=dict(self.records))

    def now(self) -> datetime:
        """When the next person does something: a little later, so that order can be told."""
        return self.at + A_WHILE[self.session.pace]


class Owners:
    """Whose answer a value is. Keeps what it knows alive, since it goes by identity."""

    def __init__(self) -> None:
        """Nothing was answered yet."""
        self._known: dict[int, tuple[Private, PersonId, str]] = {}

    def learn(self, session: Session) -> None:
        """Take note of every answer that the session holds."""
        for role, own in session.answers.items():
            for name, given in own.items():
                self._known.setdefault(id(given), (given, session.players[role], name))

    def of(self, value: Private) -> tuple[PersonId, str] | None:
        """Who gave this answer to which question; None for what is nobody's answer."""
        known = self._known.get(id(value))
        return known[1:] if known else None


def people(number: int = PAIR) -> dict[PersonId, Person]:
    """So many people who have been welcomed."""
    names = NAMES[:number]
    accounts = [Account(platform="local", native=name.lower(), name=name) for name in names]
    return {
        PersonId(account.native): Person(
            id=PersonId(account.native), account=account, welcomed=BEGAN
        )
        for account in accounts
    }


def kept(script: Script) -> tuple[tuple[str, ...], ...]:
    """Kinds of what a person may keep when it begins, where it is about that: all, some, none."""
    return (tuple(KEPT), ("plan",), ()) if script.name in WHOLE else ((),)


def _records(owner: PersonId, kinds: Iterable[str]) -> dict[RecordKey, Record]:
    """Two pieces of each of these kinds."""
    records = [
        Record(id=f"{kind}/{n}", owner=owner, other=None, kind=kind, at=BEGAN, body=KEPT[kind])
        for kind in kinds
        for n in (1, 2)
    ]
    return {(owner, record.id): record for record in records}


def first(
    scripts: Scripts, script: Script, door: str = "", keeps: Iterable[str] = ()
) -> tuple[Moment, Turn]:
    """The beginning of an exercise, or one of its doors: for one, for two, or for three."""
    seats = parts.seats(FEWEST) if script.members else script.roles
    cast = people(max(PAIR, len(seats)))
    players: dict[Role, PersonId] = dict(zip(seats, cast, strict=False))
    alone = len(seats) == 1
    session = Session(
        id="explored",
        script=script.name,
        digest=script.digest,
        step=script.first,
        players=players,
        proposer=players[seats[0]],
        began=BEGAN,
        pace="solo" if alone else "slow",
        begun=alone,
        since=dict.fromkeys(players, BEGAN),
        circle=_circle(players) if script.members else None,
    )
    met = "guide" in keeps
    bonds = {
        (owner, other): Bond(owner=owner, other=other, checked=True, met=met)
        for owner, other in permutations(cast, 2)
    }  # the private check is an exercise of its own, and is walked through by itself
    records = _records(session.proposer, keeps)
    moment = Moment(
        session=session, people=cast, bonds=bonds, records=records, at=BEGAN, buttons={}
    )
    event = Event(key="begin", at=BEGAN, person=session.proposer)
    turn = engine.begin(scripts, session, moment.cast(), event, door)
    return _next(moment, turn, event, f"begin at {door}" if door else "begin"), turn


def _circle(players: dict[Role, PersonId]) -> Circle:
    """Everybody has passed the private check of it, as with bonds."""
    names = [Private(name) for name in NAMES[1 : len(players)]]
    circle = parts.new(names, [None for _ in names])
    return msgspec.structs.replace(circle, checked=tuple(players))


def later(scripts: Scripts, moment: Moment, event: Event, act: str) -> tuple[Moment, Turn]:
    """The moment after an event, and all that it changed."""
    turn = engine.step(scripts, moment.session, moment.cast(), event)
    return _next(moment, turn, event, act), turn


def spawned(moment: Moment, turn: Turn) -> list[Moment]:
    """Sessions that this turn began beside the one that is explored."""
    others = [one for one in turn.sessions if one.id != moment.session.id]
    return [msgspec.structs.replace(moment, session=one, buttons={}, room=False) for one in others]


def _next(moment: Moment, turn: Turn, event: Event, act: str) -> Moment:
    session = next((s for s in turn.sessions if s.id == moment.session.id), moment.session)
    kinds = {message.kind for message in turn.messages}
    return Moment(
        session=session,
        people=moment.people | {person.id: person for person in turn.people},
        bonds=moment.bonds | {(bond.owner, bond.other): bond for bond in turn.bonds},
        records=_left(moment, turn),
        at=event.at,
        buttons=_buttons(moment.buttons, turn.messages),
        room=(moment.room or "open" in kinds) and "close" not in kinds,
        depth=moment.depth + 1,
        history=(*moment.history, act),
    )


def _left(moment: Moment, turn: Turn) -> dict[RecordKey, Record]:
    gone = {(one.owner, id_) for one in turn.erased for id_ in one.records}
    left = {key: record for key, record in moment.records.items() if key not in gone}
    return left | {(record.owner, record.id): record for record in turn.records}


def _buttons(known: dict[str, PersonId], messages: tuple[Message, ...]) -> dict[str, PersonId]:
    left = dict(known)
    for message in messages:
        if message.kind == "edit":
            left.pop(message.target, None)
        elif message.choices:
            left[message.key] = message.to
    return left
