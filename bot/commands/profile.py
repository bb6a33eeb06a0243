"""What a person can ask for themself, in an exercise or outside of one."""

from bot.commands.reply import Reply, later
from bot.engine import guarding, seats
from bot.engine.scene import Scene
from bot.model.event import Asked, Met
from bot.model.message import Helplines, Line
from bot.text import readers


def help_me(reply: Reply) -> None:
    """Where to turn to. Always answered, in DM, without a reason."""
    reply.note(".help")
    reply.note(".lines-block", lines=Helplines())
    reply.note(".help-controls")


def hide(reply: Reply) -> None:
    """Remove what the bot said in this DM, and say what it cannot remove (safety D3.7)."""
    reply.say("hide")
    reply.note(".hidden")


def small(reply: Reply) -> None:
    """Low-capacity mode on or off, and the present question in that form."""
    reply.put_person(later(reply.person, small=not reply.person.small))
    reply.note(".small-on" if reply.person.small else ".small-off")
    session = reply.focus()
    if session is not None:
        reply.step(
            session, Asked(key="", at=reply.event.at, person=reply.event.person, command="back")
        )


def rest(reply: Reply) -> None:
    """A day from now without anything shared. No reason is asked and none is kept.

    The words are the same whether or not one was resting before.
    """
    until = reply.event.at + guarding.A_DAY
    reply.put_person(later(reply.person, rest_until=max(reply.person.rest_until or until, until)))
    reply.note(".rest-on")


def wake(reply: Reply) -> None:
    """The rest from everything shared is over, if there was one."""
    reply.put_person(later(reply.person, rest_until=None))
    reply.note(".rest-over")


def who(reply: Reply) -> None:
    """Who can read what: in the own chat, and where the present exercise is (safety D7)."""
    session = reply.focus()
    role = session.role_of(reply.event.person) if session else None
    if session and role:
        scene = Scene(reply.scripts, session, reply.cast(session), reply.event.at)
        lines = seats.who_reads(scene, role)
    else:
        home = reply.person.account.platform
        lines = (Line(words=readers.words(reply.kinds, home, room=False)),)
    for line in lines:
        reply.say("note", (line,))
    reply.note(".who-reads-phone")


def met(reply: Reply, event: Met) -> None:
    """Take over the settings that were given; a welcome is never taken back."""
    changes: dict[str, object] = {}
    if event.zone:
        changes["zone"] = event.zone
    if event.locale:
        changes["locale"] = event.locale
    if event.welcomed and reply.person.welcomed is None:
        changes["welcomed"] = event.at
    if changes:
        reply.put_person(later(reply.person, **changes))
