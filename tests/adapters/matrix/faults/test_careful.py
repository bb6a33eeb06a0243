"""An app that speaks only to devices their owner vouches for, with the whole bot."""

from pathlib import Path

import pytest

from adapters.matrix import signing
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.whole import answer, heard, meet, running


async def test_a_careful_person_is_heard_and_can_read_everything(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    cara = await arrive("Cara", careful=True)
    await cara.vouches_for_their_device()
    async with running(homeserver, tmp_path) as bot:
        await meet(cara, bot.user)
        await cara.say("hello")
        await answer(cara, "Start", "I understand")
        await heard(cara, "I am 18 or older")
    assert cara.device.withheld == 0
    assert not [each for each in await cara.sees() if each.unreadable]


async def test_a_bot_that_does_not_vouch_for_its_device_would_be_found_out(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unsigned(*_: object) -> None:
        """Nobody vouches for anything."""

    monkeypatch.setattr(signing, "sign", unsigned)
    cara = await arrive("Cara", careful=True)
    async with running(homeserver, tmp_path) as bot:
        await meet(cara, bot.user)
        await cara.say("hello")
        assert cara.device.withheld == 1
