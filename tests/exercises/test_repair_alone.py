"""Repair, alone: one's own side, and words that one could say (method E6, solo)."""

from tests.play import House, act
from tests.seen import Seen


def acted(house: House, *lines: str) -> House:
    for line in " | ".join(lines).split(" | "):
        act(house, line)
    return house


def told(seen: list[Seen], who: str) -> str:
    return "\n".join(one.text for one in seen if one.by == who)


def test_alone_it_is_a_draft_for_oneself_and_nothing_is_kept() -> None:
    house = House()
    house.ask("ari", "repair-alone")
    acted(house, "ari: Sam | ari: [clumsy] | ari: [earlier] | ari: [hurt] | ari: The joke.")
    acted(house, "ari: skip | ari: We were both tired. | ari: laughed too | ari: hurt | ari: ask")
    assert "I laughed too" in house.seen_by("ari")[-1].text
    (card,) = [one for one in acted(house, "ari: [fine]").seen_by("ari") if one.kind == "card"]
    assert "Next time I will ask" in card.text
    acted(house, "ari: [tea] | ari: [calmer] | ari: [nothing]")
    assert (house.sessions, house.records) == ({}, [])
    assert house.person("ari").carried is None


def test_alone_the_words_are_at_hand_in_a_real_life_share() -> None:
    house = House()
    house.ask("ari", "repair-alone")
    acted(house, "ari: Sam | ari: [clumsy] | ari: [earlier] | ari: [hurt] | ari: skip")
    acted(house, "ari: skip | ari: skip | ari: I laughed too | ari: it hurt. | ari: I will ask")
    acted(house, "ari: [fine] | ari: skip | ari: [calmer] | ari: [real]")
    assert "type real" in house.seen_by("ari")[-1].text
    carried = house.person("ari").carried
    assert carried is not None
    assert carried.open_for("test") == "I laughed too. I see that it hurt. Next time I will ask."


def test_alone_worse_is_where_it_ends() -> None:
    house = House()
    house.ask("ari", "repair-alone")
    acted(house, "ari: Sam | ari: [clumsy] | ari: [earlier] | ari: [hurt] | ari: skip")
    acted(house, "ari: skip | ari: skip | ari: skip | ari: skip | ari: [worse]")
    assert "fine to leave it here" in house.seen_by("ari")[-1].text
    assert house.sessions == {}


def test_alone_fear_leads_to_a_rest_from_them() -> None:
    house = House()
    house.ask("ari", "repair-alone")
    acted(house, "ari: Sam | ari: [afraid]")
    assert "For 30 days I start nothing new with Sam" in told(house.log, "ari")
    acted(house, "ari: [leave]")
    house.ask("ari", "repair-alone")
    assert "There is a rest on this one" in told(house.say("ari", "Sam"), "ari")


def test_alone_it_waits_twenty_minutes_too() -> None:
    house = House()
    house.ask("ari", "repair-alone")
    acted(house, "ari: Sam | ari: [clumsy] | ari: [just-now]")
    assert [one for one in house.wait("19m") if one.kind == "question"] == []
    (note,) = [one for one in house.wait("1m") if one.kind == "question"]
    assert "Open it?" in note.text
