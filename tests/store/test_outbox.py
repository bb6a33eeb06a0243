"""Messages that wait for delivery."""

from datetime import datetime, timedelta

import pytest

from bot.model.message import Arg, Choice, Line, Message, Picked, Word
from bot.model.person import Person, PersonId
from bot.model.private import Private
from bot.model.world import Turn
from bot.store.port import Store
from tests.store.people import ANA, BO, CLEO, MINUTE, NOON, account, always, says, told

HOLD = 10 * MINUTE


async def post(store: Store, *messages: Message) -> None:
    everybody = says(ANA, f"post {messages[0].key}", BO, CLEO)
    await store.take([everybody], always(Turn(messages=messages)))


async def keys(store: Store, now: datetime, limit: int = 10, hold: timedelta = HOLD) -> list[str]:
    return [row.message.key for row in await store.lease(now, limit, hold)]


async def test_messages_of_one_place_are_leased_together_and_in_order(store: Store) -> None:
    await post(store, told(ANA, "c"), told(ANA, "b"))
    await post(store, told(ANA, "a"))
    assert await keys(store, NOON) == ["c", "b", "a"]


async def test_no_more_are_leased_than_asked_for_and_the_oldest_come_first(store: Store) -> None:
    await post(store, told(ANA, "a1"), told(BO, "b1"), told(ANA, "a2"), told(BO, "b2"))
    assert await keys(store, NOON, limit=2) == ["a1", "b1"]


async def test_what_is_leased_holds_up_its_place_until_the_lease_ends(store: Store) -> None:
    await post(store, told(ANA, "a1"), told(ANA, "a2"), told(BO, "b1"))
    assert await keys(store, NOON, limit=1) == ["a1"]
    assert await keys(store, NOON) == ["b1"]
    assert await keys(store, NOON + HOLD) == ["a1", "a2", "b1"]


async def test_what_is_put_back_holds_up_its_own_place_and_no_other(store: Store) -> None:
    await post(store, told(ANA, "a1"), told(ANA, "a2"), told(BO, "b1"))
    await keys(store, NOON)
    for key in ("a2", "b1"):
        await store.put_back(key, NOON)
    await store.put_back("a1", NOON + MINUTE)
    assert await keys(store, NOON) == ["b1"]
    assert await keys(store, NOON + MINUTE) == ["a1", "a2"]


async def test_what_is_not_due_yet_holds_nothing_up(store: Store) -> None:
    await post(store, told(ANA, "later", due=NOON + MINUTE), told(ANA, "now"))
    assert await keys(store, NOON) == ["now"]
    assert await keys(store, NOON + MINUTE) == ["later"]


async def test_a_room_is_a_place_of_its_own(store: Store) -> None:
    await post(store, told(ANA, "r1", place="room:s"), told(BO, "r2", place="room:s"))
    await post(store, told(ANA, "a1"))
    assert await keys(store, NOON, limit=1) == ["r1"]
    assert await keys(store, NOON) == ["a1"]


async def test_what_was_delivered_is_gone(store: Store) -> None:
    await post(store, told(ANA, "a1"), told(ANA, "a2"))
    await keys(store, NOON)
    await store.shred(["a1"])
    assert (await store.counts())["outbox"] == 1
    assert await keys(store, NOON + HOLD) == ["a2"]


async def test_tries_before_this_one_are_counted(store: Store) -> None:
    await post(store, told(ANA, "a1"))
    for tries in range(3):
        [row] = await store.lease(NOON, 1, HOLD)
        assert row.tries == tries
        await store.put_back("a1", NOON)


async def test_the_reader_and_those_it_speaks_of_come_along(store: Store) -> None:
    stranger = PersonId("stranger")
    invite = Message(key="a1", kind="open", to=ANA, people=(BO, stranger, CLEO))
    await post(store, invite)
    [row] = await store.lease(NOON, 1, HOLD)
    ana, bo, cleo = (Person(id=who, account=account(who)) for who in (ANA, BO, CLEO))
    assert (row.reader, row.people) == (ana, (bo, cleo))


async def test_a_message_comes_out_as_it_went_in(store: Store) -> None:
    args: dict[str, Arg] = {
        "text": Private("words"),
        "picked": Picked(ids=Private("sad\nangry"), of="small-share.feel"),
        "title": Word(words=".pause"),
        "count": 3,
        "name": "Bo",
        "until": NOON,
    }
    message = Message(
        key="k",
        kind="question",
        to=ANA,
        place="room:s",
        session="s",
        step="rate/band",
        lines=(Line(words=".a", args=args), Line(words=".b")),
        choices=(Choice(id="1", label=Private("a phrase")), Choice(id="2", words=".two")),
        most=2,
        writes=True,
        lead=True,
        target="t",
        people=(BO,),
        due=NOON,
    )
    await post(store, message)
    [row] = await store.lease(NOON, 1, HOLD)
    assert row.message == message


async def test_nothing_is_kept_for_somebody_unknown(store: Store) -> None:
    await post(store, told(PersonId("stranger"), "lost"), told(ANA, "a1"))
    assert await keys(store, NOON) == ["a1"]


@pytest.mark.parametrize("where", ["dm", "room:s"])
async def test_a_place_that_was_empty_keeps_its_order_again(store: Store, where: str) -> None:
    for turn in range(3):
        await post(store, *(told(ANA, f"{turn}.{n}", place=where) for n in range(3)))
        leased = await keys(store, NOON)
        assert leased == [f"{turn}.{n}" for n in range(3)]
        await store.shred(leased)
