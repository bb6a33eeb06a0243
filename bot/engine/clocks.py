"""Whose silence is being waited for, and until when. One deadline a session, always derived.

Theory of operation. `since[r]` is when the clock against r's silence began. It moves only
with what somebody other than r can see or did: something was shown to another person, or
another person finished their part. What r does in private moves nothing that anybody else
could measure. So a stop, a "not now" and a plain silence end at the same minute.

Two notes exist. N1 says that this is on hold; it goes to whoever waits, at the soft limit.
N2 says that it has closed; it ends the session at the hard limit. Both wait for the end of
the reader's quiet hours, whatever the cause (method C0).
"""

from datetime import datetime

from bot.care import quiet
from bot.engine import asking
from bot.engine.scene import Scene
from bot.model.script import Patience
from bot.model.session import Pause, Role, Session


def patience(scene: Scene) -> Patience:
    """How long silence lasts at the session's pace."""
    return scene.script.patience[scene.session.pace]


def acted(scene: Scene, actor: Role) -> None:
    """`actor` finished a part: the clock against everybody else begins anew."""
    _restart(scene, scene.session.others(actor))


def settle(scene: Scene) -> None:
    """Draw what follows from having shown something to somebody who did not ask for it.

    The clock against everybody but a lone reader begins anew, and nothing can be undone any more.
    """
    seen, scene.seen = scene.seen, set()
    if seen:
        _restart(scene, tuple(role for role in scene.session.players if seen - {role}))
        scene.put(trail=_still_private(scene))
        penned = scene.session.penned.items()
        scene.put(penned={role: own for role, own in penned if not _has_shown(scene, role)})


def _still_private(scene: Scene) -> dict[Role, tuple[str, ...]]:
    """Of each, what they answered in this step, unless it is what has just been shown.

    Whoever writes beside somebody else has sent nothing by the other's card, or pause.
    """
    here = f"{scene.session.step}/"
    kept = {
        role: tuple(place for place in own if place.startswith(here))
        for role, own in scene.session.trail.items()
        if not _has_shown(scene, role)
    }
    return {role: own for role, own in kept.items() if own}


def _has_shown(scene: Scene, role: Role) -> bool:
    """Whether the card of `role` in this step has gone out."""
    names = {field.card for field in asking.fields_of(scene, role) if field.kind == "preview"}
    lines = (line for name in names for line in scene.script.cards[name].lines)
    return any(scene.session.is_sent(role, line) for line in lines)


def _restart(scene: Scene, against: tuple[Role, ...]) -> None:
    session = scene.session
    told = {role: note for role, note in session.noted.items() if not set(against) - {role}}
    since = session.since | dict.fromkeys(against, scene.at)
    if session.pause is not None and not session.pause.knocked:
        since[session.pause.by] = max(session.pause.until, since[session.pause.by])
    scene.put(since=since, noted=told)


def awaited(scene: Scene) -> tuple[Role, ...]:
    """Whose move it is. In a pause: the pauser's, then that of whoever was knocked at."""
    session = scene.session
    if session.pause is not None:
        return _knocked_at(session, session.pause) if session.pause.knocked else (session.pause.by,)
    if scene.step.quiet == "lapse" and scene.step.agree:
        return asking.asked_roles(scene)  # it runs out for all, whoever has said yes by then
    done = session.done
    return tuple([role for role in asking.asked_roles(scene) if role not in done])


def _knocked_at(session: Session, pause: Pause) -> tuple[Role, ...]:
    """Who has not said "ready" yet; in a circle, of those who are still waited for at all."""
    late = tuple(role for role in session.others(pause.by) if role not in pause.ready)
    if session.circle is None:
        return late
    waited = tuple(role for role in late if role not in session.missed)
    return waited if waited or pause.ready else late


def pauses(scene: Scene) -> bool:
    """Whether a pause holds it up. In a circle it does so for a soft limit at most."""
    return scene.session.pause is not None and scene.session.circle is None


def hard(scene: Scene, late: tuple[Role, ...]) -> datetime | None:
    """When the silence of those who are late closes the session; None where nobody is."""
    if not late:
        return None
    since, span = scene.session.since, patience(scene)
    limit = span.invite if scene.step.quiet == "lapse" else span.hard
    return min([since[role] for role in late]) + limit


def passes(scene: Scene) -> datetime:
    """When a step that need not be answered goes on without the silent.

    A step that all must agree to, and a window, end at one time for all, whatever was answered.
    """
    session, step = scene.session, scene.step
    late = asking.asked_roles(scene) if step.at_one_time else awaited(scene)
    limit = max((session.since[role] for role in late), default=scene.at) + patience(scene).soft
    if step.by_the_clock and session.pace == "slow":
        return quiet.all_awake(session.nights, limit)
    return limit


def know_nights(scene: Scene) -> None:
    """Write down when all are asleep: slowly, what goes by the clock ends when all are awake.

    Were what it shows to wait for each one's morning, one could read the other's and then stop,
    and their own would still go out (method C0, undelivered stays undelivered). It is as it was
    when all said yes, so that whoever moves, or is gone, moves nothing.
    """
    scene.put(nights=quiet.nights(map(scene.person, scene.session.players), scene.at))


def notes(scene: Scene, late: tuple[Role, ...]) -> dict[Role, datetime]:
    """Who is to be told N1, and when: whoever waits for those, and was not told yet."""
    if not late or scene.step.quiet == "lapse":
        return {}
    session = scene.session
    told = {*late, *session.gone, *session.noted}
    at = min([session.since[role] for role in late]) + patience(scene).soft
    return {r: quiet.awake(scene.person(r), at) for r in scene.knowing() if r not in told}


def deadline(scene: Scene) -> datetime | None:
    """The next moment at which something happens by itself; None when nothing ever does."""
    session = scene.session
    if session.status == "ended":
        return None
    times = [inner.deadline for inner in session.asides.values()]
    waiting = session.pause is None and session.waits is not None
    if waiting:
        times.append(session.waits)
    if not waiting or scene.step.ask:
        times += _limits(scene)
    return min([time for time in times if time is not None], default=None)


def _limits(scene: Scene) -> list[datetime | None]:
    if scene.step.quiet in {"pass", "window"} and not pauses(scene):
        return [passes(scene)]
    late = awaited(scene)
    return [hard(scene, late), *notes(scene, late).values()]
