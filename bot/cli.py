"""The command line: what an operator and an author can ask for."""

import asyncio
import signal
import sys
import tempfile
import webbrowser
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from bot import app, config, logs
from bot.script import check as checking
from bot.script import explore as exploring
from bot.script import read, screenplay
from bot.script.catalog import Catalog
from bot.script.finding import Finding
from bot.simulate import run as rehearsal
from bot.text.words import Words
from bot.verbs.backup import backup
from bot.verbs.doctor import doctor
from bot.verbs.kindly import FAILED, kindly
from bot.verbs.lexicon import lexicon
from bot.verbs.resources import resources
from bot.verbs.run import discord, run

cli = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    help="Handrail helps people practise sharing small hard things, and answering them well.",
)
exercise = typer.Typer(no_args_is_help=True, help="Look at exercises.")
cli.add_typer(exercise, name="exercise")
cli.add_typer(resources, name="resources")
cli.add_typer(discord, name="discord")
cli.command()(run)
cli.command()(doctor)
cli.command()(backup)
cli.command()(lexicon)
Data = Annotated[Path | None, typer.Option("--data", help="The folder for everything durable.")]
Config = Annotated[Path | None, typer.Option("--config", help="The file with the settings.")]


def _run(work: Coroutine[Any, Any, None]) -> None:
    with kindly():
        asyncio.run(work)


@cli.command("try")
def try_it(
    data: Data = None,
    config_file: Config = None,
    *,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
) -> None:
    """Open a page on this machine with two people side by side, and try everything."""
    with kindly():
        settings = config.load(config_file, data)
    logs.setup(settings.log.level)
    _run(_try(settings, browser=browser))


async def _try(settings: config.Settings, *, browser: bool) -> None:
    folder = Path(settings.store.data)
    bot = await app.build(folder, app.ShiftedClock(folder / "clock"), settings.overlay)
    try:
        page: Any = bot.add(app.adapter("local"), settings.options("local"), folder)
        await bot.start()
        logs.note("started")
        typer.echo(
            f"Handrail is open at {page.url}\nOnly this machine can reach it. Stop it with Ctrl+C."
        )
        if browser and settings.local.open:
            with suppress(webbrowser.Error):
                webbrowser.open(page.url)
        await _until_stopped()
    finally:
        await bot.stop()
        logs.note("stopped")


async def _until_stopped() -> None:
    """Wait for Ctrl+C or a polite request to end."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: there Ctrl+C is an exception
            loop.add_signal_handler(name, stopped.set)
    await stopped.wait()


@cli.command()
def simulate(
    start: Annotated[
        str, typer.Option(help="When it begins, in ISO 8601.")
    ] = "2026-01-05T12:00:00Z",
    data: Annotated[Path | None, typer.Option(help="A folder that is kept between runs.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same ids.")] = 0,
) -> None:
    """Rehearse on a virtual platform: JSON Lines in, and what everybody sees out."""
    try:
        begin = datetime.fromisoformat(start)
    except ValueError:
        typer.echo("--start takes a time such as 2026-01-05T12:00:00Z.", err=True)
        raise typer.Exit(FAILED) from None
    begin = begin if begin.tzinfo else begin.replace(tzinfo=UTC)
    logs.setup("error")
    with tempfile.TemporaryDirectory() as passing:
        folder = data or Path(passing)
        _run(rehearsal.run(folder, begin.astimezone(UTC), seed, sys.stdin))


@cli.command()
def check(
    only: Annotated[list[str] | None, typer.Argument(help="Walk only these exercises.")] = None,
) -> None:
    """Prove what can be proved of every exercise without running it, then walk its states."""
    _mend(checking.check(app.exercises()))
    scripts = Catalog(read.read_all(app.exercises()))
    if unknown := [name for name in only or () if name not in scripts.names()]:
        _no_such(unknown[0])
    walked = exploring.explore(scripts, Words.read(app.exercises()), only or None)
    _mend(walked.findings)
    for one in walked.seen:
        bound = "" if one.complete else ", up to the bound"
        typer.echo(f"{one.script}: {one.states} states, {one.transitions} moves{bound}")
    typer.echo(f"{len(app.exercises())} exercises, nothing to mend.")


def _mend(findings: Sequence[Finding]) -> None:
    """Say what is to be mended, each in a line, and end with 1; go on when there is nothing."""
    for one in findings:
        place = ": ".join(part for part in (one.file, one.step) if part)
        typer.echo(f"{place}: {one.sentence} {one.mend}")
    if findings:
        typer.echo(f"{len(findings)} to mend.", err=True)
        raise typer.Exit(1)


def _no_such(name: str) -> NoReturn:
    there = ", ".join(folder.name for folder in app.exercises())
    typer.echo(f"There is no exercise called {name}. There are: {there}.", err=True)
    raise typer.Exit(FAILED)


@exercise.command("show")
def show(name: str, locale: Annotated[str, typer.Option(help="The language.")] = "en") -> None:
    """Print an exercise as a screenplay: who is asked what, who sees it, and what follows."""
    folders = {folder.name: folder for folder in app.exercises()}
    if name not in folders:
        _no_such(name)
    with kindly():
        script = read.read(folders[name])
        words = Words.read(list(folders.values()))
        sys.stdout.write(screenplay.screenplay(script, words, locale))


@exercise.command("list")
def names() -> None:
    """Print the names of all exercises."""
    for folder in app.exercises():
        typer.echo(folder.name)


@cli.command("version")
def show_version() -> None:
    """Print the version."""
    typer.echo(version("handrail"))


def main() -> None:
    """Run the command line."""
    cli()
