"""The one-time codes that people hand over by hand: how they are spelled, and how they are read.

A code has eight characters out of 26, and no two of these look alike: that is 26^8, about
209 thousand million codes. What that is worth against guessing stands in
docs/decisions/0008-a-code-always-works.md.
"""

from bot.text.typed import clean

ALPHABET = "23456789ACDEFHJKMNPQRTVWXY"
MEANT = str.maketrans("ZSGBU", "2568V")  # not in the alphabet, but they look like what is
LENGTH = 8
GROUP = 4
LONGEST = 40  # characters typed; more is no code, however it is spaced


def spell(digest: bytes) -> str:
    """The code that a keyed hash of at least 16 bytes makes; every code is as likely."""
    number = int.from_bytes(digest, "big")
    letters = []
    for _ in range(LENGTH):
        number, at = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[at])
    return "".join(letters)


def normal(text: str) -> str:
    """A typed code as it is kept: no spaces, no hyphens, capitals. "" where it can be none."""
    if len(text) > LONGEST:
        return ""
    kept = "".join(c for c in clean(text) if c.isalnum()).upper().translate(MEANT)
    return kept if len(kept) == LENGTH and set(kept) <= set(ALPHABET) else ""


def grouped(code: str) -> str:
    """A code as it is shown: two groups of four."""
    return f"{code[:GROUP]}-{code[GROUP:]}"
