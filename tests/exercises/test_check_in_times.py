"""A standing time for a check-in for two: agreed once, asked at it, ended without a word."""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

import msgspec
import pytest

from bot.model.person import QuietHours
from bot.script.checks.discreet import TELLING
from tests.play import House, person_id
from tests.seen import Seen

APART = {"ari": "Europe/Berlin", "bo": "America/Chicago"}
DAY = timedelta(days=1)


def agreed(when: str = "evenings", **given: object) -> House:
    """Both have said yes a moment ago, on a Monday afternoon."""
    house = House(**given)  # type: ignore[arg-type]  # what a House takes
    house.ask("ari", "check-in-times", person="bo")
    (house.say if " " in when else house.choose)("ari", when)
    house.choose("ari", "ask")
    house.choose("bo", "yes")
    return house


def notes(seen: list[Seen], by: str) -> list[Seen]:
    return [one for one in seen if one.by == by and one.kind == "question"]


def shows(house: House, who: str) -> None:
    """One word of a check-in, ticked and approved."""
    house.choose(who, "open")
    house.choose(who, "sore")
    for _ in range(4):
        house.say(who, "skip")
    house.choose(who, "family")
    house.choose(who, "send")


def cards(seen: list[Seen], by: str) -> list[Seen]:
    return [one for one in seen if one.by == by and one.kind == "card"]


# ── agreeing ─────────────────────────────────────────────────────────────────
def test_each_is_shown_the_time_by_their_own_clock() -> None:
    house = House(zones=APART)
    house.ask("ari", "check-in-times", person="bo")
    mine = house.say("ari", "Sundays 20:00")[-1].text
    assert "Sunday, 20:00" in mine
    assert "• Sun, Jan 11, 20:00" in mine
    theirs = next(one.text for one in house.choose("ari", "ask") if one.by == "bo")
    assert "Sunday, 13:00" in theirs
    assert "• Sun, Jan 11, 13:00" in theirs


def test_where_it_is_another_day_there_the_day_is_theirs_too() -> None:
    noon = datetime(2026, 1, 6, 1, tzinfo=UTC)  # seven in the evening, and ten in the morning
    house = House(zones={"ari": "America/Chicago", "bo": "Asia/Tokyo"}, at=noon)
    house.ask("ari", "check-in-times", person="bo")
    house.say("ari", "Sundays 20:00")
    theirs = next(one.text for one in house.choose("ari", "ask") if one.by == "bo")
    assert "Monday, 11:00" in theirs
    assert "• Mon, Jan 12, 11:00" in theirs


def test_it_begins_when_both_have_said_yes_and_not_before() -> None:
    house = House()
    house.ask("ari", "check-in-times", person="bo")
    house.choose("ari", "evenings")
    house.choose("ari", "ask")
    assert notes(house.wait("2d"), "ari") == []
    house.choose("bo", "yes")
    assert len(notes(house.wait("6h"), "ari")) == 1


def test_off_is_no_time_to_agree_on() -> None:
    house = House()
    house.ask("ari", "check-in-times", person="bo")
    assert "At what time?" in house.say("ari", "off until Monday")[-1].text


# ── each time ────────────────────────────────────────────────────────────────
def test_both_get_a_plain_note_at_one_instant_and_what_it_is_for_behind_a_tap() -> None:
    house = agreed("Sundays 20:00", zones=APART)
    seen = house.wait("8d")
    for who in ("ari", "bo"):
        (note,) = notes(seen, who)
        assert note.at == datetime(2026, 1, 11, 19, tzinfo=UTC)
        assert not TELLING["en"].search(note.text)
        assert [id_ for id_, _ in note.choices] == ["open", "not-today", "off"]


def test_what_both_ticked_is_shown_at_the_end_and_then_it_waits_for_the_next_time() -> None:
    house = agreed()
    house.wait("6h")
    for who in ("ari", "bo"):
        shows(house, who)
    seen = house.wait("20h")
    assert len(cards(seen, "ari")) == len(cards(seen, "bo")) == 1
    for who in ("ari", "bo"):
        house.say(who, "skip")
    last = house.wait("20h")
    assert len(notes(last, "bo")) == 1
    assert [one.at - seen[-1].at for one in last if "finished" in one.text] == [
        timedelta(hours=20)
    ] * 2


def test_a_time_that_comes_to_nothing_ends_without_a_word() -> None:
    house = agreed()
    house.wait("6h")
    shows(house, "ari")
    assert [one for one in house.wait("20h") if one.kind != "edit"] == []


