"""From a big thing to one small true bit of it, with a soft start (method E4)."""

import pytest

from tests.play import House, Seen, act

BIG = "ari: We never talk about the flat, and it scares me."
SMALL = "ari: Last night the door was left open. | ari: [sore] | ari: [sad]"
START = "ari: I feel sad about the door. I would like it closed. | ari: [fine]"


def acted(house: House, *lines: str) -> House:
    for line in " | ".join(lines).split(" | "):
        act(house, line)
    return house


def begun() -> House:
    house = House()
    house.ask("ari", "shrink")
    return house


def small() -> House:
    """A bit of size 2 was found."""
    return acted(begun(), BIG, "ari: [7]", SMALL, START, "ari: [2]")


def told(seen: list[Seen]) -> str:
    return "\n".join(one.text for one in seen)


def test_a_small_bit_can_be_used_in_the_next_share() -> None:
    house = acted(small(), "ari: [share]")
    assert (house.sessions, house.records) == ({}, [])
    acted(house, "ari: /share bo | ari: [me] | ari: [slow] | ari: [relay] | bo: [yes]")
    acted(house, "bo: [4] | bo: [calm] | ari: [calm] | ari: [sore]", "ari: [sad]")
    assert "carried" in dict(house.open_for("ari")[-1].choices)
    assert not any("the door" in one.text for one in house.seen_by("bo"))


def test_it_can_be_said_in_real_life() -> None:
    house = acted(small(), "ari: [real]")
    house.ask("ari", "real")
    acted(house, "ari: Sam | ari: [sore] | ari: [sad]")
    seen = house.choose("ari", "carried")
    assert seen
    assert house.person("ari").carried is None


def test_it_can_go_into_the_jar() -> None:
    house = acted(small(), "ari: [jar]")
    assert [one.kind for one in house.records] == ["jar"]
    assert "the door" in told(house.ask("ari", "now"))


def test_it_can_be_parked_and_is_exported_and_deleted() -> None:
    house = acted(small(), "ari: [park]")
    assert [one.kind for one in house.records] == ["later"]
    assert "I feel sad about the door." in told(house.ask("ari", "export"))
    acted(house, "ari: /delete | ari: [everything] | ari: [delete]")
    house.wait("1m")
    assert house.kept == {}


@pytest.mark.parametrize(("pick", "kept"), [("keep", ["later"]), ("let-go", [])])
def test_what_is_still_big_is_asked_again_and_after_three_times_it_may_wait(
    pick: str, kept: list[str]
) -> None:
    house = acted(begun(), BIG, "ari: [7]")
    for _ in range(2):
        acted(house, SMALL, START)
        assert "smaller bit" in told(house.choose("ari", "5"))
    acted(house, SMALL, START)
    seen = told(house.choose("ari", "4"))
    assert "It stays big today" in seen
    assert "smaller bit" not in seen
    assert house.records == []
    house.choose("ari", pick)
    assert ([one.kind for one in house.records], house.sessions) == (kept, {})


def test_whoever_has_no_words_for_it_can_tap_or_pass() -> None:
    house = begun()
    assert "what are you not saying?" in house.seen_by("ari")[-1].text
    acted(house, "ari: [not-said] | ari: [7] | ari: [said-fine] | ari: [sore] | ari: [sad]")
    assert house.session.step == "start"
    acted(begun(), "ari: [skip] | ari: [7]")


def test_in_short_mode_there_is_something_to_tap() -> None:
    house = House()
    house.change("ari", small=True)
    house.ask("ari", "shrink")
    assert {id_ for id_, _ in house.open_for("ari")[-1].choices} == {"not-said", "skip"}


@pytest.mark.parametrize("size", ["9", "10"])
def test_a_very_big_one_may_deserve_a_person_and_can_be_planned(size: str) -> None:
    house = acted(begun(), BIG)
    assert "may deserve a person you trust" in told(house.choose("ari", size))
    assert "type big-talk" in told(house.choose("ari", "plan"))
    assert house.sessions == {}


def test_a_very_big_one_may_have_a_small_bit_all_the_same() -> None:
    house = acted(begun(), BIG, "ari: [9] | ari: [go-on]", SMALL, START, "ari: [1]")
    assert "small enough" in house.seen_by("ari")[-1].text


def test_always_labels_and_mind_reading_are_marked_and_may_stay() -> None:
    house = acted(begun(), BIG, "ari: [7]", SMALL)
    seen = told(house.say("ari", "You never close the door."))
    assert 'There is an "always" or "never" in it.' in seen
    house.choose("ari", "fine")
    assert house.session.step == "size-now"


def test_the_big_thing_itself_is_not_kept() -> None:
    house = acted(begun(), BIG, "ari: [7]")
    assert "big" not in house.session.answers["self"]
