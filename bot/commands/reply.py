"""A turn that is put together for one event: what commands say, and what sessions did."""

from hashlib import blake2b

import msgspec

from bot.engine import step as engine
from bot.engine.scene import Cast, Scripts
from bot.model.event import Event
from bot.model.message import Arg, Choice, Kind, Line, Message
from bot.model.person import Person
from bot.model.session import Session
from bot.model.world import Turn, World


def short(key: str) -> str:
    """A short name that always is the same for the same key, and tells nothing of it."""
    return blake2b(key.encode(), digest_size=6).hexdigest()


class Reply:
    """Collects everything that one event changes. The world keeps up with it."""

    def __init__(self, scripts: Scripts, world: World, event: Event, rooms: frozenset[str]) -> None:
        """`rooms` names the platforms that can open a shared private place."""
        self.scripts = scripts
        self.world = world
        self.event = event
        self._rooms = rooms
        self._turns: list[Turn] = []
        self._said = 0

    @property
    def person(self) -> Person:
        """Who acted, with what was changed so far."""
        return self.world.people[self.event.person]

    def put_person(self, person: Person) -> None:
        """Change a person."""
        self.merge(Turn(people=(person,)))

    def say(
        self, kind: Kind, lines: tuple[Line, ...] = (), choices: tuple[Choice, ...] = ()
    ) -> None:
        """Post a message to whoever acted, outside of any session."""
        key = f"{short(self.event.key)}.0.{self._said}"
        self._said += 1
        message = Message(key=key, kind=kind, to=self.event.person, lines=lines, choices=choices)
        self.merge(Turn(messages=(message,)))

    def note(self, words: str, **args: Arg) -> None:
        """A note in shared words."""
        self.say("note", (Line(words=words, args=args),))

    # ── sessions ─────────────────────────────────────────────────────────────
    def cast(self, session: Session) -> Cast:
        """Everybody around a session."""
        players = [self.world.people[who] for who in session.players.values()]
        homes = {player.account.platform for player in players}
        rooms = len(homes) == 1 and homes <= self._rooms
        busy = not session.begun and self._busy(session)
        return Cast(people=self.world.people, bonds=self.world.bonds, rooms=rooms, busy=busy)

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

    def begin(self, session: Session) -> None:
        """Start a session."""
        self.world.sessions[session.id] = session
        self.merge(engine.begin(self.scripts, session, self.cast(session), self.event))

    def step(self, session: Session, event: Event) -> None:
        """Let an event happen in a session."""
        self.merge(engine.step(self.scripts, session, self.cast(session), event))

    def everywhere(self) -> list[Session]:
        """All running sessions around whoever acted, known to them or not, oldest first."""
        who = self.event.person
        sessions = [s for s in self.world.sessions.values() if s.role_of(who)]
        return sorted(sessions, key=lambda s: (s.began, s.id))

    def mine(self) -> list[Session]:
        """The running sessions of which whoever acted has been shown anything, oldest first.

        An invite that is held back, and what another will perhaps say tomorrow, are not among
        them: no command of theirs may betray that such a thing exists.
        """
        return [s for s in self.everywhere() if self.event.person in s.reached]

    def focus(self) -> Session | None:
        """The session that whoever acted is in: their last one, or the only one."""
        mine = [s for s in self.mine() if s.role_of(self.event.person) not in s.gone]
        last = next((s for s in mine if s.id == self.person.focus), None)
        return last or (mine[-1] if mine else None)

    # ── the turn ─────────────────────────────────────────────────────────────
    def merge(self, turn: Turn) -> None:
        """Take a turn over; whatever comes after it sees the world as it leaves it."""
        self._turns.append(turn)
        for session in turn.sessions:
            self.world.sessions[session.id] = session
            if session.status == "ended":
                del self.world.sessions[session.id]
        self.world.people.update({person.id: person for person in turn.people})
        self.world.bonds.update({(bond.owner, bond.other): bond for bond in turn.bonds})

    def turn(self) -> Turn:
        """All of it as one; of what changed twice, the last."""
        turns = self._turns
        return Turn(
            sessions=tuple({s.id: s for t in turns for s in t.sessions}.values()),
            people=tuple({p.id: p for t in turns for p in t.people}.values()),
            bonds=tuple({(b.owner, b.other): b for t in turns for b in t.bonds}.values()),
            records=tuple(r for t in turns for r in t.records),
            messages=tuple(m for t in turns for m in t.messages),
            forget=tuple(p for t in turns for p in t.forget),
        )


def later(person: Person, **changes: object) -> Person:
    """The person with some settings changed."""
    return msgspec.structs.replace(person, **changes)
