"""`handrail resources`: which help lines are to be checked, and who has checked them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from bot import app, config
from bot.care.lines.choosing import State, state
from bot.errors import BadHelpLines, NotRecorded
from bot.model.helpline import Helpline
from bot.verbs.kindly import kindly
from bot.verbs.record import Check, record

resources = typer.Typer(help="The help lines: what must be checked, and what has been.")
Data = Annotated[Path | None, typer.Option("--data", help="The folder for everything durable.")]
Config = Annotated[Path | None, typer.Option("--config", help="The file with the settings.")]
Own = Annotated[Path | None, typer.Option("--file", help="Your help lines, if not help.overlay.")]


def overlay(file: Path | None, config_file: Path | None, data: Path | None) -> Path:
    """The operator's file: the one that is named, else that of the settings."""
    return file or config.load(config_file, data).overlay


@resources.callback(invoke_without_command=True)
def listed(
    context: typer.Context,
    country: Annotated[str, typer.Option(help="Only this country, in two letters.")] = "",
    data: Data = None,
    config_file: Config = None,
    file: Own = None,
) -> None:
    """List the help lines with their sources, the one that expires first at the top."""
    if context.invoked_subcommand:
        return
    with kindly():
        book = app.helplines(overlay(file, config_file, data))
        lines = [line for line in book.lines if country.upper() in {"", line.country}]
        typer.echo("\n".join(listing(lines, today())))
        if book.mistakes:
            raise BadHelpLines("\n".join(book.mistakes))


@resources.command("verified")
def verified(  # noqa: PLR0913 - each is an option of its own
    name: Annotated[str, typer.Argument(help="The line, as the list calls it.")],
    country: Annotated[str, typer.Option(help="Its country, in two letters.")],
    *,
    by: Annotated[list[str], typer.Option(help="Who checked it; once for each person.")],
    on: Annotated[str, typer.Option(help="When, such as 2026-11-22; else today.")] = "",
    data: Data = None,
    config_file: Config = None,
    file: Own = None,
) -> None:
    """Record that a line was compared with its own site, in your file of help lines."""
    with kindly():
        own = overlay(file, config_file, data)
        who = " and ".join(" ".join(one.split()) for one in by)
        check = Check(country=country, name=name, by=who, on=_day(on))
        line = record(own, check, today())
        typer.echo(f'{line.country} "{line.name}": {_when(line, "checked")}. It stands in {own}.')


def today() -> date:
    """The day in UTC."""
    return datetime.now(UTC).date()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text) if text else today()
    except ValueError:
        raise NotRecorded("--on takes a day such as 2026-11-22.") from None


def listing(lines: list[Helpline], day: date) -> Iterator[str]:
    """Every entry in full, the first to expire at the top, and a count at the end."""
    counts: dict[State, int] = {"checked": 0, "unchecked": 0, "weak": 0, "expired": 0}
    for line in sorted(lines, key=lambda line: (line.expires_on, line.key)):
        counts[state(line, day)] += 1
        yield from (f'{line.country} "{line.name}": {_when(line, state(line, day))}', *_rest(line))
    yield (
        f"{len(lines)} help lines: {counts['checked']} checked by a person, "
        f"{counts['unchecked']} not yet, {counts['weak']} weak, {counts['expired']} expired."
    )
    yield "After a check: handrail resources verified NAME --country XX --by WHO"


def _when(line: Helpline, now: State) -> str:
    match now:
        case "checked":
            return f"checked on {line.verified_on} by {line.verified_by}; until {line.expires_on}"
        case "unchecked":
            return f"checked by nobody; shown with words that say so until {line.expires_on}"
        case "weak":
            return "weak; not shown before somebody checks it"
        case "expired":
            return f"EXPIRED on {line.expires_on}; not shown"


def _rest(line: Helpline) -> Iterator[str]:
    ways = (("call", line.phone), ("text", f"{line.sms_word} {line.sms}"), ("chat", line.chat_url))
    said = (f"{way} {number.strip()}" for way, number in ways if number.strip())
    yield f"    {', '.join(line.topics)}: {', '.join((*said, line.hours or 'hours not known'))}"
    if line.note:
        yield f"    {line.note}"
    yield from (f"    {url}" for url in line.source_urls)
