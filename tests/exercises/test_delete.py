"""Deleting what is kept: all of it, one person, one round; and nothing by accident."""

from datetime import timedelta

import msgspec
import pytest

from bot.model.person import Bond, Round
from bot.model.private import Private
from tests.engine.histories import lines, walk
from tests.exercises.stages import stage
from tests.play import House, Seen, act, person_id, play

ROUND = Round(id="old/1", day=20_000, size=2, band="good")


def _keeps(house: House, owner: str, other: str, **kept: object) -> None:
    bond = Bond(owner=person_id(owner), other=person_id(other), called=Private(other.title()))
    house.bonds[bond.owner, bond.other] = msgspec.structs.replace(bond, **kept)


def test_all_of_it_takes_two_taps_and_is_gone_in_seconds() -> None:
    house = play(
        """
        ari: /delete
            → ari  what
        ari: [everything]
            → ari  all-of-it
        ari: [delete]
            → ari  everything-gone
        + 2s
        """
    )
    assert person_id("ari") not in house.people


def test_nothing_means_nothing_and_so_does_stop() -> None:
    house = play(
        """
        ari: /delete
            → ari  what
        ari: [nothing]
            → ari  nothing-deleted
        ari: /delete
            → ari  what
        ari: [everything]
            → ari  all-of-it
        ari: stop
            → ari  stopped-alone
        + 10d
        """
    )
    assert person_id("ari") in house.people


def test_who_is_leaving_is_not_answered_any_more_and_cannot_undo_it_by_accident() -> None:
    house = play(
        """
        ari: /delete
            → ari  what
        ari: [everything]
            → ari  all-of-it
        ari: [delete]
            → ari  everything-gone
        ari: stop
        ari: undo
        ari: hello
        ari: /share bo
        ari blocks
        + 2s
        """
    )
    assert person_id("ari") not in house.people


def test_it_can_be_typed_and_asked_twice() -> None:
    play(
        """
        ari: delete
            → ari  what
        ari: delete
            → ari  what
        ari: all of it
            → ari  all-of-it
        ari: no, keep it
            → ari  nothing-deleted
        """
    )


def test_one_person_goes_with_notes_rests_and_mutes_and_the_others_stay() -> None:
    house = House("ari", "bo", "cleo")
    _keeps(house, "ari", "bo", muted=True, shared=(ROUND,), rest_until=house.at + timedelta(days=3))
    _keeps(house, "ari", "cleo", muted=True)
    _keeps(house, "bo", "ari", muted=True)
    play(
        """
        ari: /delete
            → ari  what
        ari: [person]
            → ari  whom
        ari: Bo
            → ari  sure-person  "about Bo"
        ari: [delete]
            → ari  gone
        """,
        house,
    )
    assert {(owner, other) for owner, other in house.bonds if house.bonds[owner, other].muted} == {
        (person_id("ari"), person_id("cleo")),
        (person_id("bo"), person_id("ari")),
    }


def test_deleting_a_person_is_no_way_around_the_rest_after_an_invite() -> None:
    house = House()
    _keeps(house, "ari", "bo", unanswered_at=house.at, muted=True)
    play(
        """
        ari: /delete
            → ari  what
        ari: [person]
            → ari  whom
        ari: [id-of-bo]
            → ari  sure-person
        ari: [delete]
            → ari  gone
        ari: /share bo
            → ari  not-yet
        """,
        house,
    )
    assert not house.bond("ari", "bo").muted


def test_one_round_goes_and_the_other_stays() -> None:
    house = House()
    newer = msgspec.structs.replace(ROUND, id="new/1", day=20_001)
    _keeps(house, "ari", "bo", shared=(ROUND, newer))
    house.say("ari", "/delete")
    (asked,) = [one for one in house.choose("ari", "round") if one.choices]
    assert dict(asked.choices)["new/1"] == "Bo, 2024-10-05"
    house.choose("ari", "old/1")
    house.choose("ari", "delete")
    assert [one.id for one in house.bond("ari", "bo").shared] == ["new/1"]


def test_deleting_a_person_takes_one_out_of_what_runs_with_them() -> None:
    house = play(
        """
        ari: /share bo
            → …
        ari: [me]
            → …
        ari: [slow]
            → …
        ari: [relay]
            → …
        bo: [yes]
            → …
        bo: [4]
            → …
        bo: /delete
            → bo  what
        bo: [person]
            → bo  whom
        bo: Ari
            → bo  sure-person
        bo: [delete]
            → bo  gone
        """
    )
    (session,) = [one for one in house.sessions.values() if one.script == "small-share"]
    assert session.gone == ("listener",)
    assert [one for one in house.seen_by("ari") if "gone" in one.names()] == []
    house.until_nothing()
    assert not house.sessions


