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
    house = named(House())
    for line in ("[sore]", "[hurt]", "They laughed.", "skip"):
        house.choose("ari", line[1:-1]) if line.startswith("[") else house.say("ari", line)
    assert _sizes(house)["8"] == "8, deep"
    house = House()
    house.ask("ari", "shrink")
    house.say("ari", "All of it.")
    assert _sizes(house)["10"].startswith("10, ")


def test_a_first_time_is_told_what_is_a_common_start() -> None:
    shown = stage("feel").seen_by("ari")[-1]
    assert "a 2 is a common start" in shown.text
