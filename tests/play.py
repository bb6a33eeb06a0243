"""The transcript player: a whole house of people in memory, with a clock that is moved by hand.

Theory of operation. A `House` holds what the store would hold, as `store.batch` shows it to
one event at a time, and gives every event to the real `Router.decide`. Deadlines fire at
exactly their time; messages are rendered with the real words and land in a log, in the order
and at the second in which their readers see them. There is no store, no waiting, no chance.

`play` reads a transcript and holds it against what happened. Every message is an expectation:
what comes and is not named is a failure, and so is what is named and does not come.

    ari: /share bo          typed text; "ari in room: pause" types it in the shared place
        → ari  who-first    a message to ari: its step, its field, or the id of its words
    ari: [me]               a choice, by its id; [sad, hurt] picks two
        → ari  pace  "slow" a message whose text holds the quoted words
    bo leaves               or "bo blocks"
    + 24h                   time passes; "zzz 24h" is time in which nothing runs
        → …                 whatever else comes here is not looked at
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import blake2b
from itertools import count, permutations
from pathlib import Path
from typing import Any, Self

import msgspec

import bot
from bot.care import guide, prompting
from bot.model.event import DM, ROOM, Aged, Asked, Chose, Due, Event, Gone, Met, Prompt, Said
from bot.model.message import Message
from bot.model.person import Account, Bond, Person, PersonId, Record
from bot.model.private import Private
from bot.model.session import Session
from bot.model.world import Turn, World
from bot.runtime.dispatcher import identified
from bot.runtime.router import Router
from bot.script.catalog import Catalog
from bot.script.read import read_all
from bot.store.batch import Batch, everybody
from bot.text import codes
from bot.text.words import Words
from tests.seen import Seen, as_seen, length_of, span

__all__ = ["House", "Seen", "act", "play", "span"]  # what a test is written with

START = datetime(2026, 1, 5, 15, 0, tzinfo=UTC)  # a Monday afternoon, nobody's quiet hours
PLATFORM = "local"
ENDLESS = 10_000  # things that happen by themselves in one wait: more is a bug


@cache
def catalog() -> Catalog:
    """The real exercises."""
    return Catalog(read_all(_folders()))


@cache
def words() -> Words:
    """The real words."""
    return Words.read(_folders(), catalog().renamed())


def _folders() -> list[Path]:
    home = Path(bot.__file__).parent / "exercises"
    return sorted(file.parent for file in home.glob("*/exercise.toml"))


def code_of(session: str) -> str:
    """The one-time code of a session in a test."""
    return codes.spell(blake2b(session.encode(), digest_size=32).digest())


def person_id(name: str) -> PersonId:
    """The id of somebody in a test, by their name."""
    return PersonId(f"id-of-{name}")


class House:
    """People, their exercises and their clock."""

    def __init__(  # noqa: PLR0913 - each is a circumstance of its own
        self,
        *names: str,
        at: datetime = START,
        zones: dict[str, str] | None = None,
        rooms: bool = True,
        welcomed: bool = True,
        checked: bool = True,
        router: Router | None = None,
    ) -> None:
        """Ari and Bo unless other names are given; everybody has been welcomed already.

        With `checked`, all have passed the private check with each other before.
        """
        self.at = at
        self.last = ""  # the key of the newest event that somebody made
        self.log: list[Seen] = []
        self.messages: list[Message] = []  # as the engine put them
        self.records: list[Record] = []
        shared = frozenset({PLATFORM} if rooms else ())
        self.router = router or Router(catalog(), words(), shared, code_of)
        self._batch = Batch(World())
        self._later: list[Message] = []  # wait for the end of quiet hours
        self._number = count()
        self._checked = checked
        for name in names or ("ari", "bo"):
            self.meet(name, zone=(zones or {}).get(name, "UTC"), welcomed=welcomed)

    def copy(self) -> Self:
        """The same moment once more, to go on differently."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other.log, other.messages, other._later = [*self.log], [*self.messages], [*self._later]
        other.records, other._number = [*self.records], count(next(self._number))
        kept = {**self._batch.kept}
        world = World(people=self.people, bonds=self.bonds, sessions=self.sessions, records=kept)
        other._batch = Batch(world)
        return other

    # ── what there is ────────────────────────────────────────────────────────
    @property
    def people(self) -> dict[PersonId, Person]:
        """Everybody, by id."""
        return self._batch.people

    @property
    def bonds(self) -> dict[tuple[PersonId, PersonId], Bond]:
        """What people keep about each other, by owner and other."""
        return self._batch.bonds

    @property
    def sessions(self) -> dict[str, Session]:
        """What is running, by id."""
        return self._batch.sessions

    @property
    def kept(self) -> dict[tuple[PersonId, str], Record]:
        """Notes that people keep for themselves, by owner and id."""
        return self._batch.kept

    @property
    def session(self) -> Session:
        """The one session that is running."""
        (only,) = self.sessions.values()
        return only

    def person(self, name: str) -> Person:
        """Somebody with their settings."""
        return self.people[person_id(name)]

    def change(self, name: str, **settings: object) -> None:
        """Give somebody other settings, from outside."""
        changed = msgspec.structs.replace(self.person(name), **settings)
        self._batch.people[changed.id] = changed

    def bond(self, owner: str, other: str) -> Bond:
        """What `owner` keeps about `other`."""
        key = person_id(owner), person_id(other)
        return self.bonds.get(key) or Bond(owner=key[0], other=key[1])

    def rest(self, owner: str, other: str, length: str) -> None:
        """Give somebody a rest date, from outside."""
        bond = self.bond(owner, other)
        until = self.at + span(length)
        self._batch.bonds[bond.owner, bond.other] = msgspec.structs.replace(bond, rest_until=until)

    @property
    def waiting(self) -> bool:
        """Whether a message still waits for the end of somebody's quiet hours."""
        return bool(self._later)

    def stored(self) -> tuple[object, ...]:
        """All on which the future depends.

        Of the number of a turn only ids are made, and when somebody acted last who is out of it
        by now is never looked at (`engine.fading`).
        """
        batch = self._batch
        running = [_essence(one) for one in self.sessions.values()]
        return self.at, batch.people, batch.bonds, running, batch.kept, self._later

    # ── what people do ───────────────────────────────────────────────────────
    def meet(self, name: str, *, zone: str = "", welcomed: bool = True) -> list[Seen]:
        """Somebody appears."""
        return self.give(Met(**self._by(name), zone=zone, welcomed=welcomed))

    def say(self, name: str, *texts: str, room: bool = False) -> list[Seen]:
        """Somebody types these texts, one after the other."""
        where = DM if not room else ROOM + self.session.id
        events = (Said(**self._by(name), text=Private(text), place=where) for text in texts)
        return [seen for event in events for seen in self.give(event)]

    def edit(self, name: str, text: str, of: str, *, room: bool = False) -> list[Seen]:
        """The words of an earlier event are different now."""
        where = DM if not room else ROOM + self.session.id
        words = Private(text)
        return self.give(Said(**self._by(name), text=words, replaces=of, place=where))

    def choose(self, name: str, *ids: str, of: str = "") -> list[Seen]:
        """Somebody taps these choices of the newest open message that has them."""
        return self.tap(name, self.offering(name, *ids, of=of).key, *ids)

    def tap(self, name: str, key: str, *ids: str) -> list[Seen]:
        """Somebody taps something, of whatever message."""
        return self.give(Chose(**self._by(name), question=key, choices=ids))

    def ask(self, name: str, command: str, **options: str) -> list[Seen]:
        """Somebody gives a command, without typing it."""
        return self.give(Asked(**self._by(name), command=command, options=options))

    def leave(self, name: str, how: str = "left") -> list[Seen]:
        """Somebody leaves the shared place, or blocks the bot."""
        return self.give(Gone(**self._by(name), how=how))

    def _by(self, name: str) -> dict[str, Any]:
        account = Account(platform=PLATFORM, native=name, name=name.capitalize())
        self.last = f"event-{next(self._number)}"
        return {"key": self.last, "at": self.at, "account": account}

    # ── time ─────────────────────────────────────────────────────────────────
    def wait(self, length: str | timedelta) -> list[Seen]:
        """Time passes; what is due happens at exactly its time."""
        before, until = len(self.log), self.at + length_of(length)
        for _ in range(ENDLESS):
            if not self._next(until):
                self.at = until
                return self.log[before:]
        raise AssertionError("something happens by itself without end")

    def sleep(self, length: str | timedelta) -> list[Seen]:
        """Time in which nothing runs; what was due meanwhile happens late, at its end."""
        self.at += length_of(length)
        return self.wait(timedelta())

    def until_nothing(self, bound: timedelta = timedelta(days=90)) -> list[Seen]:
        """Wait until nothing happens by itself any more."""
        return self.wait(bound)

    def _next(self, until: datetime) -> bool:
        """Let the next thing happen that is due by then; False when there is none."""
        due = [(s.deadline, s.id) for s in self.sessions.values() if s.deadline is not None]
        held = [message.due for message in self._later if message.due is not None]
        aged = [(one.due, one.id) for one in self.people.values() if one.due is not None]
        plans = [(prompting.next_time(one), one.id) for one in self.people.values() if one.plans]
        asked = [(when, f"ask {who}") for when, who in plans if when is not None]
        waits = [*due, *aged, *asked, *((when, "") for when in held)]
        at, session = min(waits, default=(until, None))
        if at > until or session is None:
            return False
        self.at = max(self.at, at)
        self._deliver()
        if session in self.people:
            who = PersonId(session)
            self.give(Aged(key=f"aged/{who}/{at}", at=self.at, person=who))
        elif session.startswith("ask "):
            who = PersonId(session.removeprefix("ask "))
            self.give(Prompt(key=f"prompt/{who}/{at}", at=self.at, person=who))
        elif session:
            self.give(Due(key=f"due/{session}/{at}", at=self.at, session=session))
        return True

    # ── what people saw ──────────────────────────────────────────────────────
    def seen_by(self, name: str) -> list[Seen]:
        """Everything that this person saw in their DM; "room" for the shared place."""
        return [seen for seen in self.log if seen.by == name]

    def open_for(self, name: str) -> list[Seen]:
        """The messages with choices that nobody has taken away, in this person's DM."""
        seen = self.seen_by(name)
        closed = {one.target for one in seen if one.kind == "edit"}
        return [one for one in seen if one.choices and one.key not in closed]

    def offering(self, name: str, *ids: str, of: str = "") -> Seen:
        """The newest open message of this person that offers these choices."""
        for one in reversed(self.open_for(name)):
            if {*ids} <= {id_ for id_, _ in one.choices} and (not of or of in one.names()):
                return one
        raise AssertionError(f"{name} is not offered {ids}: {self.open_for(name)}")

    # ── the straight line ────────────────────────────────────────────────────
    def give(self, event: Event) -> list[Seen]:
        """Take one event in; what was seen at once because of it."""
        before = len(self.log)
        known = identified(event, lambda who: person_id(who.native), commands=self.router.commands)
        turn = self._batch.take(known, self._decide)
        assert isinstance(turn, Turn), f"{event} raised {turn!r}"
        self._later += turn.messages
        self.messages += turn.messages
        self.records += turn.records
        self._deliver()
        for who in turn.forget:
            self._forget(who)
        return self.log[before:]

    def _forget(self, who: PersonId) -> None:
        """What hangs on a person's key goes with it."""
        batch = self._batch
        batch.people.pop(who, None)
        self._later = [one for one in self._later if one.to != who]
        batch.bonds = {key: bond for key, bond in batch.bonds.items() if bond.owner != who}
        batch.kept = {key: record for key, record in batch.kept.items() if record.owner != who}

    def _decide(self, world: World, event: Event) -> Turn:
        known = {*world.people, *everybody(world.sessions.values())}
        for owner, other in permutations(sorted(known), 2) if self._checked else ():
            if (owner, other) not in world.bonds:
                world.bonds[owner, other] = Bond(owner=owner, other=other, checked=True)
        return self.router.decide(world, event)

    def _deliver(self) -> None:
        ready = [one for one in self._later if one.due is None or one.due <= self.at]
        if not ready:
            return
        self._later = [one for one in self._later if one not in ready]
        self.log += [self._seen(message) for message in ready]

    def _seen(self, message: Message) -> Seen:
        people = [self.people[who] for who in message.people if who in self.people]
        records = tuple(self.kept.values())
        message = guide.unfold(
            message, guide.Shelf(records=records, bonds=self.bonds, people=self.people)
        )
        shown = self.router.words.render(message, self.people[message.to], people)
        return as_seen(self.at, message, shown)


