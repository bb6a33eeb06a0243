"""The adapter in a small house, which writes down what it is told, and can be out of order."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.adapter import House, ShownCommand
from bot.errors import StoreUnavailable
from bot.model.event import DM, Asked, Chose, Event, Said
from bot.model.message import Kind, Shown, ShownChoice
from bot.model.person import Account
from bot.text.words import Words
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.whole import QuickAdapter, point_at
from tests.adapters.local.house import FakeClock, OneKey

COMMANDS = (
    ShownCommand(name="share", label="Share", help="Share something small", person=True),
    ShownCommand(name="join", label="Join with a code", help="Type the code", text=True),
    ShownCommand(name="skip", label="Skip", help="Go past it", control=True),
    ShownCommand(name="pause", label="Pause", help="Everyone pauses", control=True),
)
WORDS = Words.read()


class SmallHouse:
    """`told` is what happened; with `trouble`, nothing can be written down."""

    def __init__(self) -> None:
        self.told: list[Event] = []
        self.trouble: Exception | None = None
        self.open = asyncio.Event()  # else everything takes very long
        self.open.set()
        self.knocked = asyncio.Event()  # somebody has told something, kept or not
        self.clock = FakeClock()

    def house(self, data: Path, **options: object) -> House:
        """What the adapter is given."""
        return House(
            receive=self.receive,
            settle=self.settle,
            clock=self.clock,
            vault=OneKey(),
            data=data,
            commands=lambda _: COMMANDS,
            words=WORDS.text,
            options=options,
        )

    async def receive(self, event: Event) -> None:
        """Write it down, once."""
        self.knocked.set()
        await self.open.wait()
        if self.trouble is not None:
            raise self.trouble
        if event.key not in {earlier.key for earlier in self.told}:
            self.told.append(event)

    async def settle(self) -> None:
        """Nothing is ever due here."""

    def out_of_order(self) -> None:
        """Nothing can be kept for now."""
        self.trouble = StoreUnavailable()

    @property
    def words(self) -> list[str]:
        """What was written, oldest first."""
        return [each.text.open_for("test") for each in self.told if isinstance(each, Said)]

    @property
    def picks(self) -> list[tuple[str, ...]]:
        """What was chosen, oldest first."""
        return [each.choices for each in self.told if isinstance(each, Chose)]

    @property
    def commands(self) -> list[str]:
        """What was asked for, oldest first."""
        return [each.command for each in self.told if isinstance(each, Asked)]


@asynccontextmanager
async def adapter(
    peer: Peer, house: SmallHouse, folder: Path, **options: object
) -> AsyncIterator[QuickAdapter]:
    """The adapter, connected; let go of at the end, so that another may follow."""
    point_at(peer.address)
    token = folder / "token"
    token.write_text(peer.address.token)
    made = QuickAdapter(house.house(folder / "data", token_file=str(token), **options))
    await made.start()
    try:
        yield made
    finally:
        await made.stop()


def account(person: Person) -> Account:
    """That person, as the core knows them."""
    return Account(platform="discord", native=str(person.id), name=person.name)


def shown(  # noqa: PLR0913 - a message has this many sides
    key: str,
    to: Person,
    text: str = "Hello",
    *,
    kind: Kind = "note",
    place: str = DM,
    choices: tuple[str, ...] = (),
    most: int = 1,
    writes: bool = False,
    target: str = "",
    name: str = "",
    people: tuple[Person, ...] = (),
) -> Shown:
    """A message as the delivery would hand it over. A choice's label is its id, capitalised."""
    return Shown(
        id=key,
        kind=kind,
        to=account(to),
        place=place,
        session="one",
        step="step",
        text=text,
        preview=text[:120],
        choices=tuple(ShownChoice(id=each, label=each.capitalize()) for each in choices),
        most=most,
        writes=writes,
        target=target,
        name=name,
        people=tuple(map(account, people)),
    )
