"""A code that was handed over by hand, and is typed now (safety D1.5).

Wrong, used, out of date, or no code at all: it is said in one sentence, the same for each. So
a code that does not work tells nothing about anybody.
"""

from datetime import timedelta

from bot.care import quiet
from bot.commands.reply import Reply, later
from bot.engine import effects, seats
from bot.model.person import Bond
from bot.model.private import Private
from bot.model.session import Session

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
    session = _invite(reply, code) if code is not None else None
    if session is None:
        _count(reply)
        return None
    return _sit(reply, session)


def _sit(reply: Reply, session: Session) -> Session | None:
    refusal = _in_the_way(reply, session)
    if refusal:
        reply.note(refusal)
        return None
    reply.seat(session)
    taken = reply.world.sessions[session.id]
    if taken.joined != reply.event.person:
        reply.note(WRONG)
        return None
    if reply.person.welcomed is None:
        reply.note(".code-kept")
    return taken


def _is_own(reply: Reply, code: Private) -> bool:
    """Whether they sent this invite; said until it runs out, whatever became of the code."""
    at = reply.event.at
    return any(at < one.until and reply.code(one.session) == code for one in reply.person.invites)


def _invite(reply: Reply, code: Private) -> Session | None:
    """The open invite of that code; whoever it seated may type it again."""
    at, me = reply.event.at, reply.event.person
    for session in reply.world.sessions.values():
        script = reply.scripts.by_digest(session.digest)
        again = session.joined == me and reply.code(session.id) == code
        # a proposer who deleted everything looks like one who is silent
        gone = session.role_of(session.proposer) in session.gone
        known = session.proposer in reply.world.people or gone
        if (session.code == code or again) and known and seats.is_open(script, session, at):
            return session
    return None


def _in_the_way(reply: Reply, session: Session) -> str:
    """Words for what keeps them themselves from it, said to them alone; "" for nothing.

    The code is not used up: after their rest it works.
    """
    me, at = reply.person, reply.event.at
    own = reply.world.bonds.get((me.id, session.proposer))
    own = own or Bond(owner=me.id, other=session.proposer)
    if me.rest_until is not None and at < me.rest_until:
        return ".rest-on"
    if own.rest_until is not None and at < own.rest_until:
        return ".resting"
    full = own.rounds_on == quiet.day(at) and own.rounds >= effects.ROUNDS_A_DAY
    return ".enough-today" if full else ""


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
