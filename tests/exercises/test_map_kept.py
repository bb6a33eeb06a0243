"""What the map leaves behind: the same bond by name or met here, export, deletion, time (D9)."""

from typing import Any

import msgspec

from bot.model.event import Event
from bot.model.world import Turn, World
from bot.runtime.router import Router
from tests.exercises.mapped import entries, look_at, on_map, other_of, said
from tests.exercises.real import label_bonds, named, round_
from tests.exercises.stages import stage
from tests.play import House, act, person_id
from tests.seen import Seen

WORDS = ("Sam", "More walks.")


def shared_once() -> House:
    """Ari has shared with Bo through the bot, and rated it."""
    house = stage("tell", band="good")
    house.wait("10d")
    assert house.sessions == {}
    return house


# ── somebody met here, and somebody known by name ────────────────────────────
def test_whoever_was_met_here_is_offered_and_is_the_same_bond() -> None:
    house = shared_once()
    house.ask("ari", "map")
    assert dict(house.open_for("ari")[-1].choices) == {"id-of-bo": "Bo", "skip": "Skip"}
    house.choose("ari", "id-of-bo")
    for line in ("[safety]", "[sore]"):
        act(house, f"ari: {line}")
    assert "With Bo you have tried hard things so far: 1." in house.seen_by("ari")[-1].text
    (entry,) = entries(house)
    assert (entry.other, said(entry, "label")) == (person_id("bo"), "Bo")


def test_a_share_in_real_life_with_them_counts_in_the_same_place() -> None:
    house = round_(on_map(shared_once(), "Bo"), who="Bo")
    assert label_bonds(house) == []
    assert len(house.bond("ari", "bo").shared) == 2
    assert "Tried with hard things so far: 2." in look_at(house, "Bo")


def test_without_the_map_a_name_in_real_life_is_only_a_name() -> None:
    house = round_(shared_once(), who="Bo")
    assert len(label_bonds(house)) == 1


def test_whoever_listened_sees_how_often() -> None:
    house = stage("thanks", band="good")
    for line in ("bo: /map", "bo: Ari", *["bo: skip"] * 4, "bo: [done]", "bo: /map"):
        act(house, line)
    text = house.choose("bo", "id-of-ari")[-1].text
    assert "You shared: 0. You listened: 1." in text


# ── nobody else ──────────────────────────────────────────────────────────────
def test_a_map_changes_nothing_that_anybody_else_sees() -> None:
    plain, mapped = House(), House()
    on_map(mapped, "Bo", felt="1")
    houses = [stage("close", band="bad", house=house) for house in (plain, mapped)]
    first, second = ([(one.at, one.text) for one in h.seen_by("bo")] for h in houses)
    assert first == second


def test_whoever_is_on_both_maps_learns_nothing_of_the_others() -> None:
    house = on_map(shared_once(), "Bo", aim="less")
    house.say("bo", "/map")
    assert dict(house.open_for("bo")[-1].choices) == {"id-of-ari": "Ari", "skip": "Skip"}
    text = house.choose("bo", "id-of-ari")[-1].text
    assert "less" not in text.casefold()
    assert "More walks." not in "".join(one.text for one in house.seen_by("bo"))


# ── export and deletion ──────────────────────────────────────────────────────
def exported(house: House) -> tuple[dict[str, Any], str]:
    seen = house.say("ari", "/export")
    (file,) = [one for one in seen if one.kind == "file"]
    text = "\n".join(one.text for one in seen if one.kind == "note")
    return msgspec.json.decode(file.text, type=dict[str, Any]), text


def test_an_export_holds_the_map_and_every_round_once() -> None:
    house = on_map(House())
    for _ in range(4):
        round_(house)
        house.wait("1d")
    data, text = exported(house)
    (about,) = data["people"]
    assert (about["name"], len(about["shared"])) == ("Sam", 4)
    assert text.count("you shared. Size") == 4
    (note,) = [one for one in data["notes"] if one["kind"] == "map"]
    assert note["about"] == "Sam"
    assert note["words"]["felt"] == ["4"]
    assert "your list of people (Sam): To feel safe" in text
    assert all(words in text for words in WORDS)


def test_somebody_of_whom_there_is_only_an_entry_is_in_the_export() -> None:
    data, text = exported(on_map(House()))
    assert [one["name"] for one in data["people"]] == ["Sam"]
    assert "About Sam" in text


def delete(house: House, *picks: str) -> list[Seen]:
    house.say("ari", "/delete")
    return [seen for pick in (*picks, "delete") for seen in house.choose("ari", pick)]


def test_deleting_one_person_deletes_all_of_them_and_nothing_of_the_rest() -> None:
    house = round_(on_map(on_map(House()), "Kit"))
    round_(house, who="Kit")
    delete(house, "person", other_of(house))
    assert [said(one, "label") for one in entries(house)] == ["Kit"]
    assert {one.other for one in house.kept.values()} == {other_of(house, "Kit")}
    assert [one.called.open_for("test") for one in label_bonds(house) if one.called] == ["Kit"]


def test_deleting_somebody_ends_what_runs_about_them() -> None:
    house = named(on_map(House()))
    delete(house, "person", other_of(house))
    assert house.sessions == {}


def test_somebody_of_a_long_list_can_be_deleted_too() -> None:
    house = House()
    for number in range(30):
        on_map(house, f"S{number}")
    delete(house, "person", other_of(house, "S29"))
    assert len(entries(house)) == 29


def test_deleting_a_round_deletes_what_was_kept_of_it_for_later() -> None:
    house = round_(round_(on_map(House())))
    (bond,) = label_bonds(house)
    delete(house, "round", bond.shared[0].id)
    assert "Tried with hard things so far: 1." in look_at(house)


def test_deleting_everything_leaves_nothing() -> None:
    house = round_(on_map(House()))
    delete(house, "everything")
    house.wait("5s")
    assert [key for key in (*house.bonds, *house.kept) if key[0] == person_id("ari")] == []


# ── time ─────────────────────────────────────────────────────────────────────
def test_ratings_go_after_ninety_days_and_the_map_stays() -> None:
    house = round_(on_map(House()))
    house.change("ari", keep="nothing")
    house.wait("91d")
    assert [one.kind for one in house.kept.values()] == ["map"]
    assert label_bonds(house) == []
    text = look_at(house)
    assert "it feels safe: 4. Tried with hard things so far: 0." in text


def test_whoever_keeps_no_numbers_keeps_no_history() -> None:
    house = House()
    house.change("ari", numbers="none")
    round_(on_map(house))
    house.wait("1s")
    assert [one.kind for one in house.kept.values()] == ["map"]


def test_more_rounds_are_kept_for_oneself_than_the_ladder_looks_at() -> None:
    house = on_map(House())
    for _ in range(5):
        round_(house, guess="good")
        house.wait("1d")
    assert "What you expected matched 5 of 5." in look_at(house)


# ── at no cost to others ─────────────────────────────────────────────────────
def test_no_turn_of_a_shared_exercise_has_the_map_at_hand() -> None:
    house = on_map(House(), "Bo")
    watched = Watching(house.router)
    house.router = watched  # type: ignore[assignment]  # it decides as the real one does
    stage("answer", house=house)
    assert {*watched.records} == {0}


class Watching:
    """Lets the real router decide, and notes how many records it was given."""

    def __init__(self, router: Router) -> None:
        self.router, self.words, self.commands = router, router.words, router.commands
        self.records: list[int] = []

    def decide(self, world: World, event: Event) -> Turn:
        self.records.append(len(world.records))
        return self.router.decide(world, event)
