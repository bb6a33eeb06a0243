"""What one person does, by the names of the verbs under /control/people/<name>/."""

from collections.abc import Awaitable, Callable

from tests.adapters.discord.peer import acts, being, filling, posting, views
from tests.adapters.discord.peer.acts import Act
from tests.adapters.discord.peer.filling import Impossible, Resolved
from tests.adapters.discord.peer.interactions import Interaction
from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.system import Discord
from tests.adapters.discord.peer.world import (
    AUTOCOMPLETE,
    COMMAND,
    COMPONENT,
    DM,
    EPHEMERAL,
    MODAL,
    Channel,
    Message,
    User,
)


async def slash(discord: Discord, person: User, said: Json) -> Json:
    """Use a command: `command`, `options` (people by name), `place`."""
    channel = acts.must_see(discord, person, said["place"])
    _may_use(discord, person, channel, said["command"])
    named = Resolved(discord.world, channel.guild)
    data = filling.command_data(named, said["command"], said.get("options", {}))
    return await acts.act(discord, person, channel, Act(COMMAND, data))


def _may_use(discord: Discord, person: User, channel: Channel, words: str) -> None:
    """A command shows only where its contexts and the installation allow it."""
    found, _ = filling.command(discord.world, words)
    contexts = found["contexts"]
    if contexts is not None and (1 if channel.kind == DM else 0) not in contexts:
        raise Impossible(f"/{words} is not offered there")
    installed_here = _installed(discord, person, channel)
    if not installed_here & set(found["integration_types"]):
        raise Impossible(f"/{words} is not offered there: the app is not installed that way")
    if channel.archived:
        raise Impossible("the thread is archived: commands are dead")


def _installed(discord: Discord, person: User, channel: Channel) -> set[int]:
    """How the app came here: 0 by the server, 1 by the person."""
    by_server = {0} if acts.by_server(discord, person, channel) else set()
    return by_server | ({1} if person.installed else set())


async def complete(discord: Discord, person: User, said: Json) -> Json:
    """Type into an option: `focused` is the one whose choices are asked for."""
    channel = acts.must_see(discord, person, said["place"])
    named = Resolved(discord.world, channel.guild)
    data = filling.command_data(named, said["command"], said["options"], said["focused"])
    return await acts.act(discord, person, channel, Act(AUTOCOMPLETE, data))


async def click(discord: Discord, person: User, said: Json) -> Json:
    """Press a button: `button` is its label or custom_id."""
    channel = acts.must_see(discord, person, said["place"])
    message, data = filling.button(person, channel, said["button"], said.get("message"))
    return await acts.act(discord, person, channel, Act(COMPONENT, data, message))


async def choose(discord: Discord, person: User, said: Json) -> Json:
    """Pick from a list: `values` are labels, values or people's names."""
    channel = acts.must_see(discord, person, said["place"])
    named = Resolved(discord.world, channel.guild)
    message, data = filling.select(named, person, channel, said)
    return await acts.act(discord, person, channel, Act(COMPONENT, data, message))


async def submit(discord: Discord, person: User, said: Json) -> Json:
    """Hand in the open modal: `values` by label or custom_id. It stays open unanswered."""
    opened = _opened(discord, person)
    channel = discord.world.channels.get(opened.channel)
    if channel is None:
        raise Impossible("the place where the modal was opened is gone")
    named = Resolved(discord.world, channel.guild)
    data = filling.submission(named, opened.body, said["values"])
    message = opened.message if opened.message in channel.messages else 0
    return await acts.act(discord, person, channel, Act(MODAL, data, message))


def _opened(discord: Discord, person: User) -> Interaction:
    opened = discord.interactions.modals.get(person.id)
    if opened is None:
        raise Impossible(f"{person.name} has no modal before them")
    return opened


async def modal(discord: Discord, person: User, _said: Json) -> Json:
    """The modal that is open before them."""
    return {"modal": _opened(discord, person).body}


