"""Answers that say when: what was meant, how it is kept, and how it is said back.

Kept is "0,1,2,3,4@07:30" for a rule, "off" or "off@2026-12-07" for a break, and the choice's own
name for what was tapped.
"""

from datetime import date, time
from types import MappingProxyType

from bot.care import prompting
from bot.engine.scene import Scene
from bot.model.message import Rhythm
from bot.model.person import Person
from bot.model.private import Private
from bot.model.schedule import EVERY_DAY, WEEKDAYS, Rule
from bot.model.session import Role
from bot.text import when
from bot.text.when import NotRead, Off

USUAL = MappingProxyType(  # choices; none of them lies between midnight and five (safety D13)
    {
        "mornings": Rule(days=EVERY_DAY, at=time(9)),
        "evenings": Rule(days=EVERY_DAY, at=time(20)),
        "weekdays": Rule(days=WEEKDAYS, at=time(18)),
        "sundays": Rule(days=(6,), at=time(18)),
    }
)
OFF = "off"


def read(scene: Scene, role: Role, text: str) -> Private | NotRead:
    """What the text says, as it is kept; or why it says no time."""
    meant = when.read(text, prompting.local(scene.person(role), scene.at))
    if isinstance(meant, NotRead):
        return meant
    if isinstance(meant, Off):
        return Private(f"{OFF}@{meant.until.isoformat()}" if meant.until else OFF)
    return Private(f"{','.join(map(str, meant.days))}@{meant.at:%H:%M}")


def rule(kept: str) -> Rule | None:
    """The rule that was kept, or None where it is a break."""
    if kept in USUAL or kept.startswith(OFF):
        return USUAL.get(kept)
    days, _, at = kept.partition("@")
    return Rule(days=tuple(map(int, days.split(","))), at=time.fromisoformat(at))


def until(kept: str) -> date | None:
    """The first date after a break, or None where it has no end, or is none."""
    off, _, day = kept.partition("@")
    return date.fromisoformat(day) if off == OFF and day else None


def arg(scene: Scene, kept: str) -> Rhythm:
    """How it is said: the rule with its next times, or the break."""
    found = rule(kept)
    if found is None:
        return Rhythm(until=until(kept))
    return said(scene.person("self"), found, scene)


def said(person: Person, wanted: Rule, scene: Scene, used: date | None = None) -> Rhythm:
    """A rule as words will say it to that person, with dates behind the last `used` one."""
    coming = prompting.upcoming(person, wanted, scene.at, used)
    return Rhythm(days=wanted.days, at=wanted.at, coming=tuple(coming))
