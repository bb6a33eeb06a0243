"""What a store promises. The contract tests are written against this page."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

import msgspec

from bot.model.event import Event
from bot.model.message import Message
from bot.model.person import Account, Person, PersonId
from bot.model.session import Session
from bot.model.world import Turn, World

Decide = Callable[[World, Event], Turn]
Outcome = Turn | Exception | None  # of an event; see `Store.take`


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A leased outbox row: the message, its reader, and who else it speaks of."""

    message: Message
    reader: Person
    people: tuple[Person, ...] = ()  # of `message.people`
    tries: int = 0
    held: datetime | None = None  # since when its reader cannot be reached


class DuePerson(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whose time has come: what is kept of them grew old, or they wanted to be asked."""

    id: PersonId
    due: datetime


class Parting(msgspec.Struct, frozen=True, kw_only=True):
    """An account that its adapter is to forget."""

    id: int
    account: Account


class DueSession(msgspec.Struct, frozen=True, kw_only=True):
    """A session whose deadline has passed."""

    id: str
    deadline: datetime


class Store(Protocol):
    """Everything durable."""

    async def take(self, events: Sequence[Event], decide: Decide) -> list[Outcome]:
        """Take a batch of events in one transaction; the one way to write.

        For each event, in order: mark its key seen; load the world around it; decide;
        save the turn and put its messages into the outbox. A later event of the batch
        sees what an earlier one changed. The result holds None where a key was taken
        before. Loaded for an event: the person and everybody in `event.people`, all
        running sessions of the person (for `Due`: that session) and the one whose `code` is
        `event.code`, where there is one; all players of these, and all bonds between any
        two of those people. For an event, or a session, that is `whole`, and for `Aged`: all
        bonds and records of the person beside it. People in `event.people`, and the
        person, are made with defaults where they are new. `decide` is pure and may be
        called again. Where `decide` raises, or what it decided cannot be saved, nothing of
        that event has happened and the exception stands in its place; the others are taken.

        Raises `StoreUnavailable` when nothing could be written (disk full, read-only);
        then nothing of the batch has happened and no key is marked.
        """
        ...

    async def lease(self, now: datetime, limit: int, hold: timedelta) -> list[Waiting]:
        """Up to `limit` messages that are due, oldest first, locked for `hold`.

        Only what is at the head of its place: while an earlier due message of the same
        place is leased by somebody else or waits for its next try, nothing after it is given
        out. Several messages of one place may be leased together, in order.
        """
        ...

    async def shred(self, keys: Sequence[str]) -> None:
        """Delivered: the rows go, and their words with them."""
        ...

    async def put_back(self, key: str, until: datetime) -> None:
        """Not delivered: try again at `until`. The rest of its place waits behind it."""
        ...

    async def hold(self, key: str, now: datetime, until: datetime) -> None:
        """As `put_back`, of somebody who cannot be reached: from the first time on it is `held`."""
        ...

    async def free(self, person: PersonId) -> None:
        """This person may be reached again: what was held for them is tried at once."""
        ...

    async def due(self, now: datetime, limit: int) -> list[DueSession]:
        """Sessions whose deadline is not after `now`, earliest first."""
        ...

    async def aged(self, now: datetime, limit: int) -> list[DuePerson]:
        """People whose `due` is not after `now`, earliest first."""
        ...

    async def asking(self, now: datetime, limit: int) -> list[DuePerson]:
        """People who wanted to be asked something by `now`, earliest first."""
        ...

    async def parting(self, now: datetime, limit: int) -> list[Parting]:
        """Accounts that their adapters are to forget by now, of people who are forgotten."""
        ...

    async def parted(self, done: Parting) -> None:
        """Its adapter has forgotten this account; the WAL is truncated."""
        ...

    async def put_off_parting(self, one: Parting, until: datetime) -> None:
        """Its adapter could not; try again at `until`."""
        ...

    async def next_time(self) -> datetime | None:
        """The earliest instant at which anything is to be looked at; for a clock that jumps."""
        ...

    async def session(self, session: str) -> Session | None:
        """A running session as stored; for people who look, never to write."""
        ...

    async def person(self, person: PersonId) -> Person | None:
        """A person as stored; for people who look, never to write."""
        ...

    async def counts(self) -> Mapping[str, int]:
        """Rows by table: people, sessions, outbox, seen. No content."""
        ...

    async def pin(self, scripts: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """Keep these scripts by digest; drop those no session uses; return all that are kept."""
        ...

    async def forget(self, person: PersonId) -> None:
        """Destroy this person's key, then everything of theirs, then truncate the WAL."""
        ...

    async def prune_seen(self, before: datetime) -> None:
        """Forget the keys of events from before that day; give platforms at least 30 days."""
        ...

    async def close(self) -> None:
        """Checkpoint and let go of the file."""
        ...
