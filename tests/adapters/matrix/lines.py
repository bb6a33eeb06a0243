"""A line with everything around it that a test wants to look at: what it heard, kept and logged."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from adapters.matrix.heard import Access, Heard, Invited, Late, Written
from adapters.matrix.line import Line
from bot.errors import StoreUnavailable
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.people import Somebody

PATIENCE = 30.0  # seconds; the machine is busy with others
T = TypeVar("T")


class StandingClock:
    """Time passes when a test says so."""

    def __init__(self) -> None:
        self._now = datetime(2026, 5, 1, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def advance(self, by: timedelta) -> None:
        self._now += by


class Drawer:
    """What the line keeps, across its lives."""

    def __init__(self) -> None:
        self.facts: dict[str, str] = {}
        self.kept: dict[str, Late] = {}

    def fact(self, name: str) -> str:
        return self.facts.get(name, "")

    def note(self, name: str, value: str) -> None:
        self.facts[name] = value

    def keep_late(
        self, event_id: str, room: str, session_id: str, source: str, at: datetime
    ) -> None:
        late = Late(event_id=event_id, room=room, session_id=session_id, source=source, at=at)
        self.kept.setdefault(event_id, late)

    def late(self) -> tuple[Late, ...]:
        return tuple(self.kept.values())

    def drop_late(self, event_id: str) -> None:
        self.kept.pop(event_id, None)


class Ear:
    """Hears as the house does: an event that it knows is nothing new.

    For as long as the house is `down`, it takes nothing.
    """

    def __init__(self) -> None:
        self.heard: list[Heard] = []
        self._known: set[str] = set()
        self.down = False
        self.tried = 0
        self._news = asyncio.Condition()

    async def hear(self, heard: Heard) -> None:
        self.tried += 1
        if self.down:
            raise StoreUnavailable
        if (key := getattr(heard, "event_id", "")) and key in self._known:
            return
        self._known.add(key)
        self.heard.append(heard)
        async with self._news:
            self._news.notify_all()

    def bodies(self) -> list[str]:
        """What people wrote, in the order in which it was heard."""
        return [each.body for each in self.heard if isinstance(each, Written)]

    def all(self, kind: type[T]) -> list[T]:
        """All of that kind."""
        return [each for each in self.heard if isinstance(each, kind)]

    async def until(self, kind: type[T], count: int = 1) -> list[T]:
        """Wait until so many of that kind were heard."""
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(lambda: len(self.all(kind)) >= count)
        return self.all(kind)

    async def says(self, *bodies: str) -> None:
        """Wait until as many were heard, and they are these, in this order."""
        await self.until(Written, len(bodies))
        assert self.bodies() == list(bodies)


class Bot:
    """The bot's end of it. Its account, its drawer and its folder outlive its lines."""

    def __init__(self, access: Access, folder: Path) -> None:
        self.access = access
        self.folder = folder
        self.clock = StandingClock()
        self.drawer = Drawer()
        self.ear = Ear()

    @asynccontextmanager
    async def line(self, patience: float = PATIENCE) -> AsyncIterator[Line]:
        """One life."""
        line = Line(self.access, self.folder, self.drawer, self.ear, self.clock)
        await line.start(patience)
        try:
            yield line
        finally:
            await line.stop()

    async def meets(self, line: Line, person: Somebody) -> str:
        """Somebody asks the bot into a chat, and it comes; the room."""
        room = await person.opens_dm(line.user_id)
        async with asyncio.timeout(PATIENCE):
            while room not in {each.room for each in self.ear.all(Invited)}:
                await self.ear.until(Invited, len(self.ear.all(Invited)) + 1)
        await line.join(room)
        await person.until_there(line.user_id)
        return room


async def made(homeserver: Homeserver, folder: Path, url: str = "") -> Bot:
    """A bot with an account of its own and a password, behind a front if `url` is one's."""
    account = await homeserver.register(f"bot-{uuid4().hex[:8]}")
    password = account.password
    return Bot(
        Access(homeserver=url or homeserver.url, user=account.user, password=password), folder
    )


async def until(so: Callable[[], bool]) -> None:
    """Wait for what no event tells of."""
    async with asyncio.timeout(PATIENCE):
        while not so():  # noqa: ASYNC110 - see above
            await asyncio.sleep(0.01)


async def noted(person: Somebody, line: Line) -> None:
    """Wait until their app has noted which device the bot has."""
    devices = person.device.client.device_store
    await person.device.until(
        lambda: line.device_id in {each.id for each in devices.active_user_devices(line.user_id)},
        "a device of the bot",
    )


def words(text: str) -> dict[str, str]:
    """A message of plain words."""
    return {"msgtype": "m.text", "body": text}
