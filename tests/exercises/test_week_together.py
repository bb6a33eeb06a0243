"""A look at the week for two: one thanks each, shown together or not at all (method E13)."""

from datetime import timedelta

import pytest

from tests.play import House
from tests.seen import Seen

DAY = timedelta(hours=24)


def begun(pace: str = "slow", place: str = "relay") -> House:
    """Both have said yes a moment ago."""
    house = House()
    house.ask("ari", "review-with", person="bo")
    for pick in (pace, place):
        house.choose("ari", pick)
    house.choose("bo", "yes")
    return house


def cards(seen: list[Seen]) -> list[tuple[str, str]]:
    return [(one.by, one.text) for one in seen if one.kind == "card"]


def test_both_thanks_are_shown_at_one_time() -> None:
    house = begun()
    house.choose("ari", "listened")
    house.choose("ari", "send")
    house.say("bo", "You carried the boxes.")
    assert house.choose("bo", "send")[-1].by == "bo"
    shown = dict(cards(house.wait(DAY)))
    assert "You carried the boxes." in shown["ari"]
    assert "You listened" in shown["bo"]
    assert house.sessions == {}


def test_in_a_shared_place_both_stand_there() -> None:
    house = begun("live", "room")
    for who in ("ari", "bo"):
        house.choose(who, "time")
        house.choose(who, "send")
    assert [by for by, _ in cards(house.wait("20m"))] == ["room", "room"]


@pytest.mark.parametrize("how", ["nothing", "skip", "keep", "stop", "left at the preview"])
def test_where_one_shows_none_nothing_is_shown_and_it_closes_as_if_nobody_had_answered(
    how: str,
) -> None:
    house, silent = begun(), begun()
    for one in (house, silent):
        one.choose("ari", "listened")
        one.choose("ari", "send")
    if how in {"skip", "stop"}:
        house.say("bo", how)
    elif how != "nothing":
        house.say("bo", "You carried the boxes.")
        if how == "keep":
            house.choose("bo", "keep")
    seen, known = house.wait("9d"), silent.wait("9d")
    assert cards(seen) == []
    assert [one.text for one in seen if one.by == "ari"] == [
        one.text for one in known if one.by == "ari"
    ]


def test_what_was_shown_is_kept_nowhere() -> None:
    house = begun()
    for who in ("ari", "bo"):
        house.choose(who, "laugh")
        house.choose(who, "send")
    house.wait(DAY)
    assert house.records == []


def test_an_open_pause_of_the_other_takes_nobodys_undo_away() -> None:
    house = begun()
    house.choose("ari", "listened")
    house.choose("ari", "send")
    house.say("bo", "pause")
    house.choose("bo", "quiet")
    assert any(one.by == "ari" for one in house.choose("bo", "minutes-20"))
    (again,) = [one for one in house.say("ari", "undo") if one.kind == "question"]
    assert again.step == "look/preview-opener"
