"""The one way in: events that arrive together share a commit.

What people do goes before what the clock brings, and the two never share a commit: so whoever
writes waits for a few prompts at most, however many thousands are due. Neither keeps the other
out, for they take turns.
"""

import asyncio
from collections.abc import Callable, Container

import msgspec

from bot import logs
from bot.commands import typed
from bot.commands.registry import ALL, Registry
from bot.errors import StoreUnavailable
from bot.model.event import PEOPLE, Aged, Asked, Due, Event, Prompt, Said
from bot.model.person import Account, PersonId
from bot.model.private import Private
from bot.store.port import Decide, Store
from bot.text import codes
from bot.text.typed import one_line

NAME = 40  # characters of a name that others are shown
BATCH = 64  # events to a commit at most
BY_THE_CLOCK = (Aged, Due, Prompt)
Identify = Callable[[Account], PersonId]
Waiting = tuple[Event, asyncio.Future[None]]  # and whoever is to know that it is on disk


class Dispatcher:
    """Takes events in, exactly once each."""

    def __init__(
        self,
        store: Store,
        decide: Decide,
        known: Callable[[Event], Event],
        wake: Callable[[], None],
    ) -> None:
        """`known` is `identified`, as this house does it.

        `wake` is called when something was committed that wants to be delivered.
        """
        self._store = store
        self._decide = decide
        self._known = known
        self._wake = wake
        self._waiting: list[Waiting] = []
        self._clock: list[Waiting] = []  # what nobody did: a time came
        self._worker: asyncio.Task[None] | None = None

    async def receive(self, event: Event) -> None:
        """Take one event in. When this returns, it is on disk and may be acknowledged.

        Raises `StoreUnavailable` when nothing could be written: then it has not happened.
        """
        taken: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line = self._clock if isinstance(event, BY_THE_CLOCK) else self._waiting
        line.append((self._known(event), taken))
        if self._worker is None or self._worker.done():
            self._worker = asyncio.create_task(self._work())
        await taken

    async def close(self) -> None:
        """Let what was begun be finished."""
        if self._worker is not None:
            await self._worker

    async def _work(self) -> None:
        while self._waiting or self._clock:
            for line in (self._waiting, self._clock):
                batch, line[:BATCH] = line[:BATCH], []
                if batch:
                    await self._take(batch)

    async def _take(self, batch: list[Waiting]) -> None:
        try:
            outcomes = await self._store.take([event for event, _ in batch], self._decide)
        except Exception as error:  # noqa: BLE001 - handed to each of those who wait for it
            if isinstance(error, StoreUnavailable):
                logs.warn("unavailable", count=len(batch))
            for _, taken in batch:
                _fail(taken, error)
            return
        self._wake()
        for (_, taken), outcome in zip(batch, outcomes, strict=True):
            if isinstance(outcome, Exception):
                _fail(taken, outcome)
            elif not taken.done():
                taken.set_result(None)


def _fail(taken: asyncio.Future[None], error: Exception) -> None:
    """One who waits learns that it did not happen; one who no longer waits needs nothing."""
    if not taken.done():
        taken.set_exception(error)


def identified(
    event: Event, identify: Identify, picking: Container[str] = (), commands: Registry = ALL
) -> Event:
    """The event with who acted, with everybody whom it names known by id, and with its code.

    `picking` holds the platforms where people are picked, and a typed name finds nobody.
    `commands` are those that can be typed.
    """
    if event.account is None:
        return event
    account = msgspec.structs.replace(event.account, name=one_line(event.account.name, NAME))
    home = event.account.platform
    found = _typed(event, commands)
    names = [] if isinstance(event, Said) and home in picking else _named(event, found)
    accounts = {
        name: Account(platform=home, native=native(name), name=one_line(called, NAME))
        for name, called in names
    }
    people = {name: (identify(account), account) for name, account in accounts.items()}
    person = identify(account)
    code, whole = _code(event, found), _is_whole(event, found)
    return msgspec.structs.replace(
        event, account=account, person=person, people=people, code=code, whole=whole
    )


def _typed(event: Event, commands: Registry) -> typed.Typed | None:
    """The command that was typed; None where there is none."""
    if not isinstance(event, Said):
        return None
    return typed.read(event.text.open_for("engine"), commands=commands)


def _is_whole(event: Event, found: typed.Typed | None) -> bool:
    """Whether a command was given that is about all that the person keeps."""
    given = event if isinstance(event, Asked) else found
    command = ALL.get(given.command) if given else None
    return command is not None and command.whole


def _named(event: Event, found: typed.Typed | None) -> list[tuple[str, str]]:
    """Everybody who was named, and how the platform shows them; by that name where it says none."""
    if not isinstance(event, Asked):
        return [(name, name) for name in typed.named(found)]
    given = ((event.options.get(one, ""), one.replace("person", "called")) for one in PEOPLE)
    return [(name, event.options.get(called, name)) for name, called in given if name]


def _code(event: Event, found: typed.Typed | None) -> Private | None:
    """The one-time code that was given, as it is kept; None without one."""
    if isinstance(event, Asked):
        given = event.options.get("code", "") if event.command == typed.JOIN else ""
        code = codes.normal(given)
    else:
        code = typed.code(found)
    return Private(code) if code else None


def native(name: str) -> str:
    """The platform's own id for a name as a person types it."""
    return name.strip().removeprefix("@").casefold()
