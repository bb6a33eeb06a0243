"""Our messages, as Matrix takes them. The key goes with each as its transaction id.

Theory of operation. A homeserver takes a transaction id of one device once, for a day at least;
so whatever was tried with an unknown outcome is tried again as it is. Before anything is said in a
chat it is looked at: that it is encrypted, private, and that nobody but its person is in it.
"""

import logging
import secrets
from contextlib import suppress
from datetime import timedelta

from adapters.matrix import attaching, drawing, inbound
from adapters.matrix.ground import Ground
from adapters.matrix.memory import Away, Known, Placed, Post
from adapters.matrix.tidying import Tidier
from adapters.matrix.voice import Voice, tx
from bot.errors import FromPlatform, TryLater, Unreachable
from bot.model.message import Image, Shown

AT_ONCE = 20  # messages that are taken back before others have their turn
A_MOMENT = timedelta(seconds=1)
SOONEST, LATEST = timedelta(seconds=5), timedelta(minutes=10)  # looks at whether somebody has come
HINTS = 2  # questions that tell how to answer
# Choices whose picking tells nobody anything: a reaction stands in clear on the server. Not "yes".
SHORTCUTS = frozenset({"back", "ok", "ready", "start", "understood"})

log = logging.getLogger(__name__)


class Outbound:
    """Hands messages over."""

    def __init__(self, ground: Ground, voice: Voice, tidier: Tidier) -> None:
        """Nothing is touched yet."""
        self._house = ground.house
        self._options = ground.options
        self._memory = ground.memory
        self._line = ground.line
        self._voice = voice
        self._tidier = tidier

    # ── private chats ────────────────────────────────────────────────────────
    async def to_person(self, message: Shown, native: str) -> None:
        """Into the private chat of that person. Raises `TryLater` or `Unreachable`."""
        match message.kind:
            case "hide":
                await self._hide(native)
            case "edit":
                self._over(message, native)
            case _:
                await self.post(await self.chat(native), message, native)

    async def chat(self, native: str) -> str:
        """The room of their own with the bot, made where there is none yet.

        Raises `Unreachable` for who has left it, and for what is no id on Matrix; `TryLater`
        until they have come in: what is said before that, their devices could not read.
        """
        known = self._memory.person(native)
        if known.closed or not inbound.is_id(native):
            raise Unreachable
        if known.room and not known.alias and not self.is_private(known):
            known = self._memory.learn(native, room="", asked=None)
        if not known.room or known.alias:
            known = await self._make(known)
        how = self._line.members(known.room).get(known.user)
        if how is None and known.asked is None:  # they went while nobody was there to hear of it
            self._memory.learn(native, room="", closed=True)
            raise Unreachable
        if how != "join":
            raise TryLater(self._patience(known))
        return known.room

    def is_private(self, known: Known) -> bool:
        """Whether their chat is still one that nobody else is in or can look into."""
        room = known.room
        here = self._line.open(room) and self._line.encrypted(room) and not self._line.public(room)
        return here and self._line.members(room).keys() <= {known.user}

    async def _make(self, known: Known) -> Known:
        """A room for the two of us. The alias finds it again if we are stopped in between."""
        native = known.native
        if not self._options.allows(known.user):
            raise Unreachable
        alias = known.alias or f"handrail-{secrets.token_hex(8)}"
        self._memory.learn(native, alias=alias)
        room = known.room  # made, and we were stopped before its alias was noted as gone
        if not room:
            room = await self._line.create_room(alias=alias, invite=[known.user], direct=True)
            self._memory.learn(native, room=room, asked=self._house.clock.now())
        await self._line.delete_alias(alias)
        known = self._memory.learn(native, alias="")
        self._voice.later(self._line.set_direct(known.user, room))
        return known

    def _patience(self, known: Known) -> timedelta:
        """Until the next look: short at first, longer the longer they have not come."""
        since = known.asked or self._house.clock.now()
        return min(LATEST, max(SOONEST, (self._house.clock.now() - since) / 4))

    # ── one message ──────────────────────────────────────────────────────────
    async def post(self, room: str, message: Shown, owner: str) -> None:
        """Send it, in as many pieces as it takes. The last one carries the choices."""
        key = message.id if owner in {message.to.native, message.place} else f"{message.id}/{owner}"
        tried = self._memory.post(key)
        if tried is not None and tried.event:
            return
        kind, (*before, last) = self._drawn(message, owner)
        self._memory.posted(key, owner, Post(room=room))
        if message.image:
            before, last = [*before, last], {}
        event = ""
        for part, content in enumerate(before, 1):
            event = await self._line.send(room, content, tx(key, part))
            self._memory.posted(f"{key}/{part}", owner, Post(room=room, event=event))
        last = await self._picture(room, message, message.image) if message.image else last
        if last:
            event = await self._line.send(room, last, tx(key), kind=kind)
        self._memory.posted(key, owner, _as_posted(message, room, event))

    async def _picture(self, room: str, message: Shown, image: Image) -> drawing.Json:
        """The event with the picture; empty where the homeserver would not have it.

        Then the words that stand there say it all: nothing behind them waits for a picture.
        """
        try:
            return attaching.content(message, image, await self._line.attach(room, image.data))
        except FromPlatform:
            log.warning("a picture could not be put down")
            return {}

    def _drawn(self, message: Shown, owner: str) -> tuple[str, list[drawing.Json]]:
        """The kind of the last event, and the contents of all of them."""
        word = self._voice.word
        if self._options.polls and drawing.can_be_a_poll(message):
            return drawing.POLL, [drawing.poll(message, word)]
        quiet = message.kind == "note" and not message.lead
        asks = message.kind == "question" and message.choices and message.numbered
        how = bool(asks) and self._memory.told(owner, "how") < HINTS
        return drawing.KIND, drawing.contents(message, word, quiet=quiet, how=how)

    # ── afterwards ───────────────────────────────────────────────────────────
    def _over(self, message: Shown, native: str) -> None:
        """A question in a private chat is over: it goes, and numbers that answered it go with it.

        So does all else that answered a private one. The core says "saved" in the place of such
        a one; what others will be shown, and what was only asked again, is replaced by no words.
        """
        for placed in self._memory.since(message.target):
            theirs = not placed.post.mine and (message.text or placed.post.number)
            if theirs or placed.key == message.target:
                self._take_back(placed, native)

    def _take_back(self, placed: Placed, native: str) -> None:
        post = placed.post
        if post.event:
            away = Away(room=post.room, event=post.event, mine=post.mine, native=native)
            self._tidier.take_back(away)

    async def edit(self, room: str, message: Shown) -> None:
        """New words in a shared place, where there are any."""
        post = self._memory.post(message.target)
        if post is None or not post.event or not message.text:
            return
        (*_, content) = drawing.contents(message, self._voice.word)
        await self._line.send(room, drawing.replacing(post.event, content), tx(message.id))

    async def _hide(self, native: str) -> None:
        """Take back what stands in their chat, newest first, some at a time.

        Raises `TryLater` while there may be more: others wait for their messages too.
        """
        newest = self._memory.newest(native, AT_ONCE)
        for placed in newest:
            post = placed.post
            if post.event:
                with suppress(Unreachable):  # theirs, in a chat of their own; or gone already
                    await self._line.redact(post.room, post.event, tx(f"away/{post.event}"))
            self._memory.drop(placed)
        if newest:
            raise TryLater(A_MOMENT)


def _as_posted(message: Shown, room: str, event: str) -> Post:
    picks = tuple(one.id for one in message.choices) if message.most == 1 else ()
    return Post(
        room=room,
        event=event,
        question=message.kind == "question",
        picks=picks if SHORTCUTS.issuperset(picks) else (),
    )
