"""What a small share in real life leaves behind: the key, names, deletion and export (E15, C17)."""

from datetime import timedelta
from typing import Any

import msgspec

from tests.exercises.real import card, did, hint, label_bonds, named, over, rated, round_
from tests.play import House, person_id
from tests.seen import Seen


# ── the sharer's own key ─────────────────────────────────────────────────────
def test_the_key_starts_small() -> None:
    assert "Pick something small" in hint(House())


def test_twice_good_makes_bigger_possible_and_staying_as_good() -> None:
    house = rated(round_(House()))
    seen = house.choose("ari", "keep")
    assert "You could stay at 2, or try a 3" in seen[-1].text
    assert "Staying is just as good" in seen[-1].text


def test_once_good_stays_the_same() -> None:
    assert "About 2" in hint(round_(House()))


def test_one_bad_time_makes_it_smaller() -> None:
    house = round_(House(), "bad", size="4")
    house.wait("2d")
    assert "a 2 is plenty" in hint(house)


def test_two_bad_times_in_a_day_bring_a_rest_until_tomorrow() -> None:
    house = round_(round_(House(), "bad"), "bad")
    assert "There is a rest on this one" in hint(house)
    house.wait("24h")
    assert "A break is a good idea" in hint(house)


def test_another_way_that_was_good_counts_in_the_place_of_the_first() -> None:
    house = rated(House(), "bad")
    house.choose("ari", "better")
    for pick in ("phrase-1", "hurt", "slower", "stayed", "will", "none", "yes", "good", "none"):
        house.choose("ari", pick)
    over(house)
    (bond,) = label_bonds(house)
    assert [one.band for one in bond.shared] == ["good"]


def test_what_is_kept_about_one_says_nothing_about_another() -> None:
    house = round_(round_(House()))
    assert "Pick something small" in hint(house, "Kit")


def test_steady_turns_the_bigger_hint_off_and_on() -> None:
    house = named(round_(round_(House())))
    assert "nothing bigger" in house.say("ari", "steady")[-1].text
    house.say("ari", "stop")
    house.wait("8d")
    assert "try a 3" not in hint(house)


def test_bigger_is_said_once_a_week() -> None:
    house = round_(round_(House()))  # it was said at the end of the second time
    assert "try a 3" not in hint(house)
    house.wait("8d")
    assert "try a 3" in hint(house)


# ── names ────────────────────────────────────────────────────────────────────
def test_a_name_that_was_used_before_is_offered_and_means_the_same() -> None:
    house = round_(House())
    (bond,) = label_bonds(house)
    house.ask("ari", "real")
    assert dict(house.open_for("ari")[-1].choices) == {bond.other: "Sam"}
    house.choose("ari", bond.other)
    house.say("ari", "stop")
    assert "About 2" in hint(house, "  sam! ")


def test_the_newest_name_comes_first() -> None:
    house = round_(House())
    house.wait("2d")
    round_(house, who="Kit")
    house.ask("ari", "real")
    assert [label for _, label in house.open_for("ari")[-1].choices] == ["Kit", "Sam"]


def test_names_are_offered_to_nobody_else() -> None:
    house = round_(House())
    house.ask("bo", "real")
    assert house.open_for("bo") == []


def test_the_id_of_a_name_says_nothing_and_differs_for_everybody() -> None:
    house = round_(House())
    house.ask("bo", "real")
    house.say("bo", "Sam")
    (bond,) = label_bonds(house)
    assert "sam" not in bond.other.casefold()
    assert bond.other not in house.people


def test_the_name_of_somebody_who_is_here_is_only_a_name() -> None:
    house = round_(House(), who="Bo")
    (bond,) = label_bonds(house)
    assert bond.other != person_id("bo")
    assert house.seen_by("bo") == []


def test_a_long_name_is_turned_down_kindly() -> None:
    house = House()
    house.ask("ari", "real")
    assert "40" in house.say("ari", "x" * 41)[-1].text


