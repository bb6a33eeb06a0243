"""Which kind of danger a text may speak of. A question follows, never a verdict (safety D4.3).

Nothing here is certain: quiet distress has no words, and many who use these words are in no
danger (safety D4.8). A hit is not counted, kept or told to anybody (safety D4.7).
"""

import enum

from bot.care.phrases import packs


class Tier(enum.StrEnum):
    """The kinds of danger, the weightiest first; a text that speaks of several is the first.

    Life comes before everything, said plainly or not. Somebody who is hurt comes before
    somebody who means to hurt: who strikes back needs help first. Age comes last, since the
    other questions have answers for the young as well.
    """

    SELF = "self"  # suicide or hurting oneself, in plain words
    VEILED = "veiled"  # the same, around the corner
    HURT = "hurt"  # being hurt, afraid, watched, threatened or forced
    HARM = "harm"  # meaning or fearing to hurt somebody
    MINOR = "minor"  # being under 18


_LISTS = packs.read_all(__package__, [tier.value for tier in Tier])


def heard(text: str, locale: str) -> Tier | None:
    """The weightiest kind of danger in `text`; None where there is none to be heard.

    A language without a list is listened to in English, because people write English
    everywhere. Never raises; takes time in proportion to the length of the text.
    """
    found = packs.of(_LISTS, locale).heard(text)
    return next((tier for tier in Tier if tier in found), None) if found else None


def covers(locale: str) -> bool:
    """Whether the language of a locale such as "en-GB" has a list of its own (safety D4.9)."""
    return packs.language(locale) in _LISTS


def languages() -> frozenset[str]:
    """The languages that have a list, as in "en"."""
    return frozenset(_LISTS)
