"""A pair of which one is on Discord and the other on Matrix: by code, and card by card in relay."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest

from adapters.matrix.adapter import MatrixAdapter
from bot import app
from tests.adapters.discord import whole as there
from tests.adapters.discord.faults.talk import SMALL
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Address, Peer, listening
from tests.adapters.matrix import whole as here
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.people import Somebody

TOLD, ANSWER = "Everyone was asked but me.", "So you were left out."


@pytest.fixture(scope="session")
def address() -> Iterator[Address]:
    """Where the local Discord listens."""
    with listening() as address:
        yield address


@pytest.fixture
async def peer(address: Address) -> AsyncIterator[Peer]:
    """An empty Discord with one server. Fails a test whose traffic was not as described."""
    async with aiohttp.ClientSession() as http:
        peer = Peer(address, http)
        await peer.begin()
        yield peer
        assert await peer.violations() == []


@asynccontextmanager
async def on_both(peer: Peer, homeserver: Homeserver, folder: Path) -> AsyncIterator[str]:
    """One bot on two platforms; its user id on Matrix. Its clock is `clock`."""
    there.point_at(peer.address)
    (folder / "token").write_text(peer.address.token)
    account = await here.bot_account(homeserver, folder)
    way_in = {"homeserver": homeserver.url, "user": account.user}
    bot = await app.build(folder / "data", CLOCK)
    try:
        bot.add(there.QuickAdapter, {"token_file": str(folder / "token")}, folder / "discord")
        password = {"password_file": str(folder / "password")}
        bot.add(MatrixAdapter, way_in | password, folder / "matrix")
        await bot.start()
        await there.until_known(peer)
        yield account.user
    finally:
        await bot.stop()


CLOCK = app.ShiftedClock()


async def test_a_small_share_between_discord_and_matrix(
    peer: Peer, homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    """Ari is on Discord and hands a code over; Bo types it on Matrix. There is no shared place."""
    ari, bo = await peer.person("ari"), await arrive("Bo")
    async with on_both(peer, homeserver, tmp_path) as bot:
        await there.welcome(ari)
        await here.welcome(bo, bot)
        await until_joined(ari, bo)
        await until_delivered(ari, bo)
        await there.tap(ari, "Yes, that's it", "Yes", "Yes", "Yes", "Really good", "A bit")
        await here.answer(bo, "Okay", "No")
        await there.tap(ari, "Keep it to myself", "Skip")
        await here.answer(bo, "Skip", "Enough")
        await there.tap(ari, "Enough")
        CLOCK.advance(timedelta(days=8))  # an end looks like a silence, to the minute
        await here.heard(bo, "This one is finished.")
        await there.heard(ari, "This one is finished.")
        seen = "\n".join(await bo.reads())
    assert "A bit" not in seen
    assert "Really good" not in seen
    assert homeserver.holds(TOLD, ANSWER) == {}


async def until_joined(ari: Person, bo: Somebody) -> None:
    """Proposing to whoever gets the code, and agreeing."""
    await ari.slash("share")
    await there.tap(ari, *there.PROPOSE)
    code = (await there.heard(ari, "this code yourself")).partition("once: ")[2].partition(".")[0]
    await bo.say(f"join {code}")
    await here.heard(bo, "Ari would like")
    await here.answer(bo, "Yes", "None of these")
    await there.heard(ari, "You two use different apps")
    await here.heard(bo, "You two use different apps")


async def until_delivered(ari: Person, bo: Somebody) -> None:
    """Sharing on the one, answering on the other."""
    await here.answer(bo, "4", "Calm")
    await there.tap(ari, "None of these", "Calm", "Sore")  # now that it is known who came
    await there.pick(ari, "sad", "left out")
    await there.written(ari, "What happened?", TOLD)
    await there.tap(ari, "Skip", SMALL, "Just listen", "Good", "Send")
    await here.heard(bo, TOLD)
    await here.written(bo, "Say back what you heard", ANSWER)
    await here.answer(bo, "Skip", "Send")
    await there.heard(ari, ANSWER)
