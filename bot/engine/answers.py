"""What may be answered to a question, and what an answer says. Nothing is guessed."""

import re
from dataclasses import dataclass
from functools import cache

from bot.care import palette
from bot.engine import menus
from bot.engine.records import labels, mine, practice
from bot.engine.scene import Scene
from bot.engine.times import rhythms
from bot.model.event import Chose, Said
from bot.model.message import Arg, Choice, Picked
from bot.model.private import SEPARATOR, Private
from bot.model.script import AT_A_GLANCE, Field
from bot.model.session import Role
from bot.text import places, typed
from bot.text.when import NotRead

ENGINE = "engine"  # the reader who is nobody: a rule looks, no person does
SKIP = "skip"
CARRIED = "carried"  # what the person wrote for themself before
SAME = "same"  # "leave it as it is", where a text is asked for again
OWN = "\x1f"  # begins own words where ids are possible too; nobody can type it
DIGITS = 2  # of a size that somebody may wish for: up to 10
PAUSE_WORD = "pause_word"  # the setting whose word must not be an answer to anything
MORE = "more"
UNEASY = "uneasy"  # beside every private rating: a quiet way out (safety D3.3)
OVER = "bigger"  # a size above the offered space
PHRASES = re.compile(r"(?<=[.!?;])\s+|\n+")
PHRASE_LENGTH = 80
MOST_PHRASES = 6
OF_ONES_OWN = ("mine", "label", "member")  # questions with people, or rounds, to choose from
WAYS_OUT = (
    Choice(id="pause", words=".control-pause"),
    Choice(id="stop", words=".control-stop"),
)


@dataclass(frozen=True)
class Misread:
    """The answer does not fit. `words` says so kindly, and nothing is lost."""

    words: str
    limit: int = 0
    word: str = ""  # of theirs, that was not understood

    def args(self) -> dict[str, Arg]:
        """What the words are told."""
        said: dict[str, Arg] = {"limit": self.limit} if self.limit else {}
        return said | ({"word": Private(self.word)} if self.word else {})


def value(scene: Scene, role: Role, field: str) -> Private | None:
    """What `role` has answered this round, or None."""
    own = scene.session.answers.get(role)
    return own.get(field) if own else None


def first(scene: Scene, role: Role, field: str) -> str:
    """The first pick, for rules that branch; "" where nothing was answered."""
    found = value(scene, role, field)
    return found.picks_for(ENGINE)[0] if found else ""


def picks(scene: Scene, role: Role, field: str) -> tuple[str, ...]:
    """All picks, in the order in which they were made; none where nothing was answered."""
    found = value(scene, role, field)
    return found.picks_for(ENGINE) if found else ()


def arg(scene: Scene, field: Field, given: Private, role: Role = "self") -> Arg:
    """The answer as part of a sentence to `role`: own words as they are, ids by their labels."""
    text = given.open_for(ENGINE)
    if text.startswith(OWN):
        return Private(text.removeprefix(OWN))
    if field.kind == "mine":
        return Private(
            ", ".join(mine.label(scene, one).open_for(ENGINE) for one in text.split(SEPARATOR))
        )
    if field.kind == "when":
        return rhythms.arg(scene, role, text)
    if field.kind == "member":
        return Private(", ".join(scene.name(one) for one in given.picks_for(ENGINE)))
    if field.choices or field.kind == "feelings":
        return Picked(ids=given, of=f"{scene.script.name}.{field.name}")
    return given


def anyone(scene: Scene, field: str) -> Private | None:
    """The answer of whoever was asked this field, for answers that only one role gives."""
    answers = scene.session.answers
    for role in scene.session.players:
        found = answers[role].get(field) if role in answers else None
        if found is not None:
            return found
    return None


def everything_and_shown(
    scene: Scene, role: Role, field: Field
) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """All that is an answer, `skip` included, and what of it is shown at first.

    Shown is everything but what comes behind "more"; in low-capacity mode, two things and Skip.
    """
    ids, extra = _ids(scene, role, field), _extra(scene, role, field)
    if not scene.person(role).small or field.whole:
        return ids + extra, _first_few(field, ids) + extra
    few = practice.few(scene) if field.moment else field.brief
    return ids + extra, _small(field, _two(field, ids, few), extra) + _uneasy(field)


def offered(scene: Scene, role: Role, field: Field, *, more: bool = False) -> tuple[Choice, ...]:
    """What is shown to be tapped; with `more`, all of it."""
    everything, shown = everything_and_shown(scene, role, field)
    return everything if more else shown


