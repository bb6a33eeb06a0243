"""After a bad answer, and after none: there is care, and a repair may be set aside (A21, A31)."""

from datetime import timedelta

import pytest

from tests.exercises.real import rated
from tests.exercises.stages import stage
from tests.play import House, act, person_id, play

RATED = (
    "ari: [some] | ari: [some] | ari: [some] | ari: [middle] | ari: [bit] | bo: [ok] | bo: [yes]"
)
AGAIN = "ari: [keep] | ari: [yes] | bo: So it hurt. | bo: skip | bo: [send] | ari: [bad]"
SILENCES = {"nothing": (), "a kept draft": ("So.", "skip", "[keep]"), "a stop": ("stop",)}


def _redone() -> House:
    """Bo had another go, and Ari has said how it was."""
    house = stage("rate")
    for line in f"{RATED} | {AGAIN}".split(" | "):
        act(house, line)
    return house


def test_the_day_after_a_sting_a_repair_may_be_set_aside_for_the_sharer_alone() -> None:
    house = play(
        """
        ari: [tomorrow]
            → …
        + 20h
            → ari  tell
        ari: [repair]
            → ari  repair-note  "repair-alone"
            → …
        """,
        stage("tell", band="bad", sting="lot"),
    )
    own, theirs = (person_id("ari"), person_id("bo")), (person_id("bo"), person_id("ari"))
    assert house.bonds[own].mend_from == house.at + timedelta(minutes=20)
    assert house.bonds[theirs].mend_from is None


def test_another_go_that_stings_a_lot_is_cared_for_before_any_thanks() -> None:
    play(
        """
        ari: [lot]
            → ari  care-again  "nothing you have to do"
        ari: [leave]
            → ari  thanks  "Not thanking is just as good"
            → bo   thanks
        """,
        _redone(),
    )


def test_another_go_that_stings_less_goes_on_at_once() -> None:
    play(
        """
        ari: [bit]
            → ari  thanks
            → bo   thanks
        """,
        _redone(),
    )


@pytest.mark.parametrize("way", SILENCES)
def test_a_card_that_gets_no_answer_gets_a_word_of_care_whatever_the_cause(way: str) -> None:
    house = stage("answer")
    for text in SILENCES[way]:
        act(house, f"bo: {text}")
    (closed,) = [one for one in house.wait("8d") if one.by == "ari" and "has-closed" in one.names()]
    assert "unanswered" in closed.names()


def test_a_round_without_a_card_closes_without_that_word() -> None:
    closed = [one for one in stage("feel").wait("8d") if "has-closed" in one.names()]
    assert closed
    assert not [one for one in closed if "unanswered" in one.names()]


def test_after_the_word_of_care_a_quiet_minute_is_one_word_away() -> None:
    house = stage("answer")
    house.wait("8d")
    play("ari: break\n    → ari  how", house)


def test_in_real_life_a_bad_answer_names_a_repair_alone() -> None:
    said = [one for one in rated(House(), band="bad").log if "nothing-to-do" in one.names()]
    assert ["repair-alone" in one.text for one in said] == [True]


def test_the_word_for_going_smaller_names_a_repair_alone_too() -> None:
    house = stage("tell", band="bad")
    for line in ("ari: [leave]", "ari: skip", "bo: skip", "ari: [enough]", "bo: [enough]", "+ 24h"):
        act(house, line)
    assert "repair-alone" in house.seen_by("ari")[-1].text
