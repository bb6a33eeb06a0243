"""The menu: an exercise stands where people look for one like it, alone or with somebody."""

from collections.abc import Iterator

from bot.model.script import PLACES, TOGETHER, Script
from bot.script.checks.at import at
from bot.script.finding import Finding, quoted


def check(script: Script) -> Iterator[Finding]:
    """Who is alone with it finds it among what is done alone, and the other way round."""
    together = len(script.roles) > 1
    if script.menu and together != (script.menu in TOGETHER):
        places = [place for place in PLACES if together == (place in TOGETHER)]
        who = "several people" if together else "one person"
        sentence = f"`{script.menu}` of the menu is no place for an exercise of {who}."
        yield at(script, "", sentence, f"The places for it: {quoted(places)}.")
