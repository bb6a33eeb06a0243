"""The page and its few doors: what the browser may ask for, and the stream of what is new."""

import asyncio
import contextlib
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec
from aiohttp import web
from aiohttp.typedefs import Handler

from adapters.local.guard import Guard
from adapters.local.inbound import Ask, Join, Refused, Say, Tap, Wait, event_of, said, seat, step_of
from adapters.local.memory import Memory, dm_of
from adapters.local.views import Human, Push
from bot.adapter import House, ShownCommand
from bot.model.event import DM, PEOPLE

T = TypeVar("T")
Act = Say | Tap | Ask
Commands = tuple[ShownCommand, ...] | None

PAGE = Path(__file__).parent / "page"
LARGEST = 1024 * 1024  # bytes of one request
HEARTBEAT = 10.0  # seconds: the page takes longer silence for a lost connection


class Server:
    """Serves one page. It knows HTTP; the memory and the house know the rest."""

    def __init__(self, house: House, memory: Memory, guard: Guard) -> None:
        """Nothing is bound yet; `app` is what to run."""
        self._house = house
        self._memory = memory
        self._news = asyncio.Event()
        self._closing = False
        self.app = web.Application(client_max_size=LARGEST)
        guard.watch(self.app)
        self.app.add_routes(
            [
                web.get("/", self._index),
                web.get("/page/{name}", self._file),
                web.get("/picture/{id}", self._picture),
                web.get("/stream", self._stream),
                web.post("/say", self._say),
                web.post("/tap", self._acting(Tap)),
                web.post("/ask", self._acting(Ask)),
                web.post("/join", self._join),
                web.post("/wait", self._wait),
            ]
        )

    def notify(self) -> None:
        """Something is new: every open page is told."""
        self._news.set()
        self._news = asyncio.Event()

    def close(self) -> None:
        """End every stream, so that nobody waits for a page that is only listening."""
        self._closing = True
        self.notify()

    async def _index(self, _: web.Request) -> web.StreamResponse:
        return web.FileResponse(PAGE / "index.html")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        """One of the page's own files, by its bare name."""
        name = request.match_info["name"]
        if name not in {file.name for file in PAGE.iterdir()}:
            raise web.HTTPNotFound
        return web.FileResponse(PAGE / name)

    async def _picture(self, request: web.Request) -> web.StreamResponse:
        """The picture of one post. It is kept nowhere on the way: see the guard's headers."""
        data = await self._memory.picture(request.match_info["id"])
        if data is None:
            raise web.HTTPNotFound
        return web.Response(body=data, content_type="image/png")

    async def _say(self, request: web.Request) -> web.StreamResponse:
        """Typed words. They are shown once the core has them, before what it answers."""
        act = await _read(request, Say)
        event = said(act, await self._who(act), self._now())
        await self._memory.reserve(event.key, _place_here(act), act.person)
        try:
            await self._house.receive(event)
        except BaseException:
            await self._memory.let_go(event.key)
            raise
        await self._memory.keep(event.key, event.text.open_for(act.person), event.at)
        self.notify()
        return _done()

    def _acting(self, shape: type[Tap] | type[Ask]) -> Handler:
        """Taps and commands: nothing of them is kept here; what the core answers is."""

        async def act_on(request: web.Request) -> web.StreamResponse:
            act = await self._named(await _read(request, shape))
            event = event_of(act, await self._who(act), self._now())
            await self._house.receive(event)
            return _done()

        return act_on

    async def _named(self, act: Tap | Ask) -> Tap | Ask:
        """A person picked from the menu is called by the name that stands there."""
        picked = {} if isinstance(act, Tap) else act.options.keys() & {*PEOPLE}
        if isinstance(act, Tap) or not picked:
            return act
        names = {human.id: human.name for human in await self._memory.people()}
        called = {one: names.get(act.options[one], "") for one in picked}
        # where the id is not the name in small letters, it stays what it is
        shown = {one: name for one, name in called.items() if name.casefold() == act.options[one]}
        return msgspec.structs.replace(act, options=act.options | shown)

    async def _join(self, request: web.Request) -> web.StreamResponse:
        who = seat((await _read(request, Join)).name)
        if not await self._memory.add(who.id, who.name):
            raise Refused("name-taken", 409)
        self.notify()
        return _done()

    async def _wait(self, request: web.Request) -> web.StreamResponse:
        self._house.clock.advance(step_of(await _read(request, Wait)))
        self.notify()
        await self._house.settle()
        return _done()

    async def _who(self, act: Act) -> Human:
        """Who acts. Raises `Refused` when they are not here, or cannot act in that place."""
        who = next((human for human in await self._memory.people() if human.id == act.person), None)
        if who is None:
            raise Refused("unknown-person", 404)
        if act.place != DM:
            await self._check_room(act)
        return who

    async def _check_room(self, act: Act) -> None:
        room = next((room for room in await self._memory.rooms() if room.place == act.place), None)
        if room is None or act.person not in room.people:
            raise Refused("unknown-place", 404)
        if room.closed:
            raise Refused("closed", 409)

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        """Server-sent events: what changed after the page's mark, then whatever changes next.

        A page that comes back says its mark, so nothing is missed; a post has its id, so
        nothing is doubled.
        """
        mark = request.headers.get("Last-Event-ID") or request.query.get("since", "")
        answer = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await answer.prepare(request)
        commands: Commands = self._house.commands(request.query.get("locale", "en"))
        try:
            while not self._closing:
                more = self._news  # taken before the memory is read: nothing falls in between
                news = await self._memory.since(mark)
                await answer.write(_sse(Push(now=self._now(), news=news, commands=commands)))
                mark, commands = news.mark, None
                await _at_most(HEARTBEAT, more)
        except ConnectionError:
            pass  # the page went away
        return answer

    def _now(self) -> datetime:
        return self._house.clock.now()


async def _read(request: web.Request, shape: type[T]) -> T:
    try:
        return msgspec.json.decode(await request.read(), type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Refused("not-understood") from None


def _done() -> web.Response:
    return web.Response(status=204)


def _place_here(act: Act) -> str:
    return dm_of(act.person) if act.place == DM else act.place


def _sse(push: Push) -> bytes:
    """One event; JSON holds no line break, so one data line is enough."""
    return b"id: %b\ndata: %b\n\n" % (push.news.mark.encode(), msgspec.json.encode(push))


async def _at_most(seconds: float, event: asyncio.Event) -> None:
    with contextlib.suppress(TimeoutError):
        await asyncio.wait_for(event.wait(), seconds)
