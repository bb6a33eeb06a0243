"""The log-in: made once, found again after every start, and made anew when it is worth nothing.

Theory of operation. The bot stays the same device for ever, because a homeserver knows by the
device which messages it has had already. Only where the keys of that device are lost, a new
device is made: with other keys under the old name nobody could write to it any more. With a
password all of that is done here; with a token the operator has to bring another one.
"""

import logging
import secrets
from contextlib import suppress
from pathlib import Path

import msgspec
from nio.crypto import Olm

from adapters.matrix import guards
from adapters.matrix.calls import Calls
from adapters.matrix.heard import Access, Kept
from adapters.matrix.reading import text
from adapters.matrix.refusals import (
    Barred,
    DeviceKeysLost,
    HomeserverNotFound,
    LoginRefused,
    NotMatrix,
    OtherAccount,
    OtherDevice,
    Refused,
    TokenRefused,
)
from bot.errors import FromPlatform

FACT, SECRET = "account", "keys"
log = logging.getLogger(__name__)


class Login(msgspec.Struct, frozen=True, kw_only=True):
    """Who we are there. As a fact it is sealed."""

    user: str
    device: str
    token: str

    def __repr__(self) -> str:
        """Nothing of the token."""
        return "<login>"


async def enter(access: Access, folder: Path, kept: Kept, calls: Calls) -> Olm:
    """Log in or find the last log-in, and open its machine; `calls` have the token from then on.

    Raises `LoginRefused`, `OtherAccount`, `OtherDevice`, `HomeserverNotFound`, `DeviceKeysLost`
    (the operator must act), and `TryLater`.
    """
    await _is_homeserver(calls)
    former = _known(access, kept)
    for _again in range(2):
        login = await _login(access, folder, kept, calls)
        machine = _machine(login, folder, kept)
        if machine is not None:
            if await _is_ours(machine, calls):
                _inherit(machine, former, folder, kept)
                return machine
            guards.close(machine)
        if access.token:
            raise DeviceKeysLost
        log.warning("the device is of no use any more; there will be another one")
        await _give_up(login, kept, calls)
    raise DeviceKeysLost


async def _is_homeserver(calls: Calls) -> None:
    try:
        answer = await calls.get("/_matrix/client/versions")
    except (NotMatrix, Refused) as no:
        raise HomeserverNotFound from no
    if "versions" not in answer:
        raise HomeserverNotFound


async def _login(access: Access, folder: Path, kept: Kept, calls: Calls) -> Login:
    try:
        if access.token:
            return await _with_token(access, folder, kept, calls)
        return await _with_password(access, folder, kept, calls)
    except (Barred, TokenRefused) as no:
        raise LoginRefused from no


async def _with_token(access: Access, folder: Path, kept: Kept, calls: Calls) -> Login:
    """The device that the token belongs to, which must be the one whose keys are here."""
    calls.token = access.token
    me = await calls.get("/account/whoami")
    device = text(me, "device_id") or access.device
    if text(me, "user_id") != access.user:
        raise OtherAccount
    if access.device not in {"", device}:
        raise OtherDevice
    if not device:
        raise LoginRefused
    known = _known(access, kept)
    if known and known.device == device and not guards.has_keys(folder, access.user, device):
        raise DeviceKeysLost
    return _noted(Login(user=access.user, device=device, token=access.token), kept)


async def _with_password(access: Access, folder: Path, kept: Kept, calls: Calls) -> Login:
    known = _known(access, kept)
    if known and not guards.has_keys(folder, known.user, known.device):
        await _give_up(known, kept, calls)
        known = None
    if known:
        calls.token = known.token
        with suppress(TokenRefused):
            await calls.get("/account/whoami")
            return known
    return await _anew(access, known.device if known else "", kept, calls)


async def _anew(access: Access, device: str, kept: Kept, calls: Calls) -> Login:
    """A new token, for that device or for a new one."""
    calls.token = ""
    body = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": access.user},
        "password": access.password,
        "initial_device_display_name": access.name or "Handrail",
        **({"device_id": device} if device else {}),
    }
    try:
        answer = await calls.post("/login", body)
    except Refused as no:
        raise LoginRefused from no
    token, device = text(answer, "access_token"), text(answer, "device_id")
    calls.token = token
    if text(answer, "user_id") != access.user:
        with suppress(FromPlatform):
            await calls.post("/logout")
        raise OtherAccount
    if not token or not device:
        raise LoginRefused
    return _noted(Login(user=access.user, device=device, token=token), kept)


async def _give_up(login: Login, kept: Kept, calls: Calls) -> None:
    """That device is of no use any more."""
    calls.token = login.token
    with suppress(FromPlatform):
        await calls.post("/logout")
    calls.token = ""
    kept.note(FACT, "")


def _inherit(machine: Olm, former: Login | None, folder: Path, kept: Kept) -> None:
    """What people wrote to the former device can be read on; then nothing of it is kept."""
    if former and former.device != machine.device_id:
        old = _machine(former, folder, kept)
        if old is not None:
            guards.carry_over(old, machine)
            guards.close(old)
    guards.keep_only(folder, machine)


def _known(access: Access, kept: Kept) -> Login | None:
    fact = kept.fact(FACT)
    login = msgspec.json.decode(fact, type=Login) if fact else None
    return login if login and login.user == access.user else None


def _noted(login: Login, kept: Kept) -> Login:
    kept.note(FACT, msgspec.json.encode(login).decode())
    return login


def _machine(login: Login, folder: Path, kept: Kept) -> Olm | None:
    """The machine of that device, or None where its file cannot be opened."""
    if not kept.fact(SECRET):
        kept.note(SECRET, secrets.token_hex(32))
    try:
        return guards.machine(folder, login.user, login.device, kept.fact(SECRET))
    except Exception:
        log.exception("the keys of the device cannot be opened")
        return None


async def _is_ours(machine: Olm, calls: Calls) -> bool:
    """Whether the homeserver knows the device by the keys that are here, or never knew it.

    A device that it has forgotten is not brought back: others have noted that it is gone.
    """
    user, device = machine.user_id, machine.device_id
    answer = await calls.post("/keys/query", {"device_keys": {user: [device]}})
    there = text(answer, "device_keys", user, device, "keys", f"curve25519:{device}")
    return there == machine.account.identity_keys["curve25519"] or not (
        there or machine.account.shared
    )
