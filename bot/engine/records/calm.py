"""The jar and the if-then plan: written when it is calm, at hand when it is not (method E14)."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.engine import answers
from bot.engine.records import kept
from bot.engine.records.kept import SELF
from bot.engine.scene import Scene
from bot.model.message import Line
from bot.model.private import Private

JAR, PLAN, LATER = "jar", "plan", "later"
FULL = 60  # cards; more would never be seen again
SIGN, ACT = "sign", "act"
TEXT, STARTER, WORDS = "text", "starter", "words"  # questions whose answers make a card
THOUGHT = "thought"  # beside them in what a share saved for later


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


def later(scene: Scene) -> tuple[Line, ...]:
    """One thing that was saved for later."""
    return kept.lines(kept.show(scene, LATER), ".jar-card")


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


# ── what was saved for later ─────────────────────────────────────────────────
def _later_anew(scene: Scene) -> None:
    kept.anew(scene, LATER)
    _pass_later(scene)


def _pass_later(scene: Scene) -> None:
    kept.let_go(scene, LATER)


def _drop_later(scene: Scene) -> None:
    found = kept.current(scene, LATER)
    if found is not None:
        kept.drop(scene, found)
    _pass_later(scene)


def _later_words(scene: Scene) -> Private | None:
    """What happened, and the thought that came with it; None where only a feeling was saved."""
    found = kept.current(scene, LATER)
    return kept.joined(found, TEXT, THOUGHT) if found else None


def _carry_later(scene: Scene) -> None:
    """The next share may take these words up as its own; they stay saved as well."""
    scene.put_person(SELF, carried=_later_words(scene), carried_at=scene.at)


def _later_to_jar(scene: Scene) -> None:
    """A card with the same words in its place."""
    found, words = kept.current(scene, LATER), _later_words(scene)
    if found is not None:
        body = {name: given for name, given in found.body.items() if name == WORDS}
        kept.add(scene, JAR, body | ({TEXT: words} if words else {}))
    _drop_later(scene)


HINTS: Mapping[str, Callable[[Scene], tuple[Line, ...]]] = MappingProxyType(
    {"jar-card": card, "plan": plan, "plan-and-card": plan_and_card, "later-card": later}
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
        "later-anew": _later_anew,
        "pass-later": _pass_later,
        "drop-later": _drop_later,
        "carry-later": _carry_later,
        "later-to-jar": _later_to_jar,
    }
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType(
    {
        "no-card": lambda scene: kept.coming(scene, JAR) is None,
        "no-plan": lambda scene: not kept.of(scene, PLAN),
        "nothing-calm": lambda scene: not (kept.of(scene, JAR) or kept.of(scene, PLAN)),
        "jar-full": lambda scene: len(kept.of(scene, JAR)) >= FULL,
        "nothing-written": _is_blank,
        "no-later": lambda scene: kept.coming(scene, LATER) is None,
        "later-without-words": lambda scene: _later_words(scene) is None,
        "not-in-own-words": lambda scene: _tellable(scene) is None,
    }
)
