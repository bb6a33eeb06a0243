"""What a person has set for themself, shown beside the question what to change of it."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from bot.engine.records.kept import SELF
from bot.engine.scene import Scene
from bot.model.message import Line, Picked
from bot.model.person import Person
from bot.model.private import Private

NO_NOTES = "none"


def shown(scene: Scene) -> tuple[Line, ...]:
    """All that the welcome asked about, in the words in which an export says it."""
    return tuple(_rows(scene.person(SELF)))


def _rows(one: Person) -> Iterator[Line]:
    yield Line(words=".export-prompts", args={"value": _picked("notes", notes(one))})
    yield Line(
        words=".export-quiet", args={"value": f"{one.quiet.start:%H:%M}-{one.quiet.end:%H:%M}"}
    )
    yield Line(words=".export-keep", args={"value": _picked("keep", one.keep)})
    yield Line(words=".export-numbers", args={"value": _picked("numbers", one.numbers)})
    yield Line(words=".export-clock", args={"value": one.zone})
    if one.country:
        yield Line(words=".export-country", args={"value": one.country})
    yield Line(words=".export-pause-word", args={"value": Private(one.pause_word)})


def notes(one: Person) -> str:
    """Whether notes may come: "discreet", or "none". An older choice means the first."""
    return NO_NOTES if one.prompts == NO_NOTES else "discreet"


def _picked(field: str, given: str) -> Picked:
    return Picked(ids=Private(given), of=f"settings.{field}")


HINTS: Mapping[str, Callable[[Scene], tuple[Line, ...]]] = MappingProxyType({"my-settings": shown})
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType(
    {"notes-on": lambda scene: notes(scene.person(SELF)) != NO_NOTES}
)
