"""Once per local date, whatever the clocks do (safety D13)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from benchmarks import rhythms
from bot.care import rhythm
from bot.model.schedule import EVERY_DAY, WEEKDAYS, Rule

BERLIN, CHICAGO = "Europe/Berlin", "America/Chicago"
SAMPLE = 23  # every so manieth zone is looked at here; the benchmark looks at all of them


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_in_a_gap_it_is_the_first_instant_behind_it() -> None:
    assert rhythm.instant(date(2025, 3, 30), time(2, 30), BERLIN) == utc("2025-03-30T01:00")


def test_in_an_overlap_it_is_the_first_of_the_two() -> None:
    assert rhythm.instant(date(2025, 10, 26), time(2, 30), BERLIN) == utc("2025-10-26T00:30")
    assert rhythm.instant(date(2026, 11, 1), time(1, 30), CHICAGO) == utc("2026-11-01T06:30")


def test_eight_in_the_evening_stays_eight_in_the_evening() -> None:
    rule = Rule(days=EVERY_DAY, at=time(20))
    found = rhythm.dates(rule, CHICAGO, utc("2026-03-07T00:00"), date(2026, 3, 6))
    local = [slot.at.astimezone(ZoneInfo(CHICAGO)) for slot in found]
    assert [one.time() for one in local] == [time(20)] * 3
    assert [slot.day for slot in found] == [date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 9)]


def test_a_date_that_a_zone_skipped_has_no_time() -> None:
    assert rhythm.instant(date(2011, 12, 30), time(9), "Pacific/Apia") is None


def test_a_gap_that_reaches_into_tomorrow_is_met_today() -> None:
    day, zone = date(2025, 3, 29), "America/Scoresbysund"
    met = rhythm.instant(day, time(23, 30), zone)
    assert met is not None
    assert met.astimezone(ZoneInfo(zone)).date() == day


def test_a_date_that_was_used_is_not_used_again_when_the_clock_is_set_back() -> None:
    rule = Rule(days=EVERY_DAY, at=time(8))
    now = utc("2026-05-04T08:00")
    again = rhythm.following(rule, "UTC", now - timedelta(days=1), used=now.date())
    assert again
    assert again.day == date(2026, 5, 5)


def test_whoever_travels_is_not_asked_twice_on_one_date() -> None:
    rule = Rule(days=EVERY_DAY, at=time(20))
    asked = rhythm.following(rule, "Asia/Tokyo", utc("2026-05-04T00:00"))
    assert asked
    there = rhythm.following(rule, CHICAGO, asked.at, used=asked.day)
    assert there
    assert there.day == date(2026, 5, 5)


def test_sundays_are_sundays() -> None:
    found = rhythm.dates(Rule(days=(6,), at=time(18)), BERLIN, utc("2026-05-04T00:00"))
    assert [slot.day for slot in found] == [
        date(2026, 5, 10),
        date(2026, 5, 17),
        date(2026, 5, 24),
    ]


def test_a_rule_without_days_has_no_time() -> None:
    assert rhythm.following(Rule(days=(), at=time(8)), "UTC", utc("2026-01-01T00:00")) is None


def test_more_than_two_hours_late_is_too_late() -> None:
    due = utc("2026-05-04T08:00")
    assert not rhythm.too_late(due, due + timedelta(hours=2))
    assert rhythm.too_late(due, due + timedelta(hours=2, seconds=1))


@pytest.mark.parametrize("days", [EVERY_DAY, WEEKDAYS, (6,)])
def test_around_every_change_of_the_clocks_every_date_is_met_once(days: tuple[int, ...]) -> None:
    some = rhythms.zones()[::SAMPLE]
    counts = [rhythms.ours(zone, *one, days) for zone in some for one in rhythms.looked_at(zone)]
    dates, skipped, doubled = (
        sum(one[what] for one in counts) for what in ("dates", "skipped", "doubled")
    )
    print(f"{len(some)} zones: {dates} local dates, {skipped} skipped, {doubled} doubled")  # noqa: T201 - counts belong to the result
    assert dates > 1000
    assert (skipped, doubled) == (0, 0)


def test_a_rule_that_leaves_dates_out_is_found() -> None:
    wanted = [date(2026, 5, 4), date(2026, 5, 5)]
    found = [date(2026, 5, 4), date(2026, 5, 4)]
    assert rhythms.count(found, wanted) == {"dates": 2, "skipped": 1, "doubled": 1}
