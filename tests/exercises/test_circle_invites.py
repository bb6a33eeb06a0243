"""The invite to a circle: all names, all must say yes, a code for each seat (method E12)."""

import msgspec
import pytest

from tests.exercises.ring import SIX, THREE, asked, invited, says_yes, view
from tests.play import House, person_id

CLOSED = "This one has closed."


# ── the invite ───────────────────────────────────────────────────────────────
@pytest.mark.parametrize("names", [SIX[:3], SIX[:4], SIX[:5], SIX])
def test_every_invite_names_everybody_and_says_what_can_be_worked_out(
    names: tuple[str, ...],
) -> None:
    house = invited(*names)
    for name in names[1:]:
        (invite,) = [one for one in house.seen_by(name) if one.step == "invite/invite"]
        assert all(other in invite.text.lower() for other in names if other != name)
        assert invite.text.partition("\n\n")[2].startswith("Ari asks you to a circle")
        assert "people who talk outside can work it out" in invite.text
        assert "can be seen leaving" in invite.text
        assert "easy to guess" in invite.text


@pytest.mark.parametrize("named", ["", "bo", "bo cleo dan eli fay gus"])
def test_fewer_or_more_than_a_circle_takes_is_said_kindly(named: str) -> None:
    house = House(*THREE)
    (seen,) = house.say("ari", f"/circle {named}".strip())
    assert "two to five others" in seen.text
    assert not house.sessions


@pytest.mark.parametrize("named", ["bo ari", "bo cleo ari"])
def test_nobody_is_there_twice(named: str) -> None:
    house = House(*THREE)
    (seen,) = house.say("ari", f"/circle {named}")
    assert "is there twice" in seen.text
    assert not house.sessions


def test_it_begins_only_when_all_have_said_yes() -> None:
    house = invited(*SIX)
    assert not [one for one in says_yes(house, *SIX[1:5]) if one.step == "begin"]
    seen = says_yes(house, "fay")
    assert {one.by for one in seen if one.step == "begin"} == {*SIX}


@pytest.mark.parametrize("no", ["not-now", "mute", "", "stop", "some"])
def test_whoever_does_not_say_yes_all_hear_the_same_at_the_limit(no: str) -> None:
    house, silent = invited(), invited()
    for one in (house, silent):
        says_yes(one, "bo")
    if no == "some":
        house.choose("cleo", "yes")
    if no:
        house.say("cleo", "stop") if no == "stop" else house.choose("cleo", no)
    for one in (house, silent):
        one.until_nothing()
    assert view(house, "ari", "bo") == view(silent, "ari", "bo")
    assert all(CLOSED in house.seen_by(name)[-1].text for name in ("ari", "bo"))
    assert not house.sessions


def test_a_yes_is_taken_back_by_a_stop_and_it_does_not_begin() -> None:
    house, never = invited(), invited()
    says_yes(house, "bo")
    house.say("bo", "stop")
    for one in (house, never):
        says_yes(one, "cleo")
        one.until_nothing()
    assert view(house, "ari", "cleo") == view(never, "ari", "cleo")


def test_whoever_mutes_is_not_asked_by_the_same_person_again_and_nobody_can_tell() -> None:
    house = invited()
    house.choose("bo", "mute")
    house.until_nothing()
    house.wait("72h")
    before = len(house.seen_by("bo"))
    house.say("ari", "/circle bo cleo")
    for pick in ("none", "slow", "relay"):
        house.choose("ari", pick)
    assert len(house.seen_by("bo")) == before
    assert asked(house, "cleo") == "invite/invite"


@pytest.mark.parametrize("no", ["mute", "not-now", ""])
def test_a_mute_closes_ones_guide_to_who_asked_as_every_other_silence_does(no: str) -> None:
    house = invited()
    for other in ("bo", "cleo"):
        known = house.bond("ari", other)
        house.bonds[known.owner, known.other] = msgspec.structs.replace(known, met=True)
    says_yes(house, "cleo")
    if no:
        house.choose("bo", no)
    house.until_nothing()
    assert all(house.bond("ari", other).lapsed for other in ("bo", "cleo"))


def test_an_invite_to_a_circle_stands_in_the_way_of_another_with_the_same_people() -> None:
    house = invited()
    (seen,) = house.say("ari", "/share bo")
    assert "one open between you and Bo" in seen.text or "one open between you and bo" in seen.text


