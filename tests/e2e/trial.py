"""`handrail try` as a process of its own: started, killed, started again, in one folder."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

COMMAND = [sys.executable, "-c", "from bot.cli import main; main()", "try", "--no-browser"]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S*")
PATIENCE = 30.0  # seconds that a start may take on a busy machine


class Trial:
    """The process behind the page. Only what it started itself is ever ended."""

    def __init__(self, folder: Path) -> None:
        """Everything of it lies in `folder`."""
        self._folder = folder
        self._config = folder / "config.toml"
        self._config.write_text('[store]\ndata = "data"\n[local]\nport = 0\nopen = false\n')
        self._process: subprocess.Popen[bytes] | None = None
        self.url = ""

    def start(self) -> str:
        """Start the process; the address of the page once it is up."""
        out = self._folder / "out.txt"
        with out.open("wb") as file:
            self._process = subprocess.Popen(
                [*COMMAND, "--config", str(self._config)],
                stdout=file,
                stderr=subprocess.STDOUT,
                env=os.environ | {"PYTHONUNBUFFERED": "1"},
            )
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = ADDRESS.search(out.read_text())
            if found:
                self.url = found[0]
                return self.url
            time.sleep(0.05)
        raise AssertionError(f"it did not start: {out.read_text()[-500:]}")

    def kill(self) -> None:
        """End it in the middle of whatever it does."""
        self._end(signal.SIGKILL)

    def stop(self) -> int:
        """Ask it politely to end; its exit code."""
        return self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> int:
        if self._process is None:
            return 0
        process, self._process = self._process, None
        process.send_signal(how)
        return process.wait(timeout=PATIENCE)

    def said(self) -> str:
        """What it printed since it was started last."""
        return (self._folder / "out.txt").read_text()
