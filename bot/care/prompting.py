"""Prompts that a person asked for: which is next, how many are said, when they stop. Pure.

Source of the rules: method C19 and safety D13. All prompts together are at most one on a local
date, and a person's quiet hours hold for them too. What is more than two hours late is dropped
in silence, like what a fuller day left no room for: nobody is ever told of it. After three in a
row that were not answered the next one asks once whether there should be fewer, another time or
none; after three more they stop, and nothing is said.
"""

from collections.abc import Container, Iterable, Iterator
from datetime import date, datetime
from itertools import islice

import msgspec

from bot.care import quiet, rhythm, zones
from bot.care.rhythm import Slot
from bot.model.person import Person
from bot.model.schedule import ASKS, Ask, Booking, Plan, Rule, Standing

IGNORED = 3  # in a row: then it is asked once, and after as many more it stops


def planned(person: Person, kind: str, rule: Rule, at: datetime) -> Person:
    """The person with that plan, in the place of an older one of its kind.

    It begins at once: a break of the older one is over. A date that had its prompt has no second.
    """
    new = Plan(kind=msgspec.convert(kind, Ask), rule=rule)
    return _with(person, [*_others(person, kind), _set(person, new, at)])


def dropped(person: Person, kind: str) -> Person:
    """The person without a plan of that kind."""
    return _with(person, _others(person, kind))


def plan(person: Person, kind: str) -> Plan | None:
    """Their plan of that kind, or None."""
    return next((one for one in person.plans if one.kind == kind), None)


def off_until(person: Person, kind: str, day: date, at: datetime) -> Person:
    """No prompt of that kind before that local date."""
    old = plan(person, kind)
    if old is None:
        return person
    used = max(old.used or date.min, day - rhythm.DAY)
    return _with(
        person, [*_others(person, kind), _set(person, msgspec.structs.replace(old, used=used), at)]
    )


def upcoming(person: Person, rule: Rule, at: datetime, used: date | None = None) -> list[datetime]:
    """The next three times, in UTC, as they will be, on dates behind the last `used` one."""
    return [slot.at for slot in islice(_slots(person, rule, at, used), 3)]


def _slots(person: Person, rule: Rule, at: datetime, used: date | None) -> Iterator[Slot]:
    """When to ask, after quiet hours and not in them, and on no date that had its prompt."""
    had = _asked_on(person, at)
    for slot in rhythm.slots(rule, person.zone, at, used):
        when = quiet.awake(person, slot.at)
        if had is None or local(person, when) > had:
            yield Slot(at=when, day=slot.day)


def _asked_on(person: Person, at: datetime) -> date | None:
    """The last local date that had its prompt. One far ahead was a mistake of a clock."""
    day = person.asked_on
    return None if day is None or day > local(person, at) + 2 * rhythm.DAY else day


def replanned(person: Person, at: datetime) -> Person:
    """All times anew after a move to another zone, or with other quiet hours; else as they are."""
    if all(one.basis == _basis(person) for one in person.plans):
        return person
    return _with(person, [_set(person, one, at) for one in person.plans])


# ── when it is time ──────────────────────────────────────────────────────────
def said(person: Person, at: datetime, busy: Container[str] = ()) -> Plan | None:
    """Which plan is to be said at that instant; None where nothing is.

    `busy` are kinds that they are in anyway. Of several it is the one that comes least often:
    a weekly one is not kept out by a daily one, not even by one earlier in the day.
    """
    if not _may_be_asked(person, at):
        return None
    fresh = [one for one in _due(person, at) if _is_fresh(one, at) and _is_wanted(one)]
    first = min((one for one in fresh if one.kind not in busy), key=_rank, default=None)
    return first if first is not None and not _is_taken(person, at, first.rule) else None


def _may_be_asked(person: Person, at: datetime) -> bool:
    """Whether anything unasked-for may be said to them now; at most once on a local date."""
    if person.welcomed is None or person.prompts == "none" or quiet.awake(person, at) != at:
        return False
    had = _asked_on(person, at)
    return had is None or had < local(person, at)


def _rank(one: Plan) -> tuple[int, int]:
    return len(one.rule.days), ASKS.index(one.kind)


def _is_taken(person: Person, at: datetime, rule: Rule) -> bool:
    """Whether the day is for something that comes on fewer days; for two, on as many."""
    today = local(person, at)
    held = any(one.day == today and one.often <= len(rule.days) for one in person.booked.values())
    return held or _is_for_a_plan(person, today, rule, _due(person, at))


