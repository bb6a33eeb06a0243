"""Where one may be and what one may read: threads, closed chats, leaving, old messages."""

from collections.abc import AsyncIterator, Awaitable

import discord
import pytest

from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.probe import Probe, awake, until
from tests.adapters.discord.peer.process import Impossible, Peer


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


@pytest.fixture
async def bo(peer: Peer) -> Person:
    """Somebody else."""
    return await peer.person("bo")


@pytest.fixture
async def bot(peer: Peer) -> AsyncIterator[Probe]:
    """A bot that is awake."""
    async with awake(Probe(), peer) as bot:
        yield bot


async def opened(bot: Probe, *people: Person) -> discord.Thread:
    """A private thread called "two" with these people."""
    (general,) = bot.guilds[0].text_channels
    thread = await general.create_thread(
        name="two", type=discord.ChannelType.private_thread, invitable=False
    )
    for person in people:
        await thread.add_user(discord.Object(person.id))
    return thread


async def code(of: Awaitable[object]) -> int:
    """The code with which Discord refuses this."""
    with pytest.raises(discord.HTTPException) as no:
        await of
    return no.value.code


async def test_a_private_thread_is_for_those_who_were_added(
    peer: Peer, bot: Probe, ari: Person, bo: Person
) -> None:
    cy = await peer.person("cy")
    thread = await opened(bot, ari, bo)
    await thread.send("Only the three of us")
    assert await ari.reads("two") == ["handrail: Only the three of us"]
    assert "two" in await bo.places()
    assert "two" not in await cy.places()
    assert await cy.reads("two") == []
    with pytest.raises(Impossible, match="sees no place"):
        await cy.say("hello?", "two")
    (shown,) = await peer.threads()
    assert shown["members"] == ["handrail", "ari", "bo"]
    assert (shown["private"], shown["invitable"]) == (True, False)


async def test_without_the_intent_words_in_a_thread_arrive_empty(
    peer: Peer, bot: Probe, ari: Person
) -> None:
    thread = await opened(bot, ari)
    said = await ari.say("between us", "two")
    await ari.say(f"<@{peer.bot}> are you there?", "two")
    await ari.say("and in private")
    await until(lambda: len(bot.heard) == 3)
    assert bot.heard == ["", f"<@{peer.bot}> are you there?", "and in private"]
    assert (await thread.fetch_message(int(said.id))).content == ""


async def test_with_the_intent_they_arrive_whole(peer: Peer, ari: Person) -> None:
    await peer.portal(privileged=1 << 15)
    intents = discord.Intents(guilds=True, guild_messages=True, message_content=True)
    async with awake(Probe(intents), peer) as bot:
        await ari.say("hello all", "#general")
        await until(lambda: bot.heard == ["hello all"])


async def test_an_archive_is_left_by_sending_and_a_lock_by_nobody(
    peer: Peer, bot: Probe, ari: Person
) -> None:
    thread = await opened(bot, ari)
    message = await thread.send("Question")
    await peer.server("change", place="two", archived=True)
    assert await code(message.edit(content="Changed")) == 50083
    assert await code(thread.add_user(discord.Object((await peer.person("cy")).id))) == 50083
    await thread.send("Awake again")
    assert not (await peer.threads())[0]["archived"]
    await peer.server("change", place="two", archived=True, locked=True)
    assert await code(thread.send("Anybody?")) == 160005
    assert await code(thread.edit(archived=False)) == 50013


async def test_a_thread_falls_asleep_when_nobody_writes(
    peer: Peer, bot: Probe, ari: Person
) -> None:
    thread = await opened(bot, ari)
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label="Go", custom_id="go"))
    await thread.send("Ready?", view=view)
    await peer.advance(25 * 3600)
    assert (await peer.threads())[0]["archived"]
    with pytest.raises(Impossible, match="archived"):
        await ari.click("Go", "two")
    await thread.edit(archived=False)
    await peer.advance(3600)
    assert not (await peer.threads())[0]["archived"]


async def test_a_deleted_thread_is_unknown(peer: Peer, bot: Probe, ari: Person) -> None:
    thread = await opened(bot, ari)
    await peer.server("delete", place="two")
    assert await code(thread.send("Hello?")) == 10003
    assert await ari.reads("two") == []


async def test_closed_and_blocked_chats_refuse_only_the_message(
    bot: Probe, ari: Person, bo: Person
) -> None:
    await ari.closes_dms()
    await bo.blocks_the_bot()
    chats = [await bot.create_dm(discord.Object(each.id)) for each in (ari, bo)]
    assert [await code(chat.send("Hello")) for chat in chats] == [50007, 50007]
    await ari.opens_dms()
    await chats[0].send("Hello again")
    assert await ari.reads() == ["handrail: Hello again"]
    assert "dm" not in await bo.places()


async def test_who_has_left_cannot_be_written_to(peer: Peer, bot: Probe, ari: Person) -> None:
    chat = await bot.create_dm(discord.Object(ari.id))
    thread = await opened(bot, ari)
    await ari.leaves()
    assert "two" not in await ari.places()
    assert await code(chat.send("Where are you?")) == 50278
    assert await code(bot.guilds[0].fetch_member(ari.id)) == 10007
    assert await code(thread.add_user(discord.Object(ari.id))) == 10007
    assert (await peer.threads())[0]["members"] == ["handrail"]


async def test_a_bot_that_was_thrown_out_may_nothing(peer: Peer, bot: Probe, ari: Person) -> None:
    thread = await opened(bot, ari)
    await peer.server("kick", who="handrail")
    await until(lambda: not bot.guilds)
    assert await code(thread.send("Hello?")) == 50001
    assert await code(bot.fetch_guild(peer.home)) == 50001
    await peer.server("invite-bot")
    await until(lambda: len(bot.guilds) == 1)


async def test_what_a_channel_forbids_is_forbidden(peer: Peer, bot: Probe, ari: Person) -> None:
    (general,) = bot.guilds[0].text_channels
    await peer.server("permit", place="#general", who="everyone", deny=["view_channel"])
    await until(lambda: not general.permissions_for(general.guild.default_role).view_channel)
    assert await ari.reads("#general") == []
    assert await code(general.send("Hello")) == 50001
    await peer.server(
        "permit", place="#general", who="handrail", allow=["view_channel"], deny=["send_messages"]
    )
    assert await code(general.send("Hello")) == 50013


async def test_230_missed_messages_come_back_in_order(peer: Peer, bot: Probe, ari: Person) -> None:
    first = await ari.say("0")
    for number in range(1, 231):
        await ari.say(str(number))
    chat = await bot.create_dm(discord.Object(ari.id))
    after = discord.Object(int(first.id))
    missed = [each async for each in chat.history(after=after, oldest_first=True, limit=None)]
    assert [each.content for each in missed] == [str(number) for number in range(1, 231)]
    pages = await peer.requests("GET", f"/channels/{chat.id}/messages")
    assert len(pages) == 3


async def test_what_was_written_while_nobody_was_there_is_in_the_history_alone(
    peer: Peer, ari: Person
) -> None:
    async with awake(Probe(), peer):
        await ari.say("before")
    await ari.say("meanwhile")
    async with awake(Probe(), peer) as bot:
        await ari.say("after")
        await until(lambda: bool(bot.heard))
        await peer.quiet()
        assert bot.heard == ["after"]
        chat = await bot.create_dm(discord.Object(ari.id))
        read = [each.content async for each in chat.history(oldest_first=True)]
        assert read == ["before", "meanwhile", "after"]
