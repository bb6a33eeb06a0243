"""What a reply says between its lines: phrases that often land hard. Marks, never a verdict.

The first list is method C18's soft checker; the others are what good news (E10), owning one's part
(E6) and the beginning of something hard (E4) do without. A mark is one gentle line beside the
preview; nothing is blocked, counted or kept.
"""

import re
from collections.abc import Mapping

PATTERNS = {  # mark → what it listens for; the words shown are `.mark-<mark>`
    "at-least": r"\bat least\b",
    "should": r"\byou (?:should|need to|have to|must|ought to)\b"
    r"(?! (?:(?:tell|show) (?:me|us)|be|feel|have (?:been|felt))\b)",  # interest, or a guess
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
JOY = {  # in an answer to good news: topping, "careful", and changing the subject
    "careful": r"\b(?:careful|watch out|are you sure|don['\u2019]?t get your hopes up)\b",
    "happened-to-me": r"\b(?:that(?:['\u2019]s| is) nothing|me too|same here|mine was"
    r"|when i|i (?:once|also)|wait (?:till|until) you hear)\b",
    "subject": r"\b(?:by the way|anyway|speaking of|on another note)\b",
    **{mark: PATTERNS[mark] for mark in ("at-least", "should", "but")},
}
OWN = {  # in words that own a part of what went wrong (E6): owning needs neither
    "but": PATTERNS["but"],
    "forgive-me": r"\bforgive\b",
    "if-you": r"\bsorry (?:if|that) you\b|\bif you (?:felt|were|are|got) (?:hurt|offended|upset)\b",
}
START = {  # in the beginning of something hard (E4): of always, of what somebody is, or wants
    "always-never": r"\b(?:you|they|he|she) (?:always|never)\b",
    "label": r"\b(?:you|they|he|she)(?: (?:are|is)|['\u2019](?:re|s))(?: (?:so|such|too|just|really"
    r"|very|a|an|the))* (?:selfish|lazy|cold|crazy|mean|rude|stupid|childish|needy|careless"
    r"|impossible|dramatic|weak|cruel|hopeless|boring|useless|arrogant|liar|idiot)\b",
    "mind-reading": r"\b(?:you|they|he|she) (?:just )?(?:do(?:es)?n['\u2019]?t (?:even )?"
    r"(?:care|love|want|respect)|wants? (?:me )?to|thinks? (?:i|that i)|hates? me)\b"
    r"|\bon purpose\b",
    "why-didnt": PATTERNS["why-didnt"],
}
LISTS: Mapping[bool | str, Mapping[str, str]] = {  # as scripts name them
    True: PATTERNS,
    "joy": JOY,
    "own": OWN,
    "start": START,
}
_FOUND = {
    name: {mark: re.compile(pattern, re.IGNORECASE) for mark, pattern in patterns.items()}
    for name, patterns in LISTS.items()
}


def marks(text: str, of: bool | str = True) -> tuple[str, ...]:  # noqa: FBT001, FBT002 - as scripts write it
    """The marks of `text` in one of `LISTS`, the weightiest first; empty: nothing stands out."""
    return tuple(mark for mark, pattern in _FOUND[of].items() if pattern.search(text))
