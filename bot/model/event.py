"""Everything that can happen. Time enters the core here and nowhere else."""

from datetime import datetime

import msgspec

from bot.model.person import Account, PersonId
from bot.model.private import Private
from bot.model.script import MOST

DM = "dm"
ROOM = "room:"  # followed by the session's id
PEOPLE = ("person", *(f"person{at}" for at in range(2, MOST)))  # options: besides who asks


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something happened. `key` is the platform's own, so a repetition is known as one.

    `person` is who acted; the dispatcher fills it, and `people`, from accounts, so
    an adapter leaves both alone and sets `account`. It fills `code` from what was typed.
    """

    key: str
    at: datetime  # UTC
    account: Account | None = None
    person: PersonId = PersonId("")
    people: dict[str, tuple[PersonId, Account]] = {}  # native id as it was named → who that is
    place: str = DM  # "dm" or "room:<session>"
    whole: bool = False  # about all that the person keeps: that is loaded with it
    code: Private | None = None  # of "join": as it is kept; None where there can be no such code


class Said(Event, frozen=True, kw_only=True):
    """A person typed something; `question` is the message whose form it was, or empty.

    `replaces` is the key of an earlier event of theirs whose words were changed into these.
    """

    text: Private
    question: str = ""
    replaces: str = ""
    checked: bool = False  # the writer was asked about these very words before (safety D4.3)


class Chose(Event, frozen=True, kw_only=True):
    """A person tapped choices; `question` is the message's key, or empty: the one they are at."""

    question: str
    choices: tuple[str, ...]


class Asked(Event, frozen=True, kw_only=True):
    """A person gave a command. Options of kind "person" hold the native id as it was named.

    Where a platform shows people by another name than that id, the option "called" holds it; of
    several people, "person2" and "called2", and so on.
    """

    command: str
    options: dict[str, str] = {}
    session: str = ""  # set when it came from a control that belongs to a session


class Met(Event, frozen=True, kw_only=True):
    """A person appeared, or said who they are. Settings that are given are taken over."""

    zone: str = ""
    locale: str = ""
    welcomed: bool = False  # skip E0 with its defaults: for the simulator and tests


class Gone(Event, frozen=True, kw_only=True):
    """A person left the shared place or blocked the bot. To others, this is silence."""

    how: str  # "left", "blocked", or "deleted": they had their part erased


class Due(Event, frozen=True, kw_only=True):
    """A deadline of a session passed."""

    session: str


class Prompt(Event, frozen=True, kw_only=True):
    """`person` wanted to be asked something by now."""


class Aged(Event, frozen=True, kw_only=True):
    """Something that is kept of `person` may have been kept long enough."""
