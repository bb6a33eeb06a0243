"""What Discord says no with, as our two errors. The numbers are explained here and nowhere else."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import aiohttp
import discord

from bot.errors import TryLater, Unreachable

CLOSED = 50007  # "Cannot send messages to this user": closed chats, or a block
NO_SERVER = 50278  # no server in common any more
UNKNOWN_CHANNEL = 10003
UNKNOWN_MESSAGE = 10008
UNKNOWN_MEMBER = 10007
UNKNOWN_USER = 10013
NO_ACCESS = 50001
NO_RIGHT = 50013  # "Missing Permissions"
ARCHIVED = 50083
LOCKED = 160005
TOO_MANY_THREADS = 160006
TOO_FAST = 40003  # new private chats
HEAVY_FILE = 40005  # "Request entity too large"
MODERATED, MODERATED_TITLE = 200000, 200001  # by the server's own automatic moderation

NOBODY_THERE = frozenset({CLOSED, NO_SERVER, UNKNOWN_USER})  # this person
NOTHING_THERE = frozenset({UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, NO_ACCESS, NO_RIGHT})
HELD_BACK = frozenset({ARCHIVED, LOCKED, TOO_MANY_THREADS, MODERATED, MODERATED_TITLE})
NO_ROOM = NOTHING_THERE | HELD_BACK | {UNKNOWN_MEMBER, UNKNOWN_USER}

SOON = timedelta(seconds=5)
LATER = timedelta(minutes=5)
NETWORK = (aiohttp.ClientError, OSError, TimeoutError, discord.GatewayNotFound)
REFUSED = (discord.HTTPException, discord.RateLimited, *NETWORK)  # all that asking may raise
INVALID, UNAUTHORIZED, TOO_LARGE, BUSY, BROKEN = 400, 401, 413, 429, 500  # HTTP answers

log = logging.getLogger(__name__)


@contextmanager
def translated() -> Iterator[None]:
    """Raises `TryLater` and `Unreachable` for what Discord and the line to it raise."""
    try:
        yield
    except discord.RateLimited as busy:
        raise TryLater(timedelta(seconds=busy.retry_after)) from busy
    except discord.HTTPException as no:
        raise _meant(no) from no
    except NETWORK as no:
        raise TryLater(SOON) from no


def _meant(no: discord.HTTPException) -> Exception:
    """What the delivery is to make of it; the error itself where it is a mistake of ours."""
    if no.code in NOBODY_THERE | NOTHING_THERE:
        return Unreachable()
    if no.status == BUSY:
        return TryLater(_retry_after(no))
    if no.code == TOO_FAST or no.status == UNAUTHORIZED:
        return TryLater(LATER)  # a token that is refused is not tried ten thousand times
    if no.status >= BROKEN:
        return TryLater(SOON)
    if is_drawn_wrong(no):  # a bug of ours: it would hold up whatever stands behind it, for ever
        log.error("a message is refused for good", exc_info=no)
        return Unreachable()
    return no


def is_drawn_wrong(no: discord.HTTPException) -> bool:
    """Whether what was sent is refused for its form, whoever it is for."""
    return no.status == INVALID and no.code not in NO_ROOM | NOBODY_THERE | {TOO_FAST}


def is_too_much(no: discord.HTTPException) -> bool:
    """Whether it is a file that is refused, and its words may be taken without it."""
    return no.status == TOO_LARGE or no.code == HEAVY_FILE or is_drawn_wrong(no)


def _retry_after(no: discord.HTTPException) -> timedelta:
    """As the header says, in seconds."""
    try:
        return timedelta(seconds=float(no.response.headers.get("Retry-After", "")))
    except ValueError:
        return SOON
