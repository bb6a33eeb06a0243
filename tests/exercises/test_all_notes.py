"""Every kind of note that can be planned opens an exercise of that name, discreetly (C19, D12)."""

import pytest

from bot.model.schedule import ASKS
from bot.text.typed import plain
from tests.exercises.calm import fill
from tests.play import House
from tests.seen import Seen

TELLING = ("jar", "plan", "card", "week", "small", "feel", "share", "check", "mood", "calm")


def planned(kind: str) -> House:
    """A house in which Ari keeps some cards and wants a note of this kind every evening."""
    house = House()
    fill(house, "kanarie the first", "kanarie the second", plan=True)
    house.ask("ari", "prompts")
    for pick in (kind, "evenings", "keep", "enough"):
        house.choose("ari", pick)
    return house


def notes(seen: list[Seen]) -> list[Seen]:
    return [one for one in seen if one.kind == "question"]


@pytest.mark.parametrize("kind", ASKS)
def test_the_first_line_says_nothing_of_what_it_is(kind: str) -> None:
    house = planned(kind)
    (note,) = notes(house.wait("6h"))
    assert not [word for word in TELLING if word in plain(note.preview)]
    assert "kanarie" not in note.text
    assert [id_ for id_, _ in note.choices] == ["open", "not-today"]


@pytest.mark.parametrize("kind", ASKS)
def test_a_tap_opens_it_and_not_today_is_an_answer(kind: str) -> None:
    house = planned(kind)
    house.wait("6h")
    assert notes(house.copy().choose("ari", "open"))
    assert not notes(house.choose("ari", "not-today"))
    assert house.person("ari").plans[0].ignored == 0
    assert not house.sessions


@pytest.mark.parametrize("kind", ASKS)
@pytest.mark.parametrize("pick", ["open", "other-time", "off"])
def test_after_three_without_an_answer_it_asks_for_fewer_once(kind: str, pick: str) -> None:
    house = planned(kind)
    house.wait("78h")
    assert notes(house.choose("ari", pick, of="fewer")) or not house.sessions
    assert bool(house.person("ari").plans) == (pick != "off")


@pytest.mark.parametrize("kind", ASKS)
def test_in_the_end_it_falls_silent_by_itself(kind: str) -> None:
    house = planned(kind)
    assert len(notes(house.wait("30d"))) == 6
    assert house.person("ari").plans == ()
    assert not house.sessions


@pytest.mark.parametrize("kind", ASKS)
def test_nobody_else_sees_anything(kind: str) -> None:
    house = planned(kind)
    house.wait("6h")
    house.choose("ari", "open")
    house.wait("30d")
    assert house.seen_by("bo") == []
    assert house.seen_by("room") == []
