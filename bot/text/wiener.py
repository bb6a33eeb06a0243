"""How easy a German text is to read: the first Wiener Sachtextformel (Bamberger, Vanecek 1984).

Theory of operation. The formula looks at how long the sentences are, and at how many of the
words are long. It needs some words to count, so a text of fewer than thirty is read as if plain
words filled it up: its sentences stay as short as they are, and what its own words weigh grows
with their number. From there on this is the formula alone. No library that is kept up does this
offline; see docs/decisions/0017.
"""

import re
from collections.abc import Sequence

import msgspec

MANY = 3  # syllables
LONG = 6  # letters; a word with more is a long one
ENOUGH = 30  # words that the formula needs
PLAIN = tuple("Du kannst immer aufhören, und niemand erfährt, warum du das tust.".split())  # noqa: SIM905 - words read best as words
DIGITS = re.compile(r"\d")
LETTERS = re.compile(r"[^\W\d_]")
VOWELS = re.compile(r"aa|ee|oo|ie|[aeo]i|[aeo]y|[aeä]u|[aeiouyäöü]")


class Shares(msgspec.Struct, frozen=True):
    """What the formula looks at: parts of all words, from 0 to 1."""

    ones: float  # words with one syllable
    many: float  # words with three syllables or more
    long: float  # words with more than six letters


def grade(words: Sequence[str], sentences: int) -> float:
    """The school year that a text of these words, in so many sentences, is for."""
    weight = min(1.0, len(words) / ENOUGH)
    shares = _mixed(_shares(words), _shares(PLAIN), weight)
    length = len(words) / sentences
    return (
        19.35 * shares.many + 0.1672 * length + 12.97 * shares.long - 3.27 * shares.ones - 0.875
    )  # the formula takes its shares as percentages


def syllables(word: str) -> int:
    """The syllables of a word; 0 for what is no word. Digits and "OK" are read one by one."""
    digits, letters = len(DIGITS.findall(word)), LETTERS.findall(word)
    if len(letters) > 1 and word.isupper():
        return digits + len(letters)
    sounds = VOWELS.findall("".join(letters).lower().replace("qu", "kw"))
    return digits + (max(1, len(sounds)) if letters else 0)


def _shares(words: Sequence[str]) -> Shares:
    counts = [syllables(word) for word in words]
    return Shares(
        ones=sum(count == 1 for count in counts) / len(words),
        many=sum(count >= MANY for count in counts) / len(words),
        long=sum(sum(map(str.isalpha, word)) > LONG for word in words) / len(words),
    )


def _mixed(own: Shares, plain: Shares, weight: float) -> Shares:
    """The text's own words for `weight`, plain ones for the rest."""
    mixed = {
        name: weight * getattr(own, name) + (1 - weight) * getattr(plain, name)
        for name in Shares.__struct_fields__
    }
    return Shares(**mixed)
