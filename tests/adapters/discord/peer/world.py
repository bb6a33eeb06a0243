"""Everything that exists on this Discord: people, servers, channels, messages, commands."""

from dataclasses import dataclass, field

from tests.adapters.discord.peer.clock import Clock, Snowflakes
from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.signals import Bell

TEXT, DM, PUBLIC_THREAD, PRIVATE_THREAD = 0, 1, 11, 12  # kinds of channels
THREADS = (PUBLIC_THREAD, PRIVATE_THREAD)
EPHEMERAL, LOADING, V2 = 1 << 6, 1 << 7, 1 << 15  # flags of a message
COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5  # kinds of interactions


@dataclass
class User:
    """One account."""

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    dms_open: bool = True  # takes messages from members of a server
    blocked: bool = False  # has blocked the bot
    installed: bool = False  # has the app on their own account
    dm: int = 0  # their channel with the bot; 0 before there is one


@dataclass
class Role:
    """A named set of permissions."""

    id: int
    name: str
    permissions: int
    managed: bool = False


@dataclass
class Member:
    """A user within a server."""

    joined_at: str
    roles: list[int] = field(default_factory=list)


@dataclass
class Guild:
    """A server. Its @everyone role has the id of the server itself."""

    id: int
    name: str
    owner: int
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)


@dataclass
class Message:
    """One message. `ephemeral_for` is the only person who sees it, or 0."""

    id: int
    channel: int
    author: int
    content: str = ""
    type: int = 0
    flags: int = 0
    nonce: str | int | None = None
    edited: str | None = None
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    attachments: list[Json] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)
    poll: Json | None = None
    reference: Json | None = None
    metadata: Json | None = None  # the interaction that it answers
    ephemeral_for: int = 0

    @property
    def is_card(self) -> bool:
        """Whether it is made of Components V2."""
        return bool(self.flags & V2)


@dataclass
class Channel:
    """A text channel, a private chat or a thread."""

    id: int
    kind: int
    name: str = ""
    guild: int = 0
    parent: int = 0
    position: int = 0
    topic: str | None = None
    overwrites: dict[int, tuple[int, int]] = field(default_factory=dict)  # id → allow, deny
    recipients: list[int] = field(default_factory=list)
    messages: dict[int, Message] = field(default_factory=dict)
    last_message: int = 0
    # of threads
    owner: int = 0
    members: dict[int, str] = field(default_factory=dict)  # user → since when
    archived: bool = False
    archived_at: str = ""
    woken: float = 0.0  # ms; when it was last archived or taken out again
    locked: bool = False
    invitable: bool = True
    auto_archive: int = 1440  # minutes

    @property
    def is_thread(self) -> bool:
        """Whether it is a thread of another channel."""
        return self.kind in THREADS

    @property
    def is_private_thread(self) -> bool:
        """Whether it is open only to those who were added."""
        return self.kind == PRIVATE_THREAD


@dataclass
class App:
    """The application of the bot under test."""

    id: int
    name: str
    token: str
    user: int
    owner: int
    privileged: int = 0  # intents that its owner has switched on in the portal
    integration_types: tuple[int, ...] = (0, 1)


class World:
    """The state. What happens to it is done by the other files."""

    def __init__(self, clock: Clock, token: str) -> None:
        self.clock = clock
        self.flakes = Snowflakes(clock)
        self.users: dict[int, User] = {}
        self.guilds: dict[int, Guild] = {}
        self.channels: dict[int, Channel] = {}
        self.commands: dict[int, Json] = {}
        self.created = 0  # commands that were really new; 200 a day are allowed
        self.nonces: dict[str, tuple[float, int, int]] = {}  # → when, channel, message
        self.files: dict[str, bytes] = {}  # path on the CDN → content
        self.bell = Bell()  # rings when somebody may see something new
        owner = self.add_user("operator")
        bot = self.add_user("handrail", bot=True)
        self.app = App(self.flakes.next(), "handrail", token, bot.id, owner.id)

    def add_user(self, name: str, *, bot: bool = False) -> User:
        """A new account."""
        user = User(self.flakes.next(), name, bot)
        self.users[user.id] = user
        return user

    def named(self, name: str) -> User:
        """The person with this name. Raises `KeyError` for nobody."""
        for user in self.users.values():
            if user.name == name:
                return user
        raise KeyError(name)

    def dm_with(self, user: User) -> Channel:
        """The private chat of the bot and `user`, made when there is none."""
        if not user.dm:
            chat = Channel(self.flakes.next(), DM, recipients=[user.id, self.app.user])
            self.channels[chat.id] = chat
            user.dm = chat.id
        return self.channels[user.dm]

    def share_a_guild(self, one: int, other: int) -> bool:
        """Whether both are members of some server."""
        guilds = self.guilds.values()
        return any(one in guild.members and other in guild.members for guild in guilds)

    def threads(self, guild: int) -> list[Channel]:
        """The active threads of a server."""
        here = (channel for channel in self.channels.values() if channel.guild == guild)
        return [channel for channel in here if channel.is_thread and not channel.archived]
