"""One HTTP request of the bot: faults, token, limits, the route itself, and the record of it."""

import asyncio
import re
import time
import traceback
from collections.abc import Callable

import msgspec
from aiohttp import BodyPartReader, web

from tests.adapters.discord.peer.faults import Fault
from tests.adapters.discord.peer.limits import refusal_body
from tests.adapters.discord.peer.openapi import Exchange
from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.posting import Upload
from tests.adapters.discord.peer.refusals import SENTENCES, Refused
from tests.adapters.discord.peer.rest import (
    channels,
    commands,
    interactions,
    messages,
    threads,
    users,
    webhooks,
)
from tests.adapters.discord.peer.rest.call import Answer, Call, Route
from tests.adapters.discord.peer.system import Discord

PREFIX = "/api/v10"
ROUTES: list[Route] = [
    *users.ROUTES,
    *channels.ROUTES,
    *threads.ROUTES,
    *messages.ROUTES,
    *commands.ROUTES,
    *interactions.ROUTES,
    *webhooks.ROUTES,
]
BY_TOKEN = ("/interactions/", "/webhooks/")  # their token stands in the path
MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_id")
UPLOAD = 10 * 1024 * 1024  # bytes a bot may send in a file
TABLE = [(route, re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", route[1]))) for route in ROUTES]


class Incoming(msgspec.Struct):
    """What came in, read once."""

    method: str
    path: str
    query: dict[str, str]
    body: bytes | None
    uploads: list[Upload]
    arrived: float  # seconds by the performance counter


async def serve(request: web.Request, discord: Discord) -> web.StreamResponse:
    """Answer one request, unless the line is to be cut."""
    discord.busy += 1
    try:
        incoming = await _read(request)
        return await _serve(request, discord, incoming)
    finally:
        discord.busy -= 1


async def _serve(request: web.Request, discord: Discord, incoming: Incoming) -> web.StreamResponse:
    faults = discord.faults.take(incoming.method, incoming.path)
    for delay in (each for each in faults if each.kind == "delay"):
        await asyncio.sleep(delay.ms / 1000)
    fault = next((each for each in faults if each.kind != "delay"), None)
    if fault is None or fault.kind.startswith("commit"):
        headers, answer = _answer(request, discord, incoming)
        if fault is None:
            return _sent(discord, incoming, answer, headers)
    status = {"rate-limit": 429}.get(fault.kind, fault.status)
    _note(discord, incoming, Answer(status=status), faulted=True)
    if fault.kind.endswith("hang"):
        await discord.faults.hang()
    return _failed(request, fault)


def _failed(request: web.Request, fault: Fault) -> web.Response:
    """The answer that a fault gives instead of the true one."""
    match fault.kind:
        case "drop" | "commit-then-drop" | "hang" | "commit-then-hang":
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=499)
        case "rate-limit":
            wait = {"Retry-After": "1", "X-RateLimit-Scope": "shared"}
            body = refusal_body(fault.retry_after, everywhere=fault.everywhere)
            return _response(Answer(body, 429), wait)
        case _ if fault.code is not None:
            said = SENTENCES.get(fault.code, (0, "Something went wrong"))[1]
            return _response(Answer({"message": said, "code": fault.code}, fault.status), {})
        case _:
            return web.Response(status=fault.status, text="upstream connect error")


def _answer(
    request: web.Request, discord: Discord, incoming: Incoming
) -> tuple[dict[str, str], Answer]:
    """What the route says, or why it is refused; with the rate limit's headers."""
    headers: dict[str, str] = {}
    try:
        (method, template, action), names = _route(discord, incoming)
        _authorise(request, discord, template)
        major = "/".join(names[name] for name in MAJOR if name in names)
        headers, refusal = discord.limits.take(f"{method} {template}", major)
        if refusal is not None:
            return headers, Answer(refusal, 429)
        sent, uploads = _json(incoming), incoming.uploads
        call = Call(discord, names, incoming.query, sent, uploads, incoming.arrived)
        return headers, _done(call, action, incoming)
    except Refused as no:
        return headers, Answer(no.body, no.status)


def _done(call: Call, action: Callable[[Call], Answer], incoming: Incoming) -> Answer:
    """What the route does. A body of another shape than any we know is loud, and refused."""
    try:
        return action(call)
    except (TypeError, AttributeError, KeyError, ValueError) as puzzled:
        place = f"{incoming.method} {incoming.path}"
        traceback.print_exception(puzzled)
        call.discord.record.wrong.append(f"{place}: {puzzled!r} in the peer; is the body so?")
        raise Refused(50035) from puzzled


def _route(discord: Discord, incoming: Incoming) -> tuple[Route, dict[str, str]]:
    """The route, and what stands in the places of its path. Raises `Refused` for none."""
    for route, pattern in TABLE:
        match = pattern.fullmatch(incoming.path)
        if route[0] == incoming.method and match:
            return route, match.groupdict()
    discord.record.wrong.append(f"{incoming.method} {incoming.path}: this peer has no such route")
    raise Refused(0, status=404)


def _authorise(request: web.Request, discord: Discord, template: str) -> None:
    given = request.headers.get("Authorization")
    if not template.startswith(BY_TOKEN) and given != f"Bot {discord.world.app.token}":
        raise Refused(0)


def _json(incoming: Incoming) -> Json:
    if incoming.body is None:
        return {}
    try:
        body: Json = msgspec.json.decode(incoming.body)
    except msgspec.DecodeError as no:
        raise Refused(50109) from no
    if any(len(upload.content) > UPLOAD for upload in incoming.uploads):
        raise Refused(40005)
    return body


async def _read(request: web.Request) -> Incoming:
    """The body, be it plain JSON or a form with `payload_json` and files."""
    arrived = time.perf_counter()
    path = request.path.removeprefix(PREFIX)
    body: bytes | None = None
    uploads: list[Upload] = []
    if request.content_type == "multipart/form-data":
        body = await _form(request, uploads)
    elif request.can_read_body:
        body = await request.read() or None
    return Incoming(request.method, path, dict(request.query), body, uploads, arrived)


async def _form(request: web.Request, uploads: list[Upload]) -> bytes:
    body = b"{}"
    async for part in await request.multipart():
        assert isinstance(part, BodyPartReader), "no form within a form"
        content = bytes(await part.read())
        if part.name == "payload_json":
            body = content
        else:
            kind = part.headers.get("Content-Type", "application/octet-stream")
            uploads.append(Upload(part.filename or "file", kind, content))
    return body


def _sent(
    discord: Discord, incoming: Incoming, answer: Answer, headers: dict[str, str]
) -> web.Response:
    _note(discord, incoming, answer)
    return _response(answer, headers)


def _note(discord: Discord, incoming: Incoming, answer: Answer, *, faulted: bool = False) -> None:
    has_body = answer.status != 204 and not faulted
    discord.record.exchanges.append(
        Exchange(
            method=incoming.method,
            path=incoming.path,
            query=incoming.query,
            request=incoming.body,
            status=answer.status,
            response=msgspec.json.encode(answer.body) if has_body else None,
            faulted=faulted,
        )
    )


def _response(answer: Answer, headers: dict[str, str]) -> web.Response:
    """JSON, its type said without a charset: with one, discord.py takes it for a text."""
    headers = headers | {"Via": "1.1 peer"}  # a 429 without it means a ban to discord.py
    if answer.status == 204:
        return web.Response(status=204, headers=headers)
    headers["Content-Type"] = "application/json"
    body = msgspec.json.encode(answer.body)
    return web.Response(status=answer.status, body=body, headers=headers)
