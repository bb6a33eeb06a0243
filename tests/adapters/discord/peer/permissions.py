"""Who may do what where: Discord's permission bits and the order in which they are overlaid."""

from tests.adapters.discord.peer.world import DM, Channel, Guild, World

BITS = {
    "administrator": 1 << 3,
    "manage_channels": 1 << 4,
    "view_channel": 1 << 10,
    "send_messages": 1 << 11,
    "manage_messages": 1 << 13,
    "embed_links": 1 << 14,
    "attach_files": 1 << 15,
    "read_message_history": 1 << 16,
    "mention_everyone": 1 << 17,
    "use_external_emojis": 1 << 18,
    "manage_roles": 1 << 28,
    "use_application_commands": 1 << 31,
    "manage_threads": 1 << 34,
    "create_public_threads": 1 << 35,
    "create_private_threads": 1 << 36,
    "send_messages_in_threads": 1 << 38,
}
ALL = (1 << 53) - 1
USUAL = (  # what @everyone may do on a new server
    "view_channel",
    "send_messages",
    "embed_links",
    "attach_files",
    "read_message_history",
    "use_application_commands",
    "create_public_threads",
    "create_private_threads",
    "send_messages_in_threads",
)


def bits(*names: str) -> int:
    """These permissions as one number. Raises `KeyError` for a name that is not listed."""
    return sum(BITS[name] for name in set(names))


def of(world: World, user: int, channel: Channel) -> int:
    """What `user` may do in `channel`, as bits; 0 where they are not even a member."""
    if channel.kind == DM:
        return bits(*USUAL) if user in channel.recipients else 0
    guild = world.guilds[channel.guild]
    if user not in guild.members:
        return 0
    base = in_guild(guild, user)
    if base & BITS["administrator"]:
        return ALL
    parent = world.channels.get(channel.parent, channel)
    return _overlaid(base, guild, user, parent)


def of_app(world: World, channel: Channel) -> int:
    """What an interaction says that the app may do where it comes from."""
    if channel.kind != DM:
        return of(world, world.app.user, channel)
    own = {"use_external_emojis"} if world.app.user in channel.recipients else set[str]()
    return bits("attach_files", "embed_links", "mention_everyone", *own)


def in_guild(guild: Guild, user: int) -> int:
    """What the roles of `user` give together, before any channel says otherwise."""
    if guild.owner == user:
        return ALL
    roles = (guild.id, *guild.members[user].roles)
    total = 0
    for role in roles:
        total |= guild.roles[role].permissions
    return ALL if total & BITS["administrator"] else total


def _overlaid(base: int, guild: Guild, user: int, channel: Channel) -> int:
    """First @everyone, then all roles together, then the member."""
    base = _apply(base, [channel.overwrites.get(guild.id, (0, 0))])
    roles = [channel.overwrites.get(role, (0, 0)) for role in guild.members[user].roles]
    base = _apply(base, roles)
    return _apply(base, [channel.overwrites.get(user, (0, 0))])


def _apply(base: int, overwrites: list[tuple[int, int]]) -> int:
    allow = deny = 0
    for allowed, denied in overwrites:
        allow |= allowed
        deny |= denied
    return base & ~deny | allow


def may(world: World, user: int, channel: Channel, *names: str) -> bool:
    """Whether `user` has all of these there, and can see the place at all."""
    wanted = bits("view_channel", *names)
    return of(world, user, channel) & wanted == wanted and _admitted(world, user, channel)


def _admitted(world: World, user: int, channel: Channel) -> bool:
    """A private thread is open to its members, and to everybody who may manage threads."""
    if not channel.is_private_thread or user in channel.members:
        return True
    return bool(of(world, user, channel) & BITS["manage_threads"])
