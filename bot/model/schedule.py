"""When a person wants to be asked, and what of. No rule lives here."""

from datetime import date, datetime, time
from typing import Literal, get_args

import msgspec

WEEK = 7  # days; Monday is 0
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
WEEKDAYS = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)

Ask = Literal["weekly-review", "check-in", "jar", "small-one", "practice"]  # what a prompt is for
ASKS: tuple[str, ...] = get_args(Ask)  # of several that are due on one day, the first is said


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """Days of the week, and the time of day. `days` is sorted, from Monday, 0, to Sunday, 6."""

    days: tuple[int, ...]
    at: time  # by the clock on the person's own wall


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of prompt of one person: there is at most one of each kind."""

    kind: Ask
    rule: Rule
    basis: str = ""  # the zone and quiet hours by which the next time was found
    next_at: datetime | None = None  # UTC; when to ask next
    next_day: date | None = None  # the local date that this uses up
    used: date | None = None  # the last local date that was used up, asked or dropped
    ignored: int = 0  # prompts in a row that were not answered
    offered: bool = False  # they were asked once: fewer, another time, or off?


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """A time for two, as one of them keeps it. Nobody else ever sees what they made of it."""

    chain: str  # the session in which it was agreed
    rule: Rule  # by the clock of `zone`
    zone: str  # an IANA name: the proposer's when they chose it
    ignored: int = 0  # in a row that were not answered
    off: bool = False  # over for them


class Booking(msgspec.Struct, frozen=True, kw_only=True):
    """The local date that the next standing time takes, and on how many days of a week it is."""

    day: date
    often: int
