"""A big talk, planned alone and held elsewhere (method E5)."""

from datetime import timedelta

import msgspec

from bot.model.person import Round
from tests.exercises.guides import write
from tests.exercises.mapped import on_map
from tests.exercises.real import label_bonds, round_
from tests.exercises.stages import stage
from tests.play import House, Seen, act


def acted(house: House, *lines: str) -> House:
    for line in " | ".join(lines).split(" | "):
        act(house, line)
    return house


def begun(house: House) -> House:
    house.ask("ari", "big-talk")
    return acted(house, "ari: Sam")


def told(seen: list[Seen]) -> str:
    return "\n".join(one.text for one in seen)


PLAN = "ari: [walk] | ari: Sunday at ten | ari: [forty] | ari: [away] | ari: [hear-me]"
HARD = "ari: [hand-up] | ari: [twenty-minutes] | ari: [breathe] | ari: My sister"


def test_the_card_holds_the_plan_and_goes_to_nobody_else() -> None:
    house = acted(begun(House()), "ari: The flat. | " + PLAN, HARD)
    before = len(house.log)
    house.choose("ari", "keep")
    (card,) = [one for one in house.log[before:] if one.kind == "card"]
    assert card.by == "ari"
    for words in ("Sam", "on a walk", "Sunday at ten", "40 minutes", "Hear me", "My sister"):
        assert words in card.text
    assert "I will take one slow breath" in card.text
    assert "The flat." not in card.text
    assert (house.sessions, house.records, house.seen_by("bo")) == ({}, [], [])


def test_every_part_may_be_skipped_but_what_is_needed() -> None:
    house = acted(begun(House()), "ari: skip | ari: skip | ari: skip | ari: skip | ari: skip")
    acted(house, "ari: [know] | ari: skip | ari: skip | ari: skip | ari: skip")
    assert "What I need most: Just know it" in house.seen_by("ari")[-1].text


def test_it_can_be_written_anew_or_let_go() -> None:
    house = acted(begun(House()), "ari: skip | " + PLAN, HARD, "ari: [edit]")
    acted(house, PLAN, HARD, "ari: [drop]")
    assert not [one for one in house.log if one.kind == "card"]


def test_it_opens_with_what_one_knows_from_ones_own_notes() -> None:
    house = House()
    for band in ("good", "good"):
        round_(house, band, guess="good")
        house.wait("2d")
    begun(house)
    assert "small ones with Sam lately: 2." in told(house.say("ari", "skip"))
    house.say("ari", "stop")
    round_(house, "middle", guess="good")
    begun(house)
    assert "Of 3 with a guess, 2 went the way you guessed." in told(house.say("ari", "skip"))


def test_nothing_is_said_where_nothing_is_known() -> None:
    house = begun(House())
    (asked,) = [one for one in house.say("ari", "skip") if one.kind == "question"]
    assert asked.step == "place/where"


def test_what_is_known_is_of_this_one_alone() -> None:
    house = House()
    round_(house)
    house.ask("ari", "big-talk")
    house.say("ari", "Kim")
    assert "lately" not in told(house.say("ari", "skip"))


def test_what_helps_this_one_stands_there_if_they_let_it_be_seen() -> None:
    house = stage("tell", band="good")
    house.wait("10d")
    write(house, "Sit with me first.", "ari", who="bo")
    on_map(house, "Bo")
    house.ask("ari", "big-talk")
    house.say("ari", "Bo")
    seen = told(house.say("ari", "skip"))
    assert "small ones with Bo lately: 1." in seen
    assert "What helps: Sit with me first." in seen


def test_during_a_rest_it_is_not_offered_and_there_are_lines_and_ways_alone() -> None:
    house = House()
    round_(house)
    (bond,) = label_bonds(house)
    resting = msgspec.structs.replace(bond, rest_until=house.at + timedelta(days=3))
    house.bonds[bond.owner, bond.other] = resting
    seen = told(begun(house).log[-3:])
    assert "There is a rest on this one" in seen
    assert "type shrink" in seen
    assert house.sessions == {}
    assert "findahelpline" in seen or "Call:" in seen


def test_a_round_without_a_guess_counts_as_tried_alone() -> None:
    house = House()
    round_(house)
    (bond,) = label_bonds(house)
    rounds = tuple(
        Round(id=f"r/{n}", day=bond.shared[0].day, size=2, band="good") for n in (1, 2, 3)
    )
    house.bonds[bond.owner, bond.other] = msgspec.structs.replace(bond, shared=rounds)
    begun(house)
    seen = told(house.say("ari", "skip"))
    assert "lately: 3." in seen
    assert "guess" not in seen
