"""What one answer of the homeserver brings, taken in: keys first, then rooms, each in its order.

Theory of operation. Rooms are taken in beside each other, and one that is broken harms no other.
Within a room everything is told in the order in which it was written. Where the homeserver left
something out, because there was too much of it, that is fetched first; while it cannot be, the
room is *behind* from there on, and nothing of it is told until it is fetched. What the house
cannot keep just now is told again until it can; nothing after it is told before.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from peewee import OperationalError  # type: ignore[import-untyped] # has no stubs

from adapters.matrix import guards, reading
from adapters.matrix.gaps import Mark, earlier
from adapters.matrix.heard import Heard, Hears, Invited, Redacted, Removed
from adapters.matrix.keys import Keys
from adapters.matrix.known import Rooms
from adapters.matrix.late import LateOnes, NotReadable
from adapters.matrix.reading import events, inner, text
from bot.adapter import Clock
from bot.errors import FromPlatform, StoreUnavailable, TryLater

AT_ONCE = 8  # rooms that are taken in at the same time
FIRST, LONGEST = 0.5, 15.0  # seconds until the house is asked again
ORDERED = frozenset({"m.room.encrypted", "m.room.message", *reading.POLLS})
FULL = (StoreUnavailable, OperationalError)  # the disk, for the house or for the keys
DECLINED = 5  # verifications of devices that are declined by name in one go

log = logging.getLogger(__name__)


class Taking:
    """Takes answers in. `to_decline` holds verifications that nobody will go through with."""

    def __init__(
        self, keys: Keys, rooms: Rooms, late: LateOnes, hears: Hears, clock: Clock
    ) -> None:
        self._keys = keys
        self._rooms = rooms
        self._late = late
        self._hears = hears
        self._clock = clock
        self._me: str = keys.machine.user_id
        self._gate = asyncio.Semaphore(AT_ONCE)
        self.to_decline: list[tuple[str, str, str]] = []  # user, device, transaction

    def look_around(self, sync: Mapping[str, Any]) -> None:
        """What all rooms are like, before anything of them is told: answers may be sent at once."""
        for room, news in inner(sync, "rooms", "join").items():
            for event in (*events(news, "state", "events"), *events(news, "timeline", "events")):
                self._learn(room, event)

    async def take(self, sync: Mapping[str, Any], mark: Mark) -> None:
        """All of it. `mark` says since when, and is told which rooms are behind.

        Raises what is in `FULL`: then it is to be taken in again.
        """
        self._to_device(events(sync, "to_device", "events"))
        await self._late.drain(self._read, self._tell)
        rooms = inner(sync, "rooms")
        for room, invitation in inner(rooms, "invite").items():
            await self._guarded(self._invited, room, invitation)
        joined = inner(rooms, "join")
        for room in mark.behind.keys() - joined.keys():
            joined[room] = {"timeline": {"limited": True, "prev_batch": text(sync, "next_batch")}}
        taken = await asyncio.gather(
            *(self._guarded(self._room, room, news, mark) for room, news in joined.items()),
            return_exceptions=True,  # each has its end before any of them is begun again
        )
        for failed in filter(None, taken):
            raise failed
        for room, news in inner(rooms, "leave").items():
            await self._guarded(self._left, room, news, mark)

    async def _guarded(
        self, take: Callable[..., Awaitable[None]], room: str, *news: object
    ) -> None:
        async with self._gate:
            try:
                await take(room, *news)
            except FULL:
                raise
            except Exception:
                log.exception("a room could not be taken in")

    # ── past all rooms ───────────────────────────────────────────────────────
    def _to_device(self, came: list[dict[str, Any]]) -> None:
        bad = 0
        for event in came:
            sender, content = text(event, "sender"), inner(event, "content")
            match event.get("type"):
                case "m.room_key.withheld":
                    self._late.withheld(sender, text(content, "session_id"))
                case "m.key.verification.request" | "m.key.verification.start":
                    asked = (sender, text(content, "from_device"), text(content, "transaction_id"))
                    self.to_decline = [*self.to_decline, asked][-DECLINED:]
                case _:
                    bad += guards.take(self._keys.machine, event) is None
        if came:
            self._keys.machine.save_account()  # the library forgets which keys were used up
        if bad:
            log.warning("messages to the device could not be read")

    # ── rooms ────────────────────────────────────────────────────────────────
    async def _invited(self, room: str, invitation: object) -> None:
        """The last word on the bot's own membership says who asked."""
        if room in self._rooms:
            return
        for event in reversed(events(invitation, "invite_state", "events")):
            if reading.moved(event, self._me) == "invite":
                direct = inner(event, "content").get("is_direct") is True
                inviter, now = text(event, "sender"), self._clock.now()
                await self._tell(Invited(room=room, inviter=inviter, at=now, direct=direct))
                return

    async def _room(self, room: str, news: object, mark: Mark) -> None:
        for event in events(news, "state", "events"):
            self._learn(room, event)
        came = events(news, "timeline", "events")
        if not mark.since:  # of a former life of this account
            for event in came:
                self._learn(room, event)
            return
        arrival = self._arrival(came)
        if arrival is None and (room in mark.behind or inner(news, "timeline").get("limited")):
            start = text(news, "timeline", "prev_batch")
            try:
                before = await earlier(self._keys.calls, room, start, mark.before(room))
            except FromPlatform:
                log.warning("what a room left out could not be fetched yet")
                mark.fell_behind(room)
                for event in came:
                    self._learn(room, event)
                return
            mark.caught_up(room)
            for event in before:
                await self._event(room, event)
        for event in came[arrival or 0 :]:
            self._learn(room, event)
            await self._event(room, event)

    def _arrival(self, came: list[dict[str, Any]]) -> int | None:
        """Where the bot's time in the room begins, if it came in among these events.

        From its invitation on, everything is meant for it; what was there before is not.
        """
        moves = {at: reading.moved(event, self._me) for at, event in enumerate(came)}
        if "join" not in moves.values():
            return None
        return next((at for at, how in moves.items() if how == "invite"), 0)

    def _learn(self, room: str, event: Mapping[str, Any]) -> None:
        if self._rooms.learn(room, event):
            self._keys.rotate(room)

    async def _left(self, room: str, news: object, mark: Mark) -> None:
        """What was said before the bot was sent away still counts."""
        if mark.since:
            for event in events(news, "timeline", "events"):
                await self._event(room, event)
        self._keys.rotate(room)
        mark.caught_up(room)
        if not self._rooms.left(room):
            await self._tell(Removed(room=room, at=self._clock.now()))

    # ── events ───────────────────────────────────────────────────────────────
    async def _event(self, room: str, event: Mapping[str, Any]) -> None:
        """Tell of it, or have it wait for its key. What is broken in it harms nothing else."""
        if text(event, "sender") == self._me and text(event, "type") != "m.room.member":
            return
        try:
            heard = self._read_or_wait(room, event)
        except FULL:
            raise
        except Exception:
            log.exception("an event was not understood")
            return
        if heard is not None:
            await self._tell(heard)

    def _read_or_wait(self, room: str, event: Mapping[str, Any]) -> Heard | None:
        sender, kind = text(event, "sender"), text(event, "type")
        if kind in ORDERED and self._late.holds(room, sender):
            self._late.keep(room, event, "")
            return None
        try:
            heard = self._read(room, event, self._clock.now())
        except NotReadable:
            self._late.keep(room, event, text(event, "content", "session_id") or "?")
            return None
        if kind == "m.room.encrypted":
            self._late.readable(room, sender)
        if isinstance(heard, Redacted):
            self._late.drop(heard.target)
        return heard

    def _read(self, room: str, event: Mapping[str, Any], at: datetime) -> Heard | None:
        """What it says. Raises `NotReadable` while its key is missing."""
        secret = reading.is_secret(event)
        plain = reading.decrypted(self._keys.machine, room, event) if secret else event
        if plain is None:
            raise NotReadable
        heard = reading.heard(room, plain, at, encrypted=secret)
        mine = getattr(heard, "user", "") == self._me
        return None if mine else heard

    async def _tell(self, heard: Heard) -> None:
        """Until the house has it. What fails by a bug of ours is logged, and not tried for ever."""
        wait = FIRST
        while True:
            try:
                return await self._hears.hear(heard)
            except (StoreUnavailable, TryLater):
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST)
            except Exception:
                log.exception("what was heard was not understood")
                return None
