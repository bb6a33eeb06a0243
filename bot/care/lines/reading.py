"""A file of help lines, read strictly: what is right in it, and every mistake at once.

An entry with a mistake is left out and the rest of the file counts: a slip of the pen in one
country must not hide the numbers of another.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from bot.model.helpline import LONGEST, Days, Helpline

WAYS = ("phone", "sms", "chat_url")  # an entry without any of them helps nobody
Key = tuple[str, str]  # country and name
Values = Mapping[str, Any]


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """[meta]: what holds for every entry of the file."""

    schema: Annotated[Literal[1], Meta(description="1")]
    compiled_on: Annotated[date | None, Meta(description="a day such as 2026-11-22")] = None
    expires_after_days: Days = LONGEST


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What a file says: its good entries, and a sentence for each mistake."""

    lines: tuple[Helpline, ...] = ()
    mistakes: tuple[str, ...] = ()
    spoiled: frozenset[Key] = frozenset()  # entries left out, as far as they say which they are


def read(body: bytes, file: str) -> Reading:
    """The help lines in `body`. Each mistake names `file`, the entry and the field."""
    try:
        values = tomllib.loads(body.decode())
    except UnicodeDecodeError:
        return Reading(mistakes=(f"{file} is not UTF-8 text.",))
    except tomllib.TOMLDecodeError as no:
        return Reading(mistakes=(f"{file} is not TOML: {no}.",))
    notes = _Notes(file)
    notes.say_all("[meta]", _wrong(_table(values, "meta"), Head))
    for name in sorted(values.keys() - {"meta", "line"}):
        notes.say(f"[{name}]", "", "is no section; there are [meta] and [[line]]")
    entries = values.get("line", [])
    if not isinstance(entries, list):
        notes.say("[line]", "", "must be written [[line]], once for each entry")
        entries = []
    for number, entry in enumerate(entries, start=1):
        notes.take(number, entry, _days(values))
    return notes.reading()


class _Notes:
    """The notepad for one file."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._lines: dict[Key, Helpline] = {}
        self._mistakes: list[str] = []
        self._spoiled: set[Key] = set()

    def say(self, entry: str, field: str, sentence: str) -> None:
        """One mistake."""
        place = ", ".join(part for part in (self._file, entry, field) if part)
        self._mistakes.append(f"{place}: {sentence}.")

    def say_all(self, entry: str, found: Iterator[tuple[str, str]]) -> bool:
        """Every mistake of one entry; whether there was any."""
        before = len(self._mistakes)
        for field, sentence in found:
            self.say(entry, field, sentence)
        return len(self._mistakes) > before

    def take(self, number: int, entry: Any, days: int) -> None:  # noqa: ANN401 - as TOML gave it
        """One entry, or what is wrong with it."""
        values = entry if isinstance(entry, dict) else {}
        country, name = values.get("country"), values.get("name")
        known = isinstance(country, str) and isinstance(name, str)
        place = f'{country} "{name}"' if known else f"entry {number}"
        if self.say_all(place, _wrong(values, Helpline)):
            if known:
                self._spoiled.add((str(country), str(name).casefold()))
            return
        line = msgspec.convert({"expires_after_days": days} | values, Helpline)
        if line.key in self._lines:
            self.say(place, "name", "stands in the file twice")
        self._lines.setdefault(line.key, line)

    def reading(self) -> Reading:
        """All of it."""
        return Reading(
            lines=tuple(self._lines.values()),
            mistakes=tuple(self._mistakes),
            spoiled=frozenset(self._spoiled),
        )


def _table(values: Values, name: str) -> Values:
    found = values.get(name, {})
    return found if isinstance(found, dict) else {}


def _days(values: Values) -> int:
    """How long entries hold that do not say it themselves."""
    try:
        return msgspec.convert(_table(values, "meta"), Head).expires_after_days
    except msgspec.ValidationError:
        return LONGEST


def _wrong(values: Values, kind: type[msgspec.Struct]) -> Iterator[tuple[str, str]]:
    """Pairs of a field and what is wrong with it. What stands in it is not repeated."""
    wanted = {field.name: field for field in msgspec.structs.fields(kind)}
    for name in sorted(values.keys() - wanted.keys()):
        close = get_close_matches(name, wanted, n=1)
        yield name, f"is no field; did you mean {close[0]}" if close else "is no field"
    for name, field in wanted.items():
        said = field.type.__metadata__[0].description
        if name not in values:
            if field.required:
                yield name, f"is missing; it must be {said}"
        elif not _fits(values[name], field.type):
            yield name, f"must be {said}"
    if kind is Helpline and not values.keys() & set(WAYS):
        yield "phone", f"is missing, and so are {WAYS[1]} and {WAYS[2]}; one of them is needed"


def _fits(value: object, kind: object) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True
