"""A picture in a rehearsal: a line with its words and what is read out for it, and no bytes."""

import msgspec

from tests.simulate.talk import PEOPLE, Line, rehearse, tap

CHECK_IN: Line = {"as": "ari", "command": "check-in"}
LOOK: Line = {"as": "ari", "command": "look"}
ASK = [
    *(*PEOPLE, CHECK_IN, tap("ari", "sore"), tap("ari", "sad", "hurt"), tap("ari", "2")),
    *(tap("ari", "skip"), tap("ari", "rest"), tap("ari", "keep"), LOOK, tap("ari", "check-ins")),
]


def test_it_is_a_line_without_its_bytes_for_who_asked_alone() -> None:
    written = rehearse(ASK)
    (one,) = [line for line in written if line.get("kind") == "picture"]
    assert (one["to"], one["place"], one["name"]) == ("ari", "dm", "picture.png")
    assert "Words: sad, hurt\nEnergy: 2" in one["text"]
    assert one["alt"] == "A drawing of the words that go with it."
    assert len(msgspec.json.encode(one)) < 1000


def test_it_goes_with_hide_like_any_other() -> None:
    written = rehearse([*ASK, {"as": "ari", "command": "hide"}])
    (one,) = [line for line in written if line.get("kind") == "picture"]
    assert one["id"] in [line.get("removed") for line in written]
