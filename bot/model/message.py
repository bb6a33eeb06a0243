"""What the bot says: intents, not text. Words are found late, in the reader's language."""

from datetime import date, datetime, time
from typing import Literal

import msgspec

from bot.model.event import DM
from bot.model.helpline import Topic
from bot.model.person import Account, PersonId
from bot.model.private import Private

Kind = Literal["question", "note", "card", "file", "picture", "edit", "hide", "open", "close"]
Shape = Literal["disc", "ring"]


class Picked(msgspec.Struct, frozen=True, kw_only=True, tag="picked"):
    """Chosen ids whose labels are found in Fluent; what is no id of the field is own words."""

    ids: Private
    of: str  # "<exercise>.<field>"


class Word(msgspec.Struct, frozen=True, kw_only=True, tag="word"):
    """Another Fluent message, as part of a sentence: a command's or an exercise's title."""

    words: str


class Helplines(msgspec.Struct, frozen=True, kw_only=True, tag="helplines"):
    """Help lines of the reader's country, as they stand when the message is handed over.

    Only the wish for them waits in the outbox: an entry that has expired by then is not shown.
    """

    topics: tuple[Topic, ...] = ()  # empty: whatever helps anybody


class Rhythm(msgspec.Struct, frozen=True, kw_only=True, tag="rhythm"):
    """When somebody will be asked: the rule, and the next times in UTC, said in the reader's zone.

    Without a rule it is a break, until the local date `until` where there is one.
    """

    days: tuple[int, ...] = ()
    at: time | None = None
    coming: tuple[datetime, ...] = ()
    until: date | None = None


class Day(msgspec.Struct, frozen=True, kw_only=True, tag="day"):
    """A day of the reader's calendar, said as their language says it; of no year."""

    on: date


class Guide(msgspec.Struct, frozen=True, kw_only=True, tag="guide"):
    """Lines of somebody's care guide that the reader may see when the message is handed over.

    Only whose they are waits in the outbox: what was taken back by then is not shown. The line
    that holds it goes before them, and goes with them where there are none.
    """

    owner: PersonId
    feelings: tuple[str, ...]  # of the guide; what is about none of them is not shown
    most: int
    empty: str = ""  # words in place of all that where there is nothing; empty: none


Arg = Picked | Word | Helplines | Rhythm | Day | Guide | Private | str | int | datetime


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One Fluent message of a bubble, with what goes into it."""

    words: str  # "<exercise>.<id>" or ".<id>" for the shared words
    args: dict[str, Arg] = {}


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Where something stands between the levels of a chart."""

    at: int  # 1 is the lowest level
    shape: Shape = "disc"


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """What a shape means."""

    shape: Shape
    means: Line


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """What a chart shows of one time. Columns stand side by side, however long lay between."""

    marks: tuple[Mark, ...]
    label: Line | None = None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What stands below the chart, or without one, in words: a heading and what belongs to it."""

    label: Line
    texts: tuple[Line, ...] = ()


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """Something of a person's own, to be drawn for them alone when it is handed over.

    Its rows are drawn, and are the text that goes with it: so both say the same, and a chart
    shows nothing that no row says.
    """

    title: Line
    rows: tuple[Row, ...]
    levels: tuple[Line, ...] = ()  # of the chart, lowest first; none: there is no chart
    columns: tuple[Column, ...] = ()  # oldest first
    keys: tuple[Key, ...] = ()  # where there is more than one shape

    def lines(self) -> tuple[Line, ...]:
        """All that is said in it."""
        rows = (line for row in self.rows for line in (row.label, *row.texts))
        labels = (column.label for column in self.columns if column.label)
        means = (key.means for key in self.keys)
        return (self.title, *self.levels, *labels, *means, *rows)


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Something to tap. Its label is found in Fluent, or is a phrase of somebody's."""

    id: str
    words: str = ""
    label: Private | None = None


class Message(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to hand over. `key` is the idempotency key that the platform also sees.

    kind "question" and "note" and "card" are shown; "file" is handed over as a file called
    `name`, or shown where a platform carries none; "picture" is shown, with its rows in words;
    "edit" replaces the text of the
    message `target` and takes its choices away; "hide" removes all that the bot said in
    this person's DM; "open" and "close" make and leave a room for `people`.
    """

    key: str
    kind: Kind
    to: PersonId  # whose DM; for a room: whose language it is written in
    place: str = DM
    session: str = ""
    step: str = ""  # script step and field: "rate/band"; for people who read along
    lines: tuple[Line, ...] = ()
    choices: tuple[Choice, ...] = ()
    most: int = 1  # how many choices may be taken at once
    writes: bool = False  # free text is an answer too
    numbered: bool = True  # a typed number names a choice; False: it would be an answer itself
    lead: bool = False  # nobody asked for this just now: begin with the discreet line
    target: str = ""
    name: str = ""
    people: tuple[PersonId, ...] = ()
    due: datetime | None = None  # not before; None: at once
    picture: Picture | None = None

    def spoken(self) -> tuple[Line, ...]:
        """All lines of it, those of its picture too."""
        return (*self.lines, *(self.picture.lines() if self.picture else ()))


class ShownChoice(msgspec.Struct, frozen=True, kw_only=True):
    """A choice with its words."""

    id: str
    label: str


class Image(msgspec.Struct, frozen=True, kw_only=True):
    """A picture that has been drawn, as PNG. It is on no disk in clear."""

    data: bytes
    alt: str  # short, since the text beside it says all that is in it
    width: int  # pixels
    height: int

    def __repr__(self) -> str:
        """What is in it stays out of logs and tracebacks."""
        return "<image>"


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A message as its reader will see it: what an adapter is given to send.

    `text` begins with `lead`, the discreet line, where one is due. `preview` is what a lock
    screen would show of it: at most 120 characters. An adapter that cannot show the
    `image` shows the text alone: it says the same.
    """

    id: str
    kind: Kind
    to: Account
    place: str
    session: str
    step: str
    text: str
    preview: str
    lead: str = ""
    choices: tuple[ShownChoice, ...] = ()
    most: int = 1
    writes: bool = False
    numbered: bool = True  # where choices are drawn as text: whether a number names one
    target: str = ""
    name: str = ""
    people: tuple[Account, ...] = ()
    image: Image | None = None  # of kind "picture", where it could be drawn

    def __repr__(self) -> str:
        """The words stay out of logs and tracebacks."""
        return f"<shown {self.kind} {self.id}>"