def _essence(session: Session) -> Session:
    out = {session.players[role] for role in session.gone}
    acted = {who: at for who, at in session.acted.items() if who not in out}
    return msgspec.structs.replace(session, turn=0, acted=acted)


# ── transcripts ──────────────────────────────────────────────────────────────
ARROW = re.compile(r'→\s*(?:(?P<any>…)|(?P<by>\w+)\s+(?P<name>[\w/-]+)(?:\s+"(?P<text>.*)")?)$')
CHOICE = re.compile(r"(?P<who>\w+): \[(?P<ids>[^\]]+)\]$")
SPEECH = re.compile(r"(?P<who>\w+)(?P<room> in room)?: (?P<text>.*)$")
EXIT = re.compile(r"(?P<who>\w+) (?P<how>leaves|blocks)$")
TIME = re.compile(r"(?P<how>\+|zzz) (?P<length>.+)$")


def play(transcript: str, house: House | None = None) -> House:
    """Let a transcript happen, and fail at the first line that did not go as it says."""
    house = house or House()
    for number, (line, expected) in enumerate(_lines(transcript), start=1):
        seen = [one for one in act(house, line) if one.kind not in {"edit", "open", "close"}]
        _compare(f"{number}: {line}", seen, expected)
    return house


def _lines(transcript: str) -> list[tuple[str, list[str]]]:
    """Each thing that happens, with the expectations behind it."""
    acts: list[tuple[str, list[str]]] = []
    for line in transcript.splitlines():
        said = line.strip()
        if said.startswith("→"):
            acts[-1][1].append(said)
        elif said and not said.startswith("#"):
            acts.append((said, []))
    return acts


