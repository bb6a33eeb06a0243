"""The matrix can fail: each of these, planted in the engine, is found (safety D2)."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import chain
from typing import Any

import pytest

from bot.engine import asides, clocks, effects, exits, forgetting, gates, silence
from bot.engine.scene import Scene
from bot.model.message import Line
from bot.model.person import Account
from bot.model.script import Field
from bot.model.session import Role
from tests.engine import forks, walks
from tests.engine.matrix import Case, Fork
from tests.play import PLATFORM

Plant = Callable[[pytest.MonkeyPatch], None]
HOUR = timedelta(hours=1)


def _resting(scene: Scene) -> bool:
    return any(scene.person(role).rest_until is not None for role in scene.session.players)


def tells_the_other_of_unease(patch: pytest.MonkeyPatch) -> None:
    apply = effects.apply

    def loud(scene: Scene, name: str) -> None:
        if name == "rest-from-them":
            root = scene.root
            for role in root.session.others(root.actor or ""):
                root.note(role, ".resting")
        apply(scene, name)

    patch.setattr(effects, "apply", loud)


def moves_the_clock_with_an_aside(patch: pytest.MonkeyPatch) -> None:
    unfold = asides.unfold

    def moving(scene: Scene, role: Role, *given: Any, **more: Any) -> None:  # noqa: ANN401 - passed on
        unfold(scene, role, *given, **more)
        scene.put(since=scene.session.since | {role: scene.at})

    patch.setattr(asides, "unfold", moving)


def shows_the_rest(patch: pytest.MonkeyPatch) -> None:
    tell = silence._tell  # noqa: SLF001 - the one place where both notes are said

    def honest(scene: Scene, role: Role, words: str, *beside: Any) -> None:  # noqa: ANN401 - passed on
        tell(scene, role, ".rest-on" if _resting(scene) else words, *beside)

    patch.setattr(silence, "_tell", honest)


def cares_by_the_cause(patch: pytest.MonkeyPatch) -> None:
    """Nothing is said beside "it has closed" where the other one is out of it."""
    beside = silence._beside  # noqa: SLF001 - the one place where it is said

    def fitting(scene: Scene, role: Role) -> tuple[Line, ...]:
        return () if scene.session.gone else beside(scene, role)

    patch.setattr(silence, "_beside", fitting)


def closes_when_somebody_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    def closing(scene: Scene, role: Role) -> None:
        exits.left(scene, role)
        exits.end(scene)

    patch.setattr(forgetting, "forget", closing)


def forgets_the_name(patch: pytest.MonkeyPatch) -> None:
    forget = forgetting.forget

    def nameless(scene: Scene, role: Role) -> None:
        forget(scene, role)
        nobody = Account(platform=PLATFORM, native="", name="Somebody")
        scene.put(forgotten=dict.fromkeys(scene.session.forgotten, nobody))

    patch.setattr(forgetting, "forget", nameless)


def says_it_earlier_after_a_crisis(patch: pytest.MonkeyPatch) -> None:
    notes = clocks.notes

    def early(scene: Scene, *given: Any) -> dict[Role, datetime]:  # noqa: ANN401 - passed on
        found = notes(scene, *given)
        return {role: at - HOUR if _resting(scene) else at for role, at in found.items()}

    patch.setattr(clocks, "notes", early)


def asks_in_the_room(patch: pytest.MonkeyPatch) -> None:
    unfold = asides.unfold

    def open_to_all(scene: Scene, role: Role, name: str, *given: Any, **more: Any) -> None:  # noqa: ANN401 - passed on
        if name == asides.QUICK and scene.session.mode == "room" and scene.session.begun:
            scene.say_room("note", (Line(words=".pausing"),))
        unfold(scene, role, name, *given, **more)

    patch.setattr(asides, "unfold", open_to_all)


def says_that_a_check_failed(patch: pytest.MonkeyPatch) -> None:
    leave = asides._leave  # noqa: SLF001 - the one way out of an aside

    def at_once(scene: Scene, role: Role, after: str) -> None:
        leave(scene, role, after)
        if not scene.session.begun:
            exits.end(scene)

    patch.setattr(asides, "_leave", at_once)


def hands_on_what_is_held(patch: pytest.MonkeyPatch) -> None:
    """The answer before the private check counts while the check is still open."""
    before = gates.before_beginning

    def hasty(scene: Scene, role: Role, field: Field) -> bool:
        before(scene, role, field)
        return False

    patch.setattr(gates, "before_beginning", hasty)


def says_that_a_threat_was_refused(patch: pytest.MonkeyPatch) -> None:
    carried = gates.carried

    def loud(scene: Scene, role: Role, *given: Any) -> bool:  # noqa: ANN401 - passed on
        well = carried(scene, role, *given)
        for other in () if well else scene.session.others(role):
            scene.note(other, ".on-hold")
        return well

    patch.setattr(gates, "carried", loud)


def takes_a_button_away(patch: pytest.MonkeyPatch) -> None:
    """A stop closes the other's open question as well."""
    fall = exits.fall_silent

    def tidy(scene: Scene, role: Role) -> None:
        fall(scene, role)
        for other in scene.session.players:
            key = scene.session.open.get(other)
            if key:
                scene.say(other, "edit", (), target=key, lead=False)

    patch.setattr(exits, "fall_silent", tidy)


PLANTED: list[Plant] = [
    tells_the_other_of_unease,
    moves_the_clock_with_an_aside,
    shows_the_rest,
    cares_by_the_cause,
    closes_when_somebody_is_forgotten,
    forgets_the_name,
    says_it_earlier_after_a_crisis,
    asks_in_the_room,
    says_that_a_check_failed,
    hands_on_what_is_held,
    says_that_a_threat_was_refused,
    takes_a_button_away,
]


def cases() -> Iterator[Case]:
    """Some of every part of the matrix, in an order in which much differs soon."""
    first = walks.together("small-share", ("slow", "room"), checked=False)
    later = walks.together("small-share", ("slow", "room"), rounds=1)
    for state in chain(first[4:], later[20::7]):
        for who, other in (("ari", "bo"), ("bo", "ari")):
            yield from Fork(state, who, forks.busy(other, "slow")).cases()


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_what_is_planted_is_found(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    walks.together("small-share", ("slow", "room"), checked=False)
    walks.together("small-share", ("slow", "room"), rounds=1)
    plant(monkeypatch)
    assert any(case.difference for case in cases())
