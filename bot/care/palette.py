"""The feelings palette: families, and the words in each (method C18); own words always fit too."""

from collections.abc import Mapping
from types import MappingProxyType

FAMILIES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "warm": (
            *("glad", "proud", "calm", "hopeful", "grateful", "playful"),
            *("touched", "relieved", "excited", "close", "curious", "content"),
        ),
        "sore": (
            *("sad", "hurt", "left-out", "lonely", "let-down", "tired"),
            *("homesick", "tender", "unsure", "small-inside", "missing-someone", "disappointed"),
        ),
        "heated": (
            *("annoyed", "angry", "jealous", "envious", "resentful", "impatient"),
            *("fed-up", "betrayed", "tense", "on-edge", "defensive", "furious"),
        ),
        "dark": (
            *("ashamed", "guilty", "afraid", "hopeless-today", "empty", "numb"),
            *("disgusted", "panicky", "trapped", "worthless", "grieving", "lost"),
        ),
    }
)
MIXED = tuple(words[index] for index in range(3) for words in FAMILIES.values())  # "mixed": of each


def words_of(family: str) -> tuple[str, ...]:
    """Ids of a family's words; a mixture for "mixed" and for no family at all."""
    return FAMILIES.get(family, MIXED)
