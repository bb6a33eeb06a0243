"""What the bot does not carry from one person to another, and what may land hard (safety D5).

A threat or a slur is never carried: the writer is told, the other sees nothing. An insult is a
soft mark beside the preview, and the writer decides.
"""

from bot.care.phrases import packs

THREAT = "threat"
INSULT = "insult"

_LISTS = packs.read_all(__package__, (THREAT, INSULT))


def threat(text: str, locale: str) -> bool:
    """Whether `text` threatens, blackmails or degrades whoever reads it, or holds a slur."""
    return THREAT in packs.of(_LISTS, locale).heard(text)


def insult(text: str, locale: str) -> bool:
    """Whether `text` insults whoever reads it. Blocks nothing (safety D5)."""
    return INSULT in packs.of(_LISTS, locale).heard(text)
