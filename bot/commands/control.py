"""A control: in the exercise that it belongs to, or for whoever is in none."""

import msgspec

from bot.commands import calm, sessions
from bot.commands.reply import Reply, later
from bot.engine import controls, menus
from bot.model.event import Asked, Event
from bot.model.session import Session


def asked(event: Event, command: str, session: str = "") -> Asked:
    """The event, as if that command had been given instead."""
    return Asked(
        key=event.key,
        at=event.at,
        account=event.account,
        person=event.person,
        people=event.people,
        place=event.place,
        command=command,
        session=session,
    )


def give(reply: Reply, event: Asked) -> None:
    """A control, in the session it belongs to: its own, or the one that this person is in."""
    named = reply.world.sessions.get(event.session)
    if event.session and named is None:
        reply.note(".not-open")  # of a session that is over: it acts on no other
        return
    session = named or _menu(reply, event.command) or reply.focus()
    if session and calm.is_it(session) and event.command in calm.PAUSES:
        session = calm.behind(reply, session)
    event = msgspec.structs.replace(event, person=reply.event.person)
    if session is None:
        _outside(reply, event.command)
        return
    moved_on(reply)
    reply.step(session, event)


def _menu(reply: Reply, command: str) -> Session | None:
    """The menu, where they are just in it and nothing else is asked; stop and pause go past it."""
    last = reply.world.sessions.get(reply.person.focus)
    there = last is not None and last.script == menus.HOME and not reply.is_asked()
    return last if there and command in {controls.UNDO, controls.SKIP, controls.BACK} else None


def moved_on(reply: Reply) -> None:
    """Something else was done, so a text that waited for "which one?" goes nowhere any more."""
    if reply.person.pending is not None:
        reply.put_person(later(reply.person, pending=None))


def _outside(reply: Reply, command: str) -> None:
    """A control without a session: a pause can be had alone, the rest has nothing to act on."""
    if command in {controls.PAUSE, controls.BREAK}:
        sessions.alone(reply, sessions.PAUSE)
    elif command == controls.BACK:
        sessions.home(reply)
    else:
        reply.note(".nothing-open")
