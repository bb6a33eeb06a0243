"""A check-in for two: shown together or not at all, at one time (method E3, P1-P4)."""

from datetime import datetime, timedelta

import pytest

from bot.model.message import Message
from bot.model.private import Private
from tests.play import House, person_id
from tests.seen import Seen

DAY = timedelta(hours=24)
ALL = ("family", "words", "energy", "text", "need")


def begun(pace: str = "slow", place: str = "relay", **given: object) -> House:
    """Both have said yes a moment ago."""
    house = House(**given)  # type: ignore[arg-type]  # what a House takes
    house.ask("ari", "check-in-with", person="bo")
    for pick in (pace, place):
        house.choose("ari", pick)
    house.choose("bo", "yes")
    return house


def answers(house: House, who: str, *ticks: str, end: str = "send") -> None:
    """All five questions, then these ticks; without any, the question is passed over."""
    house.choose(who, "sore")
    house.choose(who, "sad")
    house.choose(who, "2")
    house.say(who, f"{who} was up late")
    house.choose(who, "rest")
    if ticks:
        house.choose(who, *ticks)
        house.choose(who, end)
    else:
        house.say(who, "skip")


def cards(seen: list[Seen]) -> list[Seen]:
    return [one for one in seen if one.kind == "card"]


def texts(seen: list[Seen], by: str) -> str:
    return "\n".join(one.text for one in seen if one.by == by)


# ── the way through ──────────────────────────────────────────────────────────
def test_what_both_ticked_is_shown_to_both_at_the_end_and_nothing_else() -> None:
    house = begun()
    answers(house, "ari", "family", "text")
    answers(house, "bo", "energy")
    shown = house.wait(DAY)
    to_bo, to_ari = texts(cards(shown), "bo"), texts(cards(shown), "ari")
    assert "Sore" in to_bo
    assert "ari was up late" in to_bo
    assert not any(word in to_bo for word in ("Sad", "2", "Rest"))
    assert "2" in to_ari
    assert not any(word in to_ari for word in ("Sore", "Sad", "up late", "Rest"))
    assert [one.at - house.session.began for one in cards(shown)] == [DAY, DAY]


def test_in_a_shared_place_both_cards_stand_there() -> None:
    house = begun(place="room")
    answers(house, "ari", "family")
    answers(house, "bo", "need")
    shown = cards(house.wait(DAY))
    assert [one.by for one in shown] == ["room", "room"]
    assert "From" not in shown[0].text
    assert "Sore" in shown[0].text
    assert "Rest" in shown[1].text


def test_nothing_is_said_before_the_end_even_if_both_are_done() -> None:
    house = begun()
    answers(house, "ari", "family")
    seen = len(house.seen_by("ari"))
    answers(house, "bo", "family")
    assert len(house.seen_by("ari")) == seen
    assert house.wait("23h 59m") == []


def test_no_answer_moves_the_end() -> None:
    house = begun()
    house.wait("5h")
    answers(house, "bo", "family")
    house.wait("14h")
    answers(house, "ari", "family")
    assert [one.at - house.session.began for one in cards(house.wait("9h"))] == [DAY, DAY]


def test_live_it_takes_twenty_minutes() -> None:
    house = begun("live")
    answers(house, "ari", "family")
    answers(house, "bo", "family")
    assert len(cards(house.wait("19m"))) == 0
    assert len(cards(house.wait("1m"))) == 2


def test_one_tap_tells_that_it_was_read_and_a_skip_tells_nothing() -> None:
    house = begun()
    answers(house, "ari", "family")
    answers(house, "bo", "family")
    house.wait(DAY)
    heard = house.choose("bo", "heard-you")
    assert "I heard you" in texts(cards(heard), "ari")
    last = house.say("ari", "skip")
    assert not cards(last)
    assert not [one for one in last if one.by == "bo"]
    assert [one.by for one in house.wait(DAY) if "finished" in one.text] == ["ari", "bo"]
    assert house.sessions == {}


# ── not at all ───────────────────────────────────────────────────────────────
def bo_has_nothing(house: House) -> None:
    answers(house, "bo")


