"""The living connection: it hears, gives to the house, and acknowledges.

Theory of operation. The house has an event on disk within milliseconds, so it is told first and
Discord second: what was acknowledged is never lost. Where that takes longer than `FAST`, Discord
is told in time, in words that promise nothing. No component, form or command is kept in memory;
all of them come through `on_interaction` and say by their own ids what they are for.

After a new connection every known chat is *behind* until its history was read from its cursor
on. A message that arrives in such a chat waits for that, so that the order stays as written.
"""

import asyncio
import contextlib
import logging
import weakref
from collections.abc import Awaitable, Callable
from typing import Any, ClassVar

import discord

from adapters.discord import commands, drawing, inbound
from adapters.discord.acks import Acks
from adapters.discord.memory import Known, Memory
from adapters.discord.refusals import LATER, NOTHING_THERE, REFUSED
from adapters.discord.replies import Replies
from adapters.discord.rooms import Rooms
from adapters.discord.urgent import Urgent
from bot.adapter import House
from bot.errors import StoreUnavailable
from bot.model.event import DM, Event

FAST = 1.5  # seconds to be on disk before Discord is told; it waits for three
AGAIN = 5.0  # seconds until what could not be kept or read is tried again, longer each time
RARELY = 60.0  # seconds between two tries at most
AT_ONCE = 8  # chats whose history is read at the same time
INTENTS = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)  # none privileged

log = logging.getLogger(__name__)
discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # nobody speaks here


