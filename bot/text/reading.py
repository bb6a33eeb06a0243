"""How easy a text is to read: the school year that it takes, by the usual formula of a language.

Theory of operation. English is judged by a library: the Flesch-Kincaid grade (Kincaid,
Fishburne, Rogers and Chissom 1975) with the syllables of a pronouncing dictionary. German has
its own formula in `wiener`, since no library that is kept up has it. Why, stands in
docs/decisions/0017.

The library is given what a reader reads: every label and every bubble is a sentence of its own,
short ones together with what follows them, and an address, which is copied and not read, is one
short word. A formula needs some words to
count: "disappointed" alone would be for grade 32. So plain words follow a text of fewer than
ten, as many as are missing; from ten on the library has the text alone.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from bot.text import wiener

ENOUGH = 10  # English words
COUNTS = 3  # words; the library takes what has fewer for no sentence of its own
PLAIN = ("You", "can", "stop.", "Nobody", "is", "told.", "It", "is", "fine.")
ENDS = re.compile(r"[.!?]+[\"\u201c\u201d\u2019')\]]*(?=\s|$)|\n\s*\n")
ADDRESS = re.compile(r"\S*(?:\w\.\w|://)\S*")


def grade(text: str, locale: str) -> float | None:
    """The school year that `text` is for; None where its language has no formula here."""
    measure = MEASURES.get(locale.partition("-")[0])
    if measure is None:
        return None
    return measure(text) if words_of(text) else 0.0


def syllables(word: str, locale: str) -> int:
    """How many syllables a word has. Raises KeyError where its language has no formula here."""
    return SYLLABLES[locale.partition("-")[0]](word)


def words_of(text: str) -> list[str]:
    """What is read as a word: it has a letter or a digit. A hyphen does not part two words."""
    return [word for word in text.split() if any(map(str.isalnum, word))]


def sentences_of(text: str) -> list[str]:
    """The sentences. A blank line ends one; a colon does not."""
    return [part.strip() for part in ENDS.split(text) if words_of(part)]


def _english(text: str) -> float:
    import textstat_rs  # noqa: PLC0415 - 6 MB that the bot itself never needs, only the checks

    text = ADDRESS.sub("this", text)
    missing = max(0, ENOUGH - len(words_of(text)))
    sentences = (f"{sentence}." for sentence in _gathered(sentences_of(text)))
    return textstat_rs.flesch_kincaid_grade(" ".join((*sentences, *PLAIN[:missing])))


def _gathered(sentences: Iterable[str]) -> Iterator[str]:
    """Each with so many short ones before it that the library counts it as a sentence."""
    short: list[str] = []
    for sentence in sentences:
        short.append(sentence)
        if len(words_of(" ".join(short))) >= COUNTS:
            yield ", ".join(short)
            short = []
    if short:
        yield ", ".join(short)


def _english_syllables(word: str) -> int:
    import textstat_rs  # noqa: PLC0415 - as above

    return textstat_rs.syllable_count(word)


def _german(text: str) -> float:
    text = ADDRESS.sub("das", text)
    return wiener.grade(words_of(text), len(sentences_of(text)))


MEASURES: Mapping[str, Callable[[str], float]] = MappingProxyType({"en": _english, "de": _german})
SYLLABLES: Mapping[str, Callable[[str], int]] = MappingProxyType(
    {"en": _english_syllables, "de": wiener.syllables}
)
