"""Paths: every target exists, every step is reached, and an end is never out of reach."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from types import MappingProxyType

from bot.engine.moves import BEGIN, BOUND
from bot.model.script import SILENCE, STILL, Script, Step
from bot.script.checks.at import at
from bot.script.finding import Finding, did_you_mean, quoted

ENTERED_BY = MappingProxyType(  # effects that begin at a step
    {"tell-tomorrow": "next-day", "agree": "standing", "put-next-by": "standing"}
)


def check(script: Script) -> Iterator[Finding]:
    """Everything about ways, from the first step to the last."""
    astray = list(_targets(script))
    yield from astray
    if not astray:  # else much of the rest would only seem unreachable
        yield from _reached(script)
    yield from _ends(script)
    yield from _fits_always(script)
    yield from _rests(script)
    yield from _redirects(script)
    yield from _begins(script)


def ways(step: Step) -> dict[str, str]:
    """Every target that a step may lead to, and the key that says so."""
    found = {branch.to: "then" for branch in step.then}
    found |= dict.fromkeys(step.silent.values(), "silent")
    found |= dict.fromkeys(step.unless.values(), "unless")
    singles = (("over", step.over), ("undo", step.undo), ("aftermath", step.aftermath))
    found |= {target: key for key, target in singles if target}
    found |= {f.over: f"over of {f.name}" for fields in step.ask.values() for f in fields if f.over}
    return found | {ENTERED_BY[name]: "does" for name in step.does if name in ENTERED_BY}


def _targets(script: Script) -> Iterator[Finding]:
    if script.first not in script.steps:
        mend = did_you_mean(script.first, script.steps)
        yield at(script, "", f"`first` names `{script.first}`, which is no step.", mend)
    for door in sorted({*script.doors} - script.steps.keys()):
        mend = did_you_mean(door, script.steps)
        yield at(script, "", f"`doors` names `{door}`, which is no step.", mend)
    for step in script.steps.values():
        for target, key in ways(step).items():
            if target not in script.steps and target not in {SILENCE, STILL}:
                mend = did_you_mean(target, (*script.steps, SILENCE, STILL))
                yield at(script, step.name, f"`{key}` leads to `{target}`, which is no step.", mend)


def _reached(script: Script) -> Iterator[Finding]:
    seen, todo = set[str](), [script.first, *script.doors]
    while todo:
        name = todo.pop()
        if name in script.steps and name not in seen:
            seen.add(name)
            todo += ways(script.steps[name])
    for name in script.steps:
        if name not in seen:
            mend = "Lead to it from another step's `then`, or drop it."
            yield at(script, name, "No path leads to this step.", mend)


def _ends(script: Script) -> Iterator[Finding]:
    """An end is a step without `then`, or silence."""
    good = {name for name, step in script.steps.items() if not step.then} | {SILENCE, STILL}
    grown = True
    while grown:
        more = {n for n, step in script.steps.items() if n not in good and good & ways(step).keys()}
        grown = bool(more)
        good |= more
    for name in script.steps:
        if name not in good:
            mend = "Let one branch lead to a step without `then`, or to silence."
            yield at(script, name, "From here no path leads to an end.", mend)


def _fits_always(script: Script) -> Iterator[Finding]:
    for step in script.steps.values():
        if step.then and step.then[-1].field:
            mend = 'End the list with `{ to = "step" }`, which always fits.'
            yield at(script, step.name, "An answer may fit none of the branches.", mend)


def _rests(script: Script) -> Iterator[Finding]:
    """Steps that pass by themselves must come to one that asks or waits, and soon."""
    passing = {name: step for name, step in script.steps.items() if not _holds(step)}
    onward = {name: _onward(step) & passing.keys() for name, step in passing.items()}
    try:
        order = tuple(TopologicalSorter(onward).static_order())
    except CycleError as circle:
        names = sorted(set(circle.args[1]))
        sentence = f"Nothing holds people in {quoted(names)}, which go round for ever."
        yield at(script, names[0], sentence, "Let one of these steps ask or wait.")
        return
    yield from _too_long(script, order, onward)


def _too_long(
    script: Script, order: tuple[str, ...], onward: Mapping[str, set[str]]
) -> Iterator[Finding]:
    length: dict[str, int] = {}
    for name in order:
        length[name] = 1 + max((length[target] for target in onward[name]), default=0)
        if length[name] == BOUND:
            sentence = f"From here {BOUND} steps pass by themselves, which is too many."
            yield at(script, name, sentence, "Let one of them ask or wait.")


def _holds(step: Step) -> bool:
    """Whether somebody is certainly asked here, or time passes."""
    always = any(not field.only_if for fields in step.ask.values() for field in fields)
    return always or bool(step.wait)


def _onward(step: Step) -> set[str]:
    return {branch.to for branch in step.then} | set(step.unless.values()) | {step.over}


def _redirects(script: Script) -> Iterator[Finding]:
    for step in script.steps.values():
        if step.limit and not step.over:
            mend = 'Add `over = "step"`: where to go once the limit is used up.'
            yield at(script, step.name, "`limit` is set, but not what comes after it.", mend)
        if step.over and not step.limit:
            mend = "Add `limit`, or drop `over`."
            yield at(script, step.name, "`over` never happens, since there is no `limit`.", mend)
        if step.undo and not step.wait:
            mend = "Add a `wait`, or drop `undo`."
            yield at(script, step.name, "There is no time to undo, since nothing waits.", mend)


def _begins(script: Script) -> Iterator[Finding]:
    """A shared exercise begins right after a yes of the invited: there the private check stands."""
    beginning = {name for name, step in script.steps.items() if BEGIN in step.does}
    for step in script.steps.values():
        if beginning & ways(step).keys() and not (step.quiet == "lapse" and step.ask):
            sentence = "It begins here without an answer of the invited right before."
            yield at(script, step.name, sentence, "Lead to `begin` from the invite itself.")
