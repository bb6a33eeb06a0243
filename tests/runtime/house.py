"""The real runtime around a real store, with a platform that can be told to be difficult."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.adapter import House
from bot.app import App, build
from bot.model.event import Asked, Event, Met, Said
from bot.model.message import Shown
from bot.model.person import Account
from bot.model.private import Private

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


class StillClock:
    """Time that stands still until it is moved."""

    def __init__(self) -> None:
        """Begin at noon."""
        self.at = NOON

    def now(self) -> datetime:
        """This instant."""
        return self.at

    def advance(self, by: timedelta) -> None:
        """Move it."""
        self.at += by


class Difficult:
    """A platform. Errors that were put into `trouble` are raised first, in order."""

    name = "test"
    rooms = True
    dm = "dm"
    room = "room"

    def __init__(self, house: House) -> None:
        """Nothing was sent yet."""
        self.house = house
        self.sent: list[Shown] = []
        self.forgot: list[Account] = []
        self.trouble: list[Exception] = []

    async def start(self) -> None:
        """Nothing to connect to."""

    async def send(self, message: Shown) -> None:
        """Take it, or raise what was ordered."""
        if self.trouble:
            raise self.trouble.pop(0)
        self.sent.append(message)

    async def forget(self, account: Account) -> None:
        """Take note, or raise what was ordered."""
        if self.trouble:
            raise self.trouble.pop(0)
        self.forgot.append(account)

    async def stop(self) -> None:
        """Nothing to let go of."""

    def texts(self) -> list[str]:
        """What was sent, without edits."""
        return [message.text for message in self.sent if message.kind != "edit"]


def account(who: str) -> Account:
    """An account on this platform."""
    return Account(platform="test", native=who, name=who.title())


def met(who: str) -> Met:
    """Somebody who has finished the welcome."""
    return Met(key=f"met {who}", at=NOON, account=account(who), welcomed=True)


def said(who: str, text: str, key: str = "") -> Said:
    """Somebody types."""
    return Said(key=key or f"{who}: {text}", at=NOON, account=account(who), text=Private(text))


def asked(who: str, command: str, key: str = "", **options: str) -> Event:
    """Somebody gives a command."""
    key = key or f"{who}/{command}"
    return Asked(key=key, at=NOON, account=account(who), command=command, options=options)


@asynccontextmanager
async def running(data: Path) -> AsyncIterator[tuple[App, Difficult, StillClock]]:
    """A bot that is built and not started: sweeps and deliveries happen when they are called."""
    clock = StillClock()
    app = await build(data, clock)
    platform = app.add(Difficult, {}, data)
    assert isinstance(platform, Difficult)
    try:
        yield app, platform, clock
    finally:
        await app.stop()
