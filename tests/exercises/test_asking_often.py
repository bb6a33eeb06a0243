"""How often somebody may ask, counted from their own acts alone (safety D1.4, D1.5)."""

import pytest

from tests.play import House, code_of, play

NAMES = ("ari", "bo", "cleo", "dee", "eve", "fay", "gil", "hal")


def asks(house: House, whom: str) -> None:
    """Ari sends an invite out."""
    for text in (f"/share {whom}", "[me]", "[live]", "[relay]"):
        play(f"ari: {text}\n → …", house)
    assert "small-share.asked" in house.seen_by("ari")[-1].words


def test_three_may_be_open_at_a_time() -> None:
    house = House(*NAMES)
    for whom in ("bo", "cleo", "dee"):
        asks(house, whom)
    play("ari: /share eve\n → ari three-open\nari: /share\n → ari three-open", house)
    play("+ 24h\n → …\nari: /share eve\n → ari who-first", house)


def test_what_is_about_to_be_asked_counts_too() -> None:
    house = House(*NAMES)
    for whom in ("bo", "cleo", "dee"):
        play(f"ari: /share {whom}\n → ari who-first", house)
    play(
        "ari: /share eve\n → ari three-open\nari: stop\n → …\nari: /share eve\n → ari who-first",
        house,
    )


@pytest.mark.parametrize("does", ["[not-now]", "[mute]", "stop", "join {}", "[what]"])
def test_what_the_others_do_makes_no_room(does: str) -> None:
    house = House(*NAMES)
    for whom in ("bo", "cleo", "dee"):
        asks(house, whom)
    (first, *_) = house.sessions
    play(f"bo: {does.format(code_of(first))}\n → …\nari: /share eve\n → ari three-open", house)


def test_an_invite_that_has_begun_is_not_open_any_more() -> None:
    house = House(*NAMES)
    for whom in ("bo", "cleo", "dee"):
        asks(house, whom)
    play("bo: [yes]\n → …\nari: /share eve\n → ari who-first", house)
    assert len(house.person("ari").invites) == 2


def test_a_yes_after_a_stop_makes_no_room_for_it_is_not_told() -> None:
    house = House(*NAMES)
    for whom in ("bo", "cleo", "dee"):
        asks(house, whom)
    (first, *_) = house.sessions
    house.change("ari", focus=first)
    play("ari: stop\n → ari stopped\nbo: [yes]\n → …", house)
    assert house.sessions[first].begun
    play("ari: /share eve\n → ari three-open\nari: /share bo\n → ari one-open", house)


def test_six_new_ones_are_enough_for_a_day() -> None:
    house = House(*NAMES)
    for whom in NAMES[1:7]:
        asks(house, whom)
        play(f"{whom}: [yes]\n → …", house)
    play("ari: /share hal\n → ari six-today\nari: /share\n → ari six-today", house)
    play("+ 9h\n → …\nari: /share hal\n → ari who-first", house)  # the next day


def test_what_is_kept_of_invites_goes_three_days_after_the_last_of_them() -> None:
    house = House(*NAMES)
    asks(house, "bo")
    play("+ 97h\n → …", house)
    asks(house, "cleo")
    assert [one.named for one in house.person("ari").invites] == ["id-of-cleo"]
