"""`handrail exercise`: look at exercises, and begin one of one's own."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot import app, config
from bot.commands.registry import ALL
from bot.errors import ForAuthor
from bot.script import content, read, screenplay
from bot.script.checks.names import telling
from bot.text.words import FALLBACK, Words
from bot.verbs.check import no_such
from bot.verbs.kindly import kindly
from bot.verbs.resources import Config

TEMPLATES = Path(read.__file__).parent / "templates"
HOME = Path("my-exercises")  # where no folder is named

exercise = typer.Typer(no_args_is_help=True, help="Look at exercises, and begin one of your own.")


class NotBegun(ForAuthor):
    """No exercise was begun, and nothing was written."""


@exercise.command("show")
def show(
    name: str,
    locale: Annotated[str, typer.Option(help="The language.")] = FALLBACK,
    config_file: Config = None,
) -> None:
    """Print an exercise as a screenplay: who is asked what, who sees it, and what follows."""
    with kindly():
        folders = app.exercises(config.load(config_file).content)
        names = {folder.name: folder for folder in folders}
        if name not in names:
            no_such(name, [*names])
        script = read.read(names[name])
        words = Words.read(folders)
        sys.stdout.write(screenplay.screenplay(script, words, locale))


@exercise.command("list")
def names(config_file: Config = None) -> None:
    """Print the names of all exercises."""
    with kindly():
        for folder in app.exercises(config.load(config_file).content):
            typer.echo(folder.name)


@exercise.command("new")
def new(
    name: Annotated[str, typer.Argument(help="Its name: what people type to begin it.")],
    into: Annotated[Path | None, typer.Option(help="The folder to put it into.")] = None,
    config_file: Config = None,
    *,
    paired: Annotated[bool, typer.Option("--paired", help="For two people.")] = False,
) -> None:
    """Write a small exercise that works already, to be changed into one of your own."""
    with kindly():
        dirs = config.load(config_file).content
        home = into or (dirs[0] if dirs else HOME)
        _refuse(name, home, dirs)
        folder = begin(name, home, paired=paired)
        typer.echo("\n".join(_next(folder, listed=_is_among(home, dirs))))


def begin(name: str, home: Path, *, paired: bool = False) -> Path:
    """The folder of a new exercise in `home`. Raises `NotBegun` where it cannot be written."""
    folder = home / name
    try:
        folder.mkdir(parents=True)
        for file in sorted((TEMPLATES / ("together" if paired else "alone")).iterdir()):
            text = file.read_text(encoding="utf-8").replace("TITLE", _title(name))
            (folder / file.name).write_text(text, encoding="utf-8")
    except OSError as no:
        raise NotBegun(f"{no.filename}: {no.strerror}.") from no
    return folder


def _refuse(name: str, home: Path, dirs: tuple[Path, ...]) -> None:
    """Raises `NotBegun` where it cannot be called that, or is there."""
    shipped = {folder.name for folder in app.exercises()}
    wrong = [
        *content.unfit(name, shipped, {command.name for command in ALL}),
        *(
            f"Others see its name over a shoulder, and it says {one}. Take another."
            for one in telling(_title(name), FALLBACK)
        ),
    ]
    for place in dict.fromkeys((home, *dirs)):
        if not wrong and (place / name).exists():
            wrong.append(f"{place / name} is there already. Take another name, or change that one.")
    if wrong:
        raise NotBegun("\n".join(wrong))


def _title(name: str) -> str:
    return name.replace("-", " ").capitalize()


def _is_among(home: Path, dirs: tuple[Path, ...]) -> bool:
    return home.absolute() in {one.absolute() for one in dirs}


def _next(folder: Path, *, listed: bool) -> list[str]:
    """What may be done with it now."""
    said = [f"{folder} holds a small exercise that works. Change its two files as you like."]
    if not listed:
        said += [
            "So that it is found, put these two lines into config.toml:",
            "    [exercises]",
            f'    content_dirs = ["{folder.parent.as_posix()}"]',
        ]
    return [*said, f"Then: handrail check {folder.name}", "And:  handrail try"]
