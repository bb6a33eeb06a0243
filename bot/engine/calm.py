"""The jar and the if-then plan: written when it is calm, at hand when it is not (method E14)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.engine import answers, kept
from bot.engine.kept import SELF
from bot.engine.scene import Scene
from bot.model.message import Line
from bot.model.private import Private

JAR, PLAN = "jar", "plan"
FULL = 60  # cards; more would never be seen again
SIGN, ACT = "sign", "act"
TEXT, STARTER, WORDS = "text", "starter", "words"  # questions whose answers make a card


# ── what stands before a question ────────────────────────────────────────────
def card(scene: Scene) -> tuple[Line, ...]:
    """Exactly one card."""
    return kept.lines(kept.show(scene, JAR), ".jar-card")


def plan(scene: Scene) -> tuple[Line, ...]:
    """The plan as one sentence."""
    found = kept.show(scene, PLAN, again=True)
    if found is None:
        return ()
    args = {name: kept.said(found, name) for name in (SIGN, ACT)}
    return (Line(words=".if-then", args=args),)


def plan_and_card(scene: Scene) -> tuple[Line, ...]:
    """What is read again in calm times."""
    return (*plan(scene), *kept.lines(kept.show(scene, JAR, again=True), ".jar-card"))


# ── what an exercise does ────────────────────────────────────────────────────
def _keep_card(scene: Scene) -> None:
    kept.add(scene, JAR, kept.written(scene, TEXT) or kept.written(scene, STARTER))


def _change_card(scene: Scene) -> None:
    kept.change(scene, JAR, kept.written(scene, "new-text"))


def _drop_card(scene: Scene) -> None:
    found = kept.current(scene, JAR)
    if found is not None:
        kept.drop(scene, found)
    kept.let_go(scene, JAR)


def _pass_card(scene: Scene) -> None:
    kept.let_go(scene, JAR)


def _keep_plan(scene: Scene) -> None:
    """The new plan in the place of the old one: there is one, or none."""
    given = {name: answers.value(scene, SELF, name) for name in (SIGN, ACT)}
    body = {name: found for name, found in given.items() if found is not None}
    if len(body) == len(given):
        _drop_plan(scene)
        kept.add(scene, PLAN, body)


def _drop_plan(scene: Scene) -> None:
    kept.drop(scene, *kept.of(scene, PLAN))
    kept.let_go(scene, PLAN)


def _is_blank(scene: Scene) -> bool:
    given = (answers.value(scene, SELF, name) for name in (TEXT, STARTER, WORDS))
    return all(one is None for one in given)


# ── into the next share ──────────────────────────────────────────────────────
def _tellable(scene: Scene) -> Private | None:
    """Own words, of the card that is shown or as they were just typed; a ready answer has none."""
    shown = kept.current(scene, JAR)
    body = shown.body if shown else kept.written(scene, STARTER)
    return body.get(TEXT)


def _carry(scene: Scene) -> None:
    """The next share may take these words up as its own."""
    scene.put_person(SELF, carried=_tellable(scene), carried_at=scene.at)


HINTS: Mapping[str, Callable[[Scene], tuple[Line, ...]]] = MappingProxyType(
    {"jar-card": card, "plan": plan, "plan-and-card": plan_and_card}
)
EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "keep-card": _keep_card,
        "change-card": _change_card,
        "drop-card": _drop_card,
        "pass-card": _pass_card,
        "keep-plan": _keep_plan,
        "drop-plan": _drop_plan,
        "carry": _carry,
    }
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType(
    {
        "no-card": lambda scene: kept.coming(scene, JAR) is None,
        "no-plan": lambda scene: not kept.of(scene, PLAN),
        "nothing-calm": lambda scene: not (kept.of(scene, JAR) or kept.of(scene, PLAN)),
        "jar-full": lambda scene: len(kept.of(scene, JAR)) >= FULL,
        "nothing-written": _is_blank,
        "not-in-own-words": lambda scene: _tellable(scene) is None,
    }
)
