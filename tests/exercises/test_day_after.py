"""What comes the day after a round: not to whoever is out of it, nor to whoever rests."""

from datetime import timedelta

import pytest

from bot.model.event import ROOM, Gone
from bot.model.person import Account
from tests.exercises.stages import stage
from tests.play import PLATFORM, House, act, play

TOMORROW = """
    ari: [tomorrow]
        → …
"""
DARK = "I want to kill myself"
LEAVING = {
    "a stop": ["ari: stop"],
    "a quick check": [f"ari: {DARK}", "ari: [yes]", "ari: [none]", "ari: [leave]"],
    "a private pause": ["ari: break", "ari: [quiet]", "ari: [minutes-5]", "+ 5m", "ari: [enough]"],
    "a pause": ["ari: pause", "ari: [quiet]", "ari: [minutes-5]", "+ 5m", "ari: [enough]"],
    "leaving": ["ari leaves"],
}


def _put_off(place: str = "relay") -> House:
    """Ari was stung, and wants to be asked tomorrow; the round still asks for thanks."""
    return play(TOMORROW, stage("tell", sting="lot", place=place))


def _asked_the_next_day(house: House) -> list[str]:
    seen = [one for one in house.wait("48h") if one.by == "ari"]
    return [one.step for one in seen if "tell" in one.names()]


def test_who_stays_is_asked() -> None:
    assert _asked_the_next_day(_put_off()) == ["tell-later/tell"]


@pytest.mark.parametrize("way", sorted(LEAVING))
def test_by_whatever_way_one_leaves_one_is_not_asked_about_them_the_next_day(way: str) -> None:
    house = _put_off()
    for line in LEAVING[way]:
        act(house, line)
    assert not _asked_the_next_day(house)
    house.until_nothing()
    assert not house.sessions


def test_leaving_the_shared_place_alone_is_enough() -> None:
    house = _put_off("room")
    (room,) = [one.id for one in house.sessions.values() if one.mode == "room"]
    account = Account(platform=PLATFORM, native="ari", name="Ari")
    house.give(Gone(key="out", at=house.at, account=account, place=ROOM + room, how="left"))
    assert not _asked_the_next_day(house)


def test_it_is_said_once_that_this_is_over() -> None:
    play(
        """
        ari: stop
            → ari  stopped
        """,
        _put_off(),
    )


def test_what_the_other_does_ends_nothing_of_mine() -> None:
    house = _put_off()
    house.say("bo", "stop")
    assert _asked_the_next_day(house) == ["tell-later/tell"]


@pytest.mark.parametrize("whole", [True, False])
def test_who_rests_is_not_asked_about_them(*, whole: bool) -> None:
    house = _put_off()
    if whole:
        house.change("ari", rest_until=house.at + timedelta(days=30))
    else:
        house.rest("ari", "bo", "30d")
    assert not _asked_the_next_day(house)


def test_who_was_asked_and_answers_goes_on_although_they_rest_by_then() -> None:
    house = _put_off()
    house.wait("20h")
    house.rest("ari", "bo", "30d")
    seen = house.choose("ari", "helped")
    assert [one.step for one in seen if one.choices] == ["build-helped/phrase"]
