"""The platform's own memory: who is here, which rooms there are, and what was said where.

Theory of operation. Discord and Matrix remember for a bot; on this bench an SQLite file
does. It keeps three promises that a platform keeps:

- An id that was handed over once is not handed over twice, whatever became of it since.
- A message and the mark that it was handed over are one transaction: killed in between,
  neither is there, and the delivery hands it over again.
- What a person wrote has its place in the order before the bot can answer it (`reserve`),
  but its words are kept only once the core has taken them (`keep`).

Words and names are sealed with the house's vault, and ids are hidden (see `veil`). One
connection, one thread, one process.
"""

import asyncio
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Self, TypeVar

import msgspec

from adapters.local.veil import Veil
from adapters.local.views import BOT, Body, Human, News, Post, Room, Saying
from bot.adapter import Vault
from bot.errors import StoreBusy, StoreDamaged, StoreUnavailable, Unreachable
from bot.model.event import DM
from bot.model.message import Shown

T = TypeVar("T")

SCHEMA = """
create table if not exists fact (name text primary key, value blob not null) without rowid;
create table if not exists person (
    seq integer primary key autoincrement, native text not null unique, body blob not null);
create table if not exists room (
    seq integer primary key autoincrement, place text not null unique,
    closed integer not null default 0);
create table if not exists member (
    place text not null, native text not null, primary key (place, native));
create table if not exists taken (id text primary key) without rowid;
create table if not exists post (
    seq integer primary key autoincrement,
    id text not null unique,
    place text not null,
    author text not null,
    rev integer not null,  -- of the last change; 0: reserved, nobody sees it yet
    body blob);            -- sealed; null: reserved, or taken back
create index if not exists post_rev on post (rev);
"""
PRAGMAS = (
    "pragma locking_mode = exclusive",  # one process a file: WAL needs no shared memory then
    "pragma journal_mode = wal",
    "pragma synchronous = full",
    "pragma secure_delete = on",
    "pragma foreign_keys = on",
)


def dm_of(native: str) -> str:
    """The name of a person's DM, as the page and this memory know it."""
    return f"{DM}:{native}"


