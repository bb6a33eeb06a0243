"""How good news was met, kept for whoever told it (method E10).

These rounds stand apart from those of something hard: they have no size, no step of the size
ladder looks at them, and they check nothing about how hard things are met.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.care import ladder, quiet
from bot.engine import answers
from bot.engine.records import felt, labels, mine
from bot.engine.scene import Scene
from bot.model.message import Line
from bot.model.person import Bond, Round

TELLER, ALONE = "sharer", "self"
FAMILY = "warm"
BAD, TWICE = "bad", 2  # so often met flat by one person, before it is said (method E10)


def _bond(scene: Scene) -> Bond:
    (other,) = scene.session.others(TELLER)
    return scene.cast.bond(scene.session.players[TELLER], scene.session.players[other])


def _keep_joy(scene: Scene) -> None:
    """How the answer felt, for whoever told the news; two "not good" in a day are enough."""
    (other,), band = scene.session.others(TELLER), answers.first(scene, TELLER, "band")
    person = scene.person(TELLER)
    if not band or TELLER in scene.session.gone or person.numbers == "none":
        return
    day = quiet.day(scene.at)
    new = Round(id=mine.running(scene.session), day=day, size=0, band=band, family=FAMILY)
    new = felt.tapped(scene, TELLER, new)
    known = _bond(scene)
    glad = ladder.kept(known.glad, new, ladder.HISTORY)
    rest = known.rest_until
    if ladder.enough_for((*known.shared, *glad), day):
        rest = max(rest or scene.at, quiet.tomorrow(person, scene.at))
    scene.put_bond(TELLER, other, glad=glad, rest_until=rest)


def _keep_joy_alone(scene: Scene) -> None:
    """The same, where it was told in real life: kept under the name that its owner gave them."""
    bond, band = labels.bond(scene), answers.first(scene, ALONE, "band")
    if bond is None or not band or scene.person(ALONE).numbers == "none":
        return
    day = quiet.day(scene.at)
    new = Round(id=mine.running(scene.session), day=day, size=0, band=band, family=FAMILY)
    glad = ladder.kept(bond.glad, felt.tapped(scene, ALONE, new), ladder.HISTORY)
    labels.put(scene, glad=glad)
    if ladder.enough_for((*bond.shared, *glad), day):
        labels.rest(scene, quiet.tomorrow(scene.person(ALONE), scene.at))


def met_flat(scene: Scene) -> tuple[Line, ...]:
    """One line for whoever told it, where good news was not met well twice by this person."""
    flat = sum(one.band == BAD for one in _bond(scene).glad)
    return (Line(words=".hint-met-flat"),) if flat >= TWICE else ()


HINTS: Mapping[str, Callable[[Scene], tuple[Line, ...]]] = MappingProxyType({"met-flat": met_flat})
EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {"keep-joy": _keep_joy, "keep-joy-alone": _keep_joy_alone}
)
