"""One login of somebody: an nio client with keys of its own, and the loop that keeps it going."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import uuid4

import aiohttp
import msgspec
import nio

from tests.adapters.matrix.homeserver import Account, Refused
from tests.adapters.matrix.pocket import Pocket
from tests.adapters.matrix.timeline import Timeline
from tests.adapters.matrix.trust import OwnKeys, vouched

LONG = 30_000  # milliseconds that a sync waits for news
MOST = 100  # events in one sync; Synapse gives no more
FILTER = {"room": {"timeline": {"limit": MOST}}}
AGAIN = 0.1  # seconds until a server that does not answer is asked again
PATIENCE = 20.0  # seconds until something that must come is missed
DOWN = (aiohttp.ClientError, TimeoutError, OSError)


class Invitation(msgspec.Struct, kw_only=True):
    """Somebody asks into a room."""

    by: str
    direct: bool


class Device:
    """A client. What it has seen is in `rooms`; `invitations` are those not answered yet."""

    def __init__(self, url: str, account: Account, *, careful: bool = False) -> None:
        """`careful`: it gives no keys to, and reads nothing of, what no owner vouches for."""
        self.account = account
        self.user = account.user
        self.rooms: dict[str, Timeline] = {}
        self.invitations: dict[str, Invitation] = {}
        self.withheld = 0  # keys that it kept from somebody's device
        self._careful = careful
        self._unread: dict[str, tuple[str, nio.MegolmEvent]] = {}
        self._told: set[tuple[str, str, str]] = set()
        self._news = asyncio.Condition()
        self._turn = asyncio.Lock()
        self._loop: asyncio.Task[None] | None = None
        self.client = nio.AsyncClient(
            url,
            account.user,
            store_path="a pocket",  # nio keeps nothing without one
            config=nio.AsyncClientConfig(
                store=Pocket,
                max_limit_exceeded=0,
                max_timeouts=0,
                request_timeout=60,
            ),
        )

    async def start(self) -> None:
        """Show its keys, learn where it is, and go on listening."""
        self.client.restore_login(self.user, self.account.device, self.account.token)
        _guard(self.client)
        await self.client.keys_upload()
        await self._take(await self.client.sync(sync_filter=FILTER, full_state=True))
        self._loop = asyncio.create_task(self._listen())

    async def stop(self) -> None:
        """Switch it off; it stays logged in."""
        loop, self._loop = self._loop, None
        if loop is not None:
            loop.cancel()
            with suppress(asyncio.CancelledError):
                await loop
        await self.client.close()

    async def until(self, so: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
        """Wait until `so`, asked again after all that comes. Raises `AssertionError`: `what`."""
        try:
            async with asyncio.timeout(seconds), self._news:
                await self._news.wait_for(so)
        except TimeoutError:
            raise AssertionError(f"{self.user} waited {seconds:.0f} s: {what}") from None

    async def call(self, method: str, path: str, said: object = None) -> Any:  # noqa: ANN401 - any JSON
        """One request with its token; `path` begins behind "/_matrix/client/v3"."""
        headers = {"Authorization": f"Bearer {self.account.token}"}
        headers["Content-Type"] = "application/json"
        body = None if said is None else json.dumps(said)
        answer = await self.client.send(method, f"/_matrix/client/v3{path}", body, headers)
        result = await answer.json(content_type=None)
        if answer.status != 200:
            raise Refused(f"{method} {path}: {answer.status} {result}")
        return result

    async def send(self, room: str, kind: str, content: dict[str, Any], tx: str = "") -> str:
        """Send an event, encrypted where the room is; its id. One after the other, in order."""
        await self.until(lambda: room in self.client.rooms, f"no room {room}")
        async with self._turn:
            if self.client.should_query_keys:
                await self.client.keys_query()
            if self._careful:
                await self._sort(room)
            sent = await self.client.room_send(
                room, kind, content, tx or None, ignore_unverified_devices=True
            )
            if self._careful:
                await self._withhold(room)
        if not isinstance(sent, nio.RoomSendResponse):
            raise Refused(str(sent))
        event_id: str = sent.event_id
        return event_id

    # What comes

    async def _listen(self) -> None:
        while True:
            try:
                answer = await self.client.sync(timeout=LONG, sync_filter=FILTER)
                if isinstance(answer, nio.SyncResponse):
                    await self._take(answer)
                    continue
            except DOWN:
                pass
            await asyncio.sleep(AGAIN)

    async def _take(self, answer: nio.SyncResponse) -> None:
        """All that one sync brought; then whoever waits looks again."""
        for room, left in answer.rooms.leave.items():
            self.invitations.pop(room, None)
            await self._timeline(room, [*left.state, *left.timeline.events])
            self._room(room).members[self.user] = "leave"
            self.client.rooms.pop(room, None)  # nio keeps it
        for room, joined in answer.rooms.join.items():
            self.invitations.pop(room, None)
            missed = await self._gap(room, joined) if joined.timeline.limited else []
            await self._timeline(room, [*joined.state, *missed, *joined.timeline.events])
        for room, invited in answer.rooms.invite.items():
            self._invitation(room, invited.invite_state)
        await self._late()
        await self._upkeep(answer)
        async with self._news:
            self._news.notify_all()

    def _room(self, room: str) -> Timeline:
        return self.rooms.setdefault(room, Timeline(self.user))

    async def _gap(self, room: str, joined: nio.RoomInfo) -> list[Any]:
        """What a sync left out between the last one and this one, oldest first."""
        if room not in self.rooms or not self.rooms[room].events:
            return []
        known = {event.get("event_id") for event in self.rooms[room].events}
        found: list[Any] = []
        place = joined.timeline.prev_batch
        while place:
            page = await self.client.room_messages(room, start=place, limit=MOST)
            fresh = [each for each in page.chunk if each.source.get("event_id") not in known]
            found += fresh
            place = page.end if fresh and len(fresh) == len(page.chunk) else None
        return found[::-1]

    async def _timeline(self, room: str, events: list[Any]) -> None:
        for event in events:
            if isinstance(event, nio.MegolmEvent) or not await self._trusts(event):
                self._unread[event.event_id] = (room, event)
                undone = {"type": "m.room.encrypted", "content": {"algorithm": "unknown"}}
                self._room(room).take(event.source | undone)
            elif "event_id" in event.source:
                self._room(room).take(event.source, encrypted=bool(event.decrypted))

    async def _late(self) -> None:
        """Read what could not be read, where the key is here now."""
        for event_id, (room, event) in list(self._unread.items()):
            read = event
            if isinstance(event, nio.MegolmEvent):
                with suppress(nio.EncryptionError):
                    read = self.client.decrypt_event(event)
            if not isinstance(read, nio.MegolmEvent) and await self._trusts(read):
                del self._unread[event_id]
                if event_id not in self._room(room).redacted:
                    self._room(room).take(read.source, encrypted=True)

    def _invitation(self, room: str, state: list[Any]) -> None:
        for event in state:
            if isinstance(event, nio.InviteMemberEvent) and event.state_key == self.user:
                self.invitations[room] = Invitation(
                    by=event.sender, direct=bool(event.content.get("is_direct"))
                )

    async def _upkeep(self, answer: nio.SyncResponse) -> None:
        """Keys: shown again when they run out, asked for where devices changed."""
        count = answer.device_key_count.signed_curve25519
        if count is not None:
            self.client.olm.uploaded_key_count = count
        with suppress(*DOWN):
            if self.client.should_upload_keys:
                await self.client.keys_upload()
            if self.client.should_query_keys:
                await self.client.keys_query()
            if self.client.should_claim_keys:
                await self.client.keys_claim(self.client.get_users_for_key_claiming())
            await self.client.send_to_device_messages()

    # Whom it trusts

    async def keys_of(self, *users: str) -> Any:  # noqa: ANN401 - any JSON
        """The answer of /keys/query about these users."""
        return await self.call("POST", "/keys/query", {"device_keys": {user: [] for user in users}})

    async def vouches_for_itself(self, keys: OwnKeys | None = None) -> OwnKeys:
        """Cross-sign this device; with new keys, or with those of an earlier device."""
        if keys is None:
            keys = OwnKeys(self.user)
            await self.call("POST", "/keys/device_signing/upload", keys.upload())
        own = (await self.keys_of(self.user))["device_keys"][self.user][self.account.device]
        signed = {self.user: {self.account.device: keys.vouch(own)}}
        await self.call("POST", "/keys/signatures/upload", signed)
        return keys

    async def _sort(self, room: str) -> None:
        """Blacklist, in nio's words, each device in the room that its owner does not vouch for."""
        users = [user for user in self.client.rooms[room].users if user != self.user]
        answer = await self.keys_of(*users)
        for user in users:
            good = vouched(answer, user)
            for device in self.client.device_store.active_user_devices(user):
                if device.id in good and device.blacklisted:
                    self.client.olm.unblacklist_device(device)
                    self.client.invalidate_outbound_session(room)
                elif device.id not in good and not device.blacklisted:
                    self.client.olm.blacklist_device(device)
                    self.client.invalidate_outbound_session(room)

    async def _withhold(self, room: str) -> None:
        """Tell the devices that get no key so, as the protocol asks."""
        session = self.client.olm.outbound_group_sessions.get(room)
        for user in self.client.rooms[room].users if session else ():
            for device in self.client.device_store.active_user_devices(user):
                told = (session.id, user, device.id)
                if device.blacklisted and told not in self._told:
                    self._told.add(told)
                    self.withheld += 1
                    await self._tell_withheld(room, session.id, user, device.id)

    async def _tell_withheld(self, room: str, session: str, user: str, device: str) -> None:
        content = {
            "algorithm": "m.megolm.v1.aes-sha2",
            "room_id": room,
            "session_id": session,
            "sender_key": self.client.olm.account.identity_keys["curve25519"],
            "code": "m.unverified",
            "reason": "Unverified",
        }
        path = f"/sendToDevice/m.room_key.withheld/{uuid4().hex}"
        await self.call("PUT", path, {"messages": {user: {device: content}}})

    async def _trusts(self, event: Any) -> bool:  # noqa: ANN401 - one of nio's, which have no types
        if not self._careful or not getattr(event, "decrypted", False):
            return True
        if event.sender == self.user:
            return True
        device = self.client.device_store.device_from_sender_key(event.sender, event.sender_key)
        good = vouched(await self.keys_of(event.sender), event.sender)
        return device is not None and device.id in good


def _guard(client: Any) -> None:  # noqa: ANN401 - nio has no types
    """No stranger's message ends the loop; new keys are kept before they are shown."""
    take, make = client.olm.handle_to_device_event, client.olm.share_keys

    def taken(event: object) -> object:
        try:
            return take(event)
        except Exception:  # noqa: BLE001 - nio raises whatever its parts raise
            return None

    def made() -> object:
        keys = make()
        client.olm.save_account()
        return keys

    client.olm.handle_to_device_event, client.olm.share_keys = taken, made
