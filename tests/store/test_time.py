"""What is due, and when something will be."""

from datetime import time, timedelta

from bot.care import prompting
from bot.model.event import Event, Prompt
from bot.model.person import Person
from bot.model.schedule import EVERY_DAY, Rule
from bot.model.world import Turn, World
from bot.store.port import DuePerson, DueSession, Store
from tests.store.people import (
    ANA,
    BO,
    CLEO,
    MINUTE,
    NOON,
    account,
    always,
    next_turn,
    says,
    talk,
    told,
)


async def test_sessions_are_due_when_their_deadline_has_come_the_earliest_first(
    store: Store,
) -> None:
    sessions = tuple(
        next_turn(talk(ANA, BO, name), deadline=NOON + minutes * MINUTE)
        for name, minutes in {"b": 2, "a": 1, "late": 3}.items()
    )
    await store.take([says(ANA, "k", BO)], always(Turn(sessions=(*sessions, talk(ANA, BO)))))
    a, b = (
        DueSession(id="a", deadline=NOON + MINUTE),
        DueSession(id="b", deadline=NOON + 2 * MINUTE),
    )
    assert await store.due(NOON, 10) == []
    assert await store.due(NOON + 2 * MINUTE, 10) == [a, b]
    assert await store.due(NOON + 2 * MINUTE, 1) == [a]


async def test_a_deadline_that_moved_is_due_when_it_moved_to(store: Store) -> None:
    first = next_turn(talk(ANA, BO), deadline=NOON)
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(first,))))
    moved = next_turn(first, deadline=NOON + MINUTE)
    await store.take([says(ANA, "k2")], always(Turn(sessions=(moved,))))
    assert await store.due(NOON, 10) == []
    await store.take([says(ANA, "k3")], always(Turn(sessions=(next_turn(moved, deadline=None),))))
    assert await store.due(NOON + timedelta(days=999), 10) == []


async def test_the_next_time_is_the_earliest_deadline_or_message(store: Store) -> None:
    assert await store.next_time() is None
    session = next_turn(talk(ANA, BO), deadline=NOON + 2 * MINUTE)
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(session,))))
    assert await store.next_time() == NOON + 2 * MINUTE
    message = told(ANA, "m", due=NOON + MINUTE)
    await store.take([says(ANA, "k2")], always(Turn(messages=(message,))))
    assert await store.next_time() == NOON + MINUTE


def asks_at(person: Person, hour: int) -> Person:
    return prompting.planned(person, "jar", Rule(days=EVERY_DAY, at=time(hour)), NOON)


async def test_people_are_asked_when_they_wanted_to_be_the_earliest_first(store: Store) -> None:
    for who, hour in ((ANA, 20), (BO, 18), (CLEO, 21)):
        wishes = [asks_at(Person(id=who, account=account(who)), hour)]
        await store.take([says(who, f"k-{who}")], always(Turn(people=tuple(wishes))))
    ana, bo = (NOON.replace(hour=hour) for hour in (20, 18))
    assert await store.asking(NOON, 10) == []
    assert await store.next_time() == bo
    assert await store.asking(ana, 10) == [
        DuePerson(id=BO, due=bo),
        DuePerson(id=ANA, due=ana),
    ]
    assert [one.id for one in await store.asking(ana, 1)] == [BO]


async def test_whoever_was_asked_is_not_asked_again_before_the_next_time(store: Store) -> None:
    wish = asks_at(Person(id=ANA, account=account(ANA)), 20)
    await store.take([says(ANA, "k")], always(Turn(people=(wish,))))
    at = NOON.replace(hour=20)

    def passed(world: World, event: Event) -> Turn:
        return Turn(people=(prompting.passed(world.people[event.person], at),))

    await store.take([Prompt(key="p", at=at, person=ANA)], passed)
    assert await store.asking(at, 10) == []
    assert await store.next_time() == at + timedelta(days=1)


async def test_nobody_is_asked_who_is_forgotten(store: Store) -> None:
    wish = asks_at(Person(id=ANA, account=account(ANA)), 20)
    await store.take([says(ANA, "k")], always(Turn(people=(wish,))))
    await store.forget(ANA)
    assert await store.asking(NOON + timedelta(days=9), 10) == []
