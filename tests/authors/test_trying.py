"""`handrail try` in a process of its own: a change is taken up, and what does not fit is not."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from bot.cli import main; main()", "try", "--no-browser"]


@contextmanager
def trying(settings: Path) -> Iterator["subprocess.Popen[str]"]:
    """The page, open; asked politely to end at the end."""
    with settings.open("a", encoding="utf-8") as file:
        file.write('[store]\ndata = "data"\n[local]\nport = 0\n')
    with subprocess.Popen(
        [*COMMAND, "--config", str(settings)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    ) as process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)


def until(process: "subprocess.Popen[str]", words: str) -> str:
    """The next line that it says with these words in it."""
    assert process.stdout is not None
    for line in process.stdout:
        if words in line:
            return line
    raise AssertionError(f"it ended and never said {words!r}")


@pytest.mark.usefixtures("one_line")
def test_a_change_is_taken_up_and_what_does_not_fit_is_said(settings: Path, evening: Path) -> None:
    words, order = evening / "en.ftl", evening / "exercise.toml"
    with trying(settings) as process:
        address = until(process, "Handrail is open at")
        assert "127.0.0.1" in address
        until(process, "Ctrl+C")
        words.write_text(words.read_text(encoding="utf-8") + "\n# a note\n", encoding="utf-8")
        until(process, "Your changes are in.")
        whole = order.read_text(encoding="utf-8")
        order.write_text("roles = [", encoding="utf-8")
        until(process, "This is not TOML")
        until(process, "The page keeps to what it had.")
        order.write_text(whole + "\n# a note\n", encoding="utf-8")
        until(process, "Your changes are in.")
    assert process.returncode == 0
