"""What one person has before their eyes."""

from tests.adapters.discord.peer import permissions
from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.rules.components import BUTTON, SELECTS, TEXT, every
from tests.adapters.discord.peer.system import Discord
from tests.adapters.discord.peer.world import DM, LOADING, Channel, Message, User

SHOWN = (0, 19, 20, 23)  # kinds of messages that somebody has written
PLACES = "dm, #channel, the name of a thread, or an id"


def place(discord: Discord, person: User, name: str) -> Channel | None:
    """The place that the person means, if they can see it. A thread may be called by its name.

    "dm" is None before the bot has opened it or the person has written.
    """
    if name == "dm":
        return discord.world.channels.get(person.dm)
    for channel in reversed(list(discord.world.channels.values())):
        if name_of(channel) == name or str(channel.id) == name:
            if channel.kind == DM and channel.id != person.dm:
                continue
            if permissions.may(discord.world, person.id, channel):
                return channel
    return None


def name_of(channel: Channel) -> str:
    """How people call it."""
    if channel.kind == DM:
        return "dm"
    return channel.name if channel.is_thread else f"#{channel.name}"


def places(discord: Discord, person: User) -> list[Channel]:
    """Everything that the person can open; a private chat only with something in it."""
    channels = discord.world.channels.values()
    seen = [each for each in channels if permissions.may(discord.world, person.id, each)]
    return [each for each in seen if each.kind != DM or each.messages]


def messages(discord: Discord, person: User, channel: Channel) -> list[Json]:
    """What they can read there, oldest first."""
    if not permissions.may(discord.world, person.id, channel, "read_message_history"):
        return []
    all_ = sorted(channel.messages.values(), key=lambda message: message.id)
    mine = [each for each in all_ if each.ephemeral_for in (0, person.id)]
    return [message(discord, each) for each in mine if each.type in SHOWN]


def message(discord: Discord, what: Message) -> Json:
    """A message as one sees it: words, buttons, lists."""
    parts = [part for _, part in every(what.components)]
    return {
        "id": str(what.id),
        "author": discord.world.users[what.author].name,
        "text": _text(what, parts),
        "card": what.is_card,
        "ephemeral": bool(what.ephemeral_for),
        "thinking": bool(what.flags & LOADING),
        "edited": what.edited is not None,
        "buttons": [button(part) for part in parts if part["type"] == BUTTON],
        "selects": [select(part) for part in parts if part["type"] in SELECTS],
        "files": [each["filename"] for each in what.attachments],
        "alts": [each.get("description") or "" for each in what.attachments],
        "embeds": what.embeds,
        "mentions": [discord.world.users[who].name for who in what.mentions],
        "reply_to": (what.reference or {}).get("message_id"),
        "components": what.components,
    }


def _text(what: Message, parts: list[Json]) -> str:
    texts = [what.content, *(part["content"] for part in parts if part["type"] == TEXT)]
    for embed in what.embeds:
        texts += [embed.get("title"), embed.get("description")]
        texts += [f"{field['name']}: {field['value']}" for field in embed.get("fields", [])]
    return "\n".join(text for text in texts if text)


def button(part: Json) -> Json:
    """A button, as one sees it."""
    return {
        "label": part.get("label") or (part.get("emoji") or {}).get("name") or "",
        "custom_id": part.get("custom_id"),
        "url": part.get("url"),
        "style": part["style"],
        "disabled": part.get("disabled", False),
    }


def select(part: Json) -> Json:
    """A list, as one sees it."""
    return {
        "kind": part["type"],
        "custom_id": part["custom_id"],
        "placeholder": part.get("placeholder"),
        "least": part["min_values"],
        "most": part["max_values"],
        "disabled": part.get("disabled", False),
        "options": part.get("options", []),
    }
