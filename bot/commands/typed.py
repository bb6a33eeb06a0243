"""What was typed, read as a command. Words of people are not kept here, only looked at."""

import re

import msgspec

from bot.commands.registry import ALL
from bot.text.typed import clean, plain

SIGN = re.compile(r"^[/!]\s*")
NAMED = re.compile(r"^(?:with\s+)?@?(.+)$", re.IGNORECASE)
LONGEST = 120  # characters; a command is short, a story that begins with its word is not
ALIASES = {
    "help me": "help",
    "i need help": "help",
    "what now": "back",
    "now what": "back",
    "break time": "break",
    "private pause": "break",
}


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """A command as it was typed. `known` is False for a slash with a name there is not."""

    command: str
    rest: str = ""
    signed: bool = False  # began with "/" or "!"
    known: bool = True


def read(text: str, pause_word: str = "pause") -> Typed | None:
    """The command that `text` is, or None when it is none."""
    if len(text) > 2 * LONGEST:  # not worth cleaning
        return None
    text = clean(text)
    signed = bool(SIGN.match(text))
    bare = SIGN.sub("", text)
    if not bare or len(text) > LONGEST or "\n" in bare:
        return None
    whole = plain(bare)
    if whole == plain(pause_word):
        return Typed(command="pause", signed=signed)
    if whole in ALIASES:
        return Typed(command=ALIASES[whole], signed=signed)
    first, _, rest = bare.partition(" ")
    return _command(plain(first), rest.strip(), signed=signed)


def _command(name: str, rest: str, *, signed: bool) -> Typed | None:
    command = ALL.get(name)
    if command is None:
        return Typed(command=name, signed=True, known=False) if signed else None
    if rest and not command.person:
        return Typed(command=name, signed=True) if signed else None
    named = NAMED.match(rest)
    return Typed(command=name, rest=named[1].strip() if named else "", signed=signed)


def named(text: str) -> str:
    """The person whom a typed command names, as typed; "" when it names nobody."""
    found = read(text)
    command = ALL.get(found.command) if found else None
    return found.rest if found and command and command.person else ""
