"""What a decision may look at, and what it changes. Plain values on both sides."""

import msgspec

from bot.model.message import Message
from bot.model.person import Bond, Person, PersonId, Record
from bot.model.session import Session

BondKey = tuple[PersonId, PersonId]  # (owner, other)
RecordKey = tuple[PersonId, str]  # (owner, id)


class World(msgspec.Struct, kw_only=True):
    """People, bonds and running sessions around the events of one batch.

    Whatever is not here is not stored: a session that ended is absent.
    """

    people: dict[PersonId, Person] = {}
    bonds: dict[BondKey, Bond] = {}
    sessions: dict[str, Session] = {}
    records: dict[RecordKey, Record] = {}  # of an event that is about all that a person keeps


class Erased(msgspec.Struct, frozen=True, kw_only=True):
    """What `owner` no longer keeps. Others' own facts stay theirs."""

    owner: PersonId
    other: PersonId | None = None  # the whole bond with them
    records: tuple[str, ...] = ()  # ids
    round: str = ""  # the owner's part of it where it runs: "<session>/<round>"


class Opens(msgspec.Struct, frozen=True, kw_only=True):
    """Who acted wants to begin this exercise next; or to be told how, to name whom it is with."""

    script: str
    by_name: bool = False


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """What one event changes. Empty when nothing does.

    A session whose status is "ended" is removed, and its answers with it.
    """

    sessions: tuple[Session, ...] = ()
    people: tuple[Person, ...] = ()
    bonds: tuple[Bond, ...] = ()
    records: tuple[Record, ...] = ()
    messages: tuple[Message, ...] = ()
    erased: tuple[Erased, ...] = ()
    opens: tuple[Opens, ...] = ()  # begun in the same turn, once this is done
    forget: tuple[PersonId, ...] = ()  # people of whom nothing may remain
