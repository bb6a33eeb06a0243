"""Copy: short, plain, without pressure, claims, verdicts or pretence (method C0; safety D)."""

import re
from collections.abc import Iterator

from bot.script.checks.forbidden import DENIES, LANGUAGES, RULES, Rule
from bot.script.finding import Finding
from bot.script.ftl import BLANK, Entry, Sheet

SENTENCES = 2  # in a bubble; a blank line begins a new one
WORDS = 20  # in a sentence
LONGEST = 600  # characters in a message: longer ones are not read, and some platforms cut them
LABEL = 80  # characters on a button (Discord's limit)
ENDS = re.compile(r"(?<=[.!?])[)]*\s+(?=\S)")
QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^“]*“|«[^»]*»")
SMALL = "small"
OF_PEOPLE = ("card-", "choice-", "moment-")  # begin the names of what people say
UNEASY = "uneasy"  # a shared answer, beside every private rating

Wrong = tuple[str, str]  # a sentence that goes on behind the name of a text, and its mend


def check(sheet: Sheet) -> Iterator[Finding]:
    """Every text of a language file. A language without lists of forbidden words says so."""
    if _language(sheet.locale) not in LANGUAGES:
        sentence = f"There is no list of what is not said in `{sheet.locale}`."
        mend = "Add one to bot/script/checks/forbidden.py."
        yield Finding(file=sheet.file, step="", sentence=sentence, mend=mend)
    for entry in sheet.entries.values():
        for attribute, variants in entry.texts.items():
            name = f"`.{attribute}` of `{entry.name}`" if attribute else f"`{entry.name}`"
            for text in variants:
                for sentence, mend in _wrong(sheet.locale, entry, attribute, text):
                    place = sheet.place(entry.name)
                    yield Finding(
                        file=place, step=entry.name, sentence=f"{name} {sentence}", mend=mend
                    )


def _wrong(locale: str, entry: Entry, attribute: str, text: str) -> Iterator[Wrong]:
    if attribute not in {"", SMALL}:
        yield from label(locale, text)
        return
    yield from said(locale, text, by_people=_by_people(entry.name))
    yield from _bubbles(text)


def label(locale: str, text: str) -> Iterator[Wrong]:
    """What is wrong with the text of a button, which is what a person says by taking it."""
    yield from said(locale, text, by_people=True)
    if len(text) > LABEL:
        yield f"has {len(text)} characters.", f"A button holds {LABEL}; shorten it."


def said(locale: str, text: str, *, by_people: bool = False) -> Iterator[Wrong]:
    """What is said in a text that is not said, by the rules of its language."""
    if not any(map(str.isalnum, text)):
        yield "has no letters, so nobody can hear it read out.", "Say it in words."  # safety D15
    for rule in RULES:
        if not (by_people and rule.of_the_bot):
            yield from _broken(rule, _language(locale), text)


def _broken(rule: Rule, language: str, text: str) -> Iterator[Wrong]:
    """What of the text breaks one rule. What the bot quotes, it does not say of itself."""
    if language not in rule.said:
        return
    for sentence in ENDS.split(QUOTED.sub(BLANK, text) if rule.of_the_bot else text):
        found = rule.said[language].search(sentence)
        if found and not (rule.unless_denied and DENIES[language].search(sentence)):
            yield f'says "{found[0]}", which {rule.reason}.', rule.mend


def _by_people(name: str) -> bool:
    return name.startswith(OF_PEOPLE) or name == UNEASY


def _bubbles(text: str) -> Iterator[Wrong]:
    if len(text) > LONGEST:
        yield f"has {len(text)} characters.", f"Stay below {LONGEST}."
    for bubble in text.split("\n\n"):
        sentences = ENDS.split(QUOTED.sub(BLANK, bubble.strip()))
        if len(sentences) > SENTENCES:
            mend = "Two are enough; a blank line begins a new bubble."
            yield f"has {len(sentences)} sentences in one bubble.", mend
        for sentence in sentences:
            if len(sentence.split()) > WORDS:
                yield f"has a sentence of {len(sentence.split())} words.", "Make it shorter."


def _language(locale: str) -> str:
    return locale.partition("-")[0]
