"""What was typed, read as a command. Words of people are not kept here, only looked at."""

import re
from typing import Literal

import msgspec

from bot.commands.registry import ALL, Registry
from bot.model.event import PEOPLE
from bot.text import codes
from bot.text.typed import clean, plain

SIGN = re.compile(r"^[/!]\s*")
NAMED = re.compile(r"^(?:with\s+)?@?(.+)$", re.IGNORECASE)
ID = re.compile(r"@?[^\s@:]+:[^\s@]+|\d{15,20}")
AND = re.compile(r"\s(?:and|&)\s", re.IGNORECASE)
JOIN = "join"
TOO_MANY = "one-more"  # the option of a name behind as many as there may be
LONGEST = 120  # characters; a command is short, a story that begins with its word is not
ALIASES = {
    "help me": "help",
    "i need help": "help",
    "what now": "what-now",
    "now what": "what-now",
    "where am i": "what-now",
    "home": "start",
    "menu": "start",
    "break time": "break",
    "private pause": "break",
}


class Typed(msgspec.Struct, frozen=True, kw_only=True):
    """A command as it was typed. `known` is False for a slash with a name there is not."""

    command: str
    rest: str = ""
    signed: bool = False  # began with "/" or "!"
    known: bool = True
    takes: Literal["person", "people", "code"] = "person"  # what the rest is

    def options(self) -> dict[str, str]:
        """What was typed behind the command, under the name of what it takes."""
        if self.takes == "people":
            return dict(zip((*PEOPLE, TOO_MANY), several(self.rest), strict=False))
        return {self.takes: self.rest} if self.rest else {}


def several(rest: str) -> tuple[str, ...]:
    """The names in a list: parted by commas, or, where there are none, by blanks; "and" is none.

    One more than there may be is kept, so that it can be said that these are too many.
    """
    parts = AND.sub(",", rest).split(",") if "," in rest else rest.split()
    names = (part.strip().removeprefix("@") for part in parts)
    found = dict.fromkeys(name for name in names if name and name.casefold() not in {"and", "&"})
    return tuple(found)[: len(PEOPLE) + 1]


def is_id(text: str) -> bool:
    """Whether these are names as a platform writes them, "@im15:example.org", and no words."""
    return all(ID.fullmatch(part) for part in text.split())


def read(text: str, pause_word: str = "pause", commands: Registry = ALL) -> Typed | None:
    """Which of these commands `text` is, or None when it is none."""
    if len(text) > LONGEST * len(PEOPLE):  # not worth cleaning
        return None
    text = clean(text)
    signed = text.startswith(("/", "!"))
    bare = SIGN.sub("", text) if signed else text
    if not bare or "\n" in bare or _is_too_long(text, commands, bare):
        return None
    whole = plain(bare)
    if whole == plain(pause_word):
        return Typed(command="pause", signed=signed)
    if whole in ALIASES:
        return Typed(command=ALIASES[whole], signed=signed)
    first, _, rest = bare.partition(" ")
    return _command(commands, plain(first), rest.strip(), signed=signed)


def _is_too_long(text: str, commands: Registry, bare: str) -> bool:
    """Whether it is too long for a command: one may be longer where several names are listed."""
    if len(text) <= LONGEST:
        return False
    command = commands.get(plain(bare.partition(" ")[0]))
    return not (command and command.people) or len(text) > LONGEST * len(PEOPLE)


def _command(commands: Registry, name: str, rest: str, *, signed: bool) -> Typed | None:
    command = commands.get(name)
    if command is None:
        return Typed(command=name, signed=True, known=False) if signed else None
    if rest and not (command.person or command.people or command.text):
        return Typed(command=name, signed=True) if signed else None
    named = NAMED.match(rest) if rest and not command.text else None
    rest = named[1].strip() if named else rest
    takes: Literal["people", "person"] = "people" if command.people else "person"
    return Typed(command=name, rest=rest, signed=signed, takes="code" if command.text else takes)


def named(found: Typed | None) -> list[str]:
    """The people whom a typed command names, as typed; none when it names nobody."""
    options = found.options() if found and found.takes != "code" else {}
    return [*options.values()]


def code(found: Typed | None) -> str:
    """The code that a typed "join" brings, as codes are kept; "" when there is none to be one."""
    return codes.normal(found.rest) if found and found.command == JOIN else ""
