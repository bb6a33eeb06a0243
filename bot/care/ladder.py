"""The size ladder with two keys (method C17).

Each key takes one person's own private facts and speaks to that person only. Neither has
the other's facts among its arguments, so neither can leak them. What both see together
comes from what each one chose: a size is never above the space that was offered, nor above `CAP`.
"""

from typing import Literal

import msgspec

from bot.model.person import Round

CAP = 8  # sizes 9 and 10 are never hosted in chat
KEPT = 3  # rounds of one side that the rules look at
HISTORY = 12  # rounds as sharer that are kept, for whoever felt them to look back at (method A30)
START_SHARED = 2
START_LISTENED = 3
LONG_GAP = 60  # days
WEEK = 7  # days between two "bigger" hints
Kind = Literal["start", "rest", "smaller", "same", "bigger"]


class Hint(msgspec.Struct, frozen=True, kw_only=True):
    """A suggestion to one person; `size` is None where a rest comes without one."""

    kind: Kind
    size: int | None = None


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """One person's own facts about one bond and one side, and what they asked us not to do."""

    rounds: tuple[Round, ...]  # newest last
    today: int  # days since 1970-01-01 UTC
    resting: bool = False  # a rest date is not over; it has no cause
    last_bigger: int | None = None  # day of the last "bigger" hint
    no_bigger: bool = False
    cautious: bool = False  # sizes stay small, for no reason that is kept (safety D3.2)

    def may_grow(self) -> bool:
        """Whether "bigger" may be said at all: weekly at most, and only if it is wanted."""
        waited = self.last_bigger is None or self.today - self.last_bigger >= WEEK
        return waited and not self.no_bigger and self.rounds[-1].size < CAP


def sharer_key(facts: Facts) -> Hint:
    """What the sharer's own felt ratings suggest to the sharer."""
    if facts.resting:
        return Hint(kind="rest")
    if not facts.rounds or facts.cautious:
        return Hint(kind="start", size=START_SHARED)
    window, last = facts.rounds[-KEPT:], facts.rounds[-1]
    if sum(one.band == "bad" for one in window) >= 2:  # noqa: PLR2004 - two of the last three
        return Hint(kind="rest")
    if last.band == "bad" or last.sting == "lot":
        return Hint(kind="smaller", size=max(1, last.size - 2))
    if facts.today - last.day > LONG_GAP:
        return Hint(kind="same", size=max(1, last.size - 1))
    if _calm(window, last) and facts.may_grow():
        return Hint(kind="bigger", size=last.size + 1)
    return Hint(kind="same", size=last.size)


def _calm(window: tuple[Round, ...], last: Round) -> bool:
    """Twice really good, at this size or more, without a sting, and nothing bad since."""
    good = [r for r in window if r.band == "good" and r.sting not in {"bit", "lot"}]
    at_size = [r for r in good if r.size >= last.size]
    none_bad = all(r.band != "bad" for r in window)
    return len(at_size) >= 2 and none_bad and last in good  # noqa: PLR2004 - two of three


def listener_key(facts: Facts) -> Hint:
    """What the listener's own load suggests to the listener.

    Twice easy at this space or more: how much of the space was used is the sharer's to know.
    """
    if facts.resting:
        return Hint(kind="rest")
    if facts.cautious:
        return Hint(kind="start", size=START_SHARED)
    if not facts.rounds:
        return Hint(kind="start", size=START_LISTENED)
    window, last = facts.rounds[-KEPT:], facts.rounds[-1]
    if last.load == "too-much":
        return Hint(kind="rest", size=max(1, last.space - 2))
    if sum(one.load == "heavy" for one in window) >= 2:  # noqa: PLR2004 - two of the last three
        return Hint(kind="smaller", size=max(1, last.space - 2))
    if last.load == "heavy":
        return Hint(kind="smaller", size=max(1, last.space - 1))
    full = [r for r in facts.rounds[-2:] if r.load == "easy" and r.space >= last.space]
    if len(full) == 2 and facts.may_grow():  # noqa: PLR2004 - both of the last two
        return Hint(kind="bigger", size=last.space + 1)
    return Hint(kind="same", size=last.space)


def enough_for(rounds: tuple[Round, ...], day: int) -> bool:
    """Whether two of that day were "not good": then it is enough until tomorrow (safety D11)."""
    return sum(one.band == "bad" and one.day == day for one in rounds) >= 2  # noqa: PLR2004 - the rule's number


def kept(rounds: tuple[Round, ...], new: Round, most: int = KEPT) -> tuple[Round, ...]:
    """The rounds with `new` in the place of an earlier note on the same round, newest last."""
    return (*(one for one in rounds if one.id != new.id), new)[-most:]
