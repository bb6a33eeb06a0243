"""After deleting, not even the master key brings anything of a person back.

Before it, every sealed value of theirs is noted, byte by byte, and the wrapped key that opens
them. After it, none of these bytes is in any file: not in the database, its WAL, the page's
own memory, nor in a backup taken then. And whatever still opens holds no word of theirs.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import StoreDamaged
from bot.model.person import PersonId
from bot.store.copying import copy
from bot.store.crypto import Keyring, Seal
from bot.store.desk import Desk
from tests.privacy.bench import ARI, ARIS, BO, Bench, bench

OWNED = {  # table → the column that says whose a row is, and the sealed one
    "key": ("person", "wrapped"),
    "person": ("id", "body"),
    "bond": ("owner", "body"),
    "record": ("owner", "body"),
    "role": ("person", "body"),
    "outbox": ("person", "body"),
}


def _sealed(here: Bench, who: PersonId) -> set[bytes]:
    """Every sealed value of this person, and their wrapped key."""
    with closing(sqlite3.connect(here.data / "handrail.db")) as db:
        found: set[bytes] = set()
        for table, (whose, body) in OWNED.items():
            rows = db.execute(f"select {body} from {table} where {whose} = ?", (who,))  # noqa: S608 - names of our own
            found |= {row[0] for row in rows if row[0] is not None}
        return found


def _opens(file: Path, keys: Keyring) -> Iterator[bytes]:
    """Everything in a database that any key there is can open, in whatever row it stands."""
    with closing(sqlite3.connect(file, factory=Desk)) as db:
        wrapped = db.execute("select person, wrapped from key").fetchall()
        seals = [keys.house, *(keys.unwrap(person, key) for person, key in wrapped)]
        for name, sealed in _named(db):
            for seal in seals:
                yield from _opened(seal, sealed, name)


def _opened(seal: Seal, sealed: bytes, name: str) -> Iterator[bytes]:
    with suppress(StoreDamaged):  # another's key: that is what is being tried
        yield seal.unseal(sealed, name)


def _named(db: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    queries = (
        "select 'person:' || id, body from person",
        "select 'bond:' || owner || ':' || other, body from bond",
        "select 'record:' || owner || ':' || id, body from record",
        "select 'role:' || session || ':' || person, body from role where body is not null",
        "select 'session:' || id, body from session",
        "select 'outbox:' || key, body from outbox",
        "select 'parting', body from parting",
    )
    for query in queries:
        yield from db.execute(query)


async def _deletes(here: Bench) -> None:
    await here.ask(ARI, "delete")
    await here.tap(ARI, "everything", "delete")
    await here.wait(timedelta(minutes=1))


@pytest.mark.parametrize("when", ["with a draft", "in the middle", "after it has ended"])
async def test_after_deleting_not_even_the_master_key_helps(
    when: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, backup = tmp_path / "data", tmp_path / "backup.db"
    parts = {"with a draft": 0, "in the middle": 1, "after it has ended": 2}[when]
    async with bench(data) as here:
        keys, gone = here.app.store.keys, set[bytes]()
        for part in (here.meet, here.share, here.answer, here.tell)[: parts + 2]:
            await part()
            gone |= _sealed(here, keys.person_id(ARI))  # all there ever was, older versions too
        stays = _sealed(here, keys.person_id(BO))
        assert len(gone) >= 4
        await _deletes(here)
        copy(data, backup)
        files = here.files() | {"backup.db": backup.read_bytes()}
        assert files["handrail.db-wal"] == b""
        found = [name for name, held in files.items() for one in gone if one in held]
        assert found == []
        assert any(one in files["handrail.db"] for one in stays), "else the search proves nothing"
    opened = b"\n".join([*_opens(data / "handrail.db", keys), *_opens(backup, keys)])
    assert opened, "something of Bo's must open, else this proves nothing"
    words = [one for one in ARIS.values() if one.encode() in opened]
    assert words == []
    assert ARI.native.encode() not in opened
    with capsys.disabled():
        size = sum(map(len, files.values()))
        sys.stdout.write(
            f"\n  deleted {when}: {len(gone)} sealed values in {size} bytes, 0 found; "
            f"{len(opened)} bytes opened, 0 words\n"
        )


async def test_the_page_forgets_their_chat_and_what_it_held(tmp_path: Path) -> None:
    async with bench(tmp_path) as here:
        await here.meet()
        await here.share()
        before = await _posts(here, "dm:quillfeather")
        await _deletes(here)
        assert before
        assert await _posts(here, "dm:quillfeather") == 0
        assert await _posts(here, "dm:brindlewick") > 0
        assert "local.db-wal" in here.files()


async def _posts(here: Bench, place: str) -> int:
    """How many posts with words stand in that place."""
    page = here.app._adapters["local"]  # noqa: SLF001 - the page's own memory
    news = await page._memory.since("")  # type: ignore[attr-defined]  # noqa: SLF001 - as above
    return len([post for post in news.posts if post.place == place and post.body])


async def test_one_who_stays_can_go_on(tmp_path: Path) -> None:
    async with bench(tmp_path) as here:
        await here.meet()
        await here.share()
        await _deletes(here)
        await here.ask(BO, "who")
        assert await _posts(here, "dm:brindlewick") > 0
        assert "event=bug" not in here.log.getvalue()
