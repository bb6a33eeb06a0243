"""The sessions of the gateway: who gets which event, and what is kept for a resume."""

import asyncio
import secrets
import zlib
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec
from aiohttp import web

from tests.adapters.discord.peer import intents
from tests.adapters.discord.peer.plain import Json, flake
from tests.adapters.discord.peer.world import World

KEPT = 2000  # events a session can be given again
WhenSent = Callable[[], None]


class Socket:
    """One connection: what is put in is sent in order, through one zlib context."""

    def __init__(
        self, ws: web.WebSocketResponse, request: web.Request, gate: asyncio.Event
    ) -> None:
        self.ws = ws
        self.void = False  # its session is over: no event goes out any more
        self.hung_up = False  # the gateway has ended it, not the bot
        self._request = request
        self._gate = gate  # shut while the gateway is held
        self._out: asyncio.Queue[tuple[bytes, bool, WhenSent | None]] = asyncio.Queue()
        stream = request.query.get("compress") == "zlib-stream"
        self._zlib = zlib.compressobj() if stream else None

    def put(self, frame: Json, when_sent: WhenSent | None = None) -> None:
        """Send this when its turn comes. Events wait while the gateway is held."""
        self._out.put_nowait((msgspec.json.encode(frame), frame["op"] == 0, when_sent))

    async def pump(self) -> None:
        """Send until the connection ends."""
        while True:
            text, is_event, when_sent = await self._out.get()
            if is_event:
                await self._gate.wait()
            if is_event and self.void:
                continue
            if when_sent is not None:
                when_sent()
            await self.send(text)

    async def send(self, text: bytes) -> None:
        """Send this at once, be it JSON or not."""
        if self._zlib is None:
            await self.ws.send_str(text.decode())
        else:
            packed = self._zlib.compress(text) + self._zlib.flush(zlib.Z_SYNC_FLUSH)
            await self.ws.send_bytes(packed)

    async def hang_up(self, code: int) -> None:
        """End it with this close code."""
        self.hung_up = True
        await self.ws.close(code=code)

    def cut(self) -> None:
        """The line is dead: no close frame, nothing."""
        if self._request.transport is not None:
            self._request.transport.abort()


@dataclass
class Session:
    """What one IDENTIFY began. It outlives its connection for as long as it may be resumed."""

    intents: int
    shard: int
    shards: int
    socket: Socket | None
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    seq: int = 0
    kept: deque[tuple[int, Json]] = field(default_factory=lambda: deque(maxlen=KEPT))

    def give(self, event: str, data: Json, when_sent: WhenSent | None = None) -> None:
        """Count the event, keep it for a resume, and send it if anybody is there."""
        self.seq += 1
        frame = {"op": 0, "t": event, "s": self.seq, "d": data}
        self.kept.append((self.seq, frame))
        if self.socket is not None:
            self.socket.put(frame, when_sent)

    def is_for(self, guild: int) -> bool:
        """Does this shard carry that server? Private chats (0) are of shard 0."""
        return (guild >> 22) % self.shards == self.shard


class Hub:
    """All sessions of the bot."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.sessions: dict[str, Session] = {}
        self.gate = asyncio.Event()  # events flow while it is set
        self.gate.set()
        self.refusals = 0  # connections that will be answered with 503; -1 for all
        self.identified = 0
        self.resumed = 0

    @property
    def live(self) -> list[Session]:
        """Sessions that have a connection now."""
        return [each for each in self.sessions.values() if each.socket is not None]

    def emit(self, event: str, data: Json, when_sent: WhenSent | None = None) -> int:
        """Tell every session that asked for it. Returns how many are connected.

        `when_sent` is called as it goes out on the wire.
        """
        heard = 0
        for session in self.sessions.values():
            if not self._hears(session, event, data):
                continue
            session.give(event, self._shown(session, event, data), when_sent)
            heard += session.socket is not None
        return heard

    def _hears(self, session: Session, event: str, data: Json) -> bool:
        """An interaction is for the living: nobody gets it later, by a resume."""
        if event == "INTERACTION_CREATE" and session.socket is None:
            return False
        guild = data["id"] if event.startswith("GUILD_") and "id" in data else data.get("guild_id")
        return session.is_for(flake(guild)) and intents.wanted(
            session.intents, event, data, self.world.app.user
        )

    def _shown(self, session: Session, event: str, data: Json) -> Json:
        private = "guild_id" not in data
        if event not in intents.OF_MESSAGES or private or session.intents & intents.CONTENT:
            return data
        return intents.scrubbed(data, self.world.app.user)

    def begin(self, session: Session) -> None:
        """The first of a session's events will be READY."""
        self.identified += 1
        self.sessions[session.id] = session

    def end(self, session: Session) -> None:
        """It cannot be resumed any more."""
        self.sessions.pop(session.id, None)

    def cut_all(self) -> None:
        """Every connection dies at once, without a word."""
        for session in self.live:
            if session.socket is not None:
                session.socket.cut()
                session.socket = None
