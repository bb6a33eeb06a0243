"""The loop: ask what is new, take it in, note how far; with longer and longer waits after a no."""

import asyncio
import contextlib
import json
import logging
import time
from collections.abc import Callable
from typing import Any

from adapters.matrix.gaps import Mark
from adapters.matrix.heard import Kept
from adapters.matrix.keys import Keys
from adapters.matrix.late import LateOnes
from adapters.matrix.reading import events, inner, text
from adapters.matrix.refusals import NoAnswer, TokenRefused
from adapters.matrix.taking import Taking
from bot.errors import FromPlatform, StoreUnavailable, TryLater

POLL, SHORT = 30_000, 1_000  # milliseconds that the homeserver waits for news; while some is late
GRACE = 30.0  # seconds more that its answer may take
FIRST, LONGEST = 0.5, 60.0  # seconds between two tries
NOTHING: dict[str, Any] = {"types": []}
NEWS: dict[str, Any] = {
    "presence": NOTHING,
    "account_data": {"types": ["m.direct"]},
    "room": {"timeline": {"limit": 100}, "ephemeral": NOTHING, "account_data": NOTHING},
}
INVITATIONS: dict[str, Any] = {
    "presence": NOTHING,
    "account_data": NOTHING,
    "room": {
        "timeline": {"limit": 1, "types": []},
        "state": NOTHING,
        "ephemeral": NOTHING,
        "account_data": NOTHING,
    },
}
log = logging.getLogger(__name__)


class Syncing:
    """The loop of one log-in."""

    def __init__(self, keys: Keys, taking: Taking, late: LateOnes, kept: Kept) -> None:
        self._keys = keys
        self._taking = taking
        self._late = late
        self._kept = kept
        self._mark = Mark.of(kept)
        self.begun = False  # the first answer must tell of all rooms, also of quiet ones
        self.direct: dict[str, list[str]] = {}  # user → their rooms, as this account has noted
        self.connected = False

    async def run(self, when_ready: Callable[[], None]) -> None:
        """For ever. Raises `TokenRefused` when the log-in is worth nothing any more."""
        wait = FIRST
        while True:
            try:
                await self._once()
            except TokenRefused:
                raise
            except FromPlatform as no:
                self.connected = False
                log.warning("the homeserver cannot be asked for news", exc_info=True)
                await asyncio.sleep(max(wait, _asked(no)))
                wait = min(2 * wait, LONGEST)
            except StoreUnavailable:
                log.warning("what is new cannot be kept", exc_info=True)
                await asyncio.sleep(wait)
                wait = min(2 * wait, LONGEST)
            else:
                wait = FIRST
                self.connected = True
                when_ready()

    async def _once(self) -> None:
        poll = SHORT if self._late or self._mark.behind else POLL if self.connected else 0
        query = {"filter": json.dumps(NEWS), "timeout": str(poll)}
        if self._mark.since:
            query["since"] = self._mark.since
        if not self.begun:
            query |= {"full_state": "true", "timeout": _never_asked_before()}
        calls = self._keys.calls
        sync = await calls.get("/sync", query, wait=poll / 1000 + GRACE)
        if not self.begun:
            await self._begin(sync)
        self._keys.changed(sync)
        spent = self._keys.counted(sync)
        self._note_direct(sync)
        await self._taking.take(sync, self._mark)
        self._mark.move(self._kept, text(sync, "next_batch"))
        await self._keep_house(spent=spent)

    async def _begin(self, sync: dict[str, Any]) -> None:
        """The first answer: which rooms there are, and invitations that nobody has answered.

        With a checkpoint, the homeserver tells of new invitations alone.
        """
        if self._mark.since:
            query = {"filter": json.dumps(INVITATIONS), "timeout": _never_asked_before()}
            all_ = await self._keys.calls.get("/sync", query, wait=GRACE)
            rooms = sync.setdefault("rooms", {})
            rooms["invite"] = {**inner(all_, "rooms", "invite"), **inner(rooms, "invite")}
        self._taking.look_around(sync)
        self.begun = True

    def _note_direct(self, sync: dict[str, Any]) -> None:
        for event in events(sync, "account_data", "events"):
            if event.get("type") == "m.direct":
                self.direct = {
                    user: [room for room in rooms if isinstance(room, str)]
                    for user, rooms in inner(event, "content").items()
                    if isinstance(rooms, list)
                }

    async def _keep_house(self, *, spent: bool) -> None:
        """Keys for whoever wants to write next. What fails is done after the next answer."""
        try:
            await self._keys.publish()
            if spent:
                await self._keys.publish_fallback()
            await self._keys.refresh(self._keys.machine.users_for_key_query)
            await self._keys.mend()
        except TokenRefused:
            raise
        except FromPlatform:
            log.warning("the keys could not be seen to yet", exc_info=True)
        while self._taking.to_decline:
            with contextlib.suppress(FromPlatform):
                await self._keys.cancel(*self._taking.to_decline.pop())


def _asked(no: FromPlatform) -> float:
    """How many seconds it asked us to wait, where it asked at all."""
    if isinstance(no, TryLater) and not isinstance(no, NoAnswer):
        return no.wait.total_seconds()
    return 0.0


def _never_asked_before() -> str:
    """Milliseconds to wait for news; with all of the state, no homeserver waits at all.

    Synapse gives the same answer to the same question for two minutes, however old it is.
    """
    return str(time.monotonic_ns() // 1000 % SHORT)
