"""After a whole share, and when everything is deleted: no words where they must not be."""

import pytest

from tests.adapters.matrix.faults import searching
from tests.adapters.matrix.faults.scene import Scene
from tests.adapters.matrix.faults.telling import CANARIES, Told, ought
from tests.adapters.matrix.people import Somebody
from tests.adapters.matrix.whole import answer, heard

SEEN = CANARIES[:2]  # these were shown to people, so they were there to be leaked


async def deletes_all(who: Somebody, command: str) -> None:
    """Everything of theirs, until the bot says that it is gone."""
    await who.say(command)
    await answer(who, "All of it", "Delete all of it")
    await heard(who, "nothing of yours is kept here")


@pytest.mark.asyncio(loop_scope="session")
async def test_no_word_of_a_share_lies_on_the_homeserver_or_in_the_bot_s_files(
    scene: Scene, told: Told
) -> None:
    seen = await ought(scene, "room")
    assert all(any(word in line for lines in seen.values() for line in lines) for word in SEEN)
    async with scene.inside():
        ari, bo = scene.people["ari"], scene.people["bo"]
        await deletes_all(ari, "delete")
        await heard(bo, "one thing that you learned")  # so that a bare word would be his answer
        await deletes_all(bo, "!delete")
        sent = searching.sent(scene.homeserver, scene.account.user)
        assert searching.found(scene.homeserver, scene.folder, CANARIES) == []
    told.counts(f"searched for {len(CANARIES)} canaries; the bot sent {dict(sent)}")
    assert sent["m.room.encrypted"] > 0
    assert not searching.in_plain(scene.homeserver, scene.account.user)
