"""People, and what each of them keeps about others. No rule lives here."""

from datetime import date, datetime, time
from typing import NewType

import msgspec

from bot.model.private import Private
from bot.model.schedule import Booking, Plan, Standing

PersonId = NewType("PersonId", str)  # a keyed hash of the account: the database alone names nobody


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """Where a platform finds a person."""

    platform: str  # "local", "simulated", "discord", "matrix"
    native: str  # the platform's own id
    name: str = ""  # as the platform shows it; the native id when empty

    def shown(self) -> str:
        """The name to show to somebody who already knows this person."""
        return self.name or self.native


class QuietHours(msgspec.Struct, frozen=True, kw_only=True):
    """Wall-clock times in the person's zone in which nothing unasked-for arrives."""

    start: time = time(21, 30)
    end: time = time(8, 30)


class Invite(msgspec.Struct, frozen=True, kw_only=True):
    """An invite that its proposer sent out, as they know it: nothing of it tells what came of it.

    It is dropped when it is known to have begun, and else some time after it has run out.
    """

    session: str
    named: PersonId  # whom they named
    until: datetime  # UTC; when it closes by itself


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One human being. Everything here is sealed in the store."""

    id: PersonId
    account: Account
    locale: str = "en"
    zone: str = "UTC"  # an IANA name
    quiet: QuietHours = QuietHours()
    welcomed: datetime | None = None  # UTC, when E0 was finished; None before
    consent: str = ""  # version of the consent text that was agreed to
    pause_word: str = "pause"
    country: str = ""  # asked, never inferred; empty means "show the directory"
    keep: str = "days-7"  # delivered texts: "nothing", "days-7", "until-deleted"
    numbers: str = "days-90"  # ratings: "days-90" or "none"
    prompts: str = "discreet"  # "none", or that they may come: "discreet", once "plain" too
    meaning: Private | None = None  # E0b: what feeling connected means to them
    small: bool = False  # low-capacity mode
    rest_until: datetime | None = None  # UTC; a rest from everything shared, without a cause
    focus: str = ""  # the session that free text goes to
    pending: Private | None = None  # a typed answer that fits two questions, until they say which
    pending_at: datetime | None = None  # UTC, since when
    carried: Private | None = None  # own words that the next share may take up, unsent as yet
    carried_at: datetime | None = None  # UTC, since when
    exported: datetime | None = None  # UTC, when all that is kept was last asked for
    leaving: datetime | None = None  # UTC; from then on nothing of theirs remains
    due: datetime | None = None  # UTC; when to look at what has been kept long enough
    invites: tuple[Invite, ...] = ()  # oldest first
    invited_on: int = 0  # the day that `invited` counts, days since 1970-01-01 UTC
    invited: int = 0  # invites sent out that day
    plans: tuple[Plan, ...] = ()  # when they want to be asked, and what of
    asked_on: date | None = None  # the local date on which a prompt was said last
    no_good_news: bool = False  # no note where all of it was good news (method A13)
    booked: dict[str, Booking] = {}  # by standing time: the date that it takes next
    wrong_codes: int = 0  # codes typed that there were not
    wrong_since: datetime | None = None  # UTC; the first of these


class Round(msgspec.Struct, frozen=True, kw_only=True):
    """One person's own facts about one round, from one side (method C17)."""

    id: str  # session and round; a do-over replaces the same round's band
    day: int  # days since 1970-01-01 UTC
    size: int
    space: int = 0  # as listener: what was offered
    band: str = ""  # as sharer: "good", "middle", "bad"; of a repair: see `Bond.mended`
    sting: str = ""  # as sharer: "none", "bit", "lot"
    load: str = ""  # as listener: "easy", "ok", "heavy", "too-much"
    guess: str = ""  # as sharer, before it: "good", "middle", "bad", "no-idea"
    family: str = ""  # as sharer: what kind of feeling it was
    cared: str = ""  # as sharer, of the answer: "no", "some", "yes" (method A10)
    respected: str = ""  # likewise
    gentle: str = ""  # likewise
    closer: str = ""  # how it left the owner: "closer", "unchanged", "further", "unsure" (A12)


class Bond(msgspec.Struct, frozen=True, kw_only=True):
    """What `owner` keeps about `other`. Nobody but the owner ever sees or influences it."""

    owner: PersonId
    other: PersonId
    called: Private | None = None  # the other's name as the owner saw it last
    shared: tuple[Round, ...] = ()  # newest last, at most `care.ladder.HISTORY`
    listened: tuple[Round, ...] = ()  # likewise, at most `care.ladder.KEPT`
    glad: tuple[Round, ...] = ()  # good news told: no size, and no step of the ladder (method E10)
    mended: tuple[Round, ...] = ()  # repairs: "calmer", "unchanged" or "worse" (method E6)
    mend_from: datetime | None = None  # UTC; when a repair that was set aside may begin
    bigger_shared: int | None = None  # day of the last "bigger" hint as sharer
    bigger_listened: int | None = None
    no_bigger: bool = False  # "don't suggest this"
    rest_until: datetime | None = None  # a rest date, without a cause
    checked: bool = False  # the private check with `other` was passed (safety D3.1)
    cautious: bool = False  # sizes stay small with `other`; no cause is kept (safety D3.2)
    met: bool = False  # something has begun with `other`, some time
    lapsed: bool = False  # the owner's last invite to `other` came to nothing, since it last did
    muted: bool = False  # no invites from `other` reach `owner`; silent and lasting
    unanswered_at: datetime | None = None  # UTC end of the last invite that ran out; 72 h rest
    standing: Standing | None = None  # a time for two that both agreed on
    rounds_on: int = 0  # the day that `rounds` counts, days since 1970-01-01 UTC
    rounds: int = 0  # paired rounds that day (at most three)


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A private fact with an owner: a learning, a line of the care guide, something for later."""

    id: str  # stable, so that a repeated event writes it once
    owner: PersonId
    other: PersonId | None
    kind: str  # "learning", "guide", "later", "jar", "plan", "intention", …
    at: datetime
    body: dict[str, Private]
