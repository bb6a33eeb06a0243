"""A code that was handed over by hand, and is typed now (safety D1.5).

Wrong, used, out of date, or no code at all: it is said in one sentence, the same for each. So
a code that does not work tells nothing about anybody.
"""

from datetime import timedelta

from bot.care import quiet
from bot.commands.reply import Reply, later
from bot.engine import effects, parts, seats
from bot.model.person import Bond
from bot.model.private import Private
from bot.model.script import MOST
from bot.model.session import Role, Session

TRIES = 5  # wrong codes for one person within WHILE; after these, nothing is looked up
WHILE = timedelta(hours=1)
WRONG = ".no-such-code"


def join(reply: Reply, given: str) -> Session | None:
    """Take the seat that the typed code stands for; the session, or None when there is none.

    Somebody who has not finished the welcome has the seat, but is shown nothing of it yet.
    """
    code = reply.event.code
    if not given.strip():
        reply.note(".join-what")
        return None
    if _tried_too_often(reply):
        reply.note(WRONG)
        reply.note(".try-later")
        return None
    if code is not None and _is_own(reply, code):
        reply.note(".own-code")
        return None
    found = _invite(reply, code) if code is not None else None
    if found is None:
        _count(reply)
        return None
    return _sit(reply, *found)


def _sit(reply: Reply, session: Session, role: Role) -> Session | None:
    refusal = _in_the_way(reply, session)
    if refusal:
        reply.note(refusal)
        return None
    reply.seat(session, role)
    taken = reply.world.sessions[session.id]
    if not (taken.role_of(reply.event.person) == role and seats.came(taken, role)):
        reply.note(WRONG)
        return None
    if reply.person.welcomed is None:
        reply.note(".code-kept")
    return taken


def _is_own(reply: Reply, code: Private) -> bool:
    """Whether they sent this invite; said until it runs out, whatever became of the code."""
    at = reply.event.at
    sent = {one.session for one in reply.person.invites if at < one.until}
    names = (seats.code_name(one, seat) for one in sent for seat in ("", *parts.seats(MOST)))
    return any(reply.code(name) == code for name in names)


def _invite(reply: Reply, code: Private) -> tuple[Session, Role] | None:
    """The open invite of that code, and the seat; whoever it seated may type it again."""
    at, me = reply.event.at, reply.event.person
    for session in reply.world.sessions.values():
        script = reply.scripts.by_digest(session.digest)
        role = _seat(reply, session, code)
        # a proposer who deleted everything looks like one who is silent
        gone = session.role_of(session.proposer) in session.gone
        known = session.proposer in reply.world.people or gone
        free = session.role_of(me) in {None, role}  # nobody has two seats in one circle
        if role and free and known and seats.is_open(script, session, at):
            return session, role
    return None


def _seat(reply: Reply, session: Session, code: Private) -> Role:
    """The seat that this code is for; "" where it is for none there."""
    for role, one in seats.codes_of(session).items():
        if one == code:
            return role
    for role in seats.invited(session):
        name = seats.code_name(session.id, role if session.circle else "")
        mine = session.players[role] == reply.event.person and seats.came(session, role)
        if mine and reply.code(name) == code:
            return role
    return ""


def _in_the_way(reply: Reply, session: Session) -> str:
    """Words for what keeps them themselves from it, said to them alone; "" for nothing.

    The code is not used up: after their rest it works.
    """
    me, at = reply.person, reply.event.at
    own = reply.world.bonds.get((me.id, session.proposer))
    own = own or Bond(owner=me.id, other=session.proposer)
    if me.rest_until is not None and at < me.rest_until:
        return ".rest-on"
    if any(one.rest_until is not None and at < one.rest_until for one in _about(reply, session)):
        return ".resting"
    if session.circle is not None:
        return ""
    full = own.rounds_on == quiet.day(at) and own.rounds >= effects.ROUNDS_A_DAY
    return ".enough-today" if full else ""


def _about(reply: Reply, session: Session) -> list[Bond]:
    """What they keep about whoever invites them; in a circle, about any of the others."""
    who = session.players.values() if session.circle else (session.proposer,)
    bonds = (reply.world.bonds.get((reply.event.person, other)) for other in who)
    return [bond for bond in bonds if bond is not None]


# ── guessing ─────────────────────────────────────────────────────────────────
def _tried_too_often(reply: Reply) -> bool:
    return _lately(reply) >= TRIES


def _lately(reply: Reply) -> int:
    """Wrong codes of this person in the hour that began with the first of them."""
    since = reply.person.wrong_since
    fresh = since is not None and reply.event.at - since < WHILE
    return reply.person.wrong_codes if fresh else 0


def _count(reply: Reply) -> None:
    """One more wrong code. That it was wrong is all that is kept of it."""
    lately, at = _lately(reply), reply.event.at
    since = reply.person.wrong_since if lately else at
    reply.put_person(later(reply.person, wrong_codes=lately + 1, wrong_since=since))
    reply.note(WRONG)
