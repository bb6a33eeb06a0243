"""Deleting is finished whatever happens: the wish is on disk with the tap that confirmed it."""

import asyncio
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from itertools import zip_longest
from pathlib import Path

import msgspec
import pytest

from tests.faults.dark import Dark
from tests.simulate.talk import PEOPLE, Line, rehearse, say, shown, tap

SEEDS = range(4)
BEGUN: list[Line] = [
    *PEOPLE,
    {"as": "ari", "command": "share", "with": {"person": "bo"}},
    *(tap("ari", "none"), tap("ari", "me"), tap("ari", "slow"), tap("ari", "relay")),
    *(tap("bo", "yes"), tap("bo", "none"), tap("bo", "4"), tap("bo", "calm"), tap("ari", "calm")),
    *(tap("ari", "sore"), tap("ari", "sad"), say("ari", "A secret of Ari.")),
]
CONFIRMED: list[Line] = [
    {"as": "ari", "command": "delete"},
    *(tap("ari", "everything"), tap("ari", "delete")),
]
AFTER: list[Line] = [{"advance": "1m"}, {"advance": "8d"}]


def _seen_by(output: list[Line], who: str) -> list[Line]:
    return [line for line in shown(output) if line.get("to") == who]


def test_the_other_is_told_of_a_silence_and_nothing_else() -> None:
    deleted = _seen_by(rehearse([*BEGUN, *CONFIRMED, *AFTER]), "bo")
    silent = _seen_by(rehearse([*BEGUN, *AFTER]), "bo")
    assert [{**line, "id": ""} for line in deleted] == [{**line, "id": ""} for line in silent]


async def test_whatever_stops_the_process_all_of_it_is_deleted(tmp_path: Path) -> None:
    talk = [*BEGUN, *CONFIRMED, *AFTER]
    with_light = await asyncio.to_thread(rehearse, talk)
    stops: Counter[str] = Counter()
    for seed in SEEDS:
        folder = tmp_path / str(seed)
        folder.mkdir()
        dark = Dark(folder, seed, 0.08)
        await dark.play(talk)
        stops += dark.stops
        for who in ("ari", "bo"):
            pairs = zip_longest(_seen_by(dark.seen, who), _seen_by(with_light, who))
            assert [pair for pair in pairs if pair[0] != pair[1]] == [], f"seed {seed}"
        assert _people(folder) == 1
        assert any(line.get("forgotten") == "ari" for line in dark.seen)
    assert {"before take", "after take"} <= set(stops)


def _people(folder: Path) -> int:
    with sqlite3.connect(folder / "handrail.db") as db:
        ((count,),) = db.execute("select count(*) from key").fetchall()
        return int(count)


def _rehearsal(folder: Path) -> subprocess.Popen[bytes]:
    code = "from bot.cli import main; main()"
    command = [sys.executable, "-c", code, "simulate", "--data", str(folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def _give(process: subprocess.Popen[bytes], lines: list[Line]) -> list[Line]:
    """Everything that came of these lines."""
    assert process.stdin
    assert process.stdout
    seen: list[Line] = []
    for line in lines:
        process.stdin.write(msgspec.json.encode(line) + b"\n")
        process.stdin.flush()
        while "idle" not in (said := msgspec.json.decode(process.stdout.readline(), type=Line)):
            seen.append(said)
    return seen


@pytest.mark.timeout(120)
def test_a_process_that_was_killed_after_the_tap_finishes_when_it_starts(tmp_path: Path) -> None:
    first = _rehearsal(tmp_path)
    _give(first, [*BEGUN, *CONFIRMED])
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert _people(tmp_path) == 2
    second = _rehearsal(tmp_path)
    seen = _give(second, [{"advance": "2s"}, {"advance": "1m"}])
    second.communicate()
    assert _people(tmp_path) == 1
    assert [line["forgotten"] for line in seen if "forgotten" in line] == ["ari"]
