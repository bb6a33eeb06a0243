"""Words that their writer changes after sending them: they count until they have gone out.

Theory of operation. Each typed answer leaves behind which event brought it. When a platform says
that the words of that event are different now, the answer becomes the new words, by the same
rules as if they had been typed then. Once a card with them was handed over, it stays as it was.
"""

import msgspec

from bot.engine import answers, asking, gates
from bot.engine.answers import Misread
from bot.engine.scene import Scene
from bot.model.event import Said
from bot.model.session import Role, Session


def wrote(scene: Scene, role: Role, place: str, event: Said) -> None:
    """Write down that this event gave, or tried to give, the answer at `place`."""
    session = scene.session
    standing = {place, *session.trail.get(role, ())}
    kept = {at: key for at, key in session.penned.get(role, {}).items() if at in standing}
    scene.put(penned=session.penned | {role: kept | {place: event.key}})


def place(session: Session, role: Role, key: str) -> str:
    """The "step/field" whose answer that event typed, while it can be changed; else ""."""
    if not key or role in session.gone or role in session.asides:
        return ""
    standing = {now(session, role), *session.trail.get(role, ())}
    own = session.penned.get(role, {})
    return next((at for at, typed in own.items() if typed == key and at in standing), "")


def now(session: Session, role: Role) -> str:
    """The "step/field" that `role` is asked."""
    return f"{session.step}/{session.asked.get(role, '')}"


def fresh(session: Session, role: Role, event: Said) -> Said:
    """Changed words for a question that is still before them are an answer like any other."""
    if place(session, role, event.replaces) != now(session, role):
        return event
    return msgspec.structs.replace(event, replaces="")


def revise(scene: Scene, role: Role, event: Said) -> None:
    """Put the changed words in the place of the older ones, or say kindly why not."""
    changed = place(scene.session, role, event.replaces)
    name = changed.partition("/")[2]
    field = scene.fields[name][1] if changed else None
    if field is None or field.saves or answers.value(scene, role, name) is None:
        scene.note(role, ".edit-too-late")
        return
    given = answers.read(scene, role, field, event)
    if not gates.carried(scene, role, field, event):
        given = gates.CANNOT_CARRY
    if isinstance(given, Misread):
        scene.note(role, given.words, **given.args())
        return
    scene.keep(role, name, given)
    asked = asking.field_now(scene, role)
    if asked is not None and asked.kind == "preview":
        asking.ask_again(scene, role)
    else:
        scene.note(role, ".edited")
