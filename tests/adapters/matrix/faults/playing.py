"""People who look, type what is asked for, and go on when the bot has taken it."""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Protocol

from tests.adapters.discord.faults.talk import Act
from tests.adapters.matrix.device import Device
from tests.adapters.matrix.faults.talk import Enter
from tests.adapters.matrix.people import Somebody
from tests.adapters.matrix.timeline import Seen
from tests.adapters.matrix.whole import NUMBERED, labels, question

LOOKS = 60  # times `NUDGE`, until something that must come is missed
NUDGE = 0.6  # seconds without it, after which the stage may let time pass

Do = Callable[[], Awaitable[object]]


class Stage(Protocol):
    """What happens to the bot meanwhile."""

    async def strike(self, act: Act | Enter, do: Do) -> None:
        """Let the act be done, with or without trouble."""
        ...

    async def nudge(self) -> None:
        """Something that must come has not come yet."""
        ...

    async def advance(self, by: timedelta) -> None:
        """Time passes."""
        ...


class Players:
    """The people of one talk. `turns` counts what they did."""

    def __init__(self, people: Mapping[str, Somebody], stage: Stage) -> None:
        self.turns: Counter[str] = Counter()
        self._people = people
        self._stage = stage

    async def play(self, talk: Iterable[Act | Enter]) -> None:
        """All of it, one act after the other, each until it has been taken."""
        for act in talk:
            self.turns[type(act).__name__] += 1
            match act:
                case Act(how="wait"):
                    await self._stage.advance(timedelta(days=act.days))
                case Enter():
                    await self._enters(act)
                case Act():
                    await self._until_taken(act)

    async def _enters(self, act: Enter) -> None:
        who = self._people[act.who]
        await self._wait(who, lambda: bool(who.device.invitations), "an invitation")
        room = next(reversed(who.device.invitations))
        await self._stage.strike(act, lambda: who.joins(room))
        await who.heard("This is the shared place", room)

    async def _until_taken(self, act: Act) -> None:
        who = self._people[act.who]
        asked = await self._offered(who, act)
        words = _typed(act, asked, self._people)
        before = {each.id for each in who.timeline().messages}
        await self._stage.strike(act, lambda: who.say(words))

        def taken() -> bool:
            """The question is gone, or more was said."""
            seen = who.timeline().messages
            gone = asked is not None and all(each.id != asked.id for each in seen)
            return gone or any(each.sender != who.user and each.id not in before for each in seen)

        await self._wait(who, taken, f"{act} to be taken")

    async def _offered(self, who: Somebody, act: Act) -> Seen | None:
        """The message that asks for this, as soon as it is there; None where none is needed."""
        if act.how == "slash":
            return None
        await self._wait(who, lambda: _asking(who, act) is not None, f"{act} to be offered")
        found = _asking(who, act)
        assert found
        who.answered.add(found.id)
        await _on_every_phone(who, found)
        return found

    async def _wait(self, who: Somebody, so: Callable[[], bool], what: str) -> None:
        for _ in range(LOOKS):
            with suppress(AssertionError):
                return await who.until(so, what, seconds=NUDGE)
            await self._stage.nudge()
        return await who.until(so, what, seconds=NUDGE)


async def _on_every_phone(who: Somebody, asked: Seen) -> None:
    """Until those that are not in the hand show it too: once it is answered, it is taken back."""
    for phone in who.drawer:
        await phone.until(partial(_shows, phone, who.dm, asked.id), "the question")


def _shows(phone: Device, room: str, message: str) -> bool:
    seen = phone.rooms[room].find(message) if room in phone.rooms else None
    return seen is not None and not seen.unreadable


def _asking(who: Somebody, act: Act) -> Seen | None:
    if act.how in ("tap", "pick"):
        newest = question(who)
        fresh = newest is not None and newest.id not in who.answered
        return newest if fresh and newest and set(act.what) <= set(labels(newest)) else None
    seen = [each for each in who.timeline().messages if each.sender != who.user]
    found = [each for each in seen if act.question in each.text and each.id not in who.answered]
    return found[-1] if found else None


def _typed(act: Act, asked: Seen | None, people: Mapping[str, Somebody]) -> str:
    """Numbers where there are any, else the words."""
    if act.how == "slash":
        command, person = act.what
        return f"{command} {people[person].user}"
    numbers = {label: number for number, label in NUMBERED.findall(asked.text if asked else "")}
    return ", ".join(numbers.get(each, each) for each in act.what)
