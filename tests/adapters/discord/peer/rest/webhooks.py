"""An interaction's token as a webhook: followups, and the original answer."""

from tests.adapters.discord.peer import payloads, posting
from tests.adapters.discord.peer.interactions import FOLLOWUPS, Interaction
from tests.adapters.discord.peer.refusals import Refused
from tests.adapters.discord.peer.rest import interactions
from tests.adapters.discord.peer.rest.call import NOTHING, Answer, Call, Route
from tests.adapters.discord.peer.rules import messages
from tests.adapters.discord.peer.world import LOADING, Message


def _interaction(call: Call) -> Interaction:
    return call.discord.interactions.to_continue(call.id("webhook_id"), call.names["webhook_token"])


def _message(call: Call, interaction: Interaction) -> Message:
    """The message of the path; without one, the original answer."""
    number = call.id("message_id") if "message_id" in call.names else interaction.original
    found = call.world.channels[interaction.channel].messages.get(number)
    if found is None:
        raise Refused(10008)
    return found


def follow_up(call: Call) -> Answer:
    """POST: one more message; after a deferral the first one is the answer itself."""
    interaction = _interaction(call)
    messages.check(call.body, len(call.uploads))
    waiting = call.world.channels[interaction.channel].messages.get(interaction.original)
    if waiting is not None and waiting.flags & LOADING:
        message = posting.edit(call.discord, waiting, call.body, call.uploads)
    else:
        _count(interaction)
        message = interactions.reply(call, interaction, call.body)
    return Answer(payloads.message(call.world, message))


def _count(interaction: Interaction) -> None:
    """Where only the person has the app, five followups are all there are."""
    if interaction.by_user_install and interaction.followups >= FOLLOWUPS:
        raise Refused(40094)
    interaction.followups += 1


def read(call: Call) -> Answer:
    """GET: one of the answers."""
    return Answer(payloads.message(call.world, _message(call, _interaction(call))))


def edit(call: Call) -> Answer:
    """PATCH: one of the answers, the deferred one among them."""
    message = _message(call, _interaction(call))
    messages.check_edit(message, call.body, len(call.uploads))
    posting.edit(call.discord, message, call.body, call.uploads)
    return Answer(payloads.message(call.world, message))


def delete(call: Call) -> Answer:
    """DELETE: one of the answers."""
    posting.delete(call.discord, _message(call, _interaction(call)))
    return NOTHING


HOOK = "/webhooks/{webhook_id}/{webhook_token}"
ROUTES: list[Route] = [
    ("POST", HOOK, follow_up),
    *(
        (method, f"{HOOK}/messages/{which}", action)
        for method, action in (("GET", read), ("PATCH", edit), ("DELETE", delete))
        for which in ("@original", "{message_id}")
    ),
]
