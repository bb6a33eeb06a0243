"""`handrail backup`: a copy of the database, also while it is in use."""

from pathlib import Path
from typing import Annotated

import typer

from bot import config
from bot.store.copying import copy
from bot.verbs.kindly import kindly
from bot.verbs.resources import Config, Data

MEANING = (
    "What somebody deletes from now on stays in this copy, sealed, and opens with your "
    "master.key: so keep it 30 days at most, and never beside that key."
)


def backup(
    file: Annotated[Path, typer.Argument(help="Where to; nothing is overwritten.")],
    data: Data = None,
    config_file: Config = None,
) -> None:
    """Copy the database to FILE, whole and of one moment, also while the bot runs."""
    with kindly():
        settings = config.load(config_file, data)
        size = copy(Path(settings.store.data), file)
    typer.echo(f"{file}: {size} bytes. The master key is not in it.\n{MEANING}")
