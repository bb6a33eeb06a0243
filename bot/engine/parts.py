"""The parts that people have in a circle: who is meant by "sharer", "answerers" and the rest.

In an exercise for two a role is a person. In a circle a person has a seat, and the parts go
round: whose turn it is, whom they ask for an answer, who has had a turn.
"""

from collections.abc import Sequence
from hashlib import blake2b

from bot.model.private import Private
from bot.model.script import PARTS
from bot.model.session import Circle, Role, Seat, Session

SEAT = "member"


def seats(number: int) -> tuple[Role, ...]:
    """The seats of a circle of so many; the first is the proposer's."""
    return tuple(f"{SEAT}-{at}" for at in range(1, number + 1))


def new(called: Sequence[Private], codes: Sequence[Private | None]) -> Circle:
    """A circle before anybody has said yes: the others by name, and their codes."""
    places = seats(len(called) + 1)[1:]
    given = zip(places, called, codes, strict=True)
    return Circle(seats={role: Seat(called=name, code=code) for role, name, code in given})


def key(session: Session) -> tuple[str, ...]:
    """All on which it depends who has which part; nothing where nobody's changes."""
    one = session.circle
    if one is None:
        return ()
    return one.sharer, one.answerer, ",".join(one.chosen), ",".join(one.heard)


def of(session: Session, part: str) -> tuple[Role, ...] | None:
    """The roles that have this part now, in the order of their seats; None for no such part."""
    circle = session.circle
    if circle is None:
        return None
    match part:
        case "sharer":
            return (circle.sharer,) if circle.sharer else ()
        case "answerer":
            return (circle.answerer,) if circle.answerer else ()
        case "answerers":
            return tuple(one for one in session.players if one in circle.chosen)
        case "witnesses":
            others = (one for one in session.players if one != circle.sharer)
            return tuple(one for one in others if one not in circle.chosen)
        case "heard":
            return tuple(one for one in session.players if one in circle.heard)
        case "unheard":
            return tuple(one for one in session.players if one not in circle.heard)
    return None


def had(session: Session, role: Role) -> set[str]:
    """All the parts that this role has now."""
    return {part for part in PARTS if role in (of(session, part) or ())}


def in_order(session: Session, roles: tuple[Role, ...]) -> list[Role]:
    """These roles in an order that nobody chose and nobody can foresee, the same every time.

    The engine draws nothing by chance, so it is made of the session's salt, which nobody is told.
    """
    return sorted(roles, key=lambda role: _lot(session, role))


def _lot(session: Session, role: Role) -> bytes:
    said = f"{session.salt or session.id}/{session.round}/{role}".encode()
    return blake2b(said, digest_size=9).digest()
