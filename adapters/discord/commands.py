"""Every command of ours as a slash command of theirs, in every language that there is.

They are drawn from the one registry, as JSON: what Discord is told can be compared by its hash,
and is only told again when that has changed (it takes 200 new commands a day, and no more).
"""

import hashlib
import re
from collections.abc import Callable
from typing import Any

import discord
import msgspec

from adapters.discord.inbound import PERSON, TEXT
from bot.adapter import House, ShownCommand
from bot.model.event import PEOPLE

Json = dict[str, Any]
FACT = "commands"
DESCRIPTION = 100  # characters
FEW = 2  # others, at least, where several people are taken
EVERYWHERE = {"integration_types": [0, 1], "contexts": [0, 1, 2]}  # servers and people; anywhere
NAME = re.compile(r"[-_'\w]{1,32}")
CODE = 60  # characters of a code, with what people type around it


def payload(house: House) -> list[Json]:
    """All commands, as Discord wants them."""
    shown = {locale: {one.name: one for one in house.commands(locale)} for locale in house.locales}
    drawn = [_command(house, name, shown) for name in shown[house.locales[0]]]
    for theirs in {one for each in drawn for one in each["name_localizations"]}:
        _part(drawn, theirs)
    return drawn


def _part(drawn: list[Json], theirs: str) -> None:
    """No two bear one name in that language: Discord would refuse them all. The first keeps it.

    A plain name is nobody else's, so that everybody can always go back to their own.
    """
    plain, taken = {each["name"] for each in drawn}, set[str]()
    for each in drawn:
        own = each["name_localizations"].get(theirs, each["name"])
        if own in taken or own in plain - {each["name"]}:
            del each["name_localizations"][theirs]
        else:
            taken.add(own)


def digest(commands: list[Json]) -> str:
    """What changes when, and only when, Discord has to be told."""
    return hashlib.blake2b(msgspec.json.encode(commands, order="sorted")).hexdigest()[:32]


async def tell(client: discord.Client, commands: list[Json]) -> None:
    """Discord's list of our commands is this one from now on."""
    application = client.application_id or 0
    await client.http.bulk_upsert_global_commands(application, commands)


def _command(house: House, name: str, shown: dict[str, dict[str, ShownCommand]]) -> Json:
    own = {locale: commands[name] for locale, commands in shown.items()}
    first = own[house.locales[0]]
    options = [_person(house)] * first.person + [_code(house)] * first.text
    options += _people(house) * first.people
    return {
        "name": name,
        "name_localizations": _in_all(own, lambda one: _slashed(one.label), NAME),
        "description": first.help[:DESCRIPTION],
        "description_localizations": _in_all(own, lambda one: one.help[:DESCRIPTION]),
        "type": 1,
        "options": options,
        **EVERYWHERE,
    }


def _person(house: House) -> Json:
    return _option(house, "person", PERSON, ".discord-option-person") | {"required": False}


def _people(house: House) -> list[Json]:
    """Two others are needed; Discord wants those first."""
    words = ".discord-option-member"
    few = [_option(house, one, PERSON, words) | {"required": True} for one in PEOPLE[:FEW]]
    return few + [_option(house, one, PERSON, words) | {"required": False} for one in PEOPLE[FEW:]]


def _code(house: House) -> Json:
    option = _option(house, "code", TEXT, ".discord-option-code")
    return option | {"required": True, "max_length": CODE}


def _option(house: House, name: str, kind: int, words: str) -> Json:
    said = {locale: house.words(words, locale)[:DESCRIPTION] for locale in house.locales}
    return {
        "name": name,
        "type": kind,
        "description": said[house.locales[0]],
        "description_localizations": _in_all(said, str),
    }


def _in_all(
    own: dict[str, Any], say: Callable[[Any], str], form: re.Pattern[str] = re.compile(".+")
) -> dict[str, str]:
    """What is said in each language that Discord knows, by Discord's names of them.

    The first language is the plain one, and stands in for those that are not here.
    """
    _first, *others = own
    said = {locale: say(own[locale]) for locale in others}
    return {
        theirs: text
        for locale, text in said.items()
        if form.fullmatch(text)
        for theirs in _theirs(locale)
    }


def _theirs(locale: str) -> list[str]:
    """What Discord calls that language: "pt" is "pt-BR" there, "de" is "de"."""
    known = [one.value for one in discord.Locale]
    return [name for name in known if name == locale or name.split("-")[0] == locale]


def _slashed(label: str) -> str:
    """A label as the name of a command: small letters, no spaces."""
    return re.sub(r"[^\w'-]+", "-", label.casefold()).strip("-")
