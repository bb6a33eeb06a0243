"""Which states are the same for every purpose: a key without times, ids and words.

Answers count as far as something may still read them: the value where a path branches or a
ceiling is set by it, else whether there is one. What is read behind a step is found by
following every way that leads on from it, up to where the answers are emptied.
"""

from collections.abc import Hashable, Iterator, Mapping

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
        """`inner` makes the keys of asides; what they could undo is not told apart."""
        self._script = script
        self._inner = inner
        self._reads = {name: dict(_reads(script, step)) for name, step in script.steps.items()}
        self._behind = _behind(script, self._reads)

    def key(self, session: Session) -> Hashable:
        """Equal for states that can only go on alike."""
        trail = session.trail.items()
        return (self.shape(session), tuple(sorted((role, way[-1]) for role, way in trail if way)))

    def shape(self, session: Session) -> Hashable:
        """As `key`, but for what could be undone."""
        pause, begins = session.pause, next(iter(session.players.values()))
        return (
            (session.status, session.step, session.aftermath, session.begun, session.round),
            (session.pace, session.mode, session.proposer == begins, session.waits is not None),
            (session.done, session.gone, session.missed, len(session.reached)),
            (_pairs(session.asked), _pairs(session.noted)),
            (pause.by, pause.knocked, pause.ready) if pause else None,
            tuple(sorted(session.entered.items())),
            tuple((role, self._aside(one)) for role, one in sorted(session.asides.items())),
            tuple(sorted(self._answers(session))),
        )

    def _aside(self, session: Session) -> Hashable:
        return self._inner.shape(session) if self._inner else session.step

    def _answers(self, session: Session) -> Iterator[tuple[str, str, str]]:
        """Those that may still be read: of this step, only what was answered in it."""
        step = self._script.step(session.step)
        behind, now = self._behind[step.name], self._reads[step.name]
        for role, own in session.answers.items():
            fresh = _fresh(step, session, role)
            for name, given in own.items():
                reads = now | behind if name in fresh or step.quiet == "pass" else behind
                if name in reads or name in now and name not in _asked(step):
                    exact = reads.get(name, now.get(name, False))
                    yield role, name, given.open_for(ENGINE) if exact else ""


def _pairs(values: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(values.items()))


def _asked(step: Step) -> set[str]:
    return {field.name for fields in step.ask.values() for field in fields}


def _fresh(step: Step, session: Session, role: str) -> set[str]:
    """What this role has answered in this very step."""
    names = [field.name for fields in step.ask.values() for field in fields]
    now = session.asked.get(role, "")
    return (
        {*names}
        if role in session.done
        else {*names[: names.index(now)]}
        if now in names
        else set()
    )


def _behind(script: Script, reads: Mapping[str, Reads]) -> dict[str, Reads]:
    """Step → what may still be read once it has been left: a fixed point along all ways."""
    behind: dict[str, Reads] = {name: {} for name in script.steps}
    changed = True
    while changed:
        changed = False
        for name, step in script.steps.items():
            found = _after(script, step, reads, behind)
            changed = changed or found != behind[name]
            behind[name] = found
    return behind


def _after(
    script: Script, step: Step, reads: Mapping[str, Reads], behind: Mapping[str, Reads]
) -> Reads:
    found: Reads = {}
    if EMPTIES & {*step.does}:
        return found
    for onward in sorted(ways(step) & script.steps.keys()):
        later = script.steps[onward]
        anew = set() if later.quiet == "pass" else _asked(later)
        for name, exact in (reads[onward] | behind[onward]).items():
            if name not in anew:
                found[name] = found.get(name, False) or exact
    return found


def ways(step: Step) -> set[str]:
    """Every step that this one may lead to."""
    onward = {branch.to for branch in step.then} | {*step.silent.values(), *step.unless.values()}
    fields = {field.over for asked in step.ask.values() for field in asked}
    return (onward | fields | {step.over, step.undo, step.aftermath}) - {"", SILENCE}


def _reads(script: Script, step: Step) -> Iterator[tuple[str, bool]]:
    """What this step reads; what decides something comes last, so that it wins."""
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
