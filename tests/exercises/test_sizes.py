"""A size says what it means to whoever meets it for the first time (method A27, A28, C17)."""

import pytest

from tests.exercises.real import named
from tests.exercises.stages import stage
from tests.play import House, play


def _sizes(house: House) -> dict[str, str]:
    return dict(house.open_for("ari")[-1].choices)


def test_each_size_has_a_few_words() -> None:
    shown = _sizes(stage("size"))
    assert shown["1"] == "1, a shrug"
    assert shown["3"] == "3, still there tomorrow"


@pytest.mark.parametrize("typed", ["2", "2, a pinch, gone by tonight", "[2]"])
def test_a_number_is_enough_to_type(typed: str) -> None:
    play(f"ari: {typed}\n    → ari  wish", stage("size"))


def test_the_space_that_is_offered_is_a_number_alone() -> None:
    house = stage("space")
    assert dict(house.open_for("bo")[-1].choices)["3"] == "3"


def test_in_real_life_and_for_a_hard_talk_too() -> None:
    assert _sizes(_in_real_life())["8"] == "8, deep"
    house = House()
    house.ask("ari", "shrink")
    house.say("ari", "All of it.")
    assert _sizes(house)["10"].startswith("10, ")


def test_a_first_time_is_told_what_is_a_common_start() -> None:
    shown = stage("feel").seen_by("ari")[-1]
    assert "a 2 is a common start" in shown.text


def test_what_is_too_big_leads_somewhere() -> None:
    play('ari: 7\n    → ari  too-big  "type big-talk"', stage("size"))


def _in_real_life() -> House:
    house = named(House())
    for pick in ("sore", "hurt"):
        house.choose("ari", pick)
    for text in ("They laughed.", "skip"):
        house.say("ari", text)
    return house


@pytest.mark.parametrize("typed", ["9", "10", "99"])
def test_in_real_life_a_nine_leads_to_a_talk_that_is_planned(typed: str) -> None:
    play(
        f"""
        ari: {typed}
            → ari  too-big-note  "a person you trust"
            → ari  too-big
        ari: [smaller]
            → ari  text
        ari: Only the joke.
            → ari  thought
        ari: skip
            → ari  size
        ari: 3
            → ari  wish
        """,
        _in_real_life(),
    )


def test_in_real_life_what_is_too_big_may_be_left() -> None:
    house = _in_real_life()
    play("ari: 9\n → …\nari: [enough]\n    → ari  too-big-over-note", house)
    assert (house.sessions, house.records) == ({}, [])