def test_weeks_in_which_clocks_differ_are_right() -> None:
    house = agreed("every day at 20:00", zones=APART, at=datetime(2026, 3, 5, 15, tzinfo=UTC))
    for _ in range(30):
        house.wait("6h")
        for who in ("ari", "bo"):
            house.choose(who, "not-today")
        house.wait("18h")
    both = {
        who: [one.at for one in notes(house.log, who) if "open" in dict(one.choices)]
        for who in APART
    }
    assert both["ari"] == both["bo"]
    hours = {at.date().isoformat(): at.hour for at in both["ari"]}
    assert len(both["ari"]) == len(hours) == 30
    assert (hours["2026-03-08"], hours["2026-03-28"], hours["2026-03-29"]) == (19, 19, 18)


def test_in_quiet_hours_it_waits_for_the_morning_and_the_other_is_asked_at_the_time() -> None:
    house = agreed("every day at 20:00", zones={"ari": "UTC", "bo": "Asia/Dubai"})
    seen = house.wait("16h")
    (mine,), (theirs,) = notes(seen, "ari"), notes(seen, "bo")
    assert mine.at == datetime(2026, 1, 5, 20, tzinfo=UTC)
    assert theirs.at == datetime(2026, 1, 6, 4, 30, tzinfo=UTC)  # 8:30 there


@pytest.mark.parametrize("who", ["ari", "bo"])
def test_what_was_agreed_stays_where_it_is_when_somebody_moves(who: str) -> None:
    house = agreed("every day at 20:00", zones=APART)
    house.change(who, zone="America/New_York")
    seen = house.wait("5h")
    assert {one.at.hour for one in (*notes(seen, "ari"), *notes(seen, "bo"))} == {19}
    listed = house.ask(who, "prompts")[0].text
    assert "14:00" in listed


@pytest.mark.parametrize("hours", [3, 30])
def test_what_is_more_than_two_hours_late_is_dropped_in_silence(hours: int) -> None:
    house = agreed()
    house.wait("4h 59m")
    assert house.sleep(f"{hours}h") == []
    assert len(notes(house.wait(2 * DAY), "ari")) == 2


def test_a_clock_that_is_set_back_repeats_nothing() -> None:
    house = agreed()
    house.wait("6h")
    house.at -= DAY
    assert notes(house.wait(DAY), "ari") == []


# ── one thing a day ──────────────────────────────────────────────────────────
def planned(house: House, kind: str, when: str) -> None:
    house.ask("ari", "prompts")
    house.choose("ari", kind)
    house.say("ari", when)
    house.choose("ari", "keep")
    house.choose("ari", "enough")


def test_a_time_for_two_takes_the_day_of_a_note_that_comes_as_often() -> None:
    house = agreed()
    planned(house, "check-in", "daily at 18:00")
    seen = notes(house.wait("6h"), "ari")
    assert [one.at.hour for one in seen] == [20]


def test_a_rarer_note_takes_the_day_of_a_time_for_two_and_to_the_other_it_is_a_silence() -> None:
    house, plain = agreed(), agreed()
    planned(house, "jar", "Mondays at 21:00")
    mine, known = house.wait("3d"), plain.wait("3d")
    assert [one.at.hour for one in notes(mine, "ari")] == [21, 20, 20]
    assert _seen(mine, "bo") == _seen(known, "bo")


# ── three that are not answered, and the end ─────────────────────────────────
def test_after_three_it_is_asked_once_and_after_three_more_it_is_over_for_them() -> None:
    house = agreed()
    heard = notes(house.wait("20d"), "ari")
    asked = ["Is this still good for you?" in one.text for one in heard]
    assert asked == [False] * 3 + [True] + [False] * 2
    assert house.sessions == {}, "neither is asked any more"


def test_one_who_is_asked_no_more_ends_it_for_nobody_else() -> None:
    house = agreed()
    for _ in range(12):
        house.wait(DAY)
        house.choose("bo", "not-today")
    assert len(notes(house.log, "bo")) == 13  # and the invite
    assert len([one for one in notes(house.log, "ari") if "off" in dict(one.choices)]) == 6


def test_either_ends_it_among_their_notes() -> None:
    house = agreed()
    assert "with Ari" in house.ask("bo", "prompts")[0].text
    for pick in ("together", person_id("ari"), "end"):
        house.choose("bo", pick)
    assert notes(house.wait("3d"), "bo") == []
    assert len(notes(house.log, "ari")) > 3


def test_no_more_of_these_is_said_to_be_over_and_to_the_other_it_is_a_silence() -> None:
    house = agreed()
    house.wait("6h")
    (told,) = [one for one in house.choose("ari", "off") if one.kind != "edit"]
    assert told.text == "✓ Ended for you. Nobody is told."
    assert notes(house.wait("3d"), "ari") == []


