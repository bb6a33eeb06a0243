"""What Matrix does not tell us twice: where people's chats are, and which event is what we said.

Theory of operation. A person has one chat with the bot, for ever; it is written down here, and so
is what stands in it: ids of events, never their words. Edits, replies and `hide` need these ids,
and what is private is taken back by them once it is answered. What is to be taken back is a row
too, so that a kill forgets none of it. The line keeps its own facts and late events here as well.

People are found by keyed hashes, and everything else is sealed with the house's vault. A write
that a power cut loses costs a second look, never a word.
"""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec

from adapters.matrix.heard import Late
from adapters.sealed import SealedFile
from bot.adapter import Vault

KEPT = 100_000  # posts that can still be edited; older ones are let go when it is opened


class Known(msgspec.Struct, kw_only=True):
    """A person, as far as Matrix is concerned."""

    native: str  # as the core knows them: the user id in small letters, without its "@"
    user: str = ""  # the user id as their homeserver writes it
    room: str = ""  # their own chat with the bot
    alias: str = ""  # of a chat that is just being made
    asked: datetime | None = None  # since when we wait for them to come into it
    closed: bool = False  # they left or blocked: nothing is begun with them until they come back
    told: dict[str, int] = {}  # how often they were shown which of our hints


class Room(msgspec.Struct, kw_only=True):
    """A shared place. Without a room of Matrix's, cards go to everybody's own chat."""

    room: str = ""
    alias: str = ""  # of a room that is just being made
    joined: tuple[str, ...] = ()  # who has been in it, by native id
    gone: bool = False  # there was one, and nobody has been told yet that it is gone


