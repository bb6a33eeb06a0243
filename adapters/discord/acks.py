"""Acknowledging: the one answer for which Discord waits three seconds, by the shortest way.

Theory of operation. A callback has no rate limit, needs no log-in and brings nothing back that
is wanted, so it is sent straight, without the library's way of asking: that took about twice the
processor's time, and of fifty people at once the last waits for all of it. Sent a second time
after a lost answer, it meets "already acknowledged", which is what was wanted.
"""

import asyncio
from typing import Any

import aiohttp
import discord
import msgspec

from adapters.discord.refusals import BROKEN, NETWORK

TRIES, SOON = 3, 0.2  # of one acknowledgement, and seconds between them
LONGEST = aiohttp.ClientTimeout(total=3.0)
ANSWER, LATER_ON = 4, 6  # kinds of callback: a message, and nothing that can be seen
EPHEMERAL = 1 << 6  # seen by this person alone
ACKNOWLEDGED = 40060  # "Interaction has already been acknowledged"
DONE = "acknowledged"  # among what an interaction carries along for us
NOBODY: dict[str, list[str]] = {"parse": []}  # mentions notify nobody


class Acks:
    """Acknowledges, and knows what was acknowledged."""

    def __init__(self, agent: str) -> None:
        """`agent` is how the library calls itself to Discord."""
        self._agent = agent
        self._http: aiohttp.ClientSession | None = None

    def is_done(self, interaction: discord.Interaction) -> bool:
        """Whether it was acknowledged, here or by the library."""
        return DONE in interaction.extras or interaction.response.is_done()

    async def say(self, interaction: discord.Interaction, text: str) -> None:
        """Acknowledge with words for this person alone. Raises what discord.py raises."""
        data = {"content": text, "flags": EPHEMERAL, "allowed_mentions": NOBODY}
        await self._call(interaction, {"type": ANSWER, "data": data})

    async def defer(self, interaction: discord.Interaction) -> None:
        """Acknowledge without anything to be seen. Raises what discord.py raises."""
        await self._call(interaction, {"type": LATER_ON})

    async def close(self) -> None:
        """Let go of the line."""
        if self._http is not None:
            await self._http.close()

    async def _call(self, interaction: discord.Interaction, body: dict[str, Any]) -> None:
        interaction.extras[DONE] = True
        path = f"/interactions/{interaction.id}/{interaction.token}/callback"
        for left in reversed(range(TRIES)):
            try:
                await self._post(f"{discord.http.Route.BASE}{path}", msgspec.json.encode(body))
            except (discord.DiscordServerError, *NETWORK):
                if not left:
                    raise
                await asyncio.sleep(SOON)
            else:
                return

    async def _post(self, url: str, body: bytes) -> None:
        if self._http is None:
            head = {"Content-Type": "application/json", "User-Agent": self._agent}
            self._http = aiohttp.ClientSession(
                headers=head, timeout=LONGEST, connector=aiohttp.TCPConnector(limit=0)
            )
        async with self._http.post(url, data=body) as answer:
            if answer.ok:
                return
            try:
                said = await answer.json(content_type=None)
            except ValueError:
                said = await answer.text()
        if answer.status >= BROKEN:
            raise discord.DiscordServerError(answer, said)
        no = discord.HTTPException(answer, said)
        if no.code != ACKNOWLEDGED:
            raise no


class LibraryAcks(Acks):
    """The same by the library's own way, for where there is no line."""

    async def say(self, interaction: discord.Interaction, text: str) -> None:
        """As its parent."""
        await interaction.response.send_message(text, ephemeral=True)

    async def defer(self, interaction: discord.Interaction) -> None:
        """As its parent."""
        await interaction.response.defer()
