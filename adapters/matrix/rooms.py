"""Shared places: private, encrypted rooms that only the bot may invite into (safety D7).

Theory of operation. A room is made once everybody has said yes, under an alias that finds it again
if we are stopped in between. People come in by themselves, whenever they like; until then, cards
reach them in their own chat too, so nobody is kept waiting. Where somebody will not be in it, or
the room is gone or not private any more, nobody's exercise ends: what was meant for everybody goes
to each person's own chat. Only notes about the place itself do not: they make no sense there.
"""

import secrets
from contextlib import suppress

import msgspec

from adapters.matrix import inbound
from adapters.matrix.ground import Ground
from adapters.matrix.outbound import Outbound
from adapters.matrix.voice import Voice, tx
from bot.errors import TryLater, Unreachable
from bot.model.event import DM, ROOM
from bot.model.message import Shown
from bot.model.person import Account

NONE, GONE, ASKED = ".matrix-no-room", ".matrix-room-gone", ".matrix-room-asked"
OF_THE_PLACE = (".room-opened", ".knock-room")  # what these say is for who is in it


class Rooms:
    """Opens and closes them, and speaks in them."""

    def __init__(self, ground: Ground, outbound: Outbound, voice: Voice) -> None:
        """Nothing is touched yet."""
        self._memory = ground.memory
        self._outbound = outbound
        self._line = ground.line
        self._voice = voice
        self._of_the_place = voice.in_all_languages(*OF_THE_PLACE)

    # ── opening and closing ──────────────────────────────────────────────────
    async def open(self, message: Shown) -> None:
        """A room for these people, or everybody's own chat. The second time: nothing."""
        known = self._memory.room(message.place)
        if known is None or known.alias:
            try:
                await self._make(message, known.alias if known else "")
            except Unreachable:
                await self._without(message, NONE)
                return
        if self._memory.place_of(self._room(message.place)):
            await self._to_each(message, self._absent(message), ASKED)

    async def _make(self, message: Shown, alias: str) -> None:
        place = message.place
        alias = alias or f"handrail-{secrets.token_hex(8)}"
        self._memory.put_room(place, alias=alias)
        if not self._room(place):
            users = [self._memory.person(one.native).user for one in _people(message)]
            room = await self._line.create_room(
                alias=alias, invite=users, direct=False, name=room_name(place)
            )
            self._memory.put_room(place, room=room)
        await self._line.delete_alias(alias)  # which would find no room any more, but for its id
        self._memory.put_room(place, alias="")

    async def close(self, message: Shown) -> None:
        """Say what stays, send everybody out, and go. Apps and servers keep what they keep."""
        if room := self._room(message.place):
            last = self._voice.notice(".matrix-room-closed")
            with suppress(Unreachable):
                await self._line.send(room, last, tx(message.id))
            await self._leave(room)
        self._memory.close_room(message.place)

    async def _leave(self, room: str) -> None:
        await self._line.leave(room, kick=tuple(self._line.members(room)))

    # ── speaking ─────────────────────────────────────────────────────────────
    async def say(self, message: Shown) -> None:
        """In the room; where there is none, to everybody in their own chat."""
        known = self._memory.room(message.place)
        if known is not None and known.gone:
            await self._without(message, GONE)
        elif known is not None and known.room:
            try:
                await self._in_room(known.room, message)
            except Unreachable:
                await self._without(message, GONE)
            else:
                return
        if self._is_for_each(message):
            await self._to_each(message, _people(message))

    def _is_for_each(self, message: Shown) -> bool:
        """Whether it says something also to who is not there."""
        of_the_place = message.kind == "note" and message.text.endswith(self._of_the_place)
        return message.kind != "edit" and not of_the_place

    async def _in_room(self, room: str, message: Shown) -> None:
        """There, and to those who are not in it yet. Raises `Unreachable` where it is not fit."""
        if not self._is_private(room, message):
            raise Unreachable
        if message.kind == "edit":
            await self._outbound.edit(room, message)
            return
        await self._outbound.post(room, message, message.place)
        if self._is_for_each(message):
            await self._to_each(message, self._absent(message))

    def _is_private(self, room: str, message: Shown) -> bool:
        """Whether nobody is in it, or can look into it, but those for whom it was made."""
        if not self._line.knows(room) or self._line.public(room) or not self._line.encrypted(room):
            return False
        return {inbound.native(user) for user in self._line.members(room)} <= {
            one.native for one in _people(message)
        }

    def _absent(self, message: Shown) -> list[Account]:
        """Those of them who have not come in, or not yet."""
        members = self._line.members(self._room(message.place))
        here = {inbound.native(user) for user, how in members.items() if how == "join"}
        return [one for one in _people(message) if one.native not in here]

    def _room(self, place: str) -> str:
        known = self._memory.room(place)
        return known.room if known else ""

    async def lost(self, place: str) -> None:
        """It is gone, or somebody will not be in it. What is said there next goes to everybody."""
        room = self._room(place)
        if self._memory.room(place) is not None:
            self._memory.put_room(place, room="", gone=True)
        if room:
            self._voice.insist(lambda: self._leave(room))

    async def _without(self, message: Shown, words: str) -> None:
        """From now on there is no room; everybody is told so in their own chat."""
        room = self._room(message.place)
        await self._to_each(message, _people(message), words)
        self._memory.put_room(message.place, room="", alias="", gone=False)
        if room:
            self._voice.insist(lambda: self._leave(room))

    async def _to_each(self, message: Shown, people: list[Account], words: str = "") -> None:
        """To each of them; who cannot be reached holds nobody up. Raises `TryLater`.

        With `words`, these of our own instead of the message.
        """
        busy: TryLater | None = None
        for account in people:
            own = self._own(message, account, words)
            try:
                await self._outbound.to_person(own, account.native)
            except Unreachable:
                continue
            except TryLater as later:
                busy = later
        if busy:
            raise busy

    def _own(self, message: Shown, account: Account, words: str) -> Shown:
        own = msgspec.structs.replace(
            message, id=f"{message.id}/{account.native}", to=account, place=DM
        )
        if not words:
            return own
        text = "\n\n".join(map(self._voice.word, (".lead", words)))  # nobody asked for it just now
        name = f"{message.place}{words}/{account.native}"
        return msgspec.structs.replace(own, id=name, kind="card", text=text)


def _people(message: Shown) -> list[Account]:
    """Those of them who are here on Matrix, each once."""
    return [one for one in dict.fromkeys(message.people) if one.platform == inbound.PLATFORM]


def room_name(place: str) -> str:
    """Neutral, since servers and lock screens show it; the same for the same room."""
    return f"Handrail {place.removeprefix(ROOM)[:6]}"
