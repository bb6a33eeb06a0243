"""Builds the whole bot; the only room that knows every other."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from importlib.metadata import entry_points
from pathlib import Path

from bot import logs
from bot.adapter import Adapter, Clock, House, ShownCommand
from bot.care.lines import book as lines
from bot.care.lines.choosing import offer
from bot.care.lines.reading import Reading
from bot.care.lines.reading import read as read_lines
from bot.commands.registry import ALL, Registry
from bot.commands.reply import Code
from bot.errors import ForOperator
from bot.model.event import Event
from bot.model.script import Script
from bot.model.world import Turn, World
from bot.runtime.delivery import Delivery
from bot.runtime.dispatcher import Dispatcher, identified
from bot.runtime.router import Router
from bot.runtime.scheduler import Scheduler
from bot.script import check as checking
from bot.script import content as private
from bot.script import read
from bot.script.catalog import Catalog
from bot.store.opening import open_store
from bot.store.sqlite import SqliteStore
from bot.text.words import FALLBACK, Offers, Words

GROUP = "handrail.adapters"
EXERCISES = Path(__file__).parent / "exercises"
MakeAdapter = Callable[[House], Adapter]


def exercises(dirs: Sequence[Path] = ()) -> list[Path]:
    """The folders of all exercises, in the order of their names; `dirs` hold private ones.

    Raises `BadContent` with all that is wrong with these folders and the names in them.
    """
    return private.folders(EXERCISES, dirs, {command.name for command in ALL})


def read_scripts(folders: Iterable[Path]) -> dict[str, Script]:
    """The exercises by name. Raises `BadScript`, or `BadContent` where none could be begun."""
    scripts = read.read_all(folders)
    commands(scripts)
    return scripts


def prove(dirs: Sequence[Path]) -> list[Path]:
    """The folders of all exercises, where all of them can be served.

    Those in `dirs` are proved, as those that ship have been. Raises a `ForAuthor` or a
    `ForOperator` with all that is wrong.
    """
    folders = exercises(dirs)
    read_scripts(folders)
    checking.refuse_unsound([one for one in folders if one.parent != EXERCISES])
    return folders


def commands(scripts: Mapping[str, Script]) -> Registry:
    """Every command there is, with one for each private exercise among the scripts.

    Raises `BadContent` where one cannot have a command.
    """
    shipped = {folder.name for folder in exercises()}
    own = [script for name, script in scripts.items() if name not in shipped]
    private.refuse_unservable(own, taken=len([*ALL]))
    return ALL.with_own(own)


class ShiftedClock:
    """The time of the machine, moved forward by hand. The shift outlives a restart."""

    def __init__(self, file: Path | None = None) -> None:
        """With `file`, the shift is kept there, in seconds."""
        self._file = file
        kept = file.read_text(encoding="ascii") if file and file.exists() else "0"
        self._shift = timedelta(seconds=float(kept))

    def now(self) -> datetime:
        """This instant by the shifted clock, in UTC."""
        return datetime.now(UTC) + self._shift

    def advance(self, by: timedelta) -> None:
        """Move the clock forward; never back."""
        self._shift += max(by, timedelta(0))
        if self._file:
            self._file.write_text(str(self._shift.total_seconds()), encoding="ascii")


@dataclass(frozen=True)
class Content:
    """All that it can say and do, as the files had it."""

    catalog: Catalog
    words: Words
    commands: Registry


class App:
    """A bot that is built: store, words, scripts and runtime; adapters are added to it."""

    def __init__(
        self,
        store: SqliteStore,
        content: Content,
        clock: Clock,
        code: Code | None = None,
    ) -> None:
        """Use `build`."""
        self.store = store
        self.words = content.words
        self.clock = clock
        self._content = content
        self._code = code or store.keys.code
        self._adapters: dict[str, Adapter] = {}
        self._kinds: dict[tuple[str, bool], str] = {}
        self._picking: set[str] = set()
        self.delivery = Delivery(store, self._adapters, self.words, clock)
        known = partial(
            identified,
            identify=store.keys.person_id,
            picking=self._picking,
            commands=content.commands,
        )
        self.dispatcher = Dispatcher(store, self._decide, known, self.delivery.wake)
        self.scheduler = Scheduler(store, self.dispatcher.receive, self.delivery, clock)
        self._deliverer: asyncio.Task[None] | None = None

    def _decide(self, world: World, event: Event) -> Turn:
        rooms = frozenset(name for name, adapter in self._adapters.items() if adapter.rooms)
        catalog, registry = self._content.catalog, self._content.commands
        router = Router(catalog, self.words, rooms, self._code, self._kinds, registry)
        return router.decide(world, event)

    def add(self, make: MakeAdapter, options: Mapping[str, object], data: Path) -> Adapter:
        """Make an adapter and let the delivery know it. It connects with `start`."""
        name = getattr(make, "name", "adapter")
        house = House(
            receive=self._receive,
            settle=self.scheduler.settle,
            clock=self.clock,
            vault=self.store.keys.vault(name),
            data=data,
            commands=self.commands,
            words=self.words.text,
            locales=tuple(sorted(self.words.locales(), key=lambda one: (one != FALLBACK, one))),
            options=dict(options),
        )
        adapter = make(house)
        self._adapters[adapter.name] = adapter
        if getattr(adapter, "picks", False):
            self._picking.add(adapter.name)
        self._kinds |= {(adapter.name, False): adapter.dm, (adapter.name, True): adapter.room}
        return adapter

    async def _receive(self, event: Event) -> None:
        """As `Dispatcher.receive`; and whoever did something may be reached again."""
        await self.dispatcher.receive(event)
        if event.account is not None:
            self.delivery.heard_from(event.account, self.store.keys.person_id)

    def commands(self, locale: str) -> tuple[ShownCommand, ...]:
        """Every command with its words, for menus."""
        return tuple(
            ShownCommand(
                name=one.name,
                label=self.words.text(label, locale),
                help=self.words.text(about, locale),
                person=one.person,
                people=one.people,
                text=one.text,
                control=one.control,
            )
            for one in self._content.commands
            for label, about in [one.words]
        )

    async def start(self) -> None:
        """Connect the adapters, then begin to deliver and to sweep."""
        for adapter in self._adapters.values():
            await adapter.start()
        self.serve()

    def serve(self) -> None:
        """Begin to deliver and to sweep; adapters may go on connecting meanwhile."""
        self._deliverer = asyncio.create_task(self.delivery.run())
        self.delivery.wake()
        self.scheduler.start()

    async def stop(self) -> None:
        """Stop sweeping, let adapters go, close the store. Nothing is lost by a harder stop."""
        self.scheduler.stop()
        for adapter in self._adapters.values():
            await adapter.stop()
        if self._deliverer is not None:
            self._deliverer.cancel()
            with suppress(asyncio.CancelledError):
                await self._deliverer
        await self.dispatcher.close()
        await self.store.close()


def helplines(overlay: Path) -> lines.Book:
    """The help lines that ship, with those of the file `overlay` before them, if it is there.

    What is wrong with either file is in the book and raises nothing: the directory stays.
    """
    return lines.bind(lines.shipped(), own_lines(overlay))


def own_lines(overlay: Path) -> Reading:
    """The operator's help lines; none where there is no such file. Raises nothing."""
    try:
        return read_lines(overlay.read_bytes(), str(overlay))
    except FileNotFoundError:
        return Reading()
    except OSError as no:
        return Reading(mistakes=(f"{overlay} cannot be read: {no.strerror}.",))


