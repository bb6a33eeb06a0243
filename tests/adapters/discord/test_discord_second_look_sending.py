"""A second look at what the adapter hands over: hiding, what is refused, and what is kept."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import TryLater
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.small import SmallHouse, adapter, shown
from tests.adapters.discord.whole import QuickAdapter

PLACE = "room:abcdef123456"


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


@pytest.fixture
async def bo(peer: Peer) -> Person:
    """Somebody else."""
    return await peer.person("bo")


@pytest.fixture
async def on(peer: Peer, tmp_path: Path) -> AsyncIterator[QuickAdapter]:
    """A connected adapter."""
    async with adapter(peer, SmallHouse(), tmp_path) as made:
        yield made


async def test_hiding_goes_on_where_a_message_is_gone_already(
    peer: Peer, on: QuickAdapter, ari: Person
) -> None:
    """A lost answer makes discord.py delete twice; the rest must go all the same."""
    for number in range(4):
        await on.send(shown(f"one.{number}.0", ari))
    await peer.fault("commit-then-error", "messages/", "DELETE", status=500)
    await on.send(shown("two.1.0", ari, "", kind="hide"))
    assert await ari.reads() == []


async def test_what_discord_will_not_draw_comes_as_plain_words(
    peer: Peer, on: QuickAdapter, ari: Person
) -> None:
    """Else everything behind it would wait for ever, help lines too. Typing is an answer."""
    await peer.fault("error", "messages$", "POST", code=50035, status=400)
    question = shown("one.1.0", ari, "Ready?", kind="question", choices=("yes", "no"))
    await on.send(question)
    await on.send(question)
    assert await ari.reads() == ["handrail: Ready?\n\n• Yes\n• No"]


async def test_what_was_found_after_a_long_time_can_be_edited(
    peer: Peer, on: QuickAdapter, ari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its buttons go with its answer, so that scrolling back shows no choice (safety D3.8)."""
    question = shown("one.1.0", ari, "Ready? ", kind="question", choices=("yes",))
    await peer.fault("commit-then-drop", "messages$", "POST")
    with pytest.raises(TryLater):
        await on.send(question)
    await peer.advance(10 * 60)  # Discord has forgotten the nonce
    monkeypatch.setattr("adapters.discord.outbound.REMEMBERED", timedelta(0))
    await on.send(question)
    await on.send(shown("one.2.0", ari, "Saved", kind="edit", target="one.1.0"))
    assert [(each.text, each.labels) for each in await ari.sees()] == [("Saved", [])]


async def test_the_file_alone_names_nobody(
    peer: Peer, ari: Person, bo: Person, tmp_path: Path
) -> None:
    async with adapter(peer, SmallHouse(), tmp_path) as on:
        await on.send(shown("one.1.1", ari, "A card", kind="card", place=PLACE, people=(ari, bo)))
        assert await bo.reads() == ["handrail: A card"]
    kept = b"".join(each.read_bytes() for each in (tmp_path / "data").iterdir())
    assert str(bo.id).encode() not in kept
