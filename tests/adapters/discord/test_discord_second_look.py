"""What a second pair of eyes found in private chats: words, doors, and who is told what."""

from pathlib import Path

import pytest

from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.whole import heard, running, welcome


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
        assert "Use /share to begin" in await heard(ari, "You are all set.")
        await ari.say("share Bo")
        assert "Use /share and pick the person" in await heard(ari, "That name was not found.")
        await ari.say("back")
        await heard(ari, "Use /share to begin, with a person or with nobody for a code.")
        assert not [each for each in await ari.sees() if "share and a name" in each.text]
