"""How the command line ends: whoever must act gets sentences, never a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from bot.errors import BadConfig, ForAuthor, ForOperator

FAILED = 2  # exit code where the operator or an author must act


@contextmanager
def kindly() -> Iterator[None]:
    """Turns our errors into their sentences and exit code 2, and Ctrl+C into a quiet end."""
    try:
        yield
    except (ForOperator, ForAuthor) as no:
        typer.echo(sentence(no), err=True)
        raise typer.Exit(FAILED) from None
    except (KeyboardInterrupt, BrokenPipeError):
        raise typer.Exit(0) from None


def sentence(no: ForOperator | ForAuthor) -> str:
    """What an error of ours says: its own sentence, and below it what was found."""
    doc = (type(no).__doc__ or "").partition("\n")[0]
    said = str(no)
    return said if said and isinstance(no, BadConfig) else f"{doc}\n{said}".rstrip()
