"""Asides: an exercise inside another one, for one person. Nobody else sees anything of it.

Theory of operation. A pause, the private check before a first round, a quick check after
words that may mean danger, and the quiet way out of a rating are exercises of their own.
While one of them is open its person is, to everybody else, somebody who has not answered
yet: the clock runs on as it would in silence. It ends in one of three ways. "resume": back
to the question outside. "go-on": the answer that was held until now counts. Anything else:
they are silent from here on, through the same door as every other exit.

An open pause is the one exception: it is told to the others once its length is chosen, and
from then on the clock stands still. When the pauser is ready the others are asked, and it
goes on when they are; in a circle, a soft limit later at the latest.
"""

from collections.abc import Callable
from datetime import datetime

import msgspec

from bot.care import zones
from bot.engine import asking, clocks, exits, moves
from bot.engine.scene import Scene
from bot.model.message import Choice, Line
from bot.model.script import Field
from bot.model.session import Pause, Role, Session

PAUSE, CHECK, UNEASE, QUICK = "pause", "private-check", "unease", "quick-check"
ALL = (PAUSE, CHECK, UNEASE, QUICK)
OPEN, PRIVATE = "open", "private"
UNDER = "under"  # where an aside keeps another one that it interrupted
KNOCK = Field(name="ready", kind="choice", choices=("ready",))
READY = (Choice(id="ready", words=".ready"),)


def begin(scene: Scene, role: Role, *, public: bool) -> None:
    """Begin a pause for `role`; public only where everybody has said yes already."""
    public = public and scene.session.begun and len(scene.session.players) > 1
    unfold(scene, role, PAUSE, mode=OPEN if public else PRIVATE)


def open_for(scene: Scene, role: Role, named: str) -> None:
    """Begin what a choice opens, as scripts name it: a pause, open or private, or the quiet way."""
    if named == UNEASE:
        unfold(scene, role, UNEASE)
    else:
        begin(scene, role, public=named.startswith("open-"))


def unfold(  # noqa: PLR0913 - each says something else of where and how it begins
    scene: Scene, role: Role, name: str, at: str = "", *, after: str = "", mode: str = PRIVATE
) -> None:
    """Begin the exercise `name` inside this one for `role`, at its step `at`, or its first.

    With `after`, the answer to that question waits for the end. What was open already for
    this person waits too, and its times with it.
    """
    exits.take_back(scene, role)
    under = scene.session.asides.get(role)
    exits.close_aside(scene, role)
    asking.close(scene, role, saved=False)
    session = _new(scene, role, name, mode)
    kept = {UNDER: msgspec.structs.replace(under, deadline=None)} if under else {}
    session = msgspec.structs.replace(session, after=after, asides=kept)
    scene.put(asides=scene.session.asides | {role: session})
    inside(scene, role, lambda inner: moves.enter(inner, at or inner.script.first))


def _new(scene: Scene, role: Role, name: str, mode: str) -> Session:
    script, who = scene.scripts.current(name), scene.session.players[role]
    return Session(
        id=f"{scene.session.id}~{role}",
        script=script.name,
        digest=script.digest,
        step=script.first,
        players={"self": who},
        proposer=who,
        began=scene.at,
        pace="solo",
        mode=mode,
        begun=True,
        since={"self": scene.at},
    )


def inside(scene: Scene, role: Role, act: Callable[[Scene], None]) -> None:
    """Let `act` happen in the aside of `role`, and draw what follows from it."""
    inner = Scene(scene.scripts, scene.session.asides[role], scene.cast, scene.at, scene.root)
    inner.actor = "self" if scene.actor == role else None
    act(inner)
    inner.put(deadline=clocks.deadline(inner))
    scene.put(asides=scene.session.asides | {role: inner.session})
    if inner.announce is not None and inner.session.mode == OPEN:
        _announce(scene, role, inner)
    if inner.outcome or inner.session.status == "ended":
        _over(scene, role, inner)


def _over(scene: Scene, role: Role, inner: Scene) -> None:
    scene.put(asides={r: a for r, a in scene.session.asides.items() if r != role})
    under, quick = inner.session.asides.get(UNDER), inner.session.script == QUICK
    if quick and not inner.outcome and scene.actor is None:
        _lapse(scene, role, inner.session.after, under)
    elif inner.outcome not in {"resume", "go-on"}:
        if quick and inner.outcome == "leave" and len(scene.session.players) > 1:
            scene.note(role, ".stopped")
        _leave(scene, role, inner.session.after)
    elif under is not None:
        scene.put(asides=scene.session.asides | {role: under})
        inside(scene, role, lambda below: asking.ask_again(below, "self"))
    elif inner.session.script == PAUSE and _paused_by(scene, role):
        _knock(scene, role)
    elif inner.outcome == "go-on" and moves.goes_on(scene, role, inner.session.after):
        return
    else:
        if quick and inner.outcome == "go-on" and asking.field_now(scene, role):
            scene.note(role, ".not-taken")
        back(scene, role)