def bo_keeps_it(house: House) -> None:
    answers(house, "bo", "family", end="keep")


def bo_never_decides(house: House) -> None:
    answers(house, "bo", "family", end="edit")


def bo_stops_at_the_end(house: House) -> None:
    answers(house, "bo", *ALL)
    house.say("bo", "stop")


def bo_takes_it_back(house: House) -> None:
    answers(house, "bo", *ALL)
    house.say("bo", "undo")


def bo_rests(house: House) -> None:
    answers(house, "bo", *ALL)
    house.say("bo", "rest")


def bo_is_asked_whether_they_are_safe(house: House) -> None:
    answers(house, "bo", *ALL)
    house.say("bo", "I want to kill myself")


def bo_takes_a_private_break(house: House) -> None:
    answers(house, "bo", *ALL)
    house.say("bo", "break")


def bo_deletes_everything(house: House) -> None:
    answers(house, "bo", *ALL)
    house.say("bo", "/delete")
    house.choose("bo", "everything")
    house.choose("bo", "delete")


def bo_skips_every_question(house: House) -> None:
    for _ in range(4):
        house.say("bo", "skip")


NOTHING = [
    bo_has_nothing,
    bo_keeps_it,
    bo_never_decides,
    bo_stops_at_the_end,
    bo_takes_it_back,
    bo_rests,
    bo_is_asked_whether_they_are_safe,
    bo_takes_a_private_break,
    bo_deletes_everything,
    bo_skips_every_question,
]


def bo_is_silent(house: House) -> None:
    """Nothing at all."""


def seen_by_ari(what: object, place: str) -> list[tuple[datetime, str, str]]:
    """All that Ari and the room see from the yes to the end."""
    house = begun(place=place)
    answers(house, "ari", *ALL)
    house.wait("1h")
    before = len(house.log)
    what(house)  # type: ignore[operator]  # one of the acts above
    house.wait("15d")
    return [(one.at, one.by, one.text) for one in house.log[before:] if one.by != "bo"]


@pytest.mark.parametrize("place", ["relay", "room"])
@pytest.mark.parametrize("what", NOTHING, ids=lambda what: what.__name__)
def test_whatever_is_missing_looks_like_silence(what: object, place: str) -> None:
    shown = seen_by_ari(what, place)
    assert shown == seen_by_ari(bo_is_silent, place)
    assert "has closed" in "".join(text for _, _, text in shown)


def test_whoever_shows_nothing_is_shown_nothing() -> None:
    house = begun()
    answers(house, "ari", *ALL)
    answers(house, "bo")
    seen = house.wait(DAY)
    assert sorted((one.by, one.text.splitlines()[-1]) for one in seen if one.kind == "note") == [
        ("ari", "This one has closed. You can start a new one any time."),
        ("bo", "This one has closed. You can start a new one any time."),
    ]
    assert not cards(seen)
    assert house.sessions == {}


def test_both_are_told_the_same_when_neither_answers() -> None:
    house = begun()
    seen = house.wait("15d")
    assert {one.by for one in seen if "has closed" in one.text} == {"ari", "bo"}
    assert not any("on hold" in one.text for one in seen)


# ── ticking ──────────────────────────────────────────────────────────────────
def test_only_what_was_answered_can_be_ticked() -> None:
    house = begun()
    house.choose("ari", "warm")
    for _ in range(4):
        house.say("ari", "skip")
    assert {id_ for id_, _ in house.open_for("ari")[-1].choices} == {"family", "skip"}


def test_whoever_answers_nothing_is_not_asked_what_to_show() -> None:
    house = begun()
    for _ in range(4):
        house.say("ari", "skip")
    assert house.open_for("ari") == []


def test_the_preview_holds_what_was_ticked_alone() -> None:
    house = begun()
    house.choose("ari", "warm")
    house.choose("ari", "glad")
    house.choose("ari", "4")
    house.say("ari", "skip")
    house.choose("ari", "fun")
    (shown,) = [one for one in house.choose("ari", "energy") if one.kind == "question"]
    assert "4" in shown.text
    assert not any(word in shown.text for word in ("Warm", "Glad", "fun"))


