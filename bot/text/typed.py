"""What a person typed, cleaned: without what cannot be seen, and not a letter more."""

import re
import unicodedata

HIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
KEPT = frozenset("\n\u200c\u200d\u200e\u200f")  # joiners and marks that scripts need

COMPOSED = 4_000  # characters; a longer text fits nowhere, and putting marks together takes long
SHORTEST = 3  # letters of a pause word
TAKEN = frozenset(  # what people type to answer, or to be heard
    """
    yes no ok okay send edit smaller keep skip same more stop break small help hide undo back
    start share who steady calm stirred flooded good middle bad none some easy heavy now enough
    another thank again close ready quiet breathe agree listen comfort warm sore heated dark mixed
    """.split()  # noqa: SIM905 - a list of words reads best as words
)


def clean(text: str) -> str:
    """The text without control and reordering characters, trimmed; at most one blank line in a row.

    Right-to-left marks stay, since Arabic and Hebrew need them; overrides go, since they
    can make a card read as something else than what was approved.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    if len(text) <= COMPOSED:
        text = unicodedata.normalize("NFC", text)
    seen = "".join(c for c in text if c in KEPT or not _hidden(c))
    return re.sub(r"\n{3,}", "\n\n", seen).strip()


def is_taken(word: str) -> bool:
    """Whether a word is needed for answering, and so cannot stand for something else."""
    word = plain(word)
    return len(word) < SHORTEST or word.isdecimal() or word in TAKEN


def one_line(text: str, most: int) -> str:
    """A name: clean, in one line, and not longer than `most` characters."""
    return " ".join(clean(text).split())[:most].strip()


def _hidden(character: str) -> bool:
    return character in HIDDEN or unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn"}


def plain(text: str) -> str:
    """For comparing: case, outer space and closing punctuation do not count."""
    return clean(text).casefold().strip(" .!?,:;\"'\u2019")
