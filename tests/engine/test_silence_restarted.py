"""Non-interference over a restart: killed between an exit and the note, the same is said (D2.3).

The real store, delivery and deadlines; only the platform and the clock are virtual.
"""

from functools import cache

import pytest

from tests.engine.causes import DARK, HURT, THREAT, YOUNG
from tests.simulate.talk import PEOPLE, Line, rehearse, say, shared, tap

BEGIN: list[Line] = [
    *PEOPLE,
    {"as": "ari", "command": "share", "with": {"person": "bo"}},
    *(tap("ari", pick) for pick in ("none", "me", "slow", "relay")),
    *(tap("bo", pick) for pick in ("yes", "none")),
    *shared(),
]
DELETE: Line = {"as": "bo", "command": "delete"}
CAUSES: dict[str, list[Line]] = {
    "stop": [say("bo", "stop")],
    "left": [{"as": "bo", "event": "left"}],
    "blocked": [{"as": "bo", "event": "blocked"}],
    "private flood": [say("bo", "break"), tap("bo", "quiet"), tap("bo", "minutes-5")],
    "crisis yes, then stop": [say("bo", DARK), tap("bo", "yes"), say("bo", "stop")],
    "crisis yes, then nothing": [say("bo", DARK), tap("bo", "yes")],
    "crisis unanswered": [say("bo", DARK)],
    "hurt by them": [say("bo", HURT), tap("bo", "here"), tap("bo", "leave")],
    "under age": [say("bo", YOUNG), tap("bo", "minor")],
    "threat not carried": [say("bo", THREAT)],
    "delete everything": [DELETE, tap("bo", "everything"), tap("bo", "delete")],
    "an answer that is kept": [say("bo", "So."), tap("bo", "here"), tap("bo", "keep")],
}
KILLED: Line = {"restart": "kill"}


@cache
def silence() -> list[Line]:
    """What Ari sees when Bo says nothing any more, and nothing is killed."""
    return seen_by_ari([])


def seen_by_ari(lines: list[Line], *then: Line) -> list[Line]:
    """All that Ari is shown, with its times, from the exit to the end."""
    pause = {"advance": "1h"}, {"advance": "40h"}, {"advance": "9d"}
    output = rehearse([*BEGIN, *lines, *then, pause[0], *then, pause[1], *then, pause[2]])
    assert not [line for line in output if "error" in line]
    seen = [line for line in output if line.get("to") == "ari"]
    places = {line["id"]: place for place, line in enumerate(seen) if "id" in line}
    return [_without_ids(line, places) for line in seen]


def _without_ids(line: Line, places: dict[str, int]) -> Line:
    """Which message an edit is about is its place; ids count turns."""
    bare = {name: value for name, value in line.items() if name not in {"id", "edited"}}
    return bare | {"edits": places.get(line.get("edited", ""), -1)}


@pytest.mark.parametrize("cause", CAUSES)
def test_killed_before_each_note_the_other_sees_what_silence_shows(cause: str) -> None:
    assert seen_by_ari(CAUSES[cause], KILLED) == silence()


def test_in_silence_there_is_something_to_see() -> None:
    texts = [line["text"] for line in silence() if line.get("kind") == "note"][-2:]
    assert "on hold" in texts[0]
    assert "has closed" in texts[1]


SILENT = {"left", "blocked"}  # after which nobody is shown anything


@pytest.mark.parametrize("cause", sorted({*CAUSES} - SILENT))
def test_each_cause_really_happens(cause: str) -> None:
    """Each of its lines is answered, and none by "please pick one" or "not open"."""
    output = rehearse([*BEGIN, *CAUSES[cause]])[len(rehearse(BEGIN)) :]
    parts = "\n".join("idle" if "idle" in line else line.get("text", "") for line in output)
    said = [part for part in parts.split("idle") if part.strip()]
    assert len(said) == len(CAUSES[cause])
    assert "That does not fit" not in parts
    assert "is not open" not in parts
