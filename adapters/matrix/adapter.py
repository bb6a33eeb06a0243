"""Matrix as a platform: what the house is promised, and the rooms that keep the promise."""

import asyncio
import os
from collections.abc import Mapping
from typing import ClassVar

import msgspec

from adapters.matrix import checking, options
from adapters.matrix.admission import Admission
from adapters.matrix.ground import Ground
from adapters.matrix.heard import Heard
from adapters.matrix.hearing import Hearing
from adapters.matrix.inbound import PLATFORM
from adapters.matrix.line import Line
from adapters.matrix.memory import Memory
from adapters.matrix.outbound import Outbound
from adapters.matrix.refusals import SOON
from adapters.matrix.rooms import Rooms
from adapters.matrix.tidying import Tidier
from adapters.matrix.voice import Voice
from bot.adapter import House, Remark
from bot.errors import ForOperator, TryLater
from bot.model.event import DM
from bot.model.message import Shown
from bot.model.person import Account

FILE = "matrix.db"
LONGEST = 40.0  # seconds for one message: others wait meanwhile, and a lease lasts sixty


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """What works together while it is connected."""

    memory: Memory
    line: Line
    voice: Voice
    tidier: Tidier
    outbound: Outbound
    rooms: Rooms


class _Ear:
    """What the line is given before there is anybody to hear: each needs the other."""

    hearing: Hearing

    async def hear(self, heard: Heard) -> None:
        """See `Hears`."""
        await self.hearing.hear(heard)


class MatrixAdapter:
    """People on Matrix."""

    name = PLATFORM
    dm = "dm-encrypted"
    room = "room-encrypted"
    patience: ClassVar[float] = 30.0  # seconds that `start` waits for a connection

    def __init__(self, house: House) -> None:
        """Raises `BadConfig` where the options are wrong. Nothing is touched yet."""
        self._house = house
        self._options = options.read(house.options)
        self._parts: Parts | None = None

    @property
    def rooms(self) -> bool:
        """Whether a private room can be made, as things are just now."""
        return self._parts is not None and self._parts.line.connected

    @property
    def connected(self) -> asyncio.Event:
        """Set by the first connection; see `bot.adapter.Trying`."""
        return self._parts.line.ready if self._parts else asyncio.Event()

    @property
    def refusals(self) -> asyncio.Queue[ForOperator]:
        """Why the log-in is of no use any more; see `bot.adapter.Refusable`."""
        return self._parts.line.refusals if self._parts else asyncio.Queue()

    async def start(self) -> None:
        """Log in and listen; return once connected, or after `patience` seconds of trying.

        Raises `BadConfig`, `StoreBusy`, `StoreDamaged`, or what the line says: the operator
        must act.
        """
        access = options.access(self._options, os.environ)
        self._house.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        memory = Memory.open(self._house.data / FILE, self._house.vault)
        hears = _Ear()
        line = Line(access, self._house.data, memory, hears, self._house.clock)
        self._parts = parts = self._together(memory, line, hears)
        try:
            await line.start(self.patience)
            parts.tidier.start()
        except BaseException:
            await self.stop()
            raise

    def _together(self, memory: Memory, line: Line, hears: _Ear) -> Parts:
        ground = Ground(house=self._house, options=self._options, memory=memory, line=line)
        voice = Voice(ground)
        tidier = Tidier(ground, voice)
        outbound = Outbound(ground, voice, tidier)
        rooms = Rooms(ground, outbound, voice)
        hears.hearing = Hearing(ground, voice, tidier, Admission(ground, voice), rooms)
        return Parts(
            memory=memory, line=line, voice=voice, tidier=tidier, outbound=outbound, rooms=rooms
        )

    async def send(self, message: Shown) -> None:
        """Hand over one message; the same id twice is handed over once.

        Raises `TryLater` while there is no connection or the homeserver is busy, `Unreachable`
        where this person left the chat.
        """
        parts = self._there()
        try:
            async with asyncio.timeout(LONGEST):
                await self._hand_over(message, parts)
        except TimeoutError as slow:
            raise TryLater(SOON) from slow

    def _there(self) -> Parts:
        if self._parts is None or not self._parts.line.connected:
            raise TryLater(SOON)
        return self._parts

    @staticmethod
    async def _hand_over(message: Shown, parts: Parts) -> None:
        match message.kind:
            case _ if message.place == DM:
                await parts.outbound.to_person(message, message.to.native)
            case "open":
                await parts.rooms.open(message)
            case "close":
                await parts.rooms.close(message)
            case _:
                await parts.rooms.say(message)

    async def forget(self, account: Account) -> None:
        """Leave their chat, and erase what is kept here of them. Raises `TryLater`."""
        parts = self._there()
        known = parts.memory.person(account.native)
        chats = {*parts.line.alone_with(known.user), known.room} - {""}
        rooms = [room for room in sorted(chats) if not parts.memory.place_of(room)]
        for room in rooms:
            await parts.line.leave(room)
        await parts.line.forget(known.user, rooms)
        parts.memory.forget(account.native)

    async def stop(self) -> None:
        """Let go of the connection and the file. May be called in any state, and twice."""
        parts, self._parts = self._parts, None
        if parts is not None:
            await parts.tidier.stop()
            await parts.voice.stop()
            await parts.line.stop()
            parts.memory.close()

    @staticmethod
    async def check(given: Mapping[str, object]) -> list[Remark]:
        """What is to be mended of homeserver, log-in and keys. Serves nobody, raises nothing."""
        return await checking.check(given, os.environ)
