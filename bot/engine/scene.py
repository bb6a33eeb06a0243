"""The workbench of one turn: a session that is being changed, and what is said meanwhile.

Theory of operation. `step` takes a frozen session and an event and gives back a frozen
turn. In between, the rooms of this floor pass a `Scene` along. It is made for one event
and thrown away after it; nothing here awaits, reads a clock or draws a number.

An aside (a pause inside a small share) is a scene inside a scene: it has a session of its
own with one role, and says everything through its root, so keys and order are the root's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from hashlib import blake2b
from typing import Any, Protocol

import msgspec

from bot.care import quiet
from bot.engine import parts
from bot.model.event import DM, ROOM
from bot.model.message import Arg, Choice, Kind, Line, Message, Word
from bot.model.person import Account, Bond, Person, PersonId, Record
from bot.model.private import Private
from bot.model.script import Field, Script, Step
from bot.model.session import Circle, Role, Session
from bot.model.world import BondKey, Erased, Opens, RecordKey, Turn
from bot.text.readers import Kinds

Says = Callable[[str, str], str]  # words without arguments, and a locale
SOFT = {"live": ".circle-live", "slow": ".circle-slow"}  # how long a turn may take
WHERE = frozenset({"step", "players", "proposer", "circle"})  # what decides who is asked what


class Scripts(Protocol):
    """Where scripts are found. A session keeps to the version it began with."""

    def current(self, name: str) -> Script:
        """Today's version. Raises KeyError for a name there is not."""
        ...

    def by_digest(self, digest: str) -> Script:
        """That very version. Raises KeyError when it is not kept."""
        ...

    def under(self, place: str) -> tuple[str, ...]:
        """The exercises that stand in this place of the menu, row by row."""
        ...


def says_nothing(_words: str, _locale: str) -> str:
    """Where there are no words at hand."""
    return ""


class Cast(msgspec.Struct, kw_only=True):
    """Everybody around a session, and what each of them keeps. Changed as the turn goes."""

    people: dict[PersonId, Person]
    bonds: dict[BondKey, Bond] = {}
    records: dict[RecordKey, Record] = {}  # where it is about all that one person keeps
    sessions: tuple[Session, ...] = ()  # as `records`: what else is running for them
    busy: bool = False  # the other has asked the same, and their invite has been seen
    rooms: bool = True  # the platform of all of them can open a shared private place
    kinds: Kinds = {}  # what kind of place the chats and rooms of each platform are
    says: Says = says_nothing  # an own text of the bot's, as somebody reads it in their language

    def person(self, who: PersonId) -> Person:
        """The person; somebody who is gone from the store has defaults and no name."""
        found = self.people.get(who)
        return found or Person(id=who, account=Account(platform="", native=""))

    def bond(self, owner: PersonId, other: PersonId) -> Bond:
        """What `owner` keeps about `other`; an empty one where nothing is kept."""
        return self.bonds.get((owner, other)) or Bond(owner=owner, other=other)


