"""Messages of a channel: send, read, edit, delete."""

from tests.adapters.discord.peer import intents, payloads, permissions, posting
from tests.adapters.discord.peer.plain import Json, flake
from tests.adapters.discord.peer.refusals import Refused, invalid
from tests.adapters.discord.peer.rest.call import NOTHING, Answer, Call, Route
from tests.adapters.discord.peer.rules import messages
from tests.adapters.discord.peer.world import DM, Channel, Message

REMEMBERED = 5 * 60 * 1000  # ms for which a nonce is known; Discord says "a few minutes"
PAGE = 100


def send(call: Call) -> Answer:
    """POST: a new message, or the one that has this nonce already."""
    channel = call.channel()
    _may_send(call, channel)
    messages.check(call.body, len(call.uploads))
    before = _already(call)
    if before is None:
        _knows(call, channel)
        before = posting.built(call.discord, channel, call.body, call.uploads)
        posting.create(call.discord, before)
        _remember(call, before)
    return Answer(payloads.message(call.world, before))


def _may_send(call: Call, channel: Channel) -> None:
    if channel.kind == DM:
        return _may_write_to(call, channel)
    needed = "send_messages_in_threads" if channel.is_thread else "send_messages"
    if not permissions.may(call.world, call.bot, channel, needed):
        raise Refused(50013)
    if channel.locked and not permissions.may(call.world, call.bot, channel, "manage_threads"):
        raise Refused(160005)
    return None


def _may_write_to(call: Call, channel: Channel) -> None:
    """A private chat can always be made; whether a message gets through shows here."""
    person = next(call.world.users[who] for who in channel.recipients if who != call.bot)
    if person.blocked or not person.dms_open:
        raise Refused(50007)
    if not person.installed and not call.world.share_a_guild(person.id, call.bot):
        raise Refused(50278)


def _knows(call: Call, channel: Channel) -> None:
    """A reply must be to something that is there."""
    asked = call.body.get("message_reference") or {}
    missing = flake(asked.get("message_id")) not in channel.messages
    if asked and missing and asked.get("fail_if_not_exists", True):
        raise invalid("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message")


def _already(call: Call) -> Message | None:
    """The message that was sent with this nonce in the last minutes."""
    nonce = call.body.get("nonce")
    if nonce is None or not call.body.get("enforce_nonce"):
        return None
    at, place, number = call.world.nonces.get(str(nonce), (0.0, 0, 0))
    if call.discord.clock.now() - at > REMEMBERED:
        return None
    channel = call.world.channels.get(place)
    return channel.messages.get(number) if channel else None


def _remember(call: Call, message: Message) -> None:
    if message.nonce is not None:
        now = call.discord.clock.now()
        call.world.nonces[str(message.nonce)] = (now, message.channel, message.id)


def history(call: Call) -> Answer:
    """GET: up to `limit` messages, newest first. With `after`: those nearest to it."""
    channel = call.channel()
    if not permissions.may(call.world, call.bot, channel, "read_message_history"):
        return Answer([])
    limit = int(call.query.get("limit", "50"))
    if not 1 <= limit <= PAGE:
        raise invalid("limit", "NUMBER_TYPE_MAX", f"int value should be between 1 and {PAGE}.")
    shown = [message for message in channel.messages.values() if not message.ephemeral_for]
    page = _page(sorted(shown, key=lambda message: message.id), call.query, limit)
    return Answer([_read(call, channel, message) for message in reversed(page)])


def _page(shown: list[Message], query: dict[str, str], limit: int) -> list[Message]:
    if "after" in query:
        return [each for each in shown if each.id > flake(query["after"])][:limit]
    if "before" in query:
        return [each for each in shown if each.id < flake(query["before"])][-limit:]
    if "around" in query:
        middle = flake(query["around"])
        older = [each for each in shown if each.id < middle][-(limit // 2) :]
        return older + [each for each in shown if each.id >= middle][: limit - len(older)]
    return shown[-limit:]


def _read(call: Call, channel: Channel, message: Message) -> Json:
    """The message as it may be read: reading needs the content intent as hearing does."""
    whole = payloads.message(call.world, message)
    if channel.kind == DM or call.world.app.privileged & intents.CONTENT:
        return whole
    return intents.scrubbed(whole, call.bot)


def read(call: Call) -> Answer:
    """GET: one message."""
    channel = call.channel("read_message_history")
    return Answer(_read(call, channel, call.message(channel)))


def edit(call: Call) -> Answer:
    """PATCH: only one's own, and not in the archive."""
    channel = call.channel()
    message = call.message(channel)
    if message.author != call.bot:
        raise Refused(50005)
    if channel.archived:
        raise Refused(50083)
    messages.check_edit(message, call.body, len(call.uploads))
    posting.edit(call.discord, message, call.body, call.uploads)
    return Answer(payloads.message(call.world, message))


def delete(call: Call) -> Answer:
    """DELETE: one's own, or anybody's with MANAGE_MESSAGES."""
    channel = call.channel()
    message = call.message(channel)
    if message.author != call.bot:
        if channel.kind == DM:
            raise Refused(50003)
        if not permissions.may(call.world, call.bot, channel, "manage_messages"):
            raise Refused(50013)
    posting.delete(call.discord, message)
    return NOTHING


def typing(call: Call) -> Answer:
    """POST: "is typing..."."""
    call.channel()
    return NOTHING


ROUTES: list[Route] = [
    ("POST", "/channels/{channel_id}/messages", send),
    ("GET", "/channels/{channel_id}/messages", history),
    ("GET", "/channels/{channel_id}/messages/{message_id}", read),
    ("PATCH", "/channels/{channel_id}/messages/{message_id}", edit),
    ("DELETE", "/channels/{channel_id}/messages/{message_id}", delete),
    ("POST", "/channels/{channel_id}/typing", typing),
]
