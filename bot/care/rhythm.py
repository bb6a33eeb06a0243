"""When a person wants to be asked: wall-clock times in their own zone, once per local date.

Theory of operation. A rule is days of the week and a time of day; its next instant follows from
the zone and from the last date that was used. A date is used once, whatever clocks do: where they
jump forward over the time, it is the first instant behind the gap; where they go back over it,
the first of the two (safety D13). So travel, a clock that is set back and a second look at the
same date all come to nothing.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from zoneinfo import ZoneInfo

import msgspec

from bot.care import zones
from bot.model.schedule import Rule

DAY = timedelta(days=1)
LATE = timedelta(hours=2)  # what is later than this is dropped in silence (safety D13)
AHEAD = 400  # days to look; a rule has a day in every week, a zone skips one at most


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """One time to ask: the instant, and the local date that it uses up."""

    at: datetime  # UTC
    day: date


def instant(day: date, at: time, zone: str) -> datetime | None:
    """The one instant, in UTC, of that time on that date. None on a date that a zone skips.

    In a gap it is the first instant after it, or, where that is tomorrow, the last minute
    before it; in an overlap the first of the two.
    """
    place = zones.place(zone)
    wall = datetime.combine(day, at)
    found = wall.replace(tzinfo=place).astimezone(UTC)
    if found.astimezone(place).replace(tzinfo=None) == wall:
        return found
    edge = _edge(wall, place)
    if edge.astimezone(place).date() == day:
        return edge
    before = edge - timedelta(minutes=1)
    return before if before.astimezone(place).date() == day else None


def _edge(wall: datetime, place: ZoneInfo) -> datetime:
    """The first instant, to the second, behind the gap in which `wall` lies."""
    early = int(wall.replace(tzinfo=place, fold=1).astimezone(UTC).timestamp())
    late = int(wall.replace(tzinfo=place, fold=0).astimezone(UTC).timestamp())
    new = _offset(late, place)
    while late - early > 1:
        middle = (early + late) // 2
        early, late = (early, middle) if _offset(middle, place) == new else (middle, late)
    return datetime.fromtimestamp(late, UTC)


def _offset(at: int, place: ZoneInfo) -> timedelta | None:
    return datetime.fromtimestamp(at, place).utcoffset()


def slots(rule: Rule, zone: str, after: datetime, used: date | None = None) -> Iterator[Slot]:
    """The times to ask after that instant, soonest first, on dates behind the last `used` one.

    `after` is in UTC. Endless but for `AHEAD`; a rule without days has none, and neither has
    one behind the last of all dates.
    """
    today = after.astimezone(zones.place(zone)).date()
    first = max(today, used + DAY) if used else today
    for number in range(min(AHEAD, (date.max - first).days)):
        day = first + number * DAY
        at = _instant(day, rule.at, zone) if day.weekday() in rule.days else None
        if at is not None and at > after:
            yield Slot(at=at, day=day)


# Many people of one zone ask for the same time, and a sweep looks for the next time of all.
_instant = lru_cache(maxsize=4096)(instant)


def following(rule: Rule, zone: str, after: datetime, used: date | None = None) -> Slot | None:
    """The next time to ask; None for a rule without days."""
    return next(slots(rule, zone, after, used), None)


def dates(rule: Rule, zone: str, after: datetime, used: date | None = None) -> tuple[Slot, ...]:
    """The next three, as they are shown before a rule is kept."""
    return tuple(islice(slots(rule, zone, after, used), 3))


def too_late(due: datetime, now: datetime) -> bool:
    """Whether what was due then is not said any more."""
    return now - due > LATE
