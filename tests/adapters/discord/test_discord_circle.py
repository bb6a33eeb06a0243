"""A circle of three on Discord: the cards in one private thread, every question in its own chat."""

from pathlib import Path

from tests.adapters.discord.faults.talk import SMALL
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.test_discord_places import quiet_channel
from tests.adapters.discord.whole import heard, pick, running, tap, welcome, written

TOLD = "Everyone was asked but me."


async def test_a_circle_of_three_in_a_thread(peer: Peer, tmp_path: Path) -> None:
    ari, bo, cleo = [await peer.person(name) for name in ("ari", "bo", "cleo")]
    channel = await quiet_channel(peer, ari.name, bo.name, cleo.name)
    async with running(peer, tmp_path, channel=channel):
        for who in (ari, bo, cleo):
            await welcome(who)
        await ari.slash("circle", person="bo", person2="cleo")
        await tap(ari, "None of these", "Live, in one sitting", "A shared place")
        await tap(bo, "Yes", "None of these")
        assert await peer.threads() == []  # it opens when all have said yes
        await tap(cleo, "Yes", "None of these", "4")
        (thread,) = await peer.threads()
        assert thread["members"] == ["handrail", "ari", "bo", "cleo"]
        await tap(bo, "3")
        await tap(ari, "4", "I would like a turn")
        for who in (bo, cleo):
            await tap(who, "Pass for now")
        await tap(ari, "Take the turn", "Sore")
        await pick(ari, "sad", "left out")
        await written(ari, "What happened?", TOLD, by_form=True)
        await tap(ari, "Skip", SMALL, "Just listen", "An answer from all", "Send")
        for who in (bo, cleo):
            await heard(who, TOLD, thread["name"])
        await written(bo, "say back what you heard", "So you were left out.", by_form=True)
        await tap(bo, "Skip", "Send")
        for who in (ari, cleo):
            await heard(who, "So you were left out.", thread["name"])
        assert not [each for each in await cleo.sees() if TOLD in each.text]
