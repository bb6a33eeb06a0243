"""A homeserver's noes, in our words: what it answers goes in, our errors come out.

Busy, gone for a moment or not itself (an answer that is no Matrix at all): `TryLater`. A clear
no: `Refused`, which is `Unreachable` wherever nobody knows better. Nothing of an answer's text is
kept: it may name rooms and people.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.errors import ForOperator, TryLater, Unreachable

SOON = timedelta(seconds=5)
A_LOGIN = timedelta(seconds=10)
A_MINUTE = timedelta(minutes=1)
GRANTED, BUSY, BROKEN = range(200, 300), 429, 500  # HTTP
NO_TOKEN = frozenset({"M_UNKNOWN_TOKEN", "M_MISSING_TOKEN"})
BARRED = frozenset({"M_USER_LOCKED", "M_USER_SUSPENDED", "M_USER_DEACTIVATED"})
FULL = frozenset({"M_LIMIT_EXCEEDED", "M_RESOURCE_LIMIT_EXCEEDED", "M_CONSENT_NOT_GIVEN"})


class Refused(Unreachable):
    """The homeserver said no."""

    def __init__(self, errcode: str, answer: Mapping[str, Any] | None = None) -> None:
        """`errcode` is one of the protocol's own, such as "M_FORBIDDEN"."""
        super().__init__("The homeserver said no.")
        self.errcode = errcode
        self.answer: Mapping[str, Any] = answer or {}


class TokenRefused(TryLater):
    """The homeserver does not know this log-in any more. A new one is made, if one can be."""

    def __init__(self) -> None:
        """A while: a log-in takes less."""
        super().__init__(A_LOGIN)


class NoAnswer(TryLater):
    """The homeserver is not there, or not itself."""

    def __init__(self) -> None:
        """Soon: it may be starting."""
        super().__init__(SOON)


class NotMatrix(NoAnswer):
    """Something answered that is no homeserver: mostly something that stands before one."""


class Barred(TryLater):
    """Whoever runs the homeserver has barred the bot's account. That says nothing of people."""

    def __init__(self) -> None:
        """Whoever did so may undo it."""
        super().__init__(A_MINUTE)


class NotEncrypted(Unreachable):
    """This room is not encrypted, so nothing is said in it."""


class NoDevice(Unreachable):
    """They are logged in nowhere, or in no app that encrypts, so nobody could ever read it."""


class LoginRefused(ForOperator):
    """The homeserver does not accept the bot's user with this password or token."""


class HomeserverNotFound(ForOperator):
    """No Matrix homeserver answers at matrix.homeserver. Check the address."""


class OtherAccount(ForOperator):
    """The log-in belongs to another account than matrix.user says. Mind small and big letters."""


class OtherDevice(ForOperator):
    """The token belongs to another device than matrix.device says. Leave matrix.device empty."""


class ForeignSigningKeys(ForOperator):
    """The bot's account has signing keys that were made elsewhere. Give the bot a fresh account."""


class DeviceKeysLost(ForOperator):
    """The keys of the device that the token belongs to are not here. Set a new log-in's token."""


def understood(status: int, answer: object, headers: Mapping[str, str]) -> dict[str, Any]:
    """The answer of a request that was granted.

    Raises `TryLater`, `TokenRefused` or `Refused` for every other one.
    """
    said: dict[str, Any] = answer if isinstance(answer, dict) else {}
    errcode = said.get("errcode")
    if status in GRANTED and isinstance(answer, dict):
        return said
    if status == BUSY or errcode in FULL:
        raise TryLater(_wait(said, headers))
    if errcode in NO_TOKEN:
        raise TokenRefused
    if errcode in BARRED:
        raise Barred
    if status >= BROKEN:
        raise NoAnswer
    if not (isinstance(errcode, str) or "flows" in said):
        raise NotMatrix
    raise Refused(str(errcode or ""), said)


def _wait(said: Mapping[str, Any], headers: Mapping[str, str]) -> timedelta:
    """How long it asks us to wait; both ways of saying so are in use."""
    if isinstance(wait := said.get("retry_after_ms"), int | float) and wait >= 0:
        return timedelta(milliseconds=min(wait, 3_600_000))
    if (header := headers.get("Retry-After", "")).isdigit():
        return timedelta(seconds=min(int(header), 3600))
    return SOON
