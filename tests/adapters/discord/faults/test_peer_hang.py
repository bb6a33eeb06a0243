"""What the fault runs ask of the local Discord beyond what others do."""

import asyncio

import aiohttp
import discord
import pytest

from tests.adapters.discord.peer.faults import Kind
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.probe import Probe, awake, until
from tests.adapters.discord.peer.process import Peer


@pytest.mark.parametrize(("kind", "done"), [("hang", []), ("commit-then-hang", ["handrail: 1"])])
async def test_a_request_hangs_until_all_faults_are_lifted(
    peer: Peer, ari: Person, kind: Kind, done: list[str]
) -> None:
    async with awake(Probe(), peer) as bot:
        await ari.say("hello")
        chat = await (await bot.fetch_user(ari.id)).create_dm()
        assert not await peer.hanging(0.02)
        await peer.fault(kind, "/messages$", "POST")
        sending = asyncio.create_task(chat.send("1"))
        assert await peer.hanging()
        assert not sending.done()
        assert await ari.reads() == ["ari: hello", *done]
        await peer.mend()
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await sending
        assert not await peer.hanging(0.02)


async def test_a_bot_that_was_thrown_out_has_no_access_any_more(peer: Peer, ari: Person) -> None:
    made = await peer.server("add-channel", name="other")
    async with awake(Probe(), peer) as bot:
        chat = await (await bot.fetch_user(ari.id)).create_dm()
        channel = bot.get_partial_messageable(int(made["id"]))
        await channel.send("Before")
        await peer.server("kick", who="handrail")
        for place, code in ((channel, 50001), (chat, 50278)):
            with pytest.raises(discord.HTTPException) as no:
                await place.send("After")
            assert no.value.code == code
        await ari.say("unheard", str(made["id"]))
        await peer.server("invite-bot")
        await ari.say("heard", str(made["id"]))
        await channel.send("Again")
        await until(lambda: bool(bot.heard))
        assert bot.heard == [""], "one message, and without the intent for its words"
