"""What the talks with faults have in common: who talks, and how it ought to look."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, suppress
from datetime import timedelta

import pytest
import pytest_asyncio

from adapters.matrix import tidying
from tests.adapters.matrix.faults.scene import Scene, begun
from tests.adapters.matrix.faults.telling import Told
from tests.adapters.matrix.homeserver import Homeserver

AT_THE_END = 20.0  # seconds for everybody to switch off
Meet = Callable[[], Awaitable[Scene]]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Where the counts are said."""
    return Told(capsys)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def meet(
    process: Homeserver, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Meet]:
    """Two people who have met the bot; others, when a talk of theirs broke off."""
    here = AsyncExitStack()
    scenes: list[Scene] = []

    async def meet() -> Scene:
        process.start()
        if not scenes or not scenes[-1].sound:
            folder = tmp_path_factory.mktemp("bot")
            scenes.append(await here.enter_async_context(begun(process, folder)))
        return scenes[-1]

    yield meet
    with suppress(TimeoutError):  # whoever waits for a server that has ended is not waited for
        async with asyncio.timeout(AT_THE_END):
            await here.aclose()


@pytest_asyncio.fixture(loop_scope="session")
async def scene(meet: Meet) -> AsyncIterator[Scene]:
    """The two, their homeserver and the folder of the bot, which is not running."""
    scene = await meet()
    scene.sound = False
    yield scene
    scene.front.mend()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits the half minute after which a busy homeserver is asked to take back again."""
    monkeypatch.setattr(tidying, "PATIENT", timedelta(seconds=0.2))
