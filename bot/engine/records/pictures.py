"""Pictures of a person's own records, for them alone, each drawn from what they kept themself.

Nothing in them is counted, added up or held against anybody else. What there is stands side by
side in its order, however long lay between: a time in which nothing was kept is not to be seen.
A picture is about the person, or about one bond, never about two.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

import msgspec

from bot.care import prompting
from bot.engine.records import kept, mine
from bot.engine.records.kept import OWN, SELF, SHARE
from bot.engine.scene import Scene
from bot.model.message import Arg, Column, Day, Key, Line, Mark, Picked, Picture, Row
from bot.model.person import PersonId, Record, Round
from bot.model.private import Private

NAME = "picture.png"
WEEKS = 8  # of those in which something was kept, the newest
MOST_WORDS = 24  # of a week
ENERGY, WORDS = "energy", "words"
LEVELS = ("1", "2", "3", "4", "5")  # of energy
BANDS = ("bad", "middle", "good")
TAPPED = ("guess", "band", "sting", "cared", "respected", "gentle", "closer")  # of a round


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """Something on a person's own list: what they call it, and a few lines about it."""

    label: Private
    lines: tuple[Line, ...] = ()


def say(scene: Scene, picture: Picture, *more: Line) -> None:
    """Hand the picture to the one person whose exercise this is. Its title goes before, in words.

    `more` are further bubbles that go before its rows.
    """
    scene.say(SELF, "picture", (picture.title, *more), name=NAME, picture=picture)


def listed(title: Line, entries: Iterable[Entry]) -> Picture:
    """A list in the person's own order, one entry below the other: no chart, nothing compared."""
    rows = (Row(label=_said("own", text=one.label), texts=one.lines) for one in entries)
    return Picture(title=title, rows=tuple(rows))


# ── check-ins ────────────────────────────────────────────────────────────────
def check_ins(scene: Scene) -> Picture | None:
    """The words and the energy of one's own check-ins, by weeks; None where there are none."""
    weeks: dict[date, list[Record]] = {}
    for record in _looks_inside(scene):
        day = prompting.local(scene.person(SELF), record.at)
        weeks.setdefault(day - timedelta(days=day.weekday()), []).append(record)
    newest = [*weeks.items()][-WEEKS:]
    if not newest:
        return None
    columns = tuple(column for monday, own in newest for column in _energies(monday, own))
    return Picture(
        title=_said("check-ins"),
        rows=tuple(_week(monday, own) for monday, own in newest),
        levels=tuple(_said(f"energy-{level}") for level in LEVELS) if columns else (),
        columns=columns,
    )


def _looks_inside(scene: Scene) -> list[Record]:
    """Oldest first; those alone that hold words that were picked, or how much energy there was."""
    found = [*kept.of(scene, "check-in"), *kept.of(scene, "noted")]
    telling = [one for one in found if {ENERGY, WORDS} & one.body.keys()]
    return sorted(telling, key=lambda one: (one.at, one.id, one.kind))


def _energies(monday: date, own: list[Record]) -> Iterator[Column]:
    """A column for each time; the first one says the week."""
    label: Line | None = _said("day", day=Day(on=monday))
    for level in _levels(own):
        yield Column(marks=(Mark(at=int(level)),), label=label)
        label = None


def _levels(own: list[Record]) -> list[str]:
    given = (one.body[ENERGY].open_for("engine") for one in own if ENERGY in one.body)
    return [level for level in given if level in LEVELS]


def _week(monday: date, own: list[Record]) -> Row:
    picked = (one.body[WORDS].picks_for("engine") for one in own if WORDS in one.body)
    each = dict.fromkeys(pick.removeprefix(OWN) for picks in picked for pick in picks)
    words, levels = [*each][:MOST_WORDS], _levels(own)
    texts = []
    if words:
        texts.append(_said("words", picked=Picked(ids=Private.of(words), of="check-in.words")))
    if levels:
        texts.append(_said("energy", numbers=Private(", ".join(levels))))
    return Row(label=_said("week", day=Day(on=monday)), texts=tuple(texts))


# ── one bond: what was guessed, and how it was ───────────────────────────────
def guesses(scene: Scene, other: PersonId) -> Picture | None:
    """How each round was with one person, beside what one guessed before it; None without any.

    Both are the person's own taps. The picture names nobody: it may be kept, or be seen.
    """
    bond = scene.cast.bond(scene.session.players[SELF], other)
    rounds = [one for one in bond.shared if one.band in BANDS]
    listened = [one for one in bond.listened if one.closer]
    told = sorted((*rounds, *listened), key=lambda one: one.day)
    if not told:
        return None
    return Picture(
        title=_said("guesses"),
        rows=tuple(map(_round, told)),
        levels=tuple(_said("own", text=_labelled("band", band)) for band in BANDS if rounds),
        columns=tuple(map(_column, rounds)),
        keys=(
            Key(shape="ring", means=_said("key-guess")),
            Key(shape="disc", means=_said("key-band")),
        ),
    )


def _column(one: Round) -> Column:
    guess = (Mark(at=BANDS.index(one.guess) + 1, shape="ring"),) if one.guess in BANDS else ()
    felt = Mark(at=BANDS.index(one.band) + 1)
    return Column(marks=(*guess, felt), label=_said("day", day=_day(one)))


def _round(one: Round) -> Row:
    """What was tapped, in the order in which it was asked; what was skipped is left out."""
    size = (_said("size", size=one.size),) if one.band and one.size else ()
    given = ((name, getattr(one, name)) for name in TAPPED)
    tapped = tuple(_said(name, **{name: _labelled(name, pick)}) for name, pick in given if pick)
    return Row(label=_said("day", day=_day(one)), texts=(*size, *tapped))


def _day(one: Round) -> Day:
    return Day(on=mine.EPOCH + timedelta(days=one.day))


def _labelled(field: str, pick: str) -> Picked:
    return Picked(ids=Private(pick), of=f"{SHARE}.{field}")


def _said(name: str, **args: Arg) -> Line:
    return Line(words=f".picture-{name}", args=args)


# ── what an exercise may ask for ─────────────────────────────────────────────
def _draw_check_ins(scene: Scene) -> None:
    picture = check_ins(scene)
    if picture is not None:
        say(scene, picture)


def _draw_guesses(scene: Scene) -> None:
    picture = guesses(scene, _whom(scene))
    if picture is not None:
        say(scene, picture)


def _whom(scene: Scene) -> PersonId:
    given = scene.session.answers.get(SELF, {}).get("whom")
    return PersonId(given.open_for("engine") if given else "")


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {"draw-check-ins": _draw_check_ins, "draw-guesses": _draw_guesses}
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType(
    {
        "no-check-ins": lambda scene: check_ins(scene) is None,
        "no-guesses": lambda scene: guesses(scene, _whom(scene)) is None,
    }
)
