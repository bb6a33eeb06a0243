"""The command `handrail simulate` in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

from tests.simulate.talk import START, whole

COMMAND = [sys.executable, "-c", "from bot.cli import main; main()", "simulate"]


def _run(text: str, *flags: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *flags], input=text, capture_output=True, text=True, timeout=100, check=False
    )


def test_lines_in_and_lines_out(tmp_path: Path) -> None:
    text = "\n".join(json.dumps(line) for line in whole())
    done = _run(text, "--start", START.isoformat(), "--data", str(tmp_path), "--seed", "3")
    output = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert not done.stderr
    assert sum("idle" in line for line in output) == len(whole())


def test_what_is_no_json_is_answered_in_json() -> None:
    done = _run('nonsense\n\n[1]\n{"advance":"1h"}\n"\\ud800"\n')
    output = [json.loads(line) for line in done.stdout.splitlines()]
    assert [next(iter(line)) for line in output] == [
        *("error", "idle", "error", "idle", "idle", "error", "idle")
    ]


def test_a_start_that_is_no_time_is_said_in_a_sentence() -> None:
    done = _run("", "--start", "noon")
    assert (done.returncode, done.stdout) == (2, "")
    assert "2026-01-05T12:00:00Z" in done.stderr
