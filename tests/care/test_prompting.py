"""Prompts that people asked for: one a day, none in quiet hours, none for who is tired of them."""

from datetime import UTC, date, datetime, time, timedelta

import msgspec

from bot.care import prompting
from bot.model.person import Account, Person, PersonId, QuietHours
from bot.model.schedule import EVERY_DAY, Ask, Plan, Rule

MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
DAY = timedelta(days=1)
EVENING = Rule(days=EVERY_DAY, at=time(20))


def somebody(**settings: object) -> Person:
    person = Person(
        id=PersonId("p"),
        account=Account(platform="local", native="ari"),
        welcomed=MONDAY,
    )
    return msgspec.structs.replace(person, **settings)


def with_plan(*kinds: Ask, rule: Rule = EVENING, **settings: object) -> Person:
    person = somebody(**settings)
    for kind in kinds or ("check-in",):
        person = prompting.planned(person, kind, rule, MONDAY)
    return person


def the(person: Person, kind: str = "check-in") -> Plan:
    found = prompting.plan(person, kind)
    assert found
    return found


def days(person: Person, number: int, *, answers: bool = False) -> tuple[Person, list[str]]:
    """That many evenings: what was said on each, "-" for nothing."""
    heard = []
    for count in range(number):
        at = MONDAY.replace(hour=20) + count * DAY
        spoken = prompting.said(person, at)
        heard.append(
            ("back " if prompting.asks_back(spoken) else "") + spoken.kind if spoken else "-"
        )
        person = prompting.passed(person, at)
        if answers and spoken:
            person = prompting.answered(person, spoken.kind)
    return person, heard


def test_it_comes_every_evening_as_long_as_it_is_answered() -> None:
    _, heard = days(with_plan(), 9, answers=True)
    assert heard == ["check-in"] * 9


def test_after_three_that_were_not_answered_it_asks_once_and_after_three_more_it_stops() -> None:
    person, heard = days(with_plan(), 9)
    assert heard == ["check-in"] * 3 + ["back check-in"] + ["check-in"] * 2 + ["-"] * 3
    assert person.plans == ()


def test_an_answer_begins_the_count_anew() -> None:
    person, _ = days(with_plan(), 5)
    person = prompting.answered(person, "check-in")
    assert the(person).ignored == 0
    assert not the(person).offered


def test_two_kinds_at_one_time_are_one_prompt_and_the_other_waits_for_tomorrow() -> None:
    person, heard = days(with_plan("check-in", "weekly-review"), 2, answers=True)
    assert heard == ["weekly-review"] * 2
    assert the(person).ignored == 0, "what was not said was not ignored"


def test_two_kinds_at_two_times_of_a_day_are_one_prompt() -> None:
    person = prompting.planned(
        with_plan(), "jar", Rule(days=EVERY_DAY, at=time(9)), MONDAY - timedelta(hours=4)
    )
    assert prompting.said(person, MONDAY.replace(hour=9))
    person = prompting.passed(person, MONDAY.replace(hour=9))
    assert prompting.said(person, MONDAY.replace(hour=20)) is None


def test_what_is_two_hours_late_is_dropped_in_silence() -> None:
    late = MONDAY.replace(hour=22, minute=1)
    person = with_plan(quiet=QuietHours(start=time(3), end=time(3, 1)))
    assert prompting.said(person, late) is None
    person = prompting.passed(person, late)
    assert the(person).next_at == MONDAY.replace(hour=20) + DAY
    assert the(person).ignored == 0


def test_a_time_in_quiet_hours_is_their_end() -> None:
    person = with_plan(rule=Rule(days=EVERY_DAY, at=time(23)))
    assert the(person).next_at == datetime(2026, 11, 24, 8, 30, tzinfo=UTC)
    assert prompting.upcoming(person, the(person).rule, MONDAY)[0] == the(person).next_at


def test_nothing_is_said_to_whoever_wants_no_notes_or_is_not_welcomed_yet() -> None:
    at = MONDAY.replace(hour=20)
    assert prompting.said(with_plan(prompts="none"), at) is None
    assert prompting.said(with_plan(welcomed=None), at) is None


def test_off_until_monday_is_silent_until_monday() -> None:
    person = prompting.off_until(with_plan(), "check-in", date(2026, 11, 30), MONDAY)
    assert the(person).next_at == datetime(2026, 11, 30, 20, tzinfo=UTC)


def test_a_move_plans_anew_and_asks_no_second_time_on_one_date() -> None:
    person = with_plan(zone="Asia/Tokyo")
    at = datetime(2026, 11, 23, 11, tzinfo=UTC)  # 20:00 there
    person = prompting.planned(
        somebody(zone="Asia/Tokyo"), "check-in", EVENING, at - timedelta(hours=1)
    )
    assert prompting.said(person, at)
    person = prompting.passed(person, at)
    person = prompting.replanned(msgspec.structs.replace(person, zone="America/Chicago"), at)
    assert the(person).next_day == date(2026, 11, 24)