def _first_few(field: Field, ids: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Without what is shown only after "more"; typing it is an answer all the same."""
    if field.kind == "menu" and len(ids) > AT_A_GLANCE:
        return (*ids[: AT_A_GLANCE - 1], Choice(id=MORE, words=".more"))
    if not field.more:
        return ids
    few = tuple(choice for choice in ids if choice.id not in field.more)
    return (*few, Choice(id=MORE, words=".more")) if len(few) < len(ids) else ids


def has_more(field: Field) -> bool:
    """Whether some of its choices may be behind "more"."""
    return bool(field.more) or field.kind in {"menu", *OF_ONES_OWN}


def _small(field: Field, two: tuple[Choice, ...], extra: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Low capacity: two answers at most, and Skip beside them wherever it may be skipped.

    So nobody says something to somebody because saying nothing was not on the screen. Of an
    opinion both sides are shown, since one alone would push; of ready words, one. Words that are
    there already go before ready ones. Where nothing is to tap, one can pause, skip or stop.
    """
    skip = tuple(choice for choice in extra if choice.id == SKIP)
    same = tuple(choice for choice in extra if choice.id == SAME)
    few = same or two
    if skip and field.kind == "words":
        few = few[:1]
    return (*few, *skip) if few else ((*skip, *WAYS_OUT)[:2])


def _two(field: Field, ids: tuple[Choice, ...], few: tuple[str, ...]) -> tuple[Choice, ...]:
    """The two that the script names, or the first two.

    Of what is one's own, two, whether there is more, and the last way out that is named.
    """
    brief = tuple(choice for choice in ids if choice.id in few) or ids[:2]
    if field.kind not in OF_ONES_OWN:
        return brief
    own = tuple(choice for choice in ids if choice.id not in field.choices)
    if not own:
        return brief
    out = tuple(choice for choice in ids if choice.id in (few or field.choices))[-1:]
    more = (Choice(id=MORE, words=".more"),) if len(ids) > len(own[:2]) + len(out) else ()
    return (*own[:2], *more, *out)


def _ids(scene: Scene, role: Role, field: Field) -> tuple[Choice, ...]:
    match field.kind:
        case "scale":
            return _up_to((*field.choices, *field.more), _ceiling(scene, field))
        case "feelings" if field.moment:
            return _feelings(practice.feelings(scene))
        case "feelings":
            family = first(scene, role, field.of[0]) if field.of else ""
            return _feelings(palette.words_of(family))
        case "phrase":
            found = phrases(scene, field)
            return tuple(Choice(id=f"phrase-{i}", label=Private(p)) for i, p in enumerate(found, 1))
        case "label":
            return labels.choices(scene)
        case "member":
            return tuple(
                Choice(id=other, label=Private(scene.name(other)))
                for other in scene.session.others(role)
            )
        case "lines":
            return tuple(Choice(id=pick) for pick in field.choices if value(scene, role, pick))
        case "menu":
            return menus.choices(scene, field)
        case "mine":
            return (*mine.choices(scene, field.of[0]), *_as_they_are(field.choices))
    every = (*field.choices, *field.more) if field.more else field.choices
    return (*_carried(scene, role, field), *_as_they_are(every))


def _carried(scene: Scene, role: Role, field: Field) -> tuple[Choice, ...]:
    """What the person wrote for themself before and wanted to tell, as a ready answer."""
    words = scene.person(role).carried if field.carried else None
    if words is None:
        return ()
    return (Choice(id=CARRIED, label=Private(_short(words.open_for(ENGINE)))),)


def _short(text: str) -> str:
    """Short enough for a button."""
    return text if len(text) <= PHRASE_LENGTH else text[: PHRASE_LENGTH - 1] + "…"


# What a script offers is the same every time, so its choices are made once; there are no more
# of them than scripts have questions. A phrase is somebody's own, and is never kept.
@cache
def _as_they_are(ids: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(id=pick) for pick in ids)


@cache
def _up_to(ids: tuple[str, ...], ceiling: int) -> tuple[Choice, ...]:
    return tuple(Choice(id=pick) for pick in ids if int(pick) <= ceiling)


@cache
def _largest(ids: tuple[str, ...]) -> int:
    return max((int(pick) for pick in ids), default=0)


@cache
def _feelings(ids: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(id=pick, words=f".feeling-{pick}") for pick in ids)


def _extra(scene: Scene, role: Role, field: Field) -> tuple[Choice, ...]:
    extra = []
    if field.over and _ceiling(scene, field) < _largest(field.choices):
        extra.append(Choice(id=OVER, words=".bigger"))
    if field.kind == "words" and value(scene, role, field.name):
        extra.append(Choice(id=SAME, words=".same"))
    if may_skip(scene, role, field):
        extra.append(Choice(id=SKIP, words=".skip"))
    return (*extra, *_uneasy(field))


def _uneasy(field: Field) -> tuple[Choice, ...]:
    return (Choice(id=UNEASY, words=".uneasy"),) if field.rates else ()


def _ceiling(scene: Scene, field: Field) -> int:
    if field.at_most and scene.session.circle is not None:
        return scene.session.circle.most  # the smallest of all, whoever offered it
    held = anyone(scene, field.at_most) if field.at_most else None
    return int(held.open_for(ENGINE)) if held else _largest((*field.choices, *field.more))


def too_big(scene: Scene, field: Field, event: Said | Chose) -> bool:
    """Whether a number above the ceiling was wished for, by button or by typing it."""
    if not field.over:
        return False
    text = event.text.open_for(ENGINE) if isinstance(event, Said) else " ".join(event.choices)
    text = text.strip()
    number = int(text) if text.isdecimal() and len(text) <= DIGITS else 0
    return text == OVER or number > _ceiling(scene, field)


def phrases(scene: Scene, field: Field) -> list[str]:
    """Sentences of the answers that the field offers to pick from, shortened to fit a button."""
    texts = [text for name in field.of if (text := _own_words(scene, name))]
    parts = [part.strip() for text in texts for part in PHRASES.split(text) if part.strip()]
    return [_short(part) for part in parts][:MOST_PHRASES]


def _own_words(scene: Scene, name: str) -> str:
    """What somebody wrote there; "" for a ready answer, whose words are the bot's.

    In a circle, what was written by whoever's answer is looked at.
    """
    circle, field = scene.session.circle, scene.fields[name][1]
    found = value(scene, circle.answerer, name) if circle else anyone(scene, name)
    text = found.open_for(ENGINE) if found else ""
    return "" if text in field.choices else text.removeprefix(OWN)


def may_skip(scene: Scene, role: Role, field: Field) -> bool:
    """Whether this question may be passed over now."""
    return field.skip or any(value(scene, role, other) for other in field.skip_if)


def writes(field: Field) -> bool:
    """Whether free text is an answer to this question."""
    return field.own or field.kind in {"words", "zone", "hours", "country", "when", "label"}


def numbered(field: Field) -> bool:
    """Whether a typed number names a choice; not where it would be an answer itself."""
    return field.kind != "scale" and (field.kind != "words" or bool(field.choices))


def read(scene: Scene, role: Role, field: Field, event: Said | Chose) -> Private | Misread:
    """The answer that this event gives to this question, or why it is none."""
    if isinstance(event, Chose):
        return _chosen(scene, role, field, event)
    text = typed.clean(event.text.open_for(ENGINE))
    if not text:
        return Misread(".empty")
    if not writes(field):
        return Misread(".pick-one")
    if len(text) > field.limit:
        return Misread(".too-long", field.limit)
    return _written(scene, role, field, _without_start(scene, role, field, text))


def _starts(scene: Scene, role: Role, field: Field) -> list[str]:
    """How the sentence of this answer begins, in the person's language, and what is like it."""
    locale = scene.person(role).locale
    said = scene.cast.says(f"{scene.script.name}.{field.name}-starts", locale)
    return [start.strip() for start in said.split("|") if start.strip()]


def _without_start(scene: Scene, role: Role, field: Field, text: str) -> str:
    """The answer without the beginning that the card has already; it would stand there twice."""
    for start in _starts(scene, role, field) if field.starts else ():
        rest = text[len(start) :]
        if text.casefold().startswith(start.casefold()) and rest[:1].isspace() and rest.strip():
            return rest.strip()
    return text


def whole(scene: Scene, role: Role, name: str) -> str:
    """That answer as a sentence with its beginning; "" where there is none."""
    found, field = value(scene, role, name), scene.fields[name][1]
    if found is None:
        return ""
    start = next(iter(_starts(scene, role, field)), "")
    said = f"{start} {found.open_for(ENGINE).removeprefix(OWN)}".strip()
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."


def _chosen(scene: Scene, role: Role, field: Field, event: Chose) -> Private | Misread:
    ids = {choice.id: choice for choice in _ids(scene, role, field)}
    picks = tuple(dict.fromkeys(event.choices))
    if not picks or any(pick not in ids for pick in picks):
        return Misread(".pick-one")
    if len(picks) > field.most:
        return Misread(".too-many", field.most)
    words = scene.person(role).carried if picks == (CARRIED,) and field.carried else None
    if words is not None:
        return words
    called = [choice.label for pick in picks if (choice := ids[pick]).label is not None]
    return called[0] if called and field.kind in {"phrase", "label"} else Private.of(picks)


def _written(scene: Scene, role: Role, field: Field, text: str) -> Private | Misread:
    match field.kind:
        case "words" if field.saves == PAUSE_WORD and typed.is_taken(text):
            return Misread(".not-that-word")
        case "zone":
            found: str | None = places.zone(text)
            return Private(found) if found else Misread(".no-such-zone")
        case "country":
            found = places.country(text)
            return Private(found) if found else Misread(".no-such-country")
        case "hours":
            quiet = places.hours(text)
            span = f"{quiet.start:%H:%M}-{quiet.end:%H:%M}" if quiet else ""
            return Private(span) if quiet else Misread(".no-such-hours")
        case "label":
            return Private(typed.one_line(text, field.limit))
        case "when":
            meant = rhythms.read(scene, role, text)
            return Misread(meant.words, word=meant.word) if isinstance(meant, NotRead) else meant
    plain_text = field.kind == "words" and not field.choices
    return Private(text if plain_text else OWN + text.replace("\n", " "))
