"""Which rooms the bot is in: one private, encrypted chat with each person it may serve.

Theory of operation. Whoever the operator allows may invite the bot. It joins, looks around, and
stays only where nobody else is, where nobody else can look in, and where all is encrypted; else it
says why in one sentence and leaves. That sentence is the only one that may go out unencrypted; it
holds nothing of anybody. The same look is taken whenever somebody writes or comes in.
"""

import asyncio
import logging
from datetime import datetime, timedelta

from adapters.matrix import drawing, inbound
from adapters.matrix.ground import Ground
from adapters.matrix.heard import Invited
from adapters.matrix.voice import Voice, tx, until_done
from bot.errors import FromPlatform, Unreachable

NOT_ALLOWED, NOT_ENCRYPTED = ".matrix-not-allowed", ".matrix-not-encrypted"
PUBLIC, NOT_ALONE = ".matrix-public", ".matrix-not-alone"
HELLO = ".matrix-hello"
LOOK, LOOKS = 0.2, 150  # seconds between two looks whether a room is known by now, and how many
A_DAY = timedelta(days=1)  # before the same person is told again that the bot is not for them
log = logging.getLogger(__name__)


class Admission:
    """Who and what is let in."""

    def __init__(self, ground: Ground, voice: Voice) -> None:
        """Nothing is touched yet."""
        self._options = ground.options
        self._clock = ground.house.clock
        self._memory = ground.memory
        self._line = ground.line
        self._voice = voice
        self._busy: set[str] = set()  # rooms that are being joined or left
        self._refused: dict[str, datetime] = {}  # who was told that they may not, and when

    def refusal(self, room: str, user: str) -> str:
        """Words for why the bot does not talk with them there; "" where it does."""
        others = self._line.members(room).keys() - {user}
        if not self._options.allows(user) or self._is_another(user):
            return NOT_ALLOWED
        if not self._line.encrypted(room):
            return NOT_ENCRYPTED
        if self._line.public(room):
            return PUBLIC
        return NOT_ALONE if others else ""

    def _is_another(self, user: str) -> bool:
        """Whether somebody else has that id but for its capitals: old accounts may have some."""
        known = self._memory.person(inbound.native(user))
        return bool(known.room) and known.user != user

    # ── invitations ──────────────────────────────────────────────────────────
    def invited(self, heard: Invited) -> None:
        """Somebody wants the bot in a room. It is seen to beside everything else."""
        if heard.room in self._busy:
            return
        if self._is_told(heard.inviter):
            self._voice.insist(lambda: self._line.leave(heard.room))  # that is to decline it
            return
        self._busy.add(heard.room)
        self._voice.later(self._come(heard))

    def _is_told(self, user: str) -> bool:
        """Whether they know by now: nobody's invitations may use up what others could be told."""
        now = self._clock.now()
        self._refused = {who: at for who, at in self._refused.items() if now - at < A_DAY}
        if self._options.allows(user):
            return False
        told = user in self._refused
        self._refused.setdefault(user, now)
        return told

    async def _come(self, heard: Invited) -> None:
        try:
            if await self._join(heard.room):
                await self._look_around(heard)
        finally:
            self._busy.discard(heard.room)

    async def _join(self, room: str) -> bool:
        """Whether the bot is in it, and knows what it is like. An invitation may be void by now."""
        try:
            await until_done(lambda: self._line.join(room))
        except Unreachable:
            log.warning("an invitation could not be followed")
            return False
        for _ in range(LOOKS):
            if self._line.knows(room):
                return True
            await asyncio.sleep(LOOK)
        return False

    async def _look_around(self, heard: Invited) -> None:
        room, who = heard.room, inbound.native(heard.inviter)
        words = self.refusal(room, heard.inviter)
        if words:
            await self._go(room, words, f"invited/{room}")
            return
        known = self._memory.person(who)
        if not known.room or known.closed or not self._line.open(known.room):
            facts = {"user": heard.inviter, "room": room, "alias": "", "closed": False}
            self._memory.learn(who, **facts)
        hello = drawing.text(self._voice.word(HELLO))
        await self._voice.send(room, hello, f"hello/{room}")

    # ── leaving ──────────────────────────────────────────────────────────────
    def refuse(self, room: str, words: str, cause: str) -> None:
        """Say why, and leave; it is no place of anybody's any more."""
        if room in self._busy:
            return
        self._busy.add(room)
        owner = self._memory.whose(room)
        if owner:
            self._memory.learn(owner, room="")
        self._voice.later(self._gone(room, words, cause))

    async def _gone(self, room: str, words: str, cause: str) -> None:
        try:
            await self._go(room, words, cause)
        finally:
            self._busy.discard(room)

    async def _go(self, room: str, words: str, cause: str) -> None:
        why = drawing.text(self._voice.word(words))
        try:
            await self._line.send(room, why, tx(f"{cause}{words}"), plain=True)
        except FromPlatform:
            log.warning("a refusal could not be said")
        await until_done(lambda: self._line.leave(room))
