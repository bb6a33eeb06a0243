"""Drafts that grew old: what was not sent a day after its writer last did something (D9.3).

The exercise goes on. Its writer stands again at the first question of what was dropped, as
after an undo, and is told when they come back, not before. Nothing that the others can see or
measure moves: no message, no clock, nobody's turn.
"""

from datetime import datetime, timedelta

from bot.engine import asking
from bot.engine.scene import Scene
from bot.model.script import Script
from bot.model.session import Role, Session

OLD = timedelta(hours=24)


def draft(script: Script, session: Session, role: Role) -> set[str]:
    """The fields of what `role` has written for a card and not sent."""
    own = session.answers.get(role, {}).keys() & script.on_cards
    return {name for name in own if not session.is_sent(role, name)}


def old_at(script: Script, session: Session, role: Role) -> datetime | None:
    """When to look at what `role` has not sent, because it is too old; None where there is nothing.

    Where a version before this one did not write down when they were here last, that is at once.
    """
    if role in session.gone or role in session.done or session.waits is not None:
        return None
    if not draft(script, session, role):
        return None
    acted = session.acted.get(session.players[role])
    return acted + OLD if acted else session.began


def fade(scene: Scene, role: Role) -> None:
    """Drop the draft of `role` where it is old, and put them back to its first question."""
    at = old_at(scene.script, scene.session, role)
    if at is None or at > scene.at:
        return
    who = scene.session.players[role]
    if who not in scene.session.acted:
        scene.put(acted=scene.session.acted | {who: scene.at})  # as old as can be known: not old
        return
    dropped = draft(scene.script, scene.session, role)
    trail = scene.session.trail.get(role, ())
    first = next((n for n, place in enumerate(trail) if _field(place) in dropped), len(trail))
    scene.drop(role, *dropped, *map(_field, trail[first:]))
    scene.put(
        trail=scene.session.trail | {role: trail[:first]},
        faded=(*scene.session.faded, who),
    )
    begun = trail[first] if first < len(trail) else _begun_at(scene, role, dropped)
    step, _, name = begun.partition("/")
    if step == scene.session.step:
        scene.put(asked=scene.session.asked | {role: name})
    elif asking.asked_roles(scene) == (role,):  # else it has gone on for the others as well
        scene.put(step=step, asked={role: name})


def _begun_at(scene: Scene, role: Role, dropped: set[str]) -> str:
    """Where the first of it is asked, if the way there is not known any more: here, if it is."""
    for step in (scene.step, *scene.script.steps.values()):
        for named, fields in step.ask.items():
            found = next((one.name for one in fields if one.name in dropped), "")
            if found and role in scene.roles(named):
                return f"{step.name}/{found}"
    return f"{scene.session.step}/{scene.session.asked.get(role, '')}"


def _field(place: str) -> str:
    return place.rpartition("/")[2]
