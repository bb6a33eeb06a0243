"""The peer as a process: says its address in one line, and ends when its input does."""

import asyncio
import sys

import msgspec
from aiohttp import web

from tests.adapters.discord.peer import control, gateway, wire
from tests.adapters.discord.peer.system import TOKEN, Discord

BIGGEST = 30 * 1024 * 1024  # bytes of a request


def application(discord: Discord) -> web.Application:
    """All doors of the peer on one port."""

    async def rest(request: web.Request) -> web.StreamResponse:
        return await wire.serve(request, discord)

    async def socket(request: web.Request) -> web.StreamResponse:
        resume = discord.base.replace("http", "ws") + "/gateway"
        return await gateway.connect(request, discord.gateway, resume)

    async def test(request: web.Request) -> web.StreamResponse:
        return await control.serve(request, discord)

    async def file(request: web.Request) -> web.StreamResponse:
        content = discord.world.files.get(request.path)
        return web.Response(status=404) if content is None else web.Response(body=content)

    app = web.Application(client_max_size=BIGGEST)
    app.router.add_route("*", wire.PREFIX + "/{rest:.*}", rest)
    app.router.add_get("/gateway{end:/?}", socket)
    app.router.add_post("/control/{rest:.*}", test)
    app.router.add_get("/cdn/{rest:.*}", file)
    return app


async def main() -> None:
    """Serve on a free port of this machine until standard input ends."""
    discord = Discord()
    runner = web.AppRunner(application(discord), access_log=None)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0, shutdown_timeout=0.1)
    await site.start()
    discord.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    said = {"url": discord.base, "token": TOKEN, "warnings": discord.record.warnings}
    sys.stdout.write(msgspec.json.encode(said).decode() + "\n")
    sys.stdout.flush()
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(main())
