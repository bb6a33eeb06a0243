"""Migrations: numbered SQL, forward only, each applied once and remembered by its checksum."""

import hashlib
from importlib import resources

from bot.errors import StoreDamaged, StoreTooNew
from bot.store.desk import Desk

_TABLE = """
create table if not exists migration (
    number integer primary key,
    checksum text not null
);
"""


def known() -> dict[int, str]:
    """Every migration of this version, by number."""
    folder = resources.files(__package__).joinpath("migrations")
    files = [file for file in folder.iterdir() if file.name.endswith(".sql")]
    return {int(file.name.partition("_")[0]): file.read_text("utf-8") for file in files}


def check(desk: Desk) -> None:
    """Look before anything is written.

    Raises `StoreTooNew` for a database of a newer version, and `StoreDamaged` where a
    migration that was applied is not the one we know under its number.
    """
    ours, theirs = known(), _applied(desk)
    newer = max(theirs, default=0)
    if newer > max(ours):
        raise StoreTooNew(f"It has migration {newer}; this version knows {max(ours)}.")
    for number, checksum in theirs.items():
        if checksum != _checksum(ours.get(number, "")):
            raise StoreDamaged(f"Migration {number} is not the one that this version knows.")


def migrate(desk: Desk) -> None:
    """Apply what is missing, in order; each one wholly or not at all."""
    desk.executescript(_TABLE)
    applied = _applied(desk)
    for number, script in sorted(known().items()):
        if number not in applied:
            _at_once(desk, script + _done(number, script))


def _done(number: int, script: str) -> str:
    return f"insert into migration values ({number}, '{_checksum(script)}');"  # noqa: S608 - numbers and digests of ours


def _at_once(desk: Desk, script: str) -> None:
    try:
        desk.executescript(f"begin immediate;\n{script}\ncommit;")
    except BaseException:
        if desk.in_transaction:
            desk.rollback()
        raise


def _applied(desk: Desk) -> dict[int, str]:
    there = desk.execute("select 1 from sqlite_schema where name = 'migration'").fetchone()
    rows = desk.execute("select number, checksum from migration").fetchall() if there else []
    return dict(rows)


def _checksum(script: str) -> str:
    return hashlib.sha256(script.encode()).hexdigest()
