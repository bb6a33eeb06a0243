"""What becomes of a soft start that was found for a hard talk, or of a check-in's line (E3, E4)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.engine import answers
from bot.engine.records import kept
from bot.engine.records.kept import SELF
from bot.engine.scene import Scene
from bot.model.private import Private

START, TEXT = "start", "text"
JAR, LATER = "jar", "later"


def _carry(scene: Scene) -> None:
    """The next share, here or in real life, may take these words up as its own."""
    words = kept.written(scene, START).get(TEXT)
    if words is not None:
        scene.put_person(SELF, carried=words, carried_at=scene.at)


def _carry_text(scene: Scene) -> None:
    """What was typed in a check-in, for the next share to take up (method E3)."""
    words = kept.written(scene, TEXT).get(TEXT)
    if words is not None:
        scene.put_person(SELF, carried=words, carried_at=scene.at)


def _carry_owned(scene: Scene) -> None:
    """The part that was owned, as one text."""
    parts = (answers.whole(scene, SELF, name) for name in ("did", "effect", "will"))
    words = " ".join(part for part in parts if part)
    if words:
        scene.put_person(SELF, carried=Private(words), carried_at=scene.at)


def _keep(scene: Scene) -> None:
    kept.add(scene, JAR, kept.written(scene, START))


def _park(scene: Scene) -> None:
    kept.add(scene, LATER, kept.written(scene, START))


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "carry-start": _carry,
        "carry-text": _carry_text,
        "carry-owned": _carry_owned,
        "keep-start": _keep,
        "park-start": _park,
    }
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType(
    {"nothing-typed": lambda scene: answers.value(scene, SELF, TEXT) is None}
)
