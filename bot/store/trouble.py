"""What SQLite complains of, said as one of our errors."""

import sqlite3

from bot.errors import StoreDamaged, StoreUnavailable

_CANNOT = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PERM,
}
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def is_everybodys(error: Exception) -> bool:
    """Whether it would meet every event: no room, no right to write, a damaged file."""
    return isinstance(error, sqlite3.Error) and _primary(error) in _CANNOT | _DAMAGED


def is_full(error: sqlite3.Error) -> bool:
    """Whether room is what it lacks. A disk that is full may also say that it failed."""
    return _primary(error) in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


def said(error: sqlite3.Error) -> Exception:
    """Our error for it; what is a bug of ours stays what it is."""
    if _primary(error) in _CANNOT:
        return StoreUnavailable(f"SQLite says: {error}.")
    if _primary(error) in _DAMAGED:
        return StoreDamaged(f"SQLite says: {error}.")
    return error


def _primary(error: sqlite3.Error) -> int:
    """The kind of error; the extended codes refine it in the higher bits."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_OK) & 0xFF