async def dismiss(discord: Discord, person: User, _said: Json) -> Json:
    """Close the modal without handing it in. The app is not told."""
    discord.interactions.modals.pop(person.id, None)
    return {}


async def say(discord: Discord, person: User, said: Json) -> Json:
    """Write a message: `text`, `place`, and `reply_to` a message's id."""
    channel = acts.must_see(discord, person, said["place"])
    if person.blocked and channel.kind == DM:
        raise Impossible(f"{person.name} has blocked the bot")
    message = Message(discord.world.flakes.next(), channel.id, person.id, said["text"])
    message.mentions = posting.mentioned(discord, said["text"])
    _as_reply(message, channel, said.get("reply_to"))
    posting.create(discord, message)
    return views.message(discord, message)


def _as_reply(message: Message, channel: Channel, to: str | None) -> None:
    if to is None:
        return
    target = channel.messages[int(to)]
    message.type = 19
    message.reference = {"type": 0, "channel_id": str(channel.id), "message_id": to}
    message.mentions = [*message.mentions, target.author]


async def rewrite(discord: Discord, person: User, said: Json) -> Json:
    """Edit a message of one's own."""
    channel = acts.must_see(discord, person, said["place"])
    message = channel.messages.get(int(said["message"]))
    if message is None or message.author != person.id:
        raise Impossible("only one's own")
    posting.edit(discord, message, {"content": said["text"]}, [])
    return views.message(discord, message)


async def erase(discord: Discord, person: User, said: Json) -> Json:
    """Delete a message of one's own."""
    channel = acts.must_see(discord, person, said["place"])
    message = channel.messages.get(int(said["message"]))
    if message is None or person.id not in (message.author, message.ephemeral_for):
        raise Impossible("only one's own")
    posting.delete(discord, message)
    return {}


async def sees(discord: Discord, person: User, said: Json) -> Json:
    """All messages of a place. `until` waits for a text, `at_least` for a number of them."""
    name, until = said["place"], said.get("until", "")
    least = said.get("at_least", 0)

    def now() -> list[Json]:
        channel = views.place(discord, person, name)
        return [] if channel is None else views.messages(discord, person, channel)

    def ready() -> bool:
        shown = now()
        texts = any(until in each["text"] for each in shown) if until else True
        return texts and len(shown) >= least

    found = await discord.world.bell.until(ready, said.get("seconds", 5.0))
    return {"messages": now(), "in_time": found}


async def places(discord: Discord, person: User, _said: Json) -> Json:
    """Everything they can open, with all messages in it."""
    return {
        "places": {
            views.name_of(each): views.messages(discord, person, each)
            for each in views.places(discord, person)
        }
    }


async def setting(_discord: Discord, person: User, said: Json) -> Json:
    """Change one of: dms_open, blocked, installed, locale."""
    for name in ("dms_open", "blocked", "installed", "locale"):
        if name in said:
            setattr(person, name, said[name])
    return {}


async def reload(discord: Discord, person: User, _said: Json) -> Json:
    """Start the client anew: what was ephemeral is gone, and so is an open modal."""
    discord.interactions.modals.pop(person.id, None)
    for channel in discord.world.channels.values():
        for message in list(channel.messages.values()):
            if message.ephemeral_for == person.id and message.flags & EPHEMERAL:
                posting.delete(discord, message)
    return {}


async def join(discord: Discord, person: User, said: Json) -> Json:
    """Become a member of a server."""
    being.join(discord, discord.world.guilds[int(said["guild"])], person.id)
    return {}


async def leave(discord: Discord, person: User, said: Json) -> Json:
    """Go from a server."""
    being.leave(discord, discord.world.guilds[int(said["guild"])], person.id)
    return {}


VERBS: dict[str, Callable[[Discord, User, Json], Awaitable[Json]]] = {
    verb.__name__: verb
    for verb in (
        slash,
        complete,
        click,
        choose,
        submit,
        modal,
        dismiss,
        say,
        rewrite,
        erase,
        sees,
        places,
        setting,
        reload,
        join,
        leave,
    )
}
