"""A batch in memory: the world around some events, and what their turns changed in it.

Every event is shown its own part of the world, even when others of the batch loaded more:
what does not concern an event cannot be looked at by mistake.
"""

from collections.abc import Iterable, Iterator

from bot.model.event import Due, Event
from bot.model.message import Message
from bot.model.person import Account, Person, PersonId, Record
from bot.model.session import Session
from bot.model.world import Turn, World
from bot.store.port import Decide, Outcome


class Batch:
    """What is loaded, and beside it what is to be saved."""

    def __init__(self, stored: World) -> None:
        """Begin with what is stored."""
        self.stored = stored
        self.people = dict(stored.people)
        self.bonds = dict(stored.bonds)
        self.sessions = dict(stored.sessions)
        self.records: list[Record] = []
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
        ids = (event.session,) if isinstance(event, Due) else self._plays.get(event.person, ())
        sessions = {id_: self.sessions[id_] for id_ in ids if id_ in self.sessions}
        who = dict.fromkeys([person for person, _ in named(event)])
        for session in sessions.values():
            who.update(dict.fromkeys(session.players.values()))
        pairs = [(owner, other) for owner in who for other in who]
        return World(
            people={p: found for p in who if (found := self.people.get(p) or new.get(p))},
            bonds={pair: self.bonds[pair] for pair in pairs if pair in self.bonds},
            sessions=sessions,
        )

    def _apply(self, turn: Turn) -> None:
        for session in turn.sessions:
            before = self.sessions.get(session.id)
            if before is None or before.turn != session.turn:
                self._put(session)
        self.people |= {person.id: person for person in turn.people}
        self.bonds |= {(bond.owner, bond.other): bond for bond in turn.bonds}
        self.records += turn.records
        self.messages += turn.messages
        self.forgotten += turn.forget

    def _put(self, session: Session) -> None:
        if session.status == "ended":
            self.sessions.pop(session.id, None)
        else:
            self.sessions[session.id] = session
            self._index(session)

    def _index(self, session: Session) -> None:
        for person in session.players.values():
            self._plays.setdefault(person, {})[session.id] = None


def named(event: Event) -> Iterator[tuple[PersonId, Account | None]]:
    """Everybody whom an event names: who acted, then whom they spoke of."""
    if event.person:
        yield event.person, event.account
    yield from event.people.values()


def everybody(sessions: Iterable[Session]) -> set[PersonId]:
    """All who play in these sessions."""
    return {person for session in sessions for person in session.players.values()}
