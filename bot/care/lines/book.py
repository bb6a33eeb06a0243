"""The book of help lines: the list that ships, with the operator's own entries before it."""

from functools import cache
from importlib.resources import files

import msgspec

from bot.care.lines.reading import Reading, read
from bot.model.helpline import Helpline

FILE = "helplines.toml"


class Book(msgspec.Struct, frozen=True, kw_only=True):
    """Every entry there is, shown or not, and what is wrong with the files."""

    lines: tuple[Helpline, ...] = ()
    mistakes: tuple[str, ...] = ()


def shipped() -> Reading:
    """The list that ships. A file that cannot be read is a mistake, and not the end."""
    try:
        body = files(__package__).joinpath(FILE).read_bytes()
    except OSError as no:
        return Reading(mistakes=(f"The shipped list cannot be read: {no.strerror}.",))
    return _read(body)


@cache
def _read(body: bytes) -> Reading:
    """The same list is understood once in a process: it is long."""
    return read(body, "The shipped list")


def bind(base: Reading, own: Reading) -> Book:
    """One book of two readings.

    An entry of `own` takes the place of one with the same country and name. Where it has a
    mistake both are left out: it was perhaps written because the other is wrong.
    """
    kept = {line.key: line for line in base.lines if line.key not in own.spoiled}
    kept |= {line.key: line for line in own.lines}
    return Book(lines=tuple(kept.values()), mistakes=(*base.mistakes, *own.mistakes))
