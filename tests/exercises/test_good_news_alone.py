"""Good news told in real life: the other one never needs the bot (method A14, A45, E10)."""

import pytest

from tests.exercises.real import label_bonds
from tests.exercises.stages import stage
from tests.play import House, play

LIGHT = "good news is a light first round"


def told(house: House, band: str = "good") -> House:
    """One whole time, with Sam."""
    house.ask("ari", "good-alone")
    for text in ("Sam", "I got the job.", "skip"):
        house.say("ari", text)
    for pick in ("none", "did", "yes", "some", "yes", band):
        house.choose("ari", pick)
    house.say("ari", "skip")
    assert house.sessions == {}
    return house


def test_the_whole_of_it() -> None:
    house = play("""
        ari: /good-alone
            → ari  who
        ari: Sam
            → ari  text  "What went well"
        ari: I got the job.
            → ari  meaning
        ari: It means I can stay.
            → ari  when
        ari: [none]
            → ari  went  "What it means to me: It means I can stay."
        ari: [did]
            → ari  cared  "Only you see this"
        ari: [yes]
            → ari  respected
        ari: [yes]
            → ari  gentle
        ari: [some]
            → ari  band
        ari: [middle]
            → ari  learning
        ari: Sam asked about it.
            → ari  over-note
        """)
    (bond,) = label_bonds(house)
    (kept,) = bond.glad
    assert bond.shared == ()
    assert (kept.size, kept.band, kept.gentle, kept.family) == (0, "middle", "some", "warm")
    assert house.sessions == {}
    assert [one.kind for one in house.records] == ["learning"]


def test_met_flat_it_says_that_nothing_has_to_be_done() -> None:
    house = told(House(), "bad")
    assert any("when it is met flat" in one.text for one in house.seen_by("ari"))


def test_two_that_were_not_good_in_a_day_are_enough_until_tomorrow() -> None:
    house = told(told(House(), "bad"), "bad")
    play("ari: /good-alone\n → …\nari: Sam\n    → ari  resting-note", house)


def test_whoever_keeps_no_numbers_has_none_of_it() -> None:
    house = House()
    house.change("ari", numbers="none")
    assert label_bonds(told(house)) == []


@pytest.mark.parametrize("pick", ["not-yet", "changed"])
def test_not_telling_it_is_a_full_answer(pick: str) -> None:
    house = House()
    house.ask("ari", "good-alone")
    for text in ("Sam", "I got the job.", "skip"):
        house.say("ari", text)
    house.choose("ari", "none")
    house.choose("ari", pick)
    assert house.records == []
    assert label_bonds(house) == []


# ── before a small share with somebody new ───────────────────────────────────
def _asked_who_first(house: House, who: str = "bo") -> str:
    return house.ask("ari", "share", person=who)[-1].text


def test_with_somebody_new_good_news_is_named_as_a_light_first_round() -> None:
    assert LIGHT in _asked_who_first(House())


def test_with_somebody_with_whom_something_has_begun_it_is_not() -> None:
    house = stage("space")
    for who in ("ari", "bo"):
        house.say(who, "stop")
    house.wait("9d")
    assert LIGHT not in _asked_who_first(house)


def test_what_the_other_one_keeps_changes_nothing_of_it() -> None:
    house = House()
    house.rest("bo", "ari", "9d")
    assert _asked_who_first(house) == _asked_who_first(House())
