"""The test's own door, under /control: time, faults, the gateway, people, what was wrong."""

import asyncio
import time
from collections.abc import Awaitable, Callable

import msgspec
from aiohttp import web

from tests.adapters.discord.peer import moderator, people, threads
from tests.adapters.discord.peer.faults import Fault
from tests.adapters.discord.peer.filling import Impossible
from tests.adapters.discord.peer.hub import Session
from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.system import Discord

RECONNECT, INVALID = 7, 9


async def serve(request: web.Request, discord: Discord) -> web.Response:
    """One verb. 409 for what no client would let a person do."""
    said: Json = msgspec.json.decode(await request.read() or b"{}")
    steps = request.path.removeprefix("/control/").split("/")
    try:
        answer = await _do(discord, steps, said)
    except (Impossible, KeyError) as no:
        return _json({"impossible": f"{type(no).__name__}: {no}"}, 409)
    return _json(answer, 200)


def _json(body: Json, status: int) -> web.Response:
    content = msgspec.json.encode(body)
    return web.Response(status=status, body=content, content_type="application/json")


async def _do(discord: Discord, steps: list[str], said: Json) -> Json:
    match steps:
        case ["people"]:
            return _person(discord, said)
        case ["people", name, verb]:
            return await people.VERBS[verb](discord, discord.world.named(name), said)
        case ["server", verb]:
            return moderator.VERBS[verb](discord, said)
        case [verb]:
            return await VERBS[verb](discord, said)
        case _:
            raise Impossible("/".join(steps))


def _person(discord: Discord, said: Json) -> Json:
    """Somebody new."""
    person = discord.world.add_user(said["name"])
    return {"id": str(person.id)}


async def reset(discord: Discord, _said: Json) -> Json:
    """Everything anew; the bot is disconnected and must log in again."""
    discord.begin_anew()
    return {"bot": discord.world.users[discord.world.app.user].name, **await state(discord, {})}


async def state(discord: Discord, _said: Json) -> Json:
    """Counts, and warnings about what is not checked."""
    hub = discord.gateway
    return {
        "warnings": discord.record.warnings,
        "connected": len(hub.live),
        "identified": hub.identified,
        "resumed": hub.resumed,
        "faults": discord.faults.left,
        "commands": [each["name"] for each in discord.world.commands.values()],
        "commands_created": discord.world.created,
        "app": str(discord.world.app.id),
        "bot": str(discord.world.app.user),
    }


async def connected(discord: Discord, said: Json) -> Json:
    """Wait until the bot has a session that is alive: `times` IDENTIFYs and RESUMEs so far."""
    hub = discord.gateway
    for _ in range(int(said.get("seconds", 5.0) / 0.01)):
        if hub.live and hub.identified + hub.resumed >= said.get("times", 1):
            return {"connected": True}
        await asyncio.sleep(0.01)
    return {"connected": False}


async def advance(discord: Discord, said: Json) -> Json:
    """The clock goes on: `seconds`. What has waited too long fails, or falls asleep."""
    discord.clock.advance(said["seconds"])
    discord.interactions.expire()
    threads.doze(discord)
    discord.world.bell.ring()
    return {}


async def fault(discord: Discord, said: Json) -> Json:
    """One more fault; see `faults.Fault`."""
    discord.faults.add(msgspec.convert(said, Fault))
    return {}


async def hanging(discord: Discord, said: Json) -> Json:
    """Wait until a request of the bot hangs; whether one does within `seconds`."""
    for _ in range(int(said.get("seconds", 5.0) / 0.005)):
        if discord.faults.hanging:
            return {"hanging": True}
        await asyncio.sleep(0.005)
    return {"hanging": False}


async def mend(discord: Discord, _said: Json) -> Json:
    """No faults, no limits, the gateway open."""
    discord.faults.clear()
    discord.limits.clear()
    discord.gateway.refusals = 0
    discord.gateway.gate.set()
    return {}


async def limit(discord: Discord, said: Json) -> Json:
    """A real rate limit: `route`, `count`, `seconds`."""
    discord.limits.rule(said["route"], said["count"], said["seconds"])
    return {}


async def gateway(discord: Discord, said: Json) -> Json:
    """What is to `do`: `Peer.gateway` in process.py says what there is."""
    hub = discord.gateway
    match said["do"]:
        case "drop":
            hub.cut_all()
        case "hold":
            hub.gate.clear()
        case "release":
            hub.gate.set()
        case "refuse":
            hub.refusals = said.get("times", -1)
        case what:
            for session in hub.live:
                await _to_session(discord, session, what, said)
    return {}


async def _to_session(discord: Discord, session: Session, what: str, said: Json) -> None:
    socket = session.socket
    assert socket is not None, "only live ones"
    match what:
        case "close":
            await socket.hang_up(said["code"])
        case "reconnect":
            await socket.send(msgspec.json.encode({"op": RECONNECT, "d": None}))
        case "invalidate":
            if not said["resumable"]:
                discord.gateway.end(session)
                socket.void = True
            await socket.send(msgspec.json.encode({"op": INVALID, "d": said["resumable"]}))
        case "malformed":
            text = '{"op":0,"t":"MESSAGE_CREATE","s":1,"d":{}}'
            await socket.send(said.get("text", text).encode())
        case _:
            raise Impossible(f"the gateway cannot {what}")


async def violations(discord: Discord, _said: Json) -> Json:
    """What was wrong with the traffic so far."""
    return {"violations": discord.record.violations(), "warnings": discord.record.warnings}


async def forget(discord: Discord, _said: Json) -> Json:
    """What was exchanged so far is neither counted nor judged."""
    discord.record.clear()
    return {}


async def requests(discord: Discord, _said: Json) -> Json:
    """Every request of the bot."""
    return {"requests": discord.record.requests()}


async def crowd(discord: Discord, said: Json) -> Json:
    """All of these at the same moment: `acts`, each [name, verb, what is said with it].

    Returns for each how it was taken (`how`, `ms`, `failed`), and `cpu`: the seconds that this
    process was busy meanwhile.
    """
    begun = time.process_time()
    acts = [
        people.VERBS[verb](discord, discord.world.named(name), more)
        for name, verb, more in said["acts"]
    ]
    reports = await asyncio.gather(*acts)
    cpu = time.process_time() - begun
    wanted = ("how", "ms", "failed")
    return {"cpu": cpu, "acks": [{name: each[name] for name in wanted} for each in reports]}


async def quiet(discord: Discord, said: Json) -> Json:
    """Wait until no request of the bot is under way and none has come for `ms`."""
    while True:
        before = len(discord.record.exchanges)
        await asyncio.sleep(said.get("ms", 50) / 1000)
        if not discord.busy and len(discord.record.exchanges) == before:
            return {}


async def portal(discord: Discord, said: Json) -> Json:
    """What the owner set in the developer portal: `privileged` intents, `integration_types`."""
    app = discord.world.app
    app.privileged = said.get("privileged", app.privileged)
    app.integration_types = tuple(said.get("integration_types", app.integration_types))
    return {}


VERBS: dict[str, Callable[[Discord, Json], Awaitable[Json]]] = {
    verb.__name__: verb
    for verb in (
        reset,
        state,
        connected,
        advance,
        fault,
        hanging,
        mend,
        limit,
        gateway,
        violations,
        forget,
        requests,
        crowd,
        quiet,
        portal,
    )
}
