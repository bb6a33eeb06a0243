"""Shared places on Matrix: whom their words reach when there is none, and how they end."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from bot.errors import TryLater
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.front import Front
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.people import Somebody
from tests.adapters.matrix.small import Listening, Standing, met, standing

PLACE = "room:onetwothree"


@pytest.fixture
def house() -> Listening:
    return Listening()


async def texts(who: Somebody, place: str = "dm") -> str:
    return " ".join([each.text for each in await who.sees(place)])


async def two(arrive: Arrive, on: Standing, house: Listening) -> tuple[Somebody, Somebody]:
    """Ari and Bo, each with a chat of their own with the bot."""
    ari, bo = await arrive("Ari"), await arrive("Bo")
    await met(ari, on, house)
    await met(bo, on, house, "hi")
    return ari, bo


async def test_a_pause_and_the_end_reach_whoever_is_in_no_room(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    """What a room says of itself does not."""
    opened = house.house(tmp_path).words(".room-opened", "en")
    async with standing(homeserver, house, tmp_path) as on:
        ari, bo = await two(arrive, on, house)
        shared = {"place": PLACE, "people": (ari, bo)}
        await on.send("o", ari, "", kind="open", **shared)
        room = await ari.accepts()
        await on.until_in(ari, room)
        await on.send("n1", ari, opened, **shared)
        await on.send("n2", ari, "Pausing. Back at nine.", **shared)
        await ari.heard("Pausing.", room)
        await bo.heard("Pausing.")
        await homeserver.purge(room)
        await on.send("n3", ari, "This one is finished.", **shared)
        for who in (ari, bo):
            await who.heard("This one is finished.")
            assert opened[:20] not in await texts(who)


async def test_a_room_is_left_also_where_the_homeserver_is_away_for_a_moment(
    front: Front, homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    async with standing(homeserver, house, tmp_path, url=front.url) as on:
        ari, bo = await two(arrive, on, house)
        shared = {"place": PLACE, "people": (ari, bo)}
        await on.send("o", ari, "", kind="open", **shared)
        room = await ari.accepts()
        await on.until_in(ari, room)
        front.fault("bad-gateway", "leave")
        with pytest.raises(TryLater):
            await on.send("c", ari, "", kind="close", **shared)
        await on.send("c", ari, "", kind="close", **shared)
        joined = f"/v1/rooms/{room}/members"
        assert on.user not in (await homeserver.operate("GET", joined))["members"]


@pytest.mark.parametrize("kind", ["open", "note"])
async def test_a_kill_before_the_alias_is_noted_as_gone_makes_no_second_room(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening, kind: str
) -> None:
    """A shared one, and somebody's own chat."""
    async with standing(homeserver, house, tmp_path) as on:
        ari, bo = await two(arrive, on, house)
        own = on.memory.person(ari.user[1:]).room
        await on.send("o", ari, "", kind="open", place=PLACE, people=(ari, bo))
        shared = on.memory.room(PLACE)
        assert shared
        before = set(await homeserver.rooms())
        if kind == "open":
            on.memory.put_room(PLACE, alias="handrail-gone")
            await on.send("o", ari, "", kind="open", place=PLACE, people=(ari, bo))
            after = on.memory.room(PLACE)
            assert after
            assert (after.room, after.alias) == (shared.room, "")
        else:
            on.memory.learn(ari.user[1:], alias="handrail-gone")
            await on.send("n", ari, "Hello again.")
            assert on.memory.person(ari.user[1:]).room == own
        assert set(await homeserver.rooms()) == before


async def test_a_barred_account_costs_nobody_their_room(
    front: Front, homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    async with standing(homeserver, house, tmp_path, url=front.url) as on:
        ari, bo = await two(arrive, on, house)
        shared = {"place": PLACE, "people": (ari, bo)}
        await on.send("o", ari, "", kind="open", **shared)
        room = await ari.accepts()
        await bo.accepts()
        await on.until_in(ari, room)
        await on.until_in(bo, room)
        front.fault("error", "send", status=403, body={"errcode": "M_USER_SUSPENDED", "error": ""})
        with pytest.raises(TryLater):
            await on.send("c1", ari, "A card.", kind="card", **shared)
        await on.send("c1", ari, "A card.", kind="card", **shared)
        await ari.heard("A card.", room)


async def test_who_comes_in_while_the_room_is_being_looked_at_is_in_it(
    homeserver: Homeserver,
    arrive: Arrive,
    tmp_path: Path,
    house: Listening,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """How it was before that is told later, and is old by then."""
    looked, came = asyncio.Event(), asyncio.Event()
    async with standing(homeserver, house, tmp_path) as on:
        ari, bo = await two(arrive, on, house)
        assert on.line._alive  # noqa: SLF001 - what is asked there has to be held up
        calls = on.line._alive.doing._calls  # noqa: SLF001 - as above
        ask = calls.get

        async def held_up(path: str, *more: Any, **other: Any) -> dict[str, Any]:  # noqa: ANN401 - as it is asked
            answer = await ask(path, *more, **other)
            if path.endswith("/state"):
                looked.set()
                await came.wait()
            return answer

        monkeypatch.setattr(calls, "get", held_up)
        opening = asyncio.create_task(
            on.send("o", ari, "", kind="open", place=PLACE, people=(ari, bo))
        )
        await looked.wait()
        room = await ari.accepts()
        await on.until_in(ari, room)
        came.set()
        await opening
        assert on.line.members(room) == {ari.user: "join", bo.user: "invite"}
