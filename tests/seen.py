"""One thing that somebody saw, and how lengths of time are said, for tests that play."""

import re
from datetime import datetime, timedelta

import msgspec

from bot.model.event import DM
from bot.model.message import Message, Shown

UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}


def span(text: str) -> timedelta:
    """A length of time as it is said: "24h", "1d 12h", "90s"."""
    parts = re.findall(r"(\d+)\s*([smhd])", text)
    assert parts, f"{text!r} is no length of time"
    return timedelta(**{UNITS[unit]: int(number) for number, unit in parts})


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that somebody saw, at the moment at which they saw it."""

    at: datetime
    by: str  # a person's name, or "room"
    kind: str
    step: str
    words: tuple[str, ...]
    text: str
    preview: str
    choices: tuple[tuple[str, str], ...]  # id and label
    key: str
    target: str

    def names(self) -> set[str]:
        """All that a transcript may call this message."""
        ids = {one.rpartition(".")[2] for one in self.words}
        return ids | {self.step, self.step.rpartition("/")[2], self.kind}


def length_of(length: str | timedelta) -> timedelta:
    """A length as it is, or as it is said."""
    return span(length) if isinstance(length, str) else length


def as_seen(at: datetime, message: Message, shown: Shown) -> Seen:
    """A message as its reader saw it then."""
    return Seen(
        at=at,
        by=shown.to.native if message.place == DM else "room",
        kind=shown.kind,
        step=shown.step,
        words=tuple(line.words for line in message.lines),
        text=shown.text,
        preview=shown.preview,
        choices=tuple((choice.id, choice.label) for choice in shown.choices),
        key=shown.id,
        target=shown.target,
    )
