"""What a second pair of eyes found in private chats: words, doors, and who is told what."""

from pathlib import Path

import pytest

from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.whole import heard, running, tap, welcome

LINES = "findahelpline.com"


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


async def test_a_typed_name_finds_nobody_and_the_words_point_to_what_does(
    peer: Peer, ari: Person, tmp_path: Path
) -> None:
    """Else an invite would go to nobody, and its proposer would wait for seven days."""
    await peer.person("bo")
    async with running(peer, tmp_path):
        await welcome(ari)
        await tap(ari, "With someone", "Something small and hard", "Small share", "By name")
        await heard(ari, "Use /share and pick the person.")
        await ari.say("share Bo")
        assert "Use /share and pick the person" in await heard(ari, "That name was not found.")
        assert not [each for each in await ari.sees() if "and their name" in each.text]


async def test_help_comes_beneath_the_command_where_the_private_chat_is_closed(
    peer: Peer, ari: Person, tmp_path: Path
) -> None:
    """They may be in danger, and the very first time must do. Nobody else sees any of it."""
    bo = await peer.person("bo")
    await bo.closes_dms()
    async with running(peer, tmp_path):
        for _ in range(2):
            assert (await bo.slash("help", "#general")).how == "message"
            await heard(bo, LINES, "#general")
            await heard(bo, "These always work", "#general")
            assert all(each.ephemeral for each in await bo.sees("#general"))
            await bo.reloads()
        assert await ari.sees("#general") == []
        await bo.slash("start", "#general")
        await peer.quiet(200)
        seen = await bo.sees("#general")
        assert not [each for each in seen if each.buttons]  # exercises stay in the private chat


async def test_help_comes_to_the_private_chat_alone_where_that_is_open(
    peer: Peer, ari: Person, tmp_path: Path
) -> None:
    async with running(peer, tmp_path):
        ack = await ari.slash("help", "#general")
        await heard(ari, LINES)
        await heard(ari, "These always work")
        assert ack.message
        assert [each.text for each in await ari.sees("#general")] == [ack.message.text]


async def test_hiding_takes_back_what_was_said_beneath_a_command(
    peer: Peer, ari: Person, tmp_path: Path
) -> None:
    await ari.closes_dms()
    async with running(peer, tmp_path):
        await ari.slash("help", "#general")
        await heard(ari, "These always work", "#general")
        await ari.slash("hide", "#general")
        await heard(ari, "I took back my own messages", "#general")
        texts = "\n".join([each.text for each in await ari.sees("#general")])
    assert LINES not in texts
    assert "These always work" not in texts


async def test_a_picture_or_a_voice_message_is_not_met_with_silence(
    peer: Peer, ari: Person, tmp_path: Path
) -> None:
    """It arrives without words; nobody is to wait for an answer that never comes."""
    async with running(peer, tmp_path):
        await ari.say("hello")
        await heard(ari, "I am a program")
        await ari.say("")
        await heard(ari, "That was empty.")
