"""What an application command may be called, and what it may ask for."""

import unicodedata
from collections import Counter

from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.refusals import Refused, invalid, length

CHAT = 1  # the only kind that has a description and options
GROUPS = (1, 2)  # sub command, sub command group
MOST, OPTIONS, CHOICES = 100, 25, 25
NAME, DESCRIPTION, TOTAL = 32, 100, 8000


def check_all(commands: list[Json]) -> None:
    """Raises `Refused` for a set of commands that Discord would not register."""
    chat = [each for each in commands if each.get("type", CHAT) == CHAT]
    if len(chat) > MOST:
        raise Refused(30032)
    names = Counter((each.get("type", CHAT), each.get("name")) for each in commands)
    if any(count > 1 for count in names.values()):
        raise invalid("name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Command names must be unique")
    for index, command in enumerate(commands):
        check(command, f"{index}.")


def check(command: Json, path: str = "") -> None:
    """Raises `Refused` for one command that Discord would not register."""
    if command.get("type", CHAT) != CHAT:
        if not 1 <= len(command.get("name") or "") <= NAME:
            raise length(f"{path}name", 1, NAME)
        return
    _named(command, path)
    _options(command.get("options") or [], f"{path}options")
    if _weight(command) > TOTAL:
        raise invalid(
            f"{path}name",
            "APPLICATION_COMMAND_TOO_LARGE",
            f"Command exceeds maximum size ({TOTAL})",
        )


def _named(what: Json, path: str) -> None:
    localized = what.get("name_localizations") or {}
    for place, name in [("name", what.get("name")), *localized.items()]:
        if not is_name(name or ""):
            raise invalid(f"{path}{place}", "APPLICATION_COMMAND_INVALID_NAME", "Name is invalid")
    localized = what.get("description_localizations") or {}
    for place, text in [("description", what.get("description")), *localized.items()]:
        if not 1 <= len(text or "") <= DESCRIPTION:
            raise length(f"{path}{place}", 1, DESCRIPTION)


def is_name(name: str) -> bool:
    """1 to 32 letters, digits, "-", "_" or "'"; lower case wherever a script has it."""
    return 1 <= len(name) <= NAME and name == name.lower() and all(map(_is_part, name))


def _is_part(sign: str) -> bool:
    if sign in "-_'":
        return True
    indic = unicodedata.name(sign, "").startswith(("DEVANAGARI", "THAI"))  # vowel signs are marks
    return unicodedata.category(sign)[0] in "LN" or indic


def _options(options: list[Json], path: str) -> None:
    if len(options) > OPTIONS:
        raise length(path, 0, OPTIONS)
    optional = False
    for index, option in enumerate(options):
        here = f"{path}.{index}"
        _named(option, f"{here}.")
        _choices(option, here)
        _options(option.get("options") or [], f"{here}.options")
        if option.get("type") in GROUPS:
            continue
        if option.get("required") and optional:
            raise invalid(
                here,
                "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                "Required options must be placed before non-required options",
            )
        optional = optional or not option.get("required")
    if len({option.get("name") for option in options}) < len(options):
        raise invalid(path, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name twice")


def _choices(option: Json, path: str) -> None:
    choices = option.get("choices") or []
    if choices and option.get("autocomplete"):
        raise invalid(path, "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES", "choices or autocomplete")
    if len(choices) > CHOICES:
        raise length(f"{path}.choices", 0, CHOICES)
    for index, choice in enumerate(choices):
        check_choice(choice, f"{path}.choices.{index}")


def check_choice(choice: Json, path: str) -> None:
    """Raises `Refused` for a name or value that is empty or has more than 100 characters."""
    if not 1 <= len(choice.get("name") or "") <= DESCRIPTION:
        raise length(f"{path}.name", 1, DESCRIPTION)
    value = choice.get("value")
    if isinstance(value, str) and not 1 <= len(value) <= DESCRIPTION:
        raise length(f"{path}.value", 1, DESCRIPTION)


def _weight(command: Json) -> int:
    """Characters of names, descriptions and values together, the longest localization each."""
    own = sum(_longest(command, name) for name in ("name", "description"))
    values = [choice.get("value") for choice in command.get("choices") or []]
    own += sum(len(value) for value in values if isinstance(value, str))
    parts = [*(command.get("options") or []), *(command.get("choices") or [])]
    return own + sum(map(_weight, parts))


def _longest(what: Json, name: str) -> int:
    localized = (what.get(f"{name}_localizations") or {}).values()
    return max(len(text or "") for text in [what.get(name), *localized])
