"""The process is killed after everything that anybody does: nobody sees a difference.

`handrail run`, as its own process, serves whole small shares. Two halves kill it at every second
act each, one in private chats and one with a room; together they kill it at all of them.
"""

import pytest

from tests.adapters.discord.faults.same import leaked
from tests.adapters.matrix.faults import talk
from tests.adapters.matrix.faults.killing import Killing
from tests.adapters.matrix.faults.scene import Scene
from tests.adapters.matrix.faults.telling import Told, held_against, ought

SEED = 1


@pytest.mark.timeout(400)
@pytest.mark.asyncio(loop_scope="session")
@pytest.mark.parametrize(("place", "half"), [("relay", 1), ("room", 0)])
async def test_killed_after_everything_that_anybody_does(
    scene: Scene, place: str, half: int, told: Told
) -> None:
    await ought(scene, place)
    async with scene.apart() as served:
        await served.start()
        stage = Killing(scene.front, served, half, SEED)
        try:
            await held_against(scene, place, stage, told, f"{half=}, killed")
        finally:
            told.counts(f"  {stage.killed.total()} kills: {stage.told()}")
        said = served.ever_said()
        assert said.count("event=started") == served.starts, "each of them served"
    assert leaked((*talk.WRITTEN, "Traceback", "event=bug"), said) == []
