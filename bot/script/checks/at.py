"""Where a finding about a script belongs."""

from bot.model.script import Script
from bot.script.finding import Finding
from bot.script.read import FILE


def at(script: Script, step: str, sentence: str, mend: str) -> Finding:
    """A mistake in the order, audience or time that `exercise.toml` describes."""
    return Finding(file=f"{script.name}/{FILE}", step=step, sentence=sentence, mend=mend)
