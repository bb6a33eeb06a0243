"""The tap after a check-in for two: it wakes nobody, and tells of nobody that they passed."""

from datetime import UTC, datetime, timedelta

from tests.play import House, act
from tests.seen import Seen

DAY = timedelta(hours=24)
NIGHT = datetime(2026, 1, 5, 20, 0, tzinfo=UTC)  # an evening; a day later Ari is asleep


def begun(**given: object) -> House:
    """Both have said yes a moment ago."""
    house = House(**given)  # type: ignore[arg-type]  # what a House takes
    house.ask("ari", "check-in-with", person="bo")
    for pick in ("slow", "relay"):
        house.choose("ari", pick)
    house.choose("bo", "yes")
    return house


def shows(house: House, who: str) -> None:
    for said in ("[sore]", "[sad]", "skip", "skip", "skip", "[family]", "[send]"):
        act(house, f"{who}: {said}")


def cards(seen: list[Seen]) -> list[Seen]:
    return [one for one in seen if one.kind == "card"]


def test_whether_the_other_passed_or_was_silent_shows_at_no_minute() -> None:
    ends = []
    for how in ("skip", "stop", ""):
        house = begun()
        shows(house, "ari")
        shows(house, "bo")
        house.wait(DAY)
        house.choose("ari", "heard-you")
        house.wait("5h")
        if how:
            house.say("bo", how)
        seen = house.wait("9d")
        ends.append([(one.at, one.text) for one in seen if one.by == "ari"])
    assert ends[0] == ends[1] == ends[2] != []


def test_a_tap_of_the_other_does_not_wake_anybody() -> None:
    house = begun(at=NIGHT, zones={"ari": "Asia/Kolkata"})
    shows(house, "bo")
    house.wait("8h")
    shows(house, "ari")
    house.wait("36h")  # 22:30 there
    assert not cards(house.choose("bo", "heard-you"))
    (tap,) = cards(house.wait(DAY))
    assert (tap.by, tap.at - NIGHT) == ("ari", 2 * DAY + timedelta(hours=12, minutes=30))


def test_a_tap_that_waits_for_the_other_goes_with_its_writer() -> None:
    house = begun(at=NIGHT, zones={"ari": "Asia/Kolkata"})
    shows(house, "bo")
    house.wait("8h")
    shows(house, "ari")
    house.wait("36h")
    house.choose("bo", "heard-you")
    house.say("bo", "stop")
    assert not cards(house.wait("9d"))
