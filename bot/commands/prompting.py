"""It is time to ask somebody what they wanted to be asked (method C19).

The rules are `care.prompting`'s. What they wanted to be asked about is an exercise of the same
name, begun at its door "note": one plain line and a tap, before anything that it is about.
"""

from bot.care import prompting
from bot.commands import sessions
from bot.commands.reply import Reply

NOTE, FEWER = "note", "fewer"  # doors of an exercise that can be asked for


def ask(reply: Reply) -> None:
    """Say what is due, if anything is to be said, and plan the next time. Silent otherwise."""
    person = reply.world.people.get(reply.event.person)
    if person is None:
        return
    busy = {session.script for session in reply.mine()}
    spoken = prompting.said(person, reply.event.at, busy)
    reply.put_person(prompting.passed(person, reply.event.at, busy))
    if spoken is not None:
        first = FEWER if prompting.asks_back(spoken) else NOTE
        sessions.alone(reply, spoken.kind, first=first)


def follow(reply: Reply) -> None:
    """Whoever moved, or has other quiet hours now, is asked at the new times."""
    person = reply.world.people.get(reply.event.person)
    if person is not None and person.plans:
        planned = prompting.replanned(person, reply.event.at)
        if planned is not person:
            reply.put_person(planned)
