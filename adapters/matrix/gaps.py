"""How far everything was read, and what the homeserver left out in between."""

from typing import Any

import msgspec

from adapters.matrix.calls import Calls, part
from adapters.matrix.heard import Kept
from adapters.matrix.reading import events, text
from adapters.matrix.refusals import Refused

FACT = "read"
PAGE = "100"  # events, the most that homeservers give at once


class Mark(msgspec.Struct, kw_only=True):
    """The checkpoint. It moves only when the house has everything before it."""

    since: str = ""  # the homeserver's own word for how far; "" at the very first time
    behind: dict[str, str] = {}  # room → how far it was read, where that is less far

    @classmethod
    def of(cls, kept: Kept) -> "Mark":
        """As it was noted last."""
        fact = kept.fact(FACT)
        return msgspec.json.decode(fact, type=cls) if fact else cls(behind={})

    def before(self, room: str) -> str:
        """How far this room was read."""
        return self.behind.get(room, self.since)

    def fell_behind(self, room: str) -> None:
        """Something of it is missing, from where it was read up to."""
        self.behind.setdefault(room, self.since)

    def caught_up(self, room: str) -> None:
        """Nothing of it is missing."""
        self.behind.pop(room, None)

    def move(self, kept: Kept, since: str) -> None:
        """Everything before `since` is taken, but for the rooms that are behind."""
        if since != self.since or kept.fact(FACT) != self._written():
            self.since = since
            kept.note(FACT, self._written())

    def _written(self) -> str:
        return msgspec.json.encode(self).decode()


async def earlier(calls: Calls, room: str, start: str, end: str) -> list[dict[str, Any]]:
    """What happened in the room after `end` and before `start`, oldest first.

    Raises `TryLater` where a page cannot be had now: then nothing of it counts. Where the room
    gives none at all, there is nothing.
    """
    pages: list[dict[str, Any]] = []
    while start:
        query = {"dir": "b", "limit": PAGE, "from": start, "to": end}
        try:
            page = await calls.get(f"/rooms/{part(room)}/messages", query)
        except Refused:
            break
        found = events(page, "chunk")
        pages.extend(found)
        start = text(page, "end") if found else ""
    return pages[::-1]
