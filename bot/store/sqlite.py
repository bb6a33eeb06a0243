"""The store on SQLite: one file, one process, one connection.

Theory of operation. All work is done in the one thread of the one connection, each piece of
it whole (see `desk`), so nothing overtakes anything. WAL with `synchronous=FULL` makes what
was taken survive a power cut. A lock file beside the database keeps a second process away:
SQLite itself would let it in, and some versions of it can then damage the file.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

import aiosqlite
from filelock import BaseFileLock

from bot.model.event import Aged, Event
from bot.model.person import Person, PersonId
from bot.model.session import Session
from bot.model.world import Turn, World
from bot.store import codec, load, outbox, parting, save, scripts
from bot.store.crypto import Keyring
from bot.store.desk import Desk, work_at
from bot.store.port import Decide, DuePerson, DueSession, Outcome, Parting, Waiting
from bot.store.seals import Seals
from bot.store.spare import Spare
from bot.store.take import take
from bot.store.trouble import is_full, said

T = TypeVar("T")


class SqliteStore:
    """Keeps every promise of `Store`; `open_store` makes one. `keys` are for whoever builds."""

    def __init__(
        self, connection: aiosqlite.Connection, keys: Keyring, lock: BaseFileLock, spare: Spare
    ) -> None:
        """Work with what `open_store` has opened, checked and locked."""
        self.keys = keys
        self._connection = connection
        self._lock = lock
        self._spare = spare
        self._remains = True  # erased words may still be in the WAL

    async def take(self, events: Sequence[Event], decide: Decide) -> list[Outcome]:
        """See `Store.take`."""
        if not events:
            return []
        erased: list[PersonId] = []

        def watched(world: World, event: Event) -> Turn:
            turn = decide(world, event)
            erased.extend(turn.forget)
            erased.extend(one.owner for one in turn.erased)
            if isinstance(event, Aged) and turn != Turn():
                erased.append(event.person)
            return turn

        work = partial(take, keys=self.keys, events=events, decide=watched)
        return await self._do(lambda desk: self._write(desk, work, erased))

    async def lease(self, now: datetime, limit: int, hold: timedelta) -> list[Waiting]:
        """See `Store.lease`."""
        return await self._do(lambda desk: outbox.lease(desk, self.keys, now, limit, hold))

    async def shred(self, keys: Sequence[str]) -> None:
        """See `Store.shred`."""
        await self._do(lambda desk: desk.ask("shred", keys=keys))

    async def put_back(self, key: str, until: datetime) -> None:
        """See `Store.put_back`."""
        await self._do(lambda desk: desk.ask("put_back", key=key, until=codec.micros(until)))

    async def hold(self, key: str, now: datetime, until: datetime) -> None:
        """See `Store.hold`."""
        since, at = codec.micros(now), codec.micros(until)
        await self._do(lambda desk: desk.ask("hold", key=key, now=since, until=at))

    async def free(self, person: PersonId) -> None:
        """See `Store.free`."""
        await self._do(lambda desk: desk.ask("free_held", person=person))

    async def due(self, now: datetime, limit: int) -> list[DueSession]:
        """See `Store.due`."""
        rows = await self._do(lambda desk: desk.ask("due", now=codec.micros(now), limit=limit))
        return [DueSession(id=id_, deadline=codec.instant(at)) for id_, at in rows]

    async def aged(self, now: datetime, limit: int) -> list[DuePerson]:
        """See `Store.aged`."""
        rows = await self._do(lambda desk: desk.ask("aged", now=codec.micros(now), limit=limit))
        return [DuePerson(id=id_, due=codec.instant(at)) for id_, at in rows]

    async def asking(self, now: datetime, limit: int) -> list[DuePerson]:
        """See `Store.asking`."""
        rows = await self._do(lambda desk: desk.ask("asking", now=codec.micros(now), limit=limit))
        return [DuePerson(id=id_, due=codec.instant(at)) for id_, at in rows]

    async def parting(self, now: datetime, limit: int) -> list[Parting]:
        """See `Store.parting`."""
        return await self._do(lambda desk: parting.due(desk, self.keys, now, limit))

    async def parted(self, done: Parting) -> None:
        """See `Store.parted`."""
        erased = [self.keys.person_id(done.account)]
        work = partial(Desk.ask, query="parted", id=done.id)
        await self._do(lambda desk: self._write(desk, work, erased))

    async def put_off_parting(self, one: Parting, until: datetime) -> None:
        """See `Store.put_off_parting`."""
        at = codec.micros(until)
        await self._do(lambda desk: desk.ask("put_off_parting", id=one.id, until=at))

    async def next_time(self) -> datetime | None:
        """See `Store.next_time`. What is due at once is due since 1970."""
        [(at,)] = await self._do(lambda desk: desk.ask("next_time"))
        return None if at is None else codec.instant(at)

    async def session(self, session: str) -> Session | None:
        """See `Store.session`."""
        return await self._do(lambda desk: load.load_session(desk, Seals(self.keys), session))

    async def person(self, person: PersonId) -> Person | None:
        """See `Store.person`."""
        found = await self._do(lambda desk: load.load_people(desk, Seals(self.keys), [person]))
        return found.get(person)

    async def counts(self) -> Mapping[str, int]:
        """See `Store.counts`."""
        [row] = await self._do(lambda desk: desk.ask("counts"))
        return dict(zip(("people", "sessions", "outbox", "seen"), row, strict=True))

    async def pin(self, today: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """See `Store.pin`."""
        return await self._do(lambda desk: scripts.pin(desk, self.keys, today))

    async def forget(self, person: PersonId) -> None:
        """See `Store.forget`."""

        def erase(desk: Desk) -> None:
            with desk.transaction():
                save.forget(desk, self.keys, [person])

        await self._do(lambda desk: self._write(desk, erase, [person]))

    async def prune_seen(self, before: datetime) -> None:
        """See `Store.prune_seen`."""
        await self._do(lambda desk: desk.ask("prune_seen", before=codec.day(before)))

    async def close(self) -> None:
        """See `Store.close`. May be called twice."""
        await self._connection.close()  # SQLite checkpoints, and takes the WAL away
        self._lock.release()

    async def _do(self, work: Callable[[Desk], T]) -> T:
        try:
            return await work_at(self._connection, work)
        except sqlite3.Error as error:
            raise said(error) from error

    def _write(self, desk: Desk, work: Callable[[Desk], T], erased: Sequence[PersonId]) -> T:
        """Do the work. If it erases somebody, it may use the spare room, and the WAL goes too."""
        try:
            done = work(desk)
        except sqlite3.OperationalError as error:
            if not (erased and is_full(error) and self._spare.free()):
                raise
            done = work(desk)
        self._remains = self._remains or bool(erased)
        if self._remains:
            self._sweep(desk)
        return done

    def _sweep(self, desk: Desk) -> None:
        """Empty the WAL of what was erased; where that must wait, the next turn tries again."""
        try:
            self._remains = not desk.truncate()
        except sqlite3.OperationalError:
            return
        self._spare.keep()
