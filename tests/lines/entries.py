"""Entries for the tests of the help lines, and files that hold them."""

from datetime import date
from typing import Any

import msgspec

from bot.care.lines.book import Book
from bot.model.helpline import UNCHECKED, Helpline, Topic

TODAY = date(2026, 12, 1)
CHECKED = date(2026, 11, 22)
GOOD = """
[meta]
schema = 1

[[line]]
country = "DE"
name = "Hilfe"
topics = ["suicide"]
phone = "116 123"
source_urls = ["https://example.org/hilfe"]
verified_on = 2026-11-22
verified_by = "ada"
"""


def line(name: str, *topics: Topic, **more: Any) -> Helpline:  # noqa: ANN401 - any field of it
    """An entry of Nowhere that a person has checked, unless it says otherwise."""
    given: dict[str, Any] = {
        "country": "XX",
        "name": name,
        "topics": topics or ("suicide",),
        "phone": "123",
        "source_urls": ("https://example.org",),
        "verified_on": CHECKED,
        "verified_by": "ada",
    }
    return Helpline(**(given | more))


def unchecked(name: str, *topics: Topic, **more: Any) -> Helpline:  # noqa: ANN401 - as above
    """An entry that nobody has checked."""
    return line(name, *topics, verified_by=UNCHECKED, **more)


def book(*lines: Helpline) -> Book:
    """A book of these, in this order."""
    return Book(lines=lines)


def names(lines: tuple[Helpline, ...]) -> list[str]:
    """What they are called."""
    return [one.name for one in lines]


def aged(one: Helpline, on: date) -> Helpline:
    """The same, checked on another day."""
    return msgspec.structs.replace(one, verified_on=on)
