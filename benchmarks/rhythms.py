"""Every zone, every quarter of an hour, around every change of its clocks: once per local date.

`python -m benchmarks.rhythms figures [every]` looks at all zones, or at every so manieth, and
prints the counts as JSON, beside those of APScheduler's `CronTrigger`, which is asked about every
twentieth zone.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, product
from zoneinfo import ZoneInfo, available_timezones

from apscheduler.triggers.cron import CronTrigger

from bot.care import rhythm
from bot.model.schedule import EVERY_DAY, WEEKDAYS, Rule

FIRST, LAST = 2024, 2030  # years
AROUND = 2  # days before and behind a change
DAY = timedelta(days=1)
QUARTERS = [time(hour, minute) for hour, minute in product(range(24), (0, 15, 30, 45))]
FEWER = 20  # zones that we look at, for each that CronTrigger is asked about
Counts = dict[str, int]


def zones() -> list[str]:
    """Every zone with a name of its own."""
    return sorted(name for name in available_timezones() if "/" in name or name == "UTC")


def changes(zone: str) -> Iterator[date]:
    """The local dates on which the clocks of that zone change."""
    place, at = ZoneInfo(zone), datetime(FIRST, 1, 1, tzinfo=UTC)
    offset = at.astimezone(place).utcoffset()
    while at.year <= LAST:
        at += DAY
        after = at.astimezone(place).utcoffset()
        if after != offset:
            yield at.astimezone(place).date()
        offset = after


def looked_at(zone: str) -> Iterator[tuple[date, time]]:
    """The first date of those to look at, and the time of day."""
    for change, at in product(changes(zone), QUARTERS):
        yield change - AROUND * DAY, at


def count(found: Iterable[date], wanted: list[date]) -> Counts:
    """How often a date was left out, and how often it was met more than once."""
    met = [*found]
    often = [met.count(day) for day in wanted]
    return {
        "dates": len(wanted),
        "skipped": often.count(0),
        "doubled": sum(number > 1 for number in often),
    }


def ours(zone: str, first: date, at: time, days: tuple[int, ...]) -> Counts:
    """Around one change, by our own rule."""
    place = ZoneInfo(zone)
    since = datetime.combine(first, time(), place).astimezone(UTC) - timedelta(seconds=1)
    wanted = [d for n in range(2 * AROUND + 1) if (d := first + n * DAY).weekday() in days]
    slots = islice(rhythm.slots(Rule(days=days, at=at), zone, since), len(wanted))
    return count((slot.at.astimezone(place).date() for slot in slots), wanted)


def cron(zone: str, first: date, at: time) -> Counts:
    """Around one change, by `CronTrigger` alone."""
    place = ZoneInfo(zone)
    trigger = CronTrigger(hour=at.hour, minute=at.minute, timezone=place)
    wanted = [first + n * DAY for n in range(2 * AROUND + 1)]
    end = datetime.combine(wanted[-1] + DAY, time(), place)
    return count(_fired(trigger, datetime.combine(first, time(), place), end), wanted)


def _fired(trigger: CronTrigger, now: datetime, end: datetime) -> Iterator[date]:
    last = None
    for _ in range(4 * AROUND + 8):
        last = trigger.get_next_fire_time(last, now)
        if last is None or last >= end:
            return
        now = last + timedelta(microseconds=1)
        yield last.date()


def _sum(counts: Iterable[Counts]) -> Counts:
    whole = {"dates": 0, "skipped": 0, "doubled": 0}
    for one in counts:
        whole = {name: whole[name] + one[name] for name in whole}
    return whole


RULES = {"daily": EVERY_DAY, "weekdays": WEEKDAYS, "sundays": (6,)}


def figures(every: int = 1) -> Counts:
    """The counts of every rule, named "daily_skipped" and so on, and how many zones there were."""
    some = zones()[::every]
    fewer = some[::FEWER]
    found = {
        name: _sum(ours(zone, *one, days) for zone in some for one in looked_at(zone))
        for name, days in RULES.items()
    }
    found["cron"] = _sum(cron(zone, *one) for zone in fewer for one in looked_at(zone))
    named = {f"{rule}_{what}": n for rule, one in found.items() for what, n in one.items()}
    return named | {"zones": len(some), "cron_zones": len(fewer)}


if __name__ == "__main__":
    print(json.dumps(figures(int(sys.argv[2]) if len(sys.argv) > 2 else 1)))  # noqa: PLR2004 - the cell, then this
