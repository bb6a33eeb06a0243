"""Which devices their owner vouches for: cross-signing, made and checked here on its own."""

import base64
import json
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

Json = dict[str, Any]
USAGES = ("master", "self_signing", "user_signing")


def vouched(answer: Mapping[str, Any], user: str) -> frozenset[str]:
    """The devices in an answer of /keys/query that their owner `user` has cross-signed.

    The master key is taken as it comes: a person who checks it by hand is not played here.
    """
    master = answer.get("master_keys", {}).get(user)
    signing = answer.get("self_signing_keys", {}).get(user)
    devices = answer.get("device_keys", {}).get(user, {})
    if not master or not signing or not _signed(signing, user, _key(master)):
        return frozenset()
    return frozenset(name for name, keys in devices.items() if _signed(keys, user, _key(signing)))


class OwnKeys:
    """The three keys with which somebody vouches for their own devices."""

    def __init__(self, user: str) -> None:
        self._user = user
        self._keys = {usage: Ed25519PrivateKey.generate() for usage in USAGES}

    def upload(self) -> Json:
        """For /keys/device_signing/upload."""
        bodies = {usage: self._public(usage) for usage in USAGES}
        for usage in ("self_signing", "user_signing"):
            self._sign(bodies[usage], "master")
        return {f"{usage}_key": body for usage, body in bodies.items()}

    def vouch(self, device: Json) -> Json:
        """The device's keys with the owner's signature, for /keys/signatures/upload."""
        signed = {key: value for key, value in device.items() if key != "unsigned"}
        self._sign(signed, "self_signing")
        return signed

    def _public(self, usage: str) -> Json:
        key = _base64(self._keys[usage].public_key().public_bytes_raw())
        return {"user_id": self._user, "usage": [usage], "keys": {f"ed25519:{key}": key}}

    def _sign(self, body: Json, usage: str) -> None:
        key = self._keys[usage]
        name = "ed25519:" + _base64(key.public_key().public_bytes_raw())
        own = body.setdefault("signatures", {}).setdefault(self._user, {})
        own[name] = _base64(key.sign(_canonical(body)))


def _key(body: Mapping[str, Any]) -> str:
    key: str = next(iter(body["keys"].values()))
    return key


def _signed(body: Mapping[str, Any], user: str, key: str) -> bool:
    signature = body.get("signatures", {}).get(user, {}).get(f"ed25519:{key}")
    if not signature:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(_bytes(key)).verify(_bytes(signature), _canonical(body))
    except InvalidSignature:
        return False
    return True


def _canonical(body: Mapping[str, Any]) -> bytes:
    """What is signed: without signatures, keys in order, no blanks."""
    bare = {key: value for key, value in body.items() if key not in ("signatures", "unsigned")}
    return json.dumps(bare, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4))
