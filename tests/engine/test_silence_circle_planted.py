"""The matrix of a circle can fail: each of these, planted in the engine, is found (safety D2)."""

from collections.abc import Callable, Iterator

import pytest

from bot.engine import circles, forgetting, moves, parts
from bot.engine.scene import Scene
from bot.model.session import Role, Session
from tests.engine import rounds
from tests.engine.matrix import Fork
from tests.engine.test_silence_circle import SLOW, busy
from tests.engine.walks import State

Plant = Callable[[pytest.MonkeyPatch], None]


def draws_nobody_who_has_gone(patch: pytest.MonkeyPatch) -> None:
    wants = circles._wants  # noqa: SLF001 - the one place that asks

    def there(scene: Scene, role: Role) -> bool:
        others = [
            r for r in parts.of(scene.session, "unheard") or () if r not in scene.session.gone
        ]
        gone = role in scene.session.gone and any(wants(scene, other) for other in others)
        return wants(scene, role) and not gone

    patch.setattr(circles, "_wants", there)


def chooses_nobody_who_has_gone(patch: pytest.MonkeyPatch) -> None:
    in_order = parts.in_order

    def there_first(session: Session, roles: tuple[Role, ...]) -> list[Role]:
        return sorted(in_order(session, roles), key=lambda role: role in session.gone)

    patch.setattr(parts, "in_order", there_first)


def forgets_what_was_tapped(patch: pytest.MonkeyPatch) -> None:
    def nothing(_scene: Scene) -> Iterator[str]:
        return iter(())

    patch.setattr(forgetting, "_counted", nothing)


def waits_for_nobody_who_has_gone(patch: pytest.MonkeyPatch) -> None:
    complete = moves.complete

    def sooner(scene: Scene) -> bool:
        asked = {role for role in scene.asks if role not in scene.session.gone}
        passes = scene.step.quiet == "pass" and scene.session.gone and scene.session.pause is None
        return complete(scene) or bool(passes and asked and asked <= {*scene.session.done})

    patch.setattr(moves, "complete", sooner)


PLANTS = [
    draws_nobody_who_has_gone,
    chooses_nobody_who_has_gone,
    forgets_what_was_tapped,
    waits_for_nobody_who_has_gone,
]


def looked_at() -> list[State]:
    """Where something is put together out of what several have answered."""
    steps = {"space", "next", "how-many", "preview"}
    return [s for s in rounds.states(SLOW) if {o.step for o in s.house.sessions.values()} & steps]


@pytest.mark.parametrize("plant", PLANTS, ids=lambda one: getattr(one, "__name__", ""))
def test_what_is_planted_in_the_engine_is_found(
    plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    for state in looked_at():
        for who in rounds.NAMES:
            if any(case.difference for case in Fork(state, who, busy(who, SLOW[0])).cases()):
                return
    pytest.fail("nothing was found")
