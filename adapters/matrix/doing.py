"""What the bot does in rooms: it speaks, takes back, makes rooms, asks people in and leaves.

Each of these may be done twice: a delivery that was cut off is begun again.
"""

import asyncio
from collections.abc import Awaitable, Iterable, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import quote

from adapters.matrix import attaching, guards
from adapters.matrix.calls import LISTED, part
from adapters.matrix.keys import Keys
from adapters.matrix.known import Rooms, place
from adapters.matrix.reading import MEGOLM, events, text
from adapters.matrix.refusals import NotEncrypted, Refused
from adapters.matrix.syncing import Syncing
from bot.errors import FromPlatform, Unreachable

ENCRYPTION: dict[str, Any] = {
    "type": "m.room.encryption",
    "state_key": "",
    "content": {"algorithm": MEGOLM},
}
HISTORY: dict[str, Any] = {
    "type": "m.room.history_visibility",
    "state_key": "",
    "content": {"history_visibility": "invited"},  # the first words come before the first join
}
IN_CLEAR = frozenset({"m.reaction"})  # the protocol encrypts none
DECLINED = {"code": "m.user", "reason": "Not supported."}


class Doing:
    """With one log-in."""

    def __init__(self, keys: Keys, rooms: Rooms, syncing: Syncing) -> None:
        self._keys = keys
        self._calls = keys.calls
        self._rooms = rooms
        self._syncing = syncing
        self._me: str = keys.machine.user_id
        self._turns: dict[str, asyncio.Lock] = {}  # one word after the other in each room

    # ── speaking ─────────────────────────────────────────────────────────────
    async def send(
        self, room: str, content: Mapping[str, Any], tx: str, kind: str, *, plain: bool
    ) -> str:
        """The id of the event. Raises `NotEncrypted`, `Unreachable`, `TryLater`."""
        if room not in self._rooms:
            raise Unreachable("The bot is not in that room.")
        if not self._rooms.encrypted(room) and not plain:
            raise NotEncrypted("That room is not encrypted.")
        async with self._turns.setdefault(room, asyncio.Lock()):
            if self._rooms.encrypted(room) and kind not in IN_CLEAR:
                people = self._rooms.members(room).keys() - {self._me}
                content = await self._keys.encrypt(room, people, kind, content)
                kind = "m.room.encrypted"
            path = f"/rooms/{part(room)}/send/{part(kind)}/{part(tx)}"
            return text(await self._calls.put(path, content), "event_id")

    async def attach(self, room: str, data: bytes, *, plain: bool) -> dict[str, Any]:
        """What finds and opens it. Raises `NotEncrypted`, `Unreachable`, `TryLater`."""
        encrypted = self._rooms.encrypted(room)
        if not encrypted and not plain:
            raise NotEncrypted("That room is not encrypted.")
        return await attaching.attach(self._calls, data, encrypted=encrypted)

    async def redact(self, room: str, event_id: str, tx: str) -> None:
        """Raises `Unreachable`, `TryLater`."""
        path = f"/rooms/{part(room)}/redact/{part(event_id)}/{part(tx)}"
        await _fine_if(self._calls.put(path, {}), "M_NOT_FOUND")

    async def is_gone(self, room: str) -> bool:
        """Whether the bot is not in it any more, and did not know. Then it knows.

        A room that an operator of the homeserver removes is gone without a word.
        """
        with suppress(FromPlatform):
            answer = await self._calls.get("/joined_rooms")
            if room in self._rooms and room not in answer.get("joined_rooms", [room]):
                self._rooms.left(room)
                return True
        return False

    async def decline(self, room: str, event_id: str) -> None:
        """End a verification of devices that somebody began in the room. Best effort."""
        relation = {"rel_type": "m.reference", "event_id": event_id}
        content = {**DECLINED, "m.relates_to": relation}
        kind = "m.key.verification.cancel"
        with suppress(FromPlatform):
            await self.send(room, content, f"decline{event_id}", kind, plain=True)

    async def seen(self, room: str, event_id: str) -> None:
        """Best effort."""
        with suppress(FromPlatform):
            await self._calls.post(f"/rooms/{part(room)}/receipt/m.read/{part(event_id)}")

    # ── rooms ────────────────────────────────────────────────────────────────
    async def create(
        self, alias: str, invite: list[str], name: str, *, direct: bool, plain: bool
    ) -> str:
        """The room's id. Raises `Unreachable`, `TryLater`."""
        body = {
            "preset": "private_chat",  # a "trusted" one would make guests as strong as the bot
            "visibility": "private",
            "room_alias_name": alias,
            "invite": invite,
            "is_direct": direct,
            "power_level_content_override": {"invite": 100},  # else every guest may bring guests
            "initial_state": [HISTORY, *([] if plain else [ENCRYPTION])],
            **({"name": name} if name else {}),
        }
        try:
            room = text(await self._calls.post("/createRoom", body), "room_id")
        except Refused as no:
            if no.errcode != "M_ROOM_IN_USE":
                raise
            room = text(await self._calls.get(self._directory(alias)), "room_id")
        await self._look_around(room)
        return room

    def _directory(self, alias: str) -> str:
        server = self._me.partition(":")[2]
        return f"/directory/room/{quote(f'#{alias}:{server}', safe='')}"

    async def delete_alias(self, alias: str) -> None:
        """Raises `TryLater`."""
        await _fine_if(self._calls.ask("DELETE", self._directory(alias)), "M_NOT_FOUND")

    async def invite(self, room: str, user: str) -> None:
        """Raises `Unreachable`, `TryLater`."""
        if self._rooms.members(room).get(user) != "join":
            await self._calls.post(f"/rooms/{part(room)}/invite", {"user_id": user})

    async def join(self, room: str) -> None:
        """Raises `Unreachable`, `TryLater`."""
        await self._calls.post(f"/rooms/{part(room)}/join")
        await self._look_around(room)

    async def _look_around(self, room: str) -> None:
        """What the room is like, before the next news tell of it. What they say meanwhile stays."""
        self._rooms.enter(room)
        with self._rooms.listening(room) as told:
            state = await self._calls.get(f"/rooms/{part(room)}/state")
        for event in events(state, LISTED):
            if place(event) not in told:
                self._rooms.learn(room, event)

    async def leave(self, room: str, kick: Iterable[str]) -> None:
        """Raises `TryLater`."""
        here = f"/rooms/{part(room)}"
        for user in kick:
            with suppress(Refused):
                await self._calls.post(f"{here}/kick", {"user_id": user})
        self._rooms.leave(room)
        self._keys.rotate(room)
        self._turns.pop(room, None)
        for step in ("leave", "forget"):
            with suppress(Refused):
                await self._calls.post(f"{here}/{step}")
        await self._is_nobodys(room)

    async def forget(self, user: str, rooms: Iterable[str]) -> None:
        """Only what is for nobody else's rooms. Raises `TryLater`."""
        if not self._rooms.with_user(user):
            self._keys.let_go(user)
            guards.forget(self._keys.machine, user, rooms)

    async def _is_nobodys(self, room: str) -> None:
        """It is not noted any more as the chat with anybody."""
        direct = self._syncing.direct
        left = {user: [each for each in rooms if each != room] for user, rooms in direct.items()}
        if left != direct:
            await self._note_direct({user: rooms for user, rooms in left.items() if rooms})

    # ── people ───────────────────────────────────────────────────────────────
    async def set_direct(self, user: str, room: str) -> None:
        """Raises `TryLater`."""
        direct = self._syncing.direct
        rooms = [*(each for each in direct.get(user, []) if each != room), room]
        await self._note_direct({**direct, user: rooms})

    async def _note_direct(self, direct: dict[str, list[str]]) -> None:
        with suppress(Refused):
            path = f"/user/{part(self._me)}/account_data/m.direct"
            await self._calls.put(path, direct)
        self._syncing.direct = direct

    async def name(self, user: str) -> str:
        """Raises `TryLater`."""
        try:
            answer = await self._calls.get(f"/profile/{part(user)}/displayname")
        except Refused:
            return ""
        return text(answer, "displayname")


async def _fine_if(asked: Awaitable[object], errcode: str) -> None:
    """What is refused for this reason is done already."""
    try:
        await asked
    except Refused as no:
        if no.errcode != errcode:
            raise
