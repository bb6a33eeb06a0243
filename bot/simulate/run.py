"""Driving a rehearsal: a line in, what everybody sees out, and then `idle`.

The core, the store, the delivery and the deadlines are the real ones. Only the platform and
the clock are virtual, so ids and times are the same in every run with the same seed.
"""

import sys
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from bot.app import App, build
from bot.errors import StoreUnavailable
from bot.model.event import DM, ROOM, Asked, Chose, Event, Gone, Met, Said
from bot.model.person import Account
from bot.model.private import Private
from bot.simulate import lines
from bot.simulate.platform import NAME, Platform, SimulatedAdapter, VirtualClock, Write, load, stamp
from bot.text import codes

LONGEST = 2_000_000  # characters of one line


class Rehearsal:
    """One run over one data folder."""

    def __init__(
        self, data: Path, start: datetime, seed: int, write: Write, dirs: Sequence[Path] = ()
    ) -> None:
        """`seed` is part of every id; the same seed and lines give the same output.

        `dirs` hold private exercises.
        """
        self._dirs = dirs
        self._data = data
        self._seed = seed
        state = load(data, start)
        self._clock = VirtualClock(state.now)
        self.platform = Platform(state, self._clock, write, data)
        self._app: App | None = None

    @property
    def app(self) -> App:
        """The bot that is running. Raises RuntimeError before `begin`."""
        if self._app is None:
            raise RuntimeError("the rehearsal has not begun")
        return self._app

    async def begin(self) -> None:
        """Start the process, as often as it was ended."""
        self._app = await build(self._data, self._clock, code=self._code, dirs=self._dirs)
        self._app.add(self._make, {}, self._data)
        await self._app.scheduler.settle()

    def _make(self, house: Any) -> SimulatedAdapter:  # noqa: ANN401 - the adapter does not look
        return SimulatedAdapter(self.platform, house)

    def _code(self, session: str) -> str:
        """As reproducible as ids are; nobody guesses in a rehearsal."""
        named = f"{self._seed}/{session}".encode()
        return codes.spell(blake2b(named, digest_size=32).digest())

    async def end(self, *, kill: bool = False) -> None:
        """End the process; after a kill, without letting anything be finished."""
        self.platform.save()
        if kill:
            await self.app.store.close()
        else:
            await self.app.stop()
        self._app = None

    async def line(self, text: str) -> None:
        """Do what one line says. A bad one is answered with its error and changes nothing."""
        try:
            given = lines.read(text)
            act = self._act(given)
            self.platform.save()  # the line's number is taken, whatever becomes of it
            for _ in range(1 + given.twice):
                await act()
                await self.app.scheduler.settle()
            self.platform.save()
        except lines.BadLine as no:
            self.platform.write({"error": str(no), "input": text})
        except StoreUnavailable as no:
            self.platform.write({"error": _first_line(no), "input": text})
        self.platform.write({"idle": stamp(self._clock.now())})

    def _act(self, line: lines.Line) -> Callable[[], Awaitable[None]]:
        """What is to be done, the same thing each time it is done."""
        match line:
            case lines.Advance(advance=span):
                return partial(self._wait, self._clock.now() + lines.span(span))
            case lines.Until(until=until) if until < self._clock.now():
                raise lines.BadLine("That time has passed.")
            case lines.Until(until=until):
                return partial(self._wait, until)
            case lines.Restart(restart=how):
                return _once(partial(self._restart, kill=how == "kill"))
        event = self._event(line)
        self.platform.state.count += 1
        return partial(self.app.dispatcher.receive, event)

    async def _restart(self, *, kill: bool) -> None:
        await self.end(kill=kill)
        await self.begin()

    async def _wait(self, until: datetime) -> None:
        """Let time pass, stopping at everything that is due on the way."""
        store = self.app.store
        while (due := await store.next_time()) is not None and self._clock.now() < due <= until:
            self._clock.advance(due - self._clock.now())
            await self.app.scheduler.settle()
        self._clock.advance(until - self._clock.now())

    def _event(self, line: lines.Line) -> Event:
        match line:
            case lines.Person(person=who, zone=zone, locale=locale, welcomed=welcomed, name=name):
                base = self._base(who, name)
                return Met(**base, zone=zone, locale=locale, welcomed=welcomed)
            case lines.Say(who=who, say=text, room=room):
                place = ROOM + self._room(room) if room else DM
                return Said(**self._base(who), place=place, text=Private(text))
            case lines.Command(who=who, command=command, given=given):
                return Asked(**self._base(who), command=command, options=given)
            case lines.Choose(who=who, choose=choose, message=message):
                picks = (choose,) if isinstance(choose, str) else tuple(choose)
                return Chose(
                    **self._base(who), question=self._question(who, message), choices=picks
                )
            case lines.Happens(who=who, event=how):
                return Gone(**self._base(who), how=how)
        raise lines.BadLine("This line says nothing that can be done.")

    def _base(self, who: str, name: str = "") -> dict[str, Any]:
        key = f"{self._seed}/{self.platform.state.count}"
        account = Account(platform=NAME, native=who.casefold(), name=name or who.title())
        return {"key": key, "at": self._clock.now(), "account": account}

    def _room(self, room: str) -> str:
        if room not in self.platform.state.rooms:
            raise lines.BadLine("There is no such room, or it has closed.")
        return room

    def _question(self, who: str, message: str) -> str:
        if message and message not in self.platform.state.messages:
            raise lines.BadLine("There is no message with that id.")
        return message or self.platform.newest_open(who.casefold())


def _once(act: Callable[[], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
    """A line that is delivered twice restarts once."""
    left = [act]

    async def run() -> None:
        if left:
            await left.pop()()

    return run


def _first_line(error: Exception) -> str:
    return (type(error).__doc__ or "").partition("\n")[0]


def to_stdout(output: dict[str, Any]) -> None:
    """One JSON object a line."""
    sys.stdout.write(msgspec.json.encode(output).decode() + "\n")
    sys.stdout.flush()


async def run(
    data: Path, start: datetime, seed: int, given: Iterable[str], dirs: Sequence[Path] = ()
) -> None:
    """Read lines until there are no more; the state stays in `data`. `dirs` as for `Rehearsal`."""
    rehearsal = Rehearsal(data, start, seed, to_stdout, dirs)
    await rehearsal.begin()
    try:
        for text in given:
            if text.strip():
                await rehearsal.line(text.strip()[:LONGEST])
    finally:
        await rehearsal.end()
