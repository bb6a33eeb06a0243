"""Whatever befalls the way to the homeserver: nobody sees a difference, and nothing comes twice."""

import pytest

from tests.adapters.matrix.faults import inside
from tests.adapters.matrix.faults.inside import Inside
from tests.adapters.matrix.faults.scene import Scene
from tests.adapters.matrix.faults.telling import Told, held_against, ought

SEED = 1


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("impatient")
@pytest.mark.asyncio(loop_scope="session")
async def test_whatever_befalls_the_wire_everybody_sees_the_same(scene: Scene, told: Told) -> None:
    await ought(scene, "relay")
    async with scene.inside() as bot:
        stage = Inside(scene, bot, inside.OF_REQUESTS, seed=SEED)
        await held_against(scene, "relay", stage, told, "requests fail")
    told.counts(f"  {stage.struck.total()} times: {stage.told()}")
    assert set(stage.struck) == set(inside.OF_REQUESTS)
