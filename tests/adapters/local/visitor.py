"""Speaks to the bench as the page does, but by hand, so that it can also do it wrong."""

import io
import json
import uuid
from typing import Any

import aiohttp


class Visitor:
    """One HTTP client with the bench's address."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self.session = session
        self.url = url
        self.base = url.partition("/?")[0]

    async def enter(self) -> None:
        """Open the address; from then on the cookie is there."""
        async with self.session.get(self.url) as page:
            assert page.status == 200

    async def post(self, path: str, body: object = None, **headers: str) -> tuple[int, str]:
        """POST some JSON as the page would. The status, and the code of a problem."""
        data = io.BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
        told = {"Origin": self.base, "Content-Type": "application/json"}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.session.post(self.base + path, data=data, headers=told) as answer:
            text = await answer.text()
            return answer.status, json.loads(text)["problem"] if text else ""

    async def say(self, text: str, *, person: str = "ari", place: str = "dm", key: str = "") -> int:
        """Type something. The status of the answer."""
        act = {"key": key or str(uuid.uuid4()), "person": person, "place": place, "text": text}
        return (await self.post("/say", act))[0]

    async def push(self, since: str = "") -> dict[str, Any]:
        """The first event of the stream: what changed after `since`, or everything."""
        query = {"since": since}
        async with self.session.get(f"{self.base}/stream", params=query) as stream:
            await stream.content.readline()
            line = await stream.content.readline()
            push: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
            return push

    async def texts(self, place: str = "dm:ari") -> list[str]:
        """What is to be read in a place, in order."""
        posts = (await self.push())["news"]["posts"]
        return [p["body"]["text"] for p in posts if p["place"] == place and p["body"]]
