"""The shared words: the same messages in every language, and a word for every feeling."""

from collections.abc import Iterator, Mapping

from bot.care.palette import FAMILIES
from bot.script.checks import discreet
from bot.script.checks.language import exits_among
from bot.script.finding import Finding, did_you_mean
from bot.script.ftl import Entry, Sheet, uses
from bot.text.words import FALLBACK, LEAD, MISSING

FEELINGS = frozenset(f"feeling-{word}" for words in FAMILIES.values() for word in words)
ALWAYS = frozenset({LEAD.removeprefix("."), MISSING.removeprefix(".")})


def check(sheets: Mapping[str, Sheet]) -> Iterator[Finding]:
    """English decides what there is; every other language has just that."""
    english = sheets.get(FALLBACK)
    wanted = FEELINGS | ALWAYS | (english.entries.keys() if english else set())
    for sheet in sheets.values():
        yield from sheet.findings
        for name in sorted(wanted - sheet.entries.keys()):
            yield _say(sheet, name, f"`{name}` has no words.", f"Add `{name} = …`.")
        for entry in sheet.messages():
            if entry.name not in wanted:
                mend = did_you_mean(entry.name, wanted - sheet.entries.keys(), "Drop it.")
                yield _say(sheet, entry.name, f"`{entry.name}` is not in the English words.", mend)
            yield from _entry(sheet, entry, english)
        yield from discreet.check(sheet)


def _say(sheet: Sheet, name: str, sentence: str, mend: str) -> Finding:
    return Finding(file=sheet.place(name), step=name, sentence=sentence, mend=mend)


def _entry(sheet: Sheet, entry: Entry, english: Sheet | None) -> Iterator[Finding]:
    if entry.name in FEELINGS:
        for word in exits_among(entry.texts.get("", ())):
            sentence = f"A feeling is called `{word}`, a word that always works."
            mend = "Give it another name, so that typing it is an answer."
            yield _say(sheet, entry.name, sentence, mend)
    for attribute in entry.texts:
        found = uses(entry.name, attribute, sheet)
        for gone in sorted(".".join(filter(None, one)) for one in found.messages):
            mend = "Mend the name, or add the message."
            sentence = f"`{entry.name}` refers to `{gone}`, which is not there."
            yield _say(sheet, entry.name, sentence, mend)
        if english and english is not sheet:
            original = uses(entry.name, attribute, english).variables
            for variable in sorted(found.variables - original):
                mend = did_you_mean(variable, original, "Take it out.")
                sentence = f"`{entry.name}` holds `${variable}`, which the English words do not."
                yield _say(sheet, entry.name, sentence, mend)
