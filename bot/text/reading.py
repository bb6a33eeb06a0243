"""How easy a text is to read: the school year that it takes, by the usual formula of a language.

Theory of operation. English is measured by the Flesch-Kincaid grade (Kincaid, Fishburne,
Rogers and Chissom 1975), German by the first Wiener Sachtextformel (Bamberger and Vanecek
1984). Both look at how long the sentences are, and at how long the words are.

A formula needs some words to count: in an English text of four, one syllable more is worth
three school years, and "disappointed" alone would be for grade 32. So a short text is read as
if plain words filled it up, until one long word is worth about one year: to ten words in
English, to thirty in German. Its sentences stay as short as they are; what its own words weigh
grows with their number. From there on this is the formula alone.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from bot.text import syllables

MANY = 3  # syllables
LONG = 6  # letters; a German word with more is a long one
ENDS = re.compile(r"[.!?]+[\"\u201c\u201d\u2019')\]]*(?=\s|$)|\n\s*\n")


class Shares(msgspec.Struct, frozen=True):
    """What a formula looks at. All but the first two are parts of all words, from 0 to 1."""

    length: float  # words in a sentence, on average
    syllables: float  # in a word, on average
    ones: float  # words with one syllable
    many: float  # words with three syllables or more
    long: float  # words with more than six letters


class Measure(msgspec.Struct, frozen=True):
    """How a language is measured."""

    grade: Callable[[Shares], float]
    enough: int  # words that the formula needs
    plain: str  # ordinary words, which fill short texts up


def grade(text: str, locale: str) -> float | None:
    """The school year that `text` is for; None where its language has no formula here."""
    language = locale.partition("-")[0]
    measure = MEASURES.get(language)
    if measure is None:
        return None
    words = words_of(text)
    if not words:
        return 0.0
    own, plain = (_shares(part, language) for part in (text, measure.plain))
    weight = min(1.0, len(words) / measure.enough)
    return measure.grade(_mixed(own, plain, weight))


def words_of(text: str) -> list[str]:
    """What is read as a word: it has a letter or a digit. A hyphen does not part two words."""
    return [word for word in text.split() if any(map(str.isalnum, word))]


def sentences_of(text: str) -> list[str]:
    """The sentences. A blank line ends one; a colon does not."""
    return [part.strip() for part in ENDS.split(text) if words_of(part)]


def _shares(text: str, language: str) -> Shares:
    words = words_of(text)
    counts = [syllables.of(word, language) for word in words]
    return Shares(
        length=len(words) / len(sentences_of(text)),
        syllables=sum(counts) / len(words),
        ones=sum(count == 1 for count in counts) / len(words),
        many=sum(count >= MANY for count in counts) / len(words),
        long=sum(sum(map(str.isalpha, word)) > LONG for word in words) / len(words),
    )


def _mixed(own: Shares, plain: Shares, weight: float) -> Shares:
    """The text's own words for `weight`, plain ones for the rest; its sentences as they are."""
    filled = {
        name: weight * getattr(own, name) + (1 - weight) * getattr(plain, name)
        for name in ("syllables", "ones", "many", "long")
    }
    return Shares(length=own.length, **filled)


def _flesch_kincaid(shares: Shares) -> float:
    return 0.39 * shares.length + 11.8 * shares.syllables - 15.59


def _wiener(shares: Shares) -> float:
    """The formula takes its shares as percentages."""
    return (
        19.35 * shares.many
        + 0.1672 * shares.length
        + 12.97 * shares.long
        - 3.27 * shares.ones
        - 0.875
    )


MEASURES: Mapping[str, Measure] = MappingProxyType(
    {
        "en": Measure(
            grade=_flesch_kincaid,
            enough=10,
            plain="You can stop any time, and nobody is told why you did.",
        ),
        "de": Measure(
            grade=_wiener,
            enough=30,
            plain="Du kannst immer aufhören, und niemand erfährt, warum du das tust.",
        ),
    }
)
