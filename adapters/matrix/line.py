"""The line to the homeserver: what it hears is told, what it is given is sent. Encrypted.

Theory of operation. One log-in lives until it is worth nothing any more; then another one is made,
with longer and longer waits, so that neither a homeserver that is down nor a token that was taken
away ends the bot, or the other platforms. What is being sent is never cut off in the middle, also
where nobody waits for it any more: half a message could not be told from none.
"""

import asyncio
import logging
from collections.abc import Coroutine, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from filelock import FileLock, Timeout

from adapters.matrix import guards, session, signing
from adapters.matrix.calls import Calls
from adapters.matrix.doing import Doing
from adapters.matrix.heard import Access, Heard, Hears, Kept, Removed, Written
from adapters.matrix.keys import Keys
from adapters.matrix.known import Rooms
from adapters.matrix.late import LateOnes
from adapters.matrix.refusals import SOON, Refused
from adapters.matrix.syncing import Syncing
from adapters.matrix.taking import Taking
from bot.adapter import Clock
from bot.errors import ForOperator, FromPlatform, StoreBusy, TryLater

FIRST, LONGEST = 1.0, 300.0  # seconds between two log-ins
STEADY = 60.0  # seconds after which one counts as having lived
ENDING = 5.0  # seconds for what is being sent when everything stops
LOCK = "matrix.lock"
ASKED_TO_COMPARE = "m.key.verification.request"

log = logging.getLogger(__name__)
T = TypeVar("T")


class Alive:
    """One log-in, and everything that belongs to it."""

    def __init__(self, keys: Keys, rooms: Rooms, late: LateOnes, syncing: Syncing) -> None:
        self.rooms = rooms
        self.late = late
        self.syncing = syncing
        self.doing = Doing(keys, rooms, syncing)