def _second_round() -> House:
    """Ari and Bo have been through one round, and are in the next."""
    house = stage("swap")
    for line in ("ari: [now]", "bo: [now]"):
        act(house, line)
    return house


def test_a_round_that_is_over_goes_and_the_one_that_runs_goes_on() -> None:
    house = _second_round()
    (over,) = house.bond("ari", "bo").shared
    for line in ("/delete", "[round]", f"[{over.id}]", "[delete]"):
        act(house, f"ari: {line}")
    assert not house.bond("ari", "bo").shared
    assert not house.session.gone
    assert not house.session.forgotten


def test_the_round_that_runs_goes_with_ones_part_in_it_and_that_is_said_before() -> None:
    house = stage("thanks")
    (now,) = house.bond("ari", "bo").shared
    house.say("ari", "/delete")
    house.choose("ari", "round")
    (sure,) = [one for one in house.choose("ari", now.id) if one.choices]
    assert "If it is still open, you are out of it." in sure.text
    house.choose("ari", "delete")
    assert house.session.gone == ("sharer",)


def _fills(house: House) -> None:
    """Ari has a card, a plan and an intention."""
    for line in ("/jar", "[add]", "a card", "[pinch]", "[plan]", "[quiet]", "[open-jar]", "skip"):
        act(house, f"ari: {line}")
    for line in ("[enough]", "/review", "[go-on]", "skip", "[rest]"):
        act(house, f"ari: {line}")


def test_jar_plan_and_intention_go_with_all_of_it_and_stay_when_a_person_goes() -> None:
    house = House()
    _keeps(house, "ari", "bo", shared=(ROUND,))
    _fills(house)
    for line in ("/delete", "[person]", f"[{person_id('bo')}]", "[delete]"):
        act(house, f"ari: {line}")
    assert {one.kind for one in house.kept.values()} == {"jar", "plan", "intention"}
    for line in ("/delete", "[everything]", "[delete]"):
        act(house, f"ari: {line}")
    house.wait("2s")
    assert not house.kept


def test_a_round_that_goes_takes_no_card_with_it() -> None:
    house = House()
    _keeps(house, "ari", "bo", shared=(ROUND,))
    _fills(house)
    for line in ("/delete", "[round]", f"[{ROUND.id}]", "[delete]"):
        act(house, f"ari: {line}")
    assert {one.kind for one in house.kept.values()} == {"jar", "plan", "intention"}


def _named(seen: list[Seen]) -> set[str]:
    return {label for one in seen for _, label in one.choices}


@pytest.mark.parametrize("cause", ["not welcomed", "muted", "resting"])
def test_an_invite_that_is_held_back_names_nobody(cause: str) -> None:
    house = House("ari", checked=False)
    house.meet("bo", welcomed=cause != "not welcomed")
    if cause == "muted":
        _keeps(house, "bo", "ari", muted=True)
    if cause == "resting":
        house.change("bo", rest_until=house.at + timedelta(days=1))
    for line in ("/share bo", "[none]", "[me]", "[slow]", "[relay]"):
        act(house, f"ari: {line}")
    house.say("bo", "/delete")
    named = _named(house.choose("bo", "person"))
    assert ("Ari" in named) == (cause == "muted")  # that one is kept, and may be deleted


def test_one_can_come_back_as_somebody_new() -> None:
    house = House()
    house.change("ari", leaving=house.at, due=house.at)
    house.wait("1m")
    seen = house.say("ari", "hello")
    assert [one.step for one in seen] == ["hello/hello"]


@pytest.mark.parametrize("who", ["ari", "bo"])
def test_wherever_one_stands_one_is_forgotten_within_a_minute(who: str) -> None:
    for moment in walk(lines("all goes well", "slow", "relay"), "slow"):
        house = moment.copy()
        house.say(who, "/delete")
        house.choose(who, "everything")
        house.choose(who, "delete", of="all-of-it")
        house.wait("1m")
        assert person_id(who) not in house.people
        assert not [owner for owner, _ in house.bonds if owner == person_id(who)]
        house.until_nothing()
        assert not house.sessions


def test_a_bare_delete_is_never_taken_for_an_answer() -> None:
    house = stage("what")
    house.say("ari", "delete")
    assert "delete" in {one.script for one in house.sessions.values()}
    assert "text" not in house.sessions[house.log[0].key.partition(".")[0]].answers["sharer"]


def test_a_word_that_begins_with_delete_is_an_answer() -> None:
    house = stage("what")
    house.say("ari", "Delete that day, I thought.")
    assert {one.script for one in house.sessions.values()} == {"small-share"}
