"""A copy of the database while it is in use, whole and of one moment.

SQLite's own backup copies page by page and begins again where something was written in
between. Pages that were erased are zeros, so a copy holds nothing that the database does not.
The reader writes nothing: two processes that both did could damage a database in some
versions of SQLite. Where no other process has it, the lock keeps one from coming meanwhile.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from filelock import FileLock, Timeout

from bot.errors import NoBackup
from bot.store.opening import FILE, LOCK
from bot.store.trouble import said

_PAGES = 512  # in one go, so that a writer never waits long


def copy(data: Path, target: Path) -> int:
    """Copy the database in `data` to `target`, readable by its owner alone; its size in bytes.

    Raises `NoBackup` where there is no database, where `target` is there already or cannot be
    written, and what `trouble.said` makes of SQLite's own complaints. Of a copy that failed
    nothing is left.
    """
    source = data / FILE
    if not source.is_file():
        raise NoBackup(f"There is no database in {data}.")
    _claim(target)
    try:
        _copy_at_rest_or_in_use(data, source, target)
    except sqlite3.Error as error:
        target.unlink()
        raise said(error) from error
    except BaseException:
        target.unlink()
        raise
    return target.stat().st_size


def _claim(target: Path) -> None:
    """Make the file, so that nothing is ever overwritten and nobody else can read it."""
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as no:
        raise NoBackup(f"{target} is there already.") from no
    except OSError as no:
        raise NoBackup(f"{target}: {no.strerror}") from no


def _copy_at_rest_or_in_use(data: Path, source: Path, target: Path) -> None:
    lock = FileLock(data / LOCK, timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        _copy(f"{source.absolute().as_uri()}?mode=ro", target)  # its process has it open
        return
    try:
        _copy(source.absolute().as_uri(), target)
    finally:
        lock.release()


def _copy(source: str, target: Path) -> None:
    with (
        closing(sqlite3.connect(source, uri=True, timeout=30)) as read,
        closing(sqlite3.connect(target, isolation_level=None)) as written,
    ):
        read.execute("pragma query_only = on")
        read.backup(written, pages=_PAGES)
        written.execute("pragma journal_mode = delete")  # one file, without a WAL beside it
        ((checked,),) = written.execute("pragma quick_check(1)").fetchall()
        if checked != "ok":
            raise NoBackup("The copy is not whole; the database itself may be damaged.")
