"""How an answer felt, and how it left one: what is kept of it beside the band (method A10, A12)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from bot.engine import answers
from bot.engine.records import labels, mine
from bot.engine.scene import Scene
from bot.model.person import Bond, Round
from bot.model.session import Role

TAPS = ("cared", "respected", "gentle")  # the three of a safe answer
CLOSER = "closer"


def tapped(scene: Scene, role: Role, kept: Round) -> Round:
    """The round with the three taps of `role`; "" where one was skipped.

    They are about the first answer: another go is asked for its band and its sting alone.
    """
    return msgspec.structs.replace(
        kept, **{name: answers.first(scene, role, name) for name in TAPS}
    )


def _keep_closer(scene: Scene) -> None:
    """How it left each of them, beside what that one kept of this round; where nothing, nowhere."""
    for role in scene.session.players:
        left = answers.first(scene, role, CLOSER)
        if left and role not in scene.session.gone and scene.person(role).numbers != "none":
            _beside(scene, role, left)


def _beside(scene: Scene, role: Role, left: str) -> None:
    others = scene.session.others(role)
    if not others:
        named = labels.bond(scene)
        if named is not None:
            labels.put(scene, **_sides(named, mine.running(scene.session), left))
        return
    bond = scene.cast.bond(scene.session.players[role], scene.session.players[others[0]])
    scene.put_bond(role, others[0], **_sides(bond, mine.running(scene.session), left))


def _sides(bond: Bond, round_: str, left: str) -> dict[str, tuple[Round, ...]]:
    """Both sides of the bond, with `left` at the round of that id."""
    replace = msgspec.structs.replace
    sides = {"shared": bond.shared, "listened": bond.listened}
    return {
        side: tuple(replace(one, closer=left) if one.id == round_ else one for one in rounds)
        for side, rounds in sides.items()
    }


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType({"keep-closer": _keep_closer})