class Post(msgspec.Struct, kw_only=True):
    """An event in a chat or room of ours. `event` is "" while it is on its way."""

    room: str
    event: str = ""
    mine: bool = True  # said by the bot; else by the person whose chat it is
    question: bool = False
    number: bool = False  # nothing but numbers, which mean nothing without their question
    picks: tuple[str, ...] = ()  # what its first, second, … choice is, where a reaction may choose


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    """A post as it is sealed: keys of messages may name people."""

    key: str
    post: Post


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A post with where it stands in the order of its chat."""

    seq: int
    key: str  # of our message; "" for what a person wrote
    post: Post


class Away(msgspec.Struct, frozen=True, kw_only=True):
    """An event that is to be taken back."""

    room: str
    event: str
    mine: bool
    native: str = ""  # whose chat that is


class Memory(SealedFile):
    """One file, one process. Everybody is held at hand; posts are looked up."""

    schema = """
    create table if not exists person (id text primary key, body blob not null) without rowid;
    create table if not exists room (place text primary key, body blob not null) without rowid;
    create table if not exists post (
        seq integer primary key autoincrement, key text not null unique, event text not null,
        owner text not null, body blob not null);
    create index if not exists post_owner on post (owner);
    create index if not exists post_event on post (event);
    create table if not exists away (
        seq integer primary key, event text not null unique, owner text not null,
        body blob not null);
    create table if not exists late (
        seq integer primary key, event text not null unique, room text not null,
        body blob not null);
    """

    def __init__(self, db: sqlite3.Connection, vault: Vault) -> None:
        """Use `open`. What is too old to be edited is let go."""
        super().__init__(db, vault)
        self._do("delete from post where seq <= (select max(seq) from post) - ?", (KEPT,))
        self._people = {one.native: one for one in self._all("person", Known)}
        self._chats = {one.room: one.native for one in self._people.values() if one.room}
        self._rooms = dict(self._named_rooms())
        self._places = {one.room: at for at, one in self._rooms.items() if one.room}

    # ── people ───────────────────────────────────────────────────────────────
    def person(self, native: str) -> Known:
        """Who that is; a stranger where they are not known yet."""
        return self._people.get(native) or Known(native=native, user=f"@{native}")

    def whose(self, room: str) -> str:
        """The native id of the person whose chat that room is; "" where it is none."""
        return self._chats.get(room, "")

    def learn(self, native: str, **facts: Any) -> Known:  # noqa: ANN401 - the fields of `Known`
        """Write down what is known of them now; nothing is written where nothing is new."""
        known = self.person(native)
        new = msgspec.structs.replace(known, **facts)
        if new != known or native not in self._people:
            self._put("person", "id", self._hash(native), new)  # first: it may not be possible
            self._chats.pop(known.room, None)
            self._people[native] = new
            if new.room:
                self._chats[new.room] = native
        return new

    def told(self, native: str, hint: str) -> int:
        """How often they had been shown that hint; one more from now on."""
        known = self.person(native)
        before = known.told.get(hint, 0)
        self.learn(native, told=known.told | {hint: before + 1})
        return before

    def forget(self, native: str) -> None:
        """Nothing of this person stays in the file, nor in what is written ahead of it."""
        known = self.person(native)
        owner = (self._hash(native),)
        self._do("delete from person where id = ?", owner)
        self._do("delete from post where owner = ?", owner)
        self._do("delete from away where owner = ?", owner)
        self._do("delete from late where room = ?", (self._hash(known.room),))
        self.wipe()
        self._people.pop(native, None)
        self._chats.pop(known.room, None)

    # ── posts ────────────────────────────────────────────────────────────────
    def post(self, key: str) -> Post | None:
        """Where our message of that key stands, or None."""
        row = self._do("select body from post where key = ?", (self._hash(key),)).fetchone()
        return self._unseal(row[0], _Row).post if row else None

    def posted(self, key: str, owner: str, post: Post) -> None:
        """Our message stands there. `owner` is whose chat it is, or which room."""
        sql = """insert into post (key, event, owner, body) values (?, ?, ?, ?)
                 on conflict (key) do update set event = excluded.event, body = excluded.body"""
        event = self._hash(post.event) if post.event else ""
        row = _Row(key=key, post=post)
        self._do(sql, (self._hash(key), event, self._hash(owner), self._seal(row)))

    def heard(self, native: str, room: str, event: str, *, number: bool = False) -> None:
        """A person wrote that in their own chat. None of the words are kept."""
        post = Post(room=room, event=event, mine=False, number=number)
        self.posted(f"their:{self._hash(event)}", native, post)

    def at(self, event: str) -> Placed | None:
        """What that event is to us, or None."""
        sql = "select seq, body from post where event = ?"
        row = self._do(sql, (self._hash(event),)).fetchone()
        return self._placed(row) if row else None

    def since(self, key: str) -> tuple[Placed, ...]:
        """The post of that key and all behind it in the same chat, oldest first."""
        sql = """select p.seq, p.body from post p join post q
                 on p.owner = q.owner and p.seq >= q.seq where q.key = ? order by p.seq"""
        return tuple(self._placed(row) for row in self._do(sql, (self._hash(key),)))

    def newest(self, owner: str, most: int) -> tuple[Placed, ...]:
        """The newest posts of that chat, newest first."""
        sql = "select seq, body from post where owner = ? order by seq desc limit ?"
        rows = self._do(sql, (self._hash(owner), most))
        return tuple(self._placed(row) for row in rows)

    def drop(self, placed: Placed) -> None:
        """It does not stand there any more."""
        self._do("delete from post where seq = ?", (placed.seq,))

    def _placed(self, row: tuple[int, bytes]) -> Placed:
        seq, body = row
        found = self._unseal(body, _Row)
        return Placed(seq=seq, key=found.key if found.post.mine else "", post=found.post)

    # ── what is to be taken back ─────────────────────────────────────────────
    def put_away(self, one: Away) -> None:
        """It is to be taken back, as soon as it can be."""
        sql = "insert or ignore into away (event, owner, body) values (?, ?, ?)"
        row = (self._hash(one.event), self._hash(one.native), self._seal(one))
        self._do(sql, row)

    def away(self) -> Away | None:
        """The oldest of what is to be taken back, or None."""
        row = self._do("select body from away order by seq limit 1").fetchone()
        return self._unseal(row[0], Away) if row else None

    def is_away(self, one: Away) -> None:
        """It was taken back, or cannot be."""
        event = self._hash(one.event)
        self._do("delete from away where event = ?", (event,))
        self._do("delete from post where event = ?", (event,))

    # ── rooms ────────────────────────────────────────────────────────────────
    def room(self, place: str) -> Room | None:
        """The room of that name, or None."""
        return self._rooms.get(place)

    def place_of(self, room: str) -> str:
        """Which shared place that room is; "" where it is none of ours."""
        return self._places.get(room, "")

    def put_room(self, place: str, **facts: Any) -> Room:  # noqa: ANN401 - the fields of `Room`
        """Write down what is known of that place now."""
        known = self._rooms.get(place, Room())
        new = msgspec.structs.replace(known, **facts)
        self._put("room", "place", place, new)
        self._places.pop(known.room, None)
        self._rooms[place] = new
        if new.room:
            self._places[new.room] = place
        return new

    def close_room(self, place: str) -> None:
        """There is no such room any more."""
        known = self._rooms.get(place, Room())
        self._do("delete from post where owner = ?", (self._hash(place),))
        self._do("delete from late where room = ?", (self._hash(known.room),))
        self._do("delete from room where place = ?", (place,))
        self._rooms.pop(place, None)
        self._places.pop(known.room, None)

    def _named_rooms(self) -> Iterator[tuple[str, Room]]:
        for place, body in self._do("select place, body from room"):
            yield place, self._unseal(body, Room)

    # ── for the line ─────────────────────────────────────────────────────────
    def keep_late(
        self, event_id: str, room: str, session_id: str, source: str, at: datetime
    ) -> None:
        """See `Kept`."""
        late = Late(event_id=event_id, room=room, session_id=session_id, source=source, at=at)
        sql = "insert or ignore into late (event, room, body) values (?, ?, ?)"
        self._do(sql, (self._hash(event_id), self._hash(room), self._seal(late)))

    def late(self) -> tuple[Late, ...]:
        """See `Kept`."""
        rows = self._do("select body from late order by seq")
        return tuple(self._unseal(body, Late) for (body,) in rows)

    def drop_late(self, event_id: str) -> None:
        """See `Kept`."""
        self._do("delete from late where event = ?", (self._hash(event_id),))
