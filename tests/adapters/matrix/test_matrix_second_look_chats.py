"""Chats with the bot that come, go and move on, and those that are none of its business."""

import asyncio
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest

from adapters.matrix.adapter import MatrixAdapter
from adapters.matrix.memory import Memory
from bot.errors import TryLater, Unreachable
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.device import PATIENCE
from tests.adapters.matrix.front import Front
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.people import Somebody
from tests.adapters.matrix.small import Listening, Standing, met, standing


@pytest.fixture
def house() -> Listening:
    return Listening()


async def has_left(homeserver: Homeserver, room: str, user: str) -> None:
    """Wait until the homeserver says that they are not in it."""
    async with asyncio.timeout(PATIENCE):
        while user in await there(homeserver, room):  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.05)


async def there(homeserver: Homeserver, room: str) -> list[str]:
    """Who is in it."""
    found: list[str] = (await homeserver.operate("GET", f"/v1/rooms/{room}/members"))["members"]
    return found


async def is_of(memory: Memory, native: str, room: str) -> None:
    """Wait until that is the chat of that person."""
    async with asyncio.timeout(PATIENCE):
        while memory.person(native).room != room:  # noqa: ASYNC110 - nobody tells of it
            await asyncio.sleep(0.02)


async def test_a_chat_that_was_upgraded_goes_on_in_the_new_one(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    """Nobody can speak in the old one any more; that is no blocking."""
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        made = await ari.device.call("POST", f"/rooms/{ari.dm}/upgrade", {"new_version": "12"})
        new = made["replacement_room"]
        await ari.invites(on.user, new)
        await is_of(on.memory, ari.user[1:], new)
        await on.send("n", ari, "Here we go on.")
        await ari.heard("Here we go on.", new)


async def test_a_chat_that_the_bot_made_has_no_name_of_its_own(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    """What it is found by after a kill would stand in the list of chats, and on lock screens."""
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        on.memory.learn(ari.user[1:], room="")
        with pytest.raises(TryLater):
            await on.send("n", ari, "Here I am.")
        room = await ari.accepts()
        await on.until_in(ari, room)
        await on.send("n", ari, "Here I am.")
        await ari.heard("Here I am.", room)
        state = await ari.device.call("GET", f"/rooms/{room}/state")
        shown = {one["type"]: one["content"] for one in state}
        assert not shown.get("m.room.canonical_alias")
        assert "m.room.name" not in shown


async def test_nothing_is_said_to_who_is_logged_in_nowhere(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    """No phone of theirs could ever read it; so it waits for the next one."""
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await on.send("n1", ari, "Before.")
        await ari.heard("Before.")
        await ari.device.call("POST", "/logout", {})
        await reached(on, ari, so=False)
        await ari.gets_a_new_phone(keep_the_old=True)
        await reached(on, ari, so=True)
        await ari.heard("Are you there?")


async def reached(on: Standing, who: Somebody, *, so: bool) -> None:
    """Say something until it can be said, or cannot any more."""
    async with asyncio.timeout(PATIENCE):
        for number in count():
            try:
                await on.send(f"probe {so} {number}", who, "Are you there?")
            except Unreachable:
                if not so:
                    return
            else:
                if so:
                    return
            await asyncio.sleep(0.1)  # nobody tells what the line has noted


async def test_the_bot_is_not_the_last_one_in_a_chat(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        old = ari.dm
        await met(ari, on, house, "hello again")
        await ari.leaves(old)
        await has_left(homeserver, old, on.user)
        assert on.memory.person(ari.user[1:]).room == ari.dm


async def test_an_invitation_outlives_a_homeserver_that_is_busy_for_long(
    front: Front, homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path, url=front.url) as on:
        front.fault("rate-limit", "join", times=7, retry_after_ms=1)
        await ari.opens_dm(on.user)
        await ari.heard("Write anything, and we begin.", seconds=60)


async def test_whose_invitations_are_not_wanted_is_told_so_once_a_day(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    """Else a stranger could use up all that the bot may say, as fast as rooms can be made."""
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path, allow=("@nobody:hs.test",)) as on:
        await ari.opens_dm(on.user)
        await ari.heard("This bot is not open to your account.")
        await ari.opens_dm(on.user)
        await ari.until_there(on.user, membership="leave")
        assert [each.text for each in await ari.sees()] == []
        house.clock.advance(timedelta(days=2))
        await ari.opens_dm(on.user)
        await ari.heard("This bot is not open to your account.")


async def test_an_id_that_differs_in_its_capitals_alone_is_somebody_else(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    """Homeservers used to tell them apart, and others may; what is Ari's must not go to them."""
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        bo = await arrive("Bo")
        on.memory.learn(bo.user[1:], user=bo.user.upper(), room="!elsewhere")
        await bo.opens_dm(on.user)
        await bo.heard("This bot is not open to your account.")
        assert on.memory.person(bo.user[1:]).room == "!elsewhere"
        await met(ari, on, house)


async def test_it_is_known_whether_anybody_is_reached_yet(
    front: Front,
    homeserver: Homeserver,
    tmp_path: Path,
    house: Listening,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """`handrail run` says whom it serves by this."""
    monkeypatch.setattr(MatrixAdapter, "patience", 0.2)
    front.fault("bad-gateway", "login", times=-1)
    async with standing(homeserver, house, tmp_path, url=front.url) as on:
        assert not on.adapter.connected.is_set()
        front.mend()
        await asyncio.wait_for(on.adapter.connected.wait(), PATIENCE)
