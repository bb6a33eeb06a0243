"""What can be told of the store from outside: its library, its folder, its key. Opens nothing."""

import os
import sqlite3
import stat
from pathlib import Path

from bot.store import crypto, opening

SAFE = (3, 51, 3)  # before it, two connections that reset a write-ahead log at once can damage it
OTHERS = stat.S_IRWXG | stat.S_IRWXO


def sqlite_version() -> tuple[int, int, int]:
    """The version of the SQLite that Python was built with, and that the store uses."""
    return sqlite3.sqlite_version_info


def open_to_others(data: Path) -> bool:
    """Whether anybody else on this machine may look into the folder. Windows does not say."""
    return os.name == "posix" and data.exists() and bool(data.stat().st_mode & OTHERS)


def key_beside(data: Path) -> bool:
    """Whether the key lies in the same folder as the database that it opens."""
    return (data / crypto.FILE).exists() and (data / opening.FILE).exists()
