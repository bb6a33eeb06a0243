"""What a repair does: it is set aside for a calmer time, and each keeps how it left them (E6)."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from types import MappingProxyType

from bot.care import ladder, quiet
from bot.engine import answers, asking
from bot.engine.records import mine
from bot.engine.scene import Scene
from bot.model.person import Bond, Round
from bot.model.session import Role

COOL = timedelta(minutes=20)  # at the earliest after what went badly (method E6)
WORSE, TWICE = "worse", 2  # so often worse with one person, and stopping is named


def _bond(scene: Scene, role: Role) -> Bond:
    players = scene.session.players
    (other,) = scene.session.others(role)
    return scene.cast.bond(players[role], players[other])


def _set_aside(scene: Scene) -> None:
    """The sharer may want to repair this, later. Nobody else learns of it; nothing begins."""
    (other,) = scene.session.others("sharer")
    if "sharer" not in scene.session.gone:
        scene.put_bond("sharer", other, mend_from=scene.at + COOL)


def _too_soon(scene: Scene) -> bool:
    return any(at > scene.at for at in _set_aside_for(scene))


def _is_set_aside(scene: Scene) -> bool:
    return any(at <= scene.at for at in _set_aside_for(scene))


def _set_aside_for(scene: Scene) -> list[datetime]:
    found = (_bond(scene, role).mend_from for role in scene.roles("proposer"))
    return [at for at in found if at is not None]


def _proposer_rests(scene: Scene) -> bool:
    return any(asking.rests(scene, role) for role in scene.roles("proposer"))


def _nothing_said_back(scene: Scene) -> bool:
    return answers.anyone(scene, "say-back") is None


def _keep_calmer(scene: Scene) -> None:
    """How it left each of them, for that one alone."""
    for role in scene.session.players:
        felt, (other,) = answers.first(scene, role, "calmer"), scene.session.others(role)
        if not felt or role in scene.session.gone or scene.person(role).numbers == "none":
            continue
        new = Round(id=mine.running(scene.session), day=quiet.day(scene.at), size=0, band=felt)
        scene.put_bond(role, other, mended=ladder.kept(_bond(scene, role).mended, new))


def felt(scene: Scene, role: Role) -> None:
    """Say at once to somebody whom it left worse what is good then, by their own ratings."""
    if answers.first(scene, role, "calmer") != WORSE:
        return
    now = mine.running(scene.session)
    often = sum(one.band == WORSE and one.id != now for one in _bond(scene, role).mended) + 1
    scene.note(role, ".hint-repair-stop" if often >= TWICE else ".hint-repair-worse")


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {"set-repair-aside": _set_aside, "keep-calmer": _keep_calmer}
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType(
    {
        "repair-too-soon": _too_soon,
        "repair-set-aside": _is_set_aside,
        "proposer-rests": _proposer_rests,
        "nothing-said-back": _nothing_said_back,
    }
)