@pytest.mark.parametrize(
    "said",
    [
        "/circle bo cleo",
        "circle bo, cleo",
        "!circle with bo and cleo",
        "Circle @bo, @cleo",
        "circle bo & cleo",
    ],
)
def test_names_may_be_typed_in_many_ways(said: str) -> None:
    house = House(*THREE)
    house.say("ari", said)
    assert {*house.session.players.values()} == {person_id(name) for name in THREE}


def test_names_that_are_picked_are_shown_as_the_platform_shows_them() -> None:
    house = House(*THREE)
    picked = {"person": "bo", "called": "Bo B.", "person2": "cleo", "called2": "Cleo"}
    house.ask("ari", "circle", **picked)
    for pick in ("none", "slow", "relay"):
        house.choose("ari", pick)
    assert "Ari, Cleo" in house.seen_by("bo")[-1].text
    assert "Ari, Bo B." in house.seen_by("cleo")[-1].text


# ── place, codes and people who come ─────────────────────────────────────────
def test_a_shared_place_is_opened_for_all_and_says_that_leaving_is_seen() -> None:
    house = invited(*SIX, place="room")
    says_yes(house, *SIX[1:])
    (opened,) = [one for one in house.messages if one.kind == "open"]
    assert {*opened.people} == {person_id(name) for name in SIX}
    assert "whoever leaves can be seen leaving" in house.seen_by("room")[1].text


def test_where_no_shared_place_can_be_opened_none_is_offered() -> None:
    house = House(*THREE, rooms=False)
    house.say("ari", "/circle bo cleo")
    house.choose("ari", "none")
    house.choose("ari", "slow")
    assert asked(house, "bo") == "invite/invite"


def code_for(house: House, name: str) -> str:
    """The code of somebody's seat, as Ari was shown it."""
    (said,) = [one for one in house.seen_by("ari") if "circle.asked" in one.words]
    return said.text.lower().partition(f"{name}: ")[2][:9]


def test_every_seat_has_a_code_of_its_own_and_it_works_once() -> None:
    house = invited(*SIX[:4])
    codes = {name: code_for(house, name) for name in ("bo", "cleo", "dan")}
    assert len({*codes.values()}) == 3
    house.meet("gus")
    house.say("gus", f"join {codes['dan']}")
    assert asked(house, "gus") == "invite/invite"
    assert asked(house, "dan") == ""
    house.meet("hal")
    (seen,) = house.say("hal", f"join {codes['dan']}")
    assert "does not work" in seen.text
    (mine,) = house.say("ari", f"join {codes['bo']}")
    assert "your own code" in mine.text
    (two,) = house.say("bo", f"join {codes['cleo']}")
    assert "does not work" in two.text


def test_where_somebody_else_came_all_are_asked_the_private_check_once_more() -> None:
    house = invited()
    says_yes(house, "bo")
    house.meet("gus")
    house.say("gus", f"join {code_for(house, 'cleo')}")
    seen = says_yes(house, "gus")
    assert {one.by for one in seen if one.step == "check-any/check-any"} == {"ari", "bo"}
    assert any("Gus typed your code" in one.text for one in seen if one.by == "ari")
    assert asked(house, "gus") == "space/space"
    house.choose("bo", "some")
    assert person_id("bo") in {house.session.players[role] for role in house.session.gone}
    house.choose("ari", "none")
    assert asked(house, "ari") == "space/space"


def test_where_somebody_else_came_no_place_is_shared_with_whom_one_may_fear() -> None:
    house = invited(place="room")
    says_yes(house, "bo")
    house.meet("gus")
    house.say("gus", f"join {code_for(house, 'cleo')}")
    seen = says_yes(house, "gus")
    assert not [one for one in house.messages if one.kind == "open"]
    told = {one.by for one in seen if "no shared place is opened" in one.text}
    assert told == {"ari", "bo", "gus"}


def test_somebody_who_does_not_use_the_bot_looks_like_somebody_who_does_not_answer() -> None:
    strangers, silent = House("ari", "bo"), House(*THREE)
    for house in (strangers, silent):
        house.say("ari", "/circle bo cleo")
        for pick in ("none", "slow", "relay"):
            house.choose("ari", pick)
        says_yes(house, "bo")
        house.until_nothing()
    seen = (
        [row for row in view(h, "ari", "bo") if row[3] != "invite"] for h in (strangers, silent)
    )
    assert next(seen) == next(seen)  # but for the codes, which are each circle's own
