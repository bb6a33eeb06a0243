"""Nothing begins before the welcome: whatever somebody's first word is (method E0, safety D8)."""

from collections.abc import Callable

import pytest

from bot.commands import sessions, typed
from bot.commands.registry import ALL
from tests.play import House

Begin = Callable[[House, str], object]
WORDS = sorted({*(one.name for one in ALL), *typed.ALIASES, "good bo", "share bo", "pause please"})
NAMES = {"person": "bo", "first": "bo", "second": "cleo", "code": "ABCD-EFGH"}


def _typed(house: House, word: str) -> object:
    return house.say("ari", word)


def _signed(house: House, word: str) -> object:
    return house.say("ari", f"/{word}")


def _tapped(house: House, word: str) -> object:
    return house.tap("ari", "", word)


def _stranger() -> House:
    house = House("ari", "bo", "cleo")
    house.change("ari", welcomed=None)
    return house


def _stopped() -> House:
    """In the middle of the welcome they stopped, and came upon a control after it."""
    house = _stranger()
    house.say("ari", "hi")
    house.choose("ari", "start")
    house.choose("ari", "understood")
    house.say("ari", "stop", "skip")
    assert not house.sessions
    return house


@pytest.mark.parametrize("begin", [_typed, _signed, _tapped])
@pytest.mark.parametrize("someone", [_stranger, _stopped])
def test_no_first_word_leads_past_the_welcome(someone: Callable[[], House], begin: Begin) -> None:
    for word in WORDS:
        house = someone()
        begin(house, word)
        _nothing_began(house, word)
        house.say("ari", "back", "sad", "what now")
        _nothing_began(house, word)


@pytest.mark.parametrize("command", [one.name for one in ALL])
def test_no_command_given_from_a_menu_of_the_platform_leads_past_it(command: str) -> None:
    for options in ({}, NAMES):
        house = _stranger()
        house.ask("ari", command, **options)
        _nothing_began(house, command)


def test_back_and_what_now_lead_to_the_welcome() -> None:
    for word in ("back", "what now", "/what-now", "menu", "skip"):
        house = _stranger()
        house.say("ari", word, "back")
        assert house.seen_by("ari")[-1].step == "hello/hello", word


def test_what_was_left_open_by_somebody_who_never_agreed_takes_no_answer() -> None:
    house = House("ari")
    house.say("ari", "check-in")
    house.change("ari", welcomed=None)
    house.choose("ari", "sore")
    assert house.seen_by("ari")[-1].step == "hello/hello"
    assert house.person("ari").welcomed is None
    assert not house.kept


def _nothing_began(house: House, word: str) -> None:
    """No exercise runs but what may come first, so no code is handed out; no word is kept."""
    assert {one.script for one in house.sessions.values()} <= sessions.EARLY, word
    assert not house.kept, word
    assert house.person("ari").meaning is None, word
