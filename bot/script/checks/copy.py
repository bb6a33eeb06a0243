"""Copy: short, plain, without pressure, claims or pretence (method C0; safety D3.6, D10-D12)."""

import re
from collections.abc import Iterator

from bot.care.palette import FAMILIES
from bot.script.checks.forbidden import CLAIM, DENIES, EVERYWHERE, INDISCREET, PRETENDS
from bot.script.finding import Finding
from bot.script.ftl import BLANK, Entry, Sheet
from bot.text.words import LEAD

SENTENCES = 2  # in a bubble; a blank line begins a new one
WORDS = 20  # in a sentence
LONGEST = 600  # characters in a message: longer ones are not read, and some platforms cut them
LABEL = 80  # characters on a button (Discord's limit)
ENDS = re.compile(r"(?<=[.!?])[)]*\s+(?=\S)")
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^“]*“|«[^»]*»")
SMALL = "small"


def check(sheet: Sheet) -> Iterator[Finding]:
    """Every text of a language file. A language without lists of forbidden words says so."""
    if sheet.locale.partition("-")[0] not in EVERYWHERE:
        sentence = f"There is no list of what is not said in `{sheet.locale}`."
        mend = "Add one to bot/script/checks/forbidden.py."
        yield Finding(file=sheet.file, step="", sentence=sentence, mend=mend)
    for entry in sheet.messages():
        for attribute, variants in entry.texts.items():
            for text in variants:
                for sentence, mend in _wrong(sheet, entry, attribute, text):
                    place = sheet.place(entry.name)
                    yield Finding(file=place, step=entry.name, sentence=sentence, mend=mend)
    yield from _lead(sheet)


def _wrong(sheet: Sheet, entry: Entry, attribute: str, text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with one text: pairs of a sentence and its mend."""
    name = f"`.{attribute}` of `{entry.name}`" if attribute else f"`{entry.name}`"
    language = sheet.locale.partition("-")[0]
    for said, reason in _never_said(language, text):
        yield f'{name} says "{said}", which {reason}.', "Say it another way."
    if attribute not in {"", SMALL}:
        if len(text) > LABEL:
            yield f"{name} has {len(text)} characters.", f"A button holds {LABEL}; shorten it."
        return
    yield from _bubbles(name, text)
    pretends = PRETENDS.get(language)
    found = pretends.search(QUOTED.sub("", text)) if pretends else None
    if found and not entry.name.startswith("card-"):
        yield f'{name} says "{found[0]}", but the bot does not.', "Say what it does instead."


def _never_said(language: str, text: str) -> Iterator[tuple[str, str]]:
    for sentence in ENDS.split(text):
        denied = language in DENIES and DENIES[language].search(sentence)
        for reason, pattern in EVERYWHERE.get(language, {}).items():
            found = pattern.search(sentence)
            if found and not (denied and reason == CLAIM):
                yield found[0], reason


def _bubbles(name: str, text: str) -> Iterator[tuple[str, str]]:
    if len(text) > LONGEST:
        yield f"{name} has {len(text)} characters.", f"Stay below {LONGEST}."
    for bubble in text.split("\n\n"):
        sentences = ENDS.split(QUOTED.sub(BLANK, bubble.strip()))
        if len(sentences) > SENTENCES:
            mend = "Two are enough; a blank line begins a new bubble."
            yield f"{name} has {len(sentences)} sentences in one bubble.", mend
        for sentence in sentences:
            if len(sentence.split()) > WORDS:
                yield f"{name} has a sentence of {len(sentence.split())} words.", "Make it shorter."


def _lead(sheet: Sheet) -> Iterator[Finding]:
    """The first line of what nobody asked for names nothing (safety D12)."""
    name = LEAD.removeprefix(".")
    pattern = INDISCREET.get(sheet.locale.partition("-")[0])
    entry = sheet.entries.get(name)
    if entry is None:
        return
    feelings = [word.replace("-", " ") for words in FAMILIES.values() for word in words]
    for text in entry.texts.get("", ()):
        plain = text.casefold()
        told = [found[0]] if pattern and (found := pattern.search(text)) else []
        told += [word for word in feelings if re.search(rf"\b{word}\b", plain)]
        told += ["a name"] if entry.uses[""].variables else []
        for word in told:
            sentence = f"`{name}` says {word}, which a lock screen would show."
            mend = "Say nothing there of what it is about, or with whom."
            yield Finding(file=sheet.place(name), step=name, sentence=sentence, mend=mend)
