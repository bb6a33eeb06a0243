"""Every store there is, under the same tests."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest

from bot.store.opening import open_store
from bot.store.port import Store

Opening = Callable[[Path], Awaitable[Store]]
OPENINGS: dict[str, Opening] = {"sqlite": open_store}


class Place:
    """Where a store is kept: it can be closed and opened again."""

    def __init__(self, folder: Path, opening: Opening) -> None:
        self.folder = folder
        self._opening = opening
        self._open: Store | None = None

    async def open(self) -> Store:
        await self.close()
        self._open = await self._opening(self.folder)
        return self._open

    async def close(self) -> None:
        if self._open is not None:
            await self._open.close()
            self._open = None


@pytest.fixture(params=sorted(OPENINGS))
async def place(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Place]:
    kept = Place(tmp_path / "data", OPENINGS[request.param])
    yield kept
    await kept.close()


@pytest.fixture
async def store(place: Place) -> Store:
    return await place.open()
