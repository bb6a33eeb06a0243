"""A person on Matrix, with encryption of their own: what they do, and what is before their eyes.

Nothing here knows the bot: it is one more user. A `place` is "dm" for the room with the bot
(whoever was asked into it by `opens_dm`, or asked the person into a direct room), or a room's id.
"""

from collections.abc import Callable
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

from tests.adapters.matrix.device import PATIENCE, Device
from tests.adapters.matrix.homeserver import Account, Homeserver
from tests.adapters.matrix.hostile import SHAPES, Target
from tests.adapters.matrix.timeline import Seen, Timeline
from tests.adapters.matrix.trust import OwnKeys

ENCRYPTED = {
    "type": "m.room.encryption",
    "state_key": "",
    "content": {"algorithm": "m.megolm.v1.aes-sha2"},
}
POLL_RESPONSE = "org.matrix.msc3381.poll.response"


class Somebody:
    """One of them. `device` is the phone in their hand."""

    def __init__(self, homeserver: Homeserver, name: str, device: Device, url: str) -> None:
        """Use `Somebody.arrives`."""
        self.name = name
        self.user = device.user
        self.device = device
        self.dm = ""  # the room with the bot
        self.answered: set[str] = set()  # questions, by the ids of their messages
        self._homeserver = homeserver
        self._url = url
        self.drawer: list[Device] = []  # phones that are still on, and not in the hand
        self._keys: OwnKeys | None = None
        self._careful = False

    @classmethod
    async def arrives(
        cls, homeserver: Homeserver, name: str, *, url: str = "", careful: bool = False
    ) -> Self:
        """A new account, shown as `name`; `url` if they go through a front.

        A `careful` person's client gives no keys to devices that their owner has not
        cross-signed, and does not read what comes from them.
        """
        made = await homeserver.register(f"{name.lower()}-{uuid4().hex[:8]}", shown=name)
        device = Device(url or homeserver.url, made, careful=careful)
        person = cls(homeserver, name, device, url or homeserver.url)
        person._careful = careful
        await device.start()
        return person

    async def __aenter__(self) -> Self:
        """They are here already."""
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """They switch everything off."""
        await self.goes()

    async def goes(self) -> None:
        """Switch every phone off. They stay in their rooms."""
        for device in (self.device, *self.drawer):
            await device.stop()

    # Rooms

    async def opens_dm(self, whom: str, *, encrypted: bool = True) -> str:
        """Begin a chat with this user, as clients do; their "dm" from now on."""
        self.dm = await self.opens_room(whom, encrypted=encrypted, direct=True)
        return self.dm

    async def opens_room(
        self,
        *whom: str,
        encrypted: bool = True,
        direct: bool = False,
        public: bool = False,
        **more: object,
    ) -> str:
        """A new room with these invited; `more` goes into the request. Its id."""
        usual = "trusted_private_chat" if direct else "private_chat"
        said = {
            "preset": "public_chat" if public else usual,
            "invite": list(whom),
            "is_direct": direct,
            "initial_state": [ENCRYPTED] if encrypted else [],
        }
        made = await self.device.call("POST", "/createRoom", said | more)
        room: str = made["room_id"]
        await self._until_in(room)
        return room

    async def accepts(self, *, seconds: float = PATIENCE) -> str:
        """Wait for an invitation, and go in; the room. A direct one becomes their "dm"."""
        room = await self.invited(seconds=seconds)
        direct = self.device.invitations[room].direct
        await self.joins(room)
        if direct:
            self.dm = room
        return room

    async def invited(self, *, seconds: float = PATIENCE) -> str:
        """Wait for an invitation, and leave it unanswered; the room."""
        device = self.device
        await device.until(lambda: bool(device.invitations), "no invitation", seconds)
        return next(reversed(device.invitations))

    async def joins(self, room: str) -> None:
        """Go into a room that lets them in."""
        await self.device.call("POST", f"/join/{room}", {})
        await self._until_in(room)

    async def _until_in(self, room: str) -> None:
        device = self.device
        await device.until(
            lambda: room in device.client.rooms and device.rooms[room].mine == "join", "not in"
        )

    async def invites(self, whom: str, place: str) -> None:
        """Ask somebody into a room they are in."""
        await self._room_call("invite", place, {"user_id": whom})

    async def leaves(self, place: str = "dm") -> None:
        """Go, or decline an invitation."""
        await self._room_call("leave", place, {})

    async def kicks(self, whom: str, place: str = "dm") -> None:
        """Put somebody out."""
        await self._room_call("kick", place, {"user_id": whom})

    async def bans(self, whom: str, place: str = "dm") -> None:
        """Put somebody out for good."""
        await self._room_call("ban", place, {"user_id": whom})

    async def _room_call(self, verb: str, place: str, said: dict[str, Any]) -> None:
        await self.device.call("POST", f"/rooms/{self.room(place)}/{verb}", said)

    def room(self, place: str) -> str:
        """Its id."""
        assert place != "dm" or self.dm, f"{self.name} has no chat with the bot"
        return self.dm if place == "dm" else place

    def timeline(self, place: str = "dm") -> Timeline:
        """All they have of it; empty where they have never been."""
        return self.device.rooms.get(self.room(place)) or Timeline(self.user)

    async def until_there(self, whom: str, place: str = "dm", membership: str = "join") -> None:
        """Wait until that user is in (or is invited, or has left: "leave")."""
        await self.device.until(
            lambda: self.timeline(place).members.get(whom) == membership,
            f"{whom} is not {membership!r} in {place}",
        )

    # Saying

    async def say(self, text: str, place: str = "dm", *, reply_to: str = "", tx: str = "") -> str:
        """Write a message; its id."""
        relation = {"m.in_reply_to": {"event_id": reply_to}} if reply_to else None
        return await self._says({"msgtype": "m.text", "body": text}, place, relation, tx)

    async def rewrites(self, message: str, text: str, place: str = "dm") -> str:
        """Edit a message of one's own; the id of the edit."""
        new = {"msgtype": "m.text", "body": text}
        content = {"msgtype": "m.text", "body": f"* {text}", "m.new_content": new}
        return await self._says(content, place, {"rel_type": "m.replace", "event_id": message})

    async def _says(
        self, content: dict[str, Any], place: str, relation: dict[str, Any] | None, tx: str = ""
    ) -> str:
        related = content | ({"m.relates_to": relation} if relation else {})
        return await self.sends("m.room.message", related, place, tx=tx)

    async def sends(
        self, kind: str, content: dict[str, Any], place: str = "dm", *, tx: str = ""
    ) -> str:
        """Any event, encrypted where the room is; its id."""
        return await self.device.send(self.room(place), kind, content, tx)

    async def reacts(self, message: str, key: str, place: str = "dm") -> str:
        """Put an emoji under a message, which the server can read; the reaction's id."""
        relation = {"rel_type": "m.annotation", "event_id": message, "key": key}
        return await self.sends("m.reaction", {"m.relates_to": relation}, place)

    async def erases(self, message: str, place: str = "dm") -> None:
        """Delete a message or a reaction of one's own."""
        await self.device.call(
            "PUT", f"/rooms/{self.room(place)}/redact/{message}/{uuid4().hex}", {}
        )

    async def votes(self, poll: str, *answers: str, place: str = "dm") -> str:
        """Answer a poll by the ids of its answers."""
        relation = {"rel_type": "m.reference", "event_id": poll}
        content = {"m.relates_to": relation, POLL_RESPONSE: {"answers": list(answers)}}
        return await self.sends(POLL_RESPONSE, content, place)

    # Seeing

    async def sees(
        self,
        place: str = "dm",
        *,
        until: str = "",
        at_least: int = 0,
        gone: str = "",
        seconds: float = PATIENCE,
    ) -> list[Seen]:
        """All messages there, oldest first, as they are after edits and without the redacted.

        Waits until one holds the text `until`, until there are `at_least` so many, and until
        none holds the text `gone`. Raises `AssertionError` with what is there when that does not
        come within `seconds`.
        """

        def so() -> bool:
            seen = self.timeline(place).messages
            there = not until or any(until in each.text for each in seen)
            still = bool(gone) and any(gone in each.text for each in seen)
            return there and not still and len(seen) >= at_least

        await self.until(so, f"{until or gone or at_least!r}", place, seconds=seconds)
        return list(self.timeline(place).messages)

    async def heard(self, text: str, place: str = "dm", *, seconds: float = PATIENCE) -> Seen:
        """Wait for a message of somebody else that holds this; the newest of them."""

        def found() -> list[Seen]:
            seen = self.timeline(place).messages
            return [each for each in seen if each.sender != self.user and text in each.text]

        await self.until(lambda: bool(found()), f"to hear {text!r}", place, seconds=seconds)
        return found()[-1]

    async def until(
        self, so: Callable[[], bool], what: str, place: str = "dm", *, seconds: float = PATIENCE
    ) -> None:
        """Wait until `so`. Raises `AssertionError` with what they see there, and `what` it is."""
        try:
            await self.device.until(so, what, seconds)
        except AssertionError:
            shown = "\n".join(f"  {line}" for line in self._lines(place))
            missed = f"{self.name} waited in {place} for {what} and sees:\n{shown}"
            raise AssertionError(missed) from None

    async def reads(self, place: str = "dm", *, until: str = "", at_least: int = 0) -> list[str]:
        """The same as lines "author: text", so that a test reads like a transcript."""
        await self.sees(place, until=until, at_least=at_least)
        return self._lines(place)

    def _lines(self, place: str) -> list[str]:
        seen = self.timeline(place).messages
        return [
            f"{each.author}: {'(cannot be read)' if each.unreadable else each.text}"
            for each in seen
        ]

    # Phones

    async def vouches_for_their_device(self) -> None:
        """Cross-sign the phone in their hand, as clients with a security key do."""
        self._keys = await self.device.vouches_for_itself(self._keys)

    async def gets_a_new_phone(self, *, keep_the_old: bool = False) -> None:
        """Log in anew: no keys, so what was said before cannot be read. The old one logs out."""
        old, self.device = self.device, await self._another()
        if keep_the_old:
            self.drawer.append(old)
            return
        await old.call("POST", "/logout", {})
        await old.stop()

    async def adds_a_device(self) -> Device:
        """One more, which nobody vouches for, beside the phone in their hand."""
        self.drawer.append(await self._another())
        return self.drawer[-1]

    async def _another(self) -> Device:
        account: Account = await self._homeserver.login(self.user, self.device.account.password)
        device = Device(self._url, account, careful=self._careful)
        await device.start()
        return device

    # As a stranger

    async def devices_of(self, user: str) -> list[str]:
        """The ids of that user's devices that have shown keys."""
        return sorted((await self.device.keys_of(user))["device_keys"].get(user, {}))

    async def sends_malformed(self, user: str, shape: str) -> None:
        """One of `hostile.SHAPES` to all devices of that user; no shared room is needed."""
        answer = await self.device.keys_of(user)
        for device, keys in answer["device_keys"][user].items():
            target = Target(
                user=user,
                device=device,
                curve25519=keys["keys"][f"curve25519:{device}"],
                ed25519=keys["keys"][f"ed25519:{device}"],
                one_time_key=await self._claim(user, device),
                sender=self.user,
            )
            content = {user: {device: SHAPES[shape](target)}}
            await self.sends_to_devices("m.room.encrypted", content)

    async def sends_to_devices(self, kind: str, messages: dict[str, dict[str, Any]]) -> None:
        """Past all rooms: user → device → content."""
        path = f"/sendToDevice/{kind}/{uuid4().hex}"
        await self.device.call("PUT", path, {"messages": messages})

    async def _claim(self, user: str, device: str) -> str:
        """One of its one-time keys, or "" when there is none left."""
        asked = {"one_time_keys": {user: {device: "signed_curve25519"}}}
        answer = await self.device.call("POST", "/keys/claim", asked)
        claimed = answer["one_time_keys"].get(user, {}).get(device, {})
        return next((key["key"] for key in claimed.values()), "")

    async def claims_every_key_of(self, user: str, device: str, most: int = 200) -> int:
        """Take its one-time keys until there are none (or `most`); how many there were."""
        for taken in range(most):
            if not await self._claim(user, device):
                return taken
        return most
