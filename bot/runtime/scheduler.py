"""The clock: what is due is a column, and APScheduler runs the sweeps that look at it."""

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.adapter import Clock
from bot.errors import StoreUnavailable
from bot.model.event import Due, Event
from bot.runtime.delivery import Delivery
from bot.store.port import Store

EVERY = 1  # seconds between sweeps; live mode waits for as little as five
SWEEP = 256  # sessions in one look


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
        """Sweep every second. A late sweep is run once, and none is ever dropped."""
        self._apscheduler.add_job(
            self.sweep,
            "interval",
            seconds=EVERY,
            id="deadlines",
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,
        )
        self._apscheduler.start()

    def stop(self) -> None:
        """No more sweeps."""
        if self._apscheduler.running:
            self._apscheduler.shutdown(wait=False)

    async def sweep(self) -> int:
        """Everything that is due becomes an event; how many there were.

        Also wakes the delivery: messages wait for quiet hours and for busy platforms.
        """
        now = self._clock.now()
        due = await self._store.due(now, SWEEP)
        for session in due:
            key = f"due/{session.id}/{session.deadline.isoformat()}"
            try:
                await self._receive(Due(key=key, at=now, session=session.id))
            except StoreUnavailable:
                return 0  # nothing has happened; the next sweep tries again
        self._delivery.wake()
        return len(due)

    async def settle(self) -> None:
        """Everything that is due by the clock, and its messages; returns when idle."""
        while await self.sweep():
            pass
        await self._delivery.drain()
