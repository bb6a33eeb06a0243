"""Somebody has everything of theirs deleted: whoever shared a room with them loses nothing."""

from pathlib import Path

from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.small import Listening, account, met, standing

PLACE = "room:onetwothree"


async def test_after_a_room_the_other_one_s_chat_goes_on_as_before(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    house = Listening()
    async with standing(homeserver, house, tmp_path) as on:
        ari, bo = await arrive("Ari"), await arrive("Bo")
        await met(ari, on, house)
        await met(bo, on, house, "hi")
        shared = {"place": PLACE, "people": (ari, bo)}
        await on.send("opens", ari, "", kind="open", **shared)
        for who in (ari, bo):
            await on.until_in(who, await who.accepts())
        await on.send("card", ari, "For both of you.", **shared)
        await on.send("closes", ari, "", kind="close", **shared)
        await on.adapter.forget(account(ari))
        await ari.until_there(on.user, membership="leave")
        await bo.say("delete")
        await house.until(lambda: "delete" in house.words)
        await on.send("asks", bo, "What is to be deleted?")
        seen = await bo.reads(until="to be deleted")
        assert seen[-2:] == ["Bo: delete", "Handrail: What is to be deleted?"]
        assert "Bo: hi" in seen
