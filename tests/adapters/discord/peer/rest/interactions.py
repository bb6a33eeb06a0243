"""The first answer to an interaction."""

from tests.adapters.discord.peer import payloads, posting
from tests.adapters.discord.peer.interactions import (
    CHOICES,
    MESSAGE,
    UPDATE,
    Interaction,
)
from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.refusals import Refused, invalid, length
from tests.adapters.discord.peer.rest.call import NOTHING, Answer, Call, Route
from tests.adapters.discord.peer.rules import commands, components, messages, modals
from tests.adapters.discord.peer.world import (
    AUTOCOMPLETE,
    EPHEMERAL,
    LOADING,
    Message,
)
from tests.adapters.discord.peer.world import MODAL as SUBMISSION

MOST_CHOICES = 25
PONG = 1


def answer(call: Call) -> Answer:
    """POST: acknowledge, in the way that `type` says."""
    interaction = call.discord.interactions.to_answer(
        call.id("interaction_id"), call.names["interaction_token"]
    )
    kind, body = call.body.get("type"), call.body.get("data") or {}
    message = _settled(call, interaction, kind, body)
    call.discord.interactions.settle(interaction, int(kind or 0), call.arrived)
    if not call.says("with_response"):
        return NOTHING
    return Answer(_response(call, interaction, int(kind or 0), message))


def _settled(call: Call, interaction: Interaction, kind: int | None, body: Json) -> Message | None:
    """Do what the answer says. Returns the message that it made or changed."""
    if (interaction.kind == AUTOCOMPLETE) != (kind == CHOICES):
        raise _wrong_type()
    match kind:
        case 4:
            messages.check(body, len(call.uploads))
            return _reply(call, interaction, body)
        case 5:
            return _reply(call, interaction, {"flags": body.get("flags")}, LOADING)
        case 6:
            interaction.original = _source(call, interaction).id
        case 7:
            return _update(call, interaction, body)
        case 8:
            _choose(interaction, body)
        case 9:
            _show_modal(call, interaction, body)
        case _:
            raise _wrong_type()
    return None


def _wrong_type() -> Refused:
    return invalid("type", "BASE_TYPE_CHOICES", "This interaction cannot be answered so.")


def _reply(call: Call, interaction: Interaction, body: Json, flags: int = 0) -> Message:
    message = reply(call, interaction, body, flags)
    interaction.original = message.id
    _close_modal(call, interaction)
    return message


def reply(call: Call, interaction: Interaction, body: Json, flags: int = 0) -> Message:
    """A message in answer to the interaction, ephemeral where it says so."""
    channel = call.world.channels[interaction.channel]
    message = posting.built(call.discord, channel, body, call.uploads)
    message.type = 20 if interaction.kind == 2 else message.type
    message.flags |= flags
    message.metadata = interaction.metadata
    if (body.get("flags") or 0) & EPHEMERAL:
        message.flags |= EPHEMERAL
        message.ephemeral_for = interaction.user
    return posting.create(call.discord, message)


def _source(call: Call, interaction: Interaction) -> Message:
    """The message whose component it was. Raises `Refused` when it was none."""
    channel = call.world.channels[interaction.channel]
    if not interaction.message:
        raise _wrong_type()
    if interaction.message not in channel.messages:
        raise Refused(10008)
    _close_modal(call, interaction)
    return channel.messages[interaction.message]


def _update(call: Call, interaction: Interaction, body: Json) -> Message:
    message = _source(call, interaction)
    messages.check_edit(message, body, len(call.uploads))
    interaction.original = message.id
    return posting.edit(call.discord, message, body, call.uploads)


def _choose(interaction: Interaction, body: Json) -> None:
    choices = body.get("choices") or []
    if len(choices) > MOST_CHOICES:
        raise length("data.choices", 0, MOST_CHOICES)
    for index, choice in enumerate(choices):
        commands.check_choice(choice, f"data.choices.{index}")
    interaction.body = {"choices": choices}


def _show_modal(call: Call, interaction: Interaction, body: Json) -> None:
    modals.refuse_nested(interaction.kind)
    modals.check(body)
    parts = components.numbered(body["components"])
    interaction.body = body | {"components": parts}
    call.discord.interactions.modals[interaction.user] = interaction


def _close_modal(call: Call, interaction: Interaction) -> None:
    """A modal that was handed in closes when the app has answered."""
    if interaction.kind == SUBMISSION:
        call.discord.interactions.modals.pop(interaction.user, None)


def _response(call: Call, interaction: Interaction, kind: int, message: Message | None) -> Json:
    """What `with_response` asks for."""
    about: Json = {"id": str(interaction.id), "type": interaction.kind}
    resource: Json = {"type": kind}
    if message is not None:
        about["response_message_id"] = str(message.id)
        about["response_message_loading"] = bool(message.flags & LOADING)
        about["response_message_ephemeral"] = bool(message.ephemeral_for)
        resource["message"] = payloads.message(call.world, message)
    shows = kind in (MESSAGE, UPDATE)  # by the document, no other kind has a resource
    return {"interaction": about, **({"resource": resource} if shows else {})}


ROUTES: list[Route] = [
    ("POST", "/interactions/{interaction_id}/{interaction_token}/callback", answer),
]
