"""What was set in the welcome can be changed later, and what follows from it happens at once."""

from datetime import time

import pytest

from tests.exercises.calm import keep, of_kind
from tests.exercises.mapped import shared
from tests.play import House, act, person_id, play


def test_what_is_set_is_shown_and_each_can_be_changed() -> None:
    house = play(
        """
        ari: /settings
            → ari  which  "Quiet hours: 21:30-08:30"
        ari: [hours]
            → ari  hours
        ari: 10pm to 7am
            → ari  which  "Quiet hours: 22:00-07:00"
        ari: [more]
            → ari  which
        ari: [country]
            → ari  country
        ari: Germany
            → ari  which  "Country for help lines: DE"
        ari: [more]
            → ari  which
        ari: [zone]
            → ari  zone
        ari: Berlin
            → ari  which  "Europe/Berlin"
        ari: [more]
            → ari  which
        ari: [pause-word]
            → ari  pause-word
        ari: red
            → ari  which  "Pause word: red"
        ari: [notes]
            → ari  notes
        ari: [none]
            → ari  which  "Quiet notes: No notes"
        ari: [enough]
            → ari  enough-note
        """
    )
    ari = house.person("ari")
    assert (ari.country, ari.zone, ari.pause_word, ari.prompts) == (
        *("DE", "Europe/Berlin", "red", "none"),
    )
    assert ari.quiet.start == time(22)
    house.say("ari", "red")
    assert house.session.script == "pause"


def test_passing_over_changes_nothing() -> None:
    house = House()
    before = house.person("ari")
    for pick in ("notes", "hours", "keep", "numbers", "zone", "country", "pause-word"):
        house.ask("ari", "settings")
        house.tap("ari", house.open_for("ari")[-1].key, pick)
        assert house.session.step == pick
        house.say("ari", "skip")
    after = house.person("ari")
    for name in ("prompts", "quiet", "keep", "numbers", "zone", "country", "pause_word"):
        assert getattr(before, name) == getattr(after, name)


@pytest.mark.parametrize(("choice", "left"), [("nothing", 0), ("until-deleted", 1)])
def test_what_is_kept_is_held_against_the_new_choice_at_once(choice: str, left: int) -> None:
    house = House()
    keep(house, "learning", {"learning": "small works"}, "s/1/sharer/learning/9")
    for line in ("/settings", "[keep]", f"[{choice}]", "[enough]"):
        act(house, f"ari: {line}")
    house.wait("1m")
    assert len(of_kind(house, "learning")) == left
    house.wait("30d")
    assert len(of_kind(house, "learning")) == left


def test_ratings_go_when_none_are_to_be_kept() -> None:
    house = House()
    shared(house, person_id("bo"), ("sore", "good", "good"))
    for line in ("/settings", "[more]", "[numbers]", "[none]", "[enough]"):
        act(house, f"ari: {line}")
    house.wait("1m")
    assert house.bond("ari", "bo").shared == ()


def test_notes_come_at_the_new_hours() -> None:
    house = House()
    for line in ("/prompts", "[check-in]", "[mornings]", "[keep]", "[enough]"):
        act(house, f"ari: {line}")
    for line in ("/settings", "[hours]", "22:00 - 11:00", "[enough]"):
        act(house, f"ari: {line}")
    (note,) = [one for one in house.wait("1d") if one.kind == "question"]
    assert note.at.hour == 11


def test_whoever_wanted_no_notes_is_asked_before_one_is_planned_and_then_it_comes() -> None:
    house = House()
    house.change("ari", prompts="none")
    for line in ("/prompts", "[check-in]", "[mornings]"):
        act(house, f"ari: {line}")
    silent = house.copy()
    play(
        """
        ari: [keep]
            → ari  allowed  "May they come again?"
        ari: [discreet]
            → ari  kept-note
            → ari  kind
        """,
        house,
    )
    assert [one for one in house.wait("1d") if one.kind == "question"]
    play(
        """
        ari: [keep]
            → ari  allowed
        ari: [none]
            → ari  left-note
            → ari  kind
        """,
        silent,
    )
    assert silent.person("ari").plans == ()


def test_plans_that_are_silent_are_said_to_be() -> None:
    house = House()
    for line in ("/prompts", "[check-in]", "[mornings]", "[keep]", "[enough]"):
        act(house, f"ari: {line}")
    house.change("ari", prompts="none")
    assert "none of these comes" in "\n".join(one.text for one in house.ask("ari", "prompts"))
