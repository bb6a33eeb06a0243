"""A time for two that both agreed on: it is asked at, both may end it, and neither hears of it.

Theory of operation. At the yes a session of its own is put by, at a step that waits for the next
time, and nobody has been shown anything of it. When the time has come it puts by the one after
it and becomes the round itself. So a round that comes to nothing, or is left, ends alone. What
each keeps about it stands in their own bond: that it is over for them, or how often in a row
they did not answer. Whoever is not to be asked is silent in that round from its beginning, and
to the other that is a silence like any other (safety D2).

The time is wall-clock time in one zone, the proposer's as it was when they chose it: what both
agreed to stays where it is, and everybody sees it by their own clock.
"""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

import msgspec

from bot.care import prompting, quiet, rhythm, zones
from bot.engine import answers, asking, clocks, exits
from bot.engine.records import mine
from bot.engine.scene import Scene
from bot.engine.times import following, rhythms
from bot.model.message import Arg, Line
from bot.model.person import Bond, PersonId
from bot.model.private import Private
from bot.model.schedule import Standing
from bot.model.session import Role, Session

SELF, WHEN, NOTE = "self", "when", "note"
OPEN, OFF = "open", "off"
PAIR = 2
STANDING = "standing"  # the step that waits for the next time


def chain(session: Session) -> str:
    """The session in which it was agreed; those of its times go on behind that."""
    return session.id.partition("+")[0]


def _kept(scene: Scene, role: Role) -> Standing | None:
    """What `role` keeps of this very agreement; None where it is over for them."""
    if role in scene.session.gone:
        return None
    known = _bond(scene, role).standing
    mine = known is not None and known.chain == chain(scene.session)
    return known if mine and prompting.goes_on(known) else None


def _bond(scene: Scene, role: Role) -> Bond:
    players = scene.session.players
    (other,) = scene.session.others(role)
    return scene.cast.bond(players[role], players[other])


def _put(scene: Scene, role: Role, standing: Standing | None) -> None:
    (other,) = scene.session.others(role)
    scene.put_bond(role, other, standing=standing)


# ── agreeing ─────────────────────────────────────────────────────────────────
def _set_anchor(scene: Scene) -> None:
    """The zone of the proposer, as it is while they choose."""
    (role,) = scene.roles("proposer")
    scene.keep(role, rhythms.ANCHOR, Private(scene.person(role).zone))


def _agree(scene: Scene) -> None:
    """Both keep the time; whoever has gone meanwhile keeps nothing."""
    (proposer,) = scene.roles("proposer")
    rule = rhythms.rule(answers.first(scene, proposer, WHEN).removeprefix(answers.OWN))
    if rule is None:
        return
    new = Standing(chain=chain(scene.session), rule=rule, zone=rhythms.anchor(scene))
    for role in scene.session.players:
        if role not in scene.session.gone:
            _put(scene, role, new)
    clocks.know_nights(scene)
    _put_by(scene, new)


def _put_by(scene: Scene, standing: Standing, used: date | None = None) -> None:
    """The session of the next time, and the day that it will take from those who are asked."""
    slot = rhythm.following(standing.rule, standing.zone, scene.at, used)
    if slot is None:
        return
    name = f"{standing.chain}+{slot.day.isoformat()}"
    new = following.session(scene, name, STANDING, slot.at)
    scene.spawned.append(
        msgspec.structs.replace(
            new, answers={}, began=slot.at, acted={}, faded=(), missed=(), sent=()
        )
    )
    for role in scene.session.players:
        if _kept(scene, role) is not None:
            person = prompting.booked(scene.person(role), standing, slot.at)
            scene.put_person(role, booked=person.booked)


# ── when it is time ──────────────────────────────────────────────────────────
def _stand(scene: Scene) -> None:
    """Both at once, in sessions that began before a full day was looked at between them."""
    _go_on(scene)
    if scene.session.status == "running":
        _sit_down(scene)


