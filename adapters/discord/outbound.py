"""Our messages, as Discord takes them. The key goes with each as its nonce.

Theory of operation. discord.py sends `enforce_nonce`, so a second try within a few minutes is
the same message. What was tried longer ago than that, with an outcome nobody knows, is looked
for in the chat before it is sent again. An edit can be repeated as it is.
"""

import contextlib
import io
import logging
from datetime import datetime, timedelta
from typing import Any

import discord
from discord import ui

from adapters.discord import drawing
from adapters.discord.memory import Memory, Post
from adapters.discord.refusals import (
    CLOSED,
    NO_SERVER,
    UNKNOWN_CHANNEL,
    UNKNOWN_MESSAGE,
    is_drawn_wrong,
    is_too_much,
)
from adapters.discord.replies import Replies
from bot.adapter import House
from bot.errors import TryLater, Unreachable
from bot.model.message import Image, Shown

REMEMBERED = timedelta(minutes=3)  # Discord knows a nonce for "a few minutes"
UNDRAWN = 100  # the number of the first piece of plain words; those that are drawn come before
AT_ONCE = 20  # messages that are taken back before others have their turn
A_MOMENT = timedelta(seconds=1)
Chat = discord.abc.Messageable

log = logging.getLogger(__name__)


class Outbound:
    """Hands messages over, through whichever client is alive."""

    def __init__(self, house: House, memory: Memory, replies: Replies) -> None:
        """Whoever calls says through which client."""
        self._house = house
        self._memory = memory
        self._replies = replies
        shown = house.commands(house.locales[0])
        self._controls = frozenset(one.name for one in shown if one.control)

    # ── private chats ────────────────────────────────────────────────────────
    async def to_person(self, client: discord.Client, message: Shown, native: str) -> None:
        """Into the private chat of that person. Raises what discord.py raises."""
        try:
            chat = await self.chat(client, native)
            match message.kind:
                case "hide":
                    await self._hide(client, chat, native)
                case "edit":
                    await self.edit(client, message)
                case _:
                    await self.post(chat, message, native)
                    self._memory.learn(native, closed=False)
        except discord.HTTPException as no:
            if no.code in {CLOSED, NO_SERVER}:
                self._memory.learn(native, closed=True)
                if await self._said_beneath(message, native):
                    return
            if no.code == UNKNOWN_CHANNEL:
                self._memory.learn(native, chat=0)
            raise

    async def _said_beneath(self, message: Shown, native: str) -> bool:
        """Whether a closed chat's note could be said where they asked for it."""
        if message.kind != "note" or message.session:
            return False  # what belongs to an exercise is found in it
        return await self._replies.say(native, drawing.pieces(message.text, drawing.PLAIN))

    async def chat(self, client: discord.Client, native: str) -> discord.PartialMessageable:
        """The private chat with that person, opened where there is none yet.

        Raises `Unreachable` for what is no id of Discord's.
        """
        known = self._memory.person(native)
        if not known.chat:
            if not (native.isascii() and native.isdecimal()):
                raise Unreachable
            opened = await client.http.start_private_message(int(native))
            last = known.cursor or int(opened.get("last_message_id") or 0)
            known = self._memory.learn(native, chat=int(opened["id"]), cursor=last)
        return client.get_partial_messageable(known.chat, type=discord.ChannelType.private)

    # ── one message ──────────────────────────────────────────────────────────
    async def post(
        self, chat: discord.PartialMessageable | discord.Thread, message: Shown, owner: str
    ) -> None:
        """Send it, in as many pieces as it takes. The last one carries what can be tapped."""
        key = _key(message, owner)
        tried = self._memory.post(key)
        if tried is not None and (
            tried.message or await self._is_there(chat, message, tried, owner)
        ):
            return
        if tried is None:
            self._memory.posted(key, owner, Post(channel=chat.id, since=_now_id()))
        framed = False
        if message.kind == "file":
            sent = await chat.send(file=_file(message), nonce=drawing.nonce(key))
        elif message.image:
            sent = await self._pictured(chat, message, message.image, key)
        else:
            sent, framed = await self._pieces(chat, message, key, owner)
        self._memory.posted(key, owner, Post(channel=chat.id, message=sent.id, card=framed))

    async def _pieces(
        self, chat: Chat, message: Shown, key: str, owner: str
    ) -> tuple[discord.Message, bool]:
        """Raises what discord.py raises; but what it refuses to draw is said in plain words."""
        try:
            return await self._drawn(chat, message, key, owner)
        except discord.HTTPException as no:
            if not is_drawn_wrong(no):
                raise
            log.exception("a message could not be drawn")  # its text is withheld, see `bot.logs`
            return await self._undrawn(chat, message, key), False

    async def _pictured(
        self, chat: Chat, message: Shown, image: Image, key: str
    ) -> discord.Message:
        """The words, and beneath the last of them the picture; words alone where it is refused.

        Raises what discord.py raises for any message.
        """
        *before, last = drawing.pieces(message.text, drawing.PLAIN)
        for part, text in enumerate(before, 1):
            await chat.send(text, nonce=drawing.nonce(key, part), suppress_embeds=True)
        file = discord.File(io.BytesIO(image.data), message.name, description=image.alt)
        try:
            return await chat.send(last, file=file, nonce=drawing.nonce(key))
        except discord.HTTPException as no:
            if not is_too_much(no):
                raise
        nonce = drawing.nonce(key, UNDRAWN)
        return await chat.send(last, nonce=nonce, suppress_embeds=True)

    @staticmethod
    async def _undrawn(chat: Chat, message: Shown, key: str) -> discord.Message:
        first, *others = drawing.pieces(drawing.undrawn(message), drawing.PLAIN)
        sent = await chat.send(first, nonce=drawing.nonce(key, UNDRAWN), suppress_embeds=True)
        for part, text in enumerate(others, UNDRAWN + 1):
            sent = await chat.send(text, nonce=drawing.nonce(key, part), suppress_embeds=True)
        return sent

    async def _drawn(
        self, chat: Chat, message: Shown, key: str, owner: str
    ) -> tuple[discord.Message, bool]:
        *before, last = drawing.pieces(message.text)
        for part, text in enumerate(before, 1):
            await self._send(chat, message, text, [], drawing.nonce(key, part))
        tapped = drawing.rows(message, lambda words: self.word(words, owner), self._controls)
        sent = await self._send(chat, message, last, tapped, drawing.nonce(key))
        return sent, drawing.is_card(message, last)

    @staticmethod
    async def _send(
        chat: Chat, message: Shown, text: str, tapped: drawing.Rows, nonce: str
    ) -> discord.Message:
        if drawing.is_card(message, text):
            view = drawing.card(text, tapped, framed=message.kind == "card")
            return await chat.send(view=view, nonce=nonce)
        under: Any = drawing.plain(tapped)  # the annotation takes no None, `send` itself does
        return await chat.send(text, view=under, nonce=nonce, suppress_embeds=True)

    async def _is_there(
        self,
        chat: discord.PartialMessageable | discord.Thread,
        message: Shown,
        tried: Post,
        owner: str,
    ) -> bool:
        """Whether an older try had arrived after all; a newer one is known by its nonce.

        Then it is written down as what it is, so that it can be edited.
        """
        since = discord.Object(tried.since)
        if discord.utils.utcnow() - since.created_at < REMEMBERED:
            return False
        most = drawing.PLAIN if message.image else drawing.CARD
        last = drawing.pieces(message.text, most)[-1]
        is_file = message.kind == "file"
        wanted = message.name if is_file else last.strip()  # Discord strips it, too
        async for theirs in chat.history(after=since, limit=None, oldest_first=True):
            said = {each.strip() for each in (theirs.content, *_texts(theirs), *_names(theirs))}
            if theirs.author.bot and wanted in said:
                plain = is_file or message.image is not None
                card = not plain and drawing.is_card(message, last)
                post = Post(channel=chat.id, message=theirs.id, card=card)
                self._memory.posted(_key(message, owner), owner, post)
                return True
        return False

    def word(self, words: str, native: str) -> str:
        """One of our own words, in the language that this person's Discord is set to."""
        return self._house.words(words, self._memory.person(native).locale or "en")

    def in_all_languages(self, *words: str) -> tuple[str, ...]:
        """These of our own words, in every language that there is."""
        locales = self._house.locales
        return tuple(self._house.words(one, locale) for one in words for locale in locales)

    # ── afterwards ───────────────────────────────────────────────────────────
    async def edit(self, client: discord.Client, message: Shown, key: str = "") -> None:
        """New words where there are any, and nothing left to tap. What is gone stays gone."""
        post = self._memory.post(key or message.target)
        if post is None or not post.message:
            return
        chat = client.get_partial_messageable(post.channel)
        try:
            await self._rewrite(chat.get_partial_message(post.message), message.text, post)
        except discord.NotFound as no:
            if no.code not in {UNKNOWN_MESSAGE, UNKNOWN_CHANNEL}:
                raise

    @staticmethod
    async def _rewrite(theirs: discord.PartialMessage, text: str, post: Post) -> None:
        if post.card:
            words = text or "\n".join(_texts(await theirs.fetch()))
            view: ui.LayoutView = drawing.card(words[: drawing.CARD], [], framed=False)
            await theirs.edit(view=view)
        elif text:
            await theirs.edit(content=text[: drawing.PLAIN], view=None)
        else:
            await theirs.edit(view=None)

    async def _hide(
        self, client: discord.Client, chat: discord.PartialMessageable, native: str
    ) -> None:
        """Take back what we said there, some at a time: others wait for their messages too.

        Raises `TryLater` while there may be more.
        """
        await self._replies.take_back(native)
        mine = client.user.id if client.user else 0
        left = AT_ONCE
        async for theirs in chat.history(limit=None):
            if theirs.author.id == mine:
                with contextlib.suppress(discord.NotFound):  # it is gone already
                    await theirs.delete()
                left -= 1
            if not left:
                raise TryLater(A_MOMENT)
        self._memory.drop_posts(native)


def _key(message: Shown, owner: str) -> str:
    """What is said to several people is a message for each."""
    return f"{message.id}/{owner}" if owner != message.to.native else message.id


def _now_id() -> int:
    """An id from just before now, by the platform's own reckoning of time."""
    return discord.utils.time_snowflake(datetime.now().astimezone() - timedelta(seconds=5))


def _file(message: Shown) -> discord.File:
    return discord.File(io.BytesIO(message.text.encode()), filename=message.name or "file.txt")


def _names(message: discord.Message) -> list[str]:
    """The files that came with it."""
    return [one.filename for one in message.attachments]


def _texts(message: discord.Message) -> list[str]:
    """The texts of a message that is made of Components V2."""
    found = []
    for part in message.components:
        inner = part.children if isinstance(part, discord.Container) else [part]
        found += [one.content for one in inner if isinstance(one, discord.TextDisplay)]
    return found
