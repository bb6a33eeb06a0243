"""What is shown by the clock at night: not before all are awake, and nothing of who has gone."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.model.person import QuietHours
from tests.play import House, act
from tests.seen import Seen

EVENING = datetime(2026, 1, 5, 20, 0, tzinfo=UTC)
LATE = timedelta(hours=1, minutes=45)  # Bo says yes late; a day later they are asleep, Ari is not
MORNING = datetime(2026, 1, 7, 9, 30, tzinfo=UTC)  # the end of both their quiet hours
ZONES = {"ari": "Atlantic/Azores", "bo": "UTC"}
PAIRED = {  # what each writes, after both have said yes
    "repair": "hurt | skip | skip | skip | [felt] | [send]",
    "check-in-with": "[sore] | [sad] | [2] | skip | [rest] | [family] | [send]",
    "review-with": "[listened] | [send]",
}
FIRST = {"repair": ("ari: [clumsy] | ari: [earlier]", "bo: [clumsy]")}


def acted(house: House, *lines: str) -> House:
    for line in " | ".join(one for one in lines if one).split(" | "):
        act(house, line)
    return house


def written(named: str) -> House:
    """Both have approved their card; it is late, and the bot goes by the clock."""
    house = House(at=EVENING, zones=ZONES)
    before, after = FIRST.get(named, ("", ""))
    acted(house, f"ari: /{named} bo", before, "ari: [slow] | ari: [relay]")
    house.wait(LATE)
    acted(house, "bo: [yes]", after)
    for who in ("ari", "bo"):
        acted(house, *(f"{who}: {one}" for one in PAIRED[named].split(" | ")))
    return house


def cards(seen: list[Seen]) -> list[Seen]:
    return [one for one in seen if one.kind == "card"]


def ways_out() -> dict[str, str]:
    return {"stop": "ari: stop", "delete": "ari: /delete | ari: [everything] | ari: [delete]"}


@pytest.mark.parametrize("named", PAIRED)
def test_both_cards_come_at_one_time_when_both_are_awake(named: str) -> None:
    house = written(named)
    shown = cards(house.wait("48h"))
    assert [one.by for one in shown] == ["ari", "bo"] or [one.by for one in shown] == ["bo", "ari"]
    assert {one.at for one in shown} == {MORNING}


@pytest.mark.parametrize("how", ways_out())
@pytest.mark.parametrize("named", PAIRED)
def test_whoever_goes_in_the_night_sends_nothing_and_reads_nothing(named: str, how: str) -> None:
    house, silent = written(named), written(named)
    house.wait("25h")
    acted(house, ways_out()[how])
    silent.say("ari", "undo")
    seen, known = house.wait("9d"), silent.wait("9d")
    told = [(one.at, one.text) for one in seen if one.by == "bo"]
    assert not cards(seen)
    assert told == [(one.at, one.text) for one in known if one.by == "bo"]
    assert told[0][0] == MORNING


@pytest.mark.parametrize("named", PAIRED)
def test_where_no_hour_finds_both_awake_nothing_lies_in_between(named: str) -> None:
    house = House(at=datetime(2026, 1, 5, 15, 0, tzinfo=UTC))
    for who, (start, end) in {"ari": (22, 10), "bo": (10, 22)}.items():
        house.change(who, quiet=QuietHours(start=time(start), end=time(end)))
    before, after = FIRST.get(named, ("", ""))
    acted(house, f"ari: /{named} bo", before, "ari: [slow] | ari: [relay]")
    house.wait("8h")
    acted(house, "bo: [yes]", after)
    for who in ("bo", "ari"):
        house.wait("12h")
        acted(house, *(f"{who}: {one}" for one in PAIRED[named].split(" | ")))
    shown = cards(house.wait("48h"))
    assert len(shown) == 2
    assert len({one.at for one in shown}) == 1
