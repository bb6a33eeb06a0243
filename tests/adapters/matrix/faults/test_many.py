"""Many messages while the bot is down: all of them are taken, in order, each once."""

import pytest

from tests.adapters.matrix.faults import planted, same
from tests.adapters.matrix.faults.scene import Scene
from tests.adapters.matrix.faults.telling import Told

MANY = 230  # a sync gives 100, and what lies behind it comes in pages of 100: two of them
WITNESS = f"{planted.__name__}:{planted.witness.__name__}"


@pytest.mark.timeout(300)
@pytest.mark.asyncio(loop_scope="session")
async def test_more_messages_than_a_sync_and_a_page_hold_are_taken_in_order_and_once(
    scene: Scene, told: Told
) -> None:
    ari = scene.people["ari"]
    helped = same.helped(ari)
    sent = [await ari.say(f"message {number}") for number in range(MANY - 1)]
    sent.append(await ari.say("help"))
    async with scene.apart() as served:
        served.plant = WITNESS
        await served.start()
        await ari.until(lambda: same.helped(ari) > helped, "an answer to the last", seconds=60)
        said = served.said()
    lines = [line for line in said.splitlines() if line.startswith(f"{planted.TAKEN} matrix:")]
    taken = [line.removeprefix(f"{planted.TAKEN} matrix:") for line in lines]
    lost, twice = set(sent) - set(taken), len(taken) - len(set(taken))
    moved = sum(one != two for one, two in zip(taken, sent, strict=False))
    told.counts(f"{MANY} while it was down: {len(lost)} lost, {twice} twice, {moved} out of order")
    assert taken == sent
    assert "message 1" not in said
    scene.sound = True
