"""What is wrong with an exercise, and how to mend it; every mistake at once."""

from collections.abc import Iterable
from difflib import get_close_matches

import msgspec

from bot.errors import ForAuthor


class Finding(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One mistake: where, what, and how to mend it."""

    file: str  # "small-share/exercise.toml" or "small-share/de.ftl:12"
    step: str  # the step, field, card or message it is about; empty: the whole file
    sentence: str
    mend: str


class BadScript(ForAuthor):
    """An exercise has mistakes. All of them are listed."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep them sorted by place; the text of the error is one line for each."""
        self.findings = tuple(sorted(set(findings)))
        lines = (f"{at.file} {at.step}: {at.sentence} {at.mend}" for at in self.findings)
        super().__init__("\n".join(lines))


class Notes:
    """The notepad for one file."""

    def __init__(self, file: str) -> None:
        """Nothing is wrong yet."""
        self.file = file
        self.findings: list[Finding] = []

    def say(self, step: str, sentence: str, mend: str) -> None:
        """Write one mistake down."""
        self.findings.append(Finding(file=self.file, step=step, sentence=sentence, mend=mend))


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """A mend for a name that does not exist: the closest one that does, or all of them."""
    names = sorted(known)
    close = get_close_matches(word, names, n=1, cutoff=0.6)
    if close:
        return f"Did you mean `{close[0]}`?"
    return otherwise or (
        f"There is: {quoted(names)}." if names else "There is none to choose from."
    )


def quoted(names: Iterable[str]) -> str:
    """Names for a sentence: "`a`, `b`"."""
    return ", ".join(f"`{name}`" for name in names)
