"""A circle of three on Matrix: the cards in one encrypted room, every question in its own chat."""

from pathlib import Path

from tests.adapters.discord.faults.talk import SMALL
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.whole import answer, heard, pick, running, welcome, written

TOLD = "Everyone was asked but me."


async def test_a_circle_of_three_in_an_encrypted_room(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    async with running(homeserver, tmp_path) as bot:
        ari, bo, cleo = await arrive("Ari"), await arrive("Bo"), await arrive("Cleo")
        for who in (ari, bo, cleo):
            await welcome(who, bot.user)
        await ari.say(f"circle {bo.user} {cleo.user}")
        await answer(ari, "None of these", "Live, in one sitting", "A shared place")
        await answer(bo, "Yes", "None of these")
        assert not ari.device.invitations  # it opens when all have said yes
        await answer(cleo, "Yes", "None of these")
        room = await ari.accepts()
        assert await bo.accepts() == await cleo.accepts() == room
        for who, space in ((ari, "4"), (bo, "3"), (cleo, "4")):
            await answer(who, space)
        await answer(ari, "I would like a turn")
        for who in (bo, cleo):
            await answer(who, "Pass for now")
        await answer(ari, "Take the turn", "Sore")
        await pick(ari, "sad", "left out")
        await written(ari, "What happened?", TOLD)
        await answer(ari, "Skip", SMALL, "Just listen", "An answer from all", "Send")
        for who in (bo, cleo):
            await heard(who, TOLD, room)
        await written(bo, "say back what you heard", "So you were left out.")
        await answer(bo, "Skip", "Send")
        for who in (ari, cleo):
            await heard(who, "So you were left out.", room)
        assert all(each.encrypted for each in await cleo.sees(room))
        assert [each.text for each in await cleo.sees() if TOLD in each.text] == []
    assert homeserver.holds(TOLD, "left out", "Just listen") == {}
