"""A copy of all that is kept of a person: their own words, and nobody else's."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest

from bot.model.person import Bond, Round
from bot.model.private import Private
from tests.exercises.stages import stage
from tests.play import House, Seen, act, person_id


def _exported(seen: list[Seen]) -> dict[str, Any]:
    """What is in the file."""
    (file,) = [one for one in seen if one.kind == "file"]
    return msgspec.json.decode(file.text, type=dict[str, Any])


def _read(seen: list[Seen]) -> str:
    return "\n".join(one.text for one in seen if one.kind == "note")


def _far_along() -> House:
    """Ari has shared and rated; now Ari writes what would have felt better."""
    house = stage("tell", band="good")
    for line in ("ari: [better]", "ari: [phrase-1]", "ari: A bit less alone."):
        act(house, line)
    return house


def test_own_words_and_numbers_are_in_it_and_what_the_other_wrote_is_not() -> None:
    house = _far_along()
    ari, bo = (_answers(house, who) for who in ("ari", "bo"))
    seen = house.say("ari", "/export")
    data, text = _exported(seen), _read(seen)
    everything = msgspec.json.encode(data).decode() + text
    assert ari - bo
    for words in ari - bo:
        assert words in everything
    assert bo - ari
    for words in bo - ari:
        assert words not in everything


def _answers(house: House, who: str) -> set[str]:
    """Longer texts that somebody has written in what is running."""
    role = house.session.role_of(person_id(who)) or ""
    given = house.session.answers.get(role, {})
    quoted = {"phrase"}
    texts = {_plain(one) for name, one in given.items() if name not in quoted}
    return {text for text in texts if " " in text}


def _plain(given: Private) -> str:
    return given.open_for("test").removeprefix("\x1f")  # begins own words where ids are possible


def test_it_names_the_other_as_their_owner_knows_them() -> None:
    house = _far_along()
    data = _exported(house.say("ari", "/export"))
    assert [bond["name"] for bond in data["people"]] == ["Bo"]
    assert data["people"][0]["shared"][0]["band"] == "good"


def test_what_it_says_of_another_does_not_show_that_they_have_left() -> None:
    house = _far_along()
    alone = house.copy()
    house.change("bo", leaving=house.at, due=house.at)
    house.wait("1m")
    alone.wait("1m")
    assert person_id("bo") not in house.people
    assert _read(house.say("ari", "/export")) == _read(alone.say("ari", "/export"))


def test_settings_and_a_line_that_was_saved_are_in_it() -> None:
    house = House()
    house.change("ari", meaning=Private("being heard"), country="DE", zone="Europe/Berlin")
    seen = house.say("ari", "/export")
    for words in ("being heard", "DE", "Europe/Berlin"):
        assert words in _read(seen)
        assert words in msgspec.json.encode(_exported(seen)).decode()


def test_cards_plan_and_intention_are_in_it_in_words() -> None:
    house = House()
    for line in ("/jar", "[add]", "kanarie card", "[pinch]", "[plan]", "[quiet]", "[open-jar]"):
        act(house, f"ari: {line}")
    for line in ("skip", "[enough]", "/review", "[go-on]", "skip", "[rest]", "now", "[send]"):
        act(house, f"ari: {line}")
    seen = house.say("ari", "/export")
    text = _read(seen)
    for words in (
        "a card in your jar (-): kanarie card",
        "your if-then plan (-): that I go quiet",
        "your if-then plan (-): open my jar",
        "an intention (-): Rest from all of this",
        "Ready for your next share: kanarie card",
    ):
        assert words in text
    data = _exported(seen)
    assert {one["kind"] for one in data["notes"]} == {"jar", "plan", "intention"}
    assert data["settings"]["for_the_next_share"] == "kanarie card"
    assert "kanarie" not in "".join(one.text for one in house.copy().say("bo", "/export"))


def test_a_guess_and_a_kind_are_in_it_beside_the_rating() -> None:
    house = House()
    one = Round(id="r/1", day=20_000, size=2, band="good", guess="bad", family="sore")
    key = person_id("ari"), person_id("bo")
    house.bonds[key] = Bond(owner=key[0], other=key[1], shared=(one,))
    seen = house.say("ari", "/export")
    assert "kind: Sore, expected: Not good, it felt: Really good" in _read(seen)
    (shared,) = _exported(seen)["people"][0]["shared"]
    assert (shared["guess"], shared["family"]) == ("bad", "sore")


def test_ten_at_once_are_one_and_a_kind_sentence() -> None:
    house = House()
    seen = [one for _ in range(10) for one in house.say("ari", "/export")]
    assert len([one for one in seen if one.kind == "file"]) == 1
    assert len([one for one in seen if "export-wait" in one.names()]) == 9
    house.wait(timedelta(minutes=1))
    assert [one for one in house.say("ari", "/export") if one.kind == "file"]


def test_long_texts_come_in_pieces_that_fit() -> None:
    house = House()
    house.change("ari", meaning=Private("word " * 250), pause_word="w" * 30)
    seen = [one for one in house.say("ari", "/export") if one.kind == "note"]
    assert len(seen) > 1
    assert max(len(one.text) for one in seen) < 1900


def test_somebody_who_is_not_welcomed_yet_can_have_it_too() -> None:
    house = House(welcomed=False)
    assert _exported(house.say("ari", "/export"))["settings"]["welcomed"] == ""


ALONE = {
    "a quick check": ["ari: I want to kill myself", "ari: [yes]"],
    "a pause": ["ari: break"],
    "deleting": ["ari: /delete", "ari: [person]"],
}


@pytest.mark.parametrize("what", sorted(ALONE))
def test_that_something_private_is_open_is_not_in_it(what: str) -> None:
    house = House()
    plain = _exported(house.copy().say("ari", "/export"))
    for line in ALONE[what]:
        act(house, line)
    seen = house.say("ari", "/export")
    assert _exported(seen)["running"] == plain["running"] == []
    assert not [one for one in seen for words in one.words if "export-running" in words]


INSIDE = {
    "a quick check": ["ari: I want to kill myself", "ari: [yes]", "ari: [none]"],
    "a pause": ["ari: break", "ari: [breathe]"],
}


@pytest.mark.parametrize("what", sorted(INSIDE))
def test_nor_is_what_was_answered_in_private_inside_of_something(what: str) -> None:
    house = stage("what")
    before = _exported(house.copy().say("ari", "/export"))["running"]
    for line in INSIDE[what]:
        act(house, line)
    seen = house.say("ari", "/export")
    (running,) = _exported(seen)["running"]
    assert running["answers"].keys() - {"text"} == before[0]["answers"].keys()
    assert not [one for one in seen for words in one.words if "quick-check" in words]
