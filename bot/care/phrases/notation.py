"""How a phrase is written in a list, and every row of plain words that it stands for.

    want to die       these words, in this order; case, apostrophes and hyphens do not matter
    {want} to die     any phrase of the group `want`, which the same file spells out
    my/the pills      either word; a hyphen keeps words together, as in off/out-of the window
    kill (all) of us  what is in round brackets may be missing
    pills ... all     up to six other words may stand between, though not inside a group

Words that the file lists as fillers ("really", "so") are passed over wherever they stand.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import product

from bot.care.phrases import normal

GAP = "..."
Row = tuple[str, ...]
Groups = Mapping[str, list[str]]

_PIECE = re.compile(r"\(([^()]*)\)|(\S+)")
_GROUP = re.compile(r"\{([a-z][a-z-]*)\}")
_WORD = re.compile(r"\w(?:[\w'-]*\w)?")


class Unreadable(Exception):
    """A phrase does not follow the notation. Its text says why."""


def units(phrase: str) -> Iterator[Row]:
    """The phrase's pieces, still as written; once with and once without what is in brackets."""
    for row in _rows(phrase):
        if not row:
            raise Unreadable("It may be nothing at all.")
        if GAP in {row[0], row[-1]}:
            raise Unreadable("A gap needs a word on either side.")
        yield row


def _rows(phrase: str) -> Iterator[Row]:
    if "(" not in phrase:  # most of them
        yield tuple(phrase.split())
        return
    choices = [
        [tuple(inner.split()), ()] if inner else [(piece,)]
        for inner, piece in _PIECE.findall(phrase)
    ]
    for chosen in product(*choices):
        yield tuple(piece for pieces in chosen for piece in pieces)


def choices(unit: str, groups: Groups) -> tuple[Row, ...]:
    """What a piece may be: rows of plain words, and of pieces that are groups in their turn.

    Raises `Unreadable` where it is no word, no group and no choice of these.
    """
    found = [row for choice in unit.split("/") for row in _choice(choice, groups)]
    return tuple(dict.fromkeys(found))


def _choice(choice: str, groups: Groups) -> Iterator[Row]:
    if choice.isascii() and choice.isalpha():  # most of them
        yield (choice.lower(),)
    elif _WORD.fullmatch(choice):
        yield tuple(normal.words(choice, ()))
    elif not (group := _GROUP.fullmatch(choice)):
        raise Unreadable(f"`{choice}` is no word and no {{group}}.")
    elif group[1] not in groups:
        raise Unreadable(f"There is no group `{group[1]}`.")
    else:
        for phrase in groups[group[1]]:
            yield from _without_gap(phrase)


def _without_gap(phrase: str) -> Iterator[Row]:
    for row in units(phrase):
        if GAP in row:
            raise Unreadable(f"A gap cannot be inside a group, as in `{phrase}`.")
        yield row
