"""What was erased is not there any more; what others have seen is under another's key."""

from datetime import datetime, timedelta

import msgspec

from bot.model.event import Aged, Event
from bot.model.message import Line, Message
from bot.model.person import Account, Bond, Person, Record
from bot.model.private import Private
from bot.model.session import Session
from bot.model.world import Erased, Turn, World
from bot.store.port import Store
from tests.store.people import ANA, BO, NOON, always, says

BEGUN = Session(
    id="talk",
    script="small-share",
    digest="d",
    step="answer",
    players={"sharer": ANA, "listener": BO},
    proposer=ANA,
    began=NOON,
    begun=True,
    answers={"sharer": {"space": Private("4")}, "listener": {"care": Private("here")}},
)
NAMED = Account(platform="simulated", native="", name="Ana")
ERASED = msgspec.structs.replace(BEGUN, turn=1, forgotten={ANA: NAMED})


def _note(name: str) -> Record:
    body = {"learning": Private(name)}
    return Record(id=name, owner=ANA, other=BO, kind="learning", at=NOON, body=body)


async def test_what_others_have_seen_outlives_the_key_of_who_left(store: Store) -> None:
    await store.take([says(ANA, "1", BO)], always(Turn(sessions=(BEGUN,))))
    await store.take([says(ANA, "2", BO)], always(Turn(sessions=(ERASED,), forget=(ANA,))))
    kept = await store.session("talk")
    assert kept is not None
    assert kept.answers["sharer"] == {"space": Private("4")}
    assert kept.forgotten == {ANA: NAMED}


async def test_when_both_are_erased_nothing_of_either_is_left(store: Store) -> None:
    both = msgspec.structs.replace(ERASED, forgotten={ANA: NAMED, BO: NAMED})
    await store.take([says(ANA, "1", BO)], always(Turn(sessions=(BEGUN,))))
    await store.take([says(BO, "2", ANA)], always(Turn(sessions=(both,), forget=(ANA, BO))))
    kept = await store.session("talk")
    assert kept is not None
    assert (kept.answers, kept.forgotten) == ({}, {})


async def test_who_was_erased_is_not_shown_the_session_again(store: Store) -> None:
    await store.take([says(ANA, "1", BO)], always(Turn(sessions=(BEGUN,))))
    await store.take([says(ANA, "2", BO)], always(Turn(sessions=(ERASED,), forget=(ANA,))))
    world = await _shown(store, says(ANA, "3"))
    assert world.sessions == {}


async def test_an_erased_bond_and_an_erased_note_are_gone_and_the_rest_stays(store: Store) -> None:
    bond, theirs = Bond(owner=ANA, other=BO, muted=True), Bond(owner=BO, other=ANA, muted=True)
    keep = Turn(bonds=(bond, theirs), records=(_note("one"), _note("two")))
    await store.take([says(ANA, "1", BO)], always(keep))
    erased = Erased(owner=ANA, other=BO, records=("one",))
    await store.take([says(ANA, "2", BO)], always(Turn(erased=(erased,))))
    world = await _all_of(store, "3")
    assert world.bonds == {}
    assert [record.id for record in world.records.values()] == ["two"]
    assert (await _shown(store, says(BO, "4", ANA))).bonds == {(BO, ANA): theirs}


async def test_only_an_event_about_all_of_it_is_shown_notes_and_bonds(store: Store) -> None:
    keep = Turn(bonds=(Bond(owner=ANA, other=BO, muted=True),), records=(_note("one"),))
    await store.take([says(ANA, "1", BO)], always(keep))
    world = await _shown(store, says(ANA, "2"))
    assert (world.bonds, world.records) == ({}, {})
    assert len((await _all_of(store, "3")).records) == 1


async def _all_of(store: Store, key: str) -> World:
    return await _shown(store, Aged(key=key, at=NOON, person=ANA))


async def _shown(store: Store, event: Event) -> World:
    """What a decision on this event may look at."""
    seen: list[World] = []

    def look(world: World, _: Event) -> Turn:
        seen.append(world)
        return Turn()

    await store.take([event], look)
    return seen[0]


async def test_when_to_look_is_a_column(store: Store) -> None:
    at = NOON + timedelta(days=7)

    def due(world: World, event: Event) -> Turn:
        return Turn(people=(msgspec.structs.replace(world.people[event.person], due=at),))

    await store.take([says(ANA, "1")], due)
    assert [one.id for one in await store.aged(at, 10)] == [ANA]
    assert await store.aged(at - timedelta(seconds=1), 10) == []
    assert await store.next_time() == at
    kept = await store.person(ANA)
    assert isinstance(kept, Person)
    assert kept.due == at


async def test_who_is_forgotten_is_to_be_forgotten_by_their_adapter_too(store: Store) -> None:
    await store.take([says(ANA, "1")], always(Turn(forget=(ANA,))))
    assert await store.parting(NOON, 10) == []  # the last words can still be read
    soon = NOON + timedelta(seconds=30)
    (one,) = await store.parting(soon, 10)
    assert one.account.native == "native-ana"
    await store.put_off_parting(one, soon + timedelta(minutes=5))
    assert await store.parting(soon, 10) == []
    await store.parted(one)
    assert await store.parting(datetime.max.replace(tzinfo=NOON.tzinfo), 10) == []


async def test_what_waits_for_a_shared_place_goes_on_without_who_wrote_it(store: Store) -> None:
    note = Message(
        key="k", kind="note", to=ANA, place="room:talk", people=(ANA, BO), lines=(Line(words=".x"),)
    )
    await store.take([says(ANA, "1", BO)], always(Turn(messages=(note,), forget=(ANA,))))
    (waiting,) = await store.lease(NOON, 10, timedelta(minutes=1))
    assert waiting.reader.id == BO
    assert waiting.message.key == "k"
