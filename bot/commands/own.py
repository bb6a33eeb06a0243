"""A person's own data: leaving for good, and what has been kept long enough (safety D9).

Theory of operation. Whoever confirms that all of it goes has `leaving` set in the same turn,
and falls silent in everything that runs: from then on nothing they do means anything. Two
seconds later, when the last words have arrived, the sweep looks at them and they are
forgotten. A process that dies in between finds them by the same column when it starts.

`Person.due` is the earliest instant at which anything that is kept of them may be too old. It
is only ever moved forward here; `_age` looks at all of it and says it anew.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.care import retention
from bot.commands import sessions
from bot.commands.reply import Reply, later
from bot.engine import fading
from bot.engine.records import mine
from bot.model.event import Aged, Asked, Gone
from bot.model.person import Person
from bot.model.session import Session
from bot.model.world import Erased, Turn

LATER = timedelta(hours=1)  # where something is old and cannot go yet, it is looked at again


def delete(reply: Reply) -> Session | None:
    """Ask what is to go, or ask it again; where that is asked, for what is typed next."""
    running = _asking(reply)
    if running is None:
        sessions.alone(reply, sessions.DELETE)
    else:
        who = reply.event.person
        reply.step(running, Asked(key="", at=reply.event.at, person=who, command="back"))
    return _asking(reply)


def _asking(reply: Reply) -> Session | None:
    return next((s for s in reply.mine() if s.script == sessions.DELETE), None)


def is_leaving(reply: Reply) -> bool:
    """Whether whoever acted is on the way out for good: to them, nothing happens any more."""
    person = reply.world.people.get(reply.event.person)
    return person is not None and person.leaving is not None


def follow(reply: Reply) -> None:
    """What follows from this turn for what people keep."""
    if isinstance(reply.event, Aged):
        _age(reply)
    _fall_silent(reply)
    sessions.end_what_follows(reply)
    _note(reply)


def _fall_silent(reply: Reply) -> None:
    """Who had something erased has no part any more in what runs about it."""
    person, turn = reply.world.people.get(reply.event.person), reply.turn()
    erased = turn.erased if not isinstance(reply.event, Aged) else ()  # what aged is no deletion
    if person is None or not (person.leaving or erased):
        return
    gone = Gone(key=reply.event.key, at=reply.event.at, person=person.id, how="deleted")
    for session in reply.everywhere():
        if person.leaving or any(_is_about(one, session) for one in erased):
            reply.step(session, gone)


def _is_about(erased: Erased, session: Session) -> bool:
    return erased.other in session.known_to(erased.owner) or erased.round == mine.running(session)


# ── when to look ─────────────────────────────────────────────────────────────
def _note(reply: Reply) -> None:
    """Look no later than the first of what this turn changed may be too old."""
    turn, people = reply.turn(), reply.world.people
    for person in [*people.values()]:
        times = [at for at in _changed(reply, turn, person) if at is not None]
        pending_at = (person.pending_at or reply.event.at) if person.pending else None
        due = min([*times, *((person.due,) if person.due else ())], default=None)
        if person.pending_at != pending_at or person.due != due:
            reply.put_person(later(person, due=due, pending_at=pending_at))


def _changed(reply: Reply, turn: Turn, person: Person) -> Iterator[datetime | None]:
    """When each of the things that this turn changed for this person may be too old."""
    at = reply.event.at
    if person.welcomed is None and person.due is None:
        yield at + retention.STRANGER
    if person.pending is not None and person.pending_at is None:
        yield at + retention.PENDING
    if person in turn.people:
        yield retention.person_due(person)
    for bond in turn.bonds:
        yield retention.bond_due(bond, person) if bond.owner == person.id else None
    for record in turn.records:
        yield retention.record_due(record, person) if record.owner == person.id else None
    for session in turn.sessions:
        yield _session_due(reply, session, person)


def _session_due(reply: Reply, session: Session, person: Person) -> datetime | None:
    """A day after the last word of a draft; at once where "keep nothing" ends with it."""
    role = session.role_of(person.id)
    if role is None or person.id in session.forgotten:
        return None
    if session.status == "ended":
        return reply.event.at if person.keep == "nothing" else None
    return fading.old_at(reply.scripts.by_digest(session.digest), session, role)


# ── looking ──────────────────────────────────────────────────────────────────
def _age(reply: Reply) -> None:
    """Let go of everything of this person that has been kept long enough."""
    person = reply.world.people.get(reply.event.person)
    if person is None:
        return
    if _is_over(reply, person):
        reply.merge(Turn(people=(later(person, leaving=reply.event.at),)))
        _fall_silent(reply)
        reply.merge(Turn(forget=(person.id,)))
        return
    for session in reply.everywhere():
        reply.step(session, reply.event)
    reply.merge(_kept(reply, person))
    due = min((at for at in _dues(reply) if at is not None), default=None)
    soonest = reply.event.at + LATER
    due = soonest if due and due <= reply.event.at else due
    reply.put_person(later(reply.person, due=due))


def _is_over(reply: Reply, person: Person) -> bool:
    """Whether nothing of them is kept: they said so, or were only ever named by others."""
    if person.leaving is not None:
        return person.leaving <= reply.event.at
    return person.welcomed is None and not reply.everywhere()


def _kept(reply: Reply, person: Person) -> Turn:
    """What is left of their settings, bonds and saved texts."""
    at, world = reply.event.at, reply.world
    own = [bond for (owner, _), bond in world.bonds.items() if owner == person.id]
    left = {bond.other: retention.bond(bond, person, at) for bond in own}
    empty = [other for other, bond in left.items() if retention.is_empty(bond)]
    running = {id_.partition("+")[0] for id_ in world.sessions}
    records = [record for (owner, _), record in world.records.items() if owner == person.id]
    old = tuple(one.id for one in records if retention.is_old(one, person, at, running))
    gone = [Erased(owner=person.id, other=other) for other in empty]
    return Turn(
        people=(retention.person(reply.person, at),),
        bonds=tuple(bond for other, bond in left.items() if other not in empty),
        erased=(*gone, *((Erased(owner=person.id, records=old),) if old else ())),
    )


def _dues(reply: Reply) -> Iterator[datetime | None]:
    """When each thing that is left will be too old."""
    person, world = reply.person, reply.world
    yield retention.person_due(person)
    if person.welcomed is None:
        yield reply.event.at + retention.STRANGER
    for (owner, _), bond in world.bonds.items():
        yield retention.bond_due(bond, person) if owner == person.id else None
    for (owner, _), record in world.records.items():
        yield retention.record_due(record, person) if owner == person.id else None
    for session in reply.everywhere():
        yield _session_due(reply, session, person)
