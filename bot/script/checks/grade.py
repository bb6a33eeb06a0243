"""Reading grade: every text can be read after seven years of school (safety D15)."""

from collections.abc import Iterator

from bot.script.checks.copy import SMALL
from bot.script.finding import Finding, quoted
from bot.script.ftl import Entry, Sheet
from bot.text import reading

MOST = 7.0  # years of school
NAMED = 3  # long words in a finding


def check(sheet: Sheet) -> Iterator[Finding]:
    """Every text of a language file. A language that cannot be measured here says so.

    A message is read as a whole, its short form as another, and all labels of a question
    as one text: a button of two words has no grade.
    """
    if reading.grade("", sheet.locale) is None:
        sentence = f"There is no way here to measure how easily `{sheet.locale}` is read."
        yield Finding(
            file=sheet.file, step="", sentence=sentence, mend="Add one to bot/text/reading.py."
        )
        return
    for entry in sheet.entries.values():
        for name, text in _texts(entry):
            if (grade := reading.grade(text, sheet.locale) or 0.0) > MOST:
                sentence = f"{name} takes a reading grade of {grade:.1f}; {MOST:.0f} is the most."
                mend = too_hard(text, sheet.locale)
                yield Finding(
                    file=sheet.place(entry.name), step=entry.name, sentence=sentence, mend=mend
                )


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    for attribute in ("", SMALL):
        name = f"`.{attribute}` of `{entry.name}`" if attribute else f"`{entry.name}`"
        yield from ((name, text) for text in entry.texts.get(attribute, ()))
    labels = [entry.texts[name] for name in entry.texts if name not in {"", SMALL}]
    if labels:
        whole = "\n\n".join(text for variants in labels for text in variants)
        yield f"What can be chosen in `{entry.name}`", whole


def too_hard(text: str, locale: str) -> str:
    """How to mend a text: its longest sentence, and the words that weigh the most."""
    longest = max(len(reading.words_of(one)) for one in reading.sentences_of(text))
    words = dict.fromkeys(word.strip('.,:;!?"()') for word in reading.words_of(text))
    hard = sorted(words, key=lambda word: -reading.syllables(word, locale))[:NAMED]
    return f"Its longest sentence has {longest} words; or find shorter words for {quoted(hard)}."
