"""Who stands on a person's own map, in their own order (method E1).

An entry is a record about one bond, whether its other one was met through the bot or has only a
name here. It lies beside the bond, so that no turn of a shared exercise has it at hand, and the
name on it is the owner's own: it outlives what else is kept of the two.
"""

from collections.abc import Mapping

from bot.engine.records import kept
from bot.engine.records.kept import SELF
from bot.engine.scene import Scene
from bot.model.person import PersonId, Record
from bot.model.private import Private

MAP = "map"  # the kind of record
LABEL, PLACE, AWAY, TOLD = "label", "place", "away", "told"
ASIDE = frozenset({PLACE, AWAY, TOLD})  # what is on an entry besides what its owner said
YES = Private("yes")


def everybody(scene: Scene) -> list[Record]:
    """All entries, those that were put away too, in their owner's order."""
    return sorted(kept.of(scene, MAP), key=_place) if SELF in scene.session.players else []


def shown(scene: Scene, *, away: bool = False) -> list[Record]:
    """The entries that are in use; or those that were put away."""
    return [one for one in everybody(scene) if (AWAY in one.body) == away]


def of(scene: Scene, other: PersonId | None) -> Record | None:
    """The entry about this one, or None."""
    return next((one for one in everybody(scene) if one.other == other), None)


def name(entry: Record) -> Private:
    """What its owner calls them."""
    return entry.body[LABEL]


def put(scene: Scene, other: PersonId, body: Mapping[str, Private], *drop: str) -> None:
    """Change the entry about this one, or begin it at the end of the list."""
    found = of(scene, other)
    if found is None:
        owner = scene.session.players[SELF]
        found = Record(
            id=f"{MAP}/{other}", owner=owner, other=other, kind=MAP, at=scene.at, body=_last(scene)
        )
    left = {part: given for part, given in found.body.items() if part not in drop}
    kept.save(scene, found, left | dict(body))


def first(scene: Scene, entry: Record) -> None:
    """Put it before all others."""
    before = min((_place(one) for one in everybody(scene)), default=0) - 1
    kept.save(scene, entry, entry.body | {PLACE: Private(str(before))})


def take_off(scene: Scene, entry: Record) -> None:
    """It is not on the map any more; what else is kept about them stays."""
    kept.drop(scene, entry)


def _last(scene: Scene) -> dict[str, Private]:
    after = max((_place(one) for one in everybody(scene)), default=0) + 1
    return {PLACE: Private(str(after))}


def _place(entry: Record) -> int:
    return int(entry.body[PLACE].open_for("engine"))
