"""Talks to measure with: two people each, six answers, one message for every turn."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import msgspec

from bot.model.event import Event, Said
from bot.model.message import Line, Message
from bot.model.person import Account, Bond
from bot.model.private import Private
from bot.model.session import Session
from bot.model.world import Turn, World
from bot.store.crypto import Keyring

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
ROLES = ("sharer", "listener")
FIELDS = ("feeling", "share", "wish", "space", "reply", "band")
WORDS = "It stung a little that the plan changed and I only heard of it from somebody else. " * 2


def accounts(talk: int) -> tuple[Account, Account]:
    """The two people of a talk."""
    native = [f"{talk}-{role}" for role in ROLES]
    return (
        Account(platform="simulated", native=native[0]),
        Account(platform="simulated", native=native[1]),
    )


def begin(keys: Keyring, talk: int) -> Said:
    """The event that begins a talk: one person names the other."""
    one, two = accounts(talk)
    return Said(
        key=f"begin-{talk}",
        at=BEGAN,
        account=one,
        person=keys.person_id(one),
        people={two.native: (keys.person_id(two), two)},
        text=Private(str(talk)),
    )


def says(keys: Keyring, talk: int, turn: int) -> Said:
    """The event of that turn: the two take turns."""
    account = accounts(talk)[turn % 2]
    at = BEGAN + timedelta(seconds=turn % 86_400)
    key = f"simulated:{talk}:{turn}"
    who = keys.person_id(account)
    return Said(key=key, at=at, account=account, person=who, text=Private(WORDS))


def decide(world: World, event: Event) -> Turn:
    """A turn such as the engine makes; what it costs is the store's, not the engine's."""
    if not world.sessions:
        return _first(world, event)
    (session,) = world.sessions.values()
    role = session.role_of(event.person) or ROLES[0]
    (other,) = session.others(role)
    field = FIELDS[session.turn % len(FIELDS)]
    mine = session.answers.get(role, {}) | {field: Private(f"{WORDS} {session.turn}")}
    after = msgspec.structs.replace(
        session,
        step=field,
        turn=session.turn + 1,
        asked={other: field},
        open={other: f"{session.id}.{session.turn}.0"},
        since=session.since | {role: event.at},
        answers=session.answers | {role: mine},
        deadline=event.at + timedelta(days=1),
    )
    return Turn(sessions=(after,), messages=tuple(_messages(after, other)))


def _first(world: World, event: Event) -> Turn:
    one = event.person
    two = next(person for person in world.people if person != one)
    session = Session(
        id=event.key,
        script="small-share",
        digest="0" * 64,
        step=FIELDS[0],
        players=dict(zip(ROLES, (one, two), strict=True)),
        proposer=one,
        began=event.at,
        turn=0,
        answers={role: {field: Private(WORDS) for field in FIELDS[:3]} for role in ROLES},
        deadline=event.at + timedelta(days=1),
    )
    bonds = (Bond(owner=one, other=two), Bond(owner=two, other=one))
    return Turn(sessions=(session,), bonds=bonds)


def _messages(session: Session, role: str) -> Iterator[Message]:
    yield Message(
        key=f"{session.id}.{session.turn}.0",
        kind="question",
        to=session.players[role],
        session=session.id,
        step=f"{session.step}/{session.step}",
        lines=(Line(words=f"small-share.{session.step}", args={"share": Private(WORDS)}),),
    )
