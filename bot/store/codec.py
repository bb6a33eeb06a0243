"""Bodies: our values as bytes and back, before they are sealed and after they are opened.

msgpack with names, so that a field added later finds its default in what was stored before.
A session is taken apart here: what one person answered, and the private exercise that is open
for them alone, is that person's `Part` and is sealed by their key; the rest is the house's.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import reduce
from typing import Any, get_args

import msgspec

from bot.model.message import Arg, Choice, Column, Key, Line, Mark, Message, Picture, Row
from bot.model.person import Account, Bond, Person, PersonId
from bot.model.private import Private
from bot.model.session import Role, Session

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
PRIVATE = 1  # our msgpack extension, where a value may be private or not


class Part(msgspec.Struct, frozen=True):
    """What a session holds of one person's: by role, for they may play several."""

    answers: dict[Role, dict[str, Private]] = {}
    asides: dict[Role, Session] = {}
    forgotten: dict[PersonId, Account] = {}  # kept for who is still there; see `parts_of`


NOTHING = Part()


def _open(value: object) -> object:
    if isinstance(value, Private):
        return value.open_for("store")
    raise NotImplementedError(type(value).__name__)  # how msgspec wants to be told


def _mark(value: object) -> object:
    if isinstance(value, Private):
        return msgspec.msgpack.Ext(PRIVATE, value.open_for("store").encode())
    raise NotImplementedError(type(value).__name__)


def _close(_wanted: type, value: object) -> Private:
    if isinstance(value, str):
        return Private(value)
    return value if isinstance(value, Private) else Private(str(value))


def _unmark(_code: int, data: memoryview) -> Private:
    return Private(str(data, "utf-8"))


_writer = msgspec.msgpack.Encoder(enc_hook=_open)
_marker = msgspec.msgpack.Encoder(enc_hook=_mark)
_unmarker = msgspec.msgpack.Decoder(ext_hook=_unmark)
_session = msgspec.msgpack.Decoder(Session, dec_hook=_close)
_part = msgspec.msgpack.Decoder(Part, dec_hook=_close)
_person = msgspec.msgpack.Decoder(Person, dec_hook=_close)
_bond = msgspec.msgpack.Decoder(Bond, dec_hook=_close)
_record = msgspec.msgpack.Decoder(dict[str, Private], dec_hook=_close)
_account = msgspec.msgpack.Decoder(Account)

# The kinds of argument that are structs. msgspec knows them by their tag, but no union that
# has `Private` in it; so arguments are read untyped and put together here.
_ARGS: Any = reduce(
    lambda some, kind: some | kind,
    [kind for kind in get_args(Arg) if issubclass(kind, msgspec.Struct)],
)


def write(value: msgspec.Struct | dict[str, Private]) -> bytes:
    """A person, a bond, a session, a part, an account or a record's body as bytes."""
    return _writer.encode(value)


def read_record(body: bytes) -> dict[str, Private]:
    """What `write` made of a record's body."""
    return _record.decode(body)


def read_account(body: bytes) -> Account:
    """What `write` made of an account."""
    return _account.decode(body)


def read_person(body: bytes) -> Person:
    """What `write` made of a person."""
    return _person.decode(body)


def read_bond(body: bytes) -> Bond:
    """What `write` made of a bond."""
    return _bond.decode(body)


def write_message(message: Message) -> bytes:
    """A message as bytes."""
    return _marker.encode(message)


def read_message(body: bytes) -> Message:
    """What `write_message` made of a message."""
    raw = _unmarker.decode(body)
    read = {
        "lines": _lines(raw["lines"]),
        "choices": tuple(Choice(**choice) for choice in raw["choices"]),
        "people": tuple(raw["people"]),
        "picture": _picture(raw["picture"]) if raw.get("picture") else None,
    }
    return Message(**raw | read)


def _line(raw: dict[str, Any]) -> Line:
    return Line(**raw | {"args": _args(raw["args"])})


def _lines(raw: list[dict[str, Any]]) -> tuple[Line, ...]:
    return tuple(map(_line, raw))


def _picture(raw: dict[str, Any]) -> Picture:
    return Picture(
        title=_line(raw["title"]),
        rows=tuple(Row(label=_line(r["label"]), texts=_lines(r["texts"])) for r in raw["rows"]),
        levels=_lines(raw["levels"]),
        columns=tuple(map(_column, raw["columns"])),
        keys=tuple(Key(shape=key["shape"], means=_line(key["means"])) for key in raw["keys"]),
    )


def _column(raw: dict[str, Any]) -> Column:
    marks = msgspec.convert(raw["marks"], tuple[Mark, ...])
    return Column(marks=marks, label=_line(raw["label"]) if raw["label"] else None)


def _args(raw: dict[str, Any]) -> dict[str, Arg]:
    return {
        name: msgspec.convert(arg, _ARGS, dec_hook=_close) if isinstance(arg, dict) else arg
        for name, arg in raw.items()
    }


def parts_of(session: Session) -> dict[PersonId, Part]:
    """What the session holds of each of its players.

    Whoever had their part erased has none. What the others have seen of it already, the
    first of them keeps from then on, under a key of their own.
    """
    parts: dict[PersonId, Part] = {}
    still = [person for person in session.players.values() if person not in session.forgotten]
    for role, person in session.players.items():
        keeper = person if person in still else next(iter(still), None)
        if keeper is None:
            continue
        part = parts.setdefault(keeper, Part({}, {}, {}))
        if person in session.forgotten:
            part.forgotten[person] = session.forgotten[person]
        if role in session.answers:
            part.answers[role] = session.answers[role]
        if role in session.asides:
            part.asides[role] = session.asides[role]
    return parts


def rest_of(session: Session) -> Session:
    """The session without what is anybody's own."""
    return msgspec.structs.replace(
        session,
        answers={role: a for role, a in session.answers.items() if role not in session.players},
        asides={role: a for role, a in session.asides.items() if role not in session.players},
        forgotten={},
    )


def read_rest(body: bytes) -> Session:
    """What `write` made of a session's rest."""
    return _session.decode(body)


def read_session(rest: Session, parts: Iterable[bytes]) -> Session:
    """A session put together again from its rest and what `write` made of its parts.

    The rest stays as it is: it may be at hand for later turns as well.
    """
    answers, asides, forgotten = dict(rest.answers), dict(rest.asides), dict(rest.forgotten)
    for part in map(_part.decode, parts):
        answers |= part.answers
        asides |= part.asides
        forgotten |= part.forgotten
    return msgspec.structs.replace(rest, answers=answers, asides=asides, forgotten=forgotten)


def codes_of(session: Session) -> list[Private]:
    """The codes of the seats of an exercise for several that still seat somebody."""
    seats = session.circle.seats.values() if session.circle else ()
    return [seat.code for seat in seats if seat.code is not None]


def digests_of(session: Session) -> set[str]:
    """The scripts that the session and the private exercises inside it keep to."""
    return {session.digest}.union(*map(digests_of, session.asides.values()))


def micros(at: datetime) -> int:
    """An instant as the database keeps it."""
    return (at - EPOCH) // MICROSECOND


def day(at: datetime) -> int:
    """The day of an instant, in UTC."""
    return (at - EPOCH).days


def instant(at: int) -> datetime:
    """What `micros` was given, in UTC."""
    return EPOCH + at * MICROSECOND
