"""Somebody by the name that their owner gave them, who may never use the bot (method E1, E15).

What is kept about them is a bond like any other, with this name on it. Where other bonds have the
id of a person, it has an id made of the exercise in which the name was first used: it stands for
nobody, and says nothing to anybody but its owner. A name that was used before means the same bond;
so does a name on the owner's own map, whether or not that one was met through the bot.
"""

from datetime import datetime
from hashlib import blake2b
from typing import Any

import msgspec

from bot.engine.records import people
from bot.engine.scene import Scene
from bot.model.message import Arg, Choice
from bot.model.person import Bond, PersonId, Record
from bot.model.private import Private
from bot.model.session import Session
from bot.text.typed import plain

SELF, WHO = "self", "who"
NEW = "new"  # of whom something is kept, and who is not on the map yet
PREFIX = "label-"
MOST = 12  # of what is offered to be tapped, the newest first


def choices(scene: Scene) -> tuple[Choice, ...]:
    """Names that this person has used before: of their map in its order, then the newest first.

    Where somebody new is wanted, it is those who are not on the map.
    """
    mapped = [] if _wants_new(scene) else [_mapped(scene, one) for one in people.shown(scene)]
    rest = sorted(_unmapped(scene), key=_last, reverse=True)
    return tuple(Choice(id=one.other, label=one.called) for one in (*mapped, *rest)[:MOST])


def bond(scene: Scene) -> Bond | None:
    """What is kept under the name that was given here, empty at first; None without a name."""
    called = _given(scene.session)
    if called is None:
        return None
    kept = next((one for one in _known(scene) if _same(one.called, called)), None)
    owner = scene.session.players[SELF]
    return kept or Bond(owner=owner, other=_new(scene.session, called), called=called)


def other(scene: Scene) -> PersonId | None:
    """Whom this is about; None where nobody was named."""
    found = bond(scene)
    return found.other if found else None


def put(scene: Scene, **changes: Any) -> None:  # noqa: ANN401 - the struct checks each field's type
    """Change what is kept under the name that was given here; nothing where none was."""
    found = bond(scene)
    if found is not None:
        scene.put_kept(found, **changes)


def rest(scene: Scene, until: datetime) -> dict[str, Arg]:
    """Let a rest with them last until then at least; how words may call them, or nothing."""
    found = bond(scene)
    if found is None or found.called is None:
        return {}
    put(scene, rest_until=max(found.rest_until or scene.at, until))
    return {"other": found.called}


def rests(scene: Scene) -> bool:
    """Whether a rest with them is not over."""
    found = bond(scene)
    return found is not None and found.rest_until is not None and found.rest_until > scene.at


def is_about(scene: Scene, session: Session, other: PersonId) -> bool:
    """Whether an exercise of the owner, who is in the scene too, is about this one by name."""
    given = _given(session)
    return any(one.other == other and _same(one.called, given) for one in _known(scene))


def is_known(scene: Scene, called: Private, but: PersonId) -> bool:
    """Whether somebody else goes by that name already."""
    return any(_same(one.called, called) and one.other != but for one in _known(scene))


def _given(session: Session) -> Private | None:
    return session.answers.get(SELF, {}).get(WHO) if SELF in session.players else None


def _known(scene: Scene) -> list[Bond]:
    """All who have a name here; the map comes first."""
    return [*(_mapped(scene, one) for one in people.everybody(scene)), *_unmapped(scene)]


def _mapped(scene: Scene, entry: Record) -> Bond:
    """The bond behind an entry of the map, by the name on that."""
    other = entry.other or entry.owner
    found = scene.cast.bond(entry.owner, other)
    return msgspec.structs.replace(found, called=people.name(entry))


def _unmapped(scene: Scene) -> list[Bond]:
    """Bonds by name that are not on the map; where somebody new is wanted, all that have one."""
    me, every = scene.session.players.get(SELF), _wants_new(scene)
    mapped = {one.other for one in people.everybody(scene)}
    return [
        one
        for (owner, who), one in scene.cast.bonds.items()
        if owner == me and who not in mapped and (who.startswith(PREFIX) or (every and one.called))
    ]


def _wants_new(scene: Scene) -> bool:
    _, field = scene.fields.get(WHO, ("", None))
    return field is not None and field.of == (NEW,)


def _last(known: Bond) -> tuple[int, str]:
    return max((one.day for one in known.shared), default=0), known.other


def _new(session: Session, called: Private) -> PersonId:
    """Of the exercise and the name, since one exercise may be about several, one after another."""
    said = f"{session.salt}/{session.id}/{_plain(called)}".encode()
    return PersonId(PREFIX + blake2b(said, digest_size=9).hexdigest())


def _same(one: Private | None, two: Private | None) -> bool:
    """Whether two names mean the same; case and closing marks do not count."""
    return bool(one and two) and _plain(one) == _plain(two)


def _plain(called: Private | None) -> str:
    return plain(called.open_for("engine")) if called else ""
