"""Words that may mean danger, where no question was waiting for words (safety D4).

What is an answer is looked at by the engine, which keeps it until the one kind question is
answered. Everything else that somebody types is looked at here: outside of any exercise, as
a command, or in a shared place. It is asked about in the writer's own chat and nowhere else.
"""

from bot.care import crisis
from bot.commands import sessions
from bot.commands.reply import Reply
from bot.engine import gates
from bot.model.event import Said
from bot.model.session import Session


def asked_about(reply: Reply, event: Said) -> bool:
    """Whether a quick check was begun because of what was typed outside of any question."""
    tier = crisis.heard(event.text.open_for("engine"), reply.person.locale)
    if tier is None or _is_open(reply):
        return False
    sessions.alone(reply, sessions.QUICK, gates.STEPS[tier])
    return True


def overheard(reply: Reply, event: Said, session: Session | None) -> None:
    """What was typed in a shared place: its writer is asked, and the place sees nothing.

    While they are asked they are silent there, like anybody who does not answer.
    """
    role = session.role_of(event.person) if session else None
    if session is None or role is None or role in session.gone:
        asked_about(reply, event)
    else:
        reply.step(session, event)


def _is_open(reply: Reply) -> bool:
    return any(one.script == sessions.QUICK for one in reply.mine())
