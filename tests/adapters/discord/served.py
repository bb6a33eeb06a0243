"""`handrail run` as a process of its own on the local Discord: started, killed, started again."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from pathlib import Path

from tests.adapters.discord.peer.process import ROOT, Address

LAUNCH = """
import os, yarl, discord.http, discord.gateway
from adapters.discord import client
discord.http.Route.BASE = os.environ["PEER_API"]
discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["PEER_GATEWAY"])
made = client.Client.__init__
def quick(self, *given):
    made(self, *given)
    self._connection.guild_ready_timeout = 0.1
client.Client.__init__ = quick
from bot.cli import main
main()
"""
PATIENCE = 40.0  # seconds that a start may take on a busy machine


class Served:
    """The process. Only what it started itself is ever ended."""

    def __init__(self, folder: Path, address: Address) -> None:
        """Everything of it lies in `folder`."""
        self._folder = folder
        self._address = address
        self._process: Process | None = None
        (folder / "token").write_text(address.token)
        self.config = folder / "config.toml"
        self.config.write_text('[store]\ndata = "data"\n[discord]\ntoken_file = "token"\n')

    async def start(self) -> None:
        """Start it; return when it serves."""
        await self.begin()
        assert self._process
        async with asyncio.timeout(PATIENCE):
            while "Handrail serves" not in self.said():
                assert self._process.returncode is None, self.said()[-2000:]
                await asyncio.sleep(0.05)

    async def begin(self) -> None:
        """Start it, and wait for nothing."""
        with (self._folder / "out.txt").open("wb") as out:
            self._process = await self._launch("run", out.fileno())

    async def verb(self, *words: str) -> tuple[int, str]:
        """Run another verb to its end; its exit code and what it said."""
        with (self._folder / "verb.txt").open("wb") as out:
            process = await self._launch(*words, out.fileno())
        code = await asyncio.wait_for(process.wait(), PATIENCE)
        return code, (self._folder / "verb.txt").read_text()

    async def _launch(self, *words: str | int) -> Process:
        *verb, out = words
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            LAUNCH,
            *map(str, verb),
            "--config",
            str(self.config),
            cwd=ROOT,
            stdout=int(out),
            stderr=asyncio.subprocess.STDOUT,
            env=self._environment(),
        )

    def _environment(self) -> dict[str, str]:
        own = {"PEER_API": self._address.api, "PEER_GATEWAY": str(self._address.gateway)}
        return os.environ | own | {"PYTHONUNBUFFERED": "1"}

    async def kill(self) -> None:
        """End it in the middle of whatever it does."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> int:
        """Ask it politely to end; its exit code."""
        return await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> int:
        process, self._process = self._process, None
        if process is None:
            return 0
        process.send_signal(how)
        return await asyncio.wait_for(process.wait(), PATIENCE)

    def busy(self) -> float:
        """Seconds of processor time that it has used since it was started last."""
        assert self._process
        words = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(words[11]) + int(words[12])) / os.sysconf("SC_CLK_TCK")

    def said(self) -> str:
        """What it printed since it was started last."""
        return (self._folder / "out.txt").read_text()
