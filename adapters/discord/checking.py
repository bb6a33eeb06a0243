"""What the operator set up, looked at without serving anybody; and the link of invitation."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import discord

from adapters.discord import options, rooms
from adapters.discord.client import INTENTS
from adapters.discord.keeping import TokenRefused
from adapters.discord.options import Options
from adapters.discord.refusals import NETWORK, NO_ROOM
from bot.adapter import Remark
from bot.errors import BadConfig, ForOperator

PERMISSIONS = discord.Permissions(
    view_channel=True,
    create_private_threads=True,
    send_messages_in_threads=True,
    read_message_history=True,
)
SCOPES = ("bot", "applications.commands")
NAMES = {
    "read_messages": "View Channels",  # as discord.py lists it
    "create_private_threads": "Create Private Threads",
    "send_messages_in_threads": "Send Messages in Threads",
    "read_message_history": "Read Message History",
}


class NotReached(ForOperator):
    """Discord could not be reached. Look at this machine's connection, and try again."""


@asynccontextmanager
async def _logged_in(
    given: Mapping[str, object], environment: Mapping[str, str]
) -> AsyncIterator[tuple[discord.Client, Options]]:
    """A client that has a token and no connection. Raises a `ForOperator`."""
    wanted = options.read(given)
    token = options.token(wanted, environment)
    async with discord.Client(intents=INTENTS) as client:
        try:
            await client.login(token)
        except discord.LoginFailure as no:
            raise TokenRefused from no
        except (discord.HTTPException, *NETWORK) as no:
            raise NotReached from no
        yield client, wanted


async def invite_link(given: Mapping[str, object], environment: Mapping[str, str]) -> str:
    """The address at which somebody who runs a server lets the bot in."""
    async with _logged_in(given, environment) as (client, _):
        return discord.utils.oauth_url(
            client.application_id or 0, permissions=PERMISSIONS, scopes=SCOPES
        )


async def check(given: Mapping[str, object], environment: Mapping[str, str]) -> list[Remark]:
    """Token, intents, servers, and the channel for threads, each with what to mend."""
    try:
        async with _logged_in(given, environment) as (client, wanted):
            found = [Remark("Discord accepts the bot's token."), _intents(client)]
            found += await _servers(client)
            return [*found, *await _channel(client, wanted)]
    except (BadConfig, TokenRefused, NotReached) as no:
        said = str(no) or (type(no).__doc__ or "").partition("\n")[0]
        return [Remark(said, mend=True)]
    except (discord.HTTPException, *NETWORK):
        return [Remark("Discord did not answer all that was asked. Try again later.", mend=True)]


def _intents(client: discord.Client) -> Remark:
    """None is needed; one that is switched on lets the bot see more than it should."""
    flags = client.application_flags
    names = {
        "Message Content": flags.gateway_message_content or flags.gateway_message_content_limited,
        "Server Members": flags.gateway_guild_members or flags.gateway_guild_members_limited,
        "Presence": flags.gateway_presence or flags.gateway_presence_limited,
    }
    on = [name for name, is_on in names.items() if is_on]
    if not on:
        return Remark("No privileged intent is switched on, and none is needed.")
    told = f"Privileged intents are switched on and not needed: {', '.join(on)}."
    return Remark(f"{told} Switch them off in the developer portal, under Bot.", mend=True)


async def _servers(client: discord.Client) -> list[Remark]:
    count = (await client.application_info()).approximate_guild_count
    if count:
        return [Remark(f"The bot is in {count} server{'s' if count > 1 else ''}.")]
    return [Remark("The bot is in no server yet. To add it, run: handrail discord invite-link")]


async def _channel(client: discord.Client, wanted: Options) -> list[Remark]:
    """Whether a private thread can be opened there that not everybody can look into."""
    if not wanted.channel_id:
        told = "discord.channel names no channel: cards go between people's own chats,"
        return [Remark(f"{told} or into threads where /share is used in a fitting channel.")]
    try:
        channel = await client.fetch_channel(wanted.channel_id)
        guild = await client.fetch_guild(getattr(channel, "guild", discord.Object(0)).id)
        member = await guild.fetch_member(client.user.id if client.user else 0)
    except discord.HTTPException as no:
        if no.code not in NO_ROOM:
            raise
        return [Remark("discord.channel is not a channel that the bot can see.", mend=True)]
    return list(_judged(channel, guild, member))


def _judged(channel: object, guild: discord.Guild, member: discord.Member) -> list[Remark]:
    if not isinstance(channel, discord.TextChannel):
        return [Remark("discord.channel must be a text channel of a server.", mend=True)]
    channel.guild = guild  # the one that came with the channel knows no roles
    found = []
    if channel.permissions_for(guild.default_role).view_channel:
        told = "Everybody can look into discord.channel, so no thread is opened there."
        found.append(Remark(f"{told} Make it private to those who are to use it.", mend=True))
    has = channel.permissions_for(member)
    lacking = [NAMES[name] for name, wanted in rooms.NEEDED if wanted and not getattr(has, name)]
    if lacking:
        told = f"In discord.channel the bot lacks: {', '.join(lacking)}."
        found.append(Remark(f"{told} Grant it under the channel's permissions.", mend=True))
    return found or [Remark("Private threads can be opened in discord.channel.")]
