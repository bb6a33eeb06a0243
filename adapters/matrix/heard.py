"""What the line hears, and what it is given: the words between the connection and the adapter.

Nothing of the library that speaks Matrix is in here. All times are the house clock's, taken
when a thing was heard; a homeserver's own times are never used.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, Protocol

import msgspec

Content = Mapping[str, Any]  # an event's content, as JSON


class Access(msgspec.Struct, frozen=True, kw_only=True):
    """Where the bot's account is, and how it gets in: by a password or by a token."""

    homeserver: str  # its address, "https://…"
    user: str  # "@bot:server"
    password: str = ""
    token: str = ""
    device: str = ""  # the device that the token belongs to; "" asks the homeserver
    name: str = ""  # what the bot's device is called, for people who look at it
    plain: bool = False  # rooms without encryption are served too: for tests

    def __repr__(self) -> str:
        """Nothing of the password or the token."""
        return "<access>"


class Written(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody wrote something."""

    room: str
    event_id: str
    sender: str
    at: datetime
    body: str  # "" where the message is none of words
    msgtype: str  # "m.text", "m.notice", "m.emote", "m.image", …
    replaces: str = ""  # the event whose words this edit replaces; `body` is then the new ones
    replies_to: str = ""
    mentions: tuple[str, ...] = ()  # user ids that it names, where an app says so (m.mentions)
    encrypted: bool = False

    def __repr__(self) -> str:
        """Nothing of the words."""
        return "<written>"


class Reacted(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody reacted to an event. The homeserver can read which reaction it was."""

    room: str
    event_id: str
    sender: str
    at: datetime
    target: str  # the event
    key: str  # mostly an emoji

    def __repr__(self) -> str:
        """Nothing of the key: it may be an answer."""
        return "<reacted>"


class Polled(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody answered a poll."""

    room: str
    event_id: str
    sender: str
    at: datetime
    target: str  # the event that began the poll
    answers: tuple[str, ...]  # ids of answers

    def __repr__(self) -> str:
        """Nothing of the answers."""
        return "<polled>"


class Redacted(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody took back an event."""

    room: str
    event_id: str  # of the redaction
    sender: str
    at: datetime
    target: str  # what was redacted


class Membership(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody else came, went, was asked to come or was sent away."""

    room: str
    event_id: str
    user: str  # whose membership it is
    sender: str  # who changed it
    at: datetime
    how: Literal["invite", "join", "leave", "ban"]


class Invited(msgspec.Struct, frozen=True, kw_only=True):
    """The bot was invited. Told again after every start, until it joins or declines."""

    room: str
    inviter: str
    at: datetime
    direct: bool


class Removed(msgspec.Struct, frozen=True, kw_only=True):
    """The bot is not in that room any more: it was sent away, or the room is gone."""

    room: str
    at: datetime


class Unreadable(msgspec.Struct, frozen=True, kw_only=True):
    """Something was written whose key did not come. Told once for a person and an outage."""

    room: str
    event_id: str
    sender: str
    at: datetime
    withheld: bool  # their app says that it does not trust the bot's device


Heard = Written | Reacted | Polled | Redacted | Membership | Invited | Removed | Unreadable


class Hears(Protocol):
    """Where it all goes."""

    async def hear(self, heard: Heard) -> None:
        """Give it to the house. When this returns, it is safe on disk.

        Raises `StoreUnavailable`: then nothing of it has happened, and it is told again.
        """
        ...


class Late(msgspec.Struct, frozen=True, kw_only=True):
    """An encrypted event whose key has not come yet."""

    event_id: str
    room: str
    session_id: str  # of the key that is missing
    source: str  # the event as it came, JSON
    at: datetime  # when it was heard

    def __repr__(self) -> str:
        """Nothing of the event."""
        return "<late>"


class Kept(Protocol):
    """What the line must find again after a restart; sealed at rest."""

    def fact(self, name: str) -> str:
        """What was noted under that name, or ""."""
        ...

    def note(self, name: str, value: str) -> None:
        """Note it; durable when this returns."""
        ...

    def keep_late(
        self, event_id: str, room: str, session_id: str, source: str, at: datetime
    ) -> None:
        """Keep an event whose key is missing; the same one twice is kept once, as it first was."""
        ...

    def late(self) -> tuple[Late, ...]:
        """All of them, in the order in which they were kept first."""
        ...

    def drop_late(self, event_id: str) -> None:
        """It was read, or its time is over; what is not there is fine."""
        ...
