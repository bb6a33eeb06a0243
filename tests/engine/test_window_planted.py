"""What holds a window shut can fail: each of these, planted in the engine, shows (safety D2)."""

from collections.abc import Callable

import pytest

from bot.engine import moves, silence
from bot.engine.scene import Scene
from tests.engine import forks, walks
from tests.engine.matrix import Fork

Plant = Callable[[pytest.MonkeyPatch], None]
NAMED, MODE = "check-in-together", ("slow", "relay")
EVERY = 5  # of the states, one in so many is enough


def ends_when_all_but_who_left_are_done(patch: pytest.MonkeyPatch) -> None:
    complete = moves.complete

    def early(scene: Scene) -> bool:
        session = scene.session
        left = {*session.players} - {*session.done} - {*session.gone}
        return complete(scene) or (scene.step.quiet == "window" and not left)

    patch.setattr(moves, "complete", early)


def says_it_is_on_hold(patch: pytest.MonkeyPatch) -> None:
    """Somebody who is out is told apart from somebody who was slow."""
    close = silence._close  # noqa: SLF001 - the one way in which a window closes

    def honest(scene: Scene) -> None:
        for role in scene.knowing() if scene.session.gone else ():
            scene.note(role, ".on-hold")
        close(scene)

    patch.setattr(silence, "_close", honest)


PLANTED: list[Plant] = [
    ends_when_all_but_who_left_are_done,
    says_it_is_on_hold,
]


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_what_is_planted_is_found(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    states = walks.together(NAMED, MODE, rounds=1)
    plant(monkeypatch)
    cases = (
        case
        for state in states[10::EVERY]
        for who, other in (("bo", "ari"), ("ari", "bo"))
        for case in Fork(state, who, forks.busy(other, MODE[0])).cases()
    )
    assert any(case.difference for case in cases)