def _offers(book: lines.Book, clock: Clock) -> Offers:
    """Help lines of whatever country the reader named, as of the moment in which they are read."""
    return lambda wanted, reader: offer(
        book,
        reader.country,
        wanted.topics,
        today=clock.now().date(),
        languages=(reader.locale,),
    )


async def build(
    data: Path,
    clock: Clock,
    overlay: Path | None = None,
    code: Code | None = None,
    dirs: Sequence[Path] = (),
) -> App:
    """Open the store in `data` and put the bot together around it.

    `overlay` holds the operator's own help lines; without it, a file of that name in `data`.
    `code` makes the one-time codes of a rehearsal; without it, they come of the master key.
    `dirs` hold private exercises, which are proved first: those that ship have been.
    Raises a `ForOperator` when the store cannot be opened, and a `ForAuthor` when a script
    has mistakes or people are in a step that is gone.
    """
    folders = prove(dirs)
    scripts = read.read_all(folders)
    store = await open_store(data)
    try:
        today = Catalog(scripts)
        catalog = Catalog(scripts, await store.pin(today.bodies()))
        book = helplines(overlay or data / lines.FILE)
        words = Words.read(folders, catalog.renamed(), offers=_offers(book, clock))
        catalog.refuse_gone(words)
    except BaseException:
        await store.close()
        raise
    if book.mistakes:
        logs.warn("help-lines", count=len(book.mistakes))
    return App(store, Content(catalog, words, commands(scripts)), clock, code)


def adapter(name: str) -> MakeAdapter:
    """The adapter of that name, as its entry point says. Raises `NoAdapter` without one."""
    found = entry_points(group=GROUP, name=name)
    if not found:
        raise NoAdapter(f"No adapter is called {name}.")
    make: MakeAdapter = next(iter(found)).load()
    return make


class NoAdapter(ForOperator):
    """There is no such adapter. Install it, or take its section out of the settings."""
