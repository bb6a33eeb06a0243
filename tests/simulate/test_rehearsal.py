"""The rehearsal: who is told what and when, whatever happens to the process meanwhile."""

import re
from pathlib import Path

import pytest

from tests.simulate.talk import PEOPLE, Line, proposal, rehearse, say, shown, tap, texts, whole

CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")


def test_a_whole_small_share_runs_to_its_end() -> None:
    output = rehearse(whole())
    assert not [line for line in output if "error" in line]
    assert "What would have felt better: say it back first" in "\n".join(texts(output, "bo"))
    assert texts(output, "bo")[-3].endswith("for you alone.")
    assert "How did this one leave you" in texts(output, "bo")[-2]
    assert texts(output, "bo")[-1].endswith("That is all for this one.")


def test_the_same_lines_give_the_same_output() -> None:
    assert rehearse(whole()) == rehearse(whole())


def test_another_seed_gives_other_ids_and_the_same_words() -> None:
    first, second = (shown(rehearse(whole(), seed=seed)) for seed in (1, 2))
    assert {line.get("id") for line in first} & {line.get("id") for line in second} <= {None}
    codes = [[CODE.sub("", text) for text in texts(one, "ari")] for one in (first, second)]
    assert codes[0] == codes[1]


def test_every_line_delivered_twice_counts_once() -> None:
    twice = [line | {"twice": True} for line in whole()]
    assert rehearse(twice) == rehearse(whole())


@pytest.mark.parametrize("how", ["clean", "kill"])
def test_a_restart_after_every_line_changes_nothing_that_anybody_sees(how: str) -> None:
    restarted: list[Line] = []
    for line in whole(place="room"):
        restarted += [line, {"restart": how}]
    assert shown(rehearse(restarted)) == shown(rehearse(whole(place="room")))


def test_a_rehearsal_goes_on_in_its_folder(tmp_path: Path) -> None:
    lines = whole()
    parts = [rehearse(lines[at : at + 7], tmp_path) for at in range(0, len(lines), 7)]
    assert shown([line for part in parts for line in part]) == shown(rehearse(lines))


def test_in_room_mode_both_see_the_cards_and_nobody_sees_a_rating() -> None:
    output = rehearse(whole(place="room"))
    (room,) = [line["id"] for line in output if line.get("room") == "opened"]
    inside = [line for line in output if line.get("place") == f"room:{room}"]
    assert {line["to"] for line in inside} == {"ari", "bo"}
    assert {line["kind"] for line in inside} == {"note", "card"}
    assert [line for line in output if line.get("room") == "closed"]


def test_what_is_said_in_the_room_is_not_read_but_a_stop_is_heard() -> None:
    begun = proposal(place="room")
    (room,) = [line["id"] for line in rehearse(begun) if line.get("room") == "opened"]
    chat = [say("bo", text) | {"room": room} for text in ("3", "hello", "stop")]
    after = rehearse([*begun, *chat])[len(rehearse(begun)) :]
    assert [line["to"] for line in after if "step" in line] == ["bo"]
    assert texts(after, "bo")[0].startswith("You are out of this one.")


def test_whoever_is_new_is_welcomed_first() -> None:
    output = rehearse([{"as": "cleo", "command": "share", "with": {"person": "bo"}}])
    assert [line["step"] for line in shown(output)] == ["", "hello/hello"]
    assert "come first" in texts(output, "cleo")[0]


def test_an_invite_waits_for_the_welcome() -> None:
    lines = [
        PEOPLE[0],
        {"as": "ari", "command": "share", "with": {"person": "cleo"}},
        *(tap("ari", "none"), tap("ari", "me"), tap("ari", "slow"), tap("ari", "relay")),
    ]
    assert not texts(rehearse(lines), "cleo")
    output = rehearse([*lines, {"person": "cleo", "welcomed": True}])
    assert "small share with you" in texts(output, "cleo")[0]


BAD = [
    {"bad": 1},
    {"as": "ari", "say": "x", "choose": "y"},
    {"as": "ari", "say": 3},
    {"as": "", "say": "x"},
    {"as": "ari", "say": "x", "room": "nowhere"},
    {"as": "ari", "choose": "yes", "message": "no-such-id"},
    {"person": "dee", "zone": "Mars/Olympus"},
    {"advance": "soon"},
    {"advance": "-1h"},
    {"advance": "99999d"},
    {"until": "2020-01-01T00:00:00Z"},
    {"until": "2030-01-01T00:00:00"},
    {"until": "yesterday"},
    {"restart": "gently"},
    {"as": "ari", "event": "married"},
    {"as": "ari", "command": "share", "with": {"person": 7}},
]


@pytest.mark.parametrize("line", BAD)
def test_a_bad_line_is_answered_and_changes_nothing(line: Line) -> None:
    output = rehearse([*proposal(), line, *[tap("bo", "3")]])
    (error,) = [entry for entry in output if "error" in entry]
    assert error["error"]
    rest = [entry for entry in output if "error" not in entry]
    assert shown(rest) == shown(rehearse([*proposal(), tap("bo", "3")]))


def test_a_choice_without_a_question_is_answered_kindly() -> None:
    output = shown(rehearse([*PEOPLE, tap("ari", "send")]))
    assert next(line["text"] for line in output).startswith("That one is not open")
