"""What the fault runs have in common: two people, no long waits, and how it ought to look."""

import discord.backoff
import pytest

from adapters.discord import keeping
from tests.adapters.discord.faults import same
from tests.adapters.discord.faults.telling import Ought, Told, undisturbed
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer

KNOWN: dict[str, same.Sight] = {}  # an undisturbed talk is always the same: one of each is enough


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


@pytest.fixture
async def bo(peer: Peer) -> Person:
    """Somebody else."""
    return await peer.person("bo")


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture) -> Told:
    """Where the counts are said."""
    return Told(capsys, caplog)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits the seconds that are due between two connections."""
    monkeypatch.setattr(discord.backoff.ExponentialBackoff, "delay", lambda _: 0.05)
    monkeypatch.setattr(keeping, "FIRST", 0.05)
    monkeypatch.setattr(keeping, "STEADY", 0.0)


@pytest.fixture
def ought(tmp_path_factory: pytest.TempPathFactory, peer: Peer) -> Ought:
    """What they see of an undisturbed talk there. Empties the Discord, so it must come first."""

    async def ought(place: str) -> same.Sight:
        if place not in KNOWN:
            KNOWN[place] = await undisturbed(peer, place, tmp_path_factory.mktemp("calm"))
            await peer.begin()
        return KNOWN[place]

    return ought
