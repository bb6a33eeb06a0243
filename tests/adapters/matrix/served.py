"""`handrail run` as a process of its own on a real homeserver: started, killed, started again."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from pathlib import Path

from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.whole import bot_account

ROOT = Path(__file__).resolve().parents[3]
LAUNCH = "from bot.cli import main; main()"
PATIENCE = 60.0  # seconds that a start may take on a busy machine


class Served:
    """The process. Only what it started itself is ever ended."""

    def __init__(self, folder: Path, user: str) -> None:
        """Use `prepare`."""
        self._folder = folder
        self._process: Process | None = None
        self.user = user
        self.config = folder / "config.toml"

    @classmethod
    async def prepare(cls, homeserver: Homeserver, folder: Path, *, url: str = "") -> "Served":
        """Everything of it lies in `folder`; `url` if it goes through a front. Nothing runs yet."""
        account = await bot_account(homeserver, folder)
        served = cls(folder, account.user)
        served.config.write_text(
            '[store]\ndata = "data"\n'
            f'[matrix]\nhomeserver = "{url or homeserver.url}"\nuser = "{account.user}"\n'
            'password_file = "password"\n'
        )
        return served

    async def start(self) -> None:
        """Start it; return when it serves."""
        await self.begin()
        assert self._process
        async with asyncio.timeout(PATIENCE):
            while "Handrail serves" not in self.said():
                assert self._process.returncode is None, self.said()[-2000:]
                await asyncio.sleep(0.05)  # it tells of nothing but what it prints

    async def begin(self) -> None:
        """Start it, and wait for nothing."""
        with (self._folder / "out.txt").open("wb") as out:
            self._process = await self._launch("run", out=out.fileno())

    async def verb(self, *words: str) -> tuple[int, str]:
        """Run another verb to its end; its exit code and what it said."""
        with (self._folder / "verb.txt").open("wb") as out:
            process = await self._launch(*words, out=out.fileno())
        code = await asyncio.wait_for(process.wait(), PATIENCE)
        return code, (self._folder / "verb.txt").read_text()

    async def _launch(self, *verb: str, out: int) -> Process:
        return await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", LAUNCH, *verb, "--config", str(self.config)),
            cwd=ROOT,
            stdout=out,
            stderr=asyncio.subprocess.STDOUT,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )

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
        if process.returncode is None:
            process.send_signal(how)
        return await asyncio.wait_for(process.wait(), PATIENCE)

    def said(self) -> str:
        """What it printed since it was started last."""
        return (self._folder / "out.txt").read_text()
