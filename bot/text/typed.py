"""What a person typed, cleaned: without what cannot be seen, and not a letter more."""

import re
import unicodedata

HIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
KEPT = frozenset("\n\u200c\u200d\u200e\u200f")  # joiners and marks that scripts need


def clean(text: str) -> str:
    """The text without control and reordering characters, trimmed; at most one blank line in a row.

    Right-to-left marks stay, since Arabic and Hebrew need them; overrides go, since they
    can make a card read as something else than what was approved.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace("\t", " ")
    seen = "".join(c for c in text if c in KEPT or not _hidden(c))
    return re.sub(r"\n{3,}", "\n\n", seen).strip()


def _hidden(character: str) -> bool:
    return character in HIDDEN or unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn"}


def plain(text: str) -> str:
    """For comparing: case, outer space and closing punctuation do not count."""
    return clean(text).casefold().strip(" .!?,:;\"'\u2019")
