"""The local Discord, one process for all tests of a worker, empty at the beginning of each."""

from collections.abc import AsyncIterator, Iterator

import aiohttp
import pytest

from tests.adapters.discord.peer.process import Address, Peer, listening


@pytest.fixture(scope="session")
def address() -> Iterator[Address]:
    """Where it listens."""
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
