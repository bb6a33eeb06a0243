"""Keeps one client alive: a dead one is followed by a new one, each a little later than the last.

discord.py ends a client for good where an event is malformed, where a first connection is
refused and where logging in fails. None of that may end the bot, or the other platforms.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress

import discord

from adapters.discord.client import Client
from bot.errors import ForOperator

FIRST, LONGEST = 1.0, 300.0  # seconds between two clients
STEADY = 60.0  # seconds after which a client counts as having lived
log = logging.getLogger(__name__)


class TokenRefused(ForOperator):
    """Discord does not accept the bot's token. Copy it again from the developer portal."""


class Keeper:
    """Makes clients, one after the other."""

    def __init__(self, make: Callable[[], Client], token: str) -> None:
        """`make` gives a new client each time."""
        self._make = make
        self._token = token
        self._task: asyncio.Task[None] | None = None
        self._awaited = False  # somebody waits in `start`, and can be told
        self.ready = asyncio.Event()  # set by the first connection
        self.client: Client | None = None  # the one that is alive and ready
        self.refusals: asyncio.Queue[ForOperator] = asyncio.Queue()  # later ones, each once
        self._refused = False

    async def start(self, patience: float) -> None:
        """Return once a client is ready, or when it takes longer than `patience` seconds.

        After that it goes on trying. Raises `TokenRefused`.
        """
        self._awaited = True
        self._task = asyncio.create_task(self._keep())
        ready = asyncio.create_task(self.ready.wait())
        await asyncio.wait({self._task, ready}, timeout=patience, return_when="FIRST_COMPLETED")
        self._awaited = False
        ready.cancel()
        if self._task.done():
            self._task.result()

    async def stop(self) -> None:
        """No more clients."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await task
        self.client = None

    async def _keep(self) -> None:
        wait, loop = FIRST, asyncio.get_running_loop()
        while True:
            begun = loop.time()
            await self._live()
            wait = FIRST if loop.time() - begun > STEADY else min(2 * wait, LONGEST)
            await asyncio.sleep(wait)

    async def _live(self) -> None:
        """One client, from its log-in to its end. Raises `TokenRefused` while `start` waits."""
        client = self._make()
        client.on_start = lambda: self._is_ready(client)
        try:
            await client.start(self._token)
        except discord.LoginFailure as no:
            if self._awaited:
                raise TokenRefused from no
            self._tell_refusal()
        except Exception:
            log.exception("a client has ended")
        finally:
            self.client = None
            with suppress(Exception):
                await client.close()

    def _tell_refusal(self) -> None:
        """Once, however often it is tried again, until it was good in between."""
        log.error("the token is refused")
        if not self._refused:
            self.refusals.put_nowait(TokenRefused())
        self._refused = True

    async def _is_ready(self, client: Client) -> None:
        self._refused = False
        self.client = client
        self.ready.set()
