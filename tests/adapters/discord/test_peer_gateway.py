"""The gateway as it behaves on bad days: drops, resumes, invalid sessions, refusals."""

import asyncio
from collections.abc import AsyncIterator

import discord
import pytest

from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.probe import INTENTS, Probe, awake, until
from tests.adapters.discord.peer.process import Gateway, Peer

AGAIN: list[Gateway] = ["reconnect", "close", "invalidate"]


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


@pytest.fixture
async def bot(peer: Peer) -> AsyncIterator[Probe]:
    """A bot that is awake."""
    async with awake(Probe(), peer) as bot:
        yield bot


async def test_after_a_drop_what_was_missed_is_replayed_in_order(
    peer: Peer, bot: Probe, ari: Person
) -> None:
    await peer.gateway("hold")
    await ari.say("one")
    await ari.say("two")
    await peer.gateway("drop")
    await ari.say("three")
    assert bot.heard == []
    await peer.gateway("release")
    await until(lambda: "resumed" in bot.happened)
    await until(lambda: len(bot.heard) == 3)
    assert bot.heard == ["one", "two", "three"]
    assert bot.happened == ["ready", "resumed"]
    state = await peer.state()
    assert (state["identified"], state["resumed"]) == (1, 1)


async def test_a_click_while_nobody_listens_is_never_given_later(
    peer: Peer, bot: Probe, ari: Person
) -> None:
    (general,) = bot.guilds[0].text_channels
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Go", custom_id="go"))
    await general.send("Ready?", view=view)
    clicks: list[discord.Interaction] = []

    @bot.event
    async def on_interaction(interaction: discord.Interaction) -> None:
        clicks.append(interaction)

    await peer.gateway("hold")
    await peer.gateway("drop")
    ack = await ari.click("Go", "#general")
    assert (ack.delivered, ack.how) == (0, "nothing")
    await peer.gateway("release")
    await until(lambda: "resumed" in bot.happened)
    await ari.say("still there?")
    await until(lambda: bot.heard == ["still there?"])
    assert clicks == []


@pytest.mark.parametrize("how", AGAIN)
async def test_the_gateway_may_ask_for_a_new_connection(
    peer: Peer, bot: Probe, ari: Person, how: Gateway
) -> None:
    """Op 7, close code 4000, and op 9 with true: each is followed by a resume."""
    await peer.gateway(how, code=4000, resumable=True)
    await until(lambda: "resumed" in bot.happened)
    await ari.say("hello")
    await until(lambda: bot.heard == ["hello"])


async def test_an_invalid_session_begins_anew_and_what_was_said_is_lost(
    peer: Peer, bot: Probe, ari: Person
) -> None:
    await peer.gateway("hold")
    await ari.say("lost")
    await peer.gateway("invalidate", resumable=False)
    await peer.gateway("release")
    await until(lambda: bot.happened.count("ready") == 2)
    await ari.say("heard")
    await until(lambda: "heard" in bot.heard)
    assert bot.heard == ["heard"]
    history = (await bot.create_dm(discord.Object(ari.id))).history()
    assert [each.content async for each in history] == ["heard", "lost"]


async def test_the_first_connection_may_be_refused(peer: Peer) -> None:
    """With discord.py 2.7.1 that ends a `Client`: what runs it must build a new one."""
    await peer.gateway("refuse", times=1)
    bot = Probe()
    with pytest.raises(AttributeError):
        async with awake(bot, peer):
            assert not bot.happened
    async with awake(Probe(), peer) as second:
        assert second.happened == ["ready"]


async def test_a_wrong_token_and_unearned_intents_are_refused(peer: Peer) -> None:
    wrong = Probe()
    with pytest.raises(discord.LoginFailure):
        await wrong.login("wrong")
    await wrong.close()
    greedy = Probe(discord.Intents(message_content=True))
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with awake(greedy, peer):
            assert not greedy.happened


async def test_a_malformed_event_ends_the_client(peer: Peer) -> None:
    bot = Probe()

    async def live() -> None:
        async with awake(bot, peer):
            await peer.gateway("malformed")
            await until(lambda: bot.ended)

    with pytest.raises(KeyError):
        await live()
    assert bot.happened == ["ready"]


async def test_a_session_gets_only_what_it_asked_for(peer: Peer, ari: Person) -> None:
    private_only = Probe(discord.Intents(guilds=True, dm_messages=True))
    async with awake(private_only, peer) as bot:
        await ari.say(f"<@{peer.bot}> in public", "#general")
        await ari.say("in private")
        await until(lambda: bool(bot.heard))
        assert bot.heard == ["in private"]
        assert [member.name for member in bot.guilds[0].members] == ["handrail"]


async def test_a_sharded_client_gets_its_address_from_discord(peer: Peer, ari: Person) -> None:
    heard: list[str] = []
    bot = discord.AutoShardedClient(intents=INTENTS, guild_ready_timeout=0.1)

    @bot.event
    async def on_message(message: discord.Message) -> None:
        heard.append(message.content)

    running = asyncio.create_task(bot.start(peer.address.token))
    try:
        assert await peer.connected()
        await ari.say("hello")
        await until(lambda: heard == ["hello"])
        assert len(await peer.requests("GET", "/gateway/bot")) == 1
    finally:
        await bot.close()
        await running
