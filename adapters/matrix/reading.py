"""What an event says: from the homeserver's JSON, decrypted where need be, to our words.

Everything in an event is somebody else's: each value is looked at before it is used, and an event
that is not as it should be says nothing.
"""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from types import SimpleNamespace
from typing import Any

from nio.crypto import InboundGroupSession, Olm

from adapters.matrix.heard import Heard, Membership, Polled, Reacted, Redacted, Written

Event = Mapping[str, Any]
MEGOLM = "m.megolm.v1.aes-sha2"
TEXTS = frozenset({"m.text", "m.notice", "m.emote"})
POLLS = {"m.poll.response": "m.selections", "org.matrix.msc3381.poll.response": "answers"}
QUOTED = re.compile(r"\A(?:> .*(?:\n|\Z))+\n?")  # an older client repeats what is replied to


def inner(value: object, *names: str) -> dict[str, Any]:
    """The object under these names, or an empty one."""
    for name in names:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def text(value: object, *names: str) -> str:
    """The text under these names, or ""."""
    found = inner(value, *names[:-1]).get(names[-1])
    return found if isinstance(found, str) else ""


def events(value: object, *names: str) -> list[dict[str, Any]]:
    """The events in the list under these names; what is none is left out."""
    found = inner(value, *names[:-1]).get(names[-1])
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def is_secret(event: Event) -> bool:
    """Whether it is encrypted. A redacted one has nothing in it any more."""
    return event.get("type") == "m.room.encrypted" and text(event, "content", "algorithm") == MEGOLM


def decrypted(olm: Olm, room: str, event: Event) -> dict[str, Any] | None:
    """The event with its real type and content; None while its key is not here, or if it is forged.

    The relation of an encrypted event stands outside of it, and is taken from there.
    """
    session = _session(olm, room, event)
    if session is None or not _of_sender(olm, session, text(event, "sender")):
        return None
    try:
        plain, index = session.decrypt(text(event, "content", "ciphertext"))
        said = json.loads(plain)
    except Exception:  # noqa: BLE001 - what cannot be opened is not here, however it fails
        return None
    if text(said, "room_id") != room or not _first_time(olm, session, index, event):
        return None
    content = {**inner(said, "content")}
    if "m.relates_to" in inner(event, "content"):
        content["m.relates_to"] = inner(event, "content")["m.relates_to"]
    return {**event, "type": text(said, "type"), "content": content}


def _session(olm: Olm, room: str, event: Event) -> InboundGroupSession | None:
    """By its id: events need not say any more which device's key it is."""
    name, key = text(event, "content", "session_id"), text(event, "content", "sender_key")
    rooms = olm.inbound_group_store._entries  # noqa: SLF001 - its `get` grows by each miss
    if room not in rooms:
        return None
    found = [(sender, all_[name]) for sender, all_ in rooms[room].items() if name in all_]
    exact = [session for sender, session in found if sender == key]
    return next(iter(exact or [session for _, session in found]), None)


def _of_sender(olm: Olm, session: InboundGroupSession, sender: str) -> bool:
    """Whether nothing speaks against it that this person's device has made the key."""
    if olm.device_store.device_from_sender_key(sender, session.sender_key):
        return True
    return all(device.curve25519 != session.sender_key for device in olm.device_store)


def _first_time(olm: Olm, session: InboundGroupSession, index: int, event: Event) -> bool:
    """Whether this is no copy of another event."""
    this = SimpleNamespace(
        sender_key=session.sender_key,
        session_id=session.id,
        event_id=text(event, "event_id"),
        server_timestamp=event.get("origin_server_ts"),
    )
    return bool(olm.message_index_ok(index, this))


def heard(room: str, event: Event, at: datetime, *, encrypted: bool) -> Heard | None:
    """What happened, or None where it is nothing to anybody."""
    told: dict[str, Any] = {
        "room": room,
        "event_id": text(event, "event_id"),
        "sender": text(event, "sender"),
        "at": at,
    }
    if not told["event_id"] or not told["sender"]:
        return None
    match event.get("type"):
        case "m.room.message":
            return _written(event, told, encrypted=encrypted)
        case "m.reaction":
            return _reacted(event, told)
        case "m.room.redaction":
            target = text(event, "redacts") or text(event, "content", "redacts")
            return Redacted(**told, target=target) if target else None
        case "m.room.member":
            return _membership(event, told)
        case kind if kind in POLLS:
            return _polled(event, told, str(kind))
    return None


def _written(event: Event, told: dict[str, Any], *, encrypted: bool) -> Written | None:
    content = inner(event, "content")
    edits = text(content, "m.relates_to", "rel_type") == "m.replace"
    new = inner(content, "m.new_content") if edits else content
    if not (kind := text(new, "msgtype")):
        return None  # it was redacted, or is no message
    replies = text(content, "m.relates_to", "m.in_reply_to", "event_id")
    named = inner(new, "m.mentions").get("user_ids")
    return Written(
        **told,
        body=_body(new, replies=bool(replies)) if kind in TEXTS else "",
        msgtype=kind,
        replaces=text(content, "m.relates_to", "event_id") if edits else "",
        replies_to=replies,
        mentions=tuple(each for each in _list(named) if isinstance(each, str)),
        encrypted=encrypted,
    )


def _body(content: Event, *, replies: bool) -> str:
    body = text(content, "body")
    return QUOTED.sub("", body) if replies else body


def _reacted(event: Event, told: dict[str, Any]) -> Reacted | None:
    relation = inner(event, "content", "m.relates_to")
    target, key = text(relation, "event_id"), text(relation, "key")
    return Reacted(**told, target=target, key=key) if target and key else None


def _polled(event: Event, told: dict[str, Any], kind: str) -> Polled | None:
    target = text(event, "content", "m.relates_to", "event_id")
    content = inner(event, "content")
    picked = inner(content, kind).get("answers", content.get(POLLS[kind]))
    answers = tuple(each for each in _list(picked) if isinstance(each, str))
    return Polled(**told, target=target, answers=answers) if target else None


def _list(value: object) -> Iterator[object]:
    yield from value if isinstance(value, list) else ()


def _membership(event: Event, told: dict[str, Any]) -> Membership | None:
    user = text(event, "state_key")
    how = moved(event, user)
    if how not in {"invite", "join", "leave", "ban"} or not user:
        return None
    return Membership(**told, user=user, how=how)  # type: ignore[arg-type] # one of four, above


def moved(event: Event, user: str) -> str:
    """What this event makes of that user's membership, or "".

    A new name or picture changes nothing. An invitation's event says nothing of before.
    """
    if event.get("type") != "m.room.member" or event.get("state_key") != user:
        return ""
    how = text(event, "content", "membership")
    return "" if how == text(event, "unsigned", "prev_content", "membership") else how
