"""Answers that say when: what was meant, how it is kept, and how it is said back.

Kept is "0,1,2,3,4@07:30" for a rule, "off" or "off@2026-12-07" for a break, and the choice's own
name for what was tapped.
"""

from datetime import date, datetime, time
from itertools import islice
from types import MappingProxyType

from bot.care import prompting, quiet, rhythm, zones
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
ANCHOR = "anchor"  # where the proposer's zone is kept beside the time that they chose


def read(scene: Scene, role: Role, text: str) -> Private | NotRead:
    """What the text says, as it is kept; or why it says no time."""
    meant = when.read(text, prompting.local(scene.person(role), scene.at))
    if isinstance(meant, NotRead):
        return meant
    if isinstance(meant, Off) and len(scene.session.players) > 1:
        return NotRead(".when-no-time")  # there is nothing yet that could be off
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


def arg(scene: Scene, role: Role, kept: str) -> Rhythm:
    """How it is said to `role`: the rule with its next times, or the break."""
    found = rule(kept)
    if found is None:
        return Rhythm(until=until(kept))
    if len(scene.session.players) > 1:
        return together(scene.person(role), found, anchor(scene), scene.at)
    return said(scene.person(role), found, scene)


def anchor(scene: Scene) -> str:
    """The zone in which a time for two is meant: the proposer's, as it was when they chose it."""
    (role,) = scene.roles("proposer")
    given = scene.session.answers.get(role, {}).get(ANCHOR)
    return given.open_for("engine") if given else scene.person(role).zone


def together(person: Person, wanted: Rule, zone: str, at: datetime) -> Rhythm:
    """A rule of that zone as the person's own clock shows it, and its next three times."""
    week = [*islice(rhythm.slots(wanted, zone, at), max(3, len(wanted.days)))]
    place = zones.place(person.zone)
    local = [slot.at.astimezone(place) for slot in week]
    days = sorted({one.weekday() for one in local[: len(wanted.days)]})
    coming = [quiet.awake(person, slot.at) for slot in week[:3]]
    time_ = local[0].time() if local else wanted.at
    return Rhythm(days=tuple(days), at=time_, coming=tuple(coming))


def said(person: Person, wanted: Rule, scene: Scene, used: date | None = None) -> Rhythm:
    """A rule as words will say it to that person, with dates behind the last `used` one."""
    coming = prompting.upcoming(person, wanted, scene.at, used)
    return Rhythm(days=wanted.days, at=wanted.at, coming=tuple(coming))
