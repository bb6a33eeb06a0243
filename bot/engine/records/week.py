"""A look at one's own week, in words and not in counts, and one intention (method E13).

Everything in it is what the person keeps about themself. What they did not do is not in it.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType

from bot.care import palette, quiet, retention
from bot.engine import answers
from bot.engine.records import kept, mine
from bot.engine.records.kept import SELF
from bot.engine.scene import Scene
from bot.model.message import Line, Picked
from bot.model.person import Round
from bot.model.private import Private

WEEK = timedelta(days=7)
ENOUGH = 3  # guesses that went together with a result; fewer say nothing (method E13)
LEARNING, INTENTION, NEW, NONE = "learning", "intention", "new-line", "none"
NO_IDEA = "no-idea"
STAYS = {retention.KEPT: Private("yes")}
BANDS = ("bad", "middle", "good")  # of a result, and of a guess


# ── the week ─────────────────────────────────────────────────────────────────
def this_week(scene: Scene) -> tuple[Line, ...]:
    """What was meant to come next, then what there was in the last seven days."""
    meant = kept.of(scene, INTENTION)[:1]
    before = tuple(line for one in meant for line in kept.lines(one, ".week-intention"))
    return (*before, *(Line(words=f".week-{name}") for name in _done(scene)))


def _done(scene: Scene) -> Iterator[str]:
    since = quiet.day(scene.at - WEEK)
    shared = any(one.day > since for one in _rounds(scene))
    listened = any(one.day > since for bond in mine.bonds(scene) for one in bond.listened)
    if shared or listened:
        yield "both" if shared and listened else "shared" if shared else "listened"
    if _lately(scene, "check-in") or _lately(scene, "noted"):
        yield "checked-in"
    if _lately(scene, "jar"):
        yield "jar"


def _lately(scene: Scene, kind: str) -> bool:
    return any(one.at > scene.at - WEEK for one in kept.of(scene, kind))


# ── what was learned ─────────────────────────────────────────────────────────
def learning(scene: Scene) -> tuple[Line, ...]:
    """One line, as it was written."""
    return kept.lines(kept.show(scene, LEARNING), ".week-learning")


def _hold_learning(scene: Scene) -> None:
    """From now on it stays until they let it go, if that is what they want."""
    found = kept.current(scene, LEARNING)
    if found is not None and answers.first(scene, SELF, LEARNING) == "keep":
        kept.save(scene, found, found.body | STAYS)


def _change_learning(scene: Scene) -> None:
    new = kept.written(scene, NEW)
    kept.change(scene, LEARNING, {LEARNING: new["text"]} | STAYS if new else {})


def _drop_learning(scene: Scene) -> None:
    found = kept.current(scene, LEARNING)
    if found is not None:
        kept.drop(scene, found)
    kept.let_go(scene, LEARNING)


# ── what connection means ────────────────────────────────────────────────────
def meaning(scene: Scene) -> tuple[Line, ...]:
    """What feeling connected means to them, as they wrote it once (method A1)."""
    text = scene.person(SELF).meaning
    return (Line(words=".week-meaning", args={"text": text}),) if text else ()


def _drop_meaning(scene: Scene) -> None:
    scene.put_person(SELF, meaning=None)


# ── what was expected, and what kinds were let out ───────────────────────────
def noticed(scene: Scene) -> tuple[Line, ...]:
    """Guess against result, and the kinds of feeling that were told; each only if there is some."""
    guessed, families = _guessed(scene), _families(scene)
    found = [Line(words=f".week-{guessed}")] if guessed else []
    if families:
        out = Picked(ids=Private.of(families), of="small-share.family")
        found.append(Line(words=".week-families", args={"families": out}))
    return tuple(found)


def _rounds(scene: Scene) -> Iterator[Round]:
    return (one for bond in mine.bonds(scene) for one in (*bond.shared, *bond.glad))


def _guessed(scene: Scene) -> str:
    """How guesses and results go together, all people taken as one; "" with fewer than three."""
    pairs = [
        (BANDS.index(one.guess), BANDS.index(one.band))
        for one in _rounds(scene)
        if one.guess in BANDS and one.band in BANDS
    ]
    if len(pairs) < ENOUGH:
        return ""
    if 2 * sum(guess == band for guess, band in pairs) > len(pairs):
        return "as-guessed"
    if 2 * sum(band > guess for guess, band in pairs) > len(pairs):
        return "better-than-guessed"
    alike = any(guess == band for guess, band in pairs)
    return "partly-guessed" if alike else "not-as-guessed"


def _families(scene: Scene) -> tuple[str, ...]:
    told = {one.family for one in _rounds(scene)}
    return tuple(family for family in palette.FAMILIES if family in told)


# ── one intention, or none ───────────────────────────────────────────────────
def _keep_intention(scene: Scene) -> None:
    """In the place of the one before, which has been shown. Passed over, it stays."""
    given = answers.first(scene, SELF, INTENTION)
    if given:
        kept.drop(scene, *kept.of(scene, INTENTION))
    if given != NONE:
        kept.add(scene, INTENTION, kept.written(scene, INTENTION))


def _unplanned(scene: Scene) -> bool:
    plans = scene.person(SELF).plans
    return all(one.kind != scene.script.name for one in plans)


HINTS: Mapping[str, Callable[[Scene], tuple[Line, ...]]] = MappingProxyType(
    {"this-week": this_week, "learning": learning, "noticed": noticed, "meaning": meaning}
)
EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "hold-learning": _hold_learning,
        "change-learning": _change_learning,
        "drop-learning": _drop_learning,
        "drop-meaning": _drop_meaning,
        "keep-intention": _keep_intention,
    }
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType(
    {
        "keeps-nothing": lambda scene: scene.person(SELF).keep == "nothing",
        "no-meaning": lambda scene: scene.person(SELF).meaning is None,
        "no-learning": lambda scene: kept.coming(scene, LEARNING) is None,
        "nothing-noticed": lambda scene: not noticed(scene),
        "unplanned": _unplanned,
    }
)
