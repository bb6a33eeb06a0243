"""The bench as a platform: it starts a page on loopback and hands its messages over."""

import logging
from datetime import timedelta
from pathlib import Path

import msgspec
from aiohttp import web

from adapters.local.address import Address, listen
from adapters.local.guard import Guard
from adapters.local.inbound import PLATFORM, seat
from adapters.local.memory import Memory
from adapters.local.server import Server
from bot.adapter import House
from bot.errors import BadConfig, StoreUnavailable, TryLater
from bot.model.message import Shown
from bot.model.person import Account

SOON = timedelta(seconds=2)
PATIENCE = 2.0  # seconds that a request in flight has when we stop


class Options(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The section [local] of the settings."""

    port: int = 0  # 0: the one used last time where it is free, else any
    people: tuple[str, ...] = ("ari", "bo")  # who is there when nobody was there before
    open: bool = False  # for whoever starts us: they open the page once it is up, or not


class LocalAdapter:
    """People side by side in a browser. After `start`, `url` opens the page."""

    name = PLATFORM
    rooms = True
    dm = "dm"
    room = "room"

    def __init__(self, house: House) -> None:
        """Raises `BadConfig` where the options are wrong. Nothing is touched yet."""
        self._house = house
        try:
            self._options = msgspec.convert(house.options, Options, strict=False)
        except msgspec.ValidationError as no:
            raise BadConfig(f"[local] {no}") from no
        self._memory: Memory | None = None
        self._server: Server | None = None
        self._runner: web.AppRunner | None = None
        self.url = ""

    async def start(self) -> None:
        """Open the memory and serve the page.

        Raises `StoreBusy`, `StoreDamaged` or `BadConfig` where the operator must act.
        """
        self._house.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._memory = await Memory.open(self._house.data / "local.db", self._house.vault)
            await self._seat_people(self._memory)
            await self._serve(self._memory, self._house.data / "local.address")
        except BaseException:
            await self.stop()
            raise

    async def send(self, message: Shown) -> None:
        """Hand over one message; the same id twice is handed over once.

        Raises `TryLater` before `start`, after `stop` and while the disk cannot be written,
        `Unreachable` where nobody of that name, or no such room, is here.
        """
        if self._memory is None or self._server is None:
            raise TryLater(SOON)
        try:
            new = await self._memory.take(message, self._house.clock.now())
        except StoreUnavailable as no:
            raise TryLater(SOON) from no
        if new:
            self._server.notify()

    async def forget(self, account: Account) -> None:
        """Erase what was said in this person's DM. Raises `TryLater` while that cannot be."""
        if self._memory is None or self._server is None:
            raise TryLater(SOON)
        await self._memory.forget(account.native)
        self._server.notify()

    async def stop(self) -> None:
        """Let go of the port and the file. May be called in any state, and twice."""
        server, self._server = self._server, None
        runner, self._runner = self._runner, None
        memory, self._memory = self._memory, None
        if server is not None:
            server.close()
        if runner is not None:
            await runner.cleanup()
        if memory is not None:
            await memory.close()

    async def _seat_people(self, memory: Memory) -> None:
        """The people of the options, on a bench where nobody sits yet."""
        if await memory.people():
            return
        for name in self._options.people:
            who = seat(name)
            await memory.add(who.id, who.name)

    async def _serve(self, memory: Memory, file: Path) -> None:
        earlier = Address.load(file)
        door = listen(self._options.port, earlier.port)
        address = Address(port=door.getsockname()[1], token=earlier.token)
        address.save(file)
        self._server = Server(self._house, memory, Guard(address.port, address.token))
        self._runner = web.AppRunner(
            self._server.app, access_log=None, logger=_silent(), shutdown_timeout=PATIENCE
        )
        await self._runner.setup()
        await web.SockSite(self._runner, door).start()
        self.url = address.url


def _silent() -> logging.Logger:
    """For aiohttp, which logs what it could not read: that may hold words."""
    logger = logging.getLogger("adapters.local.http")
    logger.disabled = True
    return logger
