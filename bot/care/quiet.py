"""Quiet hours and the length of a pause: wall-clock times in a person's own zone."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

from bot.care import zones
from bot.model.person import Person
from bot.model.session import Night

DAY = timedelta(days=1)


def day(at: datetime) -> int:
    """The day of an instant: days since 1970-01-01 UTC."""
    return int(at.timestamp()) // 86_400


def awake(person: Person, at: datetime) -> datetime:
    """`at`, or the end of the person's quiet hours when it falls into them."""
    local = at.astimezone(zones.place(person.zone))
    start, end, clock = person.quiet.start, person.quiet.end, local.time()
    asleep = start <= clock < end if start < end else clock >= start or clock < end
    if not asleep:
        return at
    clock = time(end.hour, end.minute, fold=local.fold)
    wake = datetime.combine(local, clock, local.tzinfo)  # several times faster than `replace`
    wake = wake if wake > local else wake + DAY
    return wake.astimezone(UTC)


def nights(people: Iterable[Person], at: datetime) -> tuple[Night, ...]:
    """When each is asleep, from and to in minutes of the UTC day; whose night is whose is not said.

    As the clocks stand at `at`: a change between summer and winter time moves them by an hour.
    """
    return tuple(sorted(_night(person, at) for person in people))


def _night(person: Person, at: datetime) -> Night:
    local = at.astimezone(zones.place(person.zone))
    ends = (person.quiet.start, person.quiet.end)
    start, end = (datetime.combine(local, one, local.tzinfo).astimezone(UTC) for one in ends)
    return Night(start=start.hour * 60 + start.minute, end=end.hour * 60 + end.minute)


def all_awake(asleep: tuple[Night, ...], at: datetime) -> datetime:
    """The first moment from `at` on in none of these nights (see `nights`).

    Where there is none within a day, since one sleeps whenever another is awake, it is the first
    morning after `at`.
    """
    found = first = _up(asleep, at)
    while (later := _up(asleep, found)) != found:
        found = later
        if found > at + DAY:
            return first
    return found


def _up(asleep: tuple[Night, ...], at: datetime) -> datetime:
    """`at`, or the end of one of the nights that it falls into."""
    utc = at.astimezone(UTC)
    clock = utc.hour * 60 + utc.minute
    for night in asleep:
        start, end = night.start, night.end
        if start <= clock < end if start < end else clock >= start or clock < end:
            up = utc.replace(hour=end // 60, minute=end % 60, second=0, microsecond=0)
            return up if up > utc else up + DAY
    return at


def tomorrow(person: Person, at: datetime) -> datetime:
    """The coming midnight in the person's own zone."""
    local = at.astimezone(zones.place(person.zone)) + DAY
    return local.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


def _evening(person: Person, at: datetime) -> datetime:
    """Seven in the evening of the same day, in the person's own zone; after that, in an hour."""
    local = at.astimezone(zones.place(person.zone))
    seven = local.replace(hour=19, minute=0, second=0, microsecond=0, fold=0).astimezone(UTC)
    return max(seven, at + timedelta(hours=1))


def until(person: Person, at: datetime, choice: str) -> datetime:
    """When a pause, or a wait, of that length ends. "unknown" is looked at again after a day."""
    match choice:
        case "minutes-5":
            return at + timedelta(minutes=5)
        case "minutes-20":
            return at + timedelta(minutes=20)
        case "hour":
            return at + timedelta(hours=1)
        case "evening":
            return _evening(person, at)
    return awake(person, at + timedelta(days=1))
