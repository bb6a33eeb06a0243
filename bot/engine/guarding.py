"""What private exercises do outside of themselves: rests without a cause, and passing on.

All of it is kept for their person alone. A rest date never says where it came from: the same
field is set by choosing a rest, by two answers that were not good in a day, and by these.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from types import MappingProxyType

from bot.engine import circles
from bot.engine.records import labels
from bot.engine.scene import Scene
from bot.model.helpline import Topic
from bot.model.message import Helplines, Line
from bot.model.private import Private
from bot.model.session import Role

SELF = "self"
A_DAY = timedelta(hours=24)  # after a crisis yes, or where a person asks for a rest (safety D3.4)
THIRTY_DAYS = timedelta(days=30)  # from one person, after "I feel uneasy" (safety D3.3)


def _outside(scene: Scene) -> tuple[Scene, Role]:
    """The exercise around this one, and which role its person has there."""
    root = scene.root
    return root, root.session.role_of(scene.session.players[SELF]) or SELF


def _go_on(scene: Scene) -> None:
    scene.outcome = "go-on"


def _pass_check(scene: Scene) -> None:
    """The private check was passed: recorded as passed, and nothing else of it."""
    root, role = _outside(scene)
    if root.session.circle is not None:
        circles.put(root, checked=(*root.session.circle.checked, role))
        return
    for other in root.session.others(role):
        root.put_bond(role, other, checked=True)


def _be_cautious(scene: Scene) -> None:
    """Nothing was said, which may mean anything: sizes stay small (safety D3.2)."""
    _pass_check(scene)
    root, role = _outside(scene)
    if root.session.circle is not None:
        return  # no key of anybody's has a say in a circle
    for other in root.session.others(role):
        root.put_bond(role, other, cautious=True)


def _rest_from_them(scene: Scene) -> None:
    """Thirty days without shared exercises with these people; after them, the check again."""
    root, role = _outside(scene)
    them = circles.about(root, role) if root.session.circle else root.session.others(role)
    them = tuple(other for other in them if not root.session.vacant(other))
    for other in them:
        players = root.session.players
        known = root.cast.bond(players[role], players[other]).rest_until
        until = max(known or scene.at, scene.at + THIRTY_DAYS)
        root.put_bond(role, other, rest_until=until, checked=False)
    called = labels.rest(root, scene.at + THIRTY_DAYS)
    if root.session.circle:
        called = {"other": Private(", ".join(root.name(other) for other in them))}
    if called or them:
        scene.say(SELF, "note", (root.line(".rest-from-them", role, **called),))


def _rest_a_day(scene: Scene) -> None:
    """A day without shared exercises. The same field as a rest that a person asks for."""
    known = scene.person(SELF).rest_until
    scene.put_person(SELF, rest_until=max(known or scene.at, scene.at + A_DAY))


def _drop_held(scene: Scene) -> None:
    """What was typed is not passed on, whatever comes now."""
    root, role = _outside(scene)
    if scene.session.after:
        root.drop(role, scene.session.after)
        scene.put(after="")
    scene.put_person(SELF, pending=None)


def _lines_of(*topics: Topic) -> Callable[[Scene], None]:
    def say(scene: Scene) -> None:
        wanted = Helplines(topics=topics)
        scene.say(SELF, "note", (Line(words=".lines-block", args={"lines": wanted}),))

    say.__doc__ = "Help lines of the country that the person named, in a note."
    return say


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "go-on": _go_on,
        "pass-check": _pass_check,
        "be-cautious": _be_cautious,
        "rest-from-them": _rest_from_them,
        "rest-a-day": _rest_a_day,
        "drop-held": _drop_held,
        "say-all-lines": _lines_of(),
        "say-lines": _lines_of("suicide"),
        "say-abuse-lines": _lines_of("abuse", "sexual-violence"),
        "say-youth-lines": _lines_of("youth"),
    }
)
