"""Two people and a bot that have met, with a front before their homeserver: for many talks.

The bot lives in one folder, in this process (`inside`) or in one of its own (`apart`), one after
the other. To meet costs more than to talk, so the same two have one talk after the other.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web

from adapters.matrix.adapter import MatrixAdapter
from bot import app
from tests.adapters.matrix.faults.same import Sight
from tests.adapters.matrix.faults.swift import Swift, swift
from tests.adapters.matrix.front import Fault, Front
from tests.adapters.matrix.homeserver import Account, Homeserver
from tests.adapters.matrix.people import Somebody
from tests.adapters.matrix.whole import Running, bot_account, welcome

TO_HOLD = web.RequestKey("to hold", bool)


class Watched(Front):
    """A front that knows whether it holds a request just now."""

    holding = False

    async def _answer(self, request: web.Request, fault: Fault | None) -> web.Response | None:
        if fault and fault.kind == "hold":
            await self._now_holds()
        request[TO_HOLD] = bool(fault and fault.kind == "commit-then-hold")
        return await super()._answer(request, fault)

    async def _pass_on(self, request: web.Request) -> web.Response:
        response = await super()._pass_on(request)
        if request[TO_HOLD]:
            await self._now_holds()
        return response

    async def _now_holds(self) -> None:
        self.holding = True
        await self._tell()

    def mend(self) -> None:
        """No faults any more, and nothing is held."""
        self.holding = False
        super().mend()


class Scene:
    """The bot's folder, and who talks with it."""

    def __init__(
        self, homeserver: Homeserver, front: Watched, folder: Path, account: Account
    ) -> None:
        """Nobody is there yet: see `begun`."""
        self.homeserver = homeserver
        self.front = front
        self.folder = folder
        self.account = account
        self.people: dict[str, Somebody] = {}
        self.sound = True  # unless a talk broke off
        self.talks = 0  # that they have had
        self.ought: dict[str, Sight] = {}  # by place: what they see when nothing happens

    @property
    def way_in(self) -> dict[str, str]:
        """The section [matrix] of the settings."""
        password = str(self.folder / "password")
        return {
            "homeserver": self.front.url,
            "user": self.account.user,
            "password_file": password,
        }

    @asynccontextmanager
    async def inside(self, **options: str) -> AsyncIterator[Running]:
        """The bot in this process; `options` in place of the usual ones, if there are any."""
        data = self.folder / "data"
        bot = await app.build(data, app.ShiftedClock(data / "clock"))
        try:
            adapter = bot.add(MatrixAdapter, options or self.way_in, data / "matrix")
            assert isinstance(adapter, MatrixAdapter)
            await bot.start()
            yield Running(bot, adapter, self.account)
        finally:
            await bot.stop()

    @asynccontextmanager
    async def apart(self, **options: str) -> AsyncIterator[Swift]:
        """The bot in a process of its own. It is not running yet, and is ended at the end."""
        self.set_up(options or self.way_in)
        async with swift(self.folder) as served:
            yield served

    def set_up(self, options: Mapping[str, str]) -> None:
        """Write its settings."""
        lines = "".join(f'{name} = "{value}"\n' for name, value in options.items())
        data = f'[store]\ndata = "{self.folder / "data"}"\n'
        (self.folder / "config.toml").write_text(f"{data}[matrix]\n{lines}")


@asynccontextmanager
async def begun(homeserver: Homeserver, folder: Path) -> AsyncIterator[Scene]:
    """Ari and Bo, both through the welcome. The bot is not running."""
    account = await bot_account(homeserver, folder)
    async with (
        Watched(homeserver.url) as front,
        await Somebody.arrives(homeserver, "Ari") as ari,
        await Somebody.arrives(homeserver, "Bo") as bo,
    ):
        scene = Scene(homeserver, front, folder, account)
        scene.people = {"ari": ari, "bo": bo}
        async with scene.inside() as bot:
            for who in scene.people.values():
                await welcome(who, bot.user)
        yield scene
