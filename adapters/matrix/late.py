"""Events whose key has not come yet: kept, tried again, and told of when it stays away.

Theory of operation. A key travels another way than what it opens, and sometimes later. Until it
comes, the event waits here, sealed on disk, so that a restart loses nothing; and what the same
person writes there next waits behind it for `HOLD`, so that the order stays as written. It is no
longer than that: somebody may have written that it is to stop. After `GRACE` it is told once that
something could not be read, and the event is let go: whoever was asked to write it again must not
be taken at both words.
"""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import msgspec

from adapters.matrix.heard import Heard, Kept, Late, Unreadable
from adapters.matrix.reading import text
from bot.adapter import Clock

GRACE = timedelta(seconds=60)
HOLD = timedelta(seconds=5)
MOST = 200  # waiting events of one person in one room; more of them are let go unread
NOTED = 1000  # keys that somebody's app said it withholds

Read = Callable[[str, Mapping[str, Any], datetime], Heard | None]
Tell = Callable[[Heard], Awaitable[None]]
Whose = tuple[str, str]  # room and sender


class NotReadable(Exception):
    """The key has not come."""


class LateOnes:
    """Those that wait, by room and sender, in the order in which they came."""

    def __init__(self, kept: Kept, clock: Clock) -> None:
        self._kept = kept
        self._clock = clock
        self._queues: dict[Whose, dict[str, Late]] = {}
        self._told: set[Whose] = set()  # until something of theirs can be read again
        self._withheld: dict[tuple[str, str], None] = {}
        for late in kept.late():
            self._queues.setdefault(_whose(late), {})[late.event_id] = late

    def __bool__(self) -> bool:
        """Whether any waits."""
        return bool(self._queues)

    def holds(self, room: str, sender: str) -> bool:
        """Whether what this person writes there now must wait for something earlier."""
        now = self._clock.now()
        return any(
            late.session_id and now - late.at < HOLD
            for late in self._queues.get((room, sender), {}).values()
        )

    def keep(self, room: str, event: Mapping[str, Any], session_id: str) -> None:
        """It waits. `session_id` is the missing key's; "" for what only waits behind another."""
        late = Late(
            event_id=text(event, "event_id"),
            room=room,
            session_id=session_id,
            source=msgspec.json.encode(event).decode(),
            at=self._clock.now(),
        )
        queue = self._queues.setdefault((room, text(event, "sender")), {})
        if late.event_id not in queue and len(queue) < MOST:
            self._kept.keep_late(late.event_id, room, session_id, late.source, late.at)
            queue[late.event_id] = late

    def drop(self, event_id: str) -> None:
        """Its writer took it back."""
        for whose, queue in list(self._queues.items()):
            if event_id in queue:
                self._let_go(whose, event_id)

    def forget(self, room: str) -> None:
        """Nothing of that room waits any more."""
        for whose in [whose for whose in self._queues if whose[0] == room]:
            for event_id in list(self._queues[whose]):
                self._let_go(whose, event_id)

    def readable(self, room: str, sender: str) -> None:
        """Something of theirs was read: the next outage is another one."""
        self._told.discard((room, sender))

    def withheld(self, sender: str, session_id: str) -> None:
        """This person's app says that it does not give us that key."""
        self._withheld[sender, session_id] = None
        while len(self._withheld) > NOTED:
            self._withheld.pop(next(iter(self._withheld)))

    async def drain(self, read: Read, tell: Tell) -> None:
        """Read what can be read by now, in order, and tell of what will not be any more.

        `read` raises `NotReadable` where the key is still missing.
        """
        for whose in list(self._queues):
            for late in list(self._queues.get(whose, {}).values()):
                if not await self._tried(whose, late, read, tell) and self._must_wait(late):
                    break

    async def _tried(self, whose: Whose, late: Late, read: Read, tell: Tell) -> bool:
        """Whether this one is done with."""
        try:
            heard = read(late.room, msgspec.json.decode(late.source), self._clock.now())
        except NotReadable:
            if self._waits_still(whose, late):
                return False
            heard = self._unreadable(whose, late)
        else:
            self._told.discard(whose)
        if heard is not None:
            await tell(heard)
        self._let_go(whose, late.event_id)
        return True

    def _unreadable(self, whose: Whose, late: Late) -> Heard | None:
        """What is told of it, unless the same was told lately."""
        if whose in self._told:
            return None
        self._told.add(whose)
        room, sender = whose
        return Unreadable(
            room=room,
            event_id=late.event_id,
            sender=sender,
            at=self._clock.now(),
            withheld=(sender, late.session_id) in self._withheld,
        )

    def _waits_still(self, whose: Whose, late: Late) -> bool:
        """A key that is withheld is not waited for."""
        patience = HOLD if (whose[1], late.session_id) in self._withheld else GRACE
        return self._clock.now() - late.at < patience

    def _must_wait(self, late: Late) -> bool:
        """Whether what comes after it waits behind it."""
        return self._clock.now() - late.at < HOLD

    def _let_go(self, whose: Whose, event_id: str) -> None:
        self._kept.drop_late(event_id)
        queue = self._queues.get(whose, {})
        queue.pop(event_id, None)
        if not queue:
            self._queues.pop(whose, None)


def _whose(late: Late) -> Whose:
    return late.room, text(msgspec.json.decode(late.source), "sender")
