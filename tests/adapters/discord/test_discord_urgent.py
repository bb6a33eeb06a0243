"""An acknowledgement goes before a message: the one has three seconds, the other has time."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.discord import client, urgent
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.small import SmallHouse, adapter, shown
from tests.adapters.discord.whole import QuickAdapter, until_known


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


@pytest.fixture
def house() -> SmallHouse:
    """Where the adapter stands."""
    return SmallHouse()


@pytest.fixture
async def on(peer: Peer, house: SmallHouse, tmp_path: Path) -> AsyncIterator[QuickAdapter]:
    """A connected adapter, whose commands are known."""
    async with adapter(peer, house, tmp_path) as made:
        await until_known(peer)
        yield made


async def test_messages_wait_for_those_who_wait_for_an_answer(
    peer: Peer,
    on: QuickAdapter,
    house: SmallHouse,
    ari: Person,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(urgent, "GIVES_WAY", 60.0)
    monkeypatch.setattr(urgent, "PRESSES", 60.0)
    monkeypatch.setattr(client, "FAST", 60.0)
    house.open.clear()
    slash = asyncio.create_task(ari.slash("pause"))
    await house.knocked.wait()
    sending = asyncio.create_task(on.send(shown("one.1.0", ari)))
    await peer.quiet()  # what could be sent by now is sent
    assert await peer.requests("POST") == []
    house.open.set()
    assert (await slash).how == "message"
    await sending
    first, *others = [each["path"] for each in await peer.requests("POST")]
    assert first.endswith("/callback")
    assert [each for each in others if each.endswith("/messages")]


@pytest.mark.parametrize("bound", ["GIVES_WAY", "PRESSES"])
async def test_nobody_holds_messages_up_for_long(
    on: QuickAdapter, house: SmallHouse, ari: Person, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    for name in ("GIVES_WAY", "PRESSES"):
        monkeypatch.setattr(urgent, name, 0.1 if name == bound else 60.0)
    house.open.clear()
    slash = asyncio.create_task(ari.slash("pause"))
    await house.knocked.wait()
    await on.send(shown("one.1.0", ari, "Hello"))
    assert "handrail: Hello" in await ari.reads()
    house.open.set()
    await slash