def _paused_by(scene: Scene, role: Role) -> bool:
    return scene.session.pause is not None and scene.session.pause.by == role


def _lapse(scene: Scene, role: Role, after: str, under: Session | None) -> None:
    """Nobody answered the quick check for a day: nothing of it stays, and the draft goes.

    What lay under it, or the question outside, is shown again when they come back, not before.
    """
    if under is not None:
        scene.put(asides=scene.session.asides | {role: under})
        inside(scene, role, lambda _below: None)  # its own times run again
    if after:
        scene.drop(role, after)
        scene.put(faded=(*scene.session.faded, scene.session.players[role]))


def _leave(scene: Scene, role: Role, after: str) -> None:
    """Silent from here on; the answer that was held is gone."""
    if after:
        scene.drop(role, after)
    exits.fall_silent(scene, role)
    if len(scene.session.players) == 1:
        exits.end(scene)


def back(scene: Scene, role: Role) -> None:
    """Where `role` was: their question once more, or the word that their part is in."""
    field = asking.field_now(scene, role)
    if field is not None and role not in scene.session.done:
        asking.close(scene, role, saved=False)
        asking.ask(scene, role, field)
        seen = scene.session.players[role] in scene.session.reached
        if seen and asking.rests(scene, role) and asking.held_back(scene, role):
            scene.note(role, ".resting")
    else:
        moves.waiting(scene, role)


def _announce(scene: Scene, role: Role, inner: Scene) -> None:
    """Tell the others of an open pause, and stop the clock. A new length moves the end."""
    until = inner.announce or scene.at
    line = _pausing(scene, role, inner, until)
    if scene.session.mode == "room":
        scene.say_room("note", (line,))
    else:
        for other in scene.session.others(role):
            scene.say(other, "note", (line,))
    scene.put(pause=Pause(by=role, until=until))
    scene.put(since=scene.session.since | {role: until}, noted={})


def _pausing(scene: Scene, role: Role, inner: Scene, until: datetime) -> Line:
    """How long it is, as far as the pauser said; a clock time alone would mean today."""
    if inner.session.answers["self"]["back"].open_for("engine") == "unknown":
        return Line(words=".pausing")
    zone = zones.place(scene.person(role).zone)
    today = until.astimezone(zone).date() == scene.at.astimezone(zone).date()
    return Line(words=".pausing-until" if today else ".pausing-tomorrow", args={"until": until})


def _knock(scene: Scene, role: Role) -> None:
    """The pauser is ready: ask the others, and wait for them as for any answer."""
    pause = scene.session.pause
    assert pause is not None, "only an open pause knocks"  # noqa: S101 - said by the caller
    if scene.session.mode == "room":
        scene.say_room("note", (Line(words=".knock-room"),))
    asked = {other: _post_knock(scene, other) for other in scene.session.others(role)}
    scene.put(pause=msgspec.structs.replace(pause, knocked=True, asked=asked, ready=()))
    scene.put(since=scene.session.since | dict.fromkeys(scene.session.others(role), scene.at))
    scene.note(role, ".knocked")


def _post_knock(scene: Scene, role: Role) -> str:
    return scene.say(role, "question", (scene.line(".knock", role),), READY, step="ready/ready")


def asked(session: Session, role: Role) -> str:
    """The key of the question that is open for `role`, of an aside first; "" without one."""
    aside = session.asides.get(role)
    return aside.open.get("self", "") if aside else session.open.get(role, "")


def knocked(session: Session, role: Role) -> str:
    """Key of the message that asks `role` to come back from somebody's pause; "" without one."""
    pause = session.pause
    return pause.asked.get(role, "") if pause and role not in pause.ready else ""


def knock_again(scene: Scene, role: Role) -> None:
    """The same "ready?" once more, the older copy closed."""
    pause = scene.session.pause
    if pause is not None:
        exits.close_knock(scene, role)
        asked = pause.asked | {role: _post_knock(scene, role)}
        scene.put(pause=msgspec.structs.replace(pause, asked=asked))


def ready(scene: Scene, role: Role) -> None:
    """`role` is back; when everybody is, it goes on where it stood."""
    pause = scene.session.pause
    if pause is None:
        return
    exits.close_knock(scene, role)
    scene.put(pause=msgspec.structs.replace(pause, ready=(*pause.ready, role)))
    if not clocks.awaited(scene):
        _go_on(scene)
    else:
        moves.waiting(scene, role)


def go_on_without(scene: Scene) -> None:
    """A circle goes on where it stood, without whoever did not come back from the pause."""
    for role in clocks.awaited(scene):
        exits.close_knock(scene, role)
    _go_on(scene)


def _go_on(scene: Scene) -> None:
    scene.put(pause=None, since=dict.fromkeys(scene.session.players, scene.at), noted={})
    if asking.asked_roles(scene) and moves.complete(scene):
        moves.go_on(scene)
        return
    for role in scene.session.players:
        field = asking.field_now(scene, role)
        if field is not None and role not in scene.session.done:
            asking.ask_again(scene, role)
        else:
            scene.note(role, ".on-again")
