"""The gateway's conversation on one connection: HELLO, IDENTIFY or RESUME, heartbeats."""

import asyncio
import contextlib

import msgspec
from aiohttp import WSMsgType, web

from tests.adapters.discord.peer import intents, payloads
from tests.adapters.discord.peer.hub import Hub, Session, Socket
from tests.adapters.discord.peer.plain import Json, flake
from tests.adapters.discord.peer.world import Guild

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME = 0, 1, 2, 3, 4, 6
RECONNECT, MEMBERS, INVALID, HELLO, ACK = 7, 8, 9, 10, 11
BEAT = 41_250  # ms between heartbeats
VERSION = "10"


class Closing(Exception):
    """The gateway ends the connection with this close code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Conversation:
    """One connection, from HELLO to its end."""

    def __init__(self, hub: Hub, socket: Socket, resume_url: str) -> None:
        self._hub = hub
        self._socket = socket
        self._resume_url = resume_url
        self._session: Session | None = None

    async def run(self, version: str) -> None:
        """Until either side ends it."""
        pump = asyncio.create_task(self._socket.pump())
        try:
            await self._talk(version)
        except Closing as closing:
            await self._socket.hang_up(closing.code)
        finally:
            self._leave()  # before anything is awaited: from now on nobody is there
            pump.cancel()
            with contextlib.suppress(asyncio.CancelledError, ConnectionError):
                await pump

    async def _talk(self, version: str) -> None:
        if version != VERSION:
            raise Closing(4012)
        self._socket.put({"op": HELLO, "d": {"heartbeat_interval": BEAT}, "t": None, "s": None})
        async for frame in self._socket.ws:
            if frame.type is WSMsgType.TEXT:
                self._hear(_parsed(frame.data))

    def _leave(self) -> None:
        """The session waits for a resume, unless the bot itself has ended it."""
        if self._session is None or self._session.socket is not self._socket:
            return
        self._session.socket = None
        if not self._socket.hung_up and self._socket.ws.close_code in (1000, 1001):
            self._hub.end(self._session)

    def _hear(self, frame: Json) -> None:
        match frame.get("op"):
            case 1:
                self._socket.put({"op": ACK, "d": None, "t": None, "s": None})
            case 2:
                self._identify(frame["d"])
            case 6:
                self._resume(frame["d"])
            case _ if self._session is None:
                raise Closing(4003)
            case 8:
                self._members(frame["d"])
            case 3 | 4:
                pass  # how the bot would like to look to others: nobody looks
            case _:
                raise Closing(4001)

    def _identify(self, data: Json) -> None:
        self._check(data)
        shard, shards = data.get("shard", [0, 1])
        self._session = Session(data["intents"], shard, shards, self._socket)
        self._hub.begin(self._session)
        self._session.give("READY", self._ready(shard, shards))
        for guild in self._guilds(self._session):
            everyone = bool(self._session.intents & intents.MEMBERS)
            whole = payloads.guild_create(self._hub.world, guild, all_members=everyone)
            if self._session.intents & intents.GUILDS:
                self._session.give("GUILD_CREATE", whole)

    def _check(self, data: Json) -> None:
        """Raises `Closing` for an IDENTIFY that Discord would not take."""
        if self._session is not None:
            raise Closing(4005)
        self._check_token(data)
        wanted = data.get("intents")
        if not isinstance(wanted, int) or wanted & ~intents.KNOWN:
            raise Closing(4013)
        if wanted & intents.PRIVILEGED & ~self._hub.world.app.privileged:
            raise Closing(4014)
        shard, shards = data.get("shard", [0, 1])
        if not 0 <= shard < shards:
            raise Closing(4010)

    def _check_token(self, data: Json) -> None:
        if data.get("token") != self._hub.world.app.token:
            raise Closing(4004)

    def _ready(self, shard: int, shards: int) -> Json:
        world = self._hub.world
        assert self._session is not None, "READY is the first event of a session"
        guilds = self._guilds(self._session)
        app = payloads.application(world)
        return {
            "v": 10,
            "user": payloads.myself(world),
            "guilds": [{"id": str(guild.id), "unavailable": True} for guild in guilds],
            "session_id": self._session.id,
            "resume_gateway_url": self._resume_url,
            "shard": [shard, shards],
            "application": {"id": app["id"], "flags": app["flags"]},
            "private_channels": [],
            "relationships": [],
            "user_settings": {},
            "presences": [],
        }

    def _guilds(self, session: Session) -> list[Guild]:
        world = self._hub.world
        mine = [each for each in world.guilds.values() if world.app.user in each.members]
        return [guild for guild in mine if session.is_for(guild.id)]

    def _resume(self, data: Json) -> None:
        """Everything after `seq` again, then RESUMED. An unknown session must begin anew."""
        if self._session is not None:
            raise Closing(4005)
        self._check_token(data)
        session = self._hub.sessions.get(str(data.get("session_id")))
        if session is None or session.seq - len(session.kept) > data["seq"]:
            self._socket.put({"op": INVALID, "d": False, "t": None, "s": None})
            return
        if data["seq"] > session.seq:
            raise Closing(4007)
        self._take_over(session, data["seq"])

    def _take_over(self, session: Session, seq: int) -> None:
        if session.socket is not None:
            session.socket.cut()
        session.socket = self._socket
        self._session = session
        self._hub.resumed += 1
        for number, frame in session.kept:
            if number > seq:
                self._socket.put(frame)
        session.give("RESUMED", {"_trace": []})

    def _members(self, data: Json) -> None:
        """REQUEST_GUILD_MEMBERS, answered in one chunk."""
        assert self._session is not None, "checked before"
        world = self._hub.world
        guild = world.guilds[flake(data["guild_id"])]
        asked = [flake(each) for each in data.get("user_ids", [])]
        found = [payloads.member(world, guild, who) for who in asked if who in guild.members]
        chunk = {"guild_id": str(guild.id), "members": found, "chunk_index": 0, "chunk_count": 1}
        nonce = {"nonce": data["nonce"]} if "nonce" in data else {}
        self._session.give("GUILD_MEMBERS_CHUNK", chunk | nonce)


def _parsed(text: str) -> Json:
    try:
        frame = msgspec.json.decode(text, type=Json)
    except msgspec.DecodeError as no:
        raise Closing(4002) from no
    return frame


async def connect(request: web.Request, hub: Hub, resume_url: str) -> web.StreamResponse:
    """One upgrade to WebSocket; 503 while the gateway refuses, late while it is held."""
    await hub.gate.wait()
    if hub.refusals:
        hub.refusals -= hub.refusals > 0
        return web.Response(status=503, text="upstream connect error")
    ws = web.WebSocketResponse(max_msg_size=4096 * 4)
    await ws.prepare(request)
    socket = Socket(ws, request, hub.gate)
    await Conversation(hub, socket, resume_url).run(request.query.get("v", ""))
    return ws
