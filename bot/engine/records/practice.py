"""Listening practice: a moment is shown, an answer is looked at, two others stand beside it (E9).

Nothing that is written here is kept, and nothing is counted. What stays, where a person keeps
numbers at all, is which moments they went through and when, and the feeling that was missed.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from bot.care import carrying, replying
from bot.care.moments import MOMENTS
from bot.care.moments.choosing import Practised, coming, missed
from bot.care.phrases import normal
from bot.engine.records import kept
from bot.engine.records.kept import SELF
from bot.engine.scene import Scene
from bot.model.message import Arg, Line, Picked, Word
from bot.model.person import Record
from bot.model.private import Private

KIND = "practice"  # of record
MOMENT, MISSED = "moment", "missed"  # what such a record holds
NOW, BEFORE = "moment/now", "moment/before"  # no question's name: what is shown, and what was
FEELING, SAY_BACK, CARE = "feeling", "say-back", "care"  # questions
SAMPLES = ("one", "two")
MARKS = 2  # that are said of one answer


AROUND = (  # words that are said around a moment
    *("moment", "heard-fits", "heard-others", "heard-plain"),
    *(
        "reply-feeling",
        "reply-words",
        "reply-asks",
        "reply-hard",
        "try-feeling",
        "try-words",
        "try-asks",
    ),
    *("sample-one", "sample-two", "told-one", "told-two"),
)


def names() -> Iterator[str]:
    """The words of all moments: what is said, two answers, who says it, what the answers do."""
    for name, one in MOMENTS.items():
        yield from (f"moment-{name}", *(f"moment-{name}-{which}" for which in SAMPLES))
        yield from (f"who-{one.who}", *(f"does-{does}" for does in one.does))


# ── which moment ─────────────────────────────────────────────────────────────
def now(scene: Scene) -> str:
    """The name of the moment that is shown; "" where none is."""
    name = _kept_in(scene, NOW)
    return name if name in MOMENTS else ""


def feelings(scene: Scene) -> tuple[str, ...]:
    """The words of the palette that are offered for it."""
    name = now(scene)
    return MOMENTS[name].offered() if name else ()


def few(scene: Scene) -> tuple[str, ...]:
    """The two of them that are offered in low-capacity mode."""
    name = now(scene)
    return MOMENTS[name].few() if name else ()


def _kept_in(scene: Scene, name: str) -> str:
    given = scene.session.answers.get(SELF, {}).get(name)
    return given.open_for("engine") if given else ""


def _next(scene: Scene) -> str:
    """The moment that is shown, or from now on another one."""
    name = now(scene)
    if not name:
        done = tuple(_kept_in(scene, BEFORE).split())
        known = [_practised(one) for one in kept.of(scene, KIND)]
        name = coming(known, scene.at, scene.session.salt, done) or next(iter(MOMENTS))
        scene.keep(SELF, NOW, Private(name))
        scene.keep(SELF, BEFORE, Private(" ".join((*done, name))))
    return name


def _practised(record: Record) -> Practised:
    body = {name: given.open_for("engine") for name, given in record.body.items()}
    return Practised(moment=body[MOMENT], at=record.at, missed=body.get(MISSED, ""))


# ── what stands before a question ────────────────────────────────────────────
def moment(scene: Scene) -> tuple[Line, ...]:
    """Who says what."""
    name = _next(scene)
    who = Word(words=f"{scene.script.name}.who-{MOMENTS[name].who}")
    return (_line(scene, "moment", who=who, text=_words(scene, name)),)


def heard(scene: Scene) -> tuple[Line, ...]:
    """What many would hear in it, beside what was picked. There is no right and no wrong."""
    name = now(scene)
    if not name:
        return ()
    picked = _picked(scene, name)
    feels = Picked(ids=Private.of(MOMENTS[name].feels), of=f"{scene.script.name}.{FEELING}")
    if picked in MOMENTS[name].feels:
        return (_line(scene, "heard-fits"),)
    return (_line(scene, "heard-others" if picked else "heard-plain", feels=feels),)


def _picked(scene: Scene, name: str) -> str:
    """The word that was picked, or that of the palette which was typed; else what was typed."""
    given = _kept_in(scene, FEELING)
    if not given.startswith(kept.OWN):
        return given
    typed, locale = normal.words(given.removeprefix(kept.OWN), ()), scene.person(SELF).locale
    labels = {word: scene.cast.says(f".feeling-{word}", locale) for word in MOMENTS[name].feels}
    fits = (word for word, text in labels.items() if typed and normal.words(text, ()) == typed)
    return next(fits, given)


def samples(scene: Scene) -> tuple[Line, ...]:
    """Two answers that somebody could give."""
    name = now(scene)
    if not name:
        return ()
    texts = {which: _words(scene, f"{name}-{which}") for which in SAMPLES}
    return tuple(_line(scene, f"sample-{which}", text=text) for which, text in texts.items())


def _words(scene: Scene, name: str) -> Word:
    return Word(words=f"{scene.script.name}.moment-{name}")


def _line(scene: Scene, words: str, **args: Arg) -> Line:
    return Line(words=f"{scene.script.name}.{words}", args=args)


# ── what an exercise does ────────────────────────────────────────────────────
def _say_what_is_in_it(scene: Scene) -> None:
    """What is in the answer that was written, and one thing to try; nothing about no answer.

    Of one that insults or threatens there is nothing else to say.
    """
    name, answer = (
        now(scene),
        " ".join(filter(None, (_kept_in(scene, n) for n in (SAY_BACK, CARE)))),
    )
    if not name or not answer:
        return
    locale = scene.person(SELF).locale
    if carrying.insult(answer, locale) or carrying.threat(answer, locale):
        scene.say(SELF, "note", (_line(scene, "reply-hard"),))
        return
    said = scene.cast.says(f"{scene.script.name}.moment-{name}", locale)
    warm = MOMENTS[name].family == "warm"
    found = replying.notes(said, answer, locale, good_news=warm)
    there = {"feeling": found.feeling, "words": found.words, "asks": found.asks}
    lines = [_line(scene, f"reply-{which}") for which, is_in in there.items() if is_in]
    lines += [Line(words=f".mark-{mark}") for mark in found.marks[:MARKS]]
    looked_for = there if replying.reads(locale) else {"asks": found.asks}
    absent = next((which for which, is_in in looked_for.items() if not is_in), "")
    lines += [_line(scene, f"try-{absent}")] if absent and not found.marks else []
    if lines:
        scene.say(SELF, "note", tuple(lines))


def _say_what_they_do(scene: Scene) -> None:
    """What each of the two answers does, once they have been read."""
    name = now(scene)
    if name:
        does = zip(SAMPLES, MOMENTS[name].does, strict=True)
        words = ((which, Word(words=f"{scene.script.name}.does-{what}")) for which, what in does)
        lines = tuple(_line(scene, f"told-{which}", does=does) for which, does in words)
        scene.say(SELF, "note", lines)


def _keep_moment(scene: Scene) -> None:
    """That it was gone through, in the place of the time before; then it is put away."""
    name = now(scene)
    if not name:
        return
    if scene.person(SELF).numbers != "none":
        _write_down(scene, name, missed(name, _kept_in(scene, FEELING)))
    scene.drop(SELF, NOW)


def _write_down(scene: Scene, name: str, lost: str) -> None:
    """A feeling that came back is not missed any more, unless it was again."""
    known = kept.of(scene, KIND)
    kept.drop(scene, *(one for one in known if _practised(one).moment == name))
    for one in known:
        again = _practised(one)
        if again.moment != name and again.missed and again.missed in MOMENTS[name].feels:
            kept.save(scene, one, {MOMENT: one.body[MOMENT]})
    body = {MOMENT: Private(name)} | ({MISSED: Private(lost)} if lost else {})
    kept.add(scene, KIND, body)


def _practised_enough(scene: Scene) -> bool:
    """Whether this sitting has had all the moments that there are in one."""
    return scene.session.entered.get(FEELING, 0) >= scene.script.step(FEELING).limit


HINTS: Mapping[str, Callable[[Scene], tuple[Line, ...]]] = MappingProxyType(
    {"moment": moment, "moment-heard": heard, "moment-samples": samples}
)
EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "say-what-is-in-it": _say_what_is_in_it,
        "say-what-they-do": _say_what_they_do,
        "keep-moment": _keep_moment,
    }
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType(
    {"practised-enough": _practised_enough}
)
