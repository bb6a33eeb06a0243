"""What a platform must be able to do. Start here to add one.

An adapter is found by its entry point in the group "handrail.adapters" and made with
`Adapter(house)`. It translates and acknowledges; it decides nothing.

- Inbound: every happening becomes an `Event` with a stable key, the `account` that acted
  and the time, and is given to `house.receive`. When `receive` returns, the happening is
  safe on disk and may be acknowledged. When it raises `StoreUnavailable`, nothing of it has
  happened and it must not be acknowledged; a person who waits for an answer is told so kindly.
- Outbound: `send` gets a `Shown`. An id that was sent before is not sent again.
- Rooms: a message of kind "open" asks for a private place for `people`; its `place` is the
  name ("room:<session>") by which messages and events speak of it from then on.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

import msgspec

from bot.errors import ForOperator
from bot.model.event import Event
from bot.model.message import Shown
from bot.model.person import Account


class Clock(Protocol):
    """Says what time it is. The only source of time outside tests."""

    def now(self) -> datetime:
        """This instant, in UTC."""
        ...

    def advance(self, by: timedelta) -> None:
        """Move the clock forward, for pages and tests that try day-long waits."""
        ...


class Vault(Protocol):
    """Seals what an adapter must keep at rest."""

    def seal(self, plain: bytes) -> bytes:
        """Encrypted and authenticated."""
        ...

    def unseal(self, sealed: bytes) -> bytes:
        """The bytes again. Raises `StoreDamaged` where the key does not fit."""
        ...


class ShownCommand(msgspec.Struct, frozen=True, kw_only=True):
    """A command with its words, for pages and menus."""

    name: str
    label: str
    help: str
    person: bool = False  # takes a person ("share"), or nobody
    people: bool = False  # takes several people ("circle"), as "person", "person2", …
    text: bool = False  # takes a text, as its option "code" ("join")
    control: bool = False  # always at hand: pause, stop, skip, small, help, hide, undo


class Remark(msgspec.Struct, frozen=True):
    """One thing that an adapter's `check` has looked at, in a sentence for the operator."""

    sentence: str
    mend: bool = False  # it does not work like this; the sentence says what to do


class House(msgspec.Struct, frozen=True, kw_only=True):
    """What an adapter is given."""

    receive: Callable[[Event], Awaitable[None]]
    settle: Callable[
        [], Awaitable[None]
    ]  # do everything that is due by the clock; return when idle
    clock: Clock
    vault: Vault
    data: Path  # a folder for the adapter's own files
    commands: Callable[[str], tuple[ShownCommand, ...]]  # by locale
    words: Callable[[str, str], str] = lambda words, _locale: words  # shared ones, no arguments
    locales: tuple[str, ...] = ("en",)  # languages that there are words in, English first
    options: dict[str, object] = {}  # its section of the settings


class Adapter(Protocol):
    """One platform."""

    name: str  # the `platform` of its accounts
    dm: str  # who can read a private chat there: a kind of `bot.text.readers.KINDS`
    room: str  # who can read a shared private place there, likewise

    @property
    def rooms(self) -> bool:
        """Whether it can open a shared private place, as things are just now."""
        ...

    async def start(self) -> None:
        """Connect and begin to hand events to `receive`. Returns once connected."""
        ...

    async def send(self, message: Shown) -> None:
        """Hand over one message; the same `message.id` twice is handed over once.

        Raises `TryLater` when the platform is busy and `Unreachable` when this person
        cannot be reached there; both are told apart so that delivery can act.
        """
        ...

    async def forget(self, account: Account) -> None:
        """Erase all that this adapter itself keeps of the account; twice changes nothing.

        What a platform keeps of its own is the platform's. Raises what `send` raises, or
        anything else: then it is asked again later, also after a restart.
        """
        ...

    async def stop(self) -> None:
        """Let go of everything. May be called in any state, and twice."""
        ...


class Picks(Protocol):
    """What an adapter brings besides, where no name that is typed can find anybody."""

    picks: bool  # people are picked from the platform's own list, as an option of a command


class Trying(Protocol):
    """What an adapter brings besides, whose `start` may return before there is a connection."""

    @property
    def connected(self) -> asyncio.Event:
        """Set by the first connection. Without this, whatever has started is connected."""
        ...


class Refusable(Protocol):
    """What an adapter brings besides, whose log-in may turn out to be of no use while it serves."""

    @property
    def refusals(self) -> asyncio.Queue[ForOperator]:
        """What the operator must do, from then on; once, however often it is tried again."""
        ...


class Checked(Protocol):
    """What an adapter's class may bring besides, for `handrail doctor` and `invite-link`."""

    async def check(self, options: Mapping[str, object]) -> list[Remark]:
        """Look at what the operator set up, without serving anybody. Raises nothing."""
        ...

    async def invite_link(self, options: Mapping[str, object]) -> str:
        """Where the bot is added to a server with just what it needs. Raises a `ForOperator`."""
        ...
