"""A session is found by the code of its invite, and by nothing else of it."""

from pathlib import Path

import msgspec

from bot.engine import parts
from bot.model.private import Private
from bot.model.session import Session
from bot.model.world import Turn
from bot.store.crypto import SIZE, Keyring
from bot.store.opening import FILE
from bot.store.port import Store
from bot.text import codes
from tests.store.conftest import Place
from tests.store.people import ANA, BO, CLEO, Watching, always, next_turn, nothing, says, talk

CODE, OTHER = Private("2345679A"), Private("AAAA2222")


def coded(id_: str = "talk", code: Private | None = CODE) -> Session:
    """A session of Ana and Bo with a code."""
    return msgspec.structs.replace(talk(ANA, BO, id_), code=code)


async def typed(store: Store, key: str, code: Private) -> Watching:
    """Cleo types a code; what the decision sees."""
    seen = Watching()
    event = msgspec.structs.replace(says(CLEO, key), code=code)
    await store.take([event], seen)
    return seen


async def test_a_decision_sees_the_session_whose_code_was_typed_and_all_who_play_there(
    store: Store,
) -> None:
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(coded(), coded("b", OTHER)))))
    seen = await typed(store, "k2", CODE)
    assert seen.last.sessions == {"talk": coded()}
    assert set(seen.last.people) == {ANA, BO, CLEO}


async def test_another_code_shows_nothing(store: Store) -> None:
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(coded(),))))
    seen = await typed(store, "k2", OTHER)
    assert seen.last.sessions == {}
    assert set(seen.last.people) == {CLEO}


async def test_a_code_that_was_cleared_or_whose_session_ended_finds_nothing(store: Store) -> None:
    both = (coded(), coded("other", OTHER))
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=both)))
    over = (next_turn(both[0], code=None), next_turn(both[1], status="ended"))
    await store.take([says(ANA, "k2")], always(Turn(sessions=over)))
    assert (await typed(store, "k3", CODE)).last.sessions == {}
    assert (await typed(store, "k4", OTHER)).last.sessions == {}


async def test_each_seat_of_a_circle_is_found_by_its_own_code_until_that_is_used(
    store: Store,
) -> None:
    names = [Private("Bo"), Private("Cleo")]
    circle = parts.new(names, [CODE, OTHER])
    session = msgspec.structs.replace(coded(code=None), circle=circle)
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(session,))))
    assert (await typed(store, "k2", CODE)).last.sessions == {"talk": session}
    assert (await typed(store, "k3", OTHER)).last.sessions == {"talk": session}
    used = next_turn(session, circle=parts.new(names, [CODE, None]))
    await store.take([says(ANA, "k4")], always(Turn(sessions=(used,))))
    assert (await typed(store, "k5", CODE)).last.sessions == {"talk": used}
    assert (await typed(store, "k6", OTHER)).last.sessions == {}
    over = next_turn(used, status="ended")
    await store.take([says(ANA, "k7")], always(Turn(sessions=(over,))))
    assert (await typed(store, "k8", CODE)).last.sessions == {}


async def test_of_two_who_type_it_at_once_the_second_finds_it_used(store: Store) -> None:
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(coded(),))))
    seen = Watching(always(Turn(sessions=(next_turn(coded(), code=None),))))
    events = [msgspec.structs.replace(says(who, who), code=CODE) for who in (CLEO, BO)]
    await store.take(events, seen)
    assert [one.sessions.get("talk", coded()).code for one in seen.worlds] == [CODE, None]


async def test_who_lost_the_seat_is_not_shown_the_session_any_more(store: Store) -> None:
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(coded(),))))
    taken = next_turn(coded(), players={"sharer": ANA, "listener": CLEO}, code=None)
    seen = Watching(always(Turn(sessions=(taken,))))
    event = msgspec.structs.replace(says(CLEO, "k2"), code=CODE)
    await store.take([event, says(BO, "k3")], seen)
    assert seen.last.sessions == {}
    after = Watching()
    await store.take([says(CLEO, "k4")], after)
    assert after.last.sessions == {"talk": taken}


async def test_a_seat_without_anybody_is_kept_like_any_other(store: Store) -> None:
    empty = msgspec.structs.replace(coded(), players={"sharer": ANA, "listener": "nobody-1"})
    await store.take([says(ANA, "k1")], always(Turn(sessions=(empty,))))
    assert (await typed(store, "k2", CODE)).last.sessions == {"talk": empty}


async def test_no_code_is_in_the_files(place: Place) -> None:
    store = await place.open()
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(coded(),))))
    event = msgspec.structs.replace(says(CLEO, "k2"), code=CODE)
    await store.take([event], nothing)
    assert CODE.open_for("the test").encode() not in _everything(place.folder)


def _everything(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.glob(f"{FILE}*"))


def test_a_code_comes_of_the_master_key() -> None:
    one, again, two = (Keyring(bytes([at]) * SIZE).code("talk") for at in (1, 1, 2))
    assert one == again != two
    assert codes.normal(one) == one
    assert Keyring(bytes([1]) * SIZE).code("another") != one
