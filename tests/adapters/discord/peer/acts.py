"""What a person does with the app: it becomes an interaction, and the wait for its answer."""

import asyncio
import contextlib
from dataclasses import dataclass

from tests.adapters.discord.peer import payloads, permissions, views
from tests.adapters.discord.peer.filling import Impossible
from tests.adapters.discord.peer.interactions import (
    ACKNOWLEDGE,
    CHOICES,
    DEFER,
    DEFER_UPDATE,
    MESSAGE,
    MODAL,
    UPDATE,
    Interaction,
)
from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.system import Discord
from tests.adapters.discord.peer.world import COMPONENT, DM, Channel, User
from tests.adapters.discord.peer.world import MODAL as SUBMISSION

HOW = {
    MESSAGE: "message",
    DEFER: "defer",
    DEFER_UPDATE: "defer-update",
    UPDATE: "update",
    CHOICES: "choices",
    MODAL: "modal",
}
FAILED = "The application did not respond"
BYTES = 10 * 1024 * 1024  # the largest file that may come with an answer


@dataclass
class Act:
    """What a client sends: the kind of interaction, its data, and whose component it was."""

    kind: int
    data: Json
    message: int = 0


async def act(discord: Discord, person: User, channel: Channel, what: Act) -> Json:
    """Send it to the app and report how it was acknowledged."""
    interaction = _made(discord, person, channel, what)
    discord.interactions.add(interaction)
    event = _payload(discord, interaction, what.data)
    interaction.delivered = discord.gateway.emit("INTERACTION_CREATE", event, interaction.sent)
    if interaction.delivered:  # else nobody can answer, and the 3 s need not be sat out
        await _wait(discord, interaction)
    return _report(discord, interaction)


async def _wait(discord: Discord, interaction: Interaction) -> None:
    """Until it is acknowledged or too old; the report says which."""
    seconds = (ACKNOWLEDGE - discord.interactions.age(interaction)) / 1000
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(interaction.answered.wait(), max(0.0, seconds))


def _made(discord: Discord, person: User, channel: Channel, what: Act) -> Interaction:
    world = discord.world
    interaction = Interaction(
        world.flakes.next(),
        what.kind,
        person.id,
        channel.id,
        channel.guild,
        discord.clock.now(),
        what.message,
        by_user_install=not by_server(discord, person, channel),
    )
    interaction.metadata = _metadata(discord, interaction, person)
    return interaction


def by_server(discord: Discord, person: User, channel: Channel) -> bool:
    """Whether the app is there because of a server, and not only because of the person."""
    world = discord.world
    guild = world.guilds.get(channel.guild)
    if guild is None:
        return world.share_a_guild(person.id, world.app.user)
    return world.app.user in guild.members


def _owners(discord: Discord, interaction: Interaction) -> Json:
    """Why the app is here: installed to the server ("0": its id, or 0 in a chat), the person."""
    person = discord.world.users[interaction.user]
    owners = {} if interaction.by_user_install else {"0": str(interaction.guild)}
    return owners | ({"1": str(person.id)} if person.installed else {})


def _metadata(discord: Discord, interaction: Interaction, person: User) -> Json:
    """What the answering message will say of its cause."""
    about: Json = {
        "id": str(interaction.id),
        "type": interaction.kind,
        "user": payloads.user(person),
        "authorizing_integration_owners": _owners(discord, interaction),
    }
    if interaction.kind == COMPONENT:
        about["interacted_message_id"] = str(interaction.message)
    if interaction.kind == SUBMISSION:
        about["triggering_interaction_metadata"] = discord.interactions.modals[person.id].metadata
    return about


def _payload(discord: Discord, interaction: Interaction, data: Json) -> Json:
    """The event that the bot gets."""
    world = discord.world
    person, channel = world.users[interaction.user], world.channels[interaction.channel]
    event: Json = {
        "id": str(interaction.id),
        "application_id": str(world.app.id),
        "type": interaction.kind,
        "data": data,
        "token": interaction.token,
        "version": 1,
        "channel_id": str(channel.id),
        "channel": payloads.channel(world, channel),
        "locale": person.locale,
        "entitlements": [],
        "authorizing_integration_owners": _owners(discord, interaction),
        "attachment_size_limit": BYTES,
        "app_permissions": str(permissions.of_app(world, channel)),
        "context": _context(discord, channel),
    }
    if interaction.message:
        event["message"] = payloads.message(world, channel.messages[interaction.message])
    return event | _where(discord, person, channel)


def _context(discord: Discord, channel: Channel) -> int:
    """In a server, in the chat with the bot, or in another private chat."""
    if channel.kind != DM:
        return 0
    return 1 if discord.world.app.user in channel.recipients else 2


def _where(discord: Discord, person: User, channel: Channel) -> Json:
    """Who it was: a member in a server, a user elsewhere."""
    world = discord.world
    guild = world.guilds.get(channel.guild)
    if guild is None:
        return {"user": payloads.user(person)}
    seat = payloads.member(world, guild, person.id)
    seat["permissions"] = str(permissions.of(world, person.id, channel))
    return {
        "guild_id": str(guild.id),
        "guild": {"id": str(guild.id), "locale": "en-US", "features": []},
        "guild_locale": "en-US",
        "member": seat,
    }


def _report(discord: Discord, interaction: Interaction) -> Json:
    """How it was acknowledged, and what the person has before them because of it."""
    channel = discord.world.channels.get(interaction.channel)
    message = channel.messages.get(interaction.original) if channel else None
    return {
        "how": HOW.get(interaction.answer or 0, "nothing"),
        "type": interaction.answer,
        "ms": round(interaction.ms, 3),
        "delivered": interaction.delivered,
        "failed": None if interaction.answer is not None else FAILED,
        "message": None if message is None else views.message(discord, message),
        "modal": _modal(interaction),
        "choices": interaction.body.get("choices", []),
    }


def _modal(interaction: Interaction) -> Json | None:
    return interaction.body if interaction.answer == MODAL else None


def must_see(discord: Discord, person: User, name: str) -> Channel:
    """The place. Raises `Impossible` when the person cannot see one of this name."""
    if name == "dm" and not person.dm:
        return start_dm(discord, person)
    channel = views.place(discord, person, name)
    if channel is None:
        raise Impossible(f"{person.name} sees no place called {name}: {views.PLACES}")
    return channel


def start_dm(discord: Discord, person: User) -> Channel:
    """The chat with the bot. Raises `Impossible` when nothing connects the two."""
    shares = discord.world.share_a_guild(person.id, discord.world.app.user)
    if not shares and not person.installed:
        raise Impossible(f"{person.name} and the bot share no server")
    return discord.world.dm_with(person)
