"""What Discord does not tell us twice: where people's chats are, and how far they were read.

Theory of operation. Discord has no list of a bot's private chats, so they are written down
here, each with its *cursor*: the last message that the core has taken. After any gap, the
history behind the cursor is read. Beside them stand which message of ours became which of
theirs (edits need it), which thread is which room, and what was last told of the commands.

People are found by keyed hashes and everything else is sealed with the house's vault, so that
the file alone names nobody. A write that a power cut loses costs a second look, never a word:
cursors only move after the core has taken a message, and the core knows a key it has seen.
"""

import sqlite3
from collections.abc import Iterator

import msgspec

from adapters.sealed import SealedFile
from bot.adapter import Vault

KEPT = 100_000  # posts that can still be edited; older ones are let go when it is opened


class Known(msgspec.Struct, kw_only=True):
    """A person, as far as Discord is concerned."""

    native: str
    chat: int = 0  # their private chat with the bot
    cursor: int = 0  # the last message there that the core has taken
    home: int = 0  # the channel of a server from which they proposed something last
    locale: str = ""  # as their Discord is set
    spoken: str = ""  # which of our languages the core was told; "" for the first of them
    closed: bool = False  # the last message could not be handed over


class Room(msgspec.Struct, kw_only=True):
    """A shared place. Without a thread, cards go to everybody's own chat."""

    thread: int = 0
    gone: bool = False  # there was one, and nobody has been told yet that it is gone


class Post(msgspec.Struct, kw_only=True):
    """A message of ours as it stands there. `message` is 0 while that is not known."""

    channel: int
    message: int = 0
    card: bool = False  # made of Components V2, which an edit cannot change
    since: int = 0  # an id from just before the first try


class Memory(SealedFile):
    """One file, one process. Everybody is held at hand; posts are looked up."""

    schema = """
    create table if not exists person (id text primary key, body blob not null) without rowid;
    create table if not exists room (place text primary key, body blob not null) without rowid;
    create table if not exists post (
        seq integer primary key, key text not null unique, owner text not null,
        body blob not null);
    create index if not exists post_owner on post (owner);
    """

    def __init__(self, db: sqlite3.Connection, vault: Vault) -> None:
        """Use `open`. What is too old to be edited is let go."""
        super().__init__(db, vault)
        self._do("delete from post where seq <= (select max(seq) from post) - ?", (KEPT,))
        self._people = {one.native: one for one in self._all("person", Known)}
        self._rooms = dict(self._named_rooms())
        self._places = {room.thread: place for place, room in self._rooms.items()}

    # ── people ───────────────────────────────────────────────────────────────
    def people(self) -> tuple[Known, ...]:
        """Everybody who has a private chat with the bot."""
        return tuple(one for one in self._people.values() if one.chat)

    def homes(self) -> set[int]:
        """The channels in which people have given commands."""
        return {one.home for one in self._people.values()}

    def person(self, native: str) -> Known:
        """Who that is; a stranger where they are not known yet."""
        return self._people.get(native) or Known(native=native)

    def learn(self, native: str, **facts: int | str | bool) -> Known:
        """Write down what is known of them now; nothing is written where nothing is new."""
        known = self.person(native)
        new = msgspec.structs.replace(known, **facts)
        if new != known:
            self._people[native] = new  # first: their chat is read again from here on a full disk
            self._put("person", "id", self._hash(native), new)
        return new

    def forget(self, native: str) -> None:
        """Nothing of this person stays in the file, nor in what is written ahead of it."""
        self._people.pop(native, None)
        self._do("delete from person where id = ?", (self._hash(native),))
        self.drop_posts(native)
        self.wipe()

    # ── posts ────────────────────────────────────────────────────────────────
    def post(self, key: str) -> Post | None:
        """Where our message of that key stands, or None."""
        row = self._do("select body from post where key = ?", (self._hash(key),)).fetchone()
        return self._unseal(row[0], Post) if row else None

    def posted(self, key: str, owner: str, post: Post) -> None:
        """Our message stands there. `owner` is whose chat it is, or which room."""
        sql = """insert into post (key, owner, body) values (?, ?, ?)
                 on conflict (key) do update set body = excluded.body"""
        self._do(sql, (self._hash(key), self._hash(owner), self._seal(post)))

    def drop_posts(self, owner: str) -> None:
        """What stood in that chat is gone, or is nobody's business any more."""
        self._do("delete from post where owner = ?", (self._hash(owner),))

    # ── rooms ────────────────────────────────────────────────────────────────
    def room(self, place: str) -> Room | None:
        """The room of that name, or None."""
        return self._rooms.get(place)

    def place_of(self, thread: int) -> str:
        """Which room that thread is; "" where it is none of ours."""
        return self._places.get(thread, "") if thread else ""

    def open_room(self, place: str, thread: int, *, gone: bool = False) -> None:
        """That thread is the room from now on; 0: it has none, or none any more."""
        self._places.pop(self._rooms.get(place, Room()).thread, None)
        self._rooms[place] = Room(thread=thread, gone=gone)
        self._places[thread] = place
        self._put("room", "place", place, self._rooms[place])

    def close_room(self, place: str) -> None:
        """There is no such room any more."""
        self._places.pop(self._rooms.pop(place, Room()).thread, None)
        self._do("delete from room where place = ?", (place,))
        self.drop_posts(place)

    def _named_rooms(self) -> Iterator[tuple[str, Room]]:
        for place, body in self._do("select place, body from room"):
            yield place, self._unseal(body, Room)