class Memory:
    """What the platform remembers. Every method is one transaction in its own thread."""

    def __init__(self, path: Path, vault: Vault) -> None:
        """Nothing is opened yet."""
        self._path = path
        self._vault = vault
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="local-memory")
        self._db: sqlite3.Connection | None = None
        self._epoch = ""
        self._veil: Veil | None = None

    @classmethod
    async def open(cls, path: Path, vault: Vault) -> Self:
        """Open or make the file, readable by its owner only.

        Raises `StoreBusy` when another process has it, `StoreDamaged` when the vault's key
        does not fit.
        """
        memory = cls(path, vault)
        try:
            await memory._hop(memory._open)
        except BaseException:
            await memory.close()
            raise
        return memory

    async def close(self) -> None:
        """Let go of the file. May be called twice."""
        if self._db is not None:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._db.close)
            self._db = None
        self._thread.shutdown(wait=False)

    async def add(self, native: str, name: str) -> bool:
        """A person takes a seat. False when that native id is here already."""
        return await self._write(lambda db: self._add(db, Human(id=native, name=name)))

    async def people(self) -> tuple[Human, ...]:
        """Everybody, in the order in which they came."""
        return await self._write(self._veiled.people)

    async def rooms(self) -> tuple[Room, ...]:
        """Every room there ever was, oldest first."""
        return await self._write(self._rooms)

    async def take(self, message: Shown, at: datetime) -> bool:
        """Take one message from the bot. False when its id was taken before.

        Raises `Unreachable` where the person or the room is not known here.
        """
        return await self._write(lambda db: self._take(db, self._veiled.message(message), at))

    async def reserve(self, key: str, place: str, author: str) -> None:
        """Keep a place in the order for what somebody is about to say. No words yet."""
        sql = "insert into post (id, place, author, rev) values (?, ?, ?, 0) on conflict do nothing"
        row = (key, self._veiled.place(place), self._veiled.hide(author))
        await self._write(lambda db: db.execute(sql, row))

    async def keep(self, key: str, text: str, at: datetime) -> None:
        """The core has it: these are the words of the reserved post. The second time: nothing."""
        body = self._seal(Body(kind="said", at=at, text=text))
        sql = "update post set body = ?, rev = ? where id = ? and rev = 0"
        await self._write(lambda db: db.execute(sql, (body, _next_rev(db), key)))

    async def let_go(self, key: str) -> None:
        """The core does not have it: the place in the order is free again."""
        sql = "delete from post where id = ? and rev = 0"
        await self._write(lambda db: db.execute(sql, (key,)))

    async def forget(self, native: str) -> None:
        """Erase all that was said in this person's DM, by them and by the bot, for good.

        What stands in a room stays: it is in the others' hands, and taking it away would
        tell them. So does the seat: it is the bench's own, and the others can see it.
        """
        await self._write(lambda db: _empty(db, self._veiled.hide(native)))
        await self._hop(self._truncate)

    async def since(self, mark: str) -> News:
        """What changed after `mark`; everything where the mark is empty or of another memory."""
        return await self._write(lambda db: self._since(db, mark))

    async def picture(self, key: str) -> bytes | None:
        """The picture of that post, as PNG; None where there is none, or none any more."""
        return await self._write(lambda db: self._picture(db, key))

    async def _write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        return await self._hop(lambda: self._transaction(work))

    async def _hop(self, work: Callable[[], T]) -> T:
        """In the memory's thread; a full disk and the like become `StoreUnavailable`."""
        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, work)
        except sqlite3.OperationalError as no:
            raise StoreUnavailable from no
        except sqlite3.DatabaseError as no:
            raise StoreDamaged from no

    def _transaction(self, work: Callable[[sqlite3.Connection], T]) -> T:
        if self._db is None:
            raise StoreUnavailable
        self._db.execute("begin immediate")
        try:
            result = work(self._db)
            self._db.execute("commit")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("rollback")
            raise
        return result

    def _truncate(self) -> None:
        """Erased words must not stay in the WAL either."""
        if self._db is None:
            raise StoreUnavailable
        self._db.execute("pragma wal_checkpoint(truncate)").fetchall()

    def _open(self) -> None:
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        self._db = sqlite3.connect(
            self._path, isolation_level=None, check_same_thread=False, timeout=1.0
        )
        try:
            for pragma in PRAGMAS:
                self._db.execute(pragma)
            self._db.executescript(SCHEMA)
        except sqlite3.OperationalError as no:
            raise (StoreBusy if "locked" in str(no) else StoreUnavailable) from no
        self._epoch = self._transaction(self._find_epoch)
        self._veil = self._transaction(lambda db: Veil(db, self._vault))
        self._truncate()

    def _find_epoch(self, db: sqlite3.Connection) -> str:
        """Which memory this is. It is sealed, so that a key that does not fit shows at once."""
        row = db.execute("select value from fact where name = 'epoch'").fetchone()
        if row is not None:
            return self._vault.unseal(row[0]).decode()
        epoch = secrets.token_hex(8)
        db.execute("insert into fact values ('epoch', ?)", (self._vault.seal(epoch.encode()),))
        return epoch

    @property
    def _veiled(self) -> Veil:
        """Raises `StoreUnavailable` before it is open."""
        if self._veil is None:
            raise StoreUnavailable
        return self._veil

    def _add(self, db: sqlite3.Connection, human: Human) -> bool:
        sql = "insert into person (native, body) values (?, ?) on conflict do nothing"
        row = (self._veiled.hide(human.id), self._veiled.seal(human))
        return db.execute(sql, row).rowcount == 1

    def _rooms(self, db: sqlite3.Connection) -> tuple[Room, ...]:
        self._veiled.people(db)
        return tuple(self._veiled.room(room) for room in _rooms(db))

    def _take(self, db: sqlite3.Connection, message: Shown, at: datetime) -> bool:
        sql = "insert into taken values (?) on conflict do nothing"
        if db.execute(sql, (message.id,)).rowcount == 0:
            return False
        match message.kind:
            case "edit":
                self._edit(db, message)
            case "hide":
                _hide(db, message.to.native)
            case "open":
                _open_room(db, message.place, [account.native for account in message.people])
            case "close":
                db.execute("update room set closed = 1 where place = ?", (message.place,))
            case "question" | "note" | "card" | "file" | "picture" as kind:
                self._post(db, message, kind, at)
        return True

    def _post(self, db: sqlite3.Connection, message: Shown, kind: Saying, at: datetime) -> None:
        place = dm_of(message.to.native) if message.place == DM else message.place
        if not _is_there(db, place, message):
            raise Unreachable
        body = self._seal(_body(message, kind, at))
        sql = "insert into post (id, place, author, rev, body) values (?, ?, ?, ?, ?)"
        db.execute(sql, (message.id, place, BOT, _next_rev(db), body))

    def _edit(self, db: sqlite3.Connection, message: Shown) -> None:
        """New words where there are any, no choices. What was taken back stays taken back."""
        sql = "select body from post where id = ? and author = ? and body is not null"
        row = db.execute(sql, (message.target, BOT)).fetchone()
        if row is None:
            return
        body = msgspec.structs.replace(self._unseal(row[0]), choices=(), edited=True)
        if message.text:
            body = msgspec.structs.replace(body, text=message.text, lead=message.lead)
        sql = "update post set body = ?, rev = ? where id = ?"
        db.execute(sql, (self._seal(body), _next_rev(db), message.target))

    def _picture(self, db: sqlite3.Connection, key: str) -> bytes | None:
        sql = "select body from post where id = ? and author = ? and body is not null"
        row = db.execute(sql, (key, BOT)).fetchone()
        image = self._unseal(row[0]).image if row else None
        return image.data if image else None

    def _since(self, db: sqlite3.Connection, mark: str) -> News:
        epoch, _, number = mark.partition(".")
        known = int(number) if epoch == self._epoch and number.isdecimal() else 0
        sql = "select id, seq, place, author, body from post where rev > ? order by seq"
        rows = db.execute(sql, (known,)).fetchall()
        return News(
            mark=f"{self._epoch}.{_next_rev(db) - 1}",
            fresh=known == 0,
            people=self._veiled.people(db),
            rooms=self._rooms(db),
            posts=tuple(self._veiled.post(post) for post in self._posts(rows)),
        )

    def _posts(self, rows: Iterable[tuple[str, int, str, str, bytes | None]]) -> Iterable[Post]:
        for key, seq, place, author, sealed in rows:
            body = None if sealed is None else _light(self._unseal(sealed))
            yield Post(id=key, seq=seq, place=place, author=author, body=body)

    def _seal(self, body: Body) -> bytes:
        return self._vault.seal(msgspec.json.encode(body))

    def _unseal(self, sealed: bytes) -> Body:
        return msgspec.json.decode(self._vault.unseal(sealed), type=Body)