def _is_for_a_plan(person: Person, today: date, rule: Rule, but: Container[Plan] = ()) -> bool:
    """Whether the day is for a plan that comes on fewer days of a week."""
    rarer = [one for one in person.plans if len(one.rule.days) < len(rule.days)]
    wanted = [one.next_at for one in rarer if _is_wanted(one) and one not in but]
    return any(when is not None and local(person, when) == today for when in wanted)


# ── standing times for two ───────────────────────────────────────────────────
def booked(person: Person, standing: Standing, at: datetime) -> Person:
    """The person with the date on which that standing time is next, by their own clock."""
    day = local(person, quiet.awake(person, at))
    new = {standing.chain: Booking(day=day, often=len(standing.rule.days))}
    return msgspec.structs.replace(person, booked=person.booked | new)


def unbooked(person: Person, chain: str) -> Person:
    """The person without that standing time."""
    rest = {name: one for name, one in person.booked.items() if name != chain}
    return msgspec.structs.replace(person, booked=rest)


def goes_on(standing: Standing | None) -> bool:
    """Whether whoever keeps it is still asked."""
    return standing is not None and not standing.off and standing.ignored < 2 * IGNORED


def is_free(person: Person, at: datetime, rule: Rule) -> bool:
    """Whether a standing time of that rule may be asked at that instant, after quiet hours."""
    return _may_be_asked(person, at) and not _is_for_a_plan(person, local(person, at), rule)


def took_the_day(person: Person, at: datetime) -> Person:
    """The person once something unasked-for was said to them: nothing else is on that date."""
    return msgspec.structs.replace(person, asked_on=local(person, at))


def passed(person: Person, at: datetime, busy: Container[str] = ()) -> Person:
    """The person once what was due by then has been looked at: each plan waits for its next date.

    The one that is `said` counts as not answered until it is, and the day is taken. One that
    was not answered six times in a row is gone.
    """
    spoken, due = said(person, at, busy), _due(person, at)
    plans = [_counted(one) if one is spoken else one for one in person.plans]
    person = took_the_day(person, at) if spoken else person
    kept = [
        _set(person, msgspec.structs.replace(one, used=old.next_day), at) if old in due else one
        for old, one in zip(person.plans, plans, strict=True)
        if old not in due or _is_wanted(old)
    ]
    return _with(person, kept)


def asks_back(one: Plan) -> bool:
    """Whether this prompt is the one that asks if there should be fewer, or others, or none."""
    return one.ignored >= IGNORED and not one.offered


def _is_fresh(one: Plan, at: datetime) -> bool:
    return one.next_at is not None and not rhythm.too_late(one.next_at, at)


def _is_wanted(one: Plan) -> bool:
    return one.ignored < 2 * IGNORED


def _counted(one: Plan) -> Plan:
    return msgspec.structs.replace(
        one, ignored=one.ignored + 1, offered=one.offered or asks_back(one)
    )


def answered(person: Person, kind: str) -> Person:
    """They answered a prompt of that kind, with whatever."""
    return _changed(person, kind, ignored=0, offered=False)


def local(person: Person, at: datetime) -> date:
    """The date on the person's own wall."""
    return at.astimezone(zones.place(person.zone)).date()


def next_time(person: Person) -> datetime | None:
    """When to look at this person's plans next; None: never."""
    return min((one.next_at for one in person.plans if one.next_at), default=None)


def _due(person: Person, at: datetime) -> list[Plan]:
    return [one for one in person.plans if one.next_at is not None and one.next_at <= at]


def _set(person: Person, one: Plan, at: datetime) -> Plan:
    slot = next(_slots(person, one.rule, at, one.used), None)
    return msgspec.structs.replace(
        one,
        basis=_basis(person),
        next_at=slot.at if slot else None,
        next_day=slot.day if slot else None,
    )


def _basis(person: Person) -> str:
    return f"{person.zone} {person.quiet.start:%H:%M}-{person.quiet.end:%H:%M}"


def _changed(person: Person, kind: str, **facts: object) -> Person:
    plans = [
        msgspec.structs.replace(one, **facts) if one.kind == kind else one for one in person.plans
    ]
    return _with(person, plans)


def _others(person: Person, kind: str) -> list[Plan]:
    return [one for one in person.plans if one.kind != kind]


def _with(person: Person, plans: Iterable[Plan]) -> Person:
    ordered = tuple(sorted(plans, key=lambda one: ASKS.index(one.kind)))
    return msgspec.structs.replace(person, plans=ordered)
