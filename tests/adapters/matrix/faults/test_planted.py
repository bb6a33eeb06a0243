"""The comparisons find what is broken on purpose."""

from pathlib import Path
from uuid import uuid4

import msgspec
import pytest

from adapters.matrix import outbound
from adapters.matrix.known import Rooms
from adapters.matrix.refusals import NotEncrypted
from tests.adapters.discord.faults.same import difference
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.faults import planted, same, searching
from tests.adapters.matrix.faults.inside import Inside
from tests.adapters.matrix.faults.scene import Scene
from tests.adapters.matrix.faults.telling import asks_for_help
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.lines import made, words
from tests.adapters.matrix.people import Somebody

SLOW_DISK, EARLY = (
    f"{planted.__name__}:{one.__name__}" for one in (planted.slow_disk, planted.early_checkpoint)
)


async def killed_while_taking(scene: Scene, plant: str) -> same.Sight:
    """What Ari sees when the process dies between hearing something and writing it down."""
    ari = scene.people["ari"]
    before = same.known([ari])
    async with scene.apart() as served:
        served.plant = plant
        await served.start()
        await ari.say("help")
        await served.until_said(planted.TAKING)
        await served.kill()
        served.plant = ""
        await served.start()
        unknown = _unknown(ari)
        await ari.say("!nonsense")  # comes after it, so that nothing more is to come for the first
        await ari.until(lambda: _unknown(ari) > unknown, "an answer to the second")
    return await same.still({"ari": ari}, before)


def _unknown(who: Somebody) -> int:
    """How often they were told that something is not known."""
    return sum("I do not know that one" in each.text for each in who.timeline().messages)


@pytest.mark.asyncio(loop_scope="session")
async def test_a_checkpoint_that_is_noted_too_early_loses_a_word(scene: Scene) -> None:
    right = await killed_while_taking(scene, SLOW_DISK)
    wrong = await killed_while_taking(scene, EARLY)
    assert any("These always work" in line for line in right["told to ari in dm"])
    assert not any("These always work" in line for line in wrong["told to ari in dm"])
    assert difference(wrong, right).lost
    scene.sound = True


async def dropped_while_sending(scene: Scene) -> same.Sight:
    """What Ari sees when the line is cut after a message was sent, and before that is known."""
    ari = scene.people["ari"]
    before = same.known([ari])
    async with scene.inside() as bot:
        scene.front.fault("commit-then-error", "send", status=502)
        await asks_for_help(ari)
        for _ in range(3):  # the message that was cut is tried again in one of these
            await Inside(scene, bot).nudge()
        assert not scene.front.left
        return await same.still({"ari": ari}, before)


@pytest.mark.asyncio(loop_scope="session")
async def test_a_transaction_id_that_is_not_the_key_doubles_a_message(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = await dropped_while_sending(scene)
    monkeypatch.setattr(outbound, "tx", lambda _key, _part=0: str(uuid4()))
    wrong = await dropped_while_sending(scene)
    found = difference(wrong, right)
    assert not found.lost
    assert [line for line in found.twice if line.startswith("told to")]
    scene.sound = True


async def test_without_the_refusal_a_bot_that_errs_about_a_room_speaks_in_plain(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It takes an encrypted room for one that is not."""
    ari, bot = await arrive("Ari"), await made(homeserver, tmp_path / "bot")
    refusing, bot.access = bot.access, msgspec.structs.replace(bot.access, plain=True)
    for access, plain in ((refusing, 0), (bot.access, 1)):
        bot.access = access
        async with bot.line() as line:
            room = await bot.meets(line, ari)
            with monkeypatch.context() as wrong:
                wrong.setattr(Rooms, "encrypted", lambda _self, _room: False)
                try:
                    await line.send(room, words("secret"), f"tx-{room}")
                except NotEncrypted:
                    assert not plain
        assert searching.in_plain(homeserver, line.user_id).total() == plain
