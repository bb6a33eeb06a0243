"""Who is who on the bench, hidden at rest: the file knows people by keyed hashes alone.

A native id is made of a name, so it is as telling as the name. The key to the hashes lies
sealed in the file itself; the ids and names lie sealed beside them.
"""

import hashlib
import secrets
import sqlite3

import msgspec

from adapters.local.views import BOT, Human, Post, Room
from bot.adapter import Vault
from bot.model.event import DM
from bot.model.message import Shown
from bot.model.person import Account

_KEY = "names"
_DM = f"{DM}:"


class Veil:
    """Turns native ids into hashes on the way in, and back on the way out."""

    def __init__(self, db: sqlite3.Connection, vault: Vault) -> None:
        """Find the key, or make one; a file from before there was one is rewritten with it."""
        self._vault = vault
        self._names: dict[str, str] = {BOT: BOT}  # hash → native
        row = db.execute("select value from fact where name = ?", (_KEY,)).fetchone()
        self._key = vault.unseal(row[0]) if row else secrets.token_bytes(32)
        if row is None:
            db.execute("insert into fact values (?, ?)", (_KEY, vault.seal(self._key)))
            self._rewrite(db)

    def hide(self, native: str) -> str:
        """The hash of a native id; the bot's own is empty and stays so."""
        if native == BOT:
            return BOT
        hashed = hashlib.blake2b(native.encode(), key=self._key, digest_size=12).hexdigest()
        self._names[hashed] = native
        return hashed

    def place(self, place: str) -> str:
        """The place as the file knows it."""
        return f"{_DM}{self.hide(place.removeprefix(_DM))}" if place.startswith(_DM) else place

    def message(self, message: Shown) -> Shown:
        """The message with hashes in the place of ids."""
        return msgspec.structs.replace(
            message,
            to=self._account(message.to),
            people=tuple(self._account(account) for account in message.people),
        )

    def seal(self, human: Human) -> bytes:
        """A person as they lie in the file."""
        return self._vault.seal(msgspec.json.encode(human))

    def people(self, db: sqlite3.Connection) -> tuple[Human, ...]:
        """Everybody, in the order in which they came."""
        rows = db.execute("select body from person order by seq").fetchall()
        found = [msgspec.json.decode(self._vault.unseal(body), type=Human) for (body,) in rows]
        self._names |= {self.hide(human.id): human.id for human in found}
        return tuple(found)

    def post(self, post: Post) -> Post:
        """The post with ids again; `people` must have been read before."""
        place = post.place
        if place.startswith(_DM):
            place = f"{_DM}{self._native(place.removeprefix(_DM))}"
        return msgspec.structs.replace(post, place=place, author=self._native(post.author))

    def room(self, room: Room) -> Room:
        """The room with ids again; as `post`."""
        return msgspec.structs.replace(room, people=tuple(map(self._native, room.people)))

    def _native(self, hashed: str) -> str:
        return self._names.get(hashed, hashed)

    def _account(self, account: Account) -> Account:
        return msgspec.structs.replace(account, native=self.hide(account.native))

    def _rewrite(self, db: sqlite3.Connection) -> None:
        """Ids stood readable in files of the first version, and names were sealed alone."""
        for native, body in db.execute("select native, body from person").fetchall():
            human = Human(id=native, name=self._vault.unseal(body).decode())
            hashed = self.hide(native)
            row = (hashed, self.seal(human), native)
            db.execute("update person set native = ?, body = ? where native = ?", row)
            db.execute("update member set native = ? where native = ?", (hashed, native))
            db.execute("update post set author = ? where author = ?", (hashed, native))
            places = (f"{_DM}{hashed}", f"{_DM}{native}")
            db.execute("update post set place = ? where place = ?", places)
