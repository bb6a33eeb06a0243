"""The one way to write."""

import msgspec

from bot.model.event import Event
from bot.model.person import Bond, Person
from bot.model.private import Private
from bot.model.world import Turn, World
from bot.store.port import Store
from tests.store.conftest import Place
from tests.store.people import (
    ANA,
    BO,
    CLEO,
    NOON,
    Watching,
    account,
    always,
    is_due,
    next_turn,
    nothing,
    says,
    talk,
    told,
)


class Oops(Exception):
    """A decision that goes wrong."""


async def test_an_event_is_taken_once(store: Store) -> None:
    turn = Turn(messages=(told(ANA, "m"),))
    assert await store.take([says(ANA, "k")], always(turn)) == [turn]
    assert await store.take([says(ANA, "k")], always(turn)) == [None]
    assert (await store.counts())["outbox"] == 1


async def test_an_event_that_comes_twice_in_a_batch_is_taken_once(store: Store) -> None:
    event = says(ANA, "k")
    assert await store.take([event, event], nothing) == [Turn(), None]


async def test_what_was_taken_before_a_restart_is_known_after_it(place: Place) -> None:
    store = await place.open()
    await store.take([says(ANA, "k")], nothing)
    store = await place.open()
    assert await store.take([says(ANA, "k")], nothing) == [None]


async def test_a_batch_of_nothing_is_nothing(store: Store) -> None:
    assert await store.take([], nothing) == []


async def test_who_acts_and_who_is_named_become_known_with_defaults(store: Store) -> None:
    seen = Watching()
    await store.take([says(ANA, "k", BO)], seen)
    ana, bo = (Person(id=person, account=account(person)) for person in (ANA, BO))
    assert seen.last.people == {ANA: ana, BO: bo}
    assert await store.person(BO) == bo
    assert await store.person(CLEO) is None


async def test_who_is_known_is_not_made_anew(store: Store) -> None:
    ana = Person(id=ANA, account=account(ANA), locale="de", meaning=Private("being heard"))
    await store.take([says(ANA, "k1")], always(Turn(people=(ana,))))
    await store.take([says(BO, "k2", ANA)], nothing)
    assert await store.person(ANA) == ana


async def test_a_decision_sees_the_sessions_of_who_acts_and_all_who_play_there(
    store: Store,
) -> None:
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(talk(ANA, BO),))))
    await store.take([says(BO, "k2", CLEO)], always(Turn(sessions=(talk(BO, CLEO, "other"),))))
    seen = Watching()
    await store.take([says(ANA, "k3")], seen)
    assert seen.last.sessions == {"talk": talk(ANA, BO)}
    assert set(seen.last.people) == {ANA, BO}


async def test_a_deadline_sees_its_own_session_and_no_other(store: Store) -> None:
    sessions = (talk(ANA, BO, "one"), talk(ANA, BO, "two"))
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=sessions)))
    seen = Watching()
    await store.take([is_due("two")], seen)
    assert seen.last.sessions == {"two": sessions[1]}
    assert set(seen.last.people) == {ANA, BO}


async def test_a_decision_sees_the_bonds_between_those_it_sees_and_no_other(store: Store) -> None:
    pairs = [(ANA, BO), (BO, ANA), (ANA, CLEO), (CLEO, BO)]
    bonds = tuple(Bond(owner=owner, other=other) for owner, other in pairs)
    await store.take([says(ANA, "k1", BO, CLEO)], always(Turn(bonds=bonds)))
    seen = Watching()
    await store.take([says(ANA, "k2", BO)], seen)
    assert set(seen.last.bonds) == {(ANA, BO), (BO, ANA)}


async def test_an_event_of_a_batch_is_not_shown_what_was_loaded_for_another(store: Store) -> None:
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(talk(ANA, BO),))))
    seen = Watching()
    await store.take([says(ANA, "k2"), says(CLEO, "k3")], seen)
    assert seen.last.sessions == {}
    assert set(seen.last.people) == {CLEO}


async def test_a_later_event_of_the_batch_sees_what_an_earlier_one_changed(store: Store) -> None:
    def goes_on(world: World, _event: Event) -> Turn:
        before = world.sessions.get("talk")
        return Turn(sessions=(next_turn(before) if before else talk(ANA, BO),))

    seen = Watching(goes_on)
    await store.take([says(ANA, "k1", BO), says(BO, "k2"), says(ANA, "k3")], seen)
    assert [[s.turn for s in world.sessions.values()] for world in seen.worlds] == [[], [1], [2]]
    session = await store.session("talk")
    assert session is not None
    assert session.turn == 3


async def test_a_session_that_ended_is_gone_at_once_and_for_good(store: Store) -> None:
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(talk(ANA, BO),))))
    seen = Watching(always(Turn(sessions=(next_turn(talk(ANA, BO), status="ended"),))))
    await store.take([says(ANA, "k2"), says(BO, "k3")], seen)
    assert seen.last.sessions == {}
    assert await store.session("talk") is None
    assert (await store.counts())["sessions"] == 0


