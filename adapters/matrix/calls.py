"""Requests to the homeserver: one try each, JSON in and out, every failure in our words.

Nobody waits in here for a better time: whoever asked decides when to ask again.
"""

import json
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

import aiohttp

from adapters.matrix.refusals import NoAnswer, understood

CLIENT = "/_matrix/client/v3"
MEDIA = "/_matrix/media/v3/upload"
WAIT = 30.0  # seconds for one answer
LISTED = "listed"  # the name under which an answer stands that is a list and no object


class Calls:
    """A way to one homeserver. `token` is set once somebody has logged in."""

    def __init__(self, homeserver: str) -> None:
        self._homeserver = homeserver.rstrip("/")
        self._http: aiohttp.ClientSession | None = None
        self.token = ""

    async def __aenter__(self) -> Self:
        """Open it."""
        self._http = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar())
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        """Close it."""
        await self.close()

    async def close(self) -> None:
        """Let go of its connections; twice is fine."""
        http, self._http = self._http, None
        if http is not None:
            await http.close()

    async def get(
        self, path: str, query: Mapping[str, str] | None = None, *, wait: float = WAIT
    ) -> dict[str, Any]:
        """What is there. Raises what `ask` raises."""
        return await self.ask("GET", path, query=query, wait=wait)

    async def post(self, path: str, body: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Have something done. Raises what `ask` raises."""
        return await self.ask("POST", path, body=body or {})

    async def put(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Have something stand there. Raises what `ask` raises."""
        return await self.ask("PUT", path, body=body)

    async def upload(self, data: bytes) -> dict[str, Any]:
        """Have bytes kept that say of themselves neither what nor whose they are."""
        return await self.ask("POST", MEDIA, data=data)

    async def ask(  # noqa: PLR0913 - what a request is made of
        self,
        method: str,
        path: str,
        *,
        body: Mapping[str, Any] | None = None,
        data: bytes | None = None,
        query: Mapping[str, str] | None = None,
        wait: float = WAIT,
    ) -> dict[str, Any]:
        """The answer. `path` is below the client API, unless it begins with "/_matrix".

        Raises `TryLater` where nothing sensible came back within `wait` seconds, `TokenRefused`
        and `Refused`.
        """
        if self._http is None:
            raise NoAnswer
        address = path if path.startswith("/_matrix") else CLIENT + path
        try:
            async with self._http.request(
                method,
                self._homeserver + address,
                json=body,
                data=data,
                params=query,
                headers={"Authorization": f"Bearer {self.token}"} if self.token else {},
                timeout=aiohttp.ClientTimeout(total=wait),
                allow_redirects=method == "GET",
            ) as came:
                return understood(came.status, await _json(came), came.headers)
        except (aiohttp.ClientError, TimeoutError, OSError) as no:
            raise NoAnswer from no


async def _json(came: aiohttp.ClientResponse) -> object:
    """The answer's JSON, or None where it is none. Without a look at what type it says it is."""
    try:
        answer = json.loads(await came.read())
    except (ValueError, RecursionError):
        return None
    return {LISTED: answer} if isinstance(answer, list) else answer


def part(name: str) -> str:
    """A name as one part of a path: ids hold ":", "$" and sometimes "/"."""
    return quote(name, safe="")
