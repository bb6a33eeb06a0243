"""What remains of a person who is forgotten, and what others notice."""

from collections.abc import Awaitable, Callable

import msgspec
import pytest

from bot.model.event import Event
from bot.model.person import Bond, Person, PersonId, Record
from bot.model.private import Private
from bot.model.session import Session
from bot.model.world import Turn, World
from bot.store.port import Store
from tests.store.people import (
    ANA,
    BO,
    NOON,
    Watching,
    account,
    always,
    next_turn,
    nothing,
    says,
    talk,
    told,
)

Forget = Callable[[Store, PersonId], Awaitable[None]]


async def by_the_operator(store: Store, person: PersonId) -> None:
    await store.forget(person)


async def by_a_turn(store: Store, person: PersonId) -> None:
    await store.take([says(person, "forget me")], always(Turn(forget=(person,))))


@pytest.fixture(params=[by_the_operator, by_a_turn])
def forget(request: pytest.FixtureRequest) -> Forget:
    chosen: Forget = request.param
    return chosen


def full() -> Session:
    """A session in which both have answered, and both have something private open."""
    aside = msgspec.structs.replace(
        talk(ANA, ANA, "inside"), answers={"sharer": {"calm": Private("slowly")}}
    )
    return next_turn(
        talk(ANA, BO),
        answers={
            "sharer": {"share": Private("of ana")},
            "listener": {"space": Private("of bo")},
        },
        asides={"sharer": aside, "listener": aside},
    )


async def lived(store: Store) -> None:
    """Ana and Bo have a talk, bonds, records and messages."""
    turn = Turn(
        sessions=(full(),),
        bonds=(Bond(owner=ANA, other=BO), Bond(owner=BO, other=ANA, muted=True)),
        records=tuple(
            Record(id="r", owner=who, other=None, kind="later", at=NOON, body={"a": Private("b")})
            for who in (ANA, BO)
        ),
        messages=(told(ANA, "to-ana"), told(BO, "to-bo")),
    )
    await store.take([says(ANA, "begin", BO)], always(turn))


async def test_the_person_and_their_messages_are_gone(store: Store, forget: Forget) -> None:
    await lived(store)
    await forget(store, ANA)
    assert await store.person(ANA) is None
    assert [row.message.key for row in await store.lease(NOON, 9, NOON - NOON)] == ["to-bo"]


async def test_the_talk_goes_on_without_their_answers(store: Store, forget: Forget) -> None:
    await lived(store)
    await forget(store, ANA)
    left = full()
    assert await store.session("talk") == msgspec.structs.replace(
        left,
        answers={"listener": left.answers["listener"]},
        asides={"listener": left.asides["listener"]},
    )


async def test_others_keep_what_they_keep_about_them(store: Store, forget: Forget) -> None:
    await lived(store)
    await forget(store, ANA)
    seen = Watching()
    await store.take([says(BO, "k", ANA)], seen)
    assert seen.last.bonds == {(BO, ANA): Bond(owner=BO, other=ANA, muted=True)}


async def test_a_later_turn_keeps_nothing_for_them(store: Store, forget: Forget) -> None:
    await lived(store)
    await forget(store, ANA)
    again = next_turn(full(), answers={"sharer": {"share": Private("late")}}, asides={})
    late = Turn(sessions=(again,), messages=(told(ANA, "late"),))
    await store.take([says(BO, "k")], always(late))
    session = await store.session("talk")
    assert session is not None
    assert (session.turn, session.answers) == (again.turn, {})
    assert (await store.counts())["outbox"] == 1


async def test_who_comes_back_is_a_stranger(store: Store, forget: Forget) -> None:
    ana = Person(id=ANA, account=account(ANA), country="NL")
    await store.take([says(ANA, "k1")], always(Turn(people=(ana,))))
    await forget(store, ANA)
    await store.take([says(ANA, "k2")], nothing)
    assert await store.person(ANA) == Person(id=ANA, account=account(ANA))


async def test_who_comes_back_in_the_same_batch_is_a_stranger(store: Store) -> None:
    await lived(store)

    def decide(_world: World, event: Event) -> Turn:
        return Turn(forget=(ANA,)) if event.key == "forget me" else Turn()

    seen = Watching(decide)
    await store.take([says(ANA, "forget me"), says(ANA, "hello"), says(BO, "hi")], seen)
    _, hello, hi = seen.worlds
    assert hello.people[ANA] == Person(id=ANA, account=account(ANA))
    assert (ANA, BO) not in hello.bonds
    assert "sharer" not in hi.sessions["talk"].answers


async def test_nobody_else_notices(store: Store, forget: Forget) -> None:
    """What Bo's next decision sees of the talk differs in Ana's answers alone."""
    await lived(store)
    before, after = Watching(), Watching()
    await store.take([says(BO, "k1")], before)
    await forget(store, ANA)
    await store.take([says(BO, "k2")], after)
    bare = [
        msgspec.structs.replace(world.sessions["talk"], answers={}, asides={})
        for world in (before.last, after.last)
    ]
    assert bare[0] == bare[1]
    assert after.last.sessions["talk"].players == {"sharer": ANA, "listener": BO}
