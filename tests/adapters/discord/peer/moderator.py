"""What those do who run a server, by the names of the verbs under /control/server/."""

from collections.abc import Callable

from tests.adapters.discord.peer import being, permissions, posting, threads, views
from tests.adapters.discord.peer.filling import Impossible
from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.system import Discord
from tests.adapters.discord.peer.world import DM, Channel, Guild


def found(discord: Discord, said: Json) -> Json:
    """A new server: `name`, and whether the `bot` is in it. It has a channel "#general"."""
    guild = being.found(discord, said["name"], with_bot=said["bot"])
    general = next(each for each in discord.world.channels.values() if each.guild == guild.id)
    return {"id": str(guild.id), "general": str(general.id)}


def add_channel(discord: Discord, said: Json) -> Json:
    """One more text channel."""
    return {"id": str(being.add_channel(discord, _guild(discord, said), said["name"]).id)}


def permit(discord: Discord, said: Json) -> Json:
    """Overlay permissions of a channel: `who` is "everyone" or a name."""
    channel = _channel(discord, said["place"])
    target = channel.guild
    if said["who"] != "everyone":
        target = discord.world.named(said["who"]).id
    allow, deny = (permissions.bits(*said.get(name, [])) for name in ("allow", "deny"))
    channel.overwrites[target] = (allow, deny)
    posting.tell_of_channel(discord, "CHANNEL_UPDATE", channel)
    return {}


def grant(discord: Discord, said: Json) -> Json:
    """Set what the bot's own role gives it: `permissions`, all of them named."""
    guild = _guild(discord, said)
    for number in guild.members[discord.world.app.user].roles:
        guild.roles[number].permissions = permissions.bits(*said["permissions"])
    return {}


def delete(discord: Discord, said: Json) -> Json:
    """Delete a thread or channel."""
    threads.delete(discord, _channel(discord, said["place"]))
    return {}


def change(discord: Discord, said: Json) -> Json:
    """Archive, unarchive, lock or rename a thread."""
    thread = _channel(discord, said["place"])
    wanted = {key: value for key, value in said.items() if key != "place"}
    threads.change(discord, thread, wanted, discord.world.app.owner)
    return {}


def erase(discord: Discord, said: Json) -> Json:
    """Delete anybody's message."""
    channel = _channel(discord, said["place"])
    posting.delete(discord, channel.messages[int(said["message"])])
    return {}


def kick(discord: Discord, said: Json) -> Json:
    """Throw somebody out; the bot is called by its name, too."""
    being.leave(discord, _guild(discord, said), discord.world.named(said["who"]).id)
    return {}


def invite_bot(discord: Discord, said: Json) -> Json:
    """The bot joins."""
    being.join(discord, _guild(discord, said), discord.world.app.user)
    return {}


def threads_of(discord: Discord, said: Json) -> Json:
    """Every thread of a server with its state and the names of those in it."""
    guild = _guild(discord, said)
    here = [each for each in discord.world.channels.values() if each.guild == guild.id]
    return {"threads": [_thread(discord, each) for each in here if each.is_thread]}


def _thread(discord: Discord, thread: Channel) -> Json:
    return {
        "id": str(thread.id),
        "name": thread.name,
        "private": thread.is_private_thread,
        "invitable": thread.invitable,
        "archived": thread.archived,
        "locked": thread.locked,
        "members": [discord.world.users[who].name for who in thread.members],
    }


def _guild(discord: Discord, said: Json) -> Guild:
    guild = discord.world.guilds.get(int(said["guild"]))
    if guild is None:
        raise Impossible("there is no such server")
    return guild


def _channel(discord: Discord, name: str) -> Channel:
    for channel in reversed(list(discord.world.channels.values())):
        if channel.kind != DM and name in (views.name_of(channel), str(channel.id)):
            return channel
    raise Impossible(f"there is no place called {name}")


VERBS: dict[str, Callable[[Discord, Json], Json]] = {
    "found": found,
    "add-channel": add_channel,
    "permit": permit,
    "grant": grant,
    "delete": delete,
    "change": change,
    "erase": erase,
    "kick": kick,
    "invite-bot": invite_bot,
    "threads": threads_of,
}