def test_on_a_full_day_nobody_is_asked_and_nothing_counts_as_not_answered() -> None:
    house = agreed()
    today = house.at.date().toordinal() - 719163
    for owner, other in (("ari", "bo"), ("bo", "ari")):
        bond = msgspec.structs.replace(house.bond(owner, other), rounds_on=today, rounds=3)
        house.bonds[bond.owner, bond.other] = bond
    assert house.wait("8h") == []
    for owner, other in (("ari", "bo"), ("bo", "ari")):
        standing = house.bond(owner, other).standing
        assert standing
        assert (standing.ignored, house.person(owner).asked_on) == (0, None)
    assert len(notes(house.wait(DAY), "ari")) == 1


def test_a_new_time_takes_the_place_of_the_older_one() -> None:
    house = agreed("every day at 20:00")
    house.ask("bo", "check-in-times", person="ari")
    house.say("bo", "every day at 19:00")
    house.choose("bo", "ask")
    house.choose("ari", "yes")
    assert {one.at.hour for one in notes(house.wait("30h"), "ari")} == {19}


def test_it_stands_in_nobodys_way() -> None:
    house = agreed()
    assert house.ask("ari", "start")[-1].words == ("home.what",)
    assert "standing" in {one.step for one in house.sessions.values()}
    house.say("ari", "stop")
    house.ask("ari", "share", person="bo")
    assert {one.script for one in house.sessions.values()} == {"check-in-times", "small-share"}


def test_it_is_in_the_export_by_ones_own_clock_and_says_nothing_of_the_others() -> None:
    house = agreed("Sundays 20:00", zones=APART)
    text = "\n".join(one.text for one in house.ask("bo", "export"))
    assert "A set time for two: Sunday, 13:00" in text
    assert "Berlin" not in text
    assert "20:00" not in text


# ── nothing shows ────────────────────────────────────────────────────────────
def _seen(seen: list[Seen], by: str) -> list[tuple[object, ...]]:
    return [(one.at, one.kind, one.text, one.choices) for one in seen if one.by == by]


def ends_it(house: House) -> None:
    house.ask("ari", "prompts")
    for pick in ("together", person_id("bo"), "end"):
        house.choose("ari", pick)


def deletes_the_person(house: House) -> None:
    house.ask("ari", "delete")
    for pick in ("person", person_id("bo"), "delete"):
        house.choose("ari", pick)


def deletes_everything(house: House) -> None:
    house.ask("ari", "delete")
    for pick in ("everything", "delete"):
        house.choose("ari", pick)


PRIVATE: dict[str, Callable[[House], object]] = {
    "ends it": ends_it,
    "blocks the bot": lambda house: house.leave("ari", "blocked"),
    "rests": lambda house: house.ask("ari", "rest"),
    "rests from them": lambda house: house.rest("ari", "bo", "9d"),
    "wants no notes": lambda house: house.change("ari", prompts="none"),
    "has had a note": lambda house: house.change("ari", asked_on=house.at.date() + DAY),
    "is asleep": lambda house: house.change(
        "ari", quiet=QuietHours(start=time(12), end=time(11, 59))
    ),
    "moves": lambda house: house.change("ari", zone="Pacific/Auckland"),
    "deletes the person": deletes_the_person,
    "deletes everything": deletes_everything,
}


def going_on(house: House, days: int) -> list[Seen]:
    """Bo shows something every time, and looks into everything."""
    before = len(house.log)
    for _ in range(days):
        house.wait("6h")
        if any("open" in dict(one.choices) for one in house.open_for("bo")):
            shows(house, "bo")
        house.say("bo", "undo", "back")
        house.wait("18h")
    return house.log[before:]


@pytest.mark.parametrize("cause", PRIVATE)
def test_whatever_one_does_alone_the_other_sees_a_silence(cause: str) -> None:
    house, silent = agreed(), agreed()
    PRIVATE[cause](house)
    assert _seen(going_on(house, 8), "bo") == _seen(going_on(silent, 8), "bo")


@pytest.mark.parametrize("act", ["stop", "break", "not-today", "off", "open"])
def test_in_the_middle_of_it_too(act: str) -> None:
    house, silent = agreed(), agreed()
    for one in (house, silent):
        one.wait("6h")
    if act in {"stop", "break"}:
        house.say("ari", act)
    else:
        house.choose("ari", act)
    assert _seen(going_on(house, 8), "bo") == _seen(going_on(silent, 8), "bo")


def test_whoever_has_left_before_the_yes_is_never_asked_and_the_other_is() -> None:
    house = House()
    house.ask("ari", "check-in-times", person="bo")
    house.choose("ari", "evenings")
    house.choose("ari", "ask")
    house.say("ari", "stop")
    house.choose("bo", "yes")
    seen = house.wait("2d")
    assert notes(seen, "ari") == []
    assert len(notes(seen, "bo")) == 2
