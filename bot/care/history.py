"""What a person's own ratings of one bond say, to that person alone (method A13, A15, A19, A38).

Everything here is about the rounds of one bond, as far as they are kept: nothing holds two
people against each other, and nothing is about how somebody else is.
"""

from collections.abc import Iterable

import msgspec

from bot.model.person import Round

HARD = frozenset({"sore", "heated", "dark"})  # feelings that count as tried (method A15)
HAPPY = "warm"
BANDS = ("bad", "middle", "good")  # of a result, and of a guess
ENOUGH = 3  # rounds; fewer say nothing (method E13)


class Matched(msgspec.Struct, frozen=True):
    """Of so many rounds with a guess and a result, how many went as they were guessed."""

    hits: int
    of: int


def matched(rounds: Iterable[Round]) -> Matched | None:
    """How often it went as it was guessed (method A38); None with fewer than three such rounds."""
    pairs = [(one.guess, one.band) for one in rounds if one.guess in BANDS and one.band in BANDS]
    hits = sum(guess == band for guess, band in pairs)
    return Matched(hits, len(pairs)) if len(pairs) >= ENOUGH else None


def tried(rounds: Iterable[Round]) -> int:
    """Rounds with a feeling that was hard; how they went is not in it."""
    return sum(one.family in HARD for one in rounds)


def only_good_news(rounds: Iterable[Round]) -> int:
    """How many rounds there were, if there are three at least and each was happy; else 0."""
    families = [one.family for one in rounds]
    happy = len(families) >= ENOUGH and all(family == HAPPY for family in families)
    return len(families) if happy else 0
