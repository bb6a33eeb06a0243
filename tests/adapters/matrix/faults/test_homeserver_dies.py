"""The homeserver is killed in the middle, and once comes back without the bot's log-in."""

import pytest

from tests.adapters.matrix.faults.outages import Outages
from tests.adapters.matrix.faults.scene import Scene
from tests.adapters.matrix.faults.telling import Told, held_against, ought
from tests.adapters.matrix.front import Kind

AT: dict[str, tuple[Kind, bool]] = {
    "bo tap Yes": ("hold", False),
    "ari tap Send": ("commit-then-hold", True),
    "bo tap Thank them": ("commit-then-hold", False),
}


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("impatient")
@pytest.mark.asyncio(loop_scope="session")
async def test_a_homeserver_that_dies_and_one_that_forgets_the_log_in_change_nothing(
    scene: Scene, told: Told
) -> None:
    """With a password the bot logs in anew, on the same device."""
    await ought(scene, "room")
    async with scene.inside() as bot:
        device = bot.line.device_id
        logins = scene.front.count("login", status=200)
        stage = Outages(scene, bot, AT)
        await held_against(scene, "room", stage, told, "homeserver killed")
        assert bot.line.device_id == device
        assert scene.front.count("login", status=200) == logins + 1
    told.counts(f"  {stage.struck.total()} deaths: {stage.told()}")
