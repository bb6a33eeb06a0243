"""Taps that come late, twice, or from somebody else."""

from itertools import pairwise

from tests.exercises.stages import stage
from tests.play import House, Seen, person_id, play


def words_of(seen: list[Seen]) -> list[str]:
    """What was said, by the first of its words."""
    return [one.words[0] for one in seen if one.kind != "edit"]


def test_a_second_tap_on_the_same_button_changes_nothing() -> None:
    house = stage("space")
    asked = house.offering("bo", "3")
    house.tap("bo", asked.key, "3")
    once = house.session
    assert words_of(house.tap("bo", asked.key, "5")) == [".not-open"]
    assert house.session == once


def test_a_button_of_a_question_that_was_answered_is_closed() -> None:
    house = stage("preview")
    old = next(one for one in house.seen_by("ari") if one.step == "size/size")
    assert old not in house.open_for("ari")
    assert words_of(house.tap("ari", old.key, "1")) == [".not-open"]


def test_a_button_of_an_exercise_that_has_ended_is_closed() -> None:
    house = stage("invite")
    asked = house.offering("bo", "yes")
    house.wait("72h")
    assert words_of(house.tap("bo", asked.key, "yes")) == [".not-open"]
    assert not house.sessions


def test_nobody_can_tap_for_somebody_else() -> None:
    house = stage("space")
    asked = house.offering("bo", "3")
    before = house.session
    assert words_of(house.tap("ari", asked.key, "3")) == [".not-yours"]
    assert house.session == before


def test_what_was_never_offered_is_no_answer() -> None:
    house = stage("size")
    asked = house.offering("ari", "2")
    assert words_of(house.tap("ari", asked.key, "cheese")) == [".pick-one"]
    assert words_of(house.tap("ari", asked.key, "1", "2")) != []
    assert house.session.step == "size"


def test_more_picks_than_fit_are_asked_again() -> None:
    house = stage("feel")
    house.choose("ari", "sore")
    asked = house.offering("ari", "sad")
    assert words_of(house.tap("ari", asked.key, "sad", "hurt", "lonely", "tired")) == [".too-many"]
    assert house.session.step == "feel"


def test_a_tap_without_a_question_is_for_the_newest_one() -> None:
    house = stage("invite")
    house.tap("bo", "", "yes")
    assert house.session.begun


def test_the_named_one_of_two_questions_gets_the_word() -> None:
    house = House("ari", "bo", "cleo")
    for name in ("ari", "cleo"):
        play_quietly(house, name)
    (asked,) = [one for one in house.say("bo", "yes") if one.kind == "question"]
    named = {label: choice for choice, label in asked.choices}
    assert named.keys() == {"Ari", "Cleo"}
    seen = house.tap("bo", asked.key, named["Cleo"])
    assert {one.by for one in seen} == {"bo", "cleo"}
    begun = {one.proposer for one in house.sessions.values() if one.begun}
    assert begun == {person_id("cleo")}


def play_quietly(house: House, name: str) -> None:
    """Somebody invites Bo."""
    house.say(name, "/share bo")
    for choice in ("me", "slow", "relay"):
        house.choose(name, choice)


def test_a_repeated_command_while_waiting_says_where_one_is() -> None:
    play(
        """
        ari: back
            → ari  your-part-is-in
        ari: /start
            → ari  waits-with
            → ari  what
        bo: back
            → bo  say-back
        """,
        stage("answer"),
    )


def test_the_ids_of_messages_do_not_count_what_the_other_does_in_private() -> None:
    """Somebody who reads raw ids learns nothing: each is its own, and no two are in a row."""
    house = stage("rate")
    keys = [one.key for one in house.seen_by("bo") if one.kind != "edit"]
    numbers = [int(key.rpartition(".")[2], 16) for key in keys]
    assert len({*keys}) == len(keys)
    assert all(abs(b - a) > 1_000 for a, b in pairwise(numbers))
    assert all(str(house.session.turn) != key.split(".")[1] for key in keys)
