"""How long what a person keeps is kept (safety D9.3), as they chose it in the welcome. Pure.

  ratings and guesses, and    90 days, or none at all, as the person chose
    what was tapped in a
    check-in or in practice
  traces of an invite         7 days after it closed
  rest dates                  until they have passed
  a repair set aside          48 hours
  a text that waits for       24 hours
    "which one is it for?",
    and one for the next share
  learnings, and what was     as the person chose: not beyond the exercise, 7 days, or
    typed in a check-in         until they are deleted
  what feeling connected      until they are deleted; where nothing is to be kept, not
    means, and a learning       beyond the exercise
    that they looked at again
    and kept
  the care guide, the map,    until they are deleted
    the jar, an if-then plan,
    what was kept for later,
    and the intention of a
    week
  people who were named and   7 days; they have agreed to nothing
    never welcomed

Drafts in a running exercise are `engine.fading`. Each rule says twice what it is about: what
is left at an instant, and when there will next be less; the second is the column that the
sweep looks at.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

import msgspec

from bot.care import ladder, quiet
from bot.model.person import Bond, Person, Record, Round

NUMBERS = timedelta(days=90)
INVITE = timedelta(days=7)
PENDING = timedelta(hours=24)
STRANGER = timedelta(days=7)
MEND = timedelta(hours=48)  # a repair is suggested within that time (method E6)
KEEP: dict[str, timedelta | None] = {
    "nothing": timedelta(),
    "days-7": timedelta(days=7),
    "until-deleted": None,
}
STAY = (
    "guide",
    "later",
    "jar",
    "plan",
    "intention",
    "map",
)  # kinds of record that were kept on purpose: until they are deleted
KEPT = "kept"  # beside the words of a learning: its owner looked at it again, and keeps it
TAPPED = ("check-in", "practice")  # kinds of record that hold nothing typed: kept as ratings are
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


# ── bonds ────────────────────────────────────────────────────────────────────
def bond(kept: Bond, person: Person, at: datetime) -> Bond:
    """What is left of it at that instant."""
    invite, today = kept.unanswered_at, quiet.day(at)
    counted = kept.rounds_on and _day(kept.rounds_on) + INVITE > at
    return msgspec.structs.replace(
        kept,
        shared=_rounds(kept.shared, person, at),
        listened=_rounds(kept.listened, person, at),
        glad=_rounds(kept.glad, person, at),
        mended=_rounds(kept.mended, person, at),
        mend_from=None if _is_past(kept.mend_from, MEND, at) else kept.mend_from,
        bigger_shared=_hint(kept.bigger_shared, today),
        bigger_listened=_hint(kept.bigger_listened, today),
        rest_until=kept.rest_until if kept.rest_until and kept.rest_until > at else None,
        unanswered_at=invite if invite and invite + INVITE > at else None,
        rounds_on=kept.rounds_on if counted else 0,
        rounds=kept.rounds if counted else 0,
    )


def is_empty(kept: Bond) -> bool:
    """Whether nothing is left but a name."""
    return msgspec.structs.replace(kept, called=None) == Bond(owner=kept.owner, other=kept.other)


def bond_due(kept: Bond, person: Person) -> datetime | None:
    """When there will next be less of it; None: never."""
    return _first(_bond_dues(kept, person))


def _bond_dues(kept: Bond, person: Person) -> Iterator[datetime]:
    for one in (*kept.shared, *kept.listened, *kept.glad, *kept.mended):
        yield _day(one.day) + (NUMBERS if person.numbers != "none" else timedelta())
    for hint in (kept.bigger_shared, kept.bigger_listened):
        if hint is not None:
            yield _day(hint + ladder.WEEK)
    if kept.rest_until is not None:
        yield kept.rest_until
    if kept.mend_from is not None:
        yield kept.mend_from + MEND
    if kept.unanswered_at is not None:
        yield kept.unanswered_at + INVITE
    if kept.rounds_on:
        yield _day(kept.rounds_on) + INVITE


def _rounds(rounds: tuple[Round, ...], person: Person, at: datetime) -> tuple[Round, ...]:
    if person.numbers == "none":
        return ()
    return tuple(one for one in rounds if _day(one.day) + NUMBERS > at)


def _hint(day: int | None, today: int) -> int | None:
    """The day of a hint, as long as the next one has to wait for it."""
    return day if day is not None and today - day < ladder.WEEK else None


def without(kept: Bond, round_: str) -> Bond:
    """The bond without one's own ratings of that round."""
    return msgspec.structs.replace(
        kept,
        shared=tuple(one for one in kept.shared if one.id != round_),
        listened=tuple(one for one in kept.listened if one.id != round_),
        glad=tuple(one for one in kept.glad if one.id != round_),
        mended=tuple(one for one in kept.mended if one.id != round_),
    )


