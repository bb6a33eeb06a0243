"""What is left over from earlier acts on nothing later."""

from bot.model.event import Asked
from bot.model.person import Account
from tests.play import PLATFORM, House


def _two_open() -> House:
    """Ari is asked for a feeling in two small shares at once, with Bo and with Cy."""
    house = House("ari", "bo", "cy")
    for who in ("bo", "cy"):
        house.say("ari", f"/share {who}")
        for pick in ("me", "slow", "relay"):
            house.choose("ari", pick)
        for pick in ("yes", "4", "calm"):
            house.choose(who, pick)
        house.choose("ari", "calm", of="ready")
    return house


def test_a_text_that_fitted_two_questions_goes_nowhere_once_something_else_was_done() -> None:
    house = _two_open()
    house.say("ari", "sore")
    assert house.person("ari").pending is not None
    house.choose("ari", "warm", of="family")
    assert house.person("ari").pending is None
    house.say("ari", "1")
    given = [
        own for one in house.sessions.values() for own in one.answers.get("sharer", {}).items()
    ]
    assert "sore" not in [answer.open_for("test") for _, answer in given]


def test_asking_for_help_in_between_keeps_the_text() -> None:
    house = _two_open()
    house.say("ari", "sore", "help")
    assert house.person("ari").pending is not None


def test_a_control_of_a_session_that_is_over_acts_on_no_other() -> None:
    house = House()
    house.say("ari", "/share bo")
    running = set(house.sessions)
    account = Account(platform=PLATFORM, native="ari", name="Ari")
    who = house.person("ari").id
    stop = Asked(key="k", at=house.at, account=account, person=who, command="stop", session="over")
    seen = house.give(stop)
    assert set(house.sessions) == running
    assert [one.text for one in seen if one.by == "ari"][-1].startswith("That one is not open")