def _body(message: Shown, kind: Saying, at: datetime) -> Body:
    return Body(
        kind=kind,
        at=at,
        name=message.name,
        text=message.text,
        lead=message.lead,
        session=message.session,
        step=message.step,
        choices=message.choices,
        most=message.most,
        writes=message.writes,
        image=message.image,
    )


def _light(body: Body) -> Body:
    """As the page is told of it: a picture's bytes are asked for by themselves."""
    if body.image is None:
        return body
    return msgspec.structs.replace(body, image=msgspec.structs.replace(body.image, data=b""))


def _next_rev(db: sqlite3.Connection) -> int:
    """Posts are never deleted once they were seen, so this only grows."""
    (last,) = db.execute("select coalesce(max(rev), 0) from post").fetchone()
    return int(last) + 1


def _is_there(db: sqlite3.Connection, place: str, message: Shown) -> bool:
    if message.place == DM:
        sql, key = "select 1 from person where native = ?", message.to.native
    else:
        sql, key = "select 1 from room where place = ?", place
    return db.execute(sql, (key,)).fetchone() is not None


def _hide(db: sqlite3.Connection, native: str) -> None:
    """All that the bot said in this person's DM goes; what they wrote themselves stays."""
    sql = "update post set body = null, rev = ? where place = ? and author = ? and body is not null"
    db.execute(sql, (_next_rev(db), dm_of(native), BOT))


def _empty(db: sqlite3.Connection, native: str) -> None:
    sql = "update post set body = null, rev = ? where place = ? and body is not null"
    db.execute(sql, (_next_rev(db), dm_of(native)))
    db.execute("delete from post where place = ? and rev = 0", (dm_of(native),))


def _open_room(db: sqlite3.Connection, place: str, natives: Iterable[str]) -> None:
    db.execute("insert into room (place) values (?) on conflict do nothing", (place,))
    sql = "insert into member values (?, ?) on conflict do nothing"
    db.executemany(sql, [(place, native) for native in natives])


def _rooms(db: sqlite3.Connection) -> tuple[Room, ...]:
    members: dict[str, list[str]] = {}
    sql = """select member.place, native from member join person using (native)
             order by person.seq"""
    for place, native in db.execute(sql):
        members.setdefault(place, []).append(native)
    rows = db.execute("select place, closed from room order by seq")
    return tuple(
        Room(place=place, people=tuple(members.get(place, ())), closed=bool(closed))
        for place, closed in rows
    )
