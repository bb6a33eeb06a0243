"""Channels and private chats: look, make, change, delete."""

from tests.adapters.discord.peer import payloads, permissions, posting, threads
from tests.adapters.discord.peer.plain import flake
from tests.adapters.discord.peer.refusals import Refused, length
from tests.adapters.discord.peer.rest.call import Answer, Call, Route
from tests.adapters.discord.peer.world import DM, TEXT, Channel

NAME = 100


def read(call: Call) -> Answer:
    """GET: one channel of any kind."""
    return Answer(payloads.channel(call.world, call.channel()))


def open_dm(call: Call) -> Answer:
    """POST: the private chat with somebody. It never says whether they take messages."""
    person = call.world.users.get(flake(call.body.get("recipient_id")))
    if person is None or person.bot:
        raise Refused(50033)
    return Answer(payloads.channel(call.world, call.world.dm_with(person)))


def change(call: Call) -> Answer:
    """PATCH: a thread's state, or a channel's name and topic."""
    channel = call.channel()
    if channel.kind == DM:
        raise Refused(50003)
    if channel.is_thread:
        threads.change(call.discord, channel, call.body, call.bot)
    else:
        _change_text(call, channel)
    return Answer(payloads.channel(call.world, channel))


def _change_text(call: Call, channel: Channel) -> None:
    call.channel("manage_channels")
    channel.name = call.body.get("name") or channel.name
    channel.topic = call.body.get("topic", channel.topic)
    posting.tell_of_channel(call.discord, "CHANNEL_UPDATE", channel)


def delete(call: Call) -> Answer:
    """DELETE: a thread needs MANAGE_THREADS, a channel MANAGE_CHANNELS."""
    channel = call.channel()
    if channel.kind == DM:
        raise Refused(50003)
    call.channel("manage_threads" if channel.is_thread else "manage_channels")
    whole = payloads.channel(call.world, channel)
    threads.delete(call.discord, channel)
    return Answer(whole)


def make(call: Call) -> Answer:
    """POST: a text channel of a server."""
    guild = call.guild()
    if not permissions.in_guild(guild, call.bot) & permissions.BITS["manage_channels"]:
        raise Refused(50013)
    if not 1 <= len(call.body.get("name") or "") <= NAME:
        raise length("name", 1, NAME)
    channel = Channel(
        call.world.flakes.next(), TEXT, call.body["name"], guild.id, topic=call.body.get("topic")
    )
    for each in call.body.get("permission_overwrites") or []:
        channel.overwrites[flake(each["id"])] = (int(each["allow"]), int(each["deny"]))
    call.world.channels[channel.id] = channel
    posting.tell_of_channel(call.discord, "CHANNEL_CREATE", channel)
    return Answer(payloads.channel(call.world, channel), 201)


def of_guild(call: Call) -> Answer:
    """GET: the channels of a server, without threads."""
    guild = call.guild()
    here = [each for each in call.world.channels.values() if each.guild == guild.id]
    return Answer([payloads.channel(call.world, each) for each in here if not each.is_thread])


ROUTES: list[Route] = [
    ("POST", "/users/@me/channels", open_dm),
    ("GET", "/channels/{channel_id}", read),
    ("PATCH", "/channels/{channel_id}", change),
    ("DELETE", "/channels/{channel_id}", delete),
    ("POST", "/guilds/{guild_id}/channels", make),
    ("GET", "/guilds/{guild_id}/channels", of_guild),
]
