"""What a reply says between its lines: phrases that often land hard. Marks, never a verdict.

The list is method C18's soft checker. A mark is one gentle line beside the preview; nothing
is blocked, counted or kept.
"""

import re

PATTERNS = {  # mark → what it listens for; the words shown are `.mark-<mark>`
    "at-least": r"\bat least\b",
    "should": r"\byou (?:should|need to|have to|must|ought to)\b",
    "calm-down": r"\b(?:calm down|relax|chill out)\b",
    "always-never": r"\byou (?:always|never)\b",
    "too-sensitive": r"\b(?:too sensitive|overreact\w*)\b",
    "not-that-bad": r"\bnot (?:that|so) bad\b",
    "everyone": r"\b(?:everyone|everybody) (?:feels|has|does|goes)\b",
    "happened-to-me": r"\bwhen (?:that|this|it) happened to me\b",
    "why-didnt": r"\bwhy did(?:n't|n\u2019t|nt| not) you\b",
    "told-you": r"\bi told you\b",
    "but": r"\bbut\b",
    "just": r"\bjust (?!as\b|like\b|now\b|listen\w*\b)\w+",
}
_FOUND = {mark: re.compile(pattern, re.IGNORECASE) for mark, pattern in PATTERNS.items()}


def marks(text: str) -> tuple[str, ...]:
    """The marks of `text`, the weightiest first; empty when nothing stands out."""
    return tuple(mark for mark, pattern in _FOUND.items() if pattern.search(text))
