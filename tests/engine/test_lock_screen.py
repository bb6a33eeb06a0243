"""What arrives unasked shows nothing on a lock screen (safety D12), whatever it is."""

import re

import pytest

from bot.care.palette import FAMILIES
from bot.script.checks.discreet import TELLING
from bot.script.explore.look import UNSAID
from bot.text.words import LEAD, PREVIEW
from tests.engine.histories import HISTORIES, SHARED, lines
from tests.play import House, Seen, act, words

NAMES = ("Ari", "Bo")
FEELINGS = (words().text(f".feeling-{one}", "en") for family in FAMILIES.values() for one in family)
TELLS = re.compile(
    rf"\b(?:{'|'.join(map(re.escape, (*FEELINGS, *NAMES, *UNSAID)))})\b", re.IGNORECASE
)
LINE = words().text(LEAD, "en")
SILENT = {"open", "close"}  # have no words

PAUSES = {
    "an open pause": f"{SHARED} | bo: pause | bo: [quiet] | bo: [minutes-20] | + 20m"
    " | bo: [ready] | ari: [ready]",
    "a private break": f"{SHARED} | bo: break | bo: [breathe] | + 60s | bo: [tomorrow] | + 1d",
    "stopped": f"{SHARED} | bo: stop | + 9d",
    "everybody is silent": f"{SHARED} | + 30d",
    "somebody leaves the shared place": f"{SHARED} | bo leaves | + 30d",
}


def unasked(acts: tuple[str, ...]) -> list[Seen]:
    """Everything that anybody was shown without having done something just then."""
    house, found = House(zones={"bo": "Europe/Berlin"}), []
    for line in (*acts, "+ 30d"):
        actor = re.match(r"\w*", line)
        seen = act(house, line)
        found += [one for one in seen if actor is None or one.by != actor[0]]
    return [one for one in found if one.kind not in SILENT]


def telling(text: str) -> str:
    """What a lock screen would tell; "" when it is nothing."""
    shown = text[:PREVIEW]
    found = TELLS.search(shown) or TELLING["en"].search(shown)
    return found[0] if found else ""


@pytest.mark.parametrize("place", ["relay", "room"])
@pytest.mark.parametrize("pace", ["slow", "live"])
@pytest.mark.parametrize("name", [*HISTORIES, *PAUSES])
def test_what_arrives_unasked_tells_nothing_on_a_lock_screen(
    name: str, pace: str, place: str
) -> None:
    acts = (
        lines(name, pace, place)
        if name in HISTORIES
        else tuple(PAUSES[name].format(pace=pace, place=place).split(" | "))
    )
    came = unasked(acts)
    assert any(one.kind != "edit" for one in came)
    for one in came:
        assert telling(one.text) == "", (one.by, one.step, one.words)
        assert one.preview == LINE[:PREVIEW] or one.kind == "edit", (one.by, one.step, one.words)


def test_the_line_fills_what_a_lock_screen_shows() -> None:
    assert len(LINE) >= PREVIEW
    assert telling(LINE) == ""


@pytest.mark.parametrize(
    "text", ["Ari has written.", "A small share", "They feel sad.", "Your feedback is there."]
)
def test_a_line_that_tells_would_be_found(text: str) -> None:
    assert telling(text) != ""
