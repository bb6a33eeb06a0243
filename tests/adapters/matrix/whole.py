"""The whole bot on a real homeserver: store, engine, delivery, and its own encryption.

People answer as they do on Matrix: they type a number out of the list, or the words.
"""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

import msgspec

from adapters.matrix.adapter import MatrixAdapter
from adapters.matrix.line import Line
from bot import app
from tests.adapters.matrix.device import PATIENCE
from tests.adapters.matrix.homeserver import Account, Homeserver
from tests.adapters.matrix.people import Somebody
from tests.adapters.matrix.timeline import Seen

WELCOME = ("Start", "I understand", "I am 18 or older", "OK", "Keep 7 days", "90 days", "Agree")
PROPOSE = ("None of these", "I share first", "Slow, over some days")
TOGETHER, RELAYED = "A shared place", "Between our own chats"
NUMBERED = re.compile(r"^(\d+)\. (.+)$", re.MULTILINE)
LISTED = " · "  # between labels that are listed without numbers


class Running:
    """A bot that is at work, and what a test may want of its parts."""

    def __init__(self, bot: app.App, adapter: MatrixAdapter, account: Account) -> None:
        self.app = bot
        self.adapter = adapter
        self.account = account
        self.user = account.user

    @property
    def line(self) -> Line:
        """Its connection."""
        parts = self.adapter._parts  # noqa: SLF001 - to see whether it is connected
        assert parts
        return parts.line


async def bot_account(homeserver: Homeserver, folder: Path) -> Account:
    """The account of the bot whose data is in `folder`; made where there is none yet.

    Every folder has one of its own: a bot with new keys cannot take over the account of another.
    """
    file = folder / "account.json"
    if not file.exists():
        made = await homeserver.register(f"handrail-{uuid4().hex[:8]}", shown="Handrail")
        file.write_bytes(msgspec.json.encode(made))
        (folder / "password").write_text(made.password)
    return msgspec.json.decode(file.read_bytes(), type=Account)


@asynccontextmanager
async def running(
    homeserver: Homeserver,
    folder: Path,
    clock: app.ShiftedClock | None = None,
    *,
    url: str = "",
    **options: object,
) -> AsyncIterator[Running]:
    """The bot with its data in `folder`; stopped at the end, so that another may follow.

    `url` if it goes through a front. `options` are more of the section [matrix].
    """
    account = await bot_account(homeserver, folder)
    given = {"homeserver": url or homeserver.url, "user": account.user}
    bot = await app.build(folder / "data", clock or app.ShiftedClock())
    try:
        way_in = {"password_file": str(folder / "password")}
        adapter = bot.add(MatrixAdapter, given | way_in | options, folder / "data")
        assert isinstance(adapter, MatrixAdapter)
        await bot.start()
        yield Running(bot, adapter, account)
    finally:
        await bot.stop()


# Reading what is asked


def labels(message: Seen) -> list[str]:
    """What a question offers, by number or by words; nothing where it is none."""
    numbered = [label for _, label in NUMBERED.findall(message.text)]
    last = message.text.splitlines()[-1] if message.text else ""
    listed = last.removeprefix("Or type: ").split(LISTED)
    return numbered or (listed if LISTED in last or last.startswith("Or type: ") else [])


def question(who: Somebody, place: str = "dm") -> Seen | None:
    """The newest message there that offers something."""
    seen = who.timeline(place).messages
    asked = [each for each in seen if each.sender != who.user and labels(each)]
    return asked[-1] if asked else None


async def asked(who: Somebody, *wanted: str, place: str = "dm") -> Seen:
    """Wait until the newest question, not answered yet, offers all of these."""

    def so() -> bool:
        newest = question(who, place)
        fresh = newest is not None and newest.id not in who.answered
        return fresh and newest is not None and set(wanted) <= set(labels(newest))

    await who.until(so, f"a question that offers {wanted}", place)
    newest = question(who, place)
    assert newest
    return newest


# Answering


async def answer(who: Somebody, *wanted: str, place: str = "dm") -> None:
    """Answer the next questions, one label each, as soon as they are there.

    A numbered label is answered by its number, any other by its words.
    """
    for label in wanted:
        message = await asked(who, label, place=place)
        await _types(who, message, _typed(message, label), place)


async def pick(who: Somebody, *wanted: str, place: str = "dm") -> None:
    """Choose several of the next list, by their numbers."""
    message = await asked(who, *wanted, place=place)
    typed = ", ".join(_typed(message, label) for label in wanted)
    await _types(who, message, typed, place)


async def written(who: Somebody, about: str, words: str, place: str = "dm") -> str:
    """Answer the question with the words `about` in words; the id of what was typed."""
    message = await who.heard(about, place)
    return await _types(who, message, words, place)


async def _types(who: Somebody, message: Seen, words: str, place: str) -> str:
    who.answered.add(message.id)
    return await who.say(words, place)


def _typed(message: Seen, label: str) -> str:
    found = NUMBERED.findall(message.text)
    numbers: dict[str, str] = {label: number for number, label in found}
    return numbers.get(label, label)


async def heard(who: Somebody, text: str, place: str = "dm") -> str:
    """Wait until something with these words is there; the whole of the newest."""
    return (await who.heard(text, place, seconds=PATIENCE)).text


# The welcome


async def meet(who: Somebody, bot: str) -> None:
    """Begin a chat with the bot, and wait until it has come."""
    await who.opens_dm(bot)
    await who.until_there(bot)


async def welcome(who: Somebody, bot: str) -> None:
    """Through the welcome, from the first word on."""
    await meet(who, bot)
    await who.say("hello")
    await finish_welcome(who)


async def finish_welcome(who: Somebody) -> None:
    """Through the welcome, from its first question on."""
    await answer(who, *WELCOME, "Skip")
    await written(who, "large city", "Berlin")
    quiet = "3:00-3:01"  # so that no test depends on the hour of the day
    await written(who, "When do you want quiet", quiet)
    await answer(who, "Yes", 'Keep "pause"', "Skip")
    await heard(who, "You are all set.")
