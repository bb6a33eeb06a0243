"""Where somebody is, and what begins from the menu: for whoever knows nothing yet."""

from bot.commands import control, sessions
from bot.commands.reply import Reply
from bot.engine import controls
from bot.model.message import Line, Word
from bot.model.session import Session


def what_now(reply: Reply) -> None:
    """One line that says where they are, and their open question again; else the menu."""
    session = reply.focus()
    if session is None:
        reply.note(".where-nowhere")
    else:
        _say_where(reply, session)
    control.give(reply, control.asked(reply.event, controls.BACK))


def _say_where(reply: Reply, session: Session) -> None:
    aside = session.asides.get(session.role_of(reply.event.person) or "")
    title, others = (
        Word(words=f"{(aside or session).script}.title"),
        sessions.with_whom(reply, session),
    )
    if aside is None and others:
        reply.note(".where-with", title=title, **others)
    else:
        reply.note(".where", title=title)


def say_by_name(reply: Reply, script: str) -> None:
    """How to begin it with somebody who is named."""
    reply.note(".by-name", command=sessions.typed(reply, script))


def offer(reply: Reply) -> None:
    """The menu, where nothing is asked of them; what goes on by itself is said in a line before."""
    lines = tuple(_waits(reply, session) for session in reply.waiting())
    if lines:
        reply.say("note", lines)
    sessions.home(reply)


def _waits(reply: Reply, session: Session) -> Line:
    others = sessions.with_whom(reply, session)
    words = ".waits-with" if others else ".waits"
    return Line(words=words, args={"title": Word(words=f"{session.script}.title"), **others})
