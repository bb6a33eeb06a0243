"""What a person wrote for themself, shown to them one piece at a time (method E13, E14).

Cards of the jar, the if-then plan, learnings, and the intention of a week are records. Which
piece comes next follows from when each was last shown, never from chance: the one that was
not seen for the longest comes first. In one sitting nothing is shown twice. When a piece was
shown last is kept with it, and goes with it; a time to come is one of a clock that was set back.
"""

from collections.abc import Iterator, Mapping

import msgspec

from bot.care import guide, retention
from bot.engine.scene import Scene
from bot.model.message import Arg, Line, Picked
from bot.model.person import Record
from bot.model.private import Private
from bot.model.world import Erased

SELF = "self"
SHOWN = "shown"  # beside the words: when they were last shown, in UTC
BESIDE = frozenset({SHOWN, retention.KEPT})  # what is no words of theirs
OWN = "\x1f"  # begins own words where ids are possible too; see `answers`
BOOKS: Mapping[str, str] = {  # kind of record → the exercise that names its ids
    "check-in": "check-in",
    "noted": "check-in",
    "jar": "small-one",
    "plan": "jar",
    "intention": "weekly-review",
    "practice": "practice",
    "map": "map",
}
SHARE = "small-share"


def of(scene: Scene, kind: str) -> list[Record]:
    """All of that kind that the person keeps, in the order in which they are shown."""
    me = scene.session.players[SELF]
    own = (one for (owner, _), one in scene.cast.records.items() if owner == me)
    return sorted((one for one in own if one.kind == kind), key=_turn)


def _turn(record: Record) -> tuple[str, str, str]:
    return _shown(record), record.at.isoformat(), record.id


def _shown(record: Record) -> str:
    """When it was last shown; "" before that."""
    return record.body[SHOWN].open_for("engine") if SHOWN in record.body else ""


def current(scene: Scene, kind: str) -> Record | None:
    """The piece that is being shown; None where none is."""
    given = scene.session.answers.get(SELF, {}).get(_place(kind))
    wanted = given.open_for("engine") if given else ""
    return next((one for one in of(scene, kind) if one.id == wanted), None)


def coming(scene: Scene, kind: str) -> Record | None:
    """The piece that would be shown next in this sitting; None when all were."""
    return next(iter(_unseen(scene, kind)), None)


def _unseen(scene: Scene, kind: str) -> list[Record]:
    """What was not shown in this sitting yet."""
    began, now = scene.session.began.isoformat(), scene.at.isoformat()
    return [one for one in of(scene, kind) if not began <= _shown(one) <= now]


def show(scene: Scene, kind: str, *, again: bool = False) -> Record | None:
    """The piece that is being shown, or from now on the next one.

    With `again`, one that was shown in this sitting already where there is no other.
    """
    rest = of(scene, kind) if again else []
    found = current(scene, kind) or coming(scene, kind) or next(iter(rest), None)
    if found is None:
        return None
    found = save(scene, found, found.body | {SHOWN: Private(scene.at.isoformat())})
    scene.keep(SELF, _place(kind), Private(found.id))
    return found


def anew(scene: Scene, kind: str) -> None:
    """All of that kind is to be shown once more, though it was in this sitting."""
    for one in of(scene, kind):
        if one not in _unseen(scene, kind):
            save(scene, one, {name: given for name, given in one.body.items() if name != SHOWN})


def let_go(scene: Scene, kind: str) -> None:
    """What is being shown has been seen."""
    scene.drop(SELF, _place(kind))


def change(scene: Scene, kind: str, body: Mapping[str, Private]) -> None:
    """Other words in the place of the piece that is being shown."""
    found = current(scene, kind)
    if found is not None and body:
        beside = {name: given for name, given in found.body.items() if name in BESIDE}
        save(scene, found, {**beside, **body})
    let_go(scene, kind)


def drop(scene: Scene, *records: Record) -> None:
    """These are not kept any more."""
    owner = scene.session.players[SELF]
    for one in records:
        scene.cast.records.pop((owner, one.id), None)
    if records:
        scene.erased.append(Erased(owner=owner, records=tuple(one.id for one in records)))


def add(scene: Scene, kind: str, body: Mapping[str, Private]) -> None:
    """Keep something new; nothing when there are no words."""
    if body:
        session = scene.session
        name = f"{session.id}/{session.round}/{SELF}/{kind}/{session.turn}"
        owner = session.players[SELF]
        new = Record(id=name, owner=owner, other=None, kind=kind, at=scene.at, body=dict(body))
        save(scene, new, new.body)


def save(scene: Scene, record: Record, body: dict[str, Private]) -> Record:
    """Keep the record with this body: a new one, or in the place of what it held."""
    changed = msgspec.structs.replace(record, body=body)
    scene.root.records.append(changed)
    scene.cast.records[changed.owner, changed.id] = changed
    return changed


def _place(kind: str) -> str:
    """Where a session remembers which piece of that kind is being shown: no question's name."""
    return f"{kind}/{SHOWN}"


# ── in words ─────────────────────────────────────────────────────────────────
def written(scene: Scene, name: str) -> dict[str, Private]:
    """An answer as it is kept: own words under "text", a ready answer under its question."""
    given = scene.session.answers.get(SELF, {}).get(name)
    if given is None or name not in scene.fields:
        return {}
    text = given.open_for("engine")
    if text in scene.fields[name][1].choices:
        return {name: given}
    return {"text": Private(text.removeprefix(OWN))}


def said(record: Record, field: str) -> Arg:
    """What stands there, as part of a sentence: own words as they are, ids by their labels."""
    given = record.body[field]
    text = given.open_for("engine")
    if field == "text" or text.startswith(OWN):
        return Private(text.removeprefix(OWN))
    return Picked(ids=given, of=named(record, field))


def named(record: Record, field: str) -> str:
    """The question whose choices name what is picked there: "<exercise>.<field>"."""
    if record.kind == guide.KIND and field in {guide.FEELING, guide.PART}:
        return f"{guide.KIND}.{field}"
    return f"{BOOKS.get(record.kind, SHARE)}.{field}"


def joined(record: Record, *fields: str) -> Private | None:
    """Own words of several answers as one text, for whoever wrote them; None without any."""
    given = (record.body[field] for field in fields if field in record.body)
    text = " ".join(one.open_for("engine").removeprefix(OWN) for one in given)
    return Private(text) if text else None


def words(record: Record) -> Iterator[str]:
    """The questions whose answers it holds."""
    return (name for name in record.body if name not in {*BESIDE, guide.TO})


def lines(record: Record | None, of_words: str) -> tuple[Line, ...]:
    """All that it says, each answer in a line of its own; nothing without it."""
    if record is None:
        return ()
    return tuple(
        Line(words=of_words, args={"text": said(record, field)}) for field in words(record)
    )
