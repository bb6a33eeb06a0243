"""The bot has a token and no password, and the token is taken away while people talk."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from adapters.matrix.adapter import MatrixAdapter
from adapters.matrix.refusals import LoginRefused
from bot import app
from tests.adapters.discord import whole as there
from tests.adapters.discord.peer.process import Peer, listening
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.device import PATIENCE
from tests.adapters.matrix.front import Front
from tests.adapters.matrix.homeserver import Account, Homeserver
from tests.adapters.matrix.whole import answer, asked, bot_account, meet

EVERYTHING = "/client/v3/"


@asynccontextmanager
async def discord() -> AsyncIterator[Peer]:
    """A local Discord."""
    with listening() as address:
        async with aiohttp.ClientSession() as http:
            peer = Peer(address, http)
            await peer.begin()
            there.point_at(address)
            yield peer


@asynccontextmanager
async def on_both(folder: Path, front: Front, account: Account, peer: Peer) -> AsyncIterator[None]:
    """A bot on two platforms, with that token on Matrix."""
    (folder / "discord-token").write_text(peer.address.token)
    (folder / "matrix-token").write_text(account.token)
    way_in = {"homeserver": front.url, "user": account.user}
    bot = await app.build(folder / "data", app.ShiftedClock())
    try:
        token = {"token_file": str(folder / "discord-token")}
        bot.add(there.QuickAdapter, token, folder / "data" / "discord")
        token = {"token_file": str(folder / "matrix-token")}
        bot.add(MatrixAdapter, way_in | token, folder / "data" / "matrix")
        await bot.start()
        await there.until_known(peer)
        yield
    finally:
        await bot.stop()


async def anew(homeserver: Homeserver, account: Account) -> Account:
    """The same device with another token, as an operator makes one."""
    said = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": account.user},
        "password": account.password,
        "device_id": account.device,
    }
    made = await homeserver.ask("POST", "/_matrix/client/v3/login", said)
    return Account(
        user=account.user,
        password=account.password,
        device=made["device_id"],
        token=made["access_token"],
    )


async def test_a_token_that_is_taken_away_ends_nothing_but_matrix_until_there_is_another(
    homeserver: Homeserver,
    front: Front,
    arrive: Arrive,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    account, ari = await bot_account(homeserver, tmp_path), await arrive("Ari")
    async with discord() as peer:
        bo = await peer.person("bo")
        async with on_both(tmp_path, front, account, peer):
            await meet(ari, account.user)
            await ari.say("hello")
            question = await asked(ari, "Start")
            front.fault("unknown-token", EVERYTHING, times=-1)
            sent = [await ari.say("Start")]
            async with asyncio.timeout(PATIENCE):
                while not _told(caplog):  # noqa: ASYNC110 - a log tells nobody
                    await asyncio.sleep(0.02)
            await bo.say("hello")
            await bo.sees(until="I am a program", seconds=PATIENCE)
        front.mend()
        async with on_both(tmp_path, front, await anew(homeserver, account), peer):
            await answer(ari, "I understand")
            await asked(ari, "I am 18 or older")
    assert ari.timeline().find(question.id) is None, "it was answered and taken back"
    assert sent
    assert await ari.devices_of(account.user) == [account.device]


def _told(caplog: pytest.LogCaptureFixture) -> bool:
    """Whether the operator has been told that the log-in is of no use, and by what."""
    errors = [one for one in caplog.records if one.levelno >= logging.ERROR and one.exc_info]
    return any(one.exc_info and isinstance(one.exc_info[1], LoginRefused) for one in errors)
