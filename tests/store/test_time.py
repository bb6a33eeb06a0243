"""What is due, and when something will be."""

from datetime import timedelta

from bot.model.world import Turn
from bot.store.port import DueSession, Store
from tests.store.people import ANA, BO, MINUTE, NOON, always, next_turn, says, talk, told


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
