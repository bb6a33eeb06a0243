"""Where things are said on Matrix: own chats, private rooms, and pauses in both."""

import asyncio
from datetime import timedelta
from pathlib import Path

from tests.adapters.discord.faults.talk import SMALL
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.device import PATIENCE
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.people import Somebody
from tests.adapters.matrix.whole import (
    PROPOSE,
    Running,
    answer,
    heard,
    pick,
    running,
    welcome,
    written,
)

TOLD = "Everyone was asked but me."


async def two(arrive: Arrive, bot: Running) -> tuple[Somebody, Somebody]:
    """Ari and Bo, both through the welcome, and Ari's proposal of a shared place."""
    ari, bo = await arrive("Ari"), await arrive("Bo")
    await welcome(ari, bot.user)
    await welcome(bo, bot.user)
    await ari.say(f"share {bo.user}")
    await answer(ari, *PROPOSE, "A shared place")
    return ari, bo


async def test_a_small_share_in_an_encrypted_room(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    """The cards go to the room; every question goes to its own chat."""
    async with running(homeserver, tmp_path) as bot:
        ari, bo = await two(arrive, bot)
        assert "This room is encrypted." in await heard(bo, "Ari would like")
        assert not ari.device.invitations  # it opens when both have said yes
        await answer(bo, "Yes", "None of these")
        room = await ari.accepts()
        assert await bo.accepts() == room
        await heard(ari, "This is the shared place", room)
        await answer(bo, "4", "Calm")
        await answer(ari, "Calm", "Sore")
        await pick(ari, "sad", "left out")
        await written(ari, "What happened?", TOLD)
        await answer(ari, "Skip", SMALL, "Just listen", "Good", "Send")
        await heard(bo, TOLD, room)
        assert not [each for each in await bo.sees() if TOLD in each.text]
        await written(bo, "Say back what you heard", "So you were left out.")
        await answer(bo, "Skip", "Send")
        await heard(ari, "So you were left out.", room)
        assert all(each.encrypted for each in await ari.sees(room))
        await bo.say("!stop", room)
        await heard(bo, "You are out of this one.")
        bot.app.clock.advance(timedelta(days=20))
        await heard(ari, "closes now", room)
        await ari.until_there(ari.user, room, "leave")
        async with asyncio.timeout(PATIENCE):
            while bot.line.knows(room):  # noqa: ASYNC110 - nobody is told when it has left
                await asyncio.sleep(0.02)
    name = ari.timeline(room).state["m.room.name"]["name"]
    assert name.startswith("Handrail ")
    assert homeserver.holds(TOLD, "left out", "Just listen") == {}


async def test_an_open_pause_is_told_in_the_room_and_a_private_one_nowhere(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    """E7 inside of E2: typed in the room it is for everybody, in one's own chat for nobody."""
    async with running(homeserver, tmp_path) as bot:
        ari, bo = await two(arrive, bot)
        await answer(bo, "Yes", "None of these")
        room = await ari.accepts()
        assert await bo.accepts() == room
        await heard(ari, "This is the shared place", room)
        await answer(bo, "4")
        before = len(await ari.sees(room))
        await bo.say("break")
        await answer(bo, "Just quiet", "5 minutes", "Ready to go on")
        await heard(bo, "welcome back")
        assert len(await ari.sees(room)) == before
        await ari.say("pause", room)
        await answer(ari, "Just quiet", "20 minutes")
        await heard(bo, "Pausing. Back at", room)
        await answer(ari, "Ready to go on")
        await heard(bo, "Ready when you are.")
        await bo.say("ready")
        await answer(bo, "Calm")
        await answer(ari, "Calm", "Sore")
