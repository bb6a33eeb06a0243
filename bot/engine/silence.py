"""What happens when time passes: waits end, silences are said, and what nobody answers closes."""

from bot.care import quiet
from bot.engine import asides, clocks, exits, moves, windows
from bot.engine.scene import Scene
from bot.model.message import Line
from bot.model.session import Role

ON_HOLD, HAS_CLOSED = ".on-hold", ".has-closed"
BOUND = 50


def due(scene: Scene) -> None:
    """Everything whose time has come, in the order of its time."""
    for _ in range(BOUND):
        deadline = clocks.deadline(scene)
        if deadline is None or deadline > scene.at:
            return
        _one(scene)
        clocks.settle(scene)
    raise RuntimeError(f"{scene.script.name}: no rest after {BOUND} deadlines")


def _one(scene: Scene) -> None:
    session = scene.session
    inner = next(
        (r for r, a in session.asides.items() if a.deadline and a.deadline <= scene.at), None
    )
    if inner is not None:
        asides.inside(scene, inner, due)
    elif session.waits is not None and session.pause is None and session.waits <= scene.at:
        _waited(scene)
    elif scene.step.quiet == "pass" and not clocks.pauses(scene):
        _pass_over(scene)
    elif scene.step.quiet == "window" and session.pause is None:
        _end_window(scene)
    else:
        _say_silence(scene)


def _waited(scene: Scene) -> None:
    scene.put(waits=None)
    if scene.step.ask:
        moves.enter(scene, scene.step.then[-1].to)
    else:
        moves.go_on(scene)


def _pass_over(scene: Scene) -> None:
    """Go on without those who did not answer; they may come back later.

    So do a circle's pause, whoever does not come back from it, and its knock.
    """
    if scene.session.pause is not None:
        asides.go_on_without(scene)
        return
    late = clocks.awaited(scene)
    scene.put(missed=tuple(dict.fromkeys((*scene.session.missed, *late))))
    moves.go_on(scene, silent=True)


def _end_window(scene: Scene) -> None:
    """Everybody's card, or what a silence of all would have shown.

    What began by itself ends by itself, without a word: nobody has asked for it just now.
    """
    if windows.shown(scene):
        return
    if scene.session.aftermath:
        exits.end(scene)
    else:
        _close(scene)


def _say_silence(scene: Scene) -> None:
    """N1 to whoever waits, or N2 and the end; of two that are due, only the later."""
    late = clocks.awaited(scene)
    limit = clocks.hard(scene, late)
    if limit is not None and limit <= scene.at:
        _close(scene)
        return
    for role, at in clocks.notes(scene, late).items():
        if at <= scene.at:
            _tell(scene, role, ON_HOLD)
            scene.put(noted=scene.session.noted | {role: "n1"})


def _close(scene: Scene) -> None:
    """The hard limit. An invite that ran out is told to its proposer alone; in a circle, to all.

    There some have said yes, and wait like whoever began it.
    """
    session, lapsed = scene.session, scene.step.quiet == "lapse"
    alone = lapsed and session.circle is None
    roles = scene.roles("proposer") if alone else scene.knowing()
    if len(session.players) > 1:
        for role in roles:
            _tell(scene, role, HAS_CLOSED, _beside(scene, role))
    if lapsed and session.circle is None:
        for role in scene.roles("invited") if not session.named else ():
            _run_out(scene, roles[0], role)
    elif lapsed:
        for role in scene.roles("invited"):
            _close_guide(scene, scene.roles("proposer")[0], role)
    if session.mode == "room" and session.begun:
        scene.say_room("close")
    exits.end(scene)


def _run_out(scene: Scene, proposer: Role, invited: Role) -> None:
    """The proposer rests from inviting them, and does not look at their guide (`care.guide`)."""
    players = scene.session.players
    known = scene.cast.bond(players[proposer], players[invited])
    scene.put_bond(proposer, invited, unanswered_at=scene.at, lapsed=known.met)


def _close_guide(scene: Scene, proposer: Role, invited: Role) -> None:
    """Of a circle that did not begin nothing else is kept; a mute in it must not show here."""
    players = scene.session.players
    if scene.cast.bond(players[proposer], players[invited]).met:
        scene.put_bond(proposer, invited, lapsed=True)


def _beside(scene: Scene, role: Role) -> tuple[Line, ...]:
    """What the step where it closed has for this role: by the step alone, whatever the cause."""
    return tuple(scene.line(name, role) for to, name in scene.step.closes.items() if to == role)


def _tell(scene: Scene, role: Role, words: str, beside: tuple[Line, ...] = ()) -> None:
    """One of the two notes. It waits for the end of the reader's quiet hours."""
    at = quiet.awake(scene.person(role), scene.at)
    scene.say(role, "note", (Line(words=words), *beside), due=at if at > scene.at else None)
    scene.seen.discard(role)