def _go_on(scene: Scene) -> None:
    """Put the next time by. It ends here where nobody keeps it, or where it is too late today."""
    due = scene.before.waits or scene.at
    known = _keepers(scene)
    _tidy(scene)
    if not known:
        exits.end(scene)
        return
    standing = next(iter(known.values()))
    _put_by(scene, standing, due.astimezone(zones.place(standing.zone)).date())
    if rhythm.too_late(due, scene.at):
        exits.end(scene)


def _keepers(scene: Scene) -> dict[Role, Standing]:
    return {role: kept for role in scene.session.players if (kept := _kept(scene, role))}


def _sit_down(scene: Scene) -> None:
    """Count it for whoever is asked now; whoever is not to be is silent."""
    known = _keepers(scene)
    for role in scene.session.players:
        if role in known and _is_free(scene, role, known[role]):
            _count(scene, role, known[role])
        elif role not in scene.session.gone and scene.session.status == "running":
            exits.fall_silent(scene, role)


def _tidy(scene: Scene) -> None:
    """Whoever is done with it keeps nothing of it any longer."""
    for role in scene.session.players:
        known = _bond(scene, role).standing
        mine = known is not None and known.chain == chain(scene.session)
        if mine and not prompting.goes_on(known):
            _put(scene, role, None)


def _is_free(scene: Scene, role: Role, standing: Standing) -> bool:
    """Whether they may be asked: one thing on a date, and nothing while they rest."""
    person = scene.person(role)
    when = quiet.awake(person, scene.at)
    return not asking.rests(scene, role) and prompting.is_free(person, when, standing.rule)


def _count(scene: Scene, role: Role, standing: Standing) -> None:
    """It counts as not answered until it is, and the day is taken."""
    person = scene.person(role)
    taken = prompting.took_the_day(person, quiet.awake(person, scene.at))
    scene.put_person(role, asked_on=taken.asked_on)
    _put(scene, role, msgspec.structs.replace(standing, ignored=standing.ignored + 1))


def is_over(scene: Scene, role: Role) -> bool:
    """Whether `role` has ended it, just now or at an earlier time."""
    if len(scene.session.players) != PAIR:
        return False
    known = _bond(scene, role).standing
    return known is not None and known.chain == chain(scene.session) and known.off


def answered(scene: Scene, role: Role, given: Private) -> None:
    """They answered, with whatever; only what is opened is asked any further."""
    known, picked = _bond(scene, role).standing, given.open_for(answers.ENGINE)
    if known is not None and known.chain == chain(scene.session):
        _put(scene, role, msgspec.structs.replace(known, ignored=0, off=picked == OFF))
        if picked == OFF:
            person = prompting.unbooked(scene.person(role), known.chain)
            scene.put_person(role, booked=person.booked)
    if picked != OPEN:
        scene.drop(role, NOTE)


# ── among a person's own notes ───────────────────────────────────────────────
def _say(scene: Scene) -> None:
    """Each time that one has with somebody, in a note of its own, by their own clock."""
    me = scene.person(SELF)
    for bond in mine.bonds(scene):
        if bond.standing is not None and prompting.goes_on(bond.standing):
            when = rhythms.together(me, bond.standing.rule, bond.standing.zone, scene.at)
            args: dict[str, Arg] = {"other": mine.label(scene, bond.other), "when": when}
            scene.say(SELF, "note", (Line(words=".standing-line", args=args),))


def _end(scene: Scene) -> None:
    """Over for oneself. To the other it is a silence from now on."""
    me, other = scene.session.players[SELF], PersonId(answers.first(scene, SELF, "whom"))
    bond = scene.cast.bonds.get((me, other))
    if bond is None or bond.standing is None:
        return
    gone = msgspec.structs.replace(bond, standing=None)
    scene.bonds[me, other] = scene.cast.bonds[me, other] = gone
    person = prompting.unbooked(scene.person(SELF), bond.standing.chain)
    scene.put_person(SELF, booked=person.booked)


def _has_none(scene: Scene) -> bool:
    return not any(prompting.goes_on(bond.standing) for bond in mine.bonds(scene))


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "set-anchor": _set_anchor,
        "agree": _agree,
        "stand": _stand,
        "put-next-by": _go_on,
        "sit-down": _sit_down,
        "end-standing": _end,
        "say-standing": _say,
    }
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType({"no-standing": _has_none})
