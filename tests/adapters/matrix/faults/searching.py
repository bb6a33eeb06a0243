"""What must not be found: words on the homeserver or in the bot's own files, and plain events."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from tests.adapters.discord.faults.same import leaked
from tests.adapters.matrix.homeserver import Homeserver

IN_CLEAR = {"m.room.redaction"}  # of what the bot sends into rooms: it names an event, no more
OF_ROOMS = """
    select e.type, count(*) from events e
    where e.sender = ? and e.state_key is null
    and e.room_id in (select room_id from current_state_events where type = 'm.room.encryption')
    group by e.type
"""


def sent(homeserver: Homeserver, user: str) -> Counter[str]:
    """How many events of which type that user has ever sent into encrypted rooms."""
    with closing(sqlite3.connect(homeserver.folder / "hs.db", timeout=30)) as db:
        return Counter(dict(db.execute(OF_ROOMS, (user,)).fetchall()))


def in_plain(homeserver: Homeserver, user: str) -> Counter[str]:
    """Those of them that the server can read. It must be none."""
    found = sent(homeserver, user)
    return Counter(
        {each: found[each] for each in found if each not in {"m.room.encrypted", *IN_CLEAR}}
    )


def found(homeserver: Homeserver, folder: Path, words: Iterable[str]) -> list[str]:
    """Where any of these words can be read: on the server, or in the bot's folder."""
    wanted = list(words)
    there = [f"{word}: {places}" for word, places in homeserver.holds(*wanted).items()]
    files = [file for file in folder.rglob("*") if file.is_file()]
    held = [(file.name, file.read_bytes().decode(errors="replace")) for file in files]
    return there + [f"{word}: {name}" for name, text in held for word in leaked(wanted, text)]
