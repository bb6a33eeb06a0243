"""Choosing when a note comes: said back with its dates before it is kept (method C19)."""

from datetime import UTC, datetime, time

from bot.care import prompting
from bot.model.schedule import WEEKDAYS, Rule
from tests.play import House, play

NONE_KEPT: tuple[object, ...] = ()


def ari(house: House) -> tuple[str, ...]:
    return tuple(one.kind for one in house.person("ari").plans)


def test_a_time_in_plain_words_is_said_back_with_the_next_three_dates_and_kept() -> None:
    house = play(
        """
        ari: /prompts
            → ari  kind
        ari: [check-in]
            → ari  when
        ari: weekdays 7:30
            → ari  sure  "Monday to Friday, 07:30"
        ari: [keep]
            → ari  kept-note
            → ari  kind
        ari: [enough]
            → ari  enough-note
        """,
        House(zones={"ari": "Europe/Berlin"}),
    )
    (plan,) = house.person("ari").plans
    assert plan.rule.days == WEEKDAYS
    assert plan.rule.at == time(7, 30)
    # quiet hours end at 8:30 there
    assert plan.next_at == datetime(2026, 1, 6, 7, 30, tzinfo=UTC)


def test_the_dates_that_are_shown_are_the_dates_that_come() -> None:
    house = House(zones={"ari": "Europe/Berlin"})
    house.ask("ari", "prompts")
    house.choose("ari", "jar")
    shown = house.say("ari", "Sundays 18:00")[-1].text
    assert "Sunday, 18:00" in shown
    assert [line for line in shown.splitlines() if "•" in line] == [
        "• Sun, Jan 11, 18:00",
        "• Sun, Jan 18, 18:00",
        "• Sun, Jan 25, 18:00",
    ]


def test_before_it_is_kept_nothing_is_planned() -> None:
    house = House()
    house.ask("ari", "prompts")
    house.choose("ari", "check-in")
    house.choose("ari", "evenings")
    assert ari(house) == NONE_KEPT
    house.choose("ari", "leave")
    assert ari(house) == NONE_KEPT


def test_what_no_clock_shows_is_said_kindly_and_asked_again() -> None:
    house = House()
    house.ask("ari", "prompts")
    house.choose("ari", "check-in")
    for said, answer in {
        "every day at 25:00": "No clock shows 25:00.",
        "BST": 'I do not know "bst" here.',
        "every minute": "once a day at most",
        "tuesdays": "At what time?",
    }.items():
        assert answer in house.say("ari", said)[-1].text
    assert house.session.asked == {"self": "when"}


def test_off_until_monday_waits_and_off_ends_it() -> None:
    house = House()
    for kind, when in (("check-in", "every evening at 8"), ("check-in", "off until 2026-02-02")):
        house.ask("ari", "prompts")
        house.choose("ari", kind)
        house.say("ari", when)
        house.choose("ari", "keep")
    (plan,) = house.person("ari").plans
    assert plan.next_at == datetime(2026, 2, 2, 20, tzinfo=UTC)
    house.choose("ari", "check-in")
    house.choose("ari", "off")
    assert ari(house) == NONE_KEPT


def test_five_thousand_plans_by_one_person_are_four() -> None:
    house = House()
    for number in range(40):
        person = prompting.planned(
            house.person("ari"),
            ("check-in", "jar", "small-one", "weekly-review")[number % 4],
            Rule(days=(number % 7,), at=time(number % 24)),
            house.at,
        )
        house.change("ari", plans=person.plans)
    assert len(ari(house)) == 4


def test_the_plans_there_are_stand_before_the_question() -> None:
    house = House()
    house.ask("ari", "prompts")
    house.choose("ari", "weekly-review")
    house.choose("ari", "sundays")
    house.choose("ari", "keep")
    house.choose("ari", "enough")
    first, *_ = house.ask("ari", "prompts")
    assert "A look at my week" in first.text
    assert "Sunday, 18:00" in first.text


def dates(seen: str) -> list[str]:
    return [line for line in seen.splitlines() if "•" in line]


def test_a_day_that_has_had_its_note_is_not_among_the_dates_that_are_shown() -> None:
    house = House(at=datetime(2026, 1, 5, 19, 50, tzinfo=UTC))
    house.ask("ari", "prompts")
    for pick in ("check-in", "evenings", "keep"):
        house.choose("ari", pick)
    house.wait("20m")
    house.choose("ari", "jar")
    assert dates(house.say("ari", "daily at 21:00")[-1].text)[0] == "• Tue, Jan 6, 21:00"


def test_a_new_time_ends_a_break_and_until_then_the_dates_lie_behind_it() -> None:
    house = House()
    house.ask("ari", "prompts")
    for when in ("every evening at 8", "off until 2026-02-02"):
        house.choose("ari", "check-in")
        house.say("ari", when)
        house.choose("ari", "keep")
    house.choose("ari", "enough")
    first, *_ = house.ask("ari", "prompts")
    assert dates(first.text)[0] == "• Mon, Feb 2, 20:00"
    house.choose("ari", "check-in")
    shown = dates(house.say("ari", "every evening at 9")[-1].text)
    assert shown[0] == "• Mon, Jan 5, 21:00"
    house.choose("ari", "keep")
    (plan,) = house.person("ari").plans
    assert plan.next_at == datetime(2026, 1, 5, 21, tzinfo=UTC)


def test_a_note_is_planned_for_oneself_and_for_nobody_else() -> None:
    house = House()
    house.ask("ari", "prompts", person="bo")
    house.choose("ari", "check-in")
    assert 'I do not know "for" here.' in house.say("ari", "every day at 8 for bo")[-1].text
    house.choose("ari", "evenings")
    house.choose("ari", "keep")
    assert house.person("bo").plans == ()
    assert house.seen_by("bo") == []
