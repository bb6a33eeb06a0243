"""What a person can ask for themself, in an exercise or outside of one."""

from bot.commands.reply import Reply, later
from bot.model.event import Asked
from bot.model.message import Line


def help_me(reply: Reply) -> None:
    """Where to turn to. Always answered, in DM, without a reason."""
    reply.note(".help")
    reply.note(".help-directory")
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


def who(reply: Reply) -> None:
    """Who can read what, here (safety D7)."""
    reply.say("note", (Line(words=f".who-reads-{reply.person.account.platform}"),))
    reply.note(".who-reads-phone")
