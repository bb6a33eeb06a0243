"""A bot of discord.py's that does nothing but acknowledge: what no bot on this machine can beat.

It is started like `handrail run`, on the local Discord, and keeps nothing.
"""

import asyncio
import os
import sys
from asyncio.subprocess import PIPE, Process

import discord
import discord.gateway
import discord.http
import yarl

from tests.adapters.discord.peer.process import Address

SERVES = "serves"


class Bare(discord.AutoShardedClient):
    """It says "Here." to whatever comes."""

    async def on_ready(self) -> None:
        """Tell the commands, and whoever started this process."""
        start = {"name": "start", "description": "Start", "type": 1}
        await self.http.bulk_upsert_global_commands(self.application_id or 0, [start])
        print(SERVES, flush=True)

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Acknowledge."""
        await interaction.response.send_message("Here.", ephemeral=True)


class Served:
    """The process."""

    def __init__(self, address: Address) -> None:
        """For that Discord."""
        self._address = address
        self._process: Process | None = None

    async def start(self) -> None:
        """Start it; return when it serves."""
        own = {"PEER_API": self._address.api, "PEER_GATEWAY": str(self._address.gateway)}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "benchmarks.bare",
            stdout=PIPE,
            env=os.environ | own | {"PEER_TOKEN": self._address.token},
        )
        assert self._process.stdout  # noqa: S101 - it was asked for
        await asyncio.wait_for(self._process.stdout.readline(), 40)

    async def stop(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.kill()
            await self._process.wait()


def main() -> None:
    """Serve until ended."""
    discord.http.Route.BASE = os.environ["PEER_API"]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["PEER_GATEWAY"])
    client = Bare(intents=discord.Intents(guilds=True), max_messages=None)
    client._connection.guild_ready_timeout = 0.1  # noqa: SLF001 - a word of its constructor only
    client.run(os.environ["PEER_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main()
