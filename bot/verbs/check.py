"""`handrail check`: what can be proved of exercises, once, or again at every change."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot import app, config
from bot.errors import ForAuthor, ForOperator
from bot.script import check as checking
from bot.script.explore.processes import explore_in_processes
from bot.script.finding import Finding
from bot.text.words import HERE
from bot.verbs.kindly import FAILED, kindly, sentence
from bot.verbs.resources import Config
from bot.verbs.watching import EVERY, Watch

MEND = 1  # exit code where an exercise is to be mended


def check(
    only: Annotated[list[str] | None, typer.Argument(help="Walk only these exercises.")] = None,
    config_file: Config = None,
    *,
    watch: Annotated[bool, typer.Option(help="Check again whenever a file is changed.")] = False,
) -> None:
    """Prove what can be proved of every exercise without running it, then walk its states."""
    with kindly():
        dirs = config.load(config_file).content
        if watch:
            _watched(dirs, only or [])
        else:
            _once(dirs, only or [])


def _once(dirs: Sequence[Path], only: Sequence[str]) -> None:
    """Say what was found, and end with 1 where that is anything."""
    folders = app.exercises(dirs)
    _known(only, folders)
    if not proved(folders, only or None):
        raise typer.Exit(MEND)


def _known(only: Sequence[str], folders: Sequence[Path]) -> None:
    """Ends with 2 where one of these names is no exercise."""
    names = [folder.name for folder in folders]
    if unknown := [name for name in only if name not in names]:
        no_such(unknown[0], names)


def no_such(name: str, names: Sequence[str]) -> None:
    """Say that there is no such exercise, and which there are. Raises `typer.Exit`."""
    typer.echo(f"There is no exercise called {name}. There are: {', '.join(names)}.", err=True)
    raise typer.Exit(FAILED)


def proved(
    folders: Sequence[Path], walk: Sequence[str] | None = None, read: Sequence[Path] = ()
) -> bool:
    """Check all of these, and walk those named, or all for None; whether nothing is to be mended.

    With `read`, only these are read for mistakes; the others are there to be walked into.

    Raises a `ForAuthor` or a `ForOperator` where a command or a file stands in the way.
    """
    read = read or folders
    if found := checking.check(read):
        return _told(found)
    app.read_scripts(folders)
    walked = explore_in_processes(folders, walk)
    for one in walked.seen:
        counts = f"{one.states} states, {one.transitions} moves, {one.ends} ends"
        held = f"{one.compared} exits held against silence"
        said = f"{one.messages} messages of at most {one.longest} characters"
        typer.echo(f"{one.script}: {counts}, {held}, {said}")
    if found := [*walked.findings, *walked.unfinished]:
        return _told(found)
    count = "1 exercise" if len(read) == 1 else f"{len(read)} exercises"
    typer.echo(f"{count}, nothing to mend.")
    return True


def _told(findings: Sequence[Finding]) -> bool:
    """Say what is to be mended, each in a line."""
    for one in findings:
        place = ": ".join(part for part in (one.file, one.step) if part)
        typer.echo(f"{place}: {one.sentence} {one.mend}")
    typer.echo(f"{len(findings)} to mend.", err=True)
    return False


# ── again at every change ────────────────────────────────────────────────────
def _watched(dirs: Sequence[Path], only: Sequence[str]) -> None:
    """Check now, and after every change, until Ctrl+C: what was named, or is private or changed."""
    watch = Watch((app.EXERCISES, HERE, *dirs))
    _known(only, app.exercises(dirs))
    own = [folder.name for folder in app.exercises(dirs) if folder.parent != app.EXERCISES]
    again(dirs, only or own)
    while True:
        time.sleep(EVERY)
        if changed := watch.changed():
            again(dirs, only or sorted({file.parent.name for file in changed}))


def again(dirs: Sequence[Path], walk: Sequence[str]) -> None:
    """One round: what was found, or what stands in the way; and that it goes on."""
    try:
        folders = app.exercises(dirs)
        looked_at = [folder for folder in folders if folder.name in walk]
        proved(folders, [folder.name for folder in looked_at], looked_at)
    except (ForAuthor, ForOperator) as no:
        typer.echo(sentence(no), err=True)
    typer.echo("Watching; the next change is checked by itself. Ctrl+C ends it.\n")
