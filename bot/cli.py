"""The command line: what an operator and an author can ask for."""

import asyncio
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from bot import config, logs
from bot.simulate import run as rehearsal
from bot.verbs.backup import backup
from bot.verbs.check import check
from bot.verbs.doctor import doctor
from bot.verbs.exercise import exercise
from bot.verbs.kindly import FAILED, kindly
from bot.verbs.lexicon import lexicon
from bot.verbs.resources import Config, resources
from bot.verbs.run import discord, run
from bot.verbs.trying import try_it

cli = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    help="Handrail helps people practise sharing small hard things, and answering them well.",
)
cli.command("try")(try_it)
cli.command()(run)
cli.command()(check)
cli.add_typer(exercise, name="exercise")
cli.add_typer(resources, name="resources")
cli.add_typer(discord, name="discord")
cli.command()(doctor)
cli.command()(backup)
cli.command()(lexicon)


@cli.command()
def simulate(
    start: Annotated[
        str, typer.Option(help="When it begins, in ISO 8601.")
    ] = "2026-01-05T12:00:00Z",
    data: Annotated[Path | None, typer.Option(help="A folder that is kept between runs.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same ids.")] = 0,
    config_file: Config = None,
) -> None:
    """Rehearse on a virtual platform: JSON Lines in, and what everybody sees out."""
    try:
        begin = datetime.fromisoformat(start)
    except ValueError:
        typer.echo("--start takes a time such as 2026-01-05T12:00:00Z.", err=True)
        raise typer.Exit(FAILED) from None
    begin = begin if begin.tzinfo else begin.replace(tzinfo=UTC)
    logs.setup("error")
    with tempfile.TemporaryDirectory() as passing, kindly():
        dirs = config.load(config_file).content
        folder = data or Path(passing)
        asyncio.run(rehearsal.run(folder, begin.astimezone(UTC), seed, sys.stdin, dirs))


@cli.command("version")
def show_version() -> None:
    """Print the version."""
    typer.echo(version("handrail"))


def main() -> None:
    """Run the command line."""
    cli()
