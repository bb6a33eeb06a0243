"""The search itself: breadth first over the states of one exercise, each looked at once."""

from collections import deque
from collections.abc import Callable, Hashable, Iterator
from functools import partial
from itertools import product

from bot.engine.records.kept import SHOWN
from bot.engine.records.mine import WHOLE
from bot.engine.scene import Scripts
from bot.model.message import Message
from bot.model.script import Script
from bot.script.explore import ends, moment
from bot.script.explore.acts import DEADLINE, Act, Acts
from bot.script.explore.alike import Alike
from bot.script.explore.look import Fault, Looks
from bot.script.explore.moment import Moment, Owners
from bot.script.explore.report import Seen
from bot.script.finding import Finding
from bot.script.read import FILE
from bot.text.words import Words

CAP = 18_000  # states of one exercise
ROUNDS = 2  # rounds that are gone through; a third is as the second


class Search:
    """Goes through one exercise."""

    def __init__(self, scripts: Scripts, script: Script, words: Words, cap: int = CAP) -> None:
        """Nothing has been looked at yet."""
        self._scripts = scripts
        self._script = script
        self._cap = cap
        self._owners = Owners()
        self._acts = Acts(scripts, script)
        self._looks = Looks(scripts, script, words, self._owners)
        pause = scripts.current("pause")
        self._alike = Alike(script, Alike(pause))
        self._known: dict[Hashable, Moment] = {}
        self._looked_at: dict[Hashable, Moment] = {}  # known, and gone on from
        self._todo: deque[Moment] = deque()
        self._here: Hashable = None
        self._onward: dict[Hashable, Hashable] = {}  # where total silence leads
        self._findings: dict[tuple[str, str], Finding] = {}
        self._transitions = self._ends = 0
        self._complete = True
        turns = any("swap-roles" in step.does for step in script.steps.values())
        self._sides = 3 if turns else 2
        self._ways: list[tuple[str | bool, ...]] = []  # pace, place, and who shares first
        self._silence = ends.Silence(scripts, self._acts)

    def run(self) -> tuple[Seen, tuple[Finding, ...]]:
        """Look at everything, up to the cap."""
        doors = ("", *self._script.doors)
        for door, kept in product(doors, moment.kept(self._script)):
            begun, turn = moment.first(self._scripts, self._script, door, kept)
            self._arrived(begun, begun, turn.messages, None)
        while self._todo:
            self._from(self._todo.popleft())
        for fault, at in ends.stuck(self._onward, self._looked_at):
            self._note(fault, at)
        seen = Seen(
            script=self._script.name,
            states=len(self._known),
            transitions=self._transitions,
            depth=max(one.depth for one in self._known.values()),
            compared=self._silence.compared,
            ends=self._ends,
            messages=self._looks.fits.messages,
            longest=self._looks.fits.longest,
            complete=self._complete,
        )
        return seen, tuple(self._findings.values())

    def _key(self, here: Moment) -> Hashable:
        """Alike for who plays, and in what there is to be shown to them of what they keep."""
        key = self._alike.key(here.session)
        if self._script.name not in WHOLE or here.session.status == "ended":
            return key
        return key, frozenset((one.kind, SHOWN in one.body) for one in here.records.values())

    def _from(self, here: Moment) -> None:
        """Look at one state, then at everything that may happen in it."""
        self._here = self._key(here)
        self._looked_at[self._here] = here
        self._tried(here, "Silence", lambda: self._look(here))
        for act in self._acts.at(here) if here.session.round <= ROUNDS else ():
            self._transitions += 1
            self._tried(here, f"`{act}`", partial(self._do, here, act))

    def _tried(self, here: Moment, what: str, do: Callable[[], None]) -> None:
        try:
            do()
        except Exception as error:  # noqa: BLE001 - whatever the engine raises is a finding
            self._note((f"{what} raises {error!r}.", "Mend the step, or the engine."), here)

    def _look(self, here: Moment) -> None:
        for fault in (*self._looks.buttons(here), *ends.dead(here), *self._silence.betrayed(here)):
            self._note(fault, here)

    def _do(self, here: Moment, act: Act) -> None:
        there, turn = moment.later(self._scripts, here, act.event, str(act))
        self._arrived(here, there, turn.messages, act)
        for one in moment.spawned(there, turn):
            self._add(one)

    def _arrived(
        self, here: Moment, there: Moment, messages: tuple[Message, ...], act: Act | None
    ) -> None:
        self._owners.learn(there.session)
        for message in messages:
            for fault in self._faults(here, there, message):
                self._note(fault, there)
        if there.session.status == "ended":
            self._ends += 1
            for fault in ends.untidy(there):
                self._note(fault, there)
        key = self._add(there)
        if act is not None and act.what == DEADLINE:
            self._onward[self._here] = key

    def _faults(self, here: Moment, there: Moment, message: Message) -> Iterator[Fault]:
        """A card may be of the moment before: its roles were turned in the same turn."""
        if message.kind in {"open", "close", "hide"}:
            return
        yield from self._looks.words(there, message)
        after = {*self._looks.private(there, message)}
        yield from after & {*self._looks.private(here, message)} if after else ()

    def _add(self, there: Moment) -> Hashable:
        key = self._key(there)
        if key in self._known:
            return key
        if len(self._known) >= self._cap:
            self._complete = False
            return key
        self._known[key] = there
        if there.session.status == "running" and self._sample(there):
            self._todo.append(there)
        return key

    def _sample(self, there: Moment) -> bool:
        """Of the ways to begin together, the first, and the one that differs from it in all."""
        session = there.session
        if not session.begun or len(session.players) == 1:
            return True
        shares = session.role_of(session.proposer) == self._script.roles[0]
        way = (session.pace, session.mode, shares == bool(session.round % 2))[: self._sides]
        if not self._ways:
            self._ways.append(way)
        differs = all(one != two for one, two in zip(way, self._ways[0], strict=True))
        return session.aftermath or differs or way == self._ways[0]

    def _note(self, fault: Fault, at: Moment) -> None:
        """Keep a finding once for each step, with the shortest way to it."""
        sentence, mend = fault
        way = " → ".join(at.history[-12:])
        finding = Finding(
            file=f"{self._script.name}/{FILE}",
            step=at.session.step,
            sentence=sentence,
            mend=f"{mend} The way there: {way}.",
        )
        self._findings.setdefault((at.session.step, sentence), finding)
