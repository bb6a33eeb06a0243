"""Ana, Bo and Cleo, and what happens between them, for the tests of the store."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import msgspec

from bot.model.event import DM, Due, Event, Said
from bot.model.message import Line, Message
from bot.model.person import Account, PersonId
from bot.model.private import Private
from bot.model.session import Session
from bot.model.world import Turn, World
from bot.store.port import Decide

ANA, BO, CLEO = PersonId("ana"), PersonId("bo"), PersonId("cleo")
NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def account(person: PersonId) -> Account:
    return Account(platform="simulated", native=f"native-{person}")


def says(person: PersonId, key: str, *naming: PersonId, at: datetime = NOON) -> Said:
    """That person says something, and names others."""
    people = {f"@{other}": (other, account(other)) for other in naming}
    return Said(
        key=key, at=at, account=account(person), person=person, people=people, text=Private(key)
    )


def is_due(session: str, key: str = "due") -> Due:
    return Due(key=key, at=NOON, session=session)


def talk(one: PersonId, two: PersonId, id_: str = "talk", turn: int = 1) -> Session:
    """A session of two."""
    return Session(
        id=id_,
        script="small-share",
        digest="d1",
        step="answer",
        players={"sharer": one, "listener": two},
        proposer=one,
        began=NOON,
        turn=turn,
    )


def told(to: PersonId, key: str, *, place: str = DM, due: datetime | None = None) -> Message:
    """A message to that person."""
    lines = (Line(words=".hello", args={"who": Private(key)}),)
    return Message(key=key, kind="note", to=to, place=place, lines=lines, due=due)


def always(turn: Turn) -> Decide:
    """Decide the same, whatever the world is like."""
    return lambda _world, _event: turn


def nothing(_world: World, _event: Event) -> Turn:
    return Turn()


def next_turn(session: Session, **changes: object) -> Session:
    """The session one turn on."""
    return msgspec.structs.replace(session, turn=session.turn + 1, **changes)


class Watching:
    """Decides with what it is given, and remembers the worlds that it saw."""

    def __init__(self, decide: Callable[[World, Event], Turn] = nothing) -> None:
        self.worlds: list[World] = []
        self._decide = decide

    def __call__(self, world: World, event: Event) -> Turn:
        self.worlds.append(world)
        return self._decide(world, event)

    @property
    def last(self) -> World:
        return self.worlds[-1]
