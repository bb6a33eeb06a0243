"""A reverse proxy before the homeserver, as every real one has; it can be told to misbehave."""

import asyncio
import re
from collections.abc import Callable
from types import TracebackType
from typing import Any, Literal, Self, TypedDict, Unpack

import aiohttp
import msgspec
from aiohttp import web
from yarl import URL

Kind = Literal[
    "bad-gateway",
    "rate-limit",
    "unknown-token",
    "error",
    "drop",
    "hold",
    "commit-then-drop",
    "commit-then-error",
    "commit-then-hold",
]
# The kinds of requests that tests count, each by what its path looks like.
KINDS = {
    "sync": r"/sync\b",
    "send": r"/rooms/[^/]+/send/",
    "redact": r"/rooms/[^/]+/redact/",
    "messages": r"/rooms/[^/]+/messages\b",
    "create": r"/createRoom\b",
    "invite": r"/rooms/[^/]+/invite\b",
    "join": r"/join\b",
    "leave": r"/rooms/[^/]+/leave\b",
    "kick": r"/rooms/[^/]+/kick\b",
    "forget": r"/rooms/[^/]+/forget\b",
    "login": r"/login\b",
    "keys-upload": r"/keys/upload\b",
    "keys-query": r"/keys/query\b",
    "keys-claim": r"/keys/claim\b",
    "to-device": r"/sendToDevice/",
}
HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "content-encoding"}


class Details(TypedDict, total=False):
    """More of a fault: see `Fault`."""

    method: str
    times: int
    skip: int
    status: int
    retry_after_ms: int
    body: dict[str, Any]


class Fault(msgspec.Struct, kw_only=True):
    """One thing that goes wrong with the next requests that fit.

    `commit-then-...` happens after the homeserver has done what was asked, so that only its
    answer is lost. What is held waits until `mend`; then a request goes on its way, and an answer
    comes after all. aiohttp, and with it nio, asks by itself a second time when the line goes
    dead under a GET, PUT or DELETE: it takes two `times` until a client hears of it.
    """

    kind: Kind
    path: str  # one of KINDS, or a regular expression, found anywhere in the path
    method: str = ""  # empty: any
    times: int = 1  # -1: until `mend`
    skip: int = 0  # so many that fit go well first
    status: int = 500  # of an error
    retry_after_ms: int = 100  # of a rate limit
    body: dict[str, Any] = {}  # of an error

    def fits(self, method: str, path: str) -> bool:
        """Whether it is about this request."""
        return self.method in ("", method) and _looks_like(self.path, path)


class Request(msgspec.Struct, kw_only=True):
    """What somebody asked for. `status` is 0 while there is no answer, or if it was lost."""

    method: str
    path: str
    token: str
    status: int = 0


class Front:
    """`async with Front(server.url) as front`: clients are given `front.url`."""

    def __init__(self, behind: str) -> None:
        self._behind = behind
        self._faults: list[Fault] = []
        self._mended = asyncio.Event()
        self._news = asyncio.Condition()
        self.requests: list[Request] = []
        self.url = ""

    async def __aenter__(self) -> Self:
        """Begin to listen."""
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_route("*", "/{path:.*}", self._take)
        self._http = aiohttp.ClientSession(
            auto_decompress=False, timeout=aiohttp.ClientTimeout(total=120)
        )
        self._runner = web.AppRunner(
            app, access_log=None, handler_cancellation=True, shutdown_timeout=0
        )
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let everything go that waits, and close."""
        self.mend()
        await self._runner.cleanup()
        await self._http.close()

    def fault(self, kind: Kind, path: str = "", **more: Unpack[Details]) -> None:
        """The next request that fits goes wrong; `path` is one of KINDS or an expression."""
        self._faults.append(Fault(kind=kind, path=path, **more))

    def mend(self) -> None:
        """No faults any more; what is held goes on."""
        self._faults.clear()
        self._mended.set()
        self._mended = asyncio.Event()

    @property
    def left(self) -> int:
        """How many faults have not (or not often enough) happened yet."""
        return len(self._faults)

    def count(self, path: str = "", *, status: int | None = None, token: str = "") -> int:
        """So many requests of that kind have come: with that answer, by that token."""
        return sum(
            _looks_like(path, each.path)
            and status in (None, each.status)
            and token in ("", each.token)
            for each in self.requests
        )

    async def until(self, so: Callable[[Self], bool], seconds: float = 20.0) -> None:
        """Wait until this is so of the front; it is asked again after each request and answer."""
        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(lambda: so(self))

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()

    async def _take(self, request: web.Request) -> web.StreamResponse:
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        noted = Request(method=request.method, path=request.raw_path, token=token)
        self.requests.append(noted)
        await self._tell()
        fault = self._next(noted)
        response = await self._answer(request, fault)
        if response is None:
            assert request.transport
            request.transport.abort()
            return web.Response()  # goes nowhere
        noted.status = response.status
        await self._tell()
        return response

    def _next(self, request: Request) -> Fault | None:
        for fault in [each for each in self._faults if each.fits(request.method, request.path)]:
            if fault.skip:
                fault.skip -= 1
                continue
            fault.times -= fault.times > 0
            if fault.times == 0:
                self._faults.remove(fault)
            return fault
        return None

    async def _answer(self, request: web.Request, fault: Fault | None) -> web.Response | None:
        """None where the line goes dead."""
        match fault.kind if fault else None:
            case "bad-gateway":
                return web.Response(status=502, text="<html>Bad Gateway</html>")
            case "drop":
                return None
            case "hold":
                await self._mended.wait()
        if fault and fault.kind in ("rate-limit", "unknown-token", "error"):
            return _refusal(fault)
        response = await self._pass_on(request)
        match fault.kind if fault else None:
            case "commit-then-drop":
                return None
            case "commit-then-error" if fault:
                return _refusal(fault)
            case "commit-then-hold":
                await self._mended.wait()
        return response

    async def _pass_on(self, request: web.Request) -> web.Response:
        url = URL(self._behind + request.raw_path, encoded=True)
        headers = {key: value for key, value in request.headers.items() if key.lower() not in HOP}
        body = await request.read()
        try:
            async with self._http.request(
                request.method, url, headers=headers, data=body or None
            ) as response:
                content = await response.read()
                kept = {k: v for k, v in response.headers.items() if _stays(k)}
                return web.Response(status=response.status, headers=kept, body=content)
        except aiohttp.ClientError:  # the homeserver is down
            return web.Response(status=502, text="<html>Bad Gateway</html>")


def _stays(header: str) -> bool:
    return header.lower() not in HOP or header.lower() == "content-encoding"


def _looks_like(kind: str, path: str) -> bool:
    return re.search(KINDS.get(kind, kind), path) is not None


def _refusal(fault: Fault) -> web.Response:
    """As Matrix words it."""
    match fault.kind:
        case "rate-limit":
            body: dict[str, Any] = {"errcode": "M_LIMIT_EXCEEDED", "error": "Too Many Requests"}
            return web.json_response(body | {"retry_after_ms": fault.retry_after_ms}, status=429)
        case "unknown-token":
            body = {"errcode": "M_UNKNOWN_TOKEN", "error": "Unknown access token"}
            return web.json_response(body, status=401)
    return web.json_response(
        fault.body or {"errcode": "M_UNKNOWN", "error": "Oh"}, status=fault.status
    )
