"""Which moment comes next, from what was practised before. Pure.

What was missed comes back three days later, in another moment where there is one; until then it
is left alone. Of all others the one that was not seen for the longest comes first. Among those
that were never seen, the order is another one in every sitting: it follows from `salt`, so that
the same sitting always goes the same way.
"""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from hashlib import blake2b

import msgspec

from bot.care.moments import MOMENTS

BACK = timedelta(days=3)  # after which what was missed comes back (method E9 8)


class Practised(msgspec.Struct, frozen=True, kw_only=True):
    """One moment that was gone through: the last time, and what was missed then, if anything."""

    moment: str
    at: datetime  # UTC
    missed: str = ""  # a word of the palette; "" where one fitted, or none was picked


def coming(
    known: Iterable[Practised], at: datetime, salt: str, done: Collection[str] = ()
) -> str | None:
    """The moment to show at that instant; None once all are `done` in this sitting."""
    before = {one.moment: one for one in known if one.moment in MOMENTS}
    missed = {one.missed: one.at for one in before.values() if one.missed}
    due = {feeling for feeling, since in missed.items() if since + BACK <= at}
    rest = [name for name in MOMENTS if name not in done]

    def place(name: str) -> tuple[bool, bool, str, str]:
        feels = MOMENTS[name].feels
        seen = before[name].at.isoformat() if name in before else ""
        waits = feels[0] in missed.keys() - due
        return due.isdisjoint(feels), waits, seen, _mixed(salt, name)

    return min(rest, key=place, default=None)


def missed(moment: str, picked: str) -> str:
    """The feeling that comes back, where another word of the palette was picked; else ""."""
    feels, offered = MOMENTS[moment].feels, MOMENTS[moment].offered()
    return feels[0] if picked in offered and picked not in feels else ""


def _mixed(salt: str, name: str) -> str:
    return blake2b(f"{salt}/{name}".encode(), digest_size=8).hexdigest()
