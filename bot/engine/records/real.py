"""What a share in real life does: a discreet note at a time, and one's own facts about it (E15)."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

from bot.care import ladder, quiet
from bot.engine import answers
from bot.engine.records import felt, labels, mine
from bot.engine.scene import Scene
from bot.model.person import Round

SELF = "self"
NEXT_DAY = timedelta(hours=20)  # after a sting that is a lot: never the same minute (method E2)


def _set_note(scene: Scene) -> None:
    """When the note comes that was asked for; none, where none was."""
    person, choice = scene.person(SELF), answers.first(scene, SELF, "when")
    at = None if choice == "none" else quiet.awake(person, quiet.until(person, scene.at, choice))
    scene.put(waits=at)


def _set_next_day(scene: Scene) -> None:
    scene.put(waits=quiet.awake(scene.person(SELF), scene.at + NEXT_DAY))


def _keep_felt(scene: Scene) -> None:
    """How it felt, in the place of what was noted of this same time before."""
    bond, band = labels.bond(scene), answers.first(scene, SELF, "band")
    if bond is None or not band or scene.person(SELF).numbers == "none":
        return
    new = Round(
        id=mine.running(scene.session),
        day=quiet.day(scene.at),
        size=int(answers.first(scene, SELF, "size") or ladder.START_SHARED),
        band=band,
        sting=answers.first(scene, SELF, "sting"),
        guess=answers.first(scene, SELF, "guess"),
        family=answers.first(scene, SELF, "family"),
    )
    shared = ladder.kept(bond.shared, felt.tapped(scene, SELF, new), ladder.HISTORY)
    labels.put(scene, shared=shared)
    if ladder.enough_for(shared, new.day):
        labels.rest(scene, quiet.tomorrow(scene.person(SELF), scene.at))


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "set-note": _set_note,
        "set-next-day": _set_next_day,
        "keep-felt-alone": _keep_felt,
    }
)
