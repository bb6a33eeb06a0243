"""When a person wants to be asked. No rule lives here."""

from datetime import time

import msgspec

WEEK = 7  # days; Monday is 0
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
WEEKDAYS = (0, 1, 2, 3, 4)
WEEKEND = (5, 6)


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """Days of the week, and the time of day. `days` is sorted, from Monday, 0, to Sunday, 6."""

    days: tuple[int, ...]
    at: time  # by the clock on the person's own wall