class Scene:
    """One turn in the making."""

    def __init__(
        self,
        scripts: Scripts,
        session: Session,
        cast: Cast,
        at: datetime,
        root: Scene | None = None,
    ) -> None:
        """Begin a turn of `session` at `at`; with `root`, an aside of that scene."""
        self.scripts = scripts
        self.script = scripts.by_digest(session.digest)
        self.session = session
        self.before = session
        self.cast = cast
        self.at = at
        self._root = root
        self.actor: Role | None = None
        self._stand()
        self.messages: list[Message] = []
        self.people: dict[PersonId, Person] = {}
        self.bonds: dict[BondKey, Bond] = {}
        self.records: list[Record] = []
        self.spawned: list[Session] = []
        self.reached: list[PersonId] = []
        self.forgotten: list[PersonId] = []
        self.opens: list[Opens] = []
        self.erased: list[Erased] = []
        self.seen: set[Role] = set()  # who was shown something that they did not ask for
        self.unasked = False  # nobody looks for an answer of the bot in their own chat just now
        self.outcome = ""  # of an aside: "resume" or "leave"
        self.announce: datetime | None = None  # of an aside: tell the others, back at

    # ── reading ──────────────────────────────────────────────────────────────
    @property
    def root(self) -> Scene:
        """The outermost scene. Not kept in it: a circle would outlive its turn, words and all."""
        return self._root or self

    def _stand(self) -> None:
        """Look up the step that the session stands on and whom it asks what, once for all uses.

        What a step asks follows from who plays and who began, so a script finds it once for all
        its sessions; there are no more answers than steps and orders of its roles.
        """
        session = self.session
        self.step: Step = self.script.step(session.step)
        who = session.role_of(session.proposer), *session.players
        way = session.step, *who, *(parts.key(session) if session.circle else ())
        asks = self.script.asks.get(way)
        if asks is None:
            asks = self.script.asks[way] = self._asks()
        self.asks: Mapping[Role, tuple[Field, ...]] = asks

    def _asks(self) -> dict[Role, tuple[Field, ...]]:
        """Everybody whom this step asks something, and what: the first entry that means them."""
        found: dict[Role, tuple[Field, ...]] = {}
        for role in self.session.players:
            mine = (own for named, own in self.step.ask.items() if role in self.roles(named))
            if fields := next(mine, ()):
                found[role] = fields
        return found

    @property
    def fields(self) -> dict[str, tuple[str, Field]]:
        """Every field of the script by name, with the role that first answers it."""
        return self.script.fields()

    def person(self, role: Role) -> Person:
        """Who plays `role`, with this turn's changes; of who was erased, what others know."""
        who = self.session.players[role]
        known = self.session.forgotten.get(who)
        return Person(id=who, account=known) if known else self.cast.person(who)

    def name(self, role: Role) -> str:
        """What the others call whoever plays `role`; it outlives their being erased."""
        return self.person(role).account.shown()

    def roles(self, named: str) -> tuple[Role, ...]:
        """The roles that a script's word means: a role, "proposer", "invited" or "all"."""
        players = self.session.players
        if named in players:
            return (named,)
        if self.session.circle is not None and (who := parts.of(self.session, named)) is not None:
            return who
        proposer = self.session.role_of(self.session.proposer)
        match named:
            case "all":
                return tuple(players)
            case "proposer":
                return (proposer,) if proposer else ()
            case "invited":
                return tuple(role for role in players if role != proposer)
        return ()

    def knowing(self) -> tuple[Role, ...]:
        """The roles whose people have been shown anything: nobody else is ever told of an end."""
        reached = {*self.root.session.reached, *self.root.reached}
        return tuple([role for role, who in self.session.players.items() if who in reached])

    # ── changing ─────────────────────────────────────────────────────────────
    def put(self, **changes: Any) -> None:  # noqa: ANN401 - the struct checks each field's type
        """Change fields of the session."""
        self.session = msgspec.structs.replace(self.session, **changes)
        if not WHERE.isdisjoint(changes):
            self._stand()

    def keep(self, role: Role, name: str, given: Private) -> None:
        """Write down what `role` answered to the question of that name."""
        own = self.session.answers.get(role, {}) | {name: given}
        self.put(answers=self.session.answers | {role: own})

    def drop(self, role: Role, *names: str) -> None:
        """Forget what `role` answered to these questions."""
        own = self.session.answers.get(role, {})
        rest = {name: given for name, given in own.items() if name not in names}
        self.put(answers=self.session.answers | {role: rest})

    def put_person(self, role: Role, **changes: Any) -> None:  # noqa: ANN401 - as `put`
        """Change settings of whoever plays `role`."""
        changed = msgspec.structs.replace(self.person(role), **changes)
        self.cast.people[changed.id] = self.root.people[changed.id] = changed

    def put_bond(self, owner: Role, other: Role, **changes: Any) -> None:  # noqa: ANN401 - as `put`
        """Change what `owner` keeps about `other`; nothing is kept about an empty seat.

        The name goes with it: what the owner calls the other stays the same for the owner,
        whatever becomes of the other's own data.
        """
        players, called = self.session.players, self._called(owner, other)
        if self.session.vacant(other) or players[owner] in self.session.forgotten:
            return
        if isinstance(called, Private):
            changes["called"] = called
        bond = msgspec.structs.replace(self.cast.bond(players[owner], players[other]), **changes)
        key = (bond.owner, bond.other)
        self.cast.bonds[key] = self.root.bonds[key] = bond

    def put_kept(self, bond: Bond, **changes: Any) -> None:  # noqa: ANN401 - as `put`
        """Change what somebody who is alone keeps about somebody else."""
        key = bond.owner, bond.other
        self.cast.bonds[key] = self.root.bonds[key] = msgspec.structs.replace(bond, **changes)

    def _called(self, owner: Role, other: Role) -> Arg | None:
        """What `owner` calls that one other."""
        if self.session.circle is None:
            return self.names(owner).get("other")
        return Private(self.name(other)) if self.session.begun else None

    # ── saying ───────────────────────────────────────────────────────────────
    def say(
        self,
        role: Role,
        kind: Kind,
        lines: tuple[Line, ...],
        choices: tuple[Choice, ...] = (),
        **more: Any,  # noqa: ANN401 - the struct checks each field's type
    ) -> str:
        """Post a message to the DM of `role`; returns its key, or "" when they are gone."""
        asked_for, to = role == self.actor, self.session.players[role]
        if self._root is None and kind != "edit" and not asked_for:
            self.seen.add(role)
        if role in self.session.gone:
            return ""
        if kind != "edit":
            self.root.reached.append(to)
        more.setdefault("lead", not asked_for or self.root.unasked)
        handed = kind == "card"  # it could not be taken back there
        if not asked_for and not handed and more.get("due") is None:
            # edits too: what they close may wait as well
            more["due"] = self._morning(role)
        return self._post(kind=kind, to=to, place=DM, lines=lines, choices=choices, **more)

    def _morning(self, role: Role) -> datetime | None:
        """The end of their quiet hours, where it goes by the clock and slowly; None: now.

        Cards never wait here: they could not be taken back any more. See `windows`.
        """
        if not self.script.unhurried or self.session.pace != "slow":
            return None
        at = quiet.awake(self.person(role), self.at)
        return at if at > self.at else None

    def say_room(self, kind: Kind, lines: tuple[Line, ...] = (), **more: Any) -> str:  # noqa: ANN401 - as `say`
        """Post to the shared place, in the proposer's language."""
        self.seen |= set(self.session.players) - {self.actor}
        place = ROOM + self.root.session.id
        people = tuple(self.session.players.values())
        still = [who for who in people if who not in self.session.forgotten]
        to = next(iter(still), people[0])
        if self.session.proposer in still:
            to = self.session.proposer
        return self._post(
            kind=kind, to=to, place=place, lines=lines, people=people, lead=bool(lines), **more
        )

    def hush(self, by: Role, reader: Role) -> None:
        """What `by` has just shown to `reader` is for these two alone: it moves no clock.

        Nor does it take anybody's undo away, but that of who has sent it.
        """
        self.seen.discard(reader)
        trail = {role: own for role, own in self.session.trail.items() if role != by}
        self.put(trail=trail, penned={r: p for r, p in self.session.penned.items() if r != by})

    def note(self, role: Role, words: str, **args: Arg) -> str:
        """A note to one person. `words` beginning with "." are shared words."""
        return self.say(role, "note", (self.line(words, role, **args),))

    def line(self, words: str, role: Role, **args: Arg) -> Line:
        """One Fluent message with `other`, the name of the other person, beside its own args."""
        full = words if words.startswith(".") else f"{self.script.name}.{words}"
        return Line(words=full, args=self.names(role) | args)

    def names(self, role: Role) -> dict[str, Arg]:
        """How the words may call the others; nobody is named in a solo exercise."""
        session = self.session
        if session.circle is not None:
            return self._names_around(role, session.circle)
        paired = len(session.players) > 1
        if paired and not session.begun and session.players[role] == session.proposer:
            # whether the bot knows them better, or who came by the code, is not told
            return {"other": session.called or Word(words=".somebody")}
        others = [self.name(other) for other in self.session.others(role)]
        return {"other": Private(", ".join(others))} if others else {}

    def _names_around(self, role: Role, circle: Circle) -> dict[str, Arg]:
        """All the others of a circle; as the proposer named them, until everybody has said yes."""
        seats, begun = circle.seats, self.session.begun
        names = {
            one: self.name(one) if begun or one not in seats else seats[one].called.open_for(role)
            for one in self.session.players
        }
        found: dict[str, Arg] = {"other": Private(", ".join(names[o] for o in names if o != role))}
        asks = self.session.role_of(self.session.proposer)
        found["asks"] = Private(names[asks]) if asks else Word(words=".somebody")
        found["time"] = Word(words=SOFT[self.session.pace])
        if circle.answerer:
            found["about"] = Private(names[circle.answerer])
        return found | ({"limit": circle.most} if circle.most else {})

    def _post(self, *, kind: Kind, to: PersonId, **fields: Any) -> str:  # noqa: ANN401 - as `put`
        root = self.root
        key = _name(root.session, root.before.turn + 1, len(root.messages))
        root.messages.append(Message(key=key, kind=kind, to=to, session=root.session.id, **fields))
        return key

    # ── ending the turn ──────────────────────────────────────────────────────
    @property
    def changed(self) -> bool:
        """Whether anything happened in this turn."""
        return bool(self.messages) or self.session != self.before

    def turn(self, **last: Any) -> Turn:  # noqa: ANN401 - as `put`
        """Everything that changed, with these last changes; an empty turn when nothing did."""
        changed: tuple[Session, ...] = ()
        if self.changed:
            reached = dict.fromkeys((*self.session.reached, *self.reached))
            self.put(turn=self.before.turn + 1, reached=tuple(reached), **last)
            changed = (self.session, *self.spawned)
        return Turn(
            sessions=changed,
            people=tuple(self.people.values()),
            bonds=tuple(self.bonds.values()),
            records=tuple(self.records),
            messages=tuple(self.messages),
            erased=tuple(self.erased),
            opens=tuple(self.opens),
            forget=tuple(self.forgotten),
        )


def _name(session: Session, turn: int, index: int) -> str:
    """The id of a message: the same whenever this turn is taken again, and no other is.

    Platforms show ids. A plain count of turns would tell a reader how often the other did
    something in private, and a plain count of messages that somebody else was told something.
    """
    said = f"{session.salt}/{turn}/{index}".encode()
    return f"{session.id}.m.{blake2b(said, digest_size=9).hexdigest()}"
