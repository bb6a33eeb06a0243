"""From rows to the world around a batch, in three statements whatever its size."""

from collections.abc import Iterable, Sequence

import msgspec

from bot.model.event import Due, Event
from bot.model.person import Bond, Person, PersonId, Record
from bot.model.session import Session
from bot.model.world import BondKey, World
from bot.store import codec
from bot.store.batch import is_whole, named
from bot.store.desk import Desk, Row
from bot.store.seals import Seals


def world(desk: Desk, seals: Seals, events: Sequence[Event]) -> World:
    """What these events may need: a little more than each of them will be shown."""
    due = [event.session for event in events if isinstance(event, Due)]
    who = {person for event in events for person, _ in named(event)}
    codes = [seals.keys.code_mark(event.code) for event in events if event.code is not None]
    rows = desk.ask("load_sessions", sessions=due, codes=codes, people=sorted(who))
    who |= {row[2] for row in rows}
    people = load_people(desk, seals, who)
    found = World(
        people=people, bonds=load_bonds(desk, seals, who), sessions=_sessions(seals, rows)
    )
    _whole(desk, seals, found, events)
    return found


def _whole(desk: Desk, seals: Seals, found: World, events: Sequence[Event]) -> None:
    """Beside it all that a person keeps, for those who ask for that."""
    whole = [session for session in found.sessions.values() if session.whole]
    asking = {event.person for event in events if is_whole(event, whole)} & found.people.keys()
    if asking:
        rows = desk.ask("load_own_bonds", people=sorted(asking))
        found.bonds.update(_opened(seals, rows))
        records = desk.ask("load_records", people=sorted(asking))
        found.records = {(row[1], row[0]): load_record(seals, *row) for row in records}


def load_people(desk: Desk, seals: Seals, who: Iterable[PersonId]) -> dict[PersonId, Person]:
    """Those of these people who are known; their keys are at hand afterwards."""
    rows = desk.ask("load_people", people=sorted(who))
    seals.add({person: wrapped for person, wrapped, _, _ in rows})
    return {person: _as_due(_person(seals, person, body), due) for person, _, body, due in rows}


def _as_due(person: Person, due: int | None) -> Person:
    """The column is what counts: a migration may have set it."""
    at = None if due is None else codec.instant(due)
    return person if person.due == at else msgspec.structs.replace(person, due=at)


def _person(seals: Seals, person: PersonId, body: bytes) -> Person:
    name = f"person:{person}"
    known = seals.keys.recall(name, body)
    if isinstance(known, Person):
        return known
    opened = codec.read_person(seals.unseal(person, body, name))
    words = (opened.meaning, opened.pending, opened.carried)  # they are not kept in memory
    if all(one is None for one in words):
        seals.keys.remember(name, body, opened)
    return opened


def load_session(desk: Desk, seals: Seals, session: str) -> Session | None:
    """One session, or None where it ended or never was."""
    rows = desk.ask("load_sessions", sessions=[session], codes=[], people=[])
    seals.fetch(desk, {row[2] for row in rows})
    return _sessions(seals, rows).get(session)


def load_bonds(desk: Desk, seals: Seals, people: Iterable[PersonId]) -> dict[BondKey, Bond]:
    """All bonds between any two of these people."""
    return _opened(seals, desk.ask("load_bonds", people=sorted(people)))


def _opened(seals: Seals, rows: Iterable[Row]) -> dict[BondKey, Bond]:
    return {(owner, other): _bond(seals, (owner, other), body) for owner, other, body in rows}


def _bond(seals: Seals, key: BondKey, body: bytes) -> Bond:
    name = f"bond:{key[0]}:{key[1]}"
    known = seals.keys.recall(name, body)
    if isinstance(known, Bond):
        return known
    opened = codec.read_bond(seals.unseal(key[0], body, name))
    seals.keys.remember(name, body, opened)
    return opened


def load_record(  # noqa: PLR0913, PLR0917 - the columns of its row
    seals: Seals, id_: str, owner: PersonId, other: PersonId | None, kind: str, at: int, body: bytes
) -> Record:
    """A record of its row."""
    opened = codec.read_record(seals.unseal(owner, body, f"record:{owner}:{id_}"))
    return Record(id=id_, owner=owner, other=other, kind=kind, at=codec.instant(at), body=opened)


def _sessions(seals: Seals, rows: Iterable[Row]) -> dict[str, Session]:
    """Sessions of their rows; there is a row for each role, and each repeats the rest."""
    rests: dict[str, bytes] = {}
    parts: dict[str, list[bytes]] = {}
    for session, rest, person, part in rows:
        rests[session] = rest
        opened = parts.setdefault(session, [])
        if part is not None:
            opened.append(seals.unseal(person, part, f"role:{session}:{person}"))
    return {
        session: codec.read_session(_rest(seals, session, rest), parts[session])
        for session, rest in rests.items()
    }


def _rest(seals: Seals, session: str, body: bytes) -> Session:
    """A session without what is anybody's own; whoever saved it has it at hand."""
    name = f"session:{session}"
    known = seals.keys.recall(name, body)
    return known if isinstance(known, Session) else codec.read_rest(seals.house.unseal(body, name))
