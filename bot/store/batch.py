"""A batch in memory: the world around some events, and what their turns changed in it.

Every event is shown its own part of the world, even when others of the batch loaded more:
what does not concern an event cannot be looked at by mistake.
"""

from collections.abc import Iterable, Iterator

from bot.model.event import Aged, Due, Event
from bot.model.message import Message
from bot.model.person import Account, Person, PersonId, Record
from bot.model.private import Private
from bot.model.session import Session
from bot.model.world import Erased, Turn, World
from bot.store import codec
from bot.store.port import Decide, Outcome


class Batch:
    """What is loaded, and beside it what is to be saved."""

    def __init__(self, stored: World) -> None:
        """Begin with what is stored."""
        self.stored = stored
        self.people = dict(stored.people)
        self.bonds = dict(stored.bonds)
        self.sessions = dict(stored.sessions)
        self.records: list[Record] = []  # to be saved
        self.kept = dict(stored.records)  # those, and what was loaded
        self.erased: list[Erased] = []
        self.messages: list[Message] = []
        self.forgotten: list[PersonId] = []
        self._plays: dict[PersonId, dict[str, None]] = {}  # person → sessions, oldest first
        for session in stored.sessions.values():
            self._index(session)

    def take(self, event: Event, decide: Decide) -> Outcome:
        """Decide on one event; the next one sees what it changed."""
        new = {
            person: Person(id=person, account=account)
            for person, account in named(event)
            if account is not None and person not in self.people
        }
        try:
            turn = decide(self._around(event, new), event)
        except Exception as error:  # noqa: BLE001 - one event's trouble is not the others'
            return error
        self.people |= new
        self._apply(turn)
        return turn

    def _around(self, event: Event, new: dict[PersonId, Person]) -> World:
        """What the port promises to load for this event, and nothing else."""
        sessions = {s.id: s for s in self._concerned(event)}
        who = dict.fromkeys([person for person, _ in named(event)])
        for session in sessions.values():
            who.update(dict.fromkeys(session.players.values()))
        pairs = [(owner, other) for owner in who for other in who]
        if is_whole(event, sessions.values()):
            pairs += [pair for pair in self.bonds if pair[0] == event.person]
            records = {key: one for key, one in self.kept.items() if key[0] == event.person}
        else:
            records = {}
        return World(
            people={p: found for p in who if (found := self.people.get(p) or new.get(p))},
            bonds={pair: self.bonds[pair] for pair in pairs if pair in self.bonds},
            sessions=sessions,
            records=records,
        )

    def _concerned(self, event: Event) -> Iterator[Session]:
        """The session that is due; or those of who acted, and the one whose code they typed."""
        if isinstance(event, Due):
            yield from (self.sessions[event.session],) if event.session in self.sessions else ()
            return
        for id_ in self._plays.get(event.person, ()):
            session = self.sessions.get(id_)
            if session is None or event.person not in session.players.values():
                continue
            # an invite that outlives its proposer's deletion stands in the way of a second one
            if event.person in still_in(session) or not session.begun:
                yield session
        if event.code is not None:
            yield from (s for s in self.sessions.values() if event.code in _codes(s))

    def _apply(self, turn: Turn) -> None:
        for session in turn.sessions:
            before = self.sessions.get(session.id)
            if before is None or before.turn != session.turn:
                self._put(session)
        for one in turn.erased:
            self._erase(one)
        self.people |= {person.id: person for person in turn.people}
        self.bonds |= {(bond.owner, bond.other): bond for bond in turn.bonds}
        self.records += turn.records
        self.kept |= {(record.owner, record.id): record for record in turn.records}
        self.messages += turn.messages
        self.forgotten += turn.forget

    def _erase(self, one: Erased) -> None:
        """What is not kept any more: neither of what was loaded, nor of what is to be saved."""
        self.erased.append(one)
        if one.other is not None:
            self.bonds.pop((one.owner, one.other), None)
        gone = {(one.owner, id_) for id_ in one.records}
        self.records = [record for record in self.records if (record.owner, record.id) not in gone]
        for key in gone:
            self.kept.pop(key, None)

    def _put(self, session: Session) -> None:
        if session.status == "ended":
            self.sessions.pop(session.id, None)
        else:
            self.sessions[session.id] = session
            self._index(session)

    def _index(self, session: Session) -> None:
        for person in session.players.values():
            self._plays.setdefault(person, {})[session.id] = None


def _codes(session: Session) -> list[Private]:
    """The codes that still seat somebody in it."""
    own = [] if session.code is None else [session.code]
    return own + codec.codes_of(session)


def named(event: Event) -> Iterator[tuple[PersonId, Account | None]]:
    """Everybody whom an event names: who acted, then whom they spoke of."""
    if event.person:
        yield event.person, event.account
    yield from event.people.values()


def still_in(session: Session) -> set[PersonId]:
    """Those who play, without those who had their part erased."""
    return set(session.players.values()) - session.forgotten.keys()


def is_whole(event: Event, sessions: Iterable[Session]) -> bool:
    """Whether this is about all that the person of the event keeps."""
    if isinstance(event, Aged) or event.whole:
        return True
    return any(session.whole and session.role_of(event.person) for session in sessions)


def everybody(sessions: Iterable[Session]) -> set[PersonId]:
    """All who play in these sessions."""
    return {person for session in sessions for person in session.players.values()}
