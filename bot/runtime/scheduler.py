"""The clock: what is due is a column, and APScheduler runs the sweeps that look at it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import logs
from bot.adapter import Clock
from bot.errors import StoreUnavailable
from bot.model.event import Aged, Due, Event, Prompt
from bot.model.person import PersonId
from bot.runtime.delivery import Delivery
from bot.store.port import DuePerson, Store

logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a long sweep is no news each second
SEEN = timedelta(days=30)  # how long a platform may repeat itself
EVERY = 1  # seconds between sweeps; live mode waits for as little as five
SWEEP = 256  # sessions, or people, in one look
A_FEW, ROUNDS = 8, 200  # people who are asked in one commit, and commits in one sweep


class Scheduler:
    """Turns deadlines that have passed into events."""

    def __init__(
        self,
        store: Store,
        receive: Callable[[Event], Awaitable[None]],
        delivery: Delivery,
        clock: Clock,
    ) -> None:
        """Nothing runs before `start`."""
        self._store = store
        self._receive = receive
        self._delivery = delivery
        self._clock = clock
        self._apscheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        """Sweep every second. A late sweep is run once, and none is ever dropped.

        Prompts have a sweep of their own: ten thousand at once hold up nobody's deadline.
        """
        for id_, look in {"deadlines": self.sweep, "prompts": self.prompt}.items():
            self._apscheduler.add_job(
                look,
                "interval",
                seconds=EVERY,
                id=id_,
                max_instances=1,
                coalesce=True,
                misfire_grace_time=None,
            )
        self._apscheduler.add_job(
            self.prune,
            "interval",
            hours=24,
            id="seen",
            next_run_time=datetime.now(UTC),
            misfire_grace_time=None,
        )
        self._apscheduler.start()

    def stop(self) -> None:
        """No more sweeps."""
        if self._apscheduler.running:
            self._apscheduler.shutdown(wait=False)

    async def prune(self) -> None:
        """Forget the keys of events that no platform repeats any more (safety D9.2)."""
        with suppress(StoreUnavailable):  # tomorrow is soon enough
            await self._store.prune_seen(self._clock.now() - SEEN)

    async def sweep(self) -> int:
        """Everything that is due becomes an event; how many there were.

        Also wakes the delivery: messages wait for quiet hours and for busy platforms.
        """
        now = self._clock.now()
        ended = [
            Due(key=f"due/{one.id}/{one.deadline.isoformat()}", at=now, session=one.id)
            for one in await self._store.due(now, SWEEP)
        ]
        aged = [
            Aged(key=f"aged/{one.id}/{one.due.isoformat()}", at=now, person=one.id)
            for one in await self._store.aged(now, SWEEP)
        ]
        try:
            decided = [await self._happens(event) for event in (*ended, *aged)]
        except StoreUnavailable:
            return 0  # nothing has happened; the next sweep tries again
        await self._delivery.part()
        self._delivery.wake()
        return sum(decided)

    async def prompt(self) -> int:
        """Ask those who wanted to be asked by now; how many were looked at.

        A few to a commit, so that whoever writes meanwhile waits for a few.
        """
        looked_at, now = 0, self._clock.now()
        stuck: set[PersonId] = set()  # of whom nothing could be decided: they hold up nobody
        for _ in range(ROUNDS):
            due = await self._store.asking(now, A_FEW + len(stuck))
            due = [one for one in due if one.id not in stuck]
            done = await asyncio.gather(*(self._ask(one, now) for one in due))
            looked_at += sum(done)
            stuck |= {one.id for one, is_done in zip(due, done, strict=True) if not is_done}
            if not due:
                break
        return looked_at

    async def _ask(self, one: DuePerson, now: datetime) -> bool:
        """Whether it could be looked at. Of one date, two looks are one (safety D13)."""
        key = f"prompt/{one.id}/{one.due.isoformat()}"
        try:
            return await self._happens(Prompt(key=key, at=now, person=one.id))
        except StoreUnavailable:
            return False

    async def _happens(self, event: Event) -> bool:
        """Whether it could be decided. What could not holds up nothing else.

        Raises `StoreUnavailable` when nothing can be written just now.
        """
        try:
            await self._receive(event)
        except StoreUnavailable:
            raise
        except Exception as error:  # noqa: BLE001 - said by type and place
            logs.crash(error)
            return False
        return True

    async def settle(self) -> None:
        """Everything that is due by the clock, and its messages; returns when idle."""
        while await self.sweep() + await self.prompt():
            pass
        await self._delivery.drain()
