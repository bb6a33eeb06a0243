"""Help for the hot moment, wherever somebody is: `now`, and a pause in its place (method E14)."""

from bot.commands.reply import Reply
from bot.engine import controls
from bot.model.event import Gone
from bot.model.session import Session

NOW = "now"
AT_HAND = frozenset({"jar", "plan"})  # kinds of record
PAUSES = frozenset({controls.PAUSE, controls.BREAK})


def has_nothing(reply: Reply) -> bool:
    """Whether there is neither a card nor a plan to show, and none is being shown."""
    me = reply.event.person
    own = {one.kind for (owner, _), one in reply.world.records.items() if owner == me}
    return not own & AT_HAND and not any(is_it(one) for one in reply.mine())


def is_it(session: Session | None) -> bool:
    """Whether this is that help. A pause in it is meant for what lies behind it."""
    return session is not None and session.script == NOW


def behind(reply: Reply, session: Session) -> Session | None:
    """End that help without a word; what is open behind it, or None."""
    event = reply.event
    reply.step(session, Gone(key=event.key, at=event.at, person=event.person, how="left"))
    return reply.focus()
