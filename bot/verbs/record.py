"""Recording that a person has checked a help line: a copy of the entry in the operator's file.

The whole entry is copied, so that a check holds for the number that was called and for no
other. The installed list is never changed, and of the operator's file only what must be; the
result is read back before it takes the file's place.
"""

import json
import re
import tomllib
from contextlib import suppress
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import pairwise
from pathlib import Path

import msgspec

from bot.app import own_lines
from bot.care.lines import book
from bot.care.lines.choosing import AHEAD, WEAK
from bot.care.lines.reading import Reading, read
from bot.errors import BadHelpLines, NotRecorded
from bot.model.helpline import LONGEST, UNCHECKED, Helpline

HEAD = """\
# Your own help lines, and your checks of those that ship. docs/help-lines.md explains it.

[meta]
schema = 1
"""
START = re.compile(r"^[ \t]*\[\[line\]\]", re.MULTILINE)


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """Who compared which line with its own site, and when."""

    country: str
    name: str
    by: str
    on: date


def record(file: Path, check: Check, today: date) -> Helpline:
    """Write the check into `file`, which need not exist yet; the entry as it stands there now.

    Raises `NotRecorded` where the line, the day or the name is wrong or the file cannot be
    written, and `BadHelpLines` where the file has mistakes that must be mended first.
    """
    own = own_lines(file)
    if own.mistakes:
        raise BadHelpLines("\n".join(own.mistakes))
    known = _find(book.bind(book.shipped(), own), check)
    _refuse(check, known, today)
    new = msgspec.structs.replace(
        known, verified_on=check.on, verified_by=check.by, note=_outdated(known.note)
    )
    before = _text(file)
    added = f"{before.rstrip()}\n\n{_written(new)}"
    after = _amended(before, new) if new.key in {line.key for line in own.lines} else added
    _prove(after, own, new)
    _replace(file, after)
    return new


def _find(known: book.Book, check: Check) -> Helpline:
    country = check.country.upper()
    here = {line.name: line for line in known.lines if line.country == country}
    for name, line in here.items():
        if name.casefold() == check.name.casefold():
            return line
    if not here:
        raise NotRecorded(f"There is no help line in {country}.")
    near = get_close_matches(check.name, here, n=1)
    told = f"Did you mean {near[0]}?" if near else f"There are: {'; '.join(here)}."
    raise NotRecorded(f"There is no {check.name} in {country}. {told}")


def _refuse(check: Check, line: Helpline, today: date) -> None:
    """A check without a person, of a day to come, or of one that is long past, is none."""
    if not check.by or check.by == UNCHECKED:
        raise NotRecorded("Say with --by who has checked it; initials are enough.")
    if check.on > today + AHEAD:
        raise NotRecorded("--on is a day that has not come yet.")
    if check.on + timedelta(days=line.expires_after_days) <= today:
        raise NotRecorded(f"That was {line.expires_after_days} days ago or more; check it again.")


def _outdated(note: str) -> str:
    """The note of a line that has been checked: its weak sources are history."""
    return note.replace(WEAK, "Before the check: weak")


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else HEAD


def _amended(text: str, new: Helpline) -> str:
    """The text with the new check in the entry of that name; all else stays as it is."""
    starts = [found.start() for found in START.finditer(text)]
    edges = [0, *starts, len(text)]
    parts = [text[start:end] for start, end in pairwise(edges)]
    return "".join(_checked(part, new) if _names(part) == new.key else part for part in parts)


def _names(part: str) -> tuple[str, str] | None:
    """The key of the entry that a part of the file holds; None where it holds none."""
    with suppress(tomllib.TOMLDecodeError, KeyError, AttributeError):
        (entry,) = tomllib.loads(part)["line"]
        return entry["country"], entry["name"].casefold()
    return None


def _checked(part: str, new: Helpline) -> str:
    for field in ("verified_on", "verified_by", "note"):
        part = _with(part, field, getattr(new, field))
    return part


def _with(part: str, field: str, value: object) -> str:
    """The part with another value in the line of that field, where it has such a line."""
    line = f"{field} = {_value(value)}"
    return re.sub(rf"(?m)^[ \t]*{field}[ \t]*=.*$", lambda _: line, part, count=1)


def _written(line: Helpline) -> str:
    """The entry in TOML; what is empty is left out."""
    given = msgspec.structs.asdict(line)
    if line.expires_after_days == LONGEST:
        del given["expires_after_days"]
    rows = [f"{name} = {_value(value)}" for name, value in given.items() if value]
    return "\n".join(("[[line]]", *rows, ""))


def _value(value: object) -> str:
    """In TOML. A text is written as in JSON, which is TOML too as long as it is one line."""
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def _prove(text: str, own: Reading, new: Helpline) -> None:
    """Raises `NotRecorded` unless the text says what the file said, and the check."""
    wanted = {line.key: line for line in own.lines} | {new.key: new}
    found = read(text.encode(), "the file")
    lines = {line.key: line for line in found.lines}
    days = lines[new.key].expires_after_days if new.key in lines else 0
    wanted[new.key] = msgspec.structs.replace(new, expires_after_days=days)
    if found.mistakes or lines != wanted:
        raise NotRecorded("Set verified_on and verified_by in your file by hand, please.")


def _replace(file: Path, text: str) -> None:
    """The new text under the file's name, whole or not at all."""
    draft = file.with_name(f"{file.name}.new")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8")
        draft.replace(file)
    except OSError as no:
        raise NotRecorded(f"{file}: {no.strerror}.") from no
