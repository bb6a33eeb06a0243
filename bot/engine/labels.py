"""Somebody who never uses the bot, by the name that its owner gave them (method E15).

What is kept about them is a bond like any other, with this name on it. Where other bonds have the
id of a person, it has an id made of the exercise in which the name was first used: it stands for
nobody, and says nothing to anybody but its owner. A name that was used before means the same bond.
"""

from datetime import datetime
from hashlib import blake2b
from typing import Any

import msgspec

from bot.engine.scene import Scene
from bot.model.message import Arg, Choice
from bot.model.person import Bond, PersonId
from bot.model.private import Private
from bot.model.session import Session
from bot.text.typed import plain

SELF, WHO = "self", "who"
PREFIX = "label-"
MOST = 12  # of what is offered to be tapped, the newest first


def choices(scene: Scene) -> tuple[Choice, ...]:
    """The names that this person has used before, newest first."""
    known = sorted(_known(scene), key=_last, reverse=True)
    return tuple(Choice(id=one.other, label=one.called) for one in known[:MOST])


def bond(scene: Scene) -> Bond | None:
    """What is kept under the name that was given here, empty at first; None without a name."""
    called = _given(scene.session)
    if called is None:
        return None
    kept = next((one for one in _known(scene) if _same(one.called, called)), None)
    owner = scene.session.players[SELF]
    return kept or Bond(owner=owner, other=_new(scene.session), called=called)


def other(scene: Scene) -> PersonId | None:
    """Whom this is about; None where nobody was named."""
    found = bond(scene)
    return found.other if found else None


def put(scene: Scene, **changes: Any) -> None:  # noqa: ANN401 - the struct checks each field's type
    """Change what is kept under the name that was given here; nothing where none was."""
    found = bond(scene)
    if found is not None:
        key = (found.owner, found.other)
        changed = msgspec.structs.replace(found, **changes)
        scene.cast.bonds[key] = scene.root.bonds[key] = changed


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


def is_about(session: Session, known: Bond) -> bool:
    """Whether an exercise of the owner is about whom this bond is about."""
    mine = session.players.get(SELF) == known.owner and known.other.startswith(PREFIX)
    return mine and _same(known.called, _given(session))


def _given(session: Session) -> Private | None:
    return session.answers.get(SELF, {}).get(WHO) if SELF in session.players else None


def _known(scene: Scene) -> list[Bond]:
    me = scene.session.players.get(SELF)
    bonds = scene.cast.bonds.items()
    return [one for (owner, who), one in bonds if owner == me and who.startswith(PREFIX)]


def _last(known: Bond) -> tuple[int, str]:
    return max((one.day for one in known.shared), default=0), known.other


def _new(session: Session) -> PersonId:
    said = f"{session.salt}/{session.id}".encode()
    return PersonId(PREFIX + blake2b(said, digest_size=9).hexdigest())


def _same(one: Private | None, two: Private | None) -> bool:
    """Whether two names mean the same; case and closing marks do not count."""
    return bool(one and two) and _plain(one) == _plain(two)


def _plain(called: Private | None) -> str:
    return plain(called.open_for("engine")) if called else ""
