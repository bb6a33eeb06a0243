"""What may stand in a line of a rehearsal, and what is wrong with one that may not.

One JSON object a line. `"twice": true` on any of them delivers it twice.

    {"person":"ari","zone":"America/Chicago","locale":"en","welcomed":true}
    {"as":"ari","say":"text"}                       with "room":ID to say it in a shared room
    {"as":"ari","command":"share","with":{"person":"bo"}}
    {"as":"ari","choose":"send"}                    or a list; with "message":ID for that one
    {"as":"bo","event":"left"}                      or "blocked"
    {"advance":"24h"}  {"until":"2026-01-06T09:00:00Z"}  {"restart":"clean"}  or "kill"
"""

import re
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from zoneinfo import available_timezones

import msgspec

SPAN = re.compile(r"(\d+)([smhd])")
UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days"}
SPAN_LENGTH = 20  # characters
LONGEST = timedelta(days=3660)
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=r"^\S+\Z")]


class BadLine(Exception):
    """The line says nothing that can be done. It changes nothing."""


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of any kind."""

    twice: bool = False


class Person(Line, frozen=True, kw_only=True):
    """Somebody appears, or says who they are."""

    person: Name
    zone: str = ""
    locale: str = ""
    welcomed: bool = False
    name: str = ""


class Say(Line, frozen=True, kw_only=True):
    """Somebody types something."""

    who: Name = msgspec.field(name="as")
    say: str
    room: str = ""


class Command(Line, frozen=True, kw_only=True):
    """Somebody gives a command."""

    who: Name = msgspec.field(name="as")
    command: Name
    given: dict[str, str] = msgspec.field(name="with", default_factory=dict)


class Choose(Line, frozen=True, kw_only=True):
    """Somebody taps."""

    who: Name = msgspec.field(name="as")
    choose: str | list[str]
    message: str = ""


class Happens(Line, frozen=True, kw_only=True):
    """Somebody goes away."""

    who: Name = msgspec.field(name="as")
    event: Literal["left", "blocked"]


class Advance(Line, frozen=True, kw_only=True):
    """Time passes."""

    advance: str


class Until(Line, frozen=True, kw_only=True):
    """Time passes up to an instant."""

    until: datetime


class Restart(Line, frozen=True, kw_only=True):
    """The process ends, and another one begins."""

    restart: Literal["clean", "kill"]


KINDS: dict[str, type[Line]] = {
    "person": Person,
    "say": Say,
    "command": Command,
    "choose": Choose,
    "event": Happens,
    "advance": Advance,
    "until": Until,
    "restart": Restart,
}


def read(text: str) -> Line:
    """The line as one of the kinds. Raises `BadLine` with a sentence for whoever wrote it."""
    try:
        raw: Any = msgspec.json.decode(text.encode(errors="replace"))
    except (msgspec.DecodeError, ValueError) as no:
        raise BadLine("This is not one JSON object.") from no
    if not isinstance(raw, dict):
        raise BadLine("This is not one JSON object.")
    kinds = [kind for name, kind in KINDS.items() if name in raw]
    if len(kinds) != 1:
        raise BadLine(f"Exactly one of {', '.join(KINDS)} is needed.")
    return _checked(_converted(raw, kinds[0]))


def _converted(raw: dict[str, Any], kind: type[Line]) -> Line:
    try:
        return msgspec.convert(raw, type=kind, strict=True)
    except msgspec.ValidationError as no:
        raise BadLine(f"{no}.") from no


def _checked(line: Line) -> Line:
    match line:
        case Person(zone=zone) if zone and zone not in available_timezones():
            raise BadLine("There is no such time zone; use an IANA name such as Europe/Berlin.")
        case Until(until=until) if until.tzinfo is None:
            raise BadLine("The time needs a zone, such as a Z at its end.")
        case Advance(advance=text):
            span(text)
    return line


def span(text: str) -> timedelta:
    """How long "24h" or "1d12h" is. Raises `BadLine` for anything else, and for over ten years."""
    parts = SPAN.findall(text)
    if not parts or "".join(n + unit for n, unit in parts) != text or len(text) > SPAN_LENGTH:
        raise BadLine('A time is a number and one of s, m, h, d, such as "24h".')
    length = sum((timedelta(**{UNITS[u]: min(int(n), 10**9)}) for n, u in parts), timedelta())
    if length > LONGEST:
        raise BadLine("That is longer than ten years.")
    return length
