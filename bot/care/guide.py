"""The care guide: lines about what helps, and who may see which of them (method E8). Pure.

Theory of operation. A line is a record of its owner's, seen by nobody unless it names who may.
What others are shown is found at the very moment at which it is handed over: a message on its
way holds only whose guide is meant (`model.message.Guide`), and `unfold` puts in the lines that
its reader may see by then. So a line that was taken back or changed is so at the next look, and
no turn of anybody's depends on what somebody else wrote there, or on who looked.

A guide is open to people with whom something has begun through the bot. An invite that comes to
nothing, for whatever reason, closes the other's guide to whoever sent it until something begins
again: so a mute shows nothing that a silence would not show (safety D1.4, D2).
"""

from collections.abc import Iterable, Iterator, Mapping

import msgspec

from bot.model.message import Arg, Guide, Line, Message, Picked
from bot.model.person import Bond, Person, PersonId, Record
from bot.model.private import Private

KIND = "guide"  # of record
FEELING, PART, TEXT, TO = "feeling", "part", "text", "to"  # what such a record holds
FAMILY, SHOW = "family", "show"  # where it comes out of a share
SAVED: Mapping[str, str] = {  # what was told there → the question whether to save it
    "better": "save",
    "helped": "save-helped",
}
FEELINGS = ("sad", "hurt", "angry", "ashamed", "scared", "numb", "happy")
PARTS = ("helps", "not", "tell", "after")
KINDS: Mapping[str, tuple[str, ...]] = {  # family of the palette → feelings of the guide
    "warm": ("happy",),
    "sore": ("sad", "hurt"),
    "heated": ("angry",),
    "dark": ("ashamed", "scared", "numb"),
}
AT_ONCE, BEFORE_ANSWER = 7, 3  # lines that are shown at a time (method E8, E2 5)
OWN = "\x1f"  # begins own words where ids are possible too; see `engine.answers`
READER = "engine"


class Shelf(msgspec.Struct, frozen=True, kw_only=True):
    """What has to be known to open somebody's guide."""

    records: tuple[Record, ...] = ()
    bonds: Mapping[tuple[PersonId, PersonId], Bond] = {}
    people: Mapping[PersonId, Person] = {}


# ── a line ───────────────────────────────────────────────────────────────────
def audience(line: Record) -> tuple[PersonId, ...]:
    """Whom its owner lets see it; nobody, if nothing else was said."""
    named = line.body.get(TO)
    if named is not None:
        return tuple(PersonId(who) for who in named.picks_for(READER) if who)
    shown = any(_text(line, saved) == SHOW for saved in SAVED.values())
    return (line.other,) if shown and line.other else ()


def shown_to(line: Record, people: Iterable[PersonId]) -> Record:
    """The line as these people may see it, and nobody else."""
    return msgspec.structs.replace(line, body=line.body | {TO: Private.of(people)})


def feelings(line: Record) -> tuple[str, ...]:
    """What it is about; one out of a share is about all that its family holds."""
    feeling, family = line.body.get(FEELING), line.body.get(FAMILY)
    if feeling is not None:
        return (feeling.open_for(READER),)
    return KINDS.get(family.open_for(READER), FEELINGS) if family else FEELINGS


def of_family(family: str) -> tuple[str, ...]:
    """The feelings that go with a family of the palette; all of them with a mixture, or none."""
    return KINDS.get(family, FEELINGS)


def part(line: Record) -> str:
    """What it says about them: what helps, what does not, how one can tell, and after."""
    found = line.body.get(PART)
    return found.open_for(READER) if found else PARTS[0]


def said(line: Record) -> Line:
    """The line as whoever may see it reads it."""
    field = next((one for one in (TEXT, *SAVED) if one in line.body), TEXT)
    text = _text(line, field)
    own = field == TEXT or text.startswith(OWN)
    arg: Arg = Picked(ids=Private(text), of=f"small-share.{field}")
    if own:
        arg = Private(text.removeprefix(OWN))
    return Line(words=f".card-guide-{part(line)}", args={"text": arg})


def told(lines: Iterable[Record], meant: Iterable[str], who: Mapping[str, Arg]) -> tuple[Line, ...]:
    """The lines as they are read, and for which feeling each is where more than that is meant.

    `who` holds the owner's name as "other". What is for all that is meant comes first, unsaid.
    """
    by_heading: dict[str, list[Line]] = {"": []}
    for line in lines:
        by_heading.setdefault(_heading(line, {*meant}), []).append(said(line))
    return tuple(
        one
        for heading, own in by_heading.items()
        for one in ((Line(words=heading, args=dict(who)),) if heading else ()) + tuple(own)
    )


def _heading(line: Record, meant: set[str]) -> str:
    """Words that say what a line is for; "" where it is for all that is meant."""
    own = feelings(line)
    if meant.issubset(own):
        return ""
    return f".card-guide-when-{own[0] if len(own) == 1 else _text(line, FAMILY)}"


def _text(line: Record, field: str) -> str:
    given = line.body.get(field)
    return given.open_for(READER) if given else ""


def in_order(lines: Iterable[Record]) -> list[Record]:
    """What helps first; of two lines about the same, the newer one."""
    newest = sorted(lines, key=lambda line: (line.at, line.id), reverse=True)
    return sorted(newest, key=lambda line: PARTS.index(part(line)))


# ── who may look ─────────────────────────────────────────────────────────────
def has_met(bond: Bond | None) -> bool:
    """Whether something has ever begun between the two; as the owner of the bond keeps it."""
    return bond is not None and bool(bond.met or bond.listened or bond.glad)


def is_open(shelf: Shelf, owner: PersonId, reader: PersonId) -> bool:
    """Whether `reader` may look at what `owner` shows them at all."""
    person, own = shelf.people.get(owner), shelf.bonds.get((reader, owner))
    there = person is not None and person.leaving is None
    both = has_met(own) and has_met(shelf.bonds.get((owner, reader)))
    return there and both and own is not None and not own.lapsed


def visible(shelf: Shelf, wanted: Guide, reader: PersonId) -> list[Record]:
    """The lines that `reader` may see of what is wanted, in order, and no more than that."""
    if not is_open(shelf, wanted.owner, reader):
        return []
    lines = (one for one in shelf.records if (one.owner, one.kind) == (wanted.owner, KIND))
    theirs = (one for one in lines if reader in audience(one))
    fitting = [one for one in theirs if not {*feelings(one)}.isdisjoint(wanted.feelings)]
    return in_order(fitting)[: wanted.most]


# ── when it is handed over ───────────────────────────────────────────────────
def wanted(message: Message) -> tuple[Guide, ...]:
    """The guides that a message on its way asks for."""
    args = (arg for line in message.lines for arg in line.args.values())
    return tuple(arg for arg in args if isinstance(arg, Guide))


def unfold(message: Message, shelf: Shelf) -> Message:
    """The message with the lines that its reader may see now."""
    lines = tuple(one for line in message.lines for one in _unfolded(line, shelf, message.to))
    return msgspec.structs.replace(message, lines=lines)


def _unfolded(line: Line, shelf: Shelf, reader: PersonId) -> Iterator[Line]:
    guide = next((arg for arg in line.args.values() if isinstance(arg, Guide)), None)
    if guide is None:
        yield line
        return
    found = visible(shelf, guide, reader)
    if found:
        plain = {name: arg for name, arg in line.args.items() if arg is not guide}
        yield msgspec.structs.replace(line, args=plain)
        yield from told(found, guide.feelings, {"other": plain["other"]})
    elif guide.empty:
        yield Line(words=guide.empty)
