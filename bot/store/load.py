"""From rows to the world around a batch, in three statements whatever its size."""

from collections.abc import Iterable, Sequence

from bot.model.event import Due, Event
from bot.model.person import Bond, Person, PersonId
from bot.model.session import Session
from bot.model.world import BondKey, World
from bot.store import codec
from bot.store.batch import named
from bot.store.desk import Desk, Row
from bot.store.seals import Seals


def world(desk: Desk, seals: Seals, events: Sequence[Event]) -> World:
    """What these events may need: a little more than each of them will be shown."""
    due = [event.session for event in events if isinstance(event, Due)]
    who = {person for event in events for person, _ in named(event)}
    rows = desk.ask("load_sessions", sessions=due, people=sorted(who))
    who |= {row[2] for row in rows}
    return World(
        people=load_people(desk, seals, who),
        bonds=_bonds(desk, seals, who),
        sessions=_sessions(seals, rows),
    )


def load_people(desk: Desk, seals: Seals, who: Iterable[PersonId]) -> dict[PersonId, Person]:
    """Those of these people who are known; their keys are at hand afterwards."""
    rows = desk.ask("load_people", people=sorted(who))
    seals.add({person: wrapped for person, wrapped, _ in rows})
    return {person: _person(seals, person, body) for person, _, body in rows}


def _person(seals: Seals, person: PersonId, body: bytes) -> Person:
    name = f"person:{person}"
    known = seals.keys.known.get((name, body))
    if isinstance(known, Person):
        return known
    opened = codec.read_person(seals.unseal(person, body, name))
    if opened.meaning is None and opened.pending is None:  # words are not kept in memory
        seals.keys.remember(name, body, opened)
    return opened


def load_session(desk: Desk, seals: Seals, session: str) -> Session | None:
    """One session, or None where it ended or never was."""
    rows = desk.ask("load_sessions", sessions=[session], people=[])
    seals.fetch(desk, {row[2] for row in rows})
    return _sessions(seals, rows).get(session)


def _bonds(desk: Desk, seals: Seals, people: Iterable[PersonId]) -> dict[BondKey, Bond]:
    rows = desk.ask("load_bonds", people=sorted(people))
    return {(owner, other): _bond(seals, (owner, other), body) for owner, other, body in rows}


def _bond(seals: Seals, key: BondKey, body: bytes) -> Bond:
    name = f"bond:{key[0]}:{key[1]}"
    known = seals.keys.known.get((name, body))
    if isinstance(known, Bond):
        return known
    opened = codec.read_bond(seals.unseal(key[0], body, name))
    seals.keys.remember(name, body, opened)
    return opened


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
        session: codec.read_session(seals.house.unseal(rest, f"session:{session}"), parts[session])
        for session, rest in rests.items()
    }
