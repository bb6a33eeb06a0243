"""Invites as their proposer knows them: to whom, until when, how many (safety D1.4, D1.5).

Theory of operation. What stands in the way of another invite must not tell what became of an
earlier one. So it is counted from the proposer's own acts alone: an invite that went out is
written down with its end, and the only thing that ends it sooner is that it has begun and
they were told so. Whether it was seen, refused, muted, or taken by somebody else changes
nothing here.
"""

from datetime import timedelta

from bot.care import quiet
from bot.commands.reply import Reply, later
from bot.engine import seats
from bot.model.person import Invite, PersonId
from bot.model.session import Session

REST = timedelta(hours=72)  # after an invite that came to nothing, whatever the cause
OPEN = 3  # invites at a time
A_DAY = 6  # new invites


def too_many(reply: Reply) -> str:
    """Words for why no further invite can be made just now; "" when one can."""
    person, at = reply.person, reply.event.at
    waiting = {one.session for one in person.invites if one.until > at}
    if len(waiting) + len(_in_the_making(reply)) >= OPEN:
        return ".three-open"
    full = person.invited_on == quiet.day(at) and person.invited >= A_DAY
    return ".six-today" if full else ""


def is_open(reply: Reply, other: PersonId) -> bool:
    """Whether an invite to them that went out has not run out yet."""
    at, me = reply.event.at, reply.event.person
    if any(_left(one, me, other) for one in reply.world.sessions.values()):
        return True  # also for who deleted everything and came back: it stands with the other
    return any(one.named == other and at < one.until for one in reply.person.invites)


def _left(session: Session, proposer: PersonId, other: PersonId) -> bool:
    """Whether this is an invite to them that its proposer has gone from."""
    theirs = session.proposer == proposer and not session.begun
    return (
        theirs and other in session.players.values() and session.role_of(proposer) in session.gone
    )


def just_closed(reply: Reply, other: PersonId) -> bool:
    """Whether an invite to them has run out less than three days ago."""
    at = reply.event.at
    return any(
        one.named == other and one.until <= at < one.until + REST for one in reply.person.invites
    )


def sent(reply: Reply) -> None:
    """Write down the invites that have gone out with this event, for whoever sent them."""
    for session in reply.everywhere():
        mine = session.proposer == reply.event.person
        if mine and not session.begun and _is_new(reply, session):
            _write_down(reply, session)


def _is_new(reply: Reply, session: Session) -> bool:
    script = reply.scripts.by_digest(session.digest)
    known = {one.session for one in reply.person.invites}
    return session.id not in known and seats.is_open(script, session, reply.event.at)


def _write_down(reply: Reply, session: Session) -> None:
    person, at = reply.person, reply.event.at
    until = seats.limit(reply.scripts.by_digest(session.digest), session)
    new = (
        Invite(session=session.id, named=session.players[role], until=until)
        for role in seats.invited(session)
    )
    kept = tuple(one for one in person.invites if at < one.until + REST)
    today = quiet.day(at)
    count = person.invited if person.invited_on == today else 0
    reply.put_person(later(person, invites=(*kept, *new), invited_on=today, invited=count + 1))


def _in_the_making(reply: Reply) -> list[Session]:
    """What whoever acted is about to propose, and has not sent out yet."""
    mine = [one for one in reply.everywhere() if one.proposer == reply.event.person]
    return [one for one in mine if not one.begun and not one.invite]
