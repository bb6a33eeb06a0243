"""What can still be said beneath a command, where a private chat takes nothing (safety D4.1).

Theory of operation. Whoever gives a command is there just now, and what stands beneath it is
seen by them alone. So where their private chat is closed, notes outside of any exercise, help
lines above all, come there, as long as Discord lets a command be answered. The tokens that it
takes are secrets, and are held in memory alone: after a restart the command is given again.
"""

import asyncio
import contextlib
import logging
from collections.abc import Sequence

import discord

from adapters.discord.refusals import REFUSED

LIFE = 14 * 60.0  # seconds; Discord lets a command be answered for fifteen minutes
FIRST = 5.0  # seconds that its own acknowledgement may take
MOST = 1000  # commands that are held; a crowd's oldest go first

log = logging.getLogger(__name__)


class Command:
    """One that somebody gave, with the way to answer it."""

    def __init__(self, interaction: discord.Interaction) -> None:
        """It is answered only after it was acknowledged."""
        self.interaction = interaction
        self.acknowledged = asyncio.Event()
        self.until = asyncio.get_running_loop().time() + LIFE

    @property
    def is_over(self) -> bool:
        """Whether Discord takes no more answers to it."""
        return asyncio.get_running_loop().time() >= self.until


class Replies:
    """The last command of everybody."""

    def __init__(self) -> None:
        """Nobody gave any yet."""
        self._last: dict[str, Command] = {}
        self._said: dict[str, list[tuple[Command, discord.WebhookMessage]]] = {}

    def given(self, native: str, interaction: discord.Interaction) -> Command:
        """That person gave it just now."""
        self._last.pop(native, None)
        while self._last and (len(self._last) >= MOST or self._oldest().is_over):
            self.forget(next(iter(self._last)))
        self._last[native] = command = Command(interaction)
        return command

    def _oldest(self) -> Command:
        """Whoever gives a command anew stands last, so the first is the oldest."""
        return next(iter(self._last.values()))

    def forget(self, native: str) -> None:
        """Nothing is held of this person."""
        self._last.pop(native, None)
        self._said.pop(native, None)

    async def say(self, native: str, texts: Sequence[str]) -> bool:
        """Beneath their last command, to them alone. False where that cannot be done."""
        command = self._last.get(native)
        if command is None or command.is_over:
            return False
        try:
            await asyncio.wait_for(command.acknowledged.wait(), FIRST)
            for text in texts:
                await self._say(native, command, text)
        except REFUSED:
            log.warning("a command could not be answered in its place", exc_info=True)
            return False
        return True

    async def _say(self, native: str, command: Command, text: str) -> None:
        said = await command.interaction.followup.send(
            text, ephemeral=True, suppress_embeds=True, wait=True
        )
        self._said.setdefault(native, []).append((command, said))

    async def take_back(self, native: str) -> None:
        """What was said to them beneath commands goes, as long as Discord lets it (safety D3.7)."""
        for command, said in self._said.pop(native, ()):
            if not command.is_over:
                with contextlib.suppress(*REFUSED):
                    await said.delete()
