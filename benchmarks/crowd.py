"""Many people at once on Discord: from what they do to its acknowledgement, over the wire.

`handrail run` is a process of its own, and so is the Discord it talks to: the local one that
the tests have, in which nothing is judged meanwhile. That one reads the clock as an interaction
goes out on the gateway and as its callback comes in, so that nobody's own client is in the
figure. Its own work is: both share this machine, and it answers every request.

`python -m benchmarks.crowd crowd <folder>` prints the figures as JSON.
"""

import asyncio
import json
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from statistics import quantiles
from typing import Any

import aiohttp

from benchmarks import bare
from bot.store.opening import FILE
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Address, Peer, listening
from tests.adapters.discord.served import Served

AT_ONCE = 50
ROUNDS = 20
PEOPLE = AT_ONCE * ROUNDS  # newcomers all of them; afterwards they all press a button at once
SETTLED = 250  # ms without a request: what was to be delivered is delivered
BEGIN = {"command": "start", "place": "dm"}
FIRST = "Start"  # the button under the first message
PRESS = {"button": FIRST, "place": "dm"}
PATIENCE = 30.0  # seconds until something that must come is missed

Figures = dict[str, float]
Act = tuple[str, str, dict[str, Any]]  # who, what, with what


async def crowd(folder: Path) -> Figures:
    """Slash commands of 50 newcomers at once, round by round; then a click of all of them."""
    async with aiohttp.ClientSession() as http:
        with listening() as address:
            peer, served = Peer(address, http), Served(folder, address)
            await peer.begin()
            people = [await peer.person(f"p{number}") for number in range(PEOPLE)]
            await served.start()
            try:
                await _until_known(peer)
                figures = await _measured(peer, served, people)
            finally:
                await served.stop()
            figures |= await _bare(address, http)
    _counted(folder, int(figures["slash_in_time"] + figures["click_in_time"]))
    return figures


async def _bare(address: Address, http: aiohttp.ClientSession) -> Figures:
    """The same slash commands, to a bot that keeps nothing and only acknowledges."""
    peer, served = Peer(address, http), bare.Served(address)
    await peer.begin()
    people = [await peer.person(f"p{number}") for number in range(AT_ONCE)]
    await served.start()
    try:
        await _until_known(peer)
        ms: list[float] = []
        for _ in range(ROUNDS):
            report = await peer.crowd(*((who.name, "slash", BEGIN) for who in people))
            ms += [each["ms"] for each in report["acks"] if each["failed"] is None]
            await peer.quiet(SETTLED)
    finally:
        await served.stop()
    return {"bare_p99_ms": quantiles(ms, n=100)[98]}


async def _until_known(peer: Peer) -> None:
    async with asyncio.timeout(PATIENCE):
        while not (await peer.state())["commands"]:  # noqa: ASYNC110 - the peer tells of no event
            await asyncio.sleep(0.01)


async def _measured(peer: Peer, served: Served, people: Sequence[Person]) -> Figures:
    slash, click = Waited(), Waited()
    for first in range(0, PEOPLE, AT_ONCE):
        some = people[first : first + AT_ONCE]
        await slash.add(peer, served, *((who.name, "slash", BEGIN) for who in some))
        for who in some:
            await _offered(who)
        await peer.quiet(SETTLED)
    await click.add(peer, served, *((who.name, "click", PRESS) for who in people))
    return slash.figures("slash") | click.figures("click")


async def _offered(who: Person) -> None:
    """Wait until the button is before them."""
    async with asyncio.timeout(PATIENCE):
        while not any(  # noqa: ASYNC110 - the peer tells of no event
            FIRST in each.labels for each in await who.sees(at_least=1)
        ):
            await asyncio.sleep(0.02)


class Waited:
    """How long people waited to be acknowledged, and whose work it was."""

    def __init__(self) -> None:
        """Nobody has waited yet."""
        self._ms: list[float] = []  # of those who were acknowledged in time
        self._peer = self._bot = 0.0  # seconds of processor time

    async def add(self, peer: Peer, served: Served, *acts: Act) -> None:
        """All of these at once."""
        before = served.busy()
        report = await peer.crowd(*acts)
        self._bot += served.busy() - before
        self._peer += report["cpu"]
        self._ms += [each["ms"] for each in report["acks"] if each["failed"] is None]

    def figures(self, name: str) -> Figures:
        """In milliseconds; how many were in time; the peer's share of the work, 0 to 1."""
        cuts = quantiles(self._ms, n=100)
        return {
            f"{name}_p50_ms": cuts[49],
            f"{name}_p95_ms": cuts[94],
            f"{name}_p99_ms": cuts[98],
            f"{name}_in_time": len(self._ms),
            f"{name}_peer": self._peer / (self._peer + self._bot),
        }


def _counted(folder: Path, acknowledged: int) -> None:
    """Raises where something was acknowledged and is not in the database."""
    with closing(sqlite3.connect(folder / "data" / FILE)) as left:
        [(turns,)] = left.execute("select sum(turn) from session").fetchall()
    if turns < acknowledged:
        raise AssertionError(f"{acknowledged} were acknowledged and {turns} are there")


if __name__ == "__main__":
    print(json.dumps(asyncio.run(crowd(Path(sys.argv[2])))))
