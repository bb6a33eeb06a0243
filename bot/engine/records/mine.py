"""What a person keeps, as something to point at: people, and rounds; and deleting it.

Only an exercise about all that a person keeps (`Session.whole`) has it in its cast. Nothing
of others is deleted here: their own facts about a round are theirs.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

import msgspec

from bot.care import guide, prompting, quiet, retention
from bot.engine.records import labels, people
from bot.engine.scene import Scene
from bot.model.message import Choice
from bot.model.person import Bond, PersonId, Record
from bot.model.private import Private
from bot.model.session import Session
from bot.model.world import Erased

SELF = "self"
WHOLE = frozenset(
    {
        *(
            "big-talk",
            "delete",
            "good-news-alone",
            "guide",
            "home",
            "jar",
            "limits",
            "look",
            "map",
            "now",
        ),
        *(
            "practice",
            "prompts",
            "real-life",
            "repair-alone",
            "shrink",
            "small-one",
            "weekly-review",
        ),
    }
)  # such exercises
PEOPLE, ROUNDS, MAP, AWAY = "people", "rounds", "map", "away"
MOST = 24  # of the rounds that are offered to be tapped, the newest first
LAST_WORDS = timedelta(seconds=2)  # to arrive in, before the key to them is destroyed
EPOCH = date(1970, 1, 1)


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """One round of which something is kept."""

    id: str  # "<session>/<round>"
    other: PersonId
    day: int  # days since 1970-01-01 UTC


def choices(scene: Scene, of: str) -> tuple[Choice, ...]:
    """All that can be pointed at, by the names that its owner knows; newest first.

    Who is on the map stands in the owner's own order.
    """
    if of in {MAP, AWAY}:
        listed = people.shown(scene, away=of == AWAY)
        return tuple(Choice(id=str(one.other), label=people.name(one)) for one in listed)
    ids = [*_ids(scene, of)]
    most = MOST if of == ROUNDS else None  # of people, nobody is out of reach
    return tuple(Choice(id=id_, label=label(scene, id_)) for id_ in ids[:most])


def _ids(scene: Scene, of: str) -> Iterable[str]:
    match of:
        case "rounds":
            return [kept.id for kept in _rounds(scene)]
        case "met":
            return met(scene)
        case "standing":
            return [bond.other for bond in bonds(scene) if prompting.goes_on(bond.standing)]
    return _people(scene)


def label(scene: Scene, id_: str) -> Private:
    """What a choice is called: a name, or a name and a day."""
    kept = next((kept for kept in _rounds(scene) if kept.id == id_), None)
    if kept is None:
        return Private(_name(scene, PersonId(id_)))
    day = EPOCH + timedelta(days=kept.day)
    same = [one.id for one in _rounds(scene) if (one.other, one.day) == (kept.other, kept.day)]
    number = f" ({len(same) - same.index(id_)})" if len(same) > 1 else ""
    return Private(f"{_name(scene, kept.other)}, {day.isoformat()}{number}")


def met(scene: Scene) -> list[PersonId]:
    """Whoever something has begun with through the bot."""
    known = (bond for bond in bonds(scene) if not bond.other.startswith(labels.PREFIX))
    return [bond.other for bond in known if guide.has_met(bond)]


def _people(scene: Scene) -> Iterable[str]:
    """Whoever they keep something about, or have been shown; an invite held back names nobody."""
    kept = [bond.other for bond in bonds(scene)]
    noted = [record.other for record in _records(scene) if record.other is not None]
    me = scene.session.players[SELF]
    shown = [session for session in scene.cast.sessions if me in session.reached]
    playing = [who for session in shown for who in session.known_to(me)]
    yield from dict.fromkeys(who for who in (*kept, *noted, *playing) if who != me)


def _name(scene: Scene, other: PersonId) -> str:
    entry = people.of(scene, other)
    if entry is not None:
        return people.name(entry).open_for(entry.owner)
    called = scene.cast.bond(scene.session.players[SELF], other).called
    shown = scene.cast.person(other).account.shown()
    return called.open_for(scene.session.players[SELF]) if called else shown or "?"


def _rounds(scene: Scene) -> list[Kept]:
    """Each round once, newest first."""
    found: dict[str, Kept] = {}
    for bond in bonds(scene):
        for one in (*bond.shared, *bond.listened, *bond.glad, *bond.mended):
            found[one.id] = Kept(id=one.id, other=bond.other, day=one.day)
    for record in _records(scene):
        if record.other is not None and record.kind != people.MAP:
            kept = Kept(id=round_of(record), other=record.other, day=quiet.day(record.at))
            found.setdefault(kept.id, kept)
    return sorted(found.values(), key=lambda kept: (-kept.day, kept.other, kept.id))


def round_of(record: Record) -> str:
    """The round that a record is of: "<session>/<round>"; its id goes on behind that."""
    session, _, rest = record.id.partition("/")
    return f"{session.partition('+')[0]}/{rest.partition('/')[0]}"


def running(session: Session) -> str:
    """The round that a session is in, or finishes, as "<session>/<round>"."""
    return f"{session.id.partition('+')[0]}/{session.round}"


def bonds(scene: Scene) -> list[Bond]:
    """All that the person keeps about others."""
    me = scene.session.players[SELF]
    return [bond for (owner, _), bond in scene.cast.bonds.items() if owner == me]


def _records(scene: Scene) -> list[Record]:
    me = scene.session.players[SELF]
    return [record for (owner, _), record in scene.cast.records.items() if owner == me]


# ── deleting ─────────────────────────────────────────────────────────────────
def _delete_everything(scene: Scene) -> None:
    """Nothing of this person stays. Written down at once; the last words are sent before."""
    scene.put_person(SELF, leaving=scene.at + LAST_WORDS)


def _delete_person(scene: Scene) -> None:
    """The bond, and all notes about the other. What limits inviting them runs out by itself."""
    me, other = scene.session.players[SELF], PersonId(_picked(scene, "whom"))
    bond = scene.cast.bond(me, other)
    records = tuple(one.id for one in _records(scene) if one.other == other)
    mine = (one for one in scene.cast.sessions if one.players.get(SELF) == me)
    about = (running(one) for one in mine if labels.is_about(scene, one, other))
    scene.erased.append(Erased(owner=me, other=other, records=records, round=next(about, "")))
    _hide_from(scene, other)
    limits = retention.limits(bond, scene.at)
    if limits is not None:
        scene.bonds[me, other] = limits


def _hide_from(scene: Scene, other: PersonId) -> None:
    """No line of the care guide names them any more among those who may see it."""
    for one in _records(scene):
        seen = guide.audience(one) if one.kind == guide.KIND else ()
        if other in seen and one.other != other:
            left = guide.shown_to(one, [who for who in seen if who != other])
            scene.root.records.append(left)


def _delete_round(scene: Scene) -> None:
    """One's own ratings and notes of one round, and one's part of it where it still runs."""
    me, round_ = scene.session.players[SELF], _picked(scene, "which")
    for bond in bonds(scene):
        kept = retention.without(bond, round_)
        if kept != bond:
            scene.bonds[me, bond.other] = scene.cast.bonds[me, bond.other] = kept
    records = tuple(one.id for one in _records(scene) if round_of(one) == round_)
    scene.erased.append(Erased(owner=me, records=records, round=round_))


def _picked(scene: Scene, field: str) -> str:
    return scene.session.answers[SELF][field].open_for("engine")


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "delete-everything": _delete_everything,
        "delete-person": _delete_person,
        "delete-round": _delete_round,
    }
)
