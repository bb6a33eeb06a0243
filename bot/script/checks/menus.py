"""Menus: what an exercise or a command is called, and the sentence beside it, fit into a menu."""

from collections.abc import Iterator

from bot.script.finding import Finding
from bot.script.ftl import Sheet

TITLE = 80  # characters: a title is on a button too (Discord's limit)
HELP = 100  # characters of a command's description (Discord's limit)


def check(sheet: Sheet) -> Iterator[Finding]:
    """The title and the sentence of an exercise, and those of all commands."""
    for entry in sheet.messages():
        most = _most(entry.name)
        for text in entry.texts.get("", ()) if most else ():
            if len(text) > most:
                sentence = f"`{entry.name}` has {len(text)} characters; a menu shows {most}."
                place = sheet.place(entry.name)
                yield Finding(
                    file=place, step=entry.name, sentence=sentence, mend="Make it shorter."
                )


def _most(name: str) -> int:
    """How long that message may be; 0 where it stands in no menu."""
    if name == "about" or (name.startswith("command-") and name.endswith("-help")):
        return HELP
    return TITLE if name == "title" or name.startswith(("command-", "control-")) else 0