# ── what is kept ─────────────────────────────────────────────────────────────
def exported(house: House) -> tuple[dict[str, Any], str]:
    seen = house.say("ari", "/export")
    (file,) = [one for one in seen if one.kind == "file"]
    text = "\n".join(one.text for one in seen if one.kind == "note")
    return msgspec.json.decode(file.text, type=dict[str, Any]), text


def test_an_export_holds_the_name_and_how_it_was() -> None:
    data, text = exported(round_(House(), "middle", "bit"))
    (about,) = data["people"]
    assert about["name"] == "Sam"
    assert [(one["size"], one["band"]) for one in about["shared"]] == [(2, "middle")]
    assert "About Sam" in text


def test_an_export_holds_what_is_open_now() -> None:
    data, _ = exported(card(House()))
    (running,) = data["running"]
    assert running["answers"]["who"] == ["Sam"]
    assert running["answers"]["text"] == ["I was left out of a joke."]


def delete(house: House, *picks: str) -> list[Seen]:
    house.say("ari", "/delete")
    return [seen for pick in (*picks, "delete") for seen in house.choose("ari", pick)]


def test_deleting_somebody_deletes_what_was_learned_too() -> None:
    house = rated(House())
    house.choose("ari", "keep")
    house.say("ari", "Asking first helps.")
    (bond,) = label_bonds(house)
    delete(house, "person", bond.other)
    assert (label_bonds(house), [*house.kept]) == ([], [])


def test_deleting_somebody_ends_what_runs_about_them_and_nothing_else() -> None:
    house = named(round_(House()))
    (bond,) = label_bonds(house)
    delete(house, "person", bond.other)
    assert house.sessions == {}
    house = named(round_(House()), "Kit")
    (bond,) = label_bonds(house)
    delete(house, "person", bond.other)
    assert len(house.sessions) == 1


def test_one_time_can_be_deleted_alone() -> None:
    house = round_(round_(House()))
    (bond,) = label_bonds(house)
    delete(house, "round", bond.shared[0].id)
    (left,) = label_bonds(house)
    assert left.shared == bond.shared[1:]


def test_deleting_everything_deletes_names() -> None:
    house = round_(House())
    delete(house, "everything")
    house.wait("5s")
    assert label_bonds(house) == []


def test_ratings_go_after_ninety_days_and_the_name_with_them() -> None:
    house = round_(House())
    house.wait("89d")
    assert len(label_bonds(house)) == 1
    house.wait("2d")
    assert label_bonds(house) == []


def test_whoever_keeps_no_numbers_keeps_no_name() -> None:
    house = House()
    house.change("ari", numbers="none")
    round_(house)
    assert label_bonds(house) == []


def test_a_draft_is_dropped_after_a_day_and_a_card_is_not() -> None:
    house = named(House())
    house.choose("ari", "sore")
    house.choose("ari", "hurt")
    house.wait("25h")
    assert "words" not in house.session.answers["self"]
    later = card(House())
    later.choose("ari", "none")
    later.wait("25h")
    assert "text" in later.session.answers["self"]


# ── safety ───────────────────────────────────────────────────────────────────
def test_beside_every_rating_there_is_a_quiet_way_out_that_keeps_a_date_and_no_cause() -> None:
    house = did(House())
    for pick in ("yes", "some", "yes", "middle", "none"):
        assert "uneasy" in dict(house.open_for("ari")[-1].choices)
        if pick != "none":
            house.choose("ari", pick)
    seen = house.choose("ari", "uneasy")
    assert any("30 days" in one.text and "Sam" in one.text for one in seen)
    (bond,) = label_bonds(house)
    assert bond.rest_until == house.at + timedelta(days=30)
    house.choose("ari", "leave")
    assert house.sessions == {}
    assert "There is a rest on this one" in hint(house)
    house.wait("31d")
    assert "Pick something small" in hint(house)


def test_words_that_may_mean_danger_are_asked_about() -> None:
    house = named(House())
    house.choose("ari", "dark")
    house.choose("ari", "lost")
    seen = house.say("ari", "I want to kill myself")
    assert seen[-1].step == "check/check"


def test_nothing_of_it_is_told_to_anybody() -> None:
    house = round_(House(), "bad", "lot")
    assert house.seen_by("bo") == []
