"""Which states are the same for every purpose: a key without times, ids and words.

Answers count as far as something may still read them: the value where a path branches or a
ceiling is set by it, else whether there is one. What is read behind a step is found by
following every way that leads on from it, up to where the answers are emptied.
"""

from collections.abc import Hashable, Iterator

from bot.engine.answers import ENGINE
from bot.model.script import SILENCE, Field, Script, Step
from bot.model.session import Session

EMPTIES = {"swap-roles", "begin"}  # effects after which no answer is left
BY_EFFECT = {  # answers that an effect reads
    "set-pace": ("pace",),
    "set-place": ("place",),
    "set-return": ("back",),
    "keep-guide": ("save",),
}

Reads = dict[str, bool]  # field → whether its value matters, or only that there is one


class Alike:
    """The keys of one exercise's states."""

    def __init__(self, script: Script, inner: "Alike | None" = None) -> None:
        """`inner` makes the keys of asides."""
        self._script = script
        self._inner = inner
        self._behind: dict[str, Reads] = {}

    def key(self, session: Session) -> Hashable:
        """Equal for states that can only go on alike."""
        pause, begins = session.pause, next(iter(session.players.values()))
        return (
            (session.status, session.step, session.aftermath, session.begun, session.round),
            (session.pace, session.mode, session.proposer == begins, session.waits is not None),
            (session.done, session.gone, session.missed),
            (_pairs(session.asked), _pairs(session.noted)),
            (pause.by, pause.knocked, pause.ready) if pause else None,
            tuple(sorted(session.entered.items())),
            tuple(sorted((role, trail[-1]) for role, trail in session.trail.items() if trail)),
            tuple((role, self._aside(one)) for role, one in sorted(session.asides.items())),
            tuple(sorted(self._answers(session))),
        )

    def _aside(self, session: Session) -> Hashable:
        return self._inner.key(session) if self._inner else session.step

    def _answers(self, session: Session) -> Iterator[tuple[str, str, str]]:
        reads = self.behind(session.step)
        for role, own in session.answers.items():
            for name, given in own.items():
                if name in reads:
                    yield role, name, given.open_for(ENGINE) if reads[name] else ""

    def behind(self, step: str) -> Reads:
        """The questions whose answers may still be read from this step on."""
        if step not in self._behind:
            found: Reads = {}
            for one in _from(self._script, self._script.step(step).name):
                for name, exact in _reads(self._script, self._script.steps[one]):
                    found[name] = found.get(name, False) or exact
            self._behind[step] = found
        return self._behind[step]


def _pairs(values: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(values.items()))


def _from(script: Script, start: str) -> set[str]:
    """Steps that can come after `start`, itself included, while the answers last."""
    found, todo = {start}, [start]
    while todo:
        step = script.steps[todo.pop()]
        if EMPTIES & {*step.does}:
            continue
        new = {one for one in ways(step) if one in script.steps} - found
        found |= new
        todo += new
    return found


def ways(step: Step) -> set[str]:
    """Every step that this one may lead to."""
    onward = {branch.to for branch in step.then} | {*step.silent.values(), *step.unless.values()}
    fields = {field.over for asked in step.ask.values() for field in asked}
    return (onward | fields | {step.over, step.undo, step.aftermath}) - {"", SILENCE}


def _reads(script: Script, step: Step) -> Iterator[tuple[str, bool]]:
    for branch in step.then:
        if branch.field:
            yield branch.field, True
    for effect in step.does:
        for name in BY_EFFECT.get(effect, ()):
            yield name, True
    for name in (*step.tells, *(line for card in step.show for line in script.cards[card].lines)):
        yield name, False
    for asked in step.ask.values():
        for field in asked:
            yield from _read_by(script, field)


def _read_by(script: Script, field: Field) -> Iterator[tuple[str, bool]]:
    for name in (field.only_if, *field.skip_if, *field.of):
        if name:
            yield name, False
    if field.at_most:
        yield field.at_most, True
    for name in script.cards[field.card].lines if field.card else ():
        yield name, False
