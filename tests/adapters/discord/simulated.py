"""A second Discord, by other hands: simcord, in this process, behind the same `Person`.

The same transcripts are played on it as on our own peer, so that what one of the two gets wrong
shows. What simcord does not do (a nonce, reading a long history, the wire itself) is tried on
the peer alone.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

import discord
import simcord

from adapters.discord.acks import LibraryAcks
from adapters.discord.adapter import DiscordAdapter
from adapters.discord.client import Client
from bot import app
from tests.adapters.discord.peer import views
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.rules.components import BUTTON, SELECTS, TEXT, TEXT_INPUT, every
from tests.adapters.discord.whole import Running

AHEAD = timedelta(hours=1)  # its clock stands still; so no id of ours is ever later than its own
FAILED = "The application did not respond"
SHOWN = (discord.MessageType.default, discord.MessageType.reply)
ANSWERS = (discord.MessageType.chat_input_command,)
MAY = discord.PermissionOverwrite(
    view_channel=True,
    send_messages=True,
    create_private_threads=True,
    send_messages_in_threads=True,
    read_message_history=True,
)


class Attached(Client):
    """A client whose line simcord holds: it logs it in, and tells it what happens."""

    acks = LibraryAcks  # there is no line
    born: ClassVar[asyncio.Queue["Attached"]]

    async def start(self, _token: str, *, reconnect: bool = True) -> None:  # noqa: ARG002 - as its parent
        """Wait to be attached, and then for the end."""
        self._over = asyncio.Event()
        Attached.born.put_nowait(self)
        await self._over.wait()

    async def close(self) -> None:
        """The end."""
        self._over.set()
        await super().close()


class AttachedAdapter(DiscordAdapter):
    """The adapter with such a client."""

    client = Attached


class Simulated:
    """The whole platform, as a test sees it: a server "home" with "#general"."""

    def __init__(self) -> None:
        Attached.born = asyncio.Queue()
        self._people: dict[str, simcord.UserHandle] = {}
        self._members: dict[str, simcord.MemberActor] = {}
        self._forms: dict[str, simcord.InteractionResult] = {}
        self._env: simcord.Env | None = None

    @property
    def env(self) -> simcord.Env:
        """The world as simcord has it; there is one once a bot was attached."""
        assert self._env
        return self._env

    @asynccontextmanager
    async def running(self, folder: Path, **options: object) -> AsyncIterator[Running]:
        """The bot with its data in `folder`; stopped at the end, so that another may follow."""
        (folder / "token").write_text("a token")
        bot = await app.build(folder / "data", app.ShiftedClock())
        options = {"token_file": str(folder / "token")} | options
        adapter = bot.add(AttachedAdapter, options, folder / "data")
        assert isinstance(adapter, DiscordAdapter)
        starting = asyncio.create_task(bot.start())
        try:
            await self._attach(await Attached.born.get())
            await starting
            await self.env.settle()
            yield Running(bot, adapter)
            self.env.raise_errors()
        finally:
            await bot.stop()

    async def _attach(self, client: Attached) -> None:
        if self._env is not None:
            await self._env.restart_bot(client)
            return
        self._env = simcord.Env(client, shard_count=1)
        clock = self._env.backend.clock
        clock.advance((datetime.now(UTC) + AHEAD - clock.now()).total_seconds())
        self._env.create_guild("home").create_text_channel("general")
        await self._env.start()

    async def end(self) -> None:
        """Give the loop back."""
        if self._env is not None:
            await self._env.shutdown()

    def person(self, name: str) -> Person:
        """Somebody new, a member of `home`."""
        user = self.env.create_user(name, global_name=name.title())
        self._people[name] = user
        self._members[name] = self.env.guild.add_member(user)
        return Person(self._ask, name, user.id, self.env.guild.id)

    def quiet_channel(self, *names: str) -> simcord.ChannelHandle:
        """A channel for these people and the bot alone."""
        me = self.env.bot.user
        assert me
        nobody = discord.PermissionOverwrite(view_channel=False)
        overwrites: dict[Any, discord.PermissionOverwrite] = {self.env.guild.default_role: nobody}
        overwrites |= {self._members[name]: MAY for name in names} | {me: MAY}
        return self.env.guild.create_text_channel("quiet", overwrites=overwrites)

    # ── what people do, by the verbs of `Person` ─────────────────────────────
    async def _ask(self, path: str, said: Json) -> Json:
        _, name, verb = path.split("/")
        match verb:
            case "say":
                return await self._say(name, said)
            case "sees":
                return await self._sees(name, said)
            case "slash":
                return await self._slash(name, said)
            case "click":
                return await self._click(name, said)
            case "choose":
                return await self._choose(name, said)
            case "submit":
                return await self._submit(name, said)
        raise NotImplementedError(verb)

    def _actor(self, name: str, place: str) -> Any:  # noqa: ANN401 - two kinds, without one name
        """Who acts there: simcord has an account for private chats and a member for servers."""
        return self._people[name] if place == "dm" else self._members[name]

    def _channel(self, name: str, place: str) -> simcord.ChannelHandle | None:
        if place == "dm":
            return self._people[name].dm_channel
        channels = self.env.guild.channels.values()
        inside = [thread for channel in channels for thread in channel.threads]
        named = {f"#{each.name}": each for each in channels} | {each.name: each for each in inside}
        return named.get(place)

    def _history(self, name: str, place: str) -> list[discord.Message]:
        channel = self._channel(name, place)
        try:
            return channel.history(viewer=self._actor(name, place)) if channel else []
        except simcord.SetupError:  # they cannot look into it
            return []

    async def _say(self, name: str, said: Json) -> Json:
        if said["place"] == "dm":
            return seen(await self._people[name].send_dm(said["text"]))
        channel = self._channel(name, said["place"])
        assert channel
        return seen(await self._members[name].send(channel, said["text"]))

    async def _sees(self, name: str, said: Json) -> Json:
        """Look again and again: whatever comes, comes through this very loop."""
        end = asyncio.get_running_loop().time() + said["seconds"]
        while True:
            shown = [seen(one) for one in self._history(name, said["place"]) if _is_read(one)]
            until = not said["until"] or any(said["until"] in each["text"] for each in shown)
            if until and len(shown) >= said["at_least"]:
                return {"messages": shown, "in_time": True}
            if asyncio.get_running_loop().time() > end:
                return {"messages": shown, "in_time": False}
            await asyncio.sleep(0.01)

    async def _slash(self, name: str, said: Json) -> Json:
        options = {
            key: self._people[value] if key == "person" else value
            for key, value in said["options"].items()
        }
        if said["place"] == "dm":
            return self._ack(name, await self._people[name].slash(said["command"], **options))
        channel = self._channel(name, said["place"])
        assert channel
        done = await self._members[name].slash(channel, said["command"], **options)
        return self._ack(name, done)

    async def _click(self, name: str, said: Json) -> Json:
        shown = self._one(name, said)
        done = await self._actor(name, said["place"]).click(shown, label=said["button"])
        return self._ack(name, done)

    async def _choose(self, name: str, said: Json) -> Json:
        shown = self._one(name, said)
        (offered, *_) = [part for part in _parts(shown) if part["type"] in SELECTS]
        by_label = {each["label"]: each["value"] for each in offered["options"]}
        values = [by_label[label] for label in said["values"]]
        actor = self._actor(name, said["place"])
        return self._ack(name, await actor.select(shown, values, custom_id=offered["custom_id"]))

    async def _submit(self, name: str, said: Json) -> Json:
        """Every form of ours has one field."""
        form = self._forms.pop(name)
        assert form.modal
        (field,) = [
            part for _, part in every(form.modal["components"]) if part["type"] == TEXT_INPUT
        ]
        (words,) = said["values"].values()
        place = "dm" if form._interaction.guild_id is None else "home"  # noqa: SLF001 - says no other way
        done = await self._actor(name, place).submit_modal(form, {field["custom_id"]: words})
        return self._ack(name, done)

    def _one(self, name: str, said: Json) -> discord.Message:
        wanted = said["message"]
        shown = [one for one in self._history(name, said["place"]) if str(one.id) == wanted]
        assert shown, f"{name} sees no message {wanted}"
        return shown[0]

    def _ack(self, name: str, done: simcord.InteractionResult) -> Json:
        if done.modal:
            self._forms[name] = done
        return {
            "how": _how(done),
            "type": None,
            "ms": 0.0,
            "delivered": 1,
            "failed": None if done.acknowledged else FAILED,
            "message": seen(done.response.message) if done.response else None,
            "modal": done.modal,
            "choices": [],
        }


def _how(done: simcord.InteractionResult) -> str:
    if not done.acknowledged:
        return "nothing"
    if done.modal:
        return "modal"
    return "defer-update" if done.response is None else "message"


def _is_read(message: discord.Message) -> bool:
    """Whether it is one that somebody has written."""
    return message.type in SHOWN or message.type in ANSWERS


def _parts(message: discord.Message) -> list[Json]:
    """What it is made of, as JSON, parents first."""
    whole: Sequence[Any] = [part.to_dict() for part in message.components]
    return [part for _, part in every(list(whole))]


def seen(message: discord.Message) -> Json:
    """A message as `Person` shows it."""
    parts = _parts(message)
    texts = [message.content, *(part["content"] for part in parts if part["type"] == TEXT)]
    return {
        "id": str(message.id),
        "author": message.author.name,
        "text": "\n".join(text for text in texts if text),
        "card": message.flags.components_v2,
        "ephemeral": message.flags.ephemeral,
        "thinking": message.flags.loading,
        "edited": message.edited_at is not None,
        "buttons": [views.button(part) for part in parts if part["type"] == BUTTON],
        "selects": [views.select(part) for part in parts if part["type"] in SELECTS],
        "files": [each.filename for each in message.attachments],
        "alts": [each.description or "" for each in message.attachments],
        "embeds": [],
        "mentions": [each.name for each in message.mentions],
        "reply_to": None,
        "components": [part.to_dict() for part in message.components],
    }
