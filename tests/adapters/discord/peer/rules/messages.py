"""What a message may hold: rules of Discord's that its OpenAPI document does not say."""

from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.refusals import Refused, invalid, too_long
from tests.adapters.discord.peer.rules import components
from tests.adapters.discord.peer.world import LOADING, V2, Message

TEXT = 2000  # characters of `content`; the document allows 4000, which is for paying people
EMBEDS = 6000  # characters of all embeds together
NONCE = 25
SENDABLE = 1 << 2 | 1 << 6 | 1 << 12 | 1 << 13 | V2  # flags that a bot may set


def check(body: Json, files: int = 0) -> None:
    """Raises `Refused` when Discord would not take this as a new message."""
    card = bool((body.get("flags") or 0) & V2)
    _parts(body, card=card)
    _not_empty({"components": body.get("components")} if card else body, files * (not card))


def check_edit(message: Message, body: Json, files: int = 0) -> None:
    """Raises `Refused` when Discord would not let the message become this.

    What is not mentioned stays as it is, so an old text must be taken out of what becomes a card.
    """
    becomes = bool((body.get("flags") or 0) & V2) and not message.is_card
    old: Json = {"content": message.content, "embeds": message.embeds} if becomes else {}
    _parts(old | body, card=message.is_card or becomes)
    if message.flags & LOADING and not becomes:
        _not_empty(body, files)


def _parts(body: Json, *, card: bool) -> None:
    _texts(body)
    components.check(body.get("components") or [], card=card)
    if card:
        _only_components(body)


def _texts(body: Json) -> None:
    if len(body.get("content") or "") > TEXT:
        raise too_long("content", TEXT)
    if len(str(body.get("nonce") or "")) > NONCE:
        raise too_long("nonce", NONCE)
    embeds = body.get("embeds") or []
    if sum(map(_embed_length, embeds)) > EMBEDS:
        raise invalid(
            "embeds", "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000"
        )


def _embed_length(embed: Json) -> int:
    fields = embed.get("fields") or []
    texts = [embed.get("title"), embed.get("description")]
    texts += [(embed.get("footer") or {}).get("text"), (embed.get("author") or {}).get("name")]
    texts += [field.get(key) for field in fields for key in ("name", "value")]
    return sum(len(text or "") for text in texts)


def _only_components(body: Json) -> None:
    for other in ("content", "embeds", "poll", "sticker_ids"):
        if body.get(other):
            raise invalid(
                other,
                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                f"The '{other}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
            )
    if not body.get("components", True):
        raise Refused(50006)


def _not_empty(body: Json, files: int) -> None:
    parts = ("content", "embeds", "components", "sticker_ids", "poll", "attachments")
    if not files and not any(body.get(part) for part in parts):
        raise Refused(50006)
