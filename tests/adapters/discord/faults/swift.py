"""`handrail run` as a process of its own that starts within a second, and can be killed often."""

import asyncio
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec

from tests.adapters.discord.faults.forking import End, Start
from tests.adapters.discord.peer.process import ROOT, Address
from tests.adapters.discord.served import PATIENCE, Served

COMMAND = (sys.executable, "-m", "tests.adapters.discord.faults.forking")


class Swift(Served):
    """As `Served`, but split off from a process that has read everything (see `forking`)."""

    def __init__(self, folder: Path, address: Address, forking: Process, plant: str = "") -> None:
        """With `plant`, a bug is planted at every start."""
        super().__init__(folder, address)
        self.data = folder / "data"
        self._out = folder / "out.txt"
        self._forking = forking
        self.plant = plant
        self._peer = address
        self._pid = 0
        self._seen = 0  # bytes that earlier starts have printed
        self.starts = 0

    def set_up(self, options: Mapping[str, str]) -> None:
        """More settings of the adapter, from the next start on."""
        lines = "".join(f'{name} = "{value}"\n' for name, value in options.items())
        self.config.write_text(self.config.read_text() + lines)

    async def start(self) -> None:
        """Start it; return when it serves."""
        await self.begin()
        await self.until_said("Handrail serves")

    async def until_said(self, words: str) -> None:
        """Wait until it has printed that, since it was started last."""
        async with asyncio.timeout(PATIENCE):
            while words not in self.said():  # noqa: ASYNC110 - told by its output alone
                await asyncio.sleep(0.01)

    async def begin(self) -> None:
        """Start it, and wait for nothing."""
        self._out.touch()
        self._seen = self._out.stat().st_size
        words = ["run", "--config", str(self.config)]
        api, gateway = self._peer.api, str(self._peer.gateway)
        start = Start(words, api=api, gateway=gateway, out=str(self._out), plant=self.plant)
        self._pid = await self._order(start)
        self.starts += 1

    async def _order(self, order: Start | End) -> int:
        assert self._forking.stdin
        assert self._forking.stdout
        self._forking.stdin.write(msgspec.json.encode(order) + b"\n")
        return int(await asyncio.wait_for(self._forking.stdout.readline(), PATIENCE))

    async def _end(self, how: signal.Signals) -> int:
        pid, self._pid = self._pid, 0
        return await self._order(End(pid, how)) if pid else 0

    def said(self) -> str:
        """What it printed since it was started last."""
        return self._out.read_bytes()[self._seen :].decode()

    def ever_said(self) -> str:
        """What it printed, all its starts together."""
        return self._out.read_text()


@asynccontextmanager
async def swift(folder: Path, address: Address, plant: str = "") -> AsyncIterator[Swift]:
    """It is not running yet, and is ended at the end."""
    forking = await asyncio.create_subprocess_exec(*COMMAND, cwd=ROOT, stdin=PIPE, stdout=PIPE)
    made = Swift(folder, address, forking, plant)
    try:
        yield made
    finally:
        await made.kill()
        assert forking.stdin
        forking.stdin.close()
        await asyncio.wait_for(forking.wait(), PATIENCE)
