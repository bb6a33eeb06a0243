"""What the operator set up, looked at without serving anybody."""

from collections.abc import Mapping
from contextlib import suppress
from urllib.parse import urlsplit

from adapters.matrix import options
from adapters.matrix.calls import Calls
from adapters.matrix.heard import Access
from adapters.matrix.reading import events, inner, text
from adapters.matrix.refusals import (
    Barred,
    ForeignSigningKeys,
    HomeserverNotFound,
    LoginRefused,
    OtherAccount,
    OtherDevice,
    Refused,
    TokenRefused,
)
from bot.adapter import Remark
from bot.errors import BadConfig, ForOperator, FromPlatform, TryLater

HERE = frozenset({"localhost", "127.0.0.1", "::1"})
DOCTOR = {"device_id": "HANDRAILDOCTOR", "initial_device_display_name": "handrail doctor"}
SLOWED = "Not seen from here: whether the homeserver slows the bot down (docs/matrix.md, step 4)."


async def check(given: Mapping[str, object], environment: Mapping[str, str]) -> list[Remark]:
    """Homeserver, log-in, keys and who may write, each with what to mend."""
    found: list[Remark] = []
    try:
        wanted = options.read(given)
        access = options.access(wanted, environment)
        found += _address(access)
        async with Calls(access.homeserver) as calls:
            await _answers(calls)
            found.append(Remark("The Matrix homeserver answers."))
            found += await _account(calls, access)
    except (BadConfig, HomeserverNotFound, LoginRefused, OtherAccount, OtherDevice) as no:
        return [*found, Remark(_sentence(no), mend=True)]
    except (TryLater, Refused):
        told = "The Matrix homeserver did not answer all that was asked. Try again later."
        return [*found, Remark(told, mend=True)]
    return [*found, _open_to(wanted), Remark(SLOWED)]


def _sentence(no: ForOperator) -> str:
    return str(no) or (type(no).__doc__ or "").partition("\n")[0]


def _address(access: Access) -> list[Remark]:
    """A password must not go over an open line."""
    found = urlsplit(access.homeserver)
    if found.scheme == "https" or found.hostname in HERE:
        return []
    told = "matrix.homeserver begins with http: everybody on the way can read the password."
    return [Remark(f"{told} Use its https address.", mend=True)]


async def _answers(calls: Calls) -> None:
    """Raises `HomeserverNotFound` where something else answers, or nothing does."""
    try:
        await calls.get("/_matrix/client/versions")
    except (TryLater, Refused) as no:
        raise HomeserverNotFound from no


async def _account(calls: Calls, access: Access) -> list[Remark]:
    """Log in as the bot would, look at its keys, and log out what was logged in for this."""
    if access.token:
        calls.token = access.token
    else:
        await _log_in(calls, access)
    try:
        device = await _whose(calls, access)
        accepted = Remark("The homeserver accepts the bot's log-in.")
        return [accepted, *await _keys(calls, access, device if access.token else "")]
    finally:
        if not access.token:
            with suppress(FromPlatform):
                await calls.post("/logout")


async def _log_in(calls: Calls, access: Access) -> None:
    """Raises `LoginRefused`."""
    who = {"type": "m.id.user", "user": access.user}
    asked = {"type": "m.login.password", "identifier": who, "password": access.password, **DOCTOR}
    try:
        answer = await calls.post("/login", asked)
    except (Barred, Refused) as no:
        raise LoginRefused from no
    calls.token = str(answer.get("access_token", ""))


async def _whose(calls: Calls, access: Access) -> str:
    """The device of the log-in. Raises `LoginRefused`, `OtherAccount`, `OtherDevice`."""
    try:
        answer = await calls.get("/account/whoami")
    except (Barred, Refused, TokenRefused) as no:
        raise LoginRefused from no
    if answer.get("user_id") != access.user:
        raise OtherAccount
    device = text(answer, "device_id")
    if access.token and access.device not in {"", device}:
        raise OtherDevice
    return device


async def _keys(calls: Calls, access: Access, device: str) -> list[Remark]:
    """Whether people's apps can see that the bot's device belongs to its account, and its key.

    `device` is the token's; without one, the bot's devices are found by their name.
    """
    answer = await calls.post("/keys/query", {"device_keys": {access.user: []}})
    if not inner(answer, "master_keys").get(access.user):
        told = "The bot's account has no signing keys yet; `handrail run` makes them."
        return [Remark(told)]
    ours = {device} if device else await _named(calls, access.name)
    signed = [
        Remark(f"Its device {name} has the key {_grouped(key)}.")
        for name, key in _signed(answer, access.user).items()
        if name in ours
    ]
    if not signed:
        return [Remark(_sentence(ForeignSigningKeys()), mend=True)]
    return [Remark("The bot's account has keys that sign its devices."), *signed]


async def _named(calls: Calls, name: str) -> set[str]:
    """The devices of the account that Handrail has called so."""
    devices = events(await calls.get("/devices"), "devices")
    return {text(one, "device_id") for one in devices if one.get("display_name") == name}


def _signed(answer: Mapping[str, object], user: str) -> dict[str, str]:
    """The account's devices that its own key has signed, each with its key."""
    signer = next(iter(inner(answer, "self_signing_keys", user, "keys")), "")
    return {
        name: key
        for name, device in inner(answer, "device_keys", user).items()
        if text(device, "signatures", user, signer)
        and (key := text(device, "keys", f"ed25519:{name}"))
    }


def _grouped(key: str) -> str:
    """As apps show it."""
    return " ".join(key[at : at + 4] for at in range(0, len(key), 4))


def _open_to(wanted: options.Options) -> Remark:
    """Who may write to it."""
    if options.ANYBODY in wanted.allow:
        return Remark("matrix.allow lets everybody on Matrix write to the bot.")
    own = wanted.user.partition(":")[2]
    return Remark(f"The bot is open to: {', '.join(wanted.allow) or f'everybody of {own}'}.")
