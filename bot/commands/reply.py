"""A turn that is put together for one event: what commands say, and what sessions did."""

from collections.abc import Callable
from hashlib import blake2b

import msgspec

from bot.commands.registry import ALL, Registry
from bot.engine import asides, menus
from bot.engine import step as engine
from bot.engine.scene import Cast, Says, Scripts, says_nothing
from bot.model.event import Event
from bot.model.message import Arg, Choice, Kind, Line, Message
from bot.model.person import Person
from bot.model.private import Private
from bot.model.session import Role, Session
from bot.model.world import Opens, Turn, World
from bot.text.readers import Kinds

Code = Callable[[str], str]  # session → its one-time code


def short(key: str) -> str:
    """A short name that always is the same for the same key, and tells nothing of it."""
    return blake2b(key.encode(), digest_size=6).hexdigest()


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """What the bot was built with, as far as a turn needs it."""

    scripts: Scripts
    rooms: frozenset[str]  # the platforms that can open a shared private place
    code: Code  # the one-time code of a session
    kinds: Kinds = {}  # what kind of place the chats and rooms of each platform are
    commands: Registry = ALL
    says: Says = says_nothing  # the bot's own words; see `Cast`


class Reply:
    """Collects everything that one event changes. The world keeps up with it."""

    def __init__(self, built: Built, world: World, event: Event) -> None:
        """Begin with nothing changed and nothing said."""
        self.scripts = built.scripts
        self.commands = built.commands
        self.world = world
        self.event = event
        self.kinds = built.kinds
        self._rooms = built.rooms
        self._says = built.says
        self._code = built.code
        self._turns: list[Turn] = []
        self._said = 0
        self._running: list[Session] | None = None  # of `everywhere`; None: to be looked up

    @property
    def person(self) -> Person:
        """Who acted, with what was changed so far."""
        return self.world.people[self.event.person]

    def put_person(self, person: Person) -> None:
        """Change a person."""
        self.merge(Turn(people=(person,)))

    def say(
        self,
        kind: Kind,
        lines: tuple[Line, ...] = (),
        choices: tuple[Choice, ...] = (),
        name: str = "",
    ) -> None:
        """Post a message to whoever acted, outside of any session."""
        key, to = f"{short(self.event.key)}.0.{self._said}", self.event.person
        self._said += 1
        message = Message(key=key, kind=kind, to=to, lines=lines, choices=choices, name=name)
        self.merge(Turn(messages=(message,)))

    def note(self, words: str, **args: Arg) -> None:
        """A note in shared words."""
        self.say("note", (Line(words=words, args=args),))

    # ── sessions ─────────────────────────────────────────────────────────────
    def cast(self, session: Session) -> Cast:
        """Everybody around a session."""
        known = {who: person.account for who, person in self.world.people.items()}
        known |= session.forgotten
        homes = {known[who].platform for who in session.players.values() if who in known}
        rooms = len(homes) == 1 and homes <= self._rooms
        busy = not session.begun and self._busy(session)
        return Cast(
            people=self.world.people,
            bonds=self.world.bonds,
            rooms=rooms,
            busy=busy,
            kinds=self.kinds,
            says=self._says,
            records=self.world.records,
            sessions=tuple(self.world.sessions.values()) if session.whole else (),
        )

    def _busy(self, session: Session) -> bool:
        """Whether the proposer has seen an invite of the very person whom they invite."""
        pair = set(session.players.values())
        return any(
            other.id != session.id
            and set(other.players.values()) == pair
            and other.proposer != session.proposer
            and session.proposer in other.reached
            and not other.aftermath
            for other in self.world.sessions.values()
        )

    def begin(self, session: Session, first: str = "") -> None:
        """Start a session, at its step `first` where one is named."""
        self.world.sessions[session.id] = session
        self._running = None
        self.merge(engine.begin(self.scripts, session, self.cast(session), self.event, first))

    def step(self, session: Session, event: Event) -> None:
        """Let an event happen in a session."""
        self.merge(engine.step(self.scripts, session, self.cast(session), event))

    def seat(self, session: Session, role: Role) -> None:
        """Give the seat of `role`, who is invited there, to whoever acted, and ask them."""
        players = session.players | {role: self.event.person}
        around = self.cast(msgspec.structs.replace(session, players=players))
        self.merge(engine.seat(self.scripts, session, around, self.event, role))

    def salt(self, session: str) -> str:
        """What makes the message ids of a session: nobody finds it from the session's own id."""
        return self._code(f"{session}/ids")

    def code(self, session: str) -> Private:
        """The one-time code of a session's invite, as it is kept."""
        return Private(self._code(session))

    def everywhere(self) -> list[Session]:
        """All running sessions around whoever acted, known to them or not, oldest first."""
        if self._running is None:
            who = self.event.person
            around = self.world.sessions.values()
            self._running = [
                s for s in around if who in s.players.values() and who not in s.forgotten
            ]
            self._running.sort(key=lambda s: (s.began, s.id))
        return self._running

    def mine(self) -> list[Session]:
        """The running sessions of which whoever acted has been shown anything, oldest first.

        An invite that is held back, and what another will perhaps say tomorrow, are not among
        them: no command of theirs may betray that such a thing exists.
        """
        who = self.event.person
        return [s for s in self.everywhere() if who in s.reached]

    def waiting(self) -> list[Session]:
        """What they are in and have not left, the menu aside."""
        me = self.event.person
        mine = (one for one in self.mine() if one.role_of(me) not in one.gone)
        return [one for one in mine if one.script != menus.HOME]

    def is_asked(self) -> bool:
        """Whether anything is asked of them but the menu."""
        roles = ((one, one.role_of(self.event.person) or "") for one in self.waiting())
        return any(asides.asked(one, role) or asides.knocked(one, role) for one, role in roles)

    def focus(self) -> Session | None:
        """The session that whoever acted is in: their last one, or the only one."""
        mine = [s for s in self.mine() if s.role_of(self.event.person) not in s.gone]
        mine = [s for s in mine if s.script != menus.HOME] or mine  # the menu gives way
        last = next((s for s in mine if s.id == self.person.focus), None)
        return last or (mine[-1] if mine else None)

    # ── the turn ─────────────────────────────────────────────────────────────
    def merge(self, turn: Turn) -> None:
        """Take a turn over; whatever comes after it sees the world as it leaves it."""
        self._turns.append(turn)
        if turn.sessions:
            self._running = None
        for session in turn.sessions:
            self.world.sessions[session.id] = session
            if session.status == "ended":
                del self.world.sessions[session.id]
        for person in turn.people:
            self.world.people[person.id] = person
        for one in turn.erased:
            self.world.bonds.pop((one.owner, one.other or one.owner), None)
            for id_ in one.records:
                self.world.records.pop((one.owner, id_), None)
        for record in turn.records:
            self.world.records[record.owner, record.id] = record
        for bond in turn.bonds:
            self.world.bonds[bond.owner, bond.other] = bond

    def opens(self) -> list[Opens]:
        """What is to be begun next, as far as was said until now."""
        return [one for turn in self._turns for one in turn.opens]

    def turn(self) -> Turn:
        """All of it as one; of what changed twice, the last."""
        turns = self._turns
        if len(turns) == 1:
            return turns[0]  # and nothing changed twice
        return Turn(
            sessions=tuple({s.id: s for t in turns for s in t.sessions}.values()),
            people=tuple({p.id: p for t in turns for p in t.people}.values()),
            bonds=tuple({(b.owner, b.other): b for t in turns for b in t.bonds}.values()),
            records=tuple(r for t in turns for r in t.records),
            messages=tuple(m for t in turns for m in t.messages),
            erased=tuple(e for t in turns for e in t.erased),
            opens=tuple(self.opens()),
            forget=tuple(p for t in turns for p in t.forget),
        )


def later(person: Person, **changes: object) -> Person:
    """The person with some settings changed."""
    return msgspec.structs.replace(person, **changes)