class Line:
    """All that is to be known of Matrix outside of here."""

    def __init__(
        self, options: Access, folder: Path, kept: Kept, hears: Hears, clock: Clock
    ) -> None:
        """Nothing is touched yet. `folder` is for the keys, and for nobody else."""
        self._access = options
        self._folder = folder
        self._kept = kept
        self._hears = hears
        self._clock = clock
        self._lock = FileLock(folder / LOCK, timeout=0, mode=0o600)
        self.ready = asyncio.Event()  # set by the first connection
        self.refusals: asyncio.Queue[ForOperator] = asyncio.Queue()  # after that, each once
        self._refused: type[ForOperator] | None = None  # the last of these, until it is over
        self._starting = True  # somebody still waits to be told what the operator must do
        self._task: asyncio.Task[None] | None = None
        self._tasks: set[asyncio.Task[Any]] = set()
        self._alive: Alive | None = None
        self.user_id = options.user
        self.device_id = ""

    # ── its life ─────────────────────────────────────────────────────────────
    @property
    def connected(self) -> bool:
        """Whether the homeserver answered when it was asked last."""
        return self._alive is not None and self._alive.syncing.connected

    async def start(self, patience: float) -> None:
        """Connect; return once connected, or after `patience` seconds of trying.

        After that it goes on trying. Raises `LoginRefused`, `HomeserverNotFound`,
        `DeviceKeysLost`, `ForeignSigningKeys` or `StoreBusy`: the operator must act.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._lock.acquire()
        except Timeout as no:
            raise StoreBusy from no
        self._task = asyncio.create_task(self._keep())
        ready = asyncio.create_task(self.ready.wait())
        await asyncio.wait({self._task, ready}, timeout=patience, return_when="FIRST_COMPLETED")
        ready.cancel()
        self._starting = False
        if self._task.done():
            self._lock.release()
            self._task.result()

    async def stop(self) -> None:
        """Let go of everything; what is being sent is sent first. In any state, and twice."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task
        self._lock.release()

    async def _keep(self) -> None:
        """One log-in after the other. Raises what the operator must act on for the first alone."""
        wait, loop = FIRST, asyncio.get_running_loop()
        while True:
            begun = loop.time()
            asked = await self._lived()
            wait = FIRST if loop.time() - begun > STEADY else min(2 * wait, LONGEST)
            await asyncio.sleep(max(wait, asked))

    async def _lived(self) -> float:
        """One log-in to its end. Returns the seconds that are to be waited at least."""
        try:
            async with Calls(self._access.homeserver) as calls:
                await self._live(calls)
        except ForOperator as no:
            if self._starting:
                raise
            log.exception("the bot's log-in is of no use")
            self._is_refused(no)
            return LONGEST
        except FromPlatform:
            log.warning("the log-in has ended", exc_info=True)
        except Exception:
            log.exception("the log-in has ended")
        return 0.0

    def _is_refused(self, no: ForOperator) -> None:
        if type(no) is not self._refused:
            self._refused = type(no)
            self.refusals.put_nowait(no)

    def _is_ready(self) -> None:
        self._refused = None
        self.ready.set()

    async def _live(self, calls: Calls) -> None:
        machine = await session.enter(self._access, self._folder, self._kept, calls)
        try:
            keys, rooms = Keys(machine, calls), Rooms(machine)
            await keys.publish()
            await self._sign(keys)
            late = LateOnes(self._kept, self._clock)
            taking = Taking(keys, rooms, late, _Ear(self), self._clock)
            syncing = Syncing(keys, taking, late, self._kept)
            self.device_id = machine.device_id
            self._alive = Alive(keys, rooms, late, syncing)
            await syncing.run(self._is_ready)
        finally:
            self._alive = None
            await self._finished()
            guards.close(machine)

    async def _sign(self, keys: Keys) -> None:
        """People are served also where the homeserver would not have the device signed."""
        try:
            await signing.sign(keys.machine, keys.calls, self._kept, self._access.password)
        except Refused:
            log.warning("the homeserver did not have the device signed", exc_info=True)

    # ── what is heard ────────────────────────────────────────────────────────
    async def hear(self, heard: Heard) -> None:
        """Hand it on. Raises `StoreUnavailable`."""
        if isinstance(heard, Written) and heard.msgtype == ASKED_TO_COMPARE:
            self._begin(self._there.decline(heard.room, heard.event_id))
        await self._hears.hear(heard)

    # ── what is done ─────────────────────────────────────────────────────────
    async def send(
        self,
        room: str,
        content: Mapping[str, Any],
        tx: str,
        *,
        kind: str = "m.room.message",
        plain: bool = False,
    ) -> str:
        """Send an event and return its id; the same `tx` twice is sent once, also after restarts.

        Encrypted where the room is. `plain` allows it in a room that is not. A reaction is never
        encrypted: the protocol has no way to. Raises `NotEncrypted`, `Unreachable`, `TryLater`.
        """
        there, plain = self._there, plain or self._access.plain
        try:
            return await self._whole(there.send(room, content, tx, kind, plain=plain))
        except Refused:
            if await there.is_gone(room):
                self._begin(self.hear(Removed(room=room, at=self._clock.now())))
            raise

    async def attach(self, room: str, data: bytes) -> dict[str, Any]:
        """Put a picture down, encrypted where the room is; the part of an event that finds it.

        Raises `NotEncrypted`, `Unreachable`, `TryLater`.
        """
        plain = self._access.plain
        return await self._whole(self._there.attach(room, data, plain=plain))

    async def redact(self, room: str, event_id: str, tx: str) -> None:
        """Take the event back; what is gone is fine. Raises `Unreachable`, `TryLater`."""
        await self._whole(self._there.redact(room, event_id, tx))

    async def create_room(
        self, *, alias: str, invite: Sequence[str], direct: bool, name: str = ""
    ) -> str:
        """A private room, encrypted, into which the bot alone may invite; its id.

        `alias` is a word made up for it: after a second try with the same one there is one room.
        Who is invited reads what is said from the invitation on. Raises `Unreachable` where
        somebody cannot be invited, `TryLater`.
        """
        plain = self._access.plain
        made = self._there.create(alias, list(invite), name, direct=direct, plain=plain)
        return await self._whole(made)

    async def delete_alias(self, alias: str) -> None:
        """Nobody needs it any more; what is gone is fine. Raises `TryLater`."""
        await self._whole(self._there.delete_alias(alias))

    async def invite(self, room: str, user: str) -> None:
        """Ask them in; again is fine. Raises `Unreachable`, `TryLater`."""
        await self._whole(self._there.invite(room, user))

    async def join(self, room: str) -> None:
        """Accept an invitation; then the room is known. Raises `Unreachable`, `TryLater`."""
        await self._whole(self._there.join(room))

    async def leave(self, room: str, *, kick: Sequence[str] = ()) -> None:
        """Put them out, leave and forget the room, or decline it; what is done is fine.

        Raises `TryLater`.
        """
        there = self._there
        await self._whole(there.leave(room, list(kick)))
        if self._alive is not None:
            self._alive.late.forget(room)

    async def forget(self, user: str, rooms: Sequence[str]) -> None:
        """No key of this person's devices stays, nor any that opens these rooms. They were left.

        Raises `TryLater`.
        """
        await self._whole(self._there.forget(user, list(rooms)))

    async def seen(self, room: str, event_id: str) -> None:
        """Let them see that it was read. Best effort: raises nothing."""
        if self._alive is not None:
            await self._whole(self._alive.doing.seen(room, event_id))

    async def set_direct(self, user: str, room: str) -> None:
        """Note for this account's apps that this is the chat with them. Raises `TryLater`."""
        await self._whole(self._there.set_direct(user, room))

    async def name(self, user: str) -> str:
        """What they call themselves, or "". Raises `TryLater`."""
        return await self._whole(self._there.name(user))

    # ── what is known ────────────────────────────────────────────────────────
    def members(self, room: str) -> dict[str, str]:
        """Everybody but the bot → "join" or "invite"; nobody where the room is not known."""
        found = self._alive.rooms.members(room) if self._alive else {}
        return {user: how for user, how in found.items() if user != self.user_id}

    def knows(self, room: str) -> bool:
        """Whether the bot is in it, as far as is known just now."""
        return self._alive is not None and room in self._alive.rooms

    def open(self, room: str) -> bool:
        """Whether the bot is in it, and people have not gone on to another one in its stead."""
        return self.knows(room) and self._alive is not None and not self._alive.rooms.replaced(room)

    def alone_with(self, user: str) -> list[str]:
        """The rooms in which nobody is but this person and the bot."""
        return self._alive.rooms.with_only(user) if self._alive else []

    def encrypted(self, room: str) -> bool:
        """Whether what is said there is encrypted."""
        return self._alive is not None and self._alive.rooms.encrypted(room)

    def public(self, room: str) -> bool:
        """Whether others than those invited could come or look in."""
        return self._alive is not None and self._alive.rooms.public(room)

    def direct_rooms(self) -> Mapping[str, str]:
        """User → the newest room that this account has noted as the chat with them."""
        direct = self._alive.syncing.direct if self._alive else {}
        return {user: rooms[-1] for user, rooms in direct.items() if rooms}

    # ── never half ───────────────────────────────────────────────────────────
    @property
    def _there(self) -> Doing:
        """Raises `TryLater` while there is no log-in that has heard of its rooms."""
        if self._alive is None or not self._alive.syncing.begun:
            raise TryLater(SOON)
        return self._alive.doing

    async def _whole(self, work: Coroutine[Any, Any, T]) -> T:
        """It is done to its end, also where nobody waits for it any more."""
        return await asyncio.shield(self._begin(work))

    def _begin(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[Any]) -> None:
        """Its failure is of whoever waits; where nobody does, it is not an accident."""
        self._tasks.discard(task)
        if not task.cancelled():
            task.exception()

    async def _finished(self) -> None:
        """What is being done with this log-in has its end, or is cut off after a while."""
        if self._tasks:
            _done, undone = await asyncio.wait(self._tasks, timeout=ENDING)
            for task in undone:
                task.cancel()
            await asyncio.gather(*undone, return_exceptions=True)


class _Ear:
    """What is taken in goes by the line first."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def hear(self, heard: Heard) -> None:
        """As the line does."""
        await self._line.hear(heard)
