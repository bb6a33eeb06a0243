"""Somebody comes by a code: they take the seat of whoever was invited (safety D1.5).

For whoever had the seat before, it is as if the invite had run out: their question is closed
without a word. Nothing that the proposer could see or measure changes; no clock moves.
"""

import msgspec

from bot.care import quiet
from bot.engine import asking, exits, gates, seats
from bot.engine.scene import Scene
from bot.model.person import PersonId
from bot.model.session import Circle, Role


def take_seat(scene: Scene, person: PersonId, role: Role) -> None:
    """Seat `person` where `role` is invited, and ask them. The code is dead afterwards.

    Where the proposer rests from them, the code dies and nothing else happens: a rest is not
    told, so it must look like a code that was used before.
    """
    _use_up(scene, role)
    if _unwanted(scene, person):
        return
    _clear(scene, role)
    before = scene.session.players[role]
    if before != person:
        scene.put(
            players=scene.session.players | {role: person},
            reached=tuple(who for who in scene.session.reached if who != before),
        )
    _note_who_came(scene, role, person, before)
    scene.put(step=scene.session.invite)
    scene.actor = role
    asking.ask(scene, role, asking.fields_of(scene, role)[0])


def begun(scene: Scene) -> None:
    """The proposer's private check where it was not passed with whoever is there now (D3.1).

    So it is where somebody else came by the code, where a rest has ended what was passed, and
    in an invite that a version without the check has sent.
    """
    session = scene.session
    if not session.begun or scene.before.begun or session.status == "ended":
        return
    if session.circle is not None:
        _check_once_more(scene, session.circle)
        return
    (proposer,) = scene.roles("proposer")
    if proposer not in session.gone:
        gates.first_round(scene, proposer)


def _check_once_more(scene: Scene, circle: Circle) -> None:
    """In a circle everybody said yes to names: where somebody else came, all others are asked."""
    came = seats.newcomers(scene.session)
    ask = [r for r in scene.session.players if {*came} - {r} and r not in scene.session.gone]
    left = tuple(role for role in circle.checked if role not in ask)
    scene.put(circle=msgspec.structs.replace(circle, checked=left))
    for role in ask:
        gates.first_round(scene, role)


def _use_up(scene: Scene, role: Role) -> None:
    circle = scene.session.circle
    if circle is None:
        scene.put(code=None)
        return
    seat = msgspec.structs.replace(circle.seats[role], code=None)
    scene.put(circle=msgspec.structs.replace(circle, seats=circle.seats | {role: seat}))


def _note_who_came(scene: Scene, role: Role, person: PersonId, before: PersonId) -> None:
    """Who came, and whom the proposer had named for that seat, where these are two."""
    circle = scene.session.circle
    if circle is None:
        scene.put(joined=person, named=before if before != person else scene.session.named)
        return
    seat = circle.seats[role]
    named = before if before != person else seat.named
    seat = msgspec.structs.replace(seat, joined=person, named=named)
    checked = tuple(one for one in circle.checked if one != role)  # by whoever had the seat
    rows = circle.seats | {role: seat}
    scene.put(circle=msgspec.structs.replace(circle, seats=rows, checked=checked))


def _unwanted(scene: Scene, person: PersonId) -> bool:
    rest = scene.cast.bond(scene.session.proposer, person).rest_until
    return rest is not None and rest > scene.at


def _clear(scene: Scene, role: Role) -> None:
    """Take away what was asked of whoever had the seat, and whatever they answered."""
    key, person = scene.session.open.get(role, ""), scene.person(role)
    if key:
        at = quiet.awake(person, scene.at)  # not before the invite itself, if that still waits
        due = at if at > scene.at else None
        scene.say(role, "edit", (), target=key, lead=False, due=due)
    exits.close_aside(scene, role)
    session = scene.session
    scene.put(
        gone=tuple(one for one in session.gone if one != role),
        done=tuple(one for one in session.done if one != role),
        missed=tuple(one for one in session.missed if one != role),
        asked={one: field for one, field in session.asked.items() if one != role},
        open={one: key for one, key in session.open.items() if one != role},
        answers={one: own for one, own in session.answers.items() if one != role},
        trail={one: own for one, own in session.trail.items() if one != role},
    )
