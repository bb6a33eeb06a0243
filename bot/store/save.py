"""From a batch that has been decided to rows: what changed, and nothing else."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from bot.care import prompting
from bot.errors import StoreBusy
from bot.model.event import DM
from bot.model.message import Message
from bot.model.person import Person, PersonId
from bot.model.session import Session
from bot.model.world import Erased
from bot.store import codec, parting
from bot.store.batch import Batch
from bot.store.crypto import Keyring
from bot.store.desk import Desk, Row
from bot.store.seals import Seals

K = TypeVar("K")
V = TypeVar("V")

AT_ONCE = 0  # an instant before all others


def save(desk: Desk, seals: Seals, batch: Batch) -> None:
    """Write down what the batch changed.

    What is for somebody without a key is not kept: they are forgotten. Raises `StoreBusy`
    where a session was saved by somebody else since it was loaded.
    """
    _people(desk, seals, batch)
    sessions = _changed(batch.stored.sessions, batch.sessions)
    seals.fetch(desk, _owners(batch, sessions))
    _erase(desk, batch.erased)
    _bonds(desk, seals, batch)
    _records(desk, seals, batch)
    _sessions(desk, seals, batch, sessions)
    _roles(desk, seals, batch.stored.sessions, sessions)
    desk.each("post", _posted(seals, batch.messages))


def forget(desk: Desk, keys: Keyring, people: Iterable[PersonId], at: int = AT_ONCE) -> None:
    """Destroy the keys of these people; all that hangs on a key goes with it.

    What waits for a shared place belongs to everybody in it and stays. Which adapter is to
    forget whom, and not before `at`, is written down in the same transaction.
    """
    gone = list(people)
    parting.write(desk, keys, gone, at)
    keys.put_away()
    desk.ask("destroy_keys", people=gone)
    desk.ask("empty_roles", people=gone)


def _erase(desk: Desk, erased: Iterable[Erased]) -> None:
    erased = list(erased)
    desk.each("drop_bond", [(one.owner, one.other) for one in erased if one.other is not None])
    desk.each("drop_record", [(one.owner, id_) for one in erased for id_ in one.records])


def _changed(stored: Mapping[K, V], now: Mapping[K, V]) -> list[V]:
    return [value for key, value in now.items() if stored.get(key) != value]


def _owners(batch: Batch, sessions: Iterable[Session]) -> Iterator[PersonId]:
    """Everybody by whose key something will be sealed."""
    yield from (owner for owner, _ in batch.bonds)
    yield from (record.owner for record in batch.records)
    yield from (message.to for message in batch.messages)
    for session in sessions:
        yield from session.players.values()


def _people(desk: Desk, seals: Seals, batch: Batch) -> None:
    people = _changed(batch.stored.people, batch.people)
    if people:
        seals.cut(desk, [person.id for person in people])
    desk.each("save_person", (person(seals, one) for one in people))


def person(seals: Seals, one: Person) -> Row:
    """Their id, sealed body, and when to look at what they keep and at what they asked for."""
    body = seals.seal(one.id, codec.write(one), f"person:{one.id}")
    asks = prompting.next_time(one) if one.plans else None
    times = (codec.micros(at) if at else None for at in (one.due, asks))
    return (one.id, body, *times)


def _bonds(desk: Desk, seals: Seals, batch: Batch) -> None:
    rows = (
        (
            bond.owner,
            bond.other,
            seals.seal(bond.owner, codec.write(bond), f"bond:{bond.owner}:{bond.other}"),
        )
        for bond in _changed(batch.stored.bonds, batch.bonds)
        if seals.has(bond.owner)
    )
    desk.each("save_bond", rows)


def _records(desk: Desk, seals: Seals, batch: Batch) -> None:
    rows = (
        (
            record.id,
            record.owner,
            record.other,
            record.kind,
            codec.micros(record.at),
            seals.seal(
                record.owner, codec.write(record.body), f"record:{record.owner}:{record.id}"
            ),
        )
        for record in batch.records
        if seals.has(record.owner)
    )
    desk.each("save_record", rows)


def _sessions(desk: Desk, seals: Seals, batch: Batch, sessions: Iterable[Session]) -> None:
    stored = batch.stored.sessions
    old: list[Row] = []
    new: list[Row] = []
    for session in sessions:
        before = stored.get(session.id)
        row = _session(seals, session)
        if before is None:
            new.append((session.id, *row))
        else:
            old.append((*row, session.id, before.turn))
    desk.each("add_session", new)
    if desk.each("save_session", old) != len(old):
        raise StoreBusy
    _seats(desk, seals, stored, sessions)
    ended = [id_ for id_ in stored if id_ not in batch.sessions]
    if ended:
        desk.ask("end_sessions", sessions=ended)
        for id_ in ended:
            seals.keys.drop(f"session:{id_}")


def _seats(
    desk: Desk, seals: Seals, stored: Mapping[str, Session], sessions: Iterable[Session]
) -> None:
    """The codes of exercises for several, where they changed."""
    codes = {one.id: codec.codes_of(one) for one in sessions}
    before = {id_: codec.codes_of(stored[id_]) for id_ in codes if id_ in stored}
    changed = [id_ for id_ in codes if codes[id_] != before.get(id_, [])]
    if changed:
        desk.ask("drop_seats", sessions=changed)
        rows = [(seals.keys.code_mark(code), id_) for id_ in changed for code in codes[id_]]
        desk.each("add_seat", rows)


def _session(seals: Seals, session: Session) -> Row:
    """Its turn, deadline, scripts, body and the mark of its code."""
    marks = sorted(map(seals.keys.script_mark, codec.digests_of(session)))
    name, rest = f"session:{session.id}", codec.rest_of(session)
    body = seals.house.seal(codec.write(rest), name)
    if rest.begun and not (rest.answers or rest.asides):
        seals.keys.remember(name, body, rest)  # for its next turn; of words, names at most
    deadline = codec.micros(session.deadline) if session.deadline else None
    code = None if session.code is None else seals.keys.code_mark(session.code)
    return session.turn, deadline, str(marks), body, code  # as Python writes numbers, so does JSON


def _roles(
    desk: Desk, seals: Seals, stored: Mapping[str, Session], sessions: Iterable[Session]
) -> None:
    """The parts that changed; and those of people who no longer play go."""
    written: list[Row] = []
    left: list[Row] = []
    for session in sessions:
        was = stored.get(session.id)
        if was is not None and _same_parts(was, session):
            continue
        before, now = _parts(was), codec.parts_of(session)
        left += [(session.id, person) for person in before if person not in now]
        written += [
            (session.id, person, _sealed(seals, session.id, person, part))
            for person, part in now.items()
            if before.get(person) != part
        ]
    desk.each("save_role", written)
    desk.each("drop_role", left)


def _same_parts(one: Session, two: Session) -> bool:
    """Whether nothing of anybody's own changed."""
    return (
        one.answers == two.answers
        and one.asides == two.asides
        and one.players == two.players
        and one.forgotten == two.forgotten
    )


def _parts(session: Session | None) -> dict[PersonId, codec.Part]:
    return codec.parts_of(session) if session else {}


def _sealed(seals: Seals, session: str, person: PersonId, part: codec.Part) -> bytes | None:
    if part == codec.NOTHING or not seals.has(person):
        return None
    return seals.seal(person, codec.write(part), f"role:{session}:{person}")


def _posted(seals: Seals, messages: Iterable[Message]) -> Iterator[Row]:
    for message in messages:
        if seals.has(message.to):
            place = f"{DM}:{message.to}" if message.place == DM else message.place
            free_at = codec.micros(message.due) if message.due else AT_ONCE
            body = codec.write_message(message)
            sealed = seals.seal(message.to, body, f"outbox:{message.key}")
            yield message.key, place, message.to, free_at, sealed