def act(house: House, line: str) -> list[Seen]:
    """Let one line of a transcript happen; what was seen because of it."""
    if found := TIME.match(line):
        passing = house.wait if found["how"] == "+" else house.sleep
        return passing(found["length"])
    if found := CHOICE.match(line):
        return house.choose(found["who"], *re.split(r",\s*", found["ids"]))
    if found := EXIT.match(line):
        return house.leave(found["who"], "left" if found["how"] == "leaves" else "blocked")
    if found := SPEECH.match(line):
        return house.say(found["who"], found["text"], room=bool(found["room"]))
    raise AssertionError(f"{line!r} is nothing that can happen")


def _compare(line: str, seen: list[Seen], expected: list[str]) -> None:
    """Each reader sees what is named for them, in that order; between readers order is free."""
    arrows = [found for one in expected if (found := ARROW.match(one))]
    assert len(arrows) == len(expected), f"{line}: not an expectation in {expected}"
    rest = any(arrow["any"] for arrow in arrows)
    for arrow in (one for one in arrows if not one["any"]):
        fitting = [one for one in seen if one.by == arrow["by"]]
        fits = [one for one in fitting if _is(one, arrow)]
        assert fits if rest else fits and fits[0] is fitting[0], _report(line, arrow[0], seen)
        seen.remove(fits[0])
    assert rest or not seen, _report(line, "nothing more", seen)


def _is(seen: Seen, arrow: re.Match[str]) -> bool:
    return arrow["name"] in seen.names() and (arrow["text"] or "") in seen.text


def _report(line: str, expected: str, seen: Iterable[Seen]) -> str:
    came = "".join(f"\n    → {one.by}  {one.step or one.words}  {one.text!r}" for one in seen)
    return f"{line}\nexpected {expected}; came:{came or ' nothing'}"
