"""Shared places: private threads, in channels that not everybody can look into (safety D7).

Theory of operation. A thread hangs below a channel: the one in which whoever proposed did so
last, or that of the settings. Where none fits, where somebody cannot be in it, or when
the thread is gone, nobody's exercise ends: what was meant for everybody goes to each person's
own chat. Only notes about the place itself do not: they make no sense without one.
"""

from collections.abc import Iterator
from typing import Literal

import discord
import msgspec

from adapters.discord.inbound import PLATFORM
from adapters.discord.memory import Memory
from adapters.discord.outbound import Outbound
from adapters.discord.refusals import NO_ROOM, translated
from bot.errors import TryLater, Unreachable
from bot.model.event import DM, ROOM
from bot.model.message import Shown

WEEK: Literal[10080] = (
    10_080  # minutes without a word before Discord puts a thread away; it wakes by a word
)
OF_THE_PLACE = (".room-opened", ".knock-room")  # what these say is for who is in it
NEEDED = discord.Permissions(
    view_channel=True, create_private_threads=True, send_messages_in_threads=True
)


def suits(channel: object) -> bool:
    """Whether a private thread can be opened there, and not everybody can look in."""
    if not isinstance(channel, discord.TextChannel):
        return False
    everyone = channel.guild.get_role(channel.guild.id)
    if everyone is None:  # a server where only the person has the app: nothing is known of it
        return False
    everybody = channel.permissions_for(everyone)
    return not everybody.view_channel and channel.permissions_for(channel.guild.me) >= NEEDED


class Rooms:
    """Opens and closes them, and speaks in them."""

    def __init__(self, memory: Memory, outbound: Outbound, configured: int) -> None:
        """`configured` is the id of the operator's channel, or 0."""
        self._memory = memory
        self._outbound = outbound
        self._configured = configured
        self._homes = ({configured} | memory.homes()) - {0}
        self._of_the_place = outbound.in_all_languages(*OF_THE_PLACE)

    def possible(self, client: discord.Client) -> bool:
        """Whether there is any channel for them, as far as is known."""
        return any(suits(client.get_channel(home)) for home in self._homes)

    def came_from(self, native: str, channel: object) -> None:
        """That person proposed something there; their threads belong there, if it is fit."""
        if suits(channel) and isinstance(channel, discord.TextChannel):
            self._homes.add(channel.id)
            self._memory.learn(native, home=channel.id)

    # ── opening and closing ──────────────────────────────────────────────────
    async def open(self, client: discord.Client, message: Shown) -> None:
        """A thread for these people, or everybody's own chat. The second time: nothing."""
        if self._memory.room(message.place) is not None:
            return
        for home in self._candidates(message):
            channel = client.get_channel(home)
            if suits(channel) and isinstance(channel, discord.TextChannel):
                thread = await self._thread(channel, message)
                if thread is not None:
                    self._memory.open_room(message.place, thread.id)
                    return
        await self._without(client, message, ".discord-no-thread")

    def _candidates(self, message: Shown) -> Iterator[int]:
        """Where the proposer was, then the operator's: nobody reads along whom neither chose."""
        yield self._memory.person(message.to.native).home
        yield self._configured

    async def _thread(self, channel: discord.TextChannel, message: Shown) -> discord.Thread | None:
        """The thread with all of them in it; None where one of them cannot be."""
        name = thread_name(message.place)
        try:
            for account in message.people:
                member = await channel.guild.fetch_member(int(account.native))
                if not channel.permissions_for(member).view_channel:
                    return None
            thread = self._begun(channel, name) or await channel.create_thread(
                name=name,
                type=discord.ChannelType.private_thread,
                auto_archive_duration=WEEK,
                invitable=False,
            )
            for account in message.people:
                await thread.add_user(discord.Object(int(account.native)))
        except discord.HTTPException as no:
            if no.code in NO_ROOM:
                return None
            raise
        return thread

    def _begun(self, channel: discord.TextChannel, name: str) -> discord.Thread | None:
        """The thread of that name that was made before we were stopped, and is no room yet.

        Names can be taken by anybody: one that is not ours, or is for all to see, is none.
        """
        for thread in channel.threads:
            ours = thread.owner_id == channel.guild.me.id and thread.is_private()
            if ours and thread.name == name and not self._memory.place_of(thread.id):
                return thread
        return None

    async def close(self, client: discord.Client, message: Shown) -> None:
        """Put the thread away. What was written there stays with those who can see it."""
        room = self._memory.room(message.place)
        thread = client.get_channel(room.thread) if room and room.thread else None
        if isinstance(thread, discord.Thread):
            try:
                await thread.edit(archived=True)
            except discord.HTTPException as no:
                if no.code not in NO_ROOM:
                    raise
        self._memory.close_room(message.place)

    # ── speaking ─────────────────────────────────────────────────────────────
    async def say(self, client: discord.Client, message: Shown) -> None:
        """In the thread; where there is none, to everybody in their own chat."""
        room = self._memory.room(message.place)
        if room is not None and room.gone:
            await self._without(client, message, ".discord-thread-gone")
        elif room is not None and room.thread:
            place = client.get_partial_messageable(room.thread)
            try:
                await self._outbound.post(place, message, message.place)
            except discord.HTTPException as no:
                if no.code not in NO_ROOM:
                    raise
                await self._without(client, message, ".discord-thread-gone")
            else:
                return
        if message.kind != "note" or not message.text.endswith(self._of_the_place):
            await self._to_each(client, message)

    async def lost(self, place: str) -> None:
        """Its thread was deleted. The next thing that is said there goes to everybody."""
        if self._memory.room(place) is not None:
            self._memory.open_room(place, 0, gone=True)

    async def _without(self, client: discord.Client, message: Shown, words: str) -> None:
        """From now on there is no thread; everybody is told so in their own chat."""
        told = msgspec.structs.replace(message, id=f"{message.place}{words}", kind="note")
        await self._to_each(client, told, words)
        self._memory.open_room(message.place, 0)

    async def _to_each(self, client: discord.Client, message: Shown, words: str = "") -> None:
        """To each of them; who cannot be reached holds nobody up. Raises `TryLater`."""
        busy: TryLater | None = None
        for account in dict.fromkeys(message.people):
            if account.platform != PLATFORM:
                continue
            own = msgspec.structs.replace(
                message,
                id=f"{message.id}/{account.native}",
                to=account,
                place=DM,
                text=self._outbound.word(words, account.native) if words else message.text,
            )
            try:
                with translated():
                    await self._outbound.to_person(client, own, account.native)
            except Unreachable:
                continue
            except TryLater as later:
                busy = later
        if busy:
            raise busy


def thread_name(place: str) -> str:
    """Neutral, since it shows in lists and on lock screens; the same for the same room."""
    return f"Handrail {place.removeprefix(ROOM)}"
