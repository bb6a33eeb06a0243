"""The seat of whoever is invited: until when a code gives it away, and what is settled at a yes.

A code works as long as the invite is open, whatever the person who was named has done with it
(safety D1.5). What the proposer may know of it all, they keep themselves, as `Invite`s.
"""

from datetime import datetime

import msgspec

from bot.engine.scene import Scene
from bot.model.message import Line, Word
from bot.model.person import Invite
from bot.model.private import Private
from bot.model.script import Script
from bot.model.session import NOBODY, Role, Session
from bot.text import codes, readers

PLACE, RELAY, ROOM = "place", "relay", "room"


def invited(session: Session) -> tuple[Role, ...]:
    """The roles of those who are invited; in an exercise for two, one."""
    return tuple(role for role, who in session.players.items() if who != session.proposer)


def codes_of(session: Session) -> dict[Role, Private]:
    """The codes that still seat somebody, by seat."""
    if session.circle is None:
        return {role: session.code for role in invited(session) if session.code is not None}
    seats = session.circle.seats.items()
    return {role: seat.code for role, seat in seats if seat.code is not None}


def code_name(session: str, role: Role = "") -> str:
    """What a code is made of: of its session, and in a circle of the seat."""
    return f"{session}/{role}" if role else session


def limit(script: Script, session: Session) -> datetime:
    """When the invite runs out. Nothing that anybody does moves it."""
    return min(session.since[r] for r in invited(session)) + script.patience[session.pace].invite


def is_open(script: Script, session: Session, at: datetime) -> bool:
    """Whether the invite has gone out, and its code still seats somebody by the clock."""
    waits = session.invite != "" and not session.begun and session.status == "running"
    return waits and at < limit(script, session)


def came(session: Session, role: Role) -> bool:
    """Whether `role` came by the code, and so asked to see the invite."""
    seat = session.circle.seats.get(role) if session.circle else None
    joined = seat.joined if seat else session.joined
    return joined != "" and joined == session.players[role]


def shown_code(session: Session) -> dict[str, Private]:
    """The code as the proposer's words may name it; in a circle each seat's, by its name."""
    found = session.code
    if session.circle is not None:
        seats, open_ = session.circle.seats, codes_of(session)
        rows = [f"{seats[r].called.open_for(session.proposer)}: {_said(open_[r])}" for r in open_]
        return {"codes": Private(", ".join(rows))}
    return {"code": Private(_said(found))} if found else {}


def _said(code: Private) -> str:
    return codes.grouped(code.open_for("proposer"))


def newcomers(session: Session) -> tuple[Role, ...]:
    """The seats of a circle that somebody else took by a code than the proposer had named."""
    seats = session.circle.seats.items() if session.circle else ()
    return tuple(role for role, seat in seats if seat.named)


# ── the place ────────────────────────────────────────────────────────────────
def mode(scene: Scene) -> str:
    """Where the cards will go: a shared place only where all can be in one."""
    return scene.session.mode if scene.cast.rooms else RELAY


def reads(scene: Scene, role: Role) -> Word:
    """Who can read what is written in this exercise, on the platform of `role` (safety D7)."""
    shared = mode(scene) == ROOM and len(scene.session.players) > 1
    return Word(words=readers.words(scene.cast.kinds, _platform(scene, role), room=shared))


def who_reads(scene: Scene, role: Role) -> tuple[Line, ...]:
    """All that `role` may know of who can read: their own chat, and the place of this exercise.

    To a proposer it is as they chose it, until it has begun: it must not tell who came.
    """
    session, home = scene.session, _platform(scene, role)
    early = session.players[role] == session.proposer and not session.begun
    shared = len(session.players) > 1 and (session.mode if early else mode(scene)) == ROOM
    places = (False, True) if shared else (False,)
    lines = [Line(words=readers.words(scene.cast.kinds, home, room=room)) for room in places]
    there = None if early else reads_there(scene, role)
    if there:
        lines.append(Line(words=".who-reads-there", args={"reads": there}))
    return tuple(lines)


def reads_there(scene: Scene, role: Role) -> Word | None:
    """Who can read the others' chats, where these are on another platform; else None."""
    homes = {_platform(scene, other) for other in scene.session.others(role)}
    others = sorted(homes - {_platform(scene, role), ""})
    return Word(words=readers.words(scene.cast.kinds, others[0], room=False)) if others else None


def _platform(scene: Scene, role: Role) -> str:
    return scene.person(role).account.platform


# ── everybody said yes ───────────────────────────────────────────────────────
def settle(scene: Scene) -> None:
    """At the yes: the code is dead, the place is one there is, and the proposer is told who.

    Where somebody else came to a circle than was named, no place is shared: all others are asked
    the private check again first, and nobody is to be in a room before that with whom they fear.
    """
    (proposer,) = scene.roles("proposer")
    scene.put(mode=RELAY if newcomers(scene.session) else mode(scene), code=None)
    if scene.session.named:
        scene.note(proposer, ".came-by-code")
    circle = scene.session.circle
    if circle is not None:
        seats = {r: msgspec.structs.replace(one, code=None) for r, one in circle.seats.items()}
        scene.put(circle=msgspec.structs.replace(circle, seats=seats))
        for role in newcomers(scene.session):
            scene.note(proposer, ".came-by-code", other=Private(scene.name(role)))
    if newcomers(scene.session) and scene.before.mode == ROOM:
        for role in scene.session.players:
            scene.note(role, ".circle-relay")
    elif reads_there(scene, proposer):
        for role in scene.session.players:
            scene.note(role, ".two-apps" if circle is None else ".several-apps")
    if proposer not in scene.session.gone:
        kept = (_settled(scene, one) for one in scene.person(proposer).invites)
        scene.put_person(proposer, invites=tuple(one for one in kept if one))


def _settled(scene: Scene, invite: Invite) -> Invite | None:
    """The proposer's note of this invite: gone, or over for whoever was named and did not come."""
    session = scene.session
    if invite.session != session.id:
        return invite
    if session.circle is not None:
        seat = next((s for s in session.circle.seats.values() if s.named == invite.named), None)
        return msgspec.structs.replace(invite, until=scene.at) if seat else None
    if not session.named or session.named.startswith(NOBODY):
        return None
    return msgspec.structs.replace(invite, until=scene.at)
