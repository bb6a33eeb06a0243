"""The peer from outside: start it, and do what a test may do with it.

The fixture `peer` (conftest.py) gives a `Peer`: an empty Discord with one server, in a process
of its own. Point discord.py at it before a client is made:

    discord.http.Route.BASE = peer.address.api
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = peer.address.gateway

People are made by `peer.person("ari")`; what they do and see is in `person.py`. The clock of
interactions, nonces, threads and limits runs in real time and can be advanced. Limits are roomy
until `peer.limit` asks for real ones. When the test ends, the fixture fails it for whatever was
not as Discord's OpenAPI document describes it, in the bot's requests or in the peer's answers.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TypedDict, Unpack

import aiohttp
import msgspec
import yarl

from tests.adapters.discord.peer.faults import Kind
from tests.adapters.discord.peer.person import Person

ROOT = Path(__file__).resolve().parents[4]
LONGEST = 60  # seconds for one request to the control door

Gateway = Literal[
    "drop", "close", "reconnect", "invalidate", "hold", "release", "refuse", "malformed"
]


class Details(TypedDict, total=False):
    """More of a fault: see `faults.Fault`."""

    times: int
    skip: int
    status: int
    code: int
    retry_after: float
    everywhere: bool
    ms: float


class Way(TypedDict, total=False):
    """More of what the gateway does."""

    code: int
    resumable: bool
    times: int
    text: str  # what is malformed


class Impossible(AssertionError):
    """No client lets a person do this."""


class Address(msgspec.Struct, kw_only=True):
    """What the process says when it listens."""

    url: str
    token: str
    warnings: list[str]  # what cannot be checked here

    @property
    def api(self) -> str:
        """For `discord.http.Route.BASE`."""
        return f"{self.url}/api/v10"

    @property
    def gateway(self) -> yarl.URL:
        """For `discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY`."""
        return yarl.URL(self.url.replace("http", "ws") + "/gateway")


@contextmanager
def listening(**environment: str) -> Iterator[Address]:
    """A peer of its own process, which ends with the block, or with this process.

    `environment` is added to this process's own.
    """
    command = [sys.executable, "-m", "tests.adapters.discord.peer"]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    pipes |= {
        "cwd": ROOT,
        "start_new_session": True,
        "env": os.environ | environment,
    }  # a Ctrl-C is for pytest alone
    with subprocess.Popen(command, **pipes) as process:
        assert process.stdout is not None, "asked for above"
        yield msgspec.json.decode(process.stdout.readline(), type=Address)
        process.communicate()


class Peer:
    """The whole platform, as a test sees it. `home` is a server with the bot and "#general"."""

    def __init__(self, address: Address, http: aiohttp.ClientSession) -> None:
        self.address = address
        self._http = http
        self.home = 0
        self.app = 0
        self.bot = 0

    async def ask(self, path: str, said: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON
        """One request to the control door. Raises `Impossible` when it says so."""
        url = f"{self.address.url}/control/{path}"
        limit = aiohttp.ClientTimeout(total=LONGEST)
        async with self._http.post(url, data=msgspec.json.encode(said), timeout=limit) as response:
            answer = msgspec.json.decode(await response.read())
        if response.status != 200:
            raise Impossible(answer["impossible"])
        return answer

    async def begin(self) -> None:
        """An empty world with one server."""
        state = await self.ask("reset", {})
        self.app, self.bot = int(state["app"]), int(state["bot"])
        self.home, _ = await self.found("home")

    async def found(self, name: str, *, bot: bool = True) -> tuple[int, int]:
        """A server, with the bot in it or not. Returns its id and that of its "#general"."""
        made = await self.ask("server/found", {"name": name, "bot": bot})
        return int(made["id"]), int(made["general"])

    async def person(self, name: str, *, member: bool = True) -> Person:
        """Somebody new, a member of `home` unless said otherwise."""
        made = await self.ask("people", {"name": name})
        person = Person(self.ask, name, int(made["id"]), self.home)
        if member:
            await person.joins()
        return person

    async def server(self, verb: str, **said: Any) -> Any:  # noqa: ANN401 - any JSON
        """What a moderator does: see `moderator.py`. `guild` is `home` if not said."""
        return await self.ask(f"server/{verb}", {"guild": str(self.home)} | said)

    async def threads(self) -> list[dict[str, Any]]:
        """Every thread of `home`: name, members, private, archived, locked."""
        answer = await self.server("threads")
        return msgspec.convert(answer["threads"], list[dict[str, Any]])

    async def advance(self, seconds: float) -> None:
        """Lifetimes of interactions and nonces are that much shorter."""
        await self.ask("advance", {"seconds": seconds})

    async def fault(
        self, kind: Kind, path: str = "", method: str = "", **more: Unpack[Details]
    ) -> None:
        """The next request that fits goes wrong; `path` is a regular expression."""
        await self.ask("fault", {"kind": kind, "path": path, "method": method} | more)

    async def hanging(self, seconds: float = 5.0) -> bool:
        """Wait until a request hangs, as a fault of that kind asks for."""
        return bool((await self.ask("hanging", {"seconds": seconds}))["hanging"])

    async def mend(self) -> None:
        """No faults, no limits, the gateway open."""
        await self.ask("mend", {})

    async def limit(self, route: str, count: int, seconds: float) -> None:
        """A real limit: of "POST /channels/{channel_id}/messages", or "global"."""
        await self.ask("limit", {"route": route, "count": count, "seconds": seconds})

    async def gateway(self, do: Gateway, **more: Unpack[Way]) -> None:
        """Something happens to the connection.

        drop: the line is dead, without a word. close: by `code`. reconnect: op 7. invalidate:
        op 9, `resumable` or not. hold: events wait, and new connections too, until release.
        refuse: 503 for so many `times`, -1 until mended. malformed: an event without its parts.
        """
        await self.ask("gateway", {"do": do} | more)

    async def connected(self, times: int = 1, seconds: float = 5.0) -> bool:
        """Wait until the bot is connected, for the `times`-th time in this test."""
        answer = await self.ask("connected", {"times": times, "seconds": seconds})
        return bool(answer["connected"])

    async def crowd(self, *acts: tuple[str, str, dict[str, Any]]) -> dict[str, Any]:
        """All at the same moment: who, the verb, what they say with it. See `control.crowd`."""
        return msgspec.convert(await self.ask("crowd", {"acts": acts}), dict[str, Any])

    async def quiet(self, ms: float = 50) -> None:
        """Wait until the bot has sent nothing for so long."""
        await self.ask("quiet", {"ms": ms})

    async def state(self) -> dict[str, Any]:
        """Counts: connected, identified, resumed, faults, commands."""
        return msgspec.convert(await self.ask("state", {}), dict[str, Any])

    async def requests(self, method: str = "", path: str = "") -> list[dict[str, Any]]:
        """What the bot asked for, oldest first: method, path, query, body, status."""
        all_ = (await self.ask("requests", {}))["requests"]
        return [each for each in all_ if method in ("", each["method"]) and path in each["path"]]

    async def violations(self) -> list[str]:
        """What was not as Discord's own description says, on either side."""
        answer = await self.ask("violations", {})
        return msgspec.convert(answer["violations"], list[str])

    async def forget(self) -> None:
        """Do not judge what was exchanged so far: for a test that breaks the rules itself."""
        await self.ask("forget", {})

    async def portal(self, **settings: Any) -> None:  # noqa: ANN401 - any JSON
        """The developer portal: `privileged` intents, `integration_types`."""
        await self.ask("portal", settings)