def test_changing_it_asks_for_the_ticks_again() -> None:
    house = begun()
    answers(house, "ari", "family", end="edit")
    for _ in range(4):
        house.say("ari", "skip")  # nothing is left to be ticked
    house.say("ari", "skip")
    answers(house, "bo", "family")
    assert not cards(house.wait(DAY))


def test_in_short_mode_all_that_was_answered_may_be_ticked() -> None:
    house = begun()
    house.ask("ari", "small")
    for pick in ("sore", "sad", "2"):
        house.choose("ari", pick)
    house.say("ari", "skip")
    house.choose("ari", "rest")
    offered = {id_ for id_, _ in house.open_for("ari")[-1].choices}
    assert offered == {"family", "words", "energy", "need", "skip"}


def test_a_threat_is_not_carried() -> None:
    house = begun()
    for pick in ("heated", "angry", "4"):
        house.choose("ari", pick)
    seen = house.say("ari", "If you leave I will kill you")
    assert "can't pass this on" in texts(seen, "ari")


# ── time ─────────────────────────────────────────────────────────────────────
def test_three_days_of_downtime_show_the_same_later() -> None:
    house = begun()
    answers(house, "ari", "family")
    answers(house, "bo", "family")
    assert len(cards(house.sleep("75h"))) == 2


# ── before it begins ─────────────────────────────────────────────────────────
def test_an_invite_names_what_it_is_who_asks_how_long_and_who_reads() -> None:
    house = House()
    house.ask("ari", "check-in-with", person="bo")
    house.choose("ari", "slow")
    house.choose("ari", "room")
    (invite,) = [one for one in house.seen_by("bo") if one.kind == "question"]
    assert all(word in invite.text for word in ("check-in", "Ari", "3 minutes", "shared place"))


def test_a_no_is_silence() -> None:
    house, quiet = House(), House()
    for one in (house, quiet):
        one.ask("ari", "check-in-with", person="bo")
        one.choose("ari", "slow")
        one.choose("ari", "relay")
    house.choose("bo", "not-now")
    house.wait("90h")
    quiet.wait("90h")
    assert [(o.at, o.text) for o in house.seen_by("ari")] == [
        (o.at, o.text) for o in quiet.seen_by("ari")
    ]


def test_the_private_check_comes_first_for_both() -> None:
    house = House(checked=False)
    seen = house.ask("ari", "check-in-with", person="bo")
    assert "none" in {id_ for one in seen for id_, _ in one.choices}
    house.choose("ari", "none")
    house.choose("ari", "slow")
    house.choose("ari", "relay")
    seen = house.choose("bo", "yes")
    assert "none" in {id_ for one in seen for id_, _ in one.choices}
    assert not house.session.begun


def test_without_a_name_a_code_seats_whoever_types_it() -> None:
    house = House()
    house.ask("ari", "check-in-with")
    house.choose("ari", "none")
    house.choose("ari", "slow")
    house.choose("ari", "relay")
    assert "code" in house.seen_by("ari")[-1].text


def test_a_name_that_was_not_found_is_told_with_its_own_command() -> None:
    house = House()
    seen = house.say("ari", "/check-in-with nobody-here")
    assert "check-in-with" in texts(seen, "ari") or house.sessions


def test_nothing_of_it_is_kept_by_anybody() -> None:
    house = begun()
    answers(house, "ari", *ALL)
    answers(house, "bo", *ALL)
    house.wait(DAY)
    house.say("ari", "skip")
    house.say("bo", "skip")
    assert house.records == []
    assert house.bond("ari", "bo").shared == ()


# ── for nobody's eyes ────────────────────────────────────────────────────────
def test_what_was_not_ticked_never_stands_in_a_message_to_the_other() -> None:
    house = begun()
    answers(house, "ari", "energy")
    answers(house, "bo", "energy")
    house.wait("15d")
    told = [one for one in house.messages if one.to == person_id("bo")]
    assert not any("ari was up late" in word for one in told for word in _words(one))


def _words(message: Message) -> list[str]:
    values = [value for line in message.lines for value in line.args.values()]
    return [value.open_for("test") for value in values if isinstance(value, Private)]
