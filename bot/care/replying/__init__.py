"""What is in an answer: a feeling, a word of theirs, a question, and what often lands hard (E9).

Notes, never a mark: nothing is counted, and an answer without any of it may be the right one.
The words to listen for are data, a file for each language; in a language without one, only a
question mark is seen.
"""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files

import msgspec

from bot.care import listening
from bot.care.phrases import normal, packs

FEELING, ASKS = "feeling", "asks"
SHORTEST = 3  # letters of a word that counts as theirs
STEM = 4  # letters that two forms of a word have in common: "driv", "drive"
MARKS = "?\uff1f\u037e\u061f"  # question marks of the world's scripts
SENTENCES = re.compile(rf"(?<=[.!\n{MARKS}])")  # where one ends and the next begins

_LISTS = packs.read_all(__package__, (FEELING, ASKS))


class Notes(msgspec.Struct, frozen=True, kw_only=True):
    """What is in an answer."""

    feeling: bool  # it names one
    words: bool  # it uses a word that was said
    asks: bool  # it asks for more
    marks: tuple[str, ...]  # of the soft checker, the weightiest first (method C18)


def reads(locale: str) -> bool:
    """Whether feelings and words are looked for in that language."""
    return packs.language(locale) in _LISTS


def notes(said: str, answer: str, locale: str, *, good_news: bool = False) -> Notes:
    """What is in `answer` to what was `said`."""
    heard = packs.of(_LISTS, locale).heard(answer) if reads(locale) else frozenset[str]()
    return Notes(
        feeling=FEELING in heard,
        words=reads(locale) and _shared(said, answer, packs.language(locale)),
        asks=ASKS in heard or any(_asks(one, locale) for one in SENTENCES.split(answer)),
        marks=listening.marks(answer, "joy" if good_news else True),
    )


def _asks(sentence: str, locale: str) -> bool:
    """Whether it is a question, and one that wants to hear something: "So what?" does not."""
    if not (sentence.endswith(tuple(MARKS)) and reads(locale)):
        return sentence.endswith(tuple(MARKS))
    said = " ".join(normal.words(sentence, ()))
    return bool(said) and said not in COMMON[packs.language(locale)].idle


def _shared(said: str, answer: str, language: str) -> bool:
    """Whether a word of theirs that says something comes back, in whatever form."""
    theirs, own = ({*_telling(text, language)} for text in (said, answer))
    return any(_same(one, two) for one in theirs for two in own)


def _telling(text: str, language: str) -> Iterator[str]:
    """The words that are about something, without their endings."""
    for word in normal.words(text, ()):
        if len(word) >= SHORTEST and word not in COMMON[language].words:
            yield _bare(word, COMMON[language].endings)


def _bare(word: str, endings: tuple[str, ...]) -> str:
    fits = (word.removesuffix(end) for end in endings if word.endswith(end))
    return next((bare for bare in fits if len(bare) >= SHORTEST), word)


def _same(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return one == two or (len(short) >= STEM and long.startswith(short))


class Common(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is in every sentence of a language."""

    words: frozenset[str]
    endings: tuple[str, ...]  # the longest first
    idle: frozenset[str]  # questions that ask nothing


def _common(language: str) -> Common:
    text = files(__package__).joinpath("common", f"{language}.toml").read_bytes()
    listed = msgspec.toml.decode(text, type=dict[str, list[str]])
    words = frozenset(word for line in listed["common"] for word in line.split())
    return Common(
        words, tuple(sorted(listed["endings"], key=len, reverse=True)), frozenset(listed["idle"])
    )


COMMON: Mapping[str, Common] = {language: _common(language) for language in _LISTS}
