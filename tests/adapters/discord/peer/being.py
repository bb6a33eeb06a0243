"""Coming and going: servers are founded, people and the bot join and leave."""

from tests.adapters.discord.peer import payloads, permissions, posting
from tests.adapters.discord.peer.system import Discord
from tests.adapters.discord.peer.world import TEXT, Channel, Guild, Member, Role

BOT_ROLE = ("view_channel", "send_messages", "create_private_threads", "send_messages_in_threads")


def found(discord: Discord, name: str, *, with_bot: bool) -> Guild:
    """A server with one channel, "general", that everybody can see."""
    world = discord.world
    guild = Guild(world.flakes.next(), name, world.app.owner)
    usual = permissions.bits(*permissions.USUAL)
    guild.roles[guild.id] = Role(guild.id, "@everyone", usual)
    world.guilds[guild.id] = guild
    join(discord, guild, world.app.owner)
    add_channel(discord, guild, "general")
    if with_bot:
        join(discord, guild, world.app.user)
    return guild


def add_channel(discord: Discord, guild: Guild, name: str) -> Channel:
    """A text channel that everybody can see."""
    channel = Channel(discord.world.flakes.next(), TEXT, name, guild.id)
    discord.world.channels[channel.id] = channel
    posting.tell_of_channel(discord, "CHANNEL_CREATE", channel)
    return channel


def join(discord: Discord, guild: Guild, who: int) -> None:
    """Somebody becomes a member; the bot comes with a role of its own."""
    guild.members[who] = Member(discord.clock.iso())
    if who != discord.world.app.user:
        seat = payloads.member(discord.world, guild, who)
        discord.gateway.emit("GUILD_MEMBER_ADD", seat | {"guild_id": str(guild.id)})
        return
    role = Role(discord.world.flakes.next(), "handrail", permissions.bits(*BOT_ROLE), managed=True)
    guild.roles[role.id] = role
    guild.members[who].roles.append(role.id)
    whole = payloads.guild_create(discord.world, guild, all_members=False)
    discord.gateway.emit("GUILD_CREATE", whole)


def leave(discord: Discord, guild: Guild, who: int) -> None:
    """Somebody goes or is thrown out, and with that out of every thread there."""
    guild.members.pop(who, None)
    for channel in discord.world.channels.values():
        if channel.guild == guild.id:
            channel.members.pop(who, None)
    if who == discord.world.app.user:
        discord.gateway.emit("GUILD_DELETE", {"id": str(guild.id)})
    else:
        gone = {"guild_id": str(guild.id), "user": payloads.user(discord.world.users[who])}
        discord.gateway.emit("GUILD_MEMBER_REMOVE", gone)
    discord.world.bell.ring()
