"""Faults of the API: what was committed stays committed, and a nonce keeps it from doubling."""

import asyncio
import time
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest

from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.probe import Probe, awake
from tests.adapters.discord.peer.process import Peer

SEND = "POST /channels/{channel_id}/messages"


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


@pytest.fixture
async def chat(peer: Peer, ari: Person) -> AsyncIterator[discord.DMChannel]:
    """The private chat of a bot that is awake with ari."""
    async with awake(Probe(), peer) as bot:
        yield await bot.create_dm(discord.Object(ari.id))


async def test_the_same_nonce_is_the_same_message(
    peer: Peer, chat: discord.DMChannel, ari: Person
) -> None:
    first = await chat.send("Once", nonce="session.1.0")
    second = await chat.send("Once", nonce="session.1.0")
    assert first.id == second.id
    assert await ari.reads() == ["handrail: Once"]
    await peer.advance(5 * 60 + 1)
    await chat.send("Twice", nonce="session.1.0")
    assert await ari.reads() == ["handrail: Once", "handrail: Twice"]


async def test_an_error_after_the_message_was_taken_does_not_double_it(
    peer: Peer, chat: discord.DMChannel, ari: Person
) -> None:
    """discord.py tries again after a 500 by itself, with the same nonce."""
    await peer.fault("commit-then-error", "messages$", "POST")
    await chat.send("Once", nonce="session.1.0")
    assert await ari.reads() == ["handrail: Once"]
    tries = await peer.requests("POST", "/messages")
    assert [each["status"] for each in tries] == [500, 200]
    assert {each["body"]["nonce"] for each in tries} == {"session.1.0"}


async def test_a_cut_line_after_the_message_was_taken_does_not_double_it(
    peer: Peer, chat: discord.DMChannel, ari: Person
) -> None:
    """discord.py raises at once; who sends it again must use the same nonce."""
    await peer.fault("commit-then-drop", "messages$", "POST")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await chat.send("Once", nonce="session.1.0")
    assert await ari.reads() == ["handrail: Once"]
    await chat.send("Once", nonce="session.1.0")
    assert await ari.reads() == ["handrail: Once"]


async def test_a_cut_line_before_anything_was_taken_leaves_nothing(
    peer: Peer, chat: discord.DMChannel, ari: Person
) -> None:
    await peer.fault("drop", "messages$", "POST")
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await chat.send("Never")
    assert await ari.reads() == []


async def test_a_followup_has_no_nonce_and_doubles(peer: Peer, ari: Person) -> None:
    bot = Probe()

    @bot.tree.command(name="start", description="Begin")
    async def start(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Begun")
        await peer.fault("commit-then-error", "/webhooks/", "POST")
        await interaction.followup.send("Twice")

    async with awake(bot, peer):
        await bot.tree.sync()
        await ari.slash("start")
        assert await ari.reads(at_least=3) == [
            "handrail: Begun",
            "handrail: Twice",
            "handrail: Twice",
        ]


async def test_503_is_not_tried_again(peer: Peer, chat: discord.DMChannel) -> None:
    await peer.fault("error", status=503)
    with pytest.raises(discord.DiscordServerError) as no:
        await chat.send("Hello")
    assert no.value.status == 503


async def test_an_error_can_have_a_code_and_come_later(peer: Peer, chat: discord.DMChannel) -> None:
    await peer.fault("error", "messages", code=160006, status=400, skip=1)
    await chat.send("Goes well")
    with pytest.raises(discord.HTTPException) as no:
        await chat.send("Does not")
    assert no.value.code == 160006


@pytest.mark.parametrize("everywhere", [False, True])
async def test_a_429_is_waited_for(
    peer: Peer, chat: discord.DMChannel, ari: Person, *, everywhere: bool
) -> None:
    await peer.fault("rate-limit", "messages$", retry_after=0.2, everywhere=everywhere)
    began = time.monotonic()
    await chat.send("Late")
    assert time.monotonic() - began >= 0.2
    assert await ari.reads() == ["handrail: Late"]
    assert [each["status"] for each in await peer.requests("POST", "/messages")] == [429, 200]


async def test_a_bucket_is_told_in_headers_so_that_no_429_comes(
    peer: Peer, chat: discord.DMChannel, ari: Person
) -> None:
    await peer.limit(SEND, 3, 0.3)
    await asyncio.gather(*(chat.send(str(number)) for number in range(7)))
    assert len(await ari.reads()) == 7
    assert {each["status"] for each in await peer.requests("POST", "/messages")} == {200}


async def test_the_limit_of_all_routes_together_is_a_global_429(
    peer: Peer, chat: discord.DMChannel, ari: Person
) -> None:
    await peer.limit("global", 2, 0.2)
    await asyncio.gather(*(chat.send(str(number)) for number in range(3)))
    assert len(await ari.reads()) == 3
    assert 429 in [each["status"] for each in await peer.requests("POST", "/messages")]


async def test_a_slow_answer_is_only_slow(peer: Peer, chat: discord.DMChannel, ari: Person) -> None:
    await peer.fault("delay", ms=150)
    began = time.monotonic()
    await chat.send("Slow")
    assert time.monotonic() - began >= 0.15
    assert await ari.reads() == ["handrail: Slow"]
    assert (await peer.state())["faults"] == 0
