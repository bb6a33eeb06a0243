"""The controls that are always at hand, the same in every step (method C0)."""

from bot.engine import asides, asking, exits, moves, taking
from bot.engine.records import labels
from bot.engine.scene import Scene
from bot.model.event import Asked, Chose
from bot.model.session import Role

STOP, PAUSE, BREAK, SKIP, UNDO, BACK = "stop", "pause", "break", "skip", "undo", "back"
STEADY = "steady"
IN_SESSION = (STOP, PAUSE, BREAK, SKIP, UNDO, BACK, STEADY)


def give(scene: Scene, role: Role, event: Asked) -> None:
    """Do what a control asks, for the person who asked and nobody else."""
    if role in scene.session.gone:
        scene.actor = None
        return
    if role in scene.session.asides and event.command not in {STOP, PAUSE, BREAK, STEADY}:
        asides.inside(scene, role, lambda inner: give(inner, "self", event))
        return
    faded = scene.session.players[role] in scene.session.faded
    match event.command:
        case "skip" | "undo" if faded:
            _back(scene, role)  # they were at a question of a draft that is gone
        case "stop":
            exits.stop(scene, role)
        case "pause" | "break":
            _pause(scene, role, public=event.command == PAUSE)
        case "skip":
            _skip(scene, role)
        case "undo":
            _undo(scene, role)
        case "back":
            _back(scene, role)
        case "steady":
            _steady(scene, role)


def _pause(scene: Scene, role: Role, *, public: bool) -> None:
    """Begin a pause, unless one is on: then say where they are in it."""
    open_now = scene.session.asides.get(role)
    deep = open_now is not None and asides.UNDER in open_now.asides
    if open_now is not None and (open_now.script == asides.PAUSE or deep):
        asides.inside(scene, role, lambda inner: _once_more(inner, "self"))
    elif open_now is not None:
        asides.begin(scene, role, public=False)  # over a private check, nobody is told
    elif scene.session.pause is not None and public:
        scene.note(role, ".already-paused")
    elif scene.script.name == asides.PAUSE:
        _once_more(scene, role)
    else:
        asides.begin(scene, role, public=public)


def _steady(scene: Scene, role: Role) -> None:
    """No hints about bigger sizes in this bond from now on, or hints again (method C17)."""
    known = labels.bond(scene)
    if known is not None:
        labels.put(scene, no_bigger=not known.no_bigger)
        scene.note(role, ".steady-off" if known.no_bigger else ".steady-on")
        return
    alone = len(scene.session.players) == 1
    if alone or not scene.session.begun or scene.session.circle is not None:
        scene.note(role, ".nothing-open")
        return
    players = scene.session.players
    for other in scene.session.others(role):
        steady = not scene.cast.bond(players[role], players[other]).no_bigger
        scene.put_bond(role, other, no_bigger=steady)
        scene.note(role, ".steady-on" if steady else ".steady-off")


def _back(scene: Scene, role: Role) -> None:
    if asides.knocked(scene.session, role):
        asides.knock_again(scene, role)
        return
    if len(scene.session.players) == 1:
        _once_more(scene, role)
        return
    asides.back(scene, role)


def _once_more(scene: Scene, role: Role) -> None:
    """The question of one who is alone; where a time is running, a slow minute, that it does."""
    if asking.field_now(scene, role) is None:
        scene.note(role, ".your-part-is-in")
    else:
        asking.ask_again(scene, role)


def _skip(scene: Scene, role: Role) -> None:
    field = asking.field_now(scene, role)
    if field is None:
        scene.note(role, ".nothing-open")
        return
    taking.take(scene, role, field, Chose(key="", at=scene.at, question="", choices=(SKIP,)))


def _undo(scene: Scene, role: Role) -> None:
    """The last answer back, as long as nothing of it has gone out."""
    step = scene.step
    if step.undo and scene.session.waits is not None and _asks(scene, step.undo, role):
        scene.put(waits=None)
        moves.enter(scene, step.undo)
        return
    trail = scene.session.trail.get(role, ())
    if not trail:
        scene.note(role, ".nothing-to-undo")
        return
    scene.put(trail=scene.session.trail | {role: trail[:-1]})
    _return_to(scene, role, *trail[-1].split("/"))


def _asks(scene: Scene, step: str, role: Role) -> bool:
    return any(role in scene.roles(named) for named in scene.script.step(step).ask)


def _return_to(scene: Scene, role: Role, step: str, name: str) -> None:
    asking.close(scene, role, saved=False)
    if scene.session.step != step:
        scene.put(step=step, asked={}, waits=None)
    scene.put(done=tuple(one for one in scene.session.done if one != role))
    field = next(field for field in asking.fields_of(scene, role) if field.name == name)
    asking.ask(scene, role, field)
