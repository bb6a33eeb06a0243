"""Starting exercises: who may begin what with whom, and what stands in the way (safety D1)."""

from datetime import timedelta

from bot.care import quiet
from bot.commands.reply import Reply, short
from bot.engine import effects
from bot.model.message import Arg
from bot.model.person import Bond, PersonId
from bot.model.private import Private
from bot.model.session import Session

REST = timedelta(hours=72)  # after an invite that stayed unanswered, whatever the cause
SHARE, WELCOME, PAUSE = "small-share", "welcome", "pause"


def share(reply: Reply, named: str) -> None:
    """Propose a small share to the person who was named."""
    found = reply.event.people.get(named)
    if found is None:
        reply.note(".share-whom")
        return
    other, account = found
    refusal = _in_the_way(reply, other)
    if refusal:
        reply.note(refusal, other=Private(account.shown()))
        return
    me = reply.event.person
    called = Private(account.shown())
    _start(reply, SHARE, {"sharer": me, "listener": other}, "slow", called)


def _in_the_way(reply: Reply, other: PersonId) -> str:
    """Words for what stands in the way; "" when nothing does.

    None of it depends on anything that the other did in private: an invite that was
    refused, muted or never seen rests for the same time (D1.4, D1.5).
    """
    me, at = reply.event.person, reply.event.at
    if other == me:
        return ".not-yourself"
    if any(other in s.players.values() and _still_on(s, me) for s in reply.mine()):
        return ".one-open"
    own = reply.world.bonds.get((me, other)) or Bond(owner=me, other=other)
    if own.unanswered_at is not None and at - own.unanswered_at < REST:
        return ".not-yet"
    if own.rest_until is not None and at < own.rest_until:
        return ".resting"
    full = own.rounds_on == quiet.day(at) and own.rounds >= effects.ROUNDS_A_DAY
    return ".enough-today" if full else ""


def _still_on(session: Session, me: PersonId) -> bool:
    """Whether a session stands in the way of another one with the same person.

    An invite does until it runs out, even for a proposer who stopped it: whether the other
    is still there must not show. A round that I left does not.
    """
    mine = session.role_of(me) not in session.gone
    return not session.aftermath and (mine or not session.begun)


def alone(reply: Reply, script: str) -> None:
    """Begin an exercise for oneself."""
    _start(reply, script, {"self": reply.event.person}, "solo")


def _start(
    reply: Reply,
    script: str,
    players: dict[str, PersonId],
    pace: str,
    called: Private | None = None,
) -> None:
    event = reply.event
    session = Session(
        id=short(event.key),
        script=script,
        digest=reply.scripts.current(script).digest,
        step=reply.scripts.current(script).first,
        players=players,
        proposer=event.person,
        called=called,
        began=event.at,
        pace=pace,
        begun=len(players) == 1,
        since=dict.fromkeys(players, event.at),
    )
    reply.begin(session)


def with_whom(reply: Reply, session: Session) -> dict[str, Arg]:
    """The others of a session, as words may call them."""
    role = session.role_of(reply.event.person)
    others = [session.players[one] for one in session.others(role or "")]
    names = [reply.world.people[who].account.shown() for who in others if who in reply.world.people]
    return {"other": Private(", ".join(names))} if names else {}
