"""`handrail run` on Matrix as a process of its own that starts quickly, and can be killed often."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec

from tests.adapters.discord.faults.forking import End, Start
from tests.adapters.matrix.served import PATIENCE, ROOT

COMMAND = (sys.executable, "-m", "tests.adapters.matrix.faults.forking")
NOWHERE = "http://127.0.0.1:9"  # there is no Discord here


class Swift:
    """Split off from a process that has read everything (see `forking`)."""

    def __init__(self, folder: Path, forking: Process) -> None:
        """`folder` holds its settings, as `Scene.set_up` writes them, and all else of it."""
        self.plant = ""  # "module:function": a bug on purpose, from the next start on
        self.starts = 0
        self.clock = folder / "data" / "clock"
        self._config = folder / "config.toml"
        self._out = folder / "out.txt"
        self._forking = forking
        self._pid = 0
        self._begun = self._seen = self._printed()  # bytes that earlier starts have printed

    async def start(self) -> None:
        """Start it; return when it serves."""
        await self.begin()
        await self.until_said("Handrail serves")

    async def until_said(self, words: str) -> None:
        """Wait until it has printed that, since it was started last."""
        try:
            async with asyncio.timeout(PATIENCE):
                while words not in self.said():  # noqa: ASYNC110 - told by its output alone
                    await asyncio.sleep(0.01)
        except TimeoutError:
            raise AssertionError(self.said()[-2000:]) from None

    async def begin(self) -> None:
        """Start it, and wait for nothing."""
        self._seen = self._printed()
        words = ["run", "--config", str(self._config)]
        out = str(self._out)
        self._pid = await self._order(
            Start(words, api=NOWHERE, gateway=NOWHERE, out=out, plant=self.plant)
        )
        self.starts += 1

    def _printed(self) -> int:
        self._out.touch()
        return self._out.stat().st_size

    async def _order(self, order: Start | End) -> int:
        assert self._forking.stdin
        assert self._forking.stdout
        self._forking.stdin.write(msgspec.json.encode(order) + b"\n")
        return int(await asyncio.wait_for(self._forking.stdout.readline(), PATIENCE))

    async def kill(self) -> None:
        """End it in the middle of whatever it does."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it politely to end; its exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> int:
        pid, self._pid = self._pid, 0
        return await self._order(End(pid, how)) if pid else 0

    def said(self) -> str:
        """What it printed since it was started last."""
        return self._out.read_bytes()[self._seen :].decode()

    def ever_said(self) -> str:
        """What it printed, all its starts together."""
        return self._out.read_bytes()[self._begun :].decode()


@asynccontextmanager
async def swift(folder: Path) -> AsyncIterator[Swift]:
    """It is not running yet, and is ended at the end."""
    forking = await asyncio.create_subprocess_exec(*COMMAND, cwd=ROOT, stdin=PIPE, stdout=PIPE)
    made = Swift(folder, forking)
    try:
        yield made
    finally:
        await made.kill()
        assert forking.stdin
        forking.stdin.close()
        await asyncio.wait_for(forking.wait(), PATIENCE)
