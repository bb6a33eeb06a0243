"""The virtual platform: it keeps who was shown what, as a real one would, and writes it out."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from bot.adapter import House
from bot.errors import StoreDamaged, StoreUnavailable
from bot.model.event import DM
from bot.model.message import Shown
from bot.model.person import Account

NAME = "simulated"
FILE = "simulated.json"
Write = Callable[[dict[str, Any]], None]


class Asked(msgspec.Struct, kw_only=True):
    """A question as the platform remembers it: whose, and whether it can be answered."""

    to: str
    open: bool = True


class State(msgspec.Struct, kw_only=True):
    """What the platform keeps between runs. No word that anybody wrote is among it."""

    now: datetime
    count: int = 0  # lines so far; event keys are made of it
    messages: dict[str, Asked] = {}
    shown: dict[str, list[str]] = {}  # person → ids of the bot's messages in their DM
    rooms: dict[str, list[str]] = {}  # room → its people, while it is open


class VirtualClock:
    """Time that stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        """Begin at `now`, in UTC."""
        self._now = now

    def now(self) -> datetime:
        """This virtual instant."""
        return self._now

    def advance(self, by: timedelta) -> None:
        """Move forward; never back."""
        self._now += max(by, timedelta(0))


class Platform:
    """Hands messages over by writing them out; a key that it has seen is not written again."""

    def __init__(self, state: State, clock: VirtualClock, write: Write, folder: Path) -> None:
        """`write` takes one output object at a time; the state is kept in `folder`."""
        self.state = state
        self._folder = folder
        self.clock = clock
        self.write = write

    # ── what it keeps ────────────────────────────────────────────────────────
    def newest_open(self, who: str) -> str:
        """The newest question of this person that is open; "" without one."""
        mine = [key for key, asked in self.state.messages.items() if asked.to == who and asked.open]
        return mine[-1] if mine else ""

    def save(self) -> None:
        """Keep the state, whole or not at all. Raises `StoreUnavailable` where it cannot be."""
        folder = self._folder
        self.state.now = self.clock.now()
        part = folder / f"{FILE}.part"
        try:
            part.write_bytes(msgspec.json.encode(self.state))
            part.replace(folder / FILE)
        except OSError as no:
            part.unlink(missing_ok=True)
            raise StoreUnavailable(f"{folder}: {no.strerror}") from no

    # ── what is sent ─────────────────────────────────────────────────────────
    def send(self, message: Shown) -> None:
        """Show one message."""
        match message.kind:
            case "edit":
                self._edit(message)
            case "hide":
                self._hide(message)
            case "open" | "close":
                self._room(message)
            case _:
                self._show(message)
        self.save()  # a platform that has taken a message does not forget it

    def _show(self, message: Shown) -> None:
        if message.id in self.state.messages:
            return
        asks = message.kind == "question"
        self.state.messages[message.id] = Asked(to=message.to.native, open=asks)
        readers = [message.to.native]
        if message.place == DM:
            self.state.shown.setdefault(message.to.native, []).append(message.id)
        else:
            readers = self.state.rooms.get(message.place.partition(":")[2], [])
        for reader in readers:
            self.write(self._as_seen(message, reader))

    def _as_seen(self, message: Shown, reader: str) -> dict[str, Any]:
        choices = [{"id": one.id, "label": one.label} for one in message.choices]
        named = {"name": message.name} if message.name else {}
        alt = {"alt": message.image.alt} if message.image else {}  # its bytes would fill the line
        return {
            **named,
            **alt,
            "at": self._at(),
            "id": message.id,
            "to": reader,
            "place": message.place,
            "kind": message.kind,
            "step": message.step,
            "text": message.text,
            "preview": message.preview,
            "choices": choices,
        }

    def _edit(self, message: Shown) -> None:
        asked = self.state.messages.get(message.target)
        if asked is None or not asked.open:
            return
        asked.open = False
        text = {"text": message.text} if message.text else {}
        self.write(
            {"edited": message.target, "at": self._at(), "to": asked.to, **text, "choices": []}
        )

    def _hide(self, message: Shown) -> None:
        for key in self.state.shown.pop(message.to.native, []):
            self.state.messages[key].open = False
            self.write({"removed": key, "at": self._at(), "to": message.to.native})

    def forget(self, who: str) -> None:
        """Keep nothing of this person's DM. A room is everybody's: who is in it stays."""
        gone = self.state.shown.pop(who, [])
        for key in [key for key, asked in self.state.messages.items() if asked.to == who]:
            self.state.messages[key] = Asked(to="", open=False)
        self.write({"forgotten": who, "at": self._at(), "messages": len(gone)})
        self.save()

    def _room(self, message: Shown) -> None:
        room, people = message.place.partition(":")[2], [one.native for one in message.people]
        known = room in self.state.rooms
        if message.kind == "open" and not known:
            self.state.rooms[room] = people
            self.write({"room": "opened", "id": room, "at": self._at(), "people": people})
        elif message.kind == "close" and known:
            people = self.state.rooms.pop(room)  # all who were in it, whoever is known still
            self.write({"room": "closed", "id": room, "at": self._at(), "people": people})

    def _at(self) -> str:
        return stamp(self.clock.now())


class SimulatedAdapter:
    """The door between the bot and the platform; it goes with each restart, the platform stays."""

    name = NAME
    rooms = True
    dm = "dm"
    room = "room"

    def __init__(self, platform: Platform, _house: House) -> None:
        """Everything that is sent goes to `platform`."""
        self._platform = platform

    async def start(self) -> None:
        """Nothing to connect to."""

    async def send(self, message: Shown) -> None:
        """Show it."""
        self._platform.send(message)

    async def forget(self, account: Account) -> None:
        """Keep nothing of them."""
        self._platform.forget(account.native)

    async def stop(self) -> None:
        """Nothing to let go of."""


def stamp(at: datetime) -> str:
    """An instant as it is written out: ISO 8601 in UTC, with a Z."""
    return at.isoformat().replace("+00:00", "Z")


def load(folder: Path, start: datetime) -> State:
    """The platform's state in `folder`, or a new one that begins at `start`."""
    file = folder / FILE
    if not file.exists():
        return State(now=start)
    try:
        state = msgspec.json.decode(file.read_bytes(), type=State)
    except msgspec.DecodeError as no:
        raise StoreDamaged(f"{file} cannot be read.") from no
    state.now = max(state.now, start)
    return state
