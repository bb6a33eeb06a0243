"""A small house for an adapter to stand in: it echoes, it asks, and it can be out of order."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.local.adapter import LocalAdapter
from bot.adapter import House, ShownCommand
from bot.errors import StoreDamaged
from bot.model.event import DM, Asked, Chose, Event, Said
from bot.model.message import Kind, Shown, ShownChoice
from bot.model.person import Account

START = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)
ARI = Account(platform="local", native="ari", name="Ari")
BO = Account(platform="local", native="bo", name="Bo")
ROOM = "room:one"
COMMANDS = (
    ShownCommand(name="share", label="Share", help="Share something small with", person=True),
    ShownCommand(name="join", label="Join", help="Join with a code", text=True),
    ShownCommand(name="map", label="Map", help="Look at your own map"),
    ShownCommand(name="pause", label="Pause", help="Everyone pauses; they see that", control=True),
    ShownCommand(name="break", label="Private break", help="Nobody is told", control=True),
    ShownCommand(name="stop", label="Stop", help="You are out. Nobody is told", control=True),
    ShownCommand(name="skip", label="Skip", help="Go on without answering", control=True),
    ShownCommand(name="small", label="Short mode", help="One line, two buttons", control=True),
    ShownCommand(name="help", label="Help", help="Help lines, at any time", control=True),
    ShownCommand(name="hide", label="Hide", help="Take back all I said here", control=True),
    ShownCommand(name="undo", label="Undo", help="Take the last choice back", control=True),
)


class FakeClock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.at = START

    def now(self) -> datetime:
        return self.at

    def advance(self, by: timedelta) -> None:
        self.at += by


class OneKey:
    """A vault of one key."""

    def __init__(self, key: bytes = b"k" * 32) -> None:
        self._box = AESGCM(key)

    def seal(self, plain: bytes) -> bytes:
        nonce = (len(plain) * 7919 + sum(plain)).to_bytes(12, "big")
        return nonce + self._box.encrypt(nonce, plain, None)

    def unseal(self, sealed: bytes) -> bytes:
        try:
            return self._box.decrypt(sealed[:12], sealed[12:], None)
        except Exception as no:
            raise StoreDamaged from no


def shown(  # noqa: PLR0913  # a message has this many sides
    key: str,
    text: str = "",
    *,
    to: Account = ARI,
    kind: Kind = "note",
    place: str = DM,
    choices: tuple[str, ...] = (),
    most: int = 1,
    target: str = "",
    people: tuple[Account, ...] = (),
    lead: str = "",
) -> Shown:
    """A message as the delivery would hand it over. A choice's label is its id, capitalised."""
    return Shown(
        id=key,
        kind=kind,
        to=to,
        place=place,
        session="one",
        step="step",
        text=text,
        preview=text[:120],
        lead=lead,
        choices=tuple(ShownChoice(id=c, label=c.capitalize()) for c in choices),
        most=most,
        target=target,
        people=people,
    )


class EchoHouse:
    """What an adapter is given, with a core that only echoes.

    "ask" asks for one choice, "many" for up to two, anything else is echoed. A choice is
    answered by an edit of its question, as the real core does. `trouble` is raised instead
    of taking an event, for as long as it is set.
    """

    def __init__(self, data: Path, **options: object) -> None:
        self.clock = FakeClock()
        self.events: list[Event] = []
        self.settled = 0
        self.trouble: Exception | None = None
        self.after: Callable[[Event], Awaitable[None]] | None = None
        self._data = data
        self._options = options
        self.adapter = self.make()

    def make(self) -> LocalAdapter:
        """A new adapter over the same folder, as after a restart."""
        house = House(
            receive=self.receive,
            settle=self.settle,
            clock=self.clock,
            vault=OneKey(),
            data=self._data,
            commands=lambda _: COMMANDS,
            options=self._options,
        )
        self.adapter = LocalAdapter(house)
        return self.adapter

    async def settle(self) -> None:
        self.settled += 1

    async def receive(self, event: Event) -> None:
        """Take an event once, and answer it in the DM of whoever acted."""
        if self.trouble is not None:
            raise self.trouble
        if event.key in {earlier.key for earlier in self.events}:
            return
        self.events.append(event)
        for message in self._answer(event):
            await self.adapter.send(message)

    def _answer(self, event: Event) -> list[Shown]:
        key, to = f"one.{len(self.events)}.0", event.account
        assert to is not None
        place = event.place
        match event:
            case Said(text=text):
                return [_echo(key, to, place, text.open_for("echo"))]
            case Chose(question=question, choices=choices):
                answered = f"Saved: {', '.join(choices)}"
                return [shown(key, answered, to=to, kind="edit", target=question, place=place)]
            case Asked(command="hide"):
                hidden = shown(key, to=to, kind="hide")
                return [hidden, shown(f"{key}+", "All that I said here is gone.", to=to)]
            case Asked(command=command, options=options):
                named = " ".join([command, *options.values()])
                return [shown(key, f"You asked for {named}.", to=to, place=place)]
            case _:
                return []


def _echo(key: str, to: Account, place: str, text: str) -> Shown:
    match text:
        case "ask":
            return shown(
                key, "Which one?", to=to, kind="question", choices=("yes", "no"), place=place
            )
        case "many":
            feelings = ("warm", "sore", "heated", "dark")
            return shown(
                key, "Up to two.", to=to, kind="question", choices=feelings, most=2, place=place
            )
        case _:
            return shown(key, f"You said: {text[:80]}", to=to, place=place)


LEAD = "A small step, whenever it suits."


async def furnish(house: EchoHouse) -> None:
    """One of everything that the page can show."""
    send = house.adapter.send
    await send(shown("n1", "Hello.\n\nThis is a note."))
    await send(shown("q1", "Which one?", kind="question", choices=("yes", "no")))
    await send(shown("q2", f"{LEAD}\n\nUp to two.", kind="question", lead=LEAD, most=2,
                     choices=("warm", "sore", "heated")))  # fmt: skip
    await send(shown("q3", "Old one?", kind="question", choices=("yes", "no")))
    await send(shown("e3", "Saved.", kind="edit", target="q3"))
    await send(shown("b1", "Hello, Bo.", to=BO))
    await send(shown("o1", kind="open", place=ROOM, people=(ARI, BO)))
    await send(shown("c1", "Ari felt sore.\n\nYesterday.", kind="card", place=ROOM))
