"""Discord as a platform: what the house is promised, and the rooms that keep the promise."""

import asyncio
import os
from collections.abc import Mapping
from typing import ClassVar

from adapters.discord import checking, options
from adapters.discord.client import Client
from adapters.discord.inbound import PLATFORM
from adapters.discord.keeping import Keeper
from adapters.discord.memory import Memory
from adapters.discord.outbound import Outbound
from adapters.discord.refusals import SOON, translated
from adapters.discord.replies import Replies
from adapters.discord.rooms import Rooms
from bot.adapter import House, Remark
from bot.errors import ForOperator, TryLater
from bot.model.event import DM
from bot.model.message import Shown
from bot.model.person import Account

FILE = "discord.db"
LONGEST = 40.0  # seconds for one message: others wait meanwhile, and a lease lasts sixty


class DiscordAdapter:
    """People on Discord."""

    name = PLATFORM
    dm = "dm"
    room = "thread"
    picks = True
    patience: ClassVar[float] = 30.0  # seconds that `start` waits for a connection
    client: ClassVar[type[Client]] = Client  # made anew whenever one has died

    def __init__(self, house: House) -> None:
        """Raises `BadConfig` where the options are wrong. Nothing is touched yet."""
        self._house = house
        self._options = options.read(house.options)
        self._memory: Memory | None = None
        self._outbound: Outbound | None = None
        self._rooms: Rooms | None = None
        self._replies = Replies()
        self._keeper: Keeper | None = None

    @property
    def rooms(self) -> bool:
        """Whether there is a channel for private threads, as far as is known just now."""
        client = self._client
        return client is not None and self._rooms is not None and self._rooms.possible(client)

    @property
    def connected(self) -> asyncio.Event:
        """Set by the first connection; before `start`, one that never is."""
        return self._keeper.ready if self._keeper else asyncio.Event()

    @property
    def refusals(self) -> asyncio.Queue[ForOperator]:
        """Why the token is of no use any more; see `bot.adapter.Refusable`."""
        return self._keeper.refusals if self._keeper else asyncio.Queue()

    @property
    def _client(self) -> Client | None:
        return self._keeper.client if self._keeper else None

    async def start(self) -> None:
        """Log in and listen; return once connected, or after `patience` seconds of trying.

        Raises `BadConfig`, `TokenRefused`, `StoreBusy` or `StoreDamaged`: the operator must act.
        """
        token = options.token(self._options, os.environ)
        self._house.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        memory = Memory.open(self._house.data / FILE, self._house.vault)
        replies = self._replies
        outbound = Outbound(self._house, memory, replies)
        rooms = Rooms(memory, outbound, self._options.channel_id)
        house = self._house
        self._memory, self._outbound, self._rooms = memory, outbound, rooms
        self._keeper = Keeper(lambda: self.client(house, memory, rooms, replies), token)
        try:
            await self._keeper.start(self.patience)
        except BaseException:
            await self.stop()
            raise

    async def send(self, message: Shown) -> None:
        """Hand over one message; the same id twice is handed over once.

        Raises `TryLater` while there is no connection or Discord is busy, `Unreachable` where
        this person takes no messages.
        """
        client = self._client
        if client is None or self._outbound is None or self._rooms is None:
            raise TryLater(SOON)
        await client.urgent.calm()
        with translated():
            async with asyncio.timeout(LONGEST):
                await self._through(client, message, self._outbound, self._rooms)

    async def _through(
        self, client: Client, message: Shown, outbound: Outbound, rooms: Rooms
    ) -> None:
        """By this client; one that has ended meanwhile is followed by another soon."""
        try:
            await self._hand_over(client, message, outbound, rooms)
        except (RuntimeError, AttributeError) as ended:  # as the library fails once it is closed
            if not client.is_closed():
                raise
            raise TryLater(SOON) from ended

    @staticmethod
    async def _hand_over(client: Client, message: Shown, outbound: Outbound, rooms: Rooms) -> None:
        match message.kind:
            case _ if message.place == DM:
                await outbound.to_person(client, message, message.to.native)
            case "open":
                await rooms.open(client, message)
            case "close":
                await rooms.close(client, message)
            case _:
                await rooms.say(client, message)

    async def forget(self, account: Account) -> None:
        """Erase what is kept here of this person. Raises `TryLater` before `start`."""
        if self._memory is None:
            raise TryLater(SOON)
        self._replies.forget(account.native)
        self._memory.forget(account.native)

    async def stop(self) -> None:
        """Let go of the connection and the file. May be called in any state, and twice."""
        keeper, self._keeper = self._keeper, None
        memory, self._memory = self._memory, None
        self._outbound, self._rooms = None, None
        if keeper is not None:
            await keeper.stop()
        if memory is not None:
            memory.close()

    @staticmethod
    async def check(given: Mapping[str, object]) -> list[Remark]:
        """What is to be mended of token, channel and permissions. Serves nobody, raises nothing."""
        return await checking.check(given, os.environ)

    @staticmethod
    async def invite_link(given: Mapping[str, object]) -> str:
        """Where the bot is added to a server with just what it needs.

        Raises `BadConfig` without a token, `TokenRefused` and `NotReached`.
        """
        return await checking.invite_link(given, os.environ)
