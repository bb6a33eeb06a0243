"""People who go on whatever fails: they look, they act, and act again where nothing came of it."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta
from typing import Protocol

from tests.adapters.discord.faults.talk import Act
from tests.adapters.discord.peer.person import Person, Seen
from tests.adapters.discord.peer.process import Impossible, Peer
from tests.adapters.discord.whole import WRITE

PATIENCE = 40.0  # seconds until something that must come is missed
LOOK = 0.02  # seconds between two looks
NUDGE = 0.4  # seconds without anything new, after which the stage may let time pass
AGAIN = {"slash": 4.0}  # seconds after which somebody who was told of a failure acts again
SOON = 0.4  # the same, where acting on what was taken after all begins nothing new

Do = Callable[[], Awaitable[bool]]


class Stage(Protocol):
    """What happens to the bot meanwhile."""

    async def strike(self, number: int, act: Act, do: Do) -> bool:
        """Let the act be done, with or without trouble; whether the person saw it succeed."""
        ...

    async def nudge(self) -> None:
        """Something that must come has not come yet."""
        ...

    async def advance(self, by: timedelta) -> None:
        """Time passes."""
        ...


class Players:
    """The people of one talk. `counted` holds what they did: acts, failed, repeated."""

    def __init__(self, peer: Peer, people: Iterable[Person], stage: Stage) -> None:
        self.counted: Counter[str] = Counter()
        self._peer = peer
        self._people = {one.name: one for one in people}
        self._stage = stage

    async def play(self, talk: Iterable[Act]) -> None:
        """All of it, one act after the other, each until it has been taken."""
        for number, act in enumerate(talk):
            self.counted["acts"] += 1
            if act.how == "wait":
                await self._stage.advance(timedelta(days=act.days))
            else:
                await self._until_taken(number, act)

    def told(self) -> str:
        """The counts, for a line of a report."""
        did = self.counted
        return f"{did['acts']} turns, {did['failed']} failed acks, {did['repeated']} repeated"

    async def _until_taken(self, number: int, act: Act) -> None:
        who = self._people[act.who]
        asked = await self._offered(who, act)
        before = len(await _from_bot(who))
        ok = await self._stage.strike(number, act, lambda: self._do(who, act, asked))
        async with asyncio.timeout(PATIENCE):
            while not await self._taken(who, act, asked, before, AGAIN.get(act.how, SOON)):
                if not ok:  # it failed visibly, and nothing came of it after all
                    self.counted["repeated"] += 1
                    ok = await self._do(who, act, asked)

    async def _offered(self, who: Person, act: Act) -> str:
        """The message that asks for this, as soon as it is there; "" where none is needed."""
        if act.how == "slash":
            return ""
        for _ in range(int(PATIENCE / NUDGE)):
            if found := await _look(lambda: _asking(who, act), NUDGE):
                return found
            await self._stage.nudge()
        seen = "\n".join([f"  {each.text} {each.labels}" for each in (await who.sees())[-6:]])
        raise AssertionError(f"{act}: it is not offered. They see:\n{seen}")

    async def _taken(self, who: Person, act: Act, asked: str, before: int, wait: float) -> bool:
        """Whether it had an effect before `wait` seconds were over."""

        async def effect() -> str:
            if act.how == "slash":
                return "yes" if len(await _from_bot(who)) > before else ""
            return "" if any(each.id == asked and _open(each) for each in await who.sees()) else "y"

        for _ in range(max(1, int(wait / NUDGE))):
            if await _look(effect, NUDGE):
                return True
            await self._stage.nudge()
        return False

    async def _do(self, who: Person, act: Act, asked: str) -> bool:
        """Whether the person was shown that it worked."""
        try:
            ok = await _done(who, act, asked)
        except Impossible:  # what they reached for had gone in that moment
            return True
        self.counted["failed"] += not ok
        return ok


async def _done(who: Person, act: Act, asked: str) -> bool:
    match act.how:
        case "slash":
            command, person = act.what
            return (await who.slash(command, "#general", person=person)).failed is None
        case "tap":
            return (await who.click(act.what[0], message=asked)).failed is None
        case "pick":
            return (await who.choose(*act.what, message=asked)).failed is None
        case "fill in":
            if (await who.click(WRITE, message=asked)).failed is not None:
                return False
            return (await who.submit({"Your words": act.what[0]})).failed is None
        case _:
            await who.say(act.what[0])
            return True


async def _asking(who: Person, act: Act) -> str:
    fitting = [each.id for each in await who.sees() if _asks(each, act)]
    return fitting[-1] if fitting else ""


def _asks(each: Seen, act: Act) -> bool:
    match act.how:
        case "tap":
            return act.what[0] in each.labels
        case "pick":
            offered = {one.label for select in each.selects for one in select.options}
            return offered.issuperset(act.what)
        case _:
            return act.question in each.text and WRITE in each.labels


def _open(each: Seen) -> bool:
    return bool(each.buttons or each.selects)


async def _from_bot(who: Person) -> list[Seen]:
    return [each for each in await who.sees() if each.author != who.name and not each.ephemeral]


async def _look(found: Callable[[], Awaitable[str]], seconds: float) -> str:
    """What there is to be found, as soon as it is; "" where nothing is within that time."""
    for _ in range(int(seconds / LOOK)):
        if thing := await found():
            return thing
        await asyncio.sleep(LOOK)
    return ""
