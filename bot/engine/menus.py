"""The menu: what there is to do, by places in which exercises say that they stand.

Nothing here knows an exercise by name. A place in which none stands is not shown, and one in
which a single one stands leads to that one, so that no tap leads to a list of one thing.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from bot.engine.scene import Scene
from bot.model.message import Choice
from bot.model.script import Field
from bot.model.world import Opens

SELF, CHOSEN = "self", "chosen"
HOME, MAP, PRACTICE, REAL = "home", "map", "practice", "real-life"


def choices(scene: Scene, field: Field) -> tuple[Choice, ...]:
    """The rows of one place; or of several, each that has any; then what else may be picked."""
    rows = _rows(scene, field.of[0]) if len(field.of) == 1 else _places(scene, field.of)
    beside = (Choice(id=pick) for pick in field.choices if pick not in field.of)
    return (*rows, *beside)


def _rows(scene: Scene, place: str) -> Iterator[Choice]:
    return (Choice(id=name, words=f"{name}.title") for name in scene.scripts.under(place))


def _places(scene: Scene, places: tuple[str, ...]) -> Iterator[Choice]:
    for place in places:
        rows = [*_rows(scene, place)]
        if rows:
            to = rows[0].id if len(rows) == 1 else place
            yield Choice(id=to, words=f".place-{place}")


def _chosen(scene: Scene) -> str:
    given = scene.session.answers.get(SELF, {}).get(CHOSEN)
    return given.open_for("engine") if given else ""


def _for_several(scene: Scene) -> bool:
    """Whether what was chosen is an exercise for more than two."""
    chosen = _chosen(scene)
    return bool(chosen) and scene.scripts.current(chosen).members is not None


def _opens(script: str = "", *, by_name: bool = False) -> Callable[[Scene], None]:
    def effect(scene: Scene) -> None:
        scene.root.opens.append(Opens(script=script or _chosen(scene), by_name=by_name))

    effect.__doc__ = "Begin that exercise next, or the one that was chosen."
    return effect


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "open-chosen": _opens(),
        "open-by-name": _opens(by_name=True),
        "open-home": _opens(HOME),
        "open-map": _opens(MAP),
        "open-practice": _opens(PRACTICE),
        "open-real": _opens(REAL),
    }
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType({"for-several": _for_several})
