"""Everything that can be proved about exercises and their words, at once, in a fixed order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from bot.model.script import Script
from bot.script.checks import (
    answers,
    audience,
    clocks,
    copy,
    grade,
    hidden,
    menus,
    names,
    orphans,
    paths,
    places,
    ratings,
    shared,
    variables,
    words,
)
from bot.script.checks.language import Language
from bot.script.finding import BadScript, Finding
from bot.script.ftl import Sheet, sheets
from bot.script.read import read
from bot.text.words import FALLBACK, HERE

OF_SCRIPT: tuple[Callable[[Script], Iterator[Finding]], ...] = (
    paths.check,
    clocks.check,
    answers.check,
    audience.check,
    hidden.check,
    ratings.check,
    places.check,
    words.exits,
    words.renamed,
)
OF_SHEET: tuple[Callable[[Sheet], Iterator[Finding]], ...] = (
    copy.check,
    grade.check,
    names.check,
    menus.check,
)
OF_LANGUAGE: tuple[Callable[[Language], Iterator[Finding]], ...] = (
    words.check,
    variables.check,
    orphans.check,
)


def check(folders: Iterable[Path], text: Path = HERE) -> list[Finding]:
    """Every mistake in these exercises and in the shared words of the folder `text`, by place.

    Where an `exercise.toml` cannot be read, the words are looked at by themselves: held
    against nothing, they would all look like orphans.
    """
    behind = sheets(text)
    found = [
        *shared.check(behind),
        *(one for sheet in behind.values() for proof in OF_SHEET for one in proof(sheet)),
    ]
    for folder in folders:
        try:
            found += check_one(read(folder), sheets(folder), behind)
        except BadScript as bad:
            found += [*bad.findings, *_of_words_alone(sheets(folder))]
    return sorted(set(found))


def refuse_unsound(folders: Iterable[Path], text: Path = HERE) -> None:
    """Raises `BadScript` where an exercise could lose somebody's way or show what is private.

    What is said, and how easily it is read, is for `check` alone.
    """
    folders = tuple(folders)
    behind = sheets(text) if folders else {}
    found = [one for folder in folders for one in _of_order(read(folder), sheets(folder), behind)]
    if found:
        raise BadScript(found)


def _of_words_alone(own: Mapping[str, Sheet]) -> Iterator[Finding]:
    """What is wrong with an exercise's words, whatever its order is."""
    for sheet in own.values():
        yield from sheet.findings
        for proof in OF_SHEET:
            yield from proof(sheet)


def check_one(
    script: Script, own: Mapping[str, Sheet], behind: Mapping[str, Sheet]
) -> Iterator[Finding]:
    """Every mistake of one exercise, in no order; some may come twice."""
    yield from _of_order(script, own, behind)
    yield from _of_words_alone(own)


def _of_order(
    script: Script, own: Mapping[str, Sheet], behind: Mapping[str, Sheet]
) -> Iterator[Finding]:
    """What is wrong with the order, with who sees what, and with the words that belong to it."""
    for proof in OF_SCRIPT:
        yield from proof(script)
    yield from words.missing_languages(script, own, behind)
    for locale, sheet in own.items():
        common = behind.get(locale) or behind.get(FALLBACK) or Sheet(file="", locale="", entries={})
        for language_proof in OF_LANGUAGE:
            yield from language_proof(Language(script, sheet, common))
