"""What a lock screen may show: nothing of what it is about, and nobody's name (safety D12)."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bot.care.palette import FAMILIES
from bot.script.finding import Finding
from bot.script.ftl import Entry, Sheet
from bot.text.words import LEAD, MISSING, PREVIEW

SAVED = ".saved"  # replaces a private question; it begins with no line of its own
HOLD, CLOSED = ".on-hold", ".has-closed"  # may wait for the morning, long after an act of one's own
ALONE = tuple(name.removeprefix(".") for name in (LEAD, MISSING, SAVED, HOLD, CLOSED))

TELLING: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "en": re.compile(
            r"(?i)\b(shar(e|es|ed|ing)|relationships?|feedback|feel(s|ings?)?|felt|emotion\w*"
            r"|safe(ty)?|therap\w*|exercises?|answer\w*|rat(e|ed|ings?)|invit\w*|crisis|abuse\w*"
            r"|private(ly)?|secret\w*|love\w*|partner\w*)\b"
        ),
        "de": re.compile(
            r"(?i)\b(teil(st|en|e|t)|beziehung\w*|feedback|rückmeldung\w*|gefühl\w*|fühl\w*"
            r"|sicher\w*|therap\w*|übung\w*|antwort\w*|bewert\w*|einladung\w*|krise\w*"
            r"|gewalt\w*|privat\w*|geheim\w*|lieb(e|en|st|t)|partner\w*)\b"
        ),
    }
)


def check(sheet: Sheet) -> Iterator[Finding]:
    """The line that begins what nobody asked for, and the few words that come without it.

    The line fills all that is shown; the others are short, and there is nothing behind them.
    """
    yield from _fills(sheet)
    feelings = _feelings(sheet)
    for name in ALONE:
        entry = sheet.entries.get(name)
        for told in _told(sheet.locale, entry, feelings) if entry else ():
            sentence = f"`{name}` says {told}, which a lock screen would show."
            mend = "Say nothing there of what it is about, or with whom."
            yield Finding(file=sheet.place(name), step=name, sentence=sentence, mend=mend)


def _fills(sheet: Sheet) -> Iterator[Finding]:
    name = LEAD.removeprefix(".")
    entry = sheet.entries.get(name)
    for text in entry.texts.get("", ()) if entry else ():
        if len(text) < PREVIEW:
            sentence = f"`{name}` has {len(text)} characters, so a lock screen shows what follows."
            mend = f"Make it {PREVIEW} characters or longer."
            yield Finding(file=sheet.place(name), step=name, sentence=sentence, mend=mend)


def _told(locale: str, entry: Entry, feelings: list[str]) -> Iterator[str]:
    pattern = TELLING.get(locale.partition("-")[0])
    for text in entry.texts.get("", ()):
        if pattern and (found := pattern.search(text)):
            yield found[0]
        yield from (word for word in feelings if re.search(rf"(?i)\b{re.escape(word)}\b", text))
    if entry.uses.get("") and entry.uses[""].variables:
        yield "a name"


def _feelings(sheet: Sheet) -> list[str]:
    """What the feelings of the palette are called in this language, as far as it says."""
    ids = [word for words in FAMILIES.values() for word in words]
    entries = {word: sheet.entries.get(f"feeling-{word}") for word in ids}
    named = {word: entry.texts.get("", ()) for word, entry in entries.items() if entry}
    return [text for word in ids for text in named.get(word, (word.replace("-", " "),))]
