"""A bench that starts and stops, and a browser where there is one."""

import uuid
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from playwright.async_api import Browser

from tests.adapters.local.browser import chromium
from tests.adapters.local.house import EchoHouse
from tests.adapters.local.visitor import Visitor


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[EchoHouse]:
    """A running bench with Ari and Bo."""
    house = EchoHouse(tmp_path / "data")
    await house.adapter.start()
    yield house
    await house.adapter.stop()


@pytest.fixture
async def visitor(house: EchoHouse) -> AsyncIterator[Visitor]:
    """Somebody with the address, speaking HTTP by hand."""
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as session:
        visitor = Visitor(session, house.adapter.url)
        await visitor.enter()
        yield visitor


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A real Chromium. Skips where there is none, and says so."""
    async with chromium() as browser:
        yield browser


@pytest.fixture
def key() -> str:
    """What the page makes for each act."""
    return str(uuid.uuid4())
