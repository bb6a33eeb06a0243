"""A message comes, changes, goes: in the state, on the gateway, before people's eyes."""

import re
from dataclasses import dataclass

from tests.adapters.discord.peer import payloads, permissions
from tests.adapters.discord.peer.plain import Json, flake
from tests.adapters.discord.peer.rules import components
from tests.adapters.discord.peer.system import Discord
from tests.adapters.discord.peer.world import DM, LOADING, V2, Channel, Message

MENTION = re.compile(r"<@!?(\d+)>")
KEPT_FLAGS = 1 << 2 | 1 << 12 | V2  # what of the wanted flags stays on the message


@dataclass
class Upload:
    """A file that came with a request."""

    name: str
    kind: str
    content: bytes


def create(discord: Discord, message: Message) -> Message:
    """Put it where it belongs and tell everybody who may know."""
    channel = discord.world.channels[message.channel]
    channel.messages[message.id] = message
    if not message.ephemeral_for:
        channel.last_message = message.id
        _wake(discord, channel)
        tell(discord, "MESSAGE_CREATE", message)
    discord.world.bell.ring()
    return message


def _wake(discord: Discord, channel: Channel) -> None:
    """Sending a message brings a thread back from the archive."""
    if channel.archived:
        channel.archived = False
        channel.archived_at = discord.clock.iso()
        tell_of_channel(discord, "THREAD_UPDATE", channel)


def built(discord: Discord, channel: Channel, body: Json, uploads: list[Upload]) -> Message:
    """A message of the bot's, not posted yet."""
    message = Message(
        discord.world.flakes.next(),
        channel.id,
        discord.world.app.user,
        nonce=body.get("nonce"),
        reference=_reference(channel, body),
        type=19 if body.get("message_reference") else 0,
    )
    apply(discord, message, body, uploads)
    return message


def _reference(channel: Channel, body: Json) -> Json | None:
    asked = body.get("message_reference")
    if not asked:
        return None
    guild = {"guild_id": str(channel.guild)} if channel.guild else {}
    return {
        "type": 0,
        "channel_id": str(channel.id),
        "message_id": str(asked["message_id"]),
    } | guild


def apply(discord: Discord, message: Message, body: Json, uploads: list[Upload]) -> None:
    """What a body says becomes what the message holds; what it does not say stays."""
    if "content" in body:
        message.content = (body["content"] or "").strip()
        message.mentions = mentioned(discord, message.content, body.get("allowed_mentions"))
    if "embeds" in body:
        message.embeds = [{"type": "rich"} | embed for embed in body["embeds"] or []]
    if "components" in body:
        message.components = components.numbered(body["components"] or [])
    if "poll" in body:
        message.poll = body["poll"]
    message.flags |= (body.get("flags") or 0) & KEPT_FLAGS
    if "attachments" in body or uploads:
        message.attachments = _attached(discord, message, body, uploads)


def _attached(discord: Discord, message: Message, body: Json, uploads: list[Upload]) -> list[Json]:
    """The attachments that an edit keeps, and the new ones."""
    kept = {str(each["id"]) for each in body.get("attachments") or []}
    old = [each for each in message.attachments if each["id"] in kept]
    said = {str(each["id"]): each.get("description") for each in body.get("attachments") or []}
    return old + [
        _stored(discord, message, upload, said.get(str(number)))
        for number, upload in enumerate(uploads)
    ]


def _stored(discord: Discord, message: Message, upload: Upload, alt: str | None) -> Json:
    number = discord.world.flakes.next()
    path = f"/cdn/attachments/{message.channel}/{number}/{upload.name}"
    discord.world.files[path] = upload.content
    return {
        "id": str(number),
        "filename": upload.name,
        "size": len(upload.content),
        "content_type": upload.kind,
        "url": discord.base + path,
        "proxy_url": discord.base + path,
        **({"description": alt} if alt else {}),
    }


def mentioned(discord: Discord, text: str, allowed: Json | None = None) -> list[int]:
    """Who is mentioned in the text, of those whom `allowed` lets be; None lets everybody."""
    found = [flake(number) for number in MENTION.findall(text)]
    found = [who for who in dict.fromkeys(found) if who in discord.world.users]
    if allowed is None or "users" in allowed.get("parse", []):
        return found
    named = {str(each) for each in allowed.get("users", [])}
    return [who for who in found if str(who) in named]


def edit(discord: Discord, message: Message, body: Json, uploads: list[Upload]) -> Message:
    """Change it. The first followup of a deferred answer is such a change, too."""
    waited = bool(message.flags & LOADING)
    message.flags &= ~LOADING
    apply(discord, message, body, uploads)
    if not waited:
        message.edited = discord.clock.iso()
    if not message.ephemeral_for:
        tell(discord, "MESSAGE_UPDATE", message)
    discord.world.bell.ring()
    return message


def delete(discord: Discord, message: Message) -> None:
    """It is gone, for everybody."""
    channel = discord.world.channels[message.channel]
    del channel.messages[message.id]
    if not message.ephemeral_for:
        guild = {"guild_id": str(channel.guild)} if channel.guild else {}
        gone = {"id": str(message.id), "channel_id": str(channel.id)} | guild
        _to_bot(discord, "MESSAGE_DELETE", gone, channel)
    discord.world.bell.ring()


def tell(discord: Discord, event: str, message: Message) -> None:
    """The event about this message, with the author's seat where it is in a server."""
    channel = discord.world.channels[message.channel]
    data = payloads.message(discord.world, message)
    if channel.kind != DM:
        data["guild_id"] = str(channel.guild)
        guild = discord.world.guilds[channel.guild]
        if message.author in guild.members:
            seat = payloads.member(discord.world, guild, message.author)
            data["member"] = {key: value for key, value in seat.items() if key != "user"}
    _to_bot(discord, event, data, channel)


def tell_of_channel(discord: Discord, event: str, channel: Channel, **more: object) -> None:
    """The event about this thread, when the bot can see it, or about this channel, always."""
    data = payloads.channel(discord.world, channel) | more
    if channel.is_thread:
        _to_bot(discord, event, data, channel)
    elif discord.world.app.user in discord.world.guilds[channel.guild].members:
        discord.gateway.emit(event, data)


def _to_bot(discord: Discord, event: str, data: Json, channel: Channel) -> None:
    if permissions.may(discord.world, discord.world.app.user, channel):
        discord.gateway.emit(event, data)
