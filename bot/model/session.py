"""Where people are in one exercise. Frozen: a turn makes a new one."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

import msgspec

from bot.model.person import PersonId
from bot.model.private import Private

Role = str
Status = Literal["running", "ended"]


class Pause(msgspec.Struct, frozen=True, kw_only=True):
    """An open pause: everybody was told. The clock stands still until `until`."""

    by: Role
    until: datetime  # UTC; when the clock goes on at the latest
    knocked: bool = False  # the pauser is ready and the others have been asked
    asked: dict[Role, str] = {}  # role → key of the message that asks "ready?"
    ready: tuple[Role, ...] = ()  # who has said "ready" since then


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
    began: datetime
    status: Status = "running"
    pace: str = "slow"  # "live", "slow", "solo"
    mode: str = "relay"  # "room", "relay"
    begun: bool = False  # everybody has said yes
    turn: int = 0  # accepted events; two writers cannot both save turn 7
    round: int = 1
    since: dict[Role, datetime] = {}
    waits: datetime | None = None  # end of a step that waits
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
    entered: dict[str, int] = {}  # how often a limited step was entered this round
    pause: Pause | None = None
    asides: dict[Role, Session] = {}  # a private exercise inside this one, for one person
    aftermath: bool = False  # only finishes an older round: no swap, no close
    deadline: datetime | None = None  # UTC; the only timer a session has

    def role_of(self, person: PersonId) -> Role | None:
        """The role that this person plays here, or None."""
        for role, who in self.players.items():
            if who == person:
                return role
        return None

    def others(self, role: Role) -> tuple[Role, ...]:
        """Everybody else's roles."""
        return tuple(other for other in self.players if other != role)
