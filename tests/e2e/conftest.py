"""The real thing for whole-path tests: a process, a browser."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser

from tests.adapters.local.browser import chromium
from tests.e2e.trial import Trial


@pytest.fixture
def trial(tmp_path: Path) -> Iterator[Trial]:
    """A running `handrail try`; ended at the end, whatever happened."""
    trial = Trial(tmp_path)
    trial.start()
    yield trial
    trial.kill()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A real Chromium. Skips where there is none, and says so."""
    async with chromium() as browser:
        yield browser
