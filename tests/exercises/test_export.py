"""A copy of all that is kept of a person: their own words, and nobody else's."""

from datetime import timedelta
from typing import Any

import msgspec

from bot.model.private import Private
from tests.engine.histories import lines, walk
from tests.play import House, Seen, person_id


def _exported(seen: list[Seen]) -> dict[str, Any]:
    """What is in the file."""
    (file,) = [one for one in seen if one.kind == "file"]
    return msgspec.json.decode(file.text, type=dict[str, Any])


def _read(seen: list[Seen]) -> str:
    return "\n".join(one.text for one in seen if one.kind == "note")


def _far_along() -> House:
    """Ari has shared and rated; now Ari writes what would have felt better."""
    *_, house = walk(lines("all goes well", "slow", "relay")[:30], "slow")
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
    texts = {one.open_for("test") for name, one in given.items() if name not in quoted}
    return {text for text in texts if " " in text}


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
