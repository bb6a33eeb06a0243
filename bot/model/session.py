"""Where people are in one exercise. Frozen: a turn makes a new one."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from bot.model.person import Account, PersonId
from bot.model.private import Private

NOBODY = "nobody-"  # begins the id of a seat for which nobody was named
Role = str
Status = Literal["running", "ended"]


class Pause(msgspec.Struct, frozen=True, kw_only=True):
    """An open pause: everybody was told. The clock stands still until `until`."""

    by: Role
    until: datetime  # UTC; when the clock goes on at the latest
    knocked: bool = False  # the pauser is ready and the others have been asked
    asked: dict[Role, str] = {}  # role → key of the message that asks "ready?"
    ready: tuple[Role, ...] = ()  # who has said "ready" since then


class Night(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """When somebody sleeps, in minutes of the UTC day; who it is is not said."""

    start: int
    end: int


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """The place of somebody who is invited to a circle."""

    called: Private  # as the proposer named them; so all are shown it, until it begins
    code: Private | None = None  # seats whoever types it; None once that has happened
    joined: PersonId = PersonId("")  # who came by the code
    named: PersonId = PersonId("")  # who was invited at first, where the code seated another


class Circle(msgspec.Struct, frozen=True, kw_only=True):
    """What only an exercise for three to six has: the seats, and whose turn it is."""

    seats: dict[Role, Seat] = {}  # of everybody but the proposer
    checked: tuple[Role, ...] = ()  # who has passed the private check for it
    most: int = 0  # the largest size of today; 0: nobody has said yet
    sharer: Role = ""  # whose turn it is; none of the others is told before a card comes
    chosen: tuple[Role, ...] = ()  # whom this turn asks for an answer
    answered: tuple[Role, ...] = ()  # whose answer has gone out, and is not looked at yet
    answerer: Role = ""  # whose answer the sharer looks at, alone
    heard: tuple[Role, ...] = ()  # who has had a turn
    spent: tuple[Role, ...] = ()  # who passes to the end, and still reads along


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """Knows its step by name and its script by digest, so a script may be edited meanwhile.

    `since[role]` is when the clock against that role's silence began. It moves only with
    what the others can see or did themselves, never with what the role does in private;
    that is what makes a stop and a silence look alike to the minute.
    """

    id: str
    script: str
    digest: str
    step: str
    players: dict[Role, PersonId]
    proposer: PersonId
    called: Private | None = None  # what the proposer called the other, until they said yes
    invite: str = ""  # the step that asks whoever is invited, once it has been reached
    code: Private | None = None  # seats whoever types it; None once that has happened
    joined: PersonId = PersonId("")  # who came by the code
    named: PersonId = PersonId("")  # who was invited at first, where the code seated another
    began: datetime
    status: Status = "running"
    pace: str = "slow"  # "live", "slow", "solo"
    mode: str = "relay"  # "room", "relay"
    begun: bool = False  # everybody has said yes
    salt: str = ""  # makes message ids that do not count anybody's turns
    turn: int = 0  # accepted events; two writers cannot both save turn 7
    round: int = 1
    since: dict[Role, datetime] = {}
    waits: datetime | None = None  # end of a step that waits
    nights: tuple[Night, ...] = ()  # of all, as they were at the yes; see `care.quiet`
    asked: dict[Role, str] = {}  # role → field it is being asked in this step
    done: tuple[Role, ...] = ()  # who has answered all of this step
    open: dict[Role, str] = {}  # role → key of the message that asks them; "": held back
    answers: dict[Role, dict[str, Private]] = {}  # this round's, emptied at the swap
    sent: tuple[str, ...] = ()  # fields that have been delivered this round
    reached: tuple[PersonId, ...] = ()  # who has been shown anything of it
    gone: tuple[Role, ...] = ()  # silent for good
    missed: tuple[Role, ...] = ()  # was passed over; may come back
    noted: dict[Role, str] = {}  # who has been told N1
    trail: dict[Role, tuple[str, ...]] = {}  # "step/field" answered since the last delivery
    penned: dict[Role, dict[str, str]] = {}  # "step/field" → key of the event that typed it
    entered: dict[str, int] = {}  # how often a limited step was entered this round
    pause: Pause | None = None
    asides: dict[Role, Session] = {}  # a private exercise inside this one, for one person
    after: str = ""  # of an aside: the question outside whose answer waits for its end
    aftermath: bool = False  # only finishes an older round: no swap, no close
    deadline: datetime | None = None  # UTC; the only timer a session has
    circle: Circle | None = None  # of an exercise for three to six
    whole: bool = False  # about all that its person keeps: that is loaded with it
    acted: dict[PersonId, datetime] = {}  # UTC; when each last did something here
    faded: tuple[PersonId, ...] = ()  # whose draft grew old and was dropped; not told yet
    forgotten: dict[PersonId, Account] = {}  # who erased their part → what others know: no id

    def role_of(self, person: PersonId) -> Role | None:
        """The role that this person plays here, or None."""
        for role, who in self.players.items():
            if who == person:
                return role
        return None

    def vacant(self, role: Role) -> bool:
        """Whether nobody was named for this role, and nobody has come by the code yet."""
        return self.players[role].startswith(NOBODY)

    def known_to(self, person: PersonId) -> tuple[PersonId, ...]:
        """Who plays here, as far as this player knows.

        Before it has begun, a proposer knows whom they named, and not who came by the code.
        """
        if self.circle is not None:
            return self._known_of(self.circle, person)
        seats = {role: who for role, who in self.players.items() if not self.vacant(role)}
        if self.proposer != person or self.begun or not self.named:
            return tuple(seats.values())
        return (person,) if self.named.startswith(NOBODY) else (person, self.named)

    def _known_of(self, circle: Circle, person: PersonId) -> tuple[PersonId, ...]:
        """In a circle the invited know who asks them; of the others, names and no more."""
        if self.begun:
            return tuple(self.players.values())
        if person != self.proposer:
            return (person, self.proposer)
        named = {role: seat.named for role, seat in circle.seats.items() if seat.named}
        known = (named.get(role, who) for role, who in self.players.items() if who != person)
        return (person, *known)

    def is_sent(self, role: Role, name: str) -> bool:
        """Whether what `role` answered there was handed over this round.

        Where several write the same, one's having sent it says nothing of another's.
        """
        return name in self.sent or f"{role}/{name}" in self.sent

    def others(self, role: Role) -> tuple[Role, ...]:
        """Everybody else's roles."""
        return tuple([other for other in self.players if other != role])
