"""What a stranger may send to anybody's devices, without sharing a room: shapes that hurt.

A homeserver passes these on unseen. nio 0.26, left alone, raises out of its sync over each;
`test_people.py` holds that it does.
"""

import base64
import json
from collections.abc import Callable
from typing import Any

import msgspec
import vodozemac

OLM = "m.olm.v1.curve25519-aes-sha2"
GARBAGE = base64.b64encode(b"garbage that is no message").decode().rstrip("=")
Json = dict[str, Any]


class Target(msgspec.Struct, kw_only=True):
    """A device, and one of its one-time keys, as anybody may ask for them."""

    user: str
    device: str
    curve25519: str
    ed25519: str
    one_time_key: str
    sender: str  # the stranger


def _olm(target: Target, kind: int, body: str, sender_key: str = "") -> Json:
    own = sender_key or vodozemac.Account().curve25519_key.to_base64()
    ciphertext = {target.curve25519: {"type": kind, "body": body}}
    return {"algorithm": OLM, "sender_key": own, "ciphertext": ciphertext}


def _sealed(target: Target, payload: Json, key: str = "", sender_key: str = "") -> Json:
    """Encrypted as it should be, so that what is inside is read."""
    account = vodozemac.Account()
    session = account.create_outbound_session(
        vodozemac.Curve25519PublicKey.from_base64(target.curve25519),
        vodozemac.Curve25519PublicKey.from_base64(key or target.one_time_key),
    )
    kind, body = session.encrypt(json.dumps(payload).encode()).to_parts()
    text = base64.b64encode(body).decode().rstrip("=")
    return _olm(target, kind, text, sender_key or account.curve25519_key.to_base64())


def _payload(target: Target, content: Json) -> Json:
    return {
        "type": "m.room_key",
        "sender": target.sender,
        "sender_device": "STRANGE",
        "keys": {"ed25519": vodozemac.Account().ed25519_key.to_base64()},
        "recipient": target.user,
        "recipient_keys": {"ed25519": target.ed25519},
        "content": content,
    }


def _to_a_key_that_never_was(target: Target) -> Json:
    key = vodozemac.Curve25519SecretKey().public_key().to_base64()
    return _sealed(target, _payload(target, {}), key=key)


def _from_a_key_that_is_none(target: Target) -> Json:
    return _sealed(target, _payload(target, {}), sender_key="no key")


def _without_a_recipient(target: Target) -> Json:
    return _sealed(target, _payload(target, {}) | {"recipient_keys": {}})


def _with_a_room_key_that_is_none(target: Target) -> Json:
    content = {
        "algorithm": "m.megolm.v1.aes-sha2",
        "room_id": "!nowhere:hs.test",
        "session_id": GARBAGE,
        "session_key": GARBAGE,
    }
    return _sealed(target, _payload(target, content))


SHAPES: dict[str, Callable[[Target], Json]] = {
    "a first message that is none": lambda target: _olm(target, 0, GARBAGE),
    "a first message that is not even base64": lambda target: _olm(target, 0, "%%%"),
    "a later message that is not even base64": lambda target: _olm(target, 1, "A"),
    "a later message that is none": lambda target: _olm(target, 1, GARBAGE),
    "a message to a key that never was": _to_a_key_that_never_was,
    "a message from a key that is none": _from_a_key_that_is_none,
    "a payload without a recipient": _without_a_recipient,
    "a room key that is none": _with_a_room_key_that_is_none,
}
