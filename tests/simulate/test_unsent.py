"""What was not sent goes nowhere, and nobody finds out by asking again."""

import pytest

from tests.simulate.talk import Line, proposal, rehearse, say, shared, tap, texts

UNSENT = "a line that was never sent"


def _until_rated(again: str) -> list[Line]:
    return [
        *proposal(),
        *shared(),
        *(say("bo", "It is over now."), tap("bo", "skip"), tap("bo", "send"), tap("ari", "yes")),
        *(tap("ari", "no"), tap("ari", "some"), tap("ari", "yes"), tap("ari", "middle")),
        *(tap("ari", "bit"), tap("bo", "ok"), tap("bo", again)),
    ]


@pytest.mark.parametrize(
    "turning_back",
    [
        [tap("ari", "edit"), tap("ari", "keep")],
        [tap("ari", "keep")],
        [say("ari", "undo"), say("ari", "undo"), *[say("ari", "undo")] * 3, tap("ari", "keep")],
    ],
)
def test_feedback_that_was_kept_is_on_no_card(turning_back: list[Line]) -> None:
    draft = [tap("ari", "better"), tap("ari", "skip"), tap("ari", "hurt"), say("ari", UNSENT)]
    lines = [*_until_rated("yes"), *draft, tap("ari", "skip"), *turning_back, tap("ari", "yes")]
    output = rehearse(lines)
    assert "would like another go" in "\n".join(texts(output, "ari"))
    assert UNSENT not in "\n".join(texts(output, "bo"))
    assert "Another go. Say back" in "\n".join(texts(output, "bo"))


@pytest.mark.parametrize("place", ["relay", "room"])
@pytest.mark.parametrize(
    "way_out",
    [
        [tap("bo", "not-now")],
        [tap("bo", "mute")],
        [say("bo", "stop")],
        [{"as": "bo", "event": "left"}],
        [{"as": "bo", "event": "blocked"}],
    ],
)
def test_who_stops_an_invite_and_asks_again_learns_nothing(place: str, way_out: list[Line]) -> None:
    again = [say("ari", "stop"), {"as": "ari", "command": "share", "with": {"person": "bo"}}]
    silent = rehearse([*proposal(place=place)[:-2], *again, {"advance": "8d"}, again[1]])
    gone = rehearse([*proposal(place=place)[:-2], *way_out, *again, {"advance": "8d"}, again[1]])
    assert texts(gone, "ari") == texts(silent, "ari")
    assert "There is one open" in "\n".join(texts(silent, "ari"))


def test_who_stops_a_round_and_begins_anew_learns_nothing() -> None:
    again = [say("ari", "stop"), {"as": "ari", "command": "share", "with": {"person": "bo"}}]
    silent = rehearse([*proposal(), *again, {"advance": "8d"}])
    gone = rehearse([*proposal(), say("bo", "stop"), *again, {"advance": "8d"}])
    assert texts(gone, "ari") == texts(silent, "ari")
