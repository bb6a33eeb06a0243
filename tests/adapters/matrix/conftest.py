"""The homeserver, one process for all tests of a worker; people come and go in each."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from typing import Protocol

import pytest

from tests.adapters.matrix.front import Front
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.people import Somebody


class Arrive(Protocol):
    """`await arrive("Ari")`: see `Somebody.arrives`."""

    async def __call__(self, name: str, *, url: str = "", careful: bool = False) -> Somebody:
        """Somebody new."""
        ...


@pytest.fixture(scope="session")
def process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    """A homeserver whose limits are lifted."""
    server = Homeserver(tmp_path_factory.mktemp("homeserver"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def limited_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    """Another, with the limits that Synapse has when nobody sets them."""
    server = Homeserver(tmp_path_factory.mktemp("limited"), limits="default")
    yield server
    server.stop()


@pytest.fixture
def homeserver(process: Homeserver) -> Homeserver:
    """It runs when a test begins, whatever the one before did to it."""
    process.start()
    return process


@pytest.fixture
def limited(limited_process: Homeserver) -> Homeserver:
    """Likewise."""
    limited_process.start()
    return limited_process


@pytest.fixture
async def front(homeserver: Homeserver) -> AsyncIterator[Front]:
    """A proxy before it, for clients that are given its address."""
    async with Front(homeserver.url) as front:
        yield front


@pytest.fixture
async def arrive(homeserver: Homeserver) -> AsyncIterator[Arrive]:
    """Somebody new, each time it is called. They switch everything off when the test ends."""
    async with AsyncExitStack() as here:

        async def arrive(name: str, *, url: str = "", careful: bool = False) -> Somebody:
            person = await Somebody.arrives(homeserver, name, url=url, careful=careful)
            return await here.enter_async_context(person)

        yield arrive
