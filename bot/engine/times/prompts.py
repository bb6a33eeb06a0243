"""What exercises do about prompts: plan one, drop one, say which there are, and note an answer."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.care import prompting
from bot.engine import answers, settings
from bot.engine.scene import Scene
from bot.engine.times import rhythms
from bot.model.message import Arg, Line, Picked
from bot.model.private import Private
from bot.model.schedule import ASKS

SELF, KIND, WHEN = "self", "kind", "when"


def _plan(scene: Scene) -> None:
    """The plan that was shown, of the kind that was chosen."""
    person, kind = scene.person(SELF), answers.first(scene, SELF, KIND)
    kept = answers.first(scene, SELF, WHEN).removeprefix(answers.OWN)
    rule, until = rhythms.rule(kept), rhythms.until(kept)
    if rule is not None:
        planned = prompting.planned(person, kind, rule, scene.at)
    elif until is not None:
        planned = prompting.off_until(person, kind, until, scene.at)
    else:
        planned = prompting.dropped(person, kind)
    scene.put_person(SELF, plans=planned.plans)


def _drop(scene: Scene) -> None:
    kind = answers.first(scene, SELF, KIND)
    scene.put_person(SELF, plans=prompting.dropped(scene.person(SELF), kind).plans)


def _say(scene: Scene) -> None:
    """Every plan there is, each in a note of its own; nothing where there is none."""
    person = scene.person(SELF)
    for one in person.plans:
        kind = Picked(ids=Private(one.kind), of=f"{scene.script.name}.{KIND}")
        when = rhythms.said(person, one.rule, scene, one.used)
        args: dict[str, Arg] = {"kind": kind, "when": when}
        scene.say(SELF, "note", (Line(words=".plan-line", args=args),))
    if person.plans and settings.notes(person) == settings.NO_NOTES:
        scene.note(SELF, ".plans-silent")


def _taken(scene: Scene) -> None:
    """A prompt was answered, with whatever: it counts as no silence."""
    if scene.script.name in ASKS:
        person = prompting.answered(scene.person(SELF), scene.script.name)
        scene.put_person(SELF, plans=person.plans)


def _take_day(scene: Scene) -> None:
    """Something is about to be said at a time that was chosen: no prompt comes on this date."""
    person = prompting.took_the_day(scene.person(SELF), scene.at)
    scene.put_person(SELF, asked_on=person.asked_on)


def _turn_off(scene: Scene) -> None:
    """No more prompts for this very exercise."""
    person = prompting.dropped(scene.person(SELF), scene.script.name)
    scene.put_person(SELF, plans=person.plans)


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "plan-prompt": _plan,
        "drop-prompt": _drop,
        "say-plans": _say,
        "prompt-taken": _taken,
        "prompt-off": _turn_off,
        "take-day": _take_day,
    }
)