def test_a_clock_that_is_set_back_repeats_nothing() -> None:
    at = MONDAY.replace(hour=20)
    person = prompting.passed(with_plan(), at)
    for back in (timedelta(minutes=1), timedelta(hours=5), DAY):
        person = prompting.passed(person, at - back)
        assert prompting.said(person, at - back) is None
    assert the(person).next_at == at + DAY


def test_a_new_time_on_the_same_day_does_not_ask_twice() -> None:
    at = MONDAY.replace(hour=20)
    person = prompting.passed(with_plan(), at)
    later = Rule(days=EVERY_DAY, at=time(21))
    person = prompting.planned(person, "check-in", later, at + timedelta(minutes=1))
    assert the(person).next_day == date(2026, 11, 24)


def test_one_plan_of_a_kind() -> None:
    person = somebody()
    for hour in range(24):
        person = prompting.planned(person, "check-in", Rule(days=EVERY_DAY, at=time(hour)), MONDAY)
    assert len(person.plans) == 1


def test_the_next_look_is_the_first_of_all() -> None:
    person = prompting.planned(with_plan(), "jar", Rule(days=(1,), at=time(9)), MONDAY)
    assert prompting.next_time(person) == MONDAY.replace(hour=20)
    assert prompting.next_time(prompting.dropped(person, "check-in")) == datetime(
        2026, 11, 24, 9, tzinfo=UTC
    )
    assert prompting.next_time(somebody()) is None


def a_daily_and_a_weekly_one(at: datetime) -> Person:
    """Planned the evening before: a check-in each day at nine, a look at the week on Sundays."""
    before = at - timedelta(hours=12)
    person = prompting.planned(somebody(), "check-in", Rule(days=EVERY_DAY, at=time(9)), before)
    return prompting.planned(person, "weekly-review", Rule(days=(6,), at=time(18)), before)


def test_a_weekly_look_is_not_kept_out_for_good_by_a_daily_note_earlier_in_the_day() -> None:
    sunday = datetime(2026, 11, 29, 9, tzinfo=UTC)
    person = a_daily_and_a_weekly_one(sunday - DAY)
    assert prompting.said(person, sunday - DAY) == the(person)
    person = prompting.passed(person, sunday - DAY)
    assert prompting.said(person, sunday) is None, "the day is for the rarer one"
    person = prompting.passed(person, sunday)
    assert the(person).ignored == 1, "what was not said was not ignored"
    assert prompting.said(person, sunday.replace(hour=18)) == the(person, "weekly-review")


def test_a_rarer_one_that_will_not_be_said_keeps_nothing_out() -> None:
    sunday = datetime(2026, 11, 29, 9, tzinfo=UTC)
    person = a_daily_and_a_weekly_one(sunday)
    tired = msgspec.structs.replace(the(person, "weekly-review"), ignored=6)
    person = msgspec.structs.replace(person, plans=(tired, the(person)))
    assert prompting.said(person, sunday) == the(person)


def test_a_new_plan_ends_a_break() -> None:
    person = prompting.off_until(with_plan(), "check-in", date(2026, 12, 24), MONDAY)
    person = prompting.planned(person, "check-in", EVENING, MONDAY)
    assert the(person).next_at == MONDAY.replace(hour=20)


def test_what_is_shown_before_it_is_kept_leaves_out_a_day_that_is_used() -> None:
    at = MONDAY.replace(hour=20)
    person = prompting.passed(with_plan(), at)
    later = Rule(days=EVERY_DAY, at=time(21))
    shown = prompting.upcoming(person, later, at)
    person = prompting.planned(person, "jar", later, at)
    assert shown[0] == the(person, "jar").next_at == at + DAY + timedelta(hours=1)


def test_the_dates_of_a_plan_with_a_break_are_behind_the_break() -> None:
    person = prompting.off_until(with_plan(), "check-in", date(2026, 12, 24), MONDAY)
    shown = prompting.upcoming(person, EVENING, MONDAY, the(person).used)
    assert shown[0] == the(person).next_at == datetime(2026, 12, 24, 20, tzinfo=UTC)


def test_a_break_without_a_reasonable_end_breaks_nothing() -> None:
    sundays = Rule(days=(6,), at=time(20))
    person = prompting.off_until(with_plan(rule=sundays), "check-in", date.max, MONDAY)
    assert the(person).next_at is None


def test_a_zone_that_has_gone_is_as_if_none_had_been_chosen() -> None:
    person = with_plan(zone="Mars/Olympus_Mons")
    assert the(person).next_at == MONDAY.replace(hour=20)
    assert prompting.said(person, MONDAY.replace(hour=20))
