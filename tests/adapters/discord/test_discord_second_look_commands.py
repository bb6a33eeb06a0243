"""A second look at the list of commands: no translation may take them from everybody."""

from pathlib import Path

from msgspec import structs

from adapters.discord import commands
from bot.adapter import ShownCommand
from tests.adapters.discord.small import SmallHouse

ENGLISH = {"pause": "Pause", "break": "Private break", "stop": "Stop"}
GERMAN = {"pause": "Pause", "break": "Pause", "stop": "Halt"}
FRENCH = {"pause": "Stop", "break": "Pause privée", "stop": "!"}  # no name is made of that


def test_two_commands_never_bear_one_name_in_any_language() -> None:
    """Discord refuses the whole list for it, and then nobody has any command."""
    labels = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}
    house = structs.replace(
        SmallHouse().house(Path()),
        locales=("en", "de", "fr"),
        commands=lambda locale: tuple(
            ShownCommand(name=name, label=label, help="Does it")
            for name, label in labels[locale].items()
        ),
    )
    drawn = commands.payload(house)
    for theirs in ("de", "fr"):
        named = [each["name_localizations"].get(theirs, each["name"]) for each in drawn]
        assert len(set(named)) == len(named), theirs
    assert drawn[2]["name_localizations"] == {"de": "halt"}
    assert drawn[1]["name_localizations"]["fr"] == "pause-privée"