class Client(discord.AutoShardedClient):
    """One connection. When it has died, another one is made (see `keeping`)."""

    acks: ClassVar[type[Acks]] = Acks

    def __init__(self, house: House, memory: Memory, rooms: Rooms, replies: Replies) -> None:
        """`house` is told what happens; the others are shared with the client after this one."""
        super().__init__(
            intents=INTENTS,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            max_ratelimit_timeout=30,  # the least that discord.py takes; then `TryLater`
        )
        self._house = house
        self._memory = memory
        self._rooms = rooms
        self._replies = replies
        self._acks = self.acks(self.http.user_agent)
        commands = house.commands(house.locales[0])
        self._proposing = {one.name for one in commands if one.person or one.people}
        self._behind: set[str] = set()  # whose chats have not been read up to now
        self._locks = weakref.WeakValueDictionary[str, asyncio.Lock]()  # while they are held
        self.urgent = Urgent()
        self._catching: asyncio.Task[None] | None = None
        self._telling: asyncio.Task[None] | None = None
        self.on_start: Callable[[], Awaitable[None]] | None = None  # once it is ready

    # ── what was missed ──────────────────────────────────────────────────────
    async def on_shard_connect(self, shard: int) -> None:
        """A new stream: what was said since the last one ended is not in it. Chats are in 0's."""
        if shard == 0:
            self._behind |= {known.native for known in self._memory.people()}

    async def on_ready(self) -> None:
        """Read what was missed; also when it is not for the first time."""
        if self._catching is not None:
            self._catching.cancel()
        self._catching = asyncio.create_task(self._catch_up())
        if self.on_start is not None:
            await self.on_start()
        if self._telling is None or self._telling.done():
            self._telling = asyncio.create_task(self._tell_commands())

    async def _tell_commands(self) -> None:
        """Our commands, where Discord has not been told of them in this form; until it knows."""
        drawn = commands.payload(self._house)
        digest = f"{self.application_id}:{commands.digest(drawn)}"
        while self._memory.fact(commands.FACT) != digest:
            try:
                await commands.tell(self, drawn)
            except REFUSED:
                log.warning("the commands could not be told yet", exc_info=True)
                await asyncio.sleep(LATER.total_seconds())
            else:
                self._memory.note(commands.FACT, digest)

    async def close(self) -> None:
        """Nothing goes on behind it."""
        for task in (self._catching, self._telling):
            if task is not None:
                task.cancel()
                with contextlib.suppress(asyncio.CancelledError, Exception):
                    await task
        await self._acks.close()
        await super().close()

    async def _catch_up(self) -> None:
        """Every chat that is behind, a few at a time, until none is."""
        wait = AGAIN
        while self._behind:
            gate = asyncio.Semaphore(AT_ONCE)
            await asyncio.gather(*(self._gated(gate, one) for one in sorted(self._behind)))
            if self._behind:
                await asyncio.sleep(wait)
                wait = min(2 * wait, RARELY)

    async def _gated(self, gate: asyncio.Semaphore, native: str) -> None:
        async with gate, self._lock(native):
            try:
                await self._read(native)
            except Exception:
                log.warning("a private chat could not be read yet", exc_info=True)

    async def _read(self, native: str) -> None:
        """What that person wrote since the core last took something; then they are not behind."""
        known = self._memory.person(native)
        if native not in self._behind:
            return
        if known.chat:
            await self._read_chat(known)
        self._behind.discard(native)

    async def _read_chat(self, known: Known) -> None:
        chat = self.get_partial_messageable(known.chat, type=discord.ChannelType.private)
        after = discord.Object(known.cursor)
        try:
            async for message in chat.history(after=after, oldest_first=True, limit=None):
                await self._take_said(message, known.native)
        except discord.HTTPException as no:
            if no.code not in NOTHING_THERE:
                raise

    # ── what people write ────────────────────────────────────────────────────
    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote, in their own chat or in a thread of ours."""
        if message.guild is not None:
            await self._in_server(message)
        elif not message.author.bot:
            await self._in_chat(message, str(message.author.id))

    async def _in_chat(self, message: discord.Message, native: str) -> None:
        async with self._lock(native):
            try:
                if self._memory.person(native).chat != message.channel.id:
                    self._memory.learn(native, chat=message.channel.id, cursor=message.id - 1)
                await self._read(native)  # where they are behind, this message is among it
                if message.id > self._memory.person(native).cursor:
                    await self._take_said(message, native)
            except Exception:
                log.warning("what was written could not be kept yet", exc_info=True)
                self._fall_behind(native)

    async def _take_said(self, message: discord.Message, native: str) -> None:
        """Give it to the house; only then has it been read. Raises `StoreUnavailable`."""
        event = inbound.said(message, self._house.clock.now())
        if event is not None:
            await self._receive(event)
        self._memory.learn(native, cursor=message.id)

    async def _receive(self, event: Event) -> None:
        """What fails by a bug of ours is logged, and is not tried for ever."""
        try:
            await self._house.receive(event)
        except StoreUnavailable:
            raise
        except Exception:
            log.exception("what was written was not understood")

    def _fall_behind(self, native: str) -> None:
        """Their chat is read again soon, from the cursor on."""
        self._behind.add(native)
        if self._catching is None or self._catching.done():
            self._catching = asyncio.create_task(self._catch_up_soon())

    async def _catch_up_soon(self) -> None:
        await asyncio.sleep(AGAIN)
        await self._catch_up()

    def _lock(self, native: str) -> asyncio.Lock:
        lock = self._locks.get(native)
        if lock is None:
            lock = self._locks[native] = asyncio.Lock()
        return lock

    async def _in_server(self, message: discord.Message) -> None:
        place = self._memory.place_of(message.channel.id)
        if not place:
            return
        now = self._house.clock.now()
        said = inbound.said(message, now, place)
        for event in (*((said,) if said else ()), *inbound.left(message, now, place)):
            await self._receive_at_last(event)

    async def _receive_at_last(self, event: Event) -> None:
        """Until it is kept: a thread is not read again, and it may be a stop."""
        wait = AGAIN
        while True:
            try:
                return await self._receive(event)
            except StoreUnavailable:
                await asyncio.sleep(wait)
                wait = min(2 * wait, RARELY)

    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """A thread of ours is gone; the exercise in it is not."""
        place = self._memory.place_of(payload.thread_id)
        if place:
            await self._rooms.lost(place)

    # ── what people tap, fill in and command ─────────────────────────────────
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Whatever it is, it is acknowledged; a failure of ours is said kindly."""
        with self.urgent.one():
            await self._answered(interaction)

    async def _answered(self, interaction: discord.Interaction) -> None:
        try:
            await self._interacted(interaction)
        except REFUSED:
            log.warning("an interaction could not be acknowledged", exc_info=True)
        except Exception:
            log.exception("an interaction failed")
            with contextlib.suppress(*REFUSED):
                await self._sorry(interaction, ".not-understood")

    async def _interacted(self, interaction: discord.Interaction) -> None:
        now, place = self._house.clock.now(), self._memory.place_of(interaction.channel_id or 0)
        match interaction.type:
            case discord.InteractionType.application_command:
                await self._commanded(interaction, place or DM)
            case discord.InteractionType.component if key := inbound.wants_to_write(interaction):
                word = self._words(interaction)
                await interaction.response.send_modal(drawing.form(key, word))
            case discord.InteractionType.component:
                chose = inbound.chose(interaction, now, place or DM)
                await self._give(interaction, chose, "")
            case discord.InteractionType.modal_submit:
                filled = inbound.filled_in(interaction, now, place or DM)
                await self._give(interaction, filled, "")
            case _:
                pass

    async def _meet(self, interaction: discord.Interaction) -> None:
        """Their language, and where their private chat is, if it came from there.

        The core is told of a language before of what they did: so the answer is in it.
        """
        native = str(interaction.user.id)
        facts: dict[str, Any] = {"locale": str(interaction.locale)}
        known = self._memory.person(native)
        if interaction.guild_id is None and interaction.context.dm_channel and not known.chat:
            facts |= {"chat": interaction.channel_id, "cursor": interaction.id}
        met = inbound.met(interaction, self._house.clock.now(), self._house.locales)
        if met.locale != (known.spoken or self._house.locales[0]):
            await self._house.receive(met)
        self._memory.learn(native, spoken=met.locale, **facts)

    async def _commanded(self, interaction: discord.Interaction, place: str) -> None:
        if inbound.names_a_bot(interaction):
            await self._tell(interaction, ".share-whom-discord")
            return
        native = str(interaction.user.id)
        event = inbound.asked(interaction, self._house.clock.now(), place)
        if event.command in self._proposing:
            self._rooms.came_from(native, interaction.channel)
        away = ".discord-closed" if self._memory.person(native).closed else ".discord-in-private"
        words = ".discord-here" if interaction.context.dm_channel else away
        command = self._replies.given(native, interaction)
        await self._give(interaction, event, words)
        command.acknowledged.set()

    async def _give(
        self, interaction: discord.Interaction, event: Event | None, words: str
    ) -> None:
        """To the house first, then the acknowledgement: `words`, or silently where there are none.

        An event of None is a button or a form that is none of ours any more.
        """
        if event is None:
            await self._tell(interaction, ".not-open")
            return
        taking = asyncio.ensure_future(self._take(interaction, event))
        done, _ = await asyncio.wait({taking}, timeout=FAST)
        if not done:
            await self._acknowledge(interaction, ".discord-slow" if words else "")
        try:
            await taking
        except StoreUnavailable:
            await self._sorry(interaction, ".discord-not-kept")
            return
        if done:
            await self._acknowledge(interaction, words)

    async def _take(self, interaction: discord.Interaction, event: Event) -> None:
        """After all that they wrote before it. Raises `StoreUnavailable`."""
        await self._caught_up(str(interaction.user.id))
        await self._meet(interaction)
        await self._house.receive(event)

    async def _caught_up(self, native: str) -> None:
        """Read what was missed of their chat; what takes too long holds nothing else up."""
        if native not in self._behind and native not in self._locks:
            return
        try:
            async with asyncio.timeout(AGAIN), self._lock(native):
                await self._read(native)
        except StoreUnavailable:
            raise
        except Exception:
            log.warning("a private chat could not be read yet", exc_info=True)

    async def _acknowledge(self, interaction: discord.Interaction, words: str) -> None:
        """Nothing that matters is in it: what matters comes through the delivery."""
        if words:
            await self._tell(interaction, words)
        else:
            await self._acks.defer(interaction)

    async def _tell(self, interaction: discord.Interaction, words: str) -> None:
        """Say that to this person alone."""
        await self._show(interaction, self._words(interaction)(words))

    async def _sorry(self, interaction: discord.Interaction, words: str) -> None:
        """Say what went wrong. Words of a form are given back: Discord closes it with them."""
        await self._tell(interaction, words)
        for text in drawing.pieces(inbound.typed(interaction), drawing.PLAIN):
            if text:
                await self._show(interaction, text)

    async def _show(self, interaction: discord.Interaction, text: str) -> None:
        if self._acks.is_done(interaction):
            await interaction.followup.send(text, ephemeral=True)
        else:
            await self._acks.say(interaction, text)

    def _words(self, interaction: discord.Interaction) -> drawing.Word:
        return lambda words: self._house.words(words, str(interaction.locale))

    async def on_error(self, event: str, /, *_args: Any, **_more: Any) -> None:  # noqa: ANN401 - as theirs
        """A bug of ours; the next event is heard all the same."""
        log.error("failed to hear %s", event, exc_info=True)  # noqa: LOG014 - within theirs
