"""What the page is told: plain values, written as JSON."""

from datetime import datetime
from typing import Literal

import msgspec

from bot.adapter import ShownCommand
from bot.model.message import Image, ShownChoice

Saying = Literal["question", "note", "card", "file", "picture"]  # what the bot says, by its kind

BOT = ""  # the author of what the bot says; a person's own posts carry their native id


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """What one post says. At rest it is sealed as a whole."""

    kind: Saying | Literal["said"]  # "said": by a person
    at: datetime  # by the bot's clock, UTC
    text: str
    name: str = ""  # of a file
    lead: str = ""  # the discreet line that `text` begins with, where it does
    session: str = ""
    step: str = ""
    choices: tuple[ShownChoice, ...] = ()
    most: int = 1
    writes: bool = False
    edited: bool = False
    image: Image | None = None  # the page is told of it without its bytes, and asks for those

    def __repr__(self) -> str:
        """The words stay out of logs and tracebacks."""
        return f"<post {self.kind}>"


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """One message in one place. `body` is None once the bot has taken it back."""

    id: str
    seq: int  # the order within a place; never reused
    place: str  # "dm:<native>" or "room:<session>"
    author: str  # BOT or the native id of the person who wrote it
    body: Body | None


class Human(msgspec.Struct, frozen=True, kw_only=True):
    """A person at this bench."""

    id: str  # native
    name: str


class Room(msgspec.Struct, frozen=True, kw_only=True):
    """A shared place and who sees it."""

    place: str
    people: tuple[str, ...]
    closed: bool


class News(msgspec.Struct, frozen=True, kw_only=True):
    """What changed after a mark: all people and rooms, and the posts that are new or differ.

    `fresh` says that the page must forget what it had: the mark was of another memory.
    """

    mark: str
    fresh: bool
    people: tuple[Human, ...]
    rooms: tuple[Room, ...]
    posts: tuple[Post, ...]


class Push(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One event of the live stream."""

    now: datetime
    news: News
    commands: tuple[ShownCommand, ...] | None = None  # on connecting only


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """Why something was refused: a code for which the page has a kind sentence."""

    problem: str
