"""The bot's own signature under its own device, so that people's apps trust it.

Theory of operation. An account has three signing keys: a master key, one that signs the account's
devices, one that signs other people. A device without such a signature is shown with a red mark,
and an app that was told to leave unsigned devices out neither hears nor is heard. The library
knows nothing of this, so it is done here. The seeds of the three keys are kept sealed; without
them the account could not sign its next device.
"""

import base64
import logging
import secrets
from collections.abc import Mapping
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from nio.api import Api
from nio.crypto import Olm

from adapters.matrix.calls import Calls
from adapters.matrix.heard import Kept
from adapters.matrix.reading import inner, text
from adapters.matrix.refusals import ForeignSigningKeys, Refused

FACT = "signing"
NAMES = ("master", "self_signing", "user_signing")
log = logging.getLogger(__name__)


class Signer:
    """One signing key."""

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = unpadded(self._key.public_key().public_bytes_raw())

    def sign(self, user: str, what: Mapping[str, Any]) -> dict[str, Any]:
        """`what`, with this key's signature beside those that it had."""
        bare = {name: value for name, value in what.items() if name not in _UNSIGNED}
        signature = unpadded(self._key.sign(Api.to_canonical_json(bare).encode()))
        others = inner(what, "signatures")
        mine = {**inner(others, user), f"ed25519:{self.public}": signature}
        return {**bare, "signatures": {**others, user: mine}}


_UNSIGNED = frozenset({"signatures", "unsigned"})


def unpadded(raw: bytes) -> str:
    """As the protocol writes bytes."""
    return base64.b64encode(raw).decode().rstrip("=")


async def sign(machine: Olm, calls: Calls, kept: Kept, password: str) -> None:
    """Have the bot's device signed by the bot's account; done once, looked at each time.

    The device's own keys must be on the homeserver. Raises `ForeignSigningKeys`, `TryLater`.
    """
    user, device = machine.user_id, machine.device_id
    known = await calls.post("/keys/query", {"device_keys": {user: []}})
    theirs = next(iter(inner(known, "master_keys", user, "keys").values()), "")
    signers = _signers(kept, make=not theirs)
    if theirs and (not signers or theirs != signers["master"].public):
        raise ForeignSigningKeys
    if not theirs:
        await _publish(machine, calls, signers, password)
    ours = inner(known, "device_keys", user, device)
    signer = signers["self_signing"]
    if ours and not text(ours, "signatures", user, f"ed25519:{signer.public}"):
        await _sign_device(calls, signer, user, device, ours)


def _signers(kept: Kept, *, make: bool) -> dict[str, Signer]:
    """The three keys; none where there are none and none are to be made."""
    seeds: dict[str, bytes] = msgspec.json.decode(kept.fact(FACT) or "{}", type=dict[str, bytes])
    if not seeds and make:
        seeds = {name: secrets.token_bytes(32) for name in NAMES}
        kept.note(FACT, msgspec.json.encode(seeds).decode())  # first here, then there
    return {name: Signer(seed) for name, seed in seeds.items()}


async def _publish(
    machine: Olm, calls: Calls, signers: Mapping[str, Signer], password: str
) -> None:
    """Have the homeserver know the three keys."""
    user, master = machine.user_id, signers["master"]
    keys = {name: _described(user, name, signers[name]) for name in NAMES}
    ours = {user: {f"ed25519:{machine.device_id}": machine.sign_json(keys["master"])}}
    body = {
        "master_key": {**keys["master"], "signatures": ours},
        "self_signing_key": master.sign(user, keys["self_signing"]),
        "user_signing_key": master.sign(user, keys["user_signing"]),
    }
    try:
        await calls.post("/keys/device_signing/upload", body)
    except Refused as asked:
        if not (password and "flows" in asked.answer):
            raise
        proof = _proof(user, password, text(asked.answer, "session"))
        await calls.post("/keys/device_signing/upload", {**body, "auth": proof})


def _described(user: str, name: str, signer: Signer) -> dict[str, Any]:
    keys = {f"ed25519:{signer.public}": signer.public}
    return {"user_id": user, "usage": [name], "keys": keys}


def _proof(user: str, password: str, session: str) -> dict[str, Any]:
    """That whoever changes the account's keys knows its password."""
    who = {"type": "m.id.user", "user": user}
    proof = {"type": "m.login.password", "identifier": who, "password": password}
    return {**proof, **({"session": session} if session else {})}


async def _sign_device(
    calls: Calls, signer: Signer, user: str, device: str, ours: Mapping[str, Any]
) -> None:
    bare = {name: value for name, value in ours.items() if name not in _UNSIGNED}
    body = {user: {device: signer.sign(user, bare)}}
    answer = await calls.post("/keys/signatures/upload", body)
    if answer.get("failures"):
        log.warning("the device could not be signed")
