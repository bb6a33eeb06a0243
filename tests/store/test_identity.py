"""What is saved comes back as it was, whatever it is."""

from datetime import UTC, datetime, timedelta

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.care import guide
from bot.model.message import Message
from bot.model.person import Bond, Person, PersonId
from bot.model.private import Private
from bot.model.session import Session
from bot.model.world import Turn
from bot.store.port import Store
from tests.store import values
from tests.store.people import ANA, BO, CLEO, Watching, always, is_due, says

FAR = datetime(2201, 1, 1, tzinfo=UTC)

# The examples of a test share its store; each takes an id of its own from `values.FRESH`.
sharing = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)

roles = st.sampled_from(["sharer", "listener", "third"])


def by_role(each: values.Values) -> values.Values:
    return st.dictionaries(roles, each, max_size=3)


sessions = values.some(
    Session,
    id=values.FRESH,
    status=st.just("running"),
    players=by_role(values.of(PersonId)),
    answers=by_role(values.of(dict[str, Private])),
    asides=by_role(
        values.some(Session, asides=st.just({}), forgotten=st.just({}), circle=st.none())
    ),
    forgotten=st.just({}),  # whose part was erased: tests/store/test_erasing.py
)


@sharing
@given(key=values.FRESH, session=sessions)
async def test_a_session(store: Store, key: str, session: Session) -> None:
    await store.take([says(ANA, key, BO, CLEO)], always(Turn(sessions=(session,))))
    assert await store.session(session.id) == session


@sharing
@given(key=values.FRESH, before=sessions, after=sessions)
async def test_a_session_that_became_another(
    store: Store, key: str, before: Session, after: Session
) -> None:
    after = msgspec.structs.replace(after, id=before.id, turn=before.turn + 1)
    everybody = (ANA, BO, CLEO)
    await store.take([says(ANA, key, *everybody)], always(Turn(sessions=(before,))))
    change = is_due(before.id, f"{key} again")
    await store.take([change], always(Turn(sessions=(after,))))
    assert await store.session(before.id) == after


@sharing
@given(key=values.FRESH, person=values.some(Person, id=st.just(ANA)))
async def test_a_person(store: Store, key: str, person: Person) -> None:
    await store.take([says(ANA, key)], always(Turn(people=(person,))))
    assert await store.person(ANA) == person


@sharing
@given(key=values.FRESH, bond=values.some(Bond, owner=st.just(ANA), other=st.just(BO)))
async def test_a_bond(store: Store, key: str, bond: Bond) -> None:
    await store.take([says(ANA, key, BO)], always(Turn(bonds=(bond,))))
    seen = Watching()
    await store.take([says(ANA, f"{key} again", BO)], seen)
    assert seen.last.bonds == {(ANA, BO): bond}


@sharing
@given(key=values.FRESH, message=values.some(Message, key=values.FRESH))
async def test_a_message(store: Store, key: str, message: Message) -> None:
    await store.take([says(ANA, key, BO, CLEO)], always(Turn(messages=(message,))))
    [row] = await store.lease(FAR, 1, timedelta(0))
    await store.shred([message.key])
    assert row.message == guide.unfold(message, guide.Shelf())  # what is in one is found anew
