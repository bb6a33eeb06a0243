"""Ways out, the same in every step of every exercise. To the others each is a silence.

`fall_silent` is the one door for stop, "not now", leaving and blocking. Nothing else in
the engine looks at why somebody is silent, and so nothing can differ.
"""

from bot.engine import answers, asking
from bot.engine.scene import Scene
from bot.model.session import Role


def stop(scene: Scene, role: Role) -> None:
    """Out, without a reason. Only the one who leaves is told."""
    close_aside(scene, role)
    if not _alone(scene):
        scene.note(role, ".stopped")
        fall_silent(scene, role)
        return
    scene.note(role, ".stopped-alone")
    end(scene)


def left(scene: Scene, role: Role) -> None:
    """Gone from the shared place, or blocked the bot. Nobody is told, not even they."""
    fall_silent(scene, role)
    if _alone(scene):
        end(scene)


def _alone(scene: Scene) -> bool:
    return len(scene.session.players) == 1


def fall_silent(scene: Scene, role: Role) -> None:
    """From now on `role` never answers. What they had not sent is destroyed.

    What was delivered stays: it is in the others' hands, and taking it out of later
    steps would tell them. The session ends at once only when nobody is left to see it. An
    invite and a shared place are still there to be seen: each ends when a silence would.
    """
    asking.close(scene, role, saved=False)
    close_aside(scene, role)
    close_knock(scene, role)
    take_back(scene, role)
    _destroy_drafts(scene, role)
    session = scene.session
    scene.put(
        gone=tuple(dict.fromkeys((*session.gone, role))),
        trail={r: t for r, t in session.trail.items() if r != role},
        penned={r: p for r, p in session.penned.items() if r != role},
        done=tuple(r for r in session.done if r != role or _settled(scene, role)),
    )
    nobody = set(scene.session.gone) == set(session.players)
    unseen = nobody and session.begun and session.mode != "room"
    if _withdrawn(scene, role) or unseen:
        end(scene)


def keep_still(scene: Scene, role: Role) -> None:
    """`role` does not answer this step, and nobody can tell why; what they had not sent goes."""
    asking.close(scene, role, saved=False)
    _destroy_drafts(scene, role)
    session = scene.session
    scene.put(
        asked={one: field for one, field in session.asked.items() if one != role},
        trail={one: own for one, own in session.trail.items() if one != role},
        penned={one: own for one, own in session.penned.items() if one != role},
    )


def _settled(scene: Scene, role: Role) -> bool:
    """Whether the part of `role` in this step was finished in everybody's eyes before.

    A yes to an invite that others have not answered yet is taken back.
    """
    return role in scene.before.done and scene.session.begun


def _destroy_drafts(scene: Scene, role: Role) -> None:
    """What was meant for a card and has not gone out. Nothing else of a round is anybody's to see.

    Answers that only choose the way on stay to the end of the session: were they dropped, the
    others' way would show that somebody has left.
    """
    session = scene.session
    scene.drop(role, *(one for one in scene.script.on_cards if not session.is_sent(role, one)))


def take_back(scene: Scene, role: Role) -> None:
    """What `role` was about to send does not go out: back to the question whether to send it."""
    step = scene.step
    if scene.session.waits is None or not step.undo:
        return
    asked = scene.script.step(step.undo).ask
    fields = next((own for named, own in asked.items() if role in scene.roles(named)), ())
    if fields:
        scene.put(step=step.undo, waits=None, asked={role: fields[0].name}, done=())


def _withdrawn(scene: Scene, role: Role) -> bool:
    """The proposer goes before anybody was asked: nobody can tell it from anything."""
    return (
        not scene.session.begun and scene.step.quiet != "lapse" and role in scene.roles("proposer")
    )


def end(scene: Scene) -> None:
    """Close every open question; the session and its answers go."""
    for role in scene.session.players:
        asking.close(scene, role, saved=False)
        close_aside(scene, role)
        close_knock(scene, role)
    scene.put(status="ended", answers={}, pause=None, deadline=None)


def skip(scene: Scene, role: Role) -> bool:
    """Whether the present question of `role` may be passed over; where not, they are told."""
    field = asking.field_now(scene, role)
    if field is None or not answers.may_skip(scene, role, field):
        scene.note(role, ".needed" if field else ".nothing-open")
        return False
    return True


def close_aside(scene: Scene, role: Role) -> None:
    """Leave the aside of `role`, if there is one, and close what it asked."""
    aside = scene.session.asides.get(role)
    if aside is None:
        return
    for key in aside.open.values():
        if key:
            scene.say(role, "edit", (), target=key, lead=False)
    scene.put(asides={r: a for r, a in scene.session.asides.items() if r != role})


def close_knock(scene: Scene, role: Role) -> None:
    """Take the button away from the "ready?" that `role` was asked in somebody's pause."""
    key = scene.session.pause.asked.get(role) if scene.session.pause else None
    if key:
        scene.say(role, "edit", (), target=key, lead=False)
