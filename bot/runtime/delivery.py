"""The one way out: lease, render, hand over with the key, shred. Ordered within each place."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta

from bot import logs
from bot.adapter import Adapter, Clock
from bot.errors import TryLater, Unreachable
from bot.model.event import DM
from bot.model.person import Account, PersonId
from bot.runtime.parting import part
from bot.runtime.picturing import pictured
from bot.store.port import Store, Waiting
from bot.text.words import Words

LEASE = 32  # messages at once
NOTES = 2  # of them, whose hand-over is being written down at a time: people's turns go between
HOLD = timedelta(seconds=60)  # how long a lease lasts if we die with it
FIRST_WAIT = timedelta(seconds=5)  # after an error that says nothing; doubled with each try
LONGEST_WAIT = timedelta(minutes=10)
AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)  # between looks for who cannot be reached
GIVEN_UP = timedelta(days=7)  # after which what they were to be told goes


class Delivery:
    """Hands over what the outbox holds."""

    def __init__(
        self, store: Store, adapters: Mapping[str, Adapter], words: Words, clock: Clock
    ) -> None:
        """`adapters` by the platform of their accounts."""
        self._store = store
        self._adapters = adapters
        self._words = words
        self._clock = clock
        self._wanted = asyncio.Event()
        self._busy = asyncio.Lock()
        self._drawing = asyncio.Lock()
        self._noting = asyncio.Semaphore(NOTES)
        self._away: set[PersonId] = set()  # who could not be reached; found anew after a restart
        self._back: set[PersonId] = set()  # of these, who did something since

    def wake(self) -> None:
        """There may be something to hand over."""
        self._wanted.set()

    async def run(self) -> None:
        """Deliver whenever woken, until cancelled."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            try:
                await self.drain()
            except Exception as error:  # noqa: BLE001 - a bug in one message must not stop the rest
                logs.crash(error)

    async def drain(self) -> None:
        """Hand over everything that is due now; returns when nothing more can be."""
        async with self._busy:
            while self._back:
                await self._store.free(self._back.pop())
            while waiting := await self._store.lease(self._clock.now(), LEASE, HOLD):
                await asyncio.gather(*(self._place(rows) for rows in _by_place(waiting)))

    async def part(self) -> None:
        """Let the adapters forget whom the store has forgotten."""
        await part(self._store, self._adapters, self._clock)

    async def _place(self, waiting: list[Waiting]) -> None:
        """The messages of one place, one after the other; an obstacle holds the rest back."""
        done = 0
        try:
            for row in waiting:
                if not await self._hand_over(row):
                    break
                done += 1
        finally:
            for row in waiting[done + 1 :]:
                await self._store.put_back(row.message.key, self._clock.now())

    async def _hand_over(self, row: Waiting) -> bool:
        """Hand over one message and write down how it went; False when its place must wait.

        If we stop between the hand-over and the note, the lease runs out, the message is
        handed over again, and the platform sees the same key.
        """
        key, now = row.message.key, self._clock.now()
        try:
            shown = self._words.render(row.message, row.reader, row.people)
            sheet = self._words.sheet(row.message, row.reader)
            await self._adapter(row).send(await pictured(shown, sheet, self._drawing))
        except TryLater as busy:
            logs.note("waiting", seconds=busy.wait.total_seconds())
            await self._store.put_back(key, now + busy.wait)
            return False
        except Unreachable:
            logs.note("unreachable", tries=row.tries)
            if row.message.place == DM and await self._hold(row):
                return False
        except Exception as error:  # noqa: BLE001 - said by type and place, then tried again
            logs.crash(error)
            await self._store.put_back(key, now + _wait(row.tries))
            return False
        async with self._noting:
            await self._store.shred([key])
        return True

    async def _hold(self, row: Waiting) -> bool:
        """Keep it for whoever cannot be reached just now, in order; False after a week.

        To everybody else they are silent, and that is all. When they come back, what they
        were to read before their next question is there before it.
        """
        now = self._clock.now()
        since = now - (row.held or now)
        if since > GIVEN_UP or row.message.kind in {"edit", "hide"}:
            return False
        wait = min(max(since, AN_HOUR), A_DAY)
        self._away.add(row.message.to)
        await self._store.hold(row.message.key, now, now + wait)
        return True

    def heard_from(self, account: Account, identify: Callable[[Account], PersonId]) -> None:
        """Somebody did something, so they may be reached again."""
        if self._away and (who := identify(account)) in self._away:
            self._away.discard(who)
            self._back.add(who)
            self.wake()

    def _adapter(self, row: Waiting) -> Adapter:
        adapter = self._adapters.get(row.reader.account.platform)
        if adapter is None:
            raise Unreachable
        return adapter


def _wait(tries: int) -> timedelta:
    doubled: int = 2 ** min(tries, 10)
    return min(LONGEST_WAIT, FIRST_WAIT * doubled)


def _by_place(waiting: Iterable[Waiting]) -> list[list[Waiting]]:
    places: dict[str, list[Waiting]] = {}
    for row in waiting:
        place = row.message.place
        places.setdefault(f"{place}:{row.message.to}" if place == DM else place, []).append(row)
    return list(places.values())
