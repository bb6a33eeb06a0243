"""The adapter on a real homeserver, in a small house that writes down what it is told."""

import asyncio
import warnings
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from adapters.matrix.adapter import MatrixAdapter
from adapters.matrix.line import Line
from adapters.matrix.memory import Memory
from bot.model.event import DM, Event
from bot.model.message import Shown, ShownChoice
from bot.model.person import Account
from tests.adapters.discord.small import SmallHouse
from tests.adapters.matrix.device import PATIENCE
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.people import Somebody
from tests.adapters.matrix.whole import bot_account, meet


class Listening(SmallHouse):
    """A small house whose news can be waited for."""

    def __init__(self) -> None:
        super().__init__()
        self._news = asyncio.Condition()

    async def receive(self, event: Event) -> None:
        """Write it down, once."""
        await super().receive(event)
        async with self._news:
            self._news.notify_all()

    async def until(self, so: Callable[[], bool]) -> None:
        """Wait until that is so. Raises `AssertionError` with what was told instead."""
        try:
            async with asyncio.timeout(PATIENCE), self._news:
                await self._news.wait_for(so)
        except TimeoutError:
            raise AssertionError(self.told) from None


class Standing:
    """An adapter that is connected, and its parts."""

    def __init__(self, adapter: MatrixAdapter, user: str) -> None:
        parts = adapter._parts  # noqa: SLF001 - to look at what works together
        assert parts
        self.adapter = adapter
        self.user = user
        self.line: Line = parts.line
        self.memory: Memory = parts.memory

    async def send(self, key: str, to: Somebody, text: str = "Hello", **more: Any) -> None:  # noqa: ANN401 - fields of `Shown`
        """Hand over one message."""
        await self.adapter.send(shown(key, to, text, **more))

    async def line_to(self, native: str) -> None:
        """Hand over a message for whatever that id is."""
        to = Account(platform="matrix", native=native)
        given = Shown(
            id="x", kind="note", to=to, place=DM, session="", step="", text="Hi", preview=""
        )
        await self.adapter.send(given)

    async def line_knows(self, who: Somebody) -> None:
        """Wait until the line has heard that they came into their chat."""
        await self.until_in(who, who.dm)

    async def until_in(self, who: Somebody, room: str) -> None:
        """Wait until the line has heard that they came in."""
        async with asyncio.timeout(PATIENCE):
            while self.line.members(room).get(who.user) != "join":  # noqa: ASYNC110 - it tells nobody
                await asyncio.sleep(0.02)


@asynccontextmanager
async def standing(
    homeserver: Homeserver, house: SmallHouse, folder: Path, *, url: str = "", **options: object
) -> AsyncIterator[Standing]:
    """Connected; let go of at the end, so that another may follow with the same account.

    `url` if it goes through a front.
    """
    account = await bot_account(homeserver, folder)
    given = {"homeserver": url or homeserver.url, "user": account.user}
    given |= {"password_file": str(folder / "password")}
    adapter = MatrixAdapter(house.house(folder / "data", **(given | options)))
    await adapter.start()
    try:
        yield Standing(adapter, account.user)
    finally:
        await adapter.stop()


async def met(who: Somebody, on: Standing, house: Listening, word: str = "hello") -> None:
    """A chat of theirs with the bot, in which they have written a word.

    If it is not heard in time, that is said aloud with what is known of it, and they write it
    again, as people are asked to: what is tried afterwards is another thing.
    """
    await meet(who, on.user)
    event_id = await who.say(word)
    try:
        await house.until(lambda: word in house.words)
    except AssertionError:
        warnings.warn(f"a first word was not heard: {_known_of(who, on, event_id)}", stacklevel=2)
        await who.say(word)
        await house.until(lambda: word in house.words)


def _known_of(who: Somebody, on: Standing, event_id: str) -> str:
    """What may tell why: whose devices had the key, and whether the word waits for it."""
    machine = who.device.client.olm
    session = machine.outbound_group_sessions.get(who.dm)
    shared = session.users_shared_with if session else "nobody"
    waits = [late.event_id for late in on.memory.late()]
    known, members = on.line.knows(who.dm), on.line.members(who.dm)
    return f"{shared=}, {known=}, {members=}, waits={event_id in waits}"


def account(who: Somebody) -> Account:
    """That person, as the core knows them."""
    return Account(platform="matrix", native=who.user.removeprefix("@"), name=who.name)


def shown(key: str, to: Somebody, text: str, **more: Any) -> Shown:  # noqa: ANN401 - fields of `Shown`
    """A message as the delivery would hand it over. A choice's label is its id, capitalised."""
    people: Sequence[Somebody] = more.pop("people", ())
    choices: Sequence[str] = more.pop("choices", ())
    facts: dict[str, Any] = {"kind": "note", "place": DM, "session": "one", "step": ""} | more
    return Shown(
        id=key,
        to=account(to),
        text=text,
        preview=text[:120],
        choices=tuple(ShownChoice(id=one, label=one.capitalize()) for one in choices),
        people=tuple(account(one) for one in people),
        **facts,
    )