def limits(kept: Bond, at: datetime) -> Bond | None:
    """Of a bond that is deleted, what still limits inviting the other; None when nothing does.

    Without it, deleting would be a way around the rest after an unanswered invite.
    """
    invite = kept.unanswered_at if kept.unanswered_at and kept.unanswered_at + INVITE > at else None
    today = kept.rounds_on == quiet.day(at)
    if invite is None and not today:
        return None
    return Bond(
        owner=kept.owner,
        other=kept.other,
        unanswered_at=invite,
        rounds_on=kept.rounds_on if today else 0,
        rounds=kept.rounds if today else 0,
    )


# ── texts that were saved ────────────────────────────────────────────────────
def record_due(record: Record, person: Person) -> datetime | None:
    """When it has been kept long enough; None: it stays until it is deleted."""
    if record.kind in TAPPED:
        return record.at + (NUMBERS if person.numbers != "none" else timedelta())
    keep = _kept_on(person) if KEPT in record.body else KEEP[person.keep]
    return None if record.kind in STAY or keep is None else record.at + keep


def _kept_on(person: Person) -> timedelta | None:
    """How long what they were told would stay does: None, until it is deleted."""
    return KEEP["nothing"] if person.keep == "nothing" else None


def is_old(record: Record, person: Person, at: datetime, running: Iterable[str]) -> bool:
    """Whether it goes now. "Keep nothing" means: not beyond the exercise that it is of."""
    due = record_due(record, person)
    session = record.id.partition("/")[0].partition("+")[0]
    return due is not None and due <= at and session not in running


# ── the person ───────────────────────────────────────────────────────────────
def person(one: Person, at: datetime) -> Person:
    """What is left of their own settings and texts at that instant."""
    waits = one.pending is not None and one.pending_at is not None
    old = waits and one.pending_at is not None and one.pending_at + PENDING <= at
    meant = _meaning_due(one)
    carried = None if _is_past(one.carried_at, PENDING, at) else one.carried
    rest = one.rest_until if one.rest_until and one.rest_until > at else None
    return msgspec.structs.replace(
        one,
        pending=None if old else one.pending,
        pending_at=None if old or one.pending is None else one.pending_at,
        carried=carried,
        carried_at=one.carried_at if carried else None,
        meaning=None if meant and meant <= at else one.meaning,
        rest_until=rest,
        invites=tuple(invite for invite in one.invites if invite.until + INVITE > at),
        wrong_since=one.wrong_since if _lately(one.wrong_since, at) else None,
        wrong_codes=one.wrong_codes if _lately(one.wrong_since, at) else 0,
    )


def _is_past(since: datetime | None, span: timedelta, at: datetime) -> bool:
    return since is not None and since + span <= at


def _lately(since: datetime | None, at: datetime) -> bool:
    return since is not None and since + INVITE > at


def person_due(one: Person) -> datetime | None:
    """When there will next be less; None: never."""
    waits = one.pending_at + PENDING if one.pending and one.pending_at else None
    codes = one.wrong_since + INVITE if one.wrong_since else None
    invites = (invite.until + INVITE for invite in one.invites)
    carried = one.carried_at + PENDING if one.carried and one.carried_at else None
    return _first((one.leaving, waits, carried, _meaning_due(one), one.rest_until, codes, *invites))


def _meaning_due(one: Person) -> datetime | None:
    keep = _kept_on(one)
    if one.meaning is None or one.welcomed is None or keep is None:
        return None
    return one.welcomed + keep


def _day(day: int) -> datetime:
    return _EPOCH + timedelta(days=day)


def _first(times: Iterable[datetime | None]) -> datetime | None:
    return min((at for at in times if at is not None), default=None)
