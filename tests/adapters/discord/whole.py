"""The whole bot on the local Discord: store, engine, delivery, and the real discord.py."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import discord
import discord.gateway
import discord.http

from adapters.discord.adapter import DiscordAdapter
from adapters.discord.client import Client
from bot import app
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Address, Peer

WELCOME = ("Start", "I understand", "I am 18 or older", "OK", "Keep 7 days", "90 days", "Agree")
PROPOSE = ("None of these", "I share first", "Slow, over some days")
WRITE = "Answer in writing"
PATIENCE = 10.0  # seconds until something that must come is missed


class Quick(Client):
    """Does not wait the seconds that Discord wants between two logins."""

    def __init__(self, *given: Any) -> None:  # noqa: ANN401 - as its parent
        super().__init__(*given)
        self._connection.guild_ready_timeout = 0.1  # discord.py takes it as a word of its own only

    async def before_identify_hook(self, _shard_id: int | None, *, initial: bool = False) -> None:
        """Go on at once."""


class QuickAdapter(DiscordAdapter):
    """The adapter with such a client."""

    client = Quick


class Running:
    """A bot that is at work, and what a test may want of its parts."""

    def __init__(self, bot: app.App, adapter: DiscordAdapter) -> None:
        self.app = bot
        self.adapter = adapter

    @property
    def client(self) -> Client:
        """The client that is alive."""
        keeper = self.adapter._keeper  # noqa: SLF001 - to see which client is alive
        assert keeper
        assert keeper.client
        return keeper.client


def point_at(address: Address) -> None:
    """discord.py talks to the local Discord from now on."""
    discord.http.Route.BASE = address.api
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = address.gateway


@asynccontextmanager
async def running(
    peer: Peer, folder: Path, clock: app.ShiftedClock | None = None, **options: object
) -> AsyncIterator[Running]:
    """The bot with its data in `folder`; stopped at the end, so that another may follow."""
    point_at(peer.address)
    token = folder / "token"
    token.write_text(peer.address.token)
    bot = await app.build(folder / "data", clock or app.ShiftedClock())
    try:
        adapter = bot.add(QuickAdapter, {"token_file": str(token)} | options, folder / "data")
        assert isinstance(adapter, DiscordAdapter)
        await bot.start()
        await until_known(peer)
        yield Running(bot, adapter)
    finally:
        await bot.stop()


async def until_known(peer: Peer) -> None:
    """Wait until Discord knows our commands."""
    async with asyncio.timeout(PATIENCE):
        while not (await peer.state())["commands"]:  # noqa: ASYNC110 - the peer tells of no event
            await asyncio.sleep(0.01)


async def tap(who: Person, *labels: str, place: str = "dm") -> None:
    """Press these buttons one after the other, each as soon as it is there."""
    for label in labels:
        await _tap(who, label, place)


async def _tap(who: Person, label: str, place: str) -> None:
    for _ in range(int(PATIENCE / 0.02)):
        seen = await who.sees(place)
        offered = [each for each in seen if label in each.labels]
        if offered:
            ack = await who.click(label, place, message=offered[-1].id)
            assert ack.failed is None, f"{who.name} pressed {label!r}: {ack.failed}"
            await _answered(who, offered[-1].id, label, place)
            return
        await asyncio.sleep(0.02)
    raise AssertionError(_missing(who, label, await who.sees(place)))


async def _answered(who: Person, message: str, label: str, place: str) -> None:
    """Wait until that question is over: its buttons go with its answer."""
    for _ in range(int(PATIENCE / 0.02)):
        same = [each for each in await who.sees(place) if each.id == message]
        if not any(label in each.labels for each in same):
            return
        await asyncio.sleep(0.02)
    raise AssertionError(f"{who.name} still has {label!r} before them")


def _missing(who: Person, label: str, seen: Sequence[Any]) -> str:
    shown = "\n".join(f"  {each.author}: {each.text} {each.labels}" for each in seen[-6:])
    return f"{who.name} sees no {label!r}:\n{shown}"


async def heard(who: Person, text: str, place: str = "dm") -> str:
    """Wait until something with these words is there; the whole of the newest."""
    seen = await who.sees(place, until=text, seconds=PATIENCE)
    return [each.text for each in seen if text in each.text][-1]


async def pick(who: Person, *labels: str) -> None:
    """Choose several of the newest list, as soon as they are there."""
    for _ in range(int(PATIENCE / 0.02)):
        for each in reversed(await who.sees()):
            offered = {one.label for one in each.selects[0].options} if each.selects else set()
            if offered.issuperset(labels):
                ack = await who.choose(*labels, message=each.id)
                assert ack.failed is None
                return
        await asyncio.sleep(0.02)
    raise AssertionError(_missing(who, str(labels), await who.sees()))


async def written(who: Person, question: str, words: str, *, by_form: bool = False) -> None:
    """Answer that question in words, typed, or in the form that its button opens."""
    await heard(who, question)
    asked = [each for each in await who.sees() if question in each.text][-1]
    if by_form:
        assert (await who.click(WRITE, message=asked.id)).how == "modal"
        assert (await who.submit({"Your words": words})).failed is None
    else:
        await who.say(words)
    await _answered(who, asked.id, WRITE, "dm")


async def welcome(who: Person) -> None:
    """Through the welcome, beginning with a word."""
    await who.say("hello")
    await finish_welcome(who)


async def finish_welcome(who: Person, *, by_form: bool = False) -> None:
    """Through the welcome, from its first question on."""
    await tap(who, *WELCOME, "Skip")
    await written(who, "large city", "Berlin", by_form=by_form)
    quiet = "3:00-3:01"  # so that no test depends on the hour of the day
    await written(who, "When do you want quiet", quiet, by_form=by_form)
    await tap(who, "Yes", 'Keep "pause"', "Skip")
    await heard(who, "You are all set.")
