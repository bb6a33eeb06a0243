"""Names that stand in menus and above messages give nothing away (safety D3.10)."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from bot.script.finding import Finding
from bot.script.ftl import Entry, Sheet

TITLE, COMMAND, CONTROL, TERM = "title", "command-", "control-", "-"
HELP = "-help"  # ends the name of a sentence about a command

LOADED: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "en": re.compile(
            r"(?i)\b(therap\w*|counsel\w*|treat(s|ment)?|clinic\w*|abus\w*|violen\w*|trauma\w*"
            r"|cris[ie]s|suicid\w*|harm\w*|victim\w*|escape|shelter|love\w*|heart\w*|intima\w*"
            r"|sex\w*|kiss\w*|roman(ce|tic)|relationship\w*|marriage|couple\w*|partner\w*"
            r"|feeling\w*|emotion\w*)\b"
        ),
        "de": re.compile(
            r"(?i)\b(therap\w*|beratung\w*|behandlung\w*|klinik\w*|missbrauch\w*|gewalt\w*"
            r"|trauma\w*|krise\w*|suizid\w*|opfer\w*|flucht|schutz\w*|lieb(e|es|ling)\w*|herz\w*"
            r"|intim\w*|sex\w*|kuss|küsse|roman(ze|tisch)\w*|beziehung\w*|ehe|paare?|partner\w*"
            r"|gefühl\w*|emotion\w*)\b"
        ),
    }
)


def check(sheet: Sheet) -> Iterator[Finding]:
    """The names of an exercise, of commands and controls, and the terms, such as the bot's name."""
    for entry in sheet.entries.values():
        for text in entry.texts.get("", ()) if _is_name(entry) else ():
            for told in telling(text, sheet.locale):
                sentence = f"`{entry.name}` says {told}, and others see names over a shoulder."
                mend = "Take a plain word that could stand for anything."
                place = sheet.place(entry.name)
                yield Finding(file=place, step=entry.name, sentence=sentence, mend=mend)


def telling(name: str, locale: str) -> Iterator[str]:
    """What a name gives away: a loaded word, or a picture such as a heart."""
    pattern = LOADED.get(locale.partition("-")[0])
    if pattern and (found := pattern.search(name)):
        yield f'"{found[0]}"'
    yield from (f'"{one}"' for one in name if unicodedata.category(one) in {"So", "Sk"})


def _is_name(entry: Entry) -> bool:
    commands = (COMMAND, CONTROL, TERM)
    return entry.name == TITLE or (
        entry.name.startswith(commands) and not entry.name.endswith(HELP)
    )
