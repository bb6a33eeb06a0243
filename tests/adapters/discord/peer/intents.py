"""Which events a session has asked for, and what is blanked out of the messages it gets."""

from tests.adapters.discord.peer.plain import Json

GUILDS, MEMBERS, PRESENCES = 1 << 0, 1 << 1, 1 << 8
GUILD_MESSAGES, DIRECT_MESSAGES, CONTENT = 1 << 9, 1 << 12, 1 << 15
PRIVILEGED = MEMBERS | PRESENCES | CONTENT
KNOWN = (1 << 17) - 1 | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25

OF_GUILDS = (
    "GUILD_CREATE",
    "GUILD_UPDATE",
    "GUILD_DELETE",
    "CHANNEL_CREATE",
    "CHANNEL_UPDATE",
    "CHANNEL_DELETE",
    "THREAD_CREATE",
    "THREAD_UPDATE",
    "THREAD_DELETE",
    "THREAD_MEMBER_UPDATE",
)
OF_MEMBERS = ("GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE", "GUILD_MEMBER_REMOVE")
OF_MESSAGES = ("MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE")


def wanted(intents: int, event: str, data: Json, bot: int) -> bool:
    """Has the session asked for this? An interaction needs no asking."""
    if event in OF_MESSAGES:
        return bool(intents & (GUILD_MESSAGES if "guild_id" in data else DIRECT_MESSAGES))
    if event in OF_MEMBERS:
        return bool(intents & MEMBERS)
    if event == "THREAD_MEMBERS_UPDATE":
        return bool(intents & MEMBERS) or _concerns(data, bot)
    if event in OF_GUILDS:
        return bool(intents & GUILDS)
    return True


def _concerns(data: Json, bot: int) -> bool:
    """Without the members intent a bot hears only of itself being added or removed."""
    added = [member["user_id"] for member in data.get("added_members", [])]
    return str(bot) in [*added, *data.get("removed_member_ids", [])]


def scrubbed(message: Json, bot: int) -> Json:
    """The message as an app without the content intent gets it from a server.

    Its own messages and those that mention it come whole, and so does every private chat.
    """
    mentioned = str(bot) in [user["id"] for user in message.get("mentions", [])]
    own = message.get("author", {}).get("id") == str(bot)
    if own or mentioned or "author" not in message:
        return message
    bare = {key: value for key, value in message.items() if key != "poll"}
    return bare | {"content": "", "embeds": [], "attachments": [], "components": []}