async def test_a_session_whose_turn_did_not_change_is_not_saved(store: Store) -> None:
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(talk(ANA, BO),))))
    same = always(Turn(sessions=(msgspec.structs.replace(talk(ANA, BO), step="elsewhere"),)))
    await store.take([says(ANA, "k2")], same)
    assert await store.session("talk") == talk(ANA, BO)


async def test_a_new_order_of_players_takes_their_answers_along(store: Store) -> None:
    before = talk(ANA, BO)
    swapped = next_turn(
        before,
        players={"sharer": BO, "listener": CLEO},
        answers={"sharer": {"share": Private("of bo")}, "listener": {"space": Private("3")}},
    )
    await store.take([says(ANA, "k1", BO, CLEO)], always(Turn(sessions=(before,))))
    await store.take([says(BO, "k2", CLEO)], always(Turn(sessions=(swapped,))))
    assert await store.session("talk") == swapped
    seen = Watching()
    await store.take([says(ANA, "k3")], seen)
    assert seen.last.sessions == {}


async def test_a_decision_that_goes_wrong_undoes_its_own_event_and_no_other(store: Store) -> None:
    def trips(_world: World, event: Event) -> Turn:
        if event.key == "bad":
            raise Oops
        return Turn(messages=(told(event.person, f"m-{event.key}"),))

    events = [says(ANA, "good"), says(BO, "bad"), says(CLEO, "fine")]
    first, second, third = await store.take(events, trips)
    assert isinstance(first, Turn)
    assert isinstance(second, Oops)
    assert isinstance(third, Turn)
    assert await store.person(BO) is None
    assert await store.counts() == {"people": 2, "sessions": 0, "outbox": 2, "seen": 2}


async def test_an_event_that_went_wrong_may_come_again(store: Store) -> None:
    def trips(_world: World, _event: Event) -> Turn:
        raise Oops

    await store.take([says(ANA, "k")], trips)
    assert await store.take([says(ANA, "k")], nothing) == [Turn()]


async def test_a_turn_that_cannot_be_saved_holds_nobody_else_up(store: Store) -> None:
    def posts_twice(_world: World, event: Event) -> Turn:
        key = "the same" if event.key.startswith("bad") else event.key
        return Turn(messages=(told(event.person, key),))

    await store.take([says(BO, "bad0")], posts_twice)
    first, second, third = await store.take(
        [says(ANA, "k1"), says(BO, "bad1"), says(CLEO, "k2")], posts_twice
    )
    assert isinstance(first, Turn)
    assert isinstance(second, Exception)
    assert isinstance(third, Turn)
    waiting = await store.lease(NOON, 10, NOON - NOON)
    assert [row.message.key for row in waiting] == ["the same", "k1", "k2"]


async def test_sessions_are_shown_oldest_first(store: Store) -> None:
    for id_ in ("z", "m", "a"):
        await store.take([says(ANA, id_, BO)], always(Turn(sessions=(talk(ANA, BO, id_),))))
    seen = Watching()
    await store.take([says(ANA, "k")], seen)
    assert list(seen.last.sessions) == ["z", "m", "a"]


async def test_turn_after_turn_a_session_is_what_was_saved_and_no_older_answer_comes_back(
    place: Place,
) -> None:
    both = {"sharer": {"one": Private("mine")}, "listener": {"two": Private("theirs")}}
    first = msgspec.structs.replace(talk(ANA, BO), begun=True, answers=both)
    second = next_turn(first, answers={"listener": both["listener"]}, trail={"sharer": ("a/b",)})
    third = next_turn(second, answers={})
    store, seen = await place.open(), Watching()
    for number, session in enumerate((first, second, third)):
        await store.take([says(ANA, f"save-{number}", BO)], always(Turn(sessions=(session,))))
        await store.take([says(BO, f"look-{number}")], seen)
        assert seen.last.sessions == {"talk": session}
    store = await place.open()
    await store.take([says(BO, "look")], seen)
    assert seen.last.sessions == {"talk": third}


async def test_a_turn_that_was_taken_back_is_not_remembered(store: Store) -> None:
    first = msgspec.structs.replace(talk(ANA, BO), begun=True)
    await store.take([says(ANA, "k", BO)], always(Turn(sessions=(first,))))
    twice = (told(ANA, "same"), told(ANA, "same"))
    lost = Turn(sessions=(next_turn(first, step="elsewhere"),), messages=twice)
    [outcome] = await store.take([says(ANA, "fails")], always(lost))
    assert isinstance(outcome, Exception)
    seen = Watching()
    await store.take([says(ANA, "look")], seen)
    assert seen.last.sessions == {"talk": first}
