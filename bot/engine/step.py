"""The pure step: what one event changes in one session. Time is in the event, chance nowhere."""

from datetime import datetime

import msgspec

from bot.engine import (
    answers,
    arrival,
    asides,
    asking,
    clocks,
    controls,
    editing,
    exits,
    fading,
    forgetting,
    gates,
    moves,
    silence,
    taking,
)
from bot.engine.scene import Cast, Scene, Scripts
from bot.model.event import DM, Aged, Asked, Chose, Due, Event, Gone, Prompt, Said
from bot.model.message import Choice
from bot.model.script import Field, Script
from bot.model.session import Role, Session
from bot.model.world import Turn


class Open(msgspec.Struct, frozen=True):
    """A question that is open: of which script, in which (inner) session, to whom."""

    script: Script
    session: Session
    role: Role
    field: Field


def begin(scripts: Scripts, session: Session, cast: Cast, event: Event, first: str = "") -> Turn:
    """The first turn of a new session: enter the step `first`, or its script's first one."""
    scene = Scene(scripts, session, cast, event.at)
    scene.actor = session.role_of(event.person) if not isinstance(event, Prompt) else None
    if scene.actor:
        gates.first_round(scene, scene.actor)
    moves.enter(scene, first or scene.script.first)
    return _finished(scene)


def step(scripts: Scripts, session: Session, cast: Cast, event: Event) -> Turn:
    """What this event changes. An event that means nothing here changes nothing."""
    scene = Scene(scripts, session, cast, event.at)
    scene.actor = session.role_of(event.person)
    match event:
        case _ if session.status == "ended":
            return Turn()
        case Due():
            silence.due(scene)
        case Gone(how="deleted") if scene.actor:
            forgetting.forget(scene, scene.actor)
        case Gone() if scene.actor:
            exits.left(scene, scene.actor)
        case Aged() if scene.actor:
            fading.fade(scene, scene.actor)
        case Asked() if scene.actor:
            controls.give(scene, scene.actor, event)
        case Said() | Chose() if scene.actor:
            _answer(scene, scene.actor, event)
    arrival.begun(scene)
    return _finished(scene, acted=isinstance(event, Said | Chose | Asked))


def seat(scripts: Scripts, session: Session, cast: Cast, event: Event, role: Role) -> Turn:
    """Whoever acted has typed the code of this open invite: the seat of `role` is theirs now."""
    scene = Scene(scripts, session, cast, event.at)
    arrival.take_seat(scene, event.person, role)
    return _finished(scene)


def _answer(scene: Scene, role: Role, event: Said | Chose) -> None:
    """An answer to the question that `role` has before them, in an aside or in the step.

    What people write to each other in their shared place is no answer to anything.
    """
    there = role not in scene.session.gone
    if isinstance(event, Said):
        event = editing.fresh(scene.session, role, event)
    if isinstance(event, Said) and there and (gates.heard(scene, role, event) or event.place != DM):
        return
    if isinstance(event, Said) and event.replaces:
        editing.revise(scene, role, event)
        return
    if isinstance(event, Chose) and event.question == asides.knocked(scene.session, role) != "":
        asides.ready(scene, role)
        return
    if role in scene.session.asides:
        asides.inside(scene, role, lambda inner: _answer(inner, "self", event))
        return
    field = asking.field_now(scene, role)
    if field is None or role in scene.session.gone:
        scene.note(role, ".nothing-open")
        return
    if scene.session.players[role] in scene.session.faded:
        asking.ask_again(scene, role)  # what was answered stood under an older draft
        return
    place = editing.now(scene.session, role)
    taking.take(scene, role, field, event)
    if isinstance(event, Said) and scene.actor == role:
        editing.wrote(scene, role, place, event)


def _finished(scene: Scene, *, acted: bool = False) -> Turn:
    """Settle the clocks by what was shown, derive the one deadline, and close the turn."""
    if not scene.changed:
        return scene.turn()
    clocks.settle(scene)
    when = scene.session.acted
    if acted and scene.actor:
        when = when | {scene.session.players[scene.actor]: scene.at}
    return scene.turn(acted=when, deadline=clocks.deadline(scene))


def question(scripts: Scripts, session: Session, role: Role) -> Open | None:
    """The question that `role` has before them, of an aside first; None without one."""
    inner = session.asides.get(role)
    if inner is not None:
        return question(scripts, inner, "self")
    script, name = scripts.by_digest(session.digest), session.asked.get(role, "")
    if role in session.gone or role in session.done:
        return None
    for fields in script.step(session.step).ask.values():
        for field in fields:
            if field.name == name:
                return Open(script, session, role, field)
    return None


def offered(
    scripts: Scripts, asked: Open, cast: Cast, at: datetime
) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """All answers to that question that are choices, and those that the person is shown."""
    scene = Scene(scripts, asked.session, cast, at)
    return answers.everything_and_shown(scene, asked.role, asked.field)
