"""Which is which, and limits: what one wants with another, and what one will do (method E11)."""

from datetime import timedelta

import pytest

from tests.exercises import mapped
from tests.exercises.mapped import entries, on_map
from tests.exercises.real import label_bonds
from tests.play import House, Seen, act


def acted(house: House, *lines: str) -> House:
    for line in " | ".join(lines).split(" | "):
        act(house, line)
    return house


def begun(aim: str = "safety", house: House | None = None) -> House:
    house = house or House()
    house.ask("ari", "limits")
    return acted(house, f"ari: Sam | ari: [{aim}] | ari: Work things | ari: Money")


def told(seen: list[Seen]) -> str:
    return "\n".join(one.text for one in seen)


LIMIT = "ari: teasing | ari: shouting | ari: [leave]"


def test_a_limit_is_about_what_oneself_will_do_and_stays_ones_own() -> None:
    house = acted(begun(), "ari: [alike]")
    assert "does not need the other person to agree" in told(house.log)
    acted(house, LIMIT, "ari: [fine]")
    before = len(house.log)
    house.choose("ari", "keep")
    (card,) = [one for one in house.log[before:] if one.kind == "card"]
    for words in ("Sam", "Work things", "Money", "teasing", "shouting", "leave the room"):
        assert words in card.text
    assert (house.sessions, house.records, label_bonds(house)) == ({}, [], [])
    assert house.seen_by("bo") == []


def test_who_finds_it_easier_to_say_no_stands_on_no_card() -> None:
    house = acted(begun(), "ari: [me]", LIMIT, "ari: [fine] | ari: [keep]")
    cards = told([one for one in house.log if one.kind == "card"])
    assert "easier" not in cards


def test_whoever_is_afraid_of_a_no_is_led_out_of_it_in_private() -> None:
    house = acted(begun(), "ari: [them]")
    assert "What would a no cost you here?" in house.seen_by("ari")[-1].text
    seen = told(house.choose("ari", "afraid"))
    assert "For 30 days I start nothing new with Sam" in seen
    (bond,) = label_bonds(house)
    assert bond.rest_until == house.at + timedelta(days=30)
    house.choose("ari", "leave")
    assert house.sessions == {}


def test_words_of_fear_are_asked_about_too() -> None:
    house = acted(begun(), "ari: [them] | ari: [some]")
    assert {one.step for one in house.say("ari", "I am scared of him, he hits me")} >= {
        "check-hurt-alone/check-hurt-alone"
    }


@pytest.mark.parametrize("aim", ["fun", "both"])
def test_fun_has_small_invites_one_at_a_time_and_none_twice(aim: str) -> None:
    house = acted(begun(aim), "ari: [me]", LIMIT, "ari: [fine]")
    bids = [house.seen_by("ari")[-1].text.splitlines()[0]]
    for _ in range(6):
        house.choose("ari", "another")
        bids.append(house.seen_by("ari")[-1].text.splitlines()[0])
    assert len({*bids}) == 7
    house.choose("ari", "another")
    assert house.session.step == "end"


def test_the_same_day_offers_the_same_invites() -> None:
    first, second = (acted(begun("fun"), "ari: [me]", LIMIT, "ari: [fine]") for _ in range(2))
    assert first.seen_by("ari")[-1].text == second.seen_by("ari")[-1].text


@pytest.mark.parametrize("aim", ["safety", "unsure", "less"])
def test_nobody_else_is_offered_fun(aim: str) -> None:
    house = acted(begun(aim), "ari: [me]", LIMIT, "ari: [fine]")
    assert house.session.step == "end"


@pytest.mark.parametrize(("pick", "script"), [("practise", "practice"), ("real", "real-life")])
def test_it_leads_on_to_practice_or_to_real_life(pick: str, script: str) -> None:
    house = acted(begun(), "ari: [me]", LIMIT, "ari: [fine]")
    assert [one.kind for one in house.choose("ari", pick)].count("card") == 1
    assert [one.script for one in house.sessions.values()] == [script]


def test_what_the_map_says_is_shown_first_and_what_is_said_now_stands_there() -> None:
    house = on_map(House())
    house.ask("ari", "limits")
    asked = house.say("ari", "Sam")[-1].text
    assert asked.startswith("On your list: To feel safe. Still true?")
    house.choose("ari", "unsure")
    assert [mapped.said(one, "aim") for one in entries(house)] == ["unsure"]


def test_whoever_is_not_on_the_map_does_not_get_there() -> None:
    house = begun("fun")
    assert entries(house) == []
    assert "On your list" not in told(house.log)


def test_it_can_be_let_go() -> None:
    house = acted(begun(), "ari: [me]", LIMIT, "ari: [fine] | ari: [drop]")
    assert not [one for one in house.log if one.kind == "card"]


def test_a_beginning_that_is_typed_again_stands_on_the_card_once() -> None:
    house = House()
    house.ask("ari", "limits")
    act(house, "ari: Sam")
    for _ in range(4):
        house.say("ari", "skip")
    for said in ("I am fine with jokes", "I'm not fine with shouting", "then I will leave"):
        house.say("ari", said)
    card = house.seen_by("ari")[-1].text
    assert "I am fine with: jokes" in card
    assert "I am not fine with: shouting" in card
    assert "If it happens, I will leave" in card
