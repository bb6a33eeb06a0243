"""`handrail doctor`: what an operator should know before strangers write to the bot.

It opens no database and changes nothing; platforms that are set up are asked how they are.
What a circle of friends may put up with is a note; where `[service] public` is true, the same
is something to mend.
"""

import asyncio
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

import msgspec
import typer

from bot import app, config
from bot.care import retention
from bot.care.lines.book import FILE, Book
from bot.care.lines.choosing import AHEAD, offer, state
from bot.errors import ForAuthor, ForOperator
from bot.model.helpline import Helpline
from bot.store import health
from bot.verbs.kindly import kindly, sentence
from bot.verbs.resources import Config, Data, today

MEND = 1  # exit code where something is to be mended
SOON = timedelta(days=30)  # how long before an entry expires one should know
NAMED = 5  # entries that are named in one sentence; the rest is counted

Weight = Literal["mend", "note", "fine"]


class Remark(msgspec.Struct, frozen=True):
    """One thing that was looked at, in a sentence."""

    weight: Weight
    sentence: str


def doctor(data: Data = None, config_file: Config = None) -> None:
    """Look over the settings, help lines, data folder, key and SQLite, and say what to mend."""
    with kindly():
        settings = config.load(config_file, data)
        remarks = examine(settings, app.helplines(settings.overlay), today())
        remarks += asyncio.run(_platforms(settings))
    for remark in sorted(remarks, key=lambda one: ("mend", "note", "fine").index(one.weight)):
        typer.echo(f"{remark.weight}  {remark.sentence}")
    if any(remark.weight == "mend" for remark in remarks):
        raise typer.Exit(MEND)


def examine(settings: config.Settings, book: Book, day: date) -> list[Remark]:
    """Everything that is looked at, in that order."""
    heavy: Weight = "mend" if settings.service.public else "note"
    return [
        *_overlay(settings),
        *(Remark("mend", mistake) for mistake in book.mistakes),
        *_checks(book, day, heavy),
        *_gaps(book, day),
        *_own_exercises(settings),
        _library(),
        *_folder(Path(settings.store.data), heavy),
        _retention(),
        *_beyond(settings),
    ]


# ── platforms ────────────────────────────────────────────────────────────────
async def _platforms(settings: config.Settings) -> list[Remark]:
    """What the adapters of the platforms that are set up say of themselves."""
    found: list[Remark] = []
    for name in settings.served():
        check = getattr(app.adapter(name), "check", None)
        remarks = await check(settings.options(name)) if check else ()
        found += [Remark("mend" if one.mend else "fine", one.sentence) for one in remarks]
    return found


# ── help lines ───────────────────────────────────────────────────────────────
def _overlay(settings: config.Settings) -> Iterator[Remark]:
    """A file that was named and is not there is a slip; the usual one need not be there."""
    if settings.help.overlay != FILE and not settings.overlay.exists():
        yield Remark("mend", f"help.overlay names a file that is not there: {settings.overlay}.")


def _checks(book: Book, day: date, heavy: Weight) -> Iterator[Remark]:
    """Entries that are not what people should be shown, and those that are."""
    looked_at = [(line, state(line, day)) for line in book.lines]
    checked = [line for line, now in looked_at if now == "checked"]
    soon = [line for line in checked if line.expires_on <= day + SOON]
    ahead = [line for line in book.lines if line.verified_on > day + AHEAD]
    expired = [line for line, now in looked_at if now == "expired"]
    unsure = [line for line, now in looked_at if now == "unchecked"]
    weak = [line for line, now in looked_at if now == "weak"]
    yield from _of("mend", ahead, "checked on a day that has not come yet")
    yield from _of(heavy, expired, "expired, and not shown any more")
    yield from _of(heavy, unsure, "checked by no person; people are told so beside the number")
    yield from _of("note", weak, "weak, and not shown before a check")
    yield from _of("note", soon, "to be checked again within 30 days")
    yield from _of("fine", checked, "checked by a person")


def _of(weight: Weight, lines: list[Helpline], what: str) -> Iterator[Remark]:
    """How many lines are that, and which, as far as they are few; nothing for none."""
    if not lines:
        return
    names = "; ".join(f"{line.country} {line.name}" for line in lines[:NAMED])
    rest = f"; and {len(lines) - NAMED} more in: handrail resources" if lines[NAMED:] else ""
    yield Remark(weight, f"Help lines that are {what}, {len(lines)} of them: {names}{rest}.")


def _gaps(book: Book, day: date) -> Iterator[Remark]:
    """Countries of the list for which nothing is left to talk to in a crisis."""
    codes = sorted({line.country for line in book.lines})
    empty = [
        code for code in codes if not offer(book, code, ("suicide", "emotional"), today=day).helps
    ]
    if empty:
        told = "Only the directory and emergency numbers are shown to somebody in a crisis in"
        yield Remark("note", f"{told}: {', '.join(empty)}, and in all countries not listed.")


# ── private exercises ────────────────────────────────────────────────────────
def _own_exercises(settings: config.Settings) -> Iterator[Remark]:
    """Whether the bot would start with them."""
    if not settings.content:
        return
    try:
        folders = app.prove(settings.content)
    except (ForAuthor, ForOperator) as no:
        yield from (Remark("mend", line) for line in sentence(no).splitlines()[1:])
        return
    own = [folder.name for folder in folders if folder.parent != app.EXERCISES]
    yield Remark("fine", f"Exercises of your own: {', '.join(own) or 'none yet'}.")


# ── the store ────────────────────────────────────────────────────────────────
def _library() -> Remark:
    """The bot writes by one connection and is safe with any; another program beside it is not."""
    version = ".".join(map(str, health.sqlite_version()))
    if health.sqlite_version() >= health.SAFE:
        return Remark("fine", f"SQLite is {version}.")
    safe = ".".join(map(str, health.SAFE))
    told = f"SQLite is {version}; before {safe}, two programs that write can damage a database."
    return Remark("note", f"{told} Let nothing else open it while the bot runs.")


def _folder(data: Path, heavy: Weight) -> Iterator[Remark]:
    """Who can read the folder can read what people wrote, if the key lies in it too."""
    if not data.exists():
        yield Remark("note", f"There is no data folder yet: {data}.")
        return
    if health.open_to_others(data):
        yield Remark("mend", f"Others on this machine may look into {data}. Run: chmod 700 {data}")
    else:
        yield Remark("fine", f"Nobody else on this machine may look into {data}.")
    if health.key_beside(data):
        told = "The master key lies beside the database: a copy of the folder can be read."
        yield Remark(heavy, f"{told} HANDRAIL_MASTER_KEY can hold it instead.")
    else:
        yield Remark("fine", "The master key does not lie beside the database.")


def _retention() -> Remark:
    """What ages, in whole days (safety D9.3); a bot that stands still keeps everything."""
    ratings, invites = retention.NUMBERS.days, retention.INVITE.days
    kept = f"Ratings are kept for {ratings} days at most, traces of an invite for {invites}"
    return Remark("fine", f"{kept}, the rest as each person chose. It ages while the bot runs.")


def _beyond(settings: config.Settings) -> Iterator[Remark]:
    """What cannot be seen from here, so that nobody takes silence for a yes."""
    if settings.service.public:
        kept = "at most 14 days for logs, 30 for backups"
        yield Remark("note", f"Not looked at: how long you keep copies ({kept}).")
    else:
        yield Remark("note", "service.public is false: this is judged as for a circle of friends.")
