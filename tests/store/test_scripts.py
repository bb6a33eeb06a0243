"""Scripts stay as long as a session keeps to them."""

import msgspec

from bot.model.world import Turn
from bot.store.port import Store
from tests.store.conftest import Place
from tests.store.people import ANA, BO, always, next_turn, says, talk


async def test_scripts_are_kept_by_their_digest_over_a_restart(place: Place) -> None:
    store = await place.open()
    assert await store.pin({"d1": b"one"}) == {"d1": b"one"}
    store = await place.open()
    await store.take([says(ANA, "k", BO)], always(Turn(sessions=(talk(ANA, BO),))))
    assert await store.pin({"d2": b"two"}) == {"d1": b"one", "d2": b"two"}


async def test_a_script_that_no_session_uses_is_dropped(store: Store) -> None:
    await store.pin({"d1": b"one"})
    await store.take([says(ANA, "k1", BO)], always(Turn(sessions=(talk(ANA, BO),))))
    ended = next_turn(talk(ANA, BO), status="ended")
    await store.take([says(ANA, "k2")], always(Turn(sessions=(ended,))))
    assert await store.pin({"d2": b"two"}) == {"d2": b"two"}


async def test_a_script_that_is_used_inside_another_session_is_kept(store: Store) -> None:
    await store.pin({"d1": b"one", "calm": b"calm"})
    aside = msgspec.structs.replace(talk(ANA, ANA, "inside"), digest="calm")
    session = next_turn(talk(ANA, BO), asides={"sharer": aside})
    await store.take([says(ANA, "k", BO)], always(Turn(sessions=(session,))))
    assert await store.pin({}) == {"d1": b"one", "calm": b"calm"}
