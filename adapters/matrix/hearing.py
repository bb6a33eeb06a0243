"""What is heard, given to the house, in the order in which it was heard.

Theory of operation. The line tells one thing after the other and takes none of it as done before
`hear` returns. So nothing is waited for in here but the house: what the adapter itself has to
say or to do about a thing is done beside it.
"""

import logging
from contextlib import suppress
from datetime import datetime, timedelta
from functools import cached_property

from adapters.matrix import inbound
from adapters.matrix.admission import NOT_ALONE, Admission
from adapters.matrix.ground import Ground
from adapters.matrix.heard import (
    Heard,
    Invited,
    Membership,
    Polled,
    Reacted,
    Redacted,
    Removed,
    Unreadable,
    Written,
)
from adapters.matrix.memory import Away
from adapters.matrix.rooms import Rooms
from adapters.matrix.tidying import Tidier
from adapters.matrix.voice import Voice
from bot.errors import FromPlatform, StoreUnavailable
from bot.model.event import DM, Event, Gone
from bot.model.person import Account

CURRENT = timedelta(minutes=15)  # for so long, a name is not asked for again
log = logging.getLogger(__name__)


class Hearing:
    """Gives what is heard to the house."""

    def __init__(
        self, ground: Ground, voice: Voice, tidier: Tidier, admission: Admission, rooms: Rooms
    ) -> None:
        """Nothing is heard yet."""
        self._house = ground.house
        self._memory = ground.memory
        self._line = ground.line
        self._voice = voice
        self._tidier = tidier
        self._admission = admission
        self._rooms = rooms
        self._names: dict[str, tuple[str, datetime]] = {}  # what they show, and when we asked

    async def hear(self, heard: Heard) -> None:
        """See `Hears`."""
        match heard:
            case Written() if place := self._memory.place_of(heard.room):
                await self._in_room(heard, place)
            case Written():
                await self._in_chat(heard)
            case Reacted() | Polled():
                await self._picked(heard)
            case Membership() if place := self._memory.place_of(heard.room):
                await self._moved_in_room(heard, place)
            case Membership():
                await self._moved(heard)
            case Invited():
                self._admission.invited(heard)
            case Removed():
                await self._removed(heard)
            case Unreadable():
                self._unreadable(heard)
            case Redacted():
                pass  # an answer that was taken counts; "undo" takes it back

    # ── what people write ────────────────────────────────────────────────────
    async def _in_chat(self, heard: Written) -> None:
        """In the chat of one person. The newest one in which they write is theirs."""
        if heard.msgtype in inbound.NOT_FOR_US or not self._is_fit(heard):
            return
        who = inbound.native(heard.sender)
        facts = {"user": heard.sender, "room": heard.room, "alias": "", "closed": False}
        self._memory.learn(who, asked=None, **facts)
        number = inbound.is_number(heard.body)
        self._memory.heard(who, heard.room, heard.event_id, number=number)
        about = self._memory.at(heard.replies_to) if heard.replies_to else None
        event = inbound.said(heard, await self._account(heard.sender), DM, about, self._takes)
        if event is not None:
            await self._receive(event)
        elif heard.msgtype == inbound.VERIFYING:
            self._voice.say(heard.room, ".matrix-no-emoji", heard.event_id)
        else:
            self._voice.say(heard.room, ".matrix-words-only", heard.event_id)

    def _is_fit(self, heard: Written) -> bool:
        """Whether it came as it should, from a place in which the bot talks; else that is said.

        In an encrypted chat, a homeserver could write in somebody's name what is not encrypted.
        """
        if not self._line.knows(heard.room):  # just left: what was said before still counts
            return heard.encrypted and self._memory.whose(heard.room) == inbound.native(
                heard.sender
            )
        if words := self._admission.refusal(heard.room, heard.sender):
            self._admission.refuse(heard.room, words, heard.event_id)
            return False
        if not heard.encrypted:
            self._voice.say(heard.room, ".matrix-came-open", heard.event_id, reply=True)
        return heard.encrypted

    @cached_property
    def _takes(self) -> dict[str, bool]:
        """The commands that take people, by every name that they have, and whether several."""
        shown = [one for locale in self._house.locales for one in self._house.commands(locale)]
        taking = [one for one in shown if one.person or one.people]
        return {name.casefold(): one.people for one in taking for name in (one.name, one.label)}

    async def _in_room(self, heard: Written, place: str) -> None:
        event = inbound.said(heard, await self._account(heard.sender), place)
        if event is not None and heard.encrypted:
            await self._receive(event)

    async def _picked(self, heard: Reacted | Polled) -> None:
        """By a poll, or by a reaction where that tells nobody anything."""
        owner, about = self._memory.whose(heard.room), self._memory.at(heard.target)
        if about is None or not about.post.question or owner != inbound.native(heard.sender):
            return
        event = inbound.chose(heard, await self._account(heard.sender), about)
        if event is not None:
            self._memory.heard(owner, heard.room, heard.event_id)
            await self._receive(event)
        elif isinstance(heard, Reacted) and not about.post.picks:
            away = Away(room=heard.room, event=heard.event_id, mine=False)
            self._tidier.take_back(away)
            self._voice.say(heard.room, ".matrix-reactions-show", heard.event_id)

    # ── who comes and goes ───────────────────────────────────────────────────
    async def _moved_in_room(self, heard: Membership, place: str) -> None:
        """Who comes in is noted; who goes is out of it; who never came, will not be in it."""
        who, known = inbound.native(heard.user), self._memory.room(place)
        been = known.joined if known else ()
        if heard.how == "join":
            self._memory.put_room(place, joined=tuple(dict.fromkeys((*been, who))))
        elif heard.how in {"leave", "ban"} and heard.sender != self._line.user_id:
            if who in been:
                await self._receive(inbound.gone(heard, inbound.account(heard.user), place))
            else:
                await self._rooms.lost(place)

    async def _moved(self, heard: Membership) -> None:
        """In somebody's own chat: they leave it, or it is not theirs alone any more."""
        who, owner = inbound.native(heard.user), self._memory.whose(heard.room)
        if not owner:
            if not self._line.members(heard.room):  # a chat of before, and nobody is in it
                self._voice.insist(lambda: self._line.leave(heard.room))
            return
        if owner != who:
            if heard.how in {"invite", "join"}:
                self._admission.refuse(heard.room, NOT_ALONE, heard.event_id)
        elif heard.how == "join":
            self._memory.learn(who, asked=None, closed=False)
        elif heard.how in {"leave", "ban"}:
            await self._receive(inbound.gone(heard, inbound.account(heard.user), DM))
            self._memory.learn(who, room="", closed=True)
            self._voice.insist(lambda: self._line.leave(heard.room))

    async def _removed(self, heard: Removed) -> None:
        """The bot was sent away: out of somebody's own chat, that is to block it."""
        place, owner = self._memory.place_of(heard.room), self._memory.whose(heard.room)
        if place:
            await self._rooms.lost(place)
        elif owner:
            key = inbound.key(f"{heard.room}/{heard.at.isoformat()}")
            who = inbound.account(self._memory.person(owner).user)
            await self._receive(Gone(key=key, at=heard.at, account=who, how="blocked"))
            self._memory.learn(owner, room="", closed=True)

    def _unreadable(self, heard: Unreadable) -> None:
        """In their own chat, as a reply; what was meant for others is not answered before them."""
        words = ".matrix-withheld" if heard.withheld else ".matrix-unreadable"
        who = inbound.native(heard.sender)
        if not self._memory.place_of(heard.room):
            self._voice.say(heard.room, words, heard.event_id, reply=True)
        elif room := self._memory.person(who).room:
            self._voice.say(room, words, heard.event_id)

    # ── to the house ─────────────────────────────────────────────────────────
    async def _account(self, user: str) -> Account:
        """Who that is, by the name that they show; by their id where that cannot be asked now."""
        now = self._house.clock.now()
        name, asked = self._names.get(user, ("", None))
        if asked is None or now - asked > CURRENT:
            self._names = {who: at for who, at in self._names.items() if now - at[1] <= CURRENT}
            with suppress(FromPlatform):
                name = await self._line.name(user)
                self._names[user] = (name, now)
        return inbound.account(user, name)

    async def _receive(self, event: Event) -> None:
        """What fails by a bug of ours is logged, and is not tried for ever."""
        try:
            await self._house.receive(event)
        except StoreUnavailable:
            raise
        except Exception:
            log.exception("what was heard was not understood")
