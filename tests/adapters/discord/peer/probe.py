"""A small bot with the real discord.py, to try the peer with."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

import discord
import discord.gateway
import discord.http
from discord import app_commands

from tests.adapters.discord.peer.process import Peer

INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Probe(discord.Client):
    """Writes down what it hears. Handlers and commands are set by the test."""

    def __init__(self, intents: discord.Intents = INTENTS) -> None:
        super().__init__(
            intents=intents,
            guild_ready_timeout=0.1,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
        )
        self.tree = app_commands.CommandTree(self)
        self.heard: list[str] = []  # what people wrote
        self.happened: list[str] = []  # ready, resumed, ...
        self.ended = False  # `start` has returned or raised

    async def before_identify_hook(self, _shard_id: int | None, *, initial: bool = False) -> None:
        """Does not wait the 5 seconds that are due between two IDENTIFYs."""

    async def on_ready(self) -> None:
        """All servers are there."""
        self.happened.append("ready")

    async def on_resumed(self) -> None:
        """The stream goes on where it was."""
        self.happened.append("resumed")

    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote."""
        if self.user is not None and message.author.id != self.user.id:
            self.heard.append(message.content)


Bot = TypeVar("Bot", bound=Probe)


@asynccontextmanager
async def awake(bot: Bot, peer: Peer) -> AsyncIterator[Bot]:
    """The bot, logged in and ready; closed at the end."""
    discord.http.Route.BASE = peer.address.api
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = peer.address.gateway
    running = asyncio.create_task(bot.start(peer.address.token))
    running.add_done_callback(lambda _: setattr(bot, "ended", True))
    try:
        await until(lambda: "ready" in bot.happened or bot.ended)
        yield bot
    finally:
        await bot.close()
        await running


async def until(true: Callable[[], bool], seconds: float = 5.0) -> None:
    """Return once it is true. Raises `TimeoutError` when it does not become so."""
    async with asyncio.timeout(seconds):
        while not true():  # noqa: ASYNC110 - discord.py tells of what it heard by no event
            await asyncio.sleep(0.005)
