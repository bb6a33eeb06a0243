"""Keys that go to and fro: ours to the homeserver, other devices' from it, a room's to its people.

Every device of a person gets a room's keys, also one that nobody has verified: a bot cannot look
at a phone, and a person who could not read what it says would be left alone with that. Who said
what, and which devices a person has, is therefore the word of the homeserver.
"""

import copy
import logging
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any
from uuid import uuid4

from nio.crypto import Olm, OlmDevice, OutboundGroupSession
from nio.responses import KeysClaimResponse, KeysQueryResponse, KeysUploadResponse

from adapters.matrix.calls import Calls, part
from adapters.matrix.reading import inner, text
from adapters.matrix.refusals import NoAnswer, NoDevice, Refused

AGAIN = 60.0  # seconds until a device that had no key to give is asked for one again
CURVE = "signed_curve25519"
log = logging.getLogger(__name__)


class Keys:
    """The keys of one log-in. Its `machine` does the mathematics."""

    def __init__(self, machine: Olm, calls: Calls) -> None:
        self.machine = machine
        self.calls = calls
        self._empty: dict[str, float] = {}  # devices that had no key to give, and when
        self._asking: list[set[str]] = []  # about whom an answer is on its way

    # ── ours ─────────────────────────────────────────────────────────────────
    async def publish(self) -> None:
        """Have the homeserver know the device and hold enough keys for whoever wants to write.

        Raises `TryLater`.
        """
        if self.machine.should_upload_keys:
            await self._upload(self.machine.share_keys())

    def counted(self, sync: Mapping[str, Any]) -> bool:
        """Note how many keys are left, also if none is. Returns whether the last resort is used up.

        The library takes 0 for "not said".
        """
        left = inner(sync, "device_one_time_keys_count").get(CURVE)
        if isinstance(left, int):
            self.machine.uploaded_key_count = left
        unused = sync.get("device_unused_fallback_key_types")
        return isinstance(unused, list) and CURVE not in unused

    async def publish_fallback(self) -> None:
        """A key that may be used again and again, once all the others are claimed.

        Raises `TryLater`.
        """
        account = self.machine.account._account  # noqa: SLF001 - nio has no fallback keys
        if not account.fallback_key:
            account.generate_fallback_key()
        self.machine.save_account()
        signed = {}
        for name, key in account.fallback_key.items():
            body: dict[str, Any] = {"key": key.to_base64(), "fallback": True}
            signature = self.machine.sign_json(body)
            name_of_ours = f"ed25519:{self.machine.device_id}"
            body["signatures"] = {self.machine.user_id: {name_of_ours: signature}}
            signed[f"{CURVE}:{name}"] = body
        await self._upload({"fallback_keys": signed})

    async def _upload(self, body: Mapping[str, Any]) -> None:
        try:
            answer = await self.calls.post("/keys/upload", body)
        except Refused:
            # Ids that the homeserver has with other keys: these are lost, the next ones are not.
            log.warning("keys were refused")
            self.machine.mark_keys_as_published()
            self.machine.save_account()
            return
        left = inner(answer, "one_time_key_counts").get(CURVE, 0)
        self.machine.handle_response(KeysUploadResponse(0, left))

    # ── of other devices ─────────────────────────────────────────────────────
    def changed(self, sync: Mapping[str, Any]) -> None:
        """Note whose devices are not any more as they were."""
        users = [*_texts(sync, "changed"), *_texts(sync, "left")]
        self.machine.add_changed_users(self.machine.tracked_users & set(users))

    async def refresh(self, users: Iterable[str]) -> bool:
        """Look at the devices of those of them that are new to us or have changed.

        Returns whether all could be looked at; the others are when somebody speaks to them next.
        Raises `TryLater`.
        """
        machine = self.machine
        stale = {each for each in users if each not in machine.tracked_users}
        stale |= machine.users_for_key_query & set(users)
        if not stale:
            return True
        found = await self._asked_about(stale)
        silent = stale - found.keys()
        machine.users_for_key_query -= silent  # else a server that is down is asked all the time
        machine.tracked_users -= silent
        return not silent

    async def _asked_about(self, users: set[str]) -> dict[str, Any]:
        """What the homeserver says of them. Whoever is let go of meanwhile is not looked at."""
        body: dict[str, Any] = {"device_keys": {user: [] for user in sorted(users)}}
        asked = set(users)
        self._asking.append(asked)
        try:
            answer = await self.calls.post("/keys/query", body)
        finally:
            self._asking = [each for each in self._asking if each is not asked]
        found = inner(answer, "device_keys")
        for user, devices in found.items():
            if user in asked:
                self._look_at(user, devices)
        return found

    def let_go(self, user: str) -> None:
        """An answer that is on its way says nothing of this person any more."""
        for asked in self._asking:
            asked.discard(user)

    def _look_at(self, user: str, devices: object) -> None:
        """One person's devices. A device that is not as it should be is nobody's but its own."""
        sound = {
            name: keys for name, keys in inner(devices).items() if self._is_sound(user, name, keys)
        }
        before = self._names(user)
        try:
            self.machine.handle_response(KeysQueryResponse({user: sound}, {}))
        except Exception:
            log.exception("the devices of somebody could not be looked at")
            return
        if before - self._names(user):
            self._rotate_with(user)

    def _is_sound(self, user: str, name: str, keys: object) -> bool:
        if text(keys, "user_id") != user or text(keys, "device_id") != name:
            return False
        try:
            curve, key = (
                text(keys, "keys", f"{kind}:{name}") for kind in ("curve25519", "ed25519")
            )
            signed = self.machine.verify_json(copy.deepcopy(keys), key, user, name)
        except Exception:  # noqa: BLE001 - hostile keys raise nearly everything
            return False
        return bool(signed and curve)

    def _names(self, user: str) -> set[str]:
        return {device.id for device in self.machine.device_store.active_user_devices(user)}

    def _rotate_with(self, user: str) -> None:
        """A device is gone: it must not read on."""
        for room, session in list(self.machine.outbound_group_sessions.items()):
            if any(shared == user for shared, _device in session.users_shared_with):
                self.rotate(room)

    # ── a room's ─────────────────────────────────────────────────────────────
    def rotate(self, room: str) -> None:
        """Somebody is gone: what is said there from now on gets a new key."""
        self.machine.outbound_group_sessions.pop(room, None)

    async def encrypt(
        self, room: str, people: Iterable[str], kind: str, content: Mapping[str, Any]
    ) -> dict[str, Any]:
        """The event for these people's eyes. Its relation stays outside, as the protocol wants it.

        Raises `TryLater` where not all of their devices could be given the key, and `NoDevice`
        where they have none; nothing is encrypted then.
        """
        await self._share(room, sorted(people))
        made: dict[str, Any] = self.machine.group_encrypt(
            room, {"content": dict(content), "type": kind}
        )
        if "m.relates_to" in content:
            made["m.relates_to"] = content["m.relates_to"]
        return made

    async def _share(self, room: str, people: list[str]) -> None:
        """Give the room's key to every device that has not got it, also to one that came later.

        Where nobody at all would have it, nothing is said yet: for ever, nobody could read it.
        """
        answered = await self.refresh(people)
        session = self._session(room)
        devices = self._devices(people)
        if new := [device for device in devices if not _has(session, device)]:
            answered &= await self._claim(new)
            session.shared = False  # else the machine would make another one
            for shared, messages in self.machine.share_group_session_parallel(
                room, people, ignore_unverified_devices=True
            ):
                await self._to_devices("m.room.encrypted", messages["messages"])
                session.users_shared_with |= shared
        if people and not any(_has(session, device) for device in devices):
            raise NoDevice if answered else NoAnswer
        session.shared = True

    def _session(self, room: str) -> OutboundGroupSession:
        session = self.machine.outbound_group_sessions.get(room)
        if session is None or session.expired:
            self.machine.create_outbound_group_session(room)
        return self.machine.outbound_group_sessions[room]

    def _devices(self, people: Iterable[str]) -> list[OlmDevice]:
        return [
            device
            for user in people
            for device in self.machine.device_store.active_user_devices(user)
        ]

    async def _claim(self, devices: Iterable[OlmDevice], *, anew: bool = False) -> bool:
        """Begin to talk with those of them with whom we have not. `anew`: with all of them.

        Returns whether all of their servers answered.
        """
        now, known = time.monotonic(), self.machine.session_store.get
        self._empty = {key: at for key, at in self._empty.items() if now - at < AGAIN}
        new = [
            each
            for each in devices
            if each.curve25519 not in self._empty and (anew or not known(each.curve25519))
        ]
        if not new:
            return True
        wanted: dict[str, dict[str, str]] = {}
        for each in new:
            wanted.setdefault(each.user_id, {})[each.id] = CURVE
        answer = await self.calls.post("/keys/claim", {"one_time_keys": wanted})
        for user, keys in inner(answer, "one_time_keys").items():
            for device, key in inner(keys).items():
                self._begin(user, device, key)
        if inner(answer, "failures"):
            return False
        self._empty |= {each.curve25519: now for each in new if not known(each.curve25519)}
        return True

    def _begin(self, user: str, device: str, key: object) -> None:
        try:
            self.machine.handle_response(KeysClaimResponse({user: {device: key}}, {}))
        except Exception:
            log.exception("the key of a device was none")

    # ── talks that broke ─────────────────────────────────────────────────────
    async def mend(self) -> None:
        """Begin anew with devices whose messages could not be opened, and tell them so.

        Raises `TryLater`.
        """
        machine = self.machine
        if machine.wedged_devices:
            await self._claim(list(machine.wedged_devices), anew=True)
            machine.wedged_devices.clear()  # those without a key to give break again, and come back
        for greeting in list(machine.outgoing_to_device_messages):
            messages = {greeting.recipient: {greeting.recipient_device: greeting.content}}
            with suppress(Refused):
                await self._to_devices(greeting.type, messages)
            machine.outgoing_to_device_messages.remove(greeting)

    async def cancel(self, user: str, device: str, transaction: str) -> None:
        """Decline a verification of devices: nobody sits here to compare pictures.

        Raises `TryLater`.
        """
        content = {"transaction_id": transaction, "code": "m.user", "reason": "Not supported."}
        await self._to_devices("m.key.verification.cancel", {user: {device: content}})

    async def _to_devices(self, kind: str, messages: Mapping[str, Any]) -> None:
        path = f"/sendToDevice/{part(kind)}/{uuid4()}"
        await self.calls.put(path, {"messages": messages})


def _has(session: OutboundGroupSession, device: OlmDevice) -> bool:
    return (device.user_id, device.id) in session.users_shared_with


def _texts(sync: Mapping[str, Any], name: str) -> list[str]:
    found = inner(sync, "device_lists").get(name)
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []
