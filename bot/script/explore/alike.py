"""Which states are the same for every purpose: a key without times, ids and words.

Answers count as far as something may still decide by them: the value where a path branches
or a ceiling is set, else whether there is one. What is read behind a step is found by
following every way that leads on from it, up to where the answers are emptied.

Three things do not count. What a card or a sentence would hold: the first way to a state is
the one that says most. What somebody who is out has answered. And what could be undone, so
that undo is tried along the shortest way to each state.
"""

from collections.abc import Hashable, Iterator, Mapping

from bot.engine import parts
from bot.engine.answers import ENGINE
from bot.model.script import SILENCE, STILL, Field, Script, Step
from bot.model.session import Session

EMPTIES = {"swap-roles", "begin", "draw", "end-turn"}  # effects after which no answer is left
BY_EFFECT = {  # answers that an effect reads
    "set-pace": ("pace",),
    "set-place": ("place",),
    "set-return": ("back",),
    "keep-guide": ("save",),
    "set-limit": ("space",),
    "draw": ("turn", "stay"),
    "choose": ("how-many", "who"),
}

Reads = dict[str, bool]  # field → whether its value matters, or only that there is one


class Alike:
    """The keys of one exercise's states."""

    def __init__(self, script: Script, inner: "Alike | None" = None) -> None:
        """`inner` makes the keys of asides."""
        self._script = script
        self._inner = inner
        self._reads = {name: dict(_reads(step)) for name, step in script.steps.items()}
        self._behind = _behind(script, self._reads)
        self._idle = _idle(script)
        self._new = {name: _anew(step) for name, step in script.steps.items()}
        self._to = {name: _from(script, name) for name in script.steps}

    def key(self, session: Session) -> Hashable:
        """Equal for states that can only go on alike. All ends are one."""
        if session.status == "ended":
            return session.status
        pause, proposer = session.pause, session.role_of(session.proposer)
        return (
            (session.step, session.aftermath, session.begun, session.round, len(session.reached)),
            (session.pace, session.mode, proposer, session.waits is not None),
            tuple(tuple(sorted(one)) for one in (session.done, session.gone, session.missed)),
            (_pairs(session.asked, session.gone), _pairs(session.noted)),
            (pause.by, pause.knocked, pause.ready) if pause else None,
            _parts(session),
            tuple(
                one for one in sorted(session.entered.items()) if one[0] in self._to[session.step]
            ),
            tuple((role, self._aside(one)) for role, one in sorted(session.asides.items())),
            tuple(sorted(self._answers(session))),
        )

    def _aside(self, session: Session) -> Hashable:
        """A pause in full; the quiet way out by its step, since it is walked through by itself."""
        inner = self._inner
        if inner is None or inner._script.name != session.script:  # noqa: SLF001 - one of its own kind
            return session.script, session.step
        return inner.key(session)

    def _answers(self, session: Session) -> Iterator[tuple[str, str, str]]:
        """Those that may still be read: of this step, only what was answered in it."""
        step = self._script.step(session.step)
        behind, now, anew = self._behind[step.name], _now(step, session), self._new[step.name]
        all_of_it = now | behind
        present = (pair for pair in session.answers.items() if pair[0] not in session.gone)
        for role, own in present:
            now_in = _fresh(step, session, role)
            for name, given in own.items():
                late = name in anew and name not in now_in  # answered once more before it is read
                reads = behind if late else all_of_it
                if name in reads or (name in now and name not in _asked(step)):
                    exact = reads.get(name, now.get(name, False))
                    value = given.open_for(ENGINE) if exact else ""
                    if value not in self._idle.get(name, ()):
                        yield role, name, value


def _parts(session: Session) -> Hashable:
    """Of a circle: whose turn it is, and what the turn has come to."""
    one = session.circle
    if one is None:
        return None
    order = parts.in_order(session, tuple(session.players))
    had = (tuple(sorted(one.heard)), tuple(sorted(one.spent)), *order)
    return (one.sharer, one.chosen, one.answered, one.answerer, one.most, had)


def _pairs(values: dict[str, str], out: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((role, value) for role, value in values.items() if role not in out))


def _asked(step: Step) -> set[str]:
    return {field.name for fields in step.ask.values() for field in fields}


def _anew(step: Step) -> set[str]:
    """What is certainly answered anew before this step reads it: a silence would lead elsewhere."""
    asked = step.ask.items()
    certain = [fields for role, fields in asked if step.quiet != "pass" or role in step.silent]
    return {field.name for fields in certain for field in fields}


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


def _idle(script: Script) -> dict[str, set[str]]:
    """Choices that lead where no answer leads: of fields that nothing but branches reads."""
    steps = script.steps.values()
    equal = {(branch.field, branch.equals) for step in steps for branch in step.then}
    by_effect = {name for names in BY_EFFECT.values() for name in names}
    fields = [field for step in steps for asked in step.ask.values() for field in asked]
    return {
        field.name: {pick for pick in field.choices if (field.name, pick) not in equal}
        for field in fields
        if field.kind == "choice" and field.name not in by_effect
    }


def _from(script: Script, start: str) -> set[str]:
    """Steps that can come after `start` in the same round, itself included."""
    found, todo = {start}, [start]
    while todo:
        step = script.steps[todo.pop()]
        if not EMPTIES & {*step.does}:
            new = (ways(step) & script.steps.keys()) - found
            found |= new
            todo += new
    return found


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
        anew = _anew(later)
        for name, exact in (reads[onward] | behind[onward]).items():
            if name not in anew:
                found[name] = found.get(name, False) or exact
    return found


def ways(step: Step) -> set[str]:
    """Every step that this one may lead to."""
    onward = {branch.to for branch in step.then} | {*step.silent.values(), *step.unless.values()}
    fields = {field.over for asked in step.ask.values() for field in asked}
    return (onward | fields | {step.over, step.undo, step.aftermath}) - {"", SILENCE, STILL}


def _now(step: Step, session: Session) -> Reads:
    """What this step may still read: on leaving it, and in the questions that are not past."""
    found = dict(_on_leaving(step))
    for role, fields in step.ask.items():
        names = [field.name for field in fields]
        now = session.asked.get(role, "")
        first = len(names) if role in session.done else names.index(now) if now in names else 0
        for field in fields[first:]:
            found |= dict(_read_by(field))
    return found


def _reads(step: Step) -> Iterator[tuple[str, bool]]:
    """What this step reads in all."""
    yield from _on_leaving(step)
    for asked in step.ask.values():
        for field in asked:
            yield from _read_by(field)


def _on_leaving(step: Step) -> Iterator[tuple[str, bool]]:
    for asked in step.ask.values() if step.quiet == "window" else ():
        for field in asked:
            if field.kind == "preview" and field.only_if:  # whether there is a card decides
                yield field.only_if, False
    for branch in step.then:
        if branch.field:
            yield branch.field, True
    for effect in step.does:
        for name in BY_EFFECT.get(effect, ()):
            yield name, True


def _read_by(field: Field) -> Iterator[tuple[str, bool]]:
    for name in (field.only_if, *field.skip_if):
        if name:
            yield name, False
    for name in field.not_if:
        yield name, True
    if field.at_most:
        yield field.at_most, True
