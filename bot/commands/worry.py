"""Words that may mean danger, where no question was waiting for words (safety D4).

What is an answer is looked at by the engine, which keeps it until the one kind question is
answered. Everything else that somebody types is looked at here: outside of any exercise, as
a command, or in a shared place. It is asked about in the writer's own chat and nowhere else.
"""

from bot.care import crisis
from bot.commands import sessions
from bot.commands.reply import Reply, later
from bot.engine import gates
from bot.model.event import DM, Said
from bot.model.person import PersonId
from bot.model.session import Session


def asked_about(reply: Reply, event: Said, *, waiting: bool = False) -> bool:
    """Whether a quick check was begun because of what was typed outside of any question.

    Whoever is `waiting` in an exercise, asked nothing, is asked inside of it.
    """
    tier = crisis.heard(event.text.open_for("engine"), reply.person.locale)
    if tier is None or is_open(reply):
        return False
    shared = [one for one in reply.mine() if reply.event.person not in _out_of(one)]
    if waiting and len(shared) == 1:  # with two, it would not be clear whom the answer is about
        reply.step(shared[0], event)
        return True
    if event.place != DM:
        reply.note(".in-the-room")
    sessions.alone(reply, sessions.QUICK, gates.STEPS_ALONE[tier])
    check = next(one for one in reply.mine() if one.script == sessions.QUICK)
    reply.put_person(later(reply.person, focus=check.id))  # stop and back mean this one
    return True


def _out_of(session: Session) -> set[PersonId]:
    return {session.players[role] for role in session.gone}


def overheard(reply: Reply, event: Said, session: Session | None) -> None:
    """What was typed in a shared place: its writer is asked, and the place sees nothing.

    While they are asked they are silent there, like anybody who does not answer.
    """
    role = session.role_of(event.person) if session else None
    if session is None or role is None or role in session.gone:
        asked_about(reply, event)
    else:
        reply.step(session, event)


def is_open(reply: Reply) -> bool:
    """Whether whoever acted is in a quick check just now."""
    for session in reply.mine():
        aside = session.asides.get(session.role_of(reply.event.person) or "")
        if sessions.QUICK in {session.script, aside.script if aside else ""}:
            return True
    return False
