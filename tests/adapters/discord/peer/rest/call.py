"""One call of the bot: what it asked for, and the checks that many routes share."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.adapters.discord.peer import permissions
from tests.adapters.discord.peer.plain import Json, flake
from tests.adapters.discord.peer.posting import Upload
from tests.adapters.discord.peer.refusals import Refused
from tests.adapters.discord.peer.system import Discord
from tests.adapters.discord.peer.world import EPHEMERAL, Channel, Guild, Message, World


@dataclass
class Answer:
    """A status, and a body unless it is a 204."""

    body: object = None
    status: int = 200


NOTHING = Answer(status=204)


@dataclass
class Call:
    """What the bot asked for."""

    discord: Discord
    names: dict[str, str]  # what stood in the places of the path: "channel_id"
    query: dict[str, str]
    body: Json = field(default_factory=dict)  # or a list, for commands
    uploads: list[Upload] = field(default_factory=list)
    arrived: float = 0.0  # seconds by the performance counter

    @property
    def world(self) -> World:
        """What exists."""
        return self.discord.world

    @property
    def bot(self) -> int:
        """Who asks."""
        return self.world.app.user

    def id(self, name: str) -> int:
        """The id at this place of the path; 0 where it is none."""
        return flake(self.names[name])

    def says(self, name: str) -> bool:
        """Whether this is true in the query."""
        return self.query.get(name, "").lower() in ("1", "true")

    def channel(self, *needs: str) -> Channel:
        """The channel of the path. Raises `Refused` when the bot cannot see it or lacks `needs`."""
        channel = self.world.channels.get(self.id("channel_id"))
        if channel is None:
            raise Refused(10003)
        if not permissions.may(self.world, self.bot, channel):
            raise Refused(50001)
        if not permissions.may(self.world, self.bot, channel, *needs):
            raise Refused(50013)
        return channel

    def message(self, channel: Channel) -> Message:
        """The message of the path; an ephemeral one is not to be found this way."""
        message = channel.messages.get(self.id("message_id"))
        if message is None or message.flags & EPHEMERAL:
            raise Refused(10008)
        return message

    def guild(self) -> Guild:
        """The server of the path. Raises `Refused` when the bot is not in it."""
        guild = self.world.guilds.get(self.id("guild_id"))
        if guild is None:
            raise Refused(10004)
        if self.bot not in guild.members:
            raise Refused(50001)
        return guild

    def own_app(self) -> None:
        """Raises `Refused` when the path names another application."""
        if self.id("application_id") != self.world.app.id:
            raise Refused(20012)


Route = tuple[str, str, Callable[[Call], Answer]]  # method, template, what it does
