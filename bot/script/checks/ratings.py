"""Ratings: beside every private one there is a quiet way out (safety D3.3)."""

from collections.abc import Iterator

from bot.model.script import Script
from bot.script.checks.at import at
from bot.script.finding import Finding

KEEPERS = frozenset(
    {"keep-felt", "keep-load", "keep-joy", "keep-calmer"}
)  # effects that make notes of ratings


def check(script: Script) -> Iterator[Finding]:
    """Every private choice of a step that keeps ratings `rates`, where others take part."""
    if len(script.roles) == 1:
        return
    for step in script.steps.values():
        fields = [field for asked in step.ask.values() for field in asked]
        for field in fields if KEEPERS & {*step.does} else ():
            if field.kind == "choice" and not field.shown and not field.rates:
                sentence = f"`{field.name}` is a private rating without the quiet way out."
                yield at(script, step.name, sentence, "Write `rates = true` in its `answer`.")
