"""The whole bot on a real homeserver, in this process and in one of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.served import Served
from tests.adapters.matrix.whole import answer, asked, meet, running, welcome


@pytest.fixture
async def served(homeserver: Homeserver, tmp_path: Path) -> AsyncIterator[Served]:
    """It is not running yet, and is ended at the end."""
    served = await Served.prepare(homeserver, tmp_path)
    yield served
    await served.kill()


async def test_the_welcome_by_number_and_by_word(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    ari = await arrive("Ari")
    async with running(homeserver, tmp_path) as bot:
        await welcome(ari, bot.user)
    assert not homeserver.holds("Berlin", "3:00-3:01", "You are all set")


async def test_a_bot_that_was_stopped_goes_on_with_the_next_one_in_its_folder(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    ari = await arrive("Ari")
    async with running(homeserver, tmp_path) as first:
        await meet(ari, first.user)
        await ari.say("hello")
        await asked(ari, "Start")
    async with running(homeserver, tmp_path) as second:
        assert second.user == first.user
        assert await ari.devices_of(second.user) == [second.line.device_id]
        await answer(ari, "Start")
        await asked(ari, "I understand")


async def test_what_is_said_while_the_process_is_dead_is_answered_afterwards(
    served: Served, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    await served.start()
    await meet(ari, served.user)
    await ari.say("hello")
    await asked(ari, "Start")
    await served.kill()
    await answer(ari, "Start")
    await served.start()
    await answer(ari, "I understand")
    await asked(ari, "I am 18 or older")
    assert await served.stop() == 0
    assert "event=bug" not in served.said()
    assert "Traceback" not in served.said()
