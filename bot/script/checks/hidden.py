"""A hidden answer that chooses the path is not hidden.

Theory of operation. Take a step that branches on an answer, and somebody who may not see
that answer. For each branch, collect what this person could be shown first on any path
behind it: a note, a card, a question, the end. What they would see anyway, had the other
stayed silent, tells nothing, and is taken away. If two branches then still show different
things, the path betrays the answer: the author must say so (`reveals`) or make both look
alike. Roles may be turned on the way, so a viewer is followed as a person, not as a role.
What a preview decides is whether something goes out at all; that is seen by its nature.
"""

from collections.abc import Iterator

import msgspec

from bot.model.script import BOTH, INVITED, SILENCE, SOMEONE, Branch, Script, Step
from bot.script.checks.at import at
from bot.script.finding import Finding
from bot.script.needs import ROOM, card_readers, versions, writers

TURNS = "swap-roles"
END = ("end",)

Seen = frozenset[tuple[str, ...]]  # what may be the first thing that is shown
NOTHING: Seen = frozenset()


class Viewer(msgspec.Struct, frozen=True):
    """Somebody at a step: the role they play there, and whether they began it all."""

    role: str
    proposed: bool

    def goes_by(self, named: str) -> bool:
        """Whether a script that says `named` speaks of them."""
        return named in {self.role, BOTH, SOMEONE if self.proposed else INVITED}


def check(script: Script) -> Iterator[Finding]:
    """Branches and waits that tell what nobody was meant to see, and `reveals` without a cause."""
    if len(script.roles) == 1:
        return
    for step in script.steps.values():
        betrayed = set(_betrayed(script, step))
        for name in sorted(betrayed - {*step.reveals}):
            sentence = f"The path shows what was answered to `{name}`, which is hidden."
            mend = f'Lead to what looks alike, or declare `reveals = ["{name}"]`.'
            yield at(script, step.name, sentence, mend)
        for name in sorted({*step.reveals} & script.fields().keys() - betrayed):
            mend = "Drop it from `reveals`."
            yield at(script, step.name, f"`{name}` is declared, but nothing reveals it.", mend)


def _betrayed(script: Script, step: Step) -> Iterator[str]:
    asked_about = dict.fromkeys(branch.field for branch in step.then if branch.field)
    for name in asked_about:
        if any(_differs(script, step, name, viewer) for viewer in _viewers(script, name)):
            yield name
    if step.wait_for and any(_viewers(script, step.wait_for)):
        yield step.wait_for


def _viewers(script: Script, name: str) -> Iterator[Viewer]:
    """Everybody who neither writes nor may see this answer."""
    forms = versions(script, name)
    if not forms or any(field.kind == "preview" for field in forms):
        return
    shown = {role for field in forms for role in field.shown}
    for role in script.roles:
        for proposed in (True, False):
            viewer = Viewer(role, proposed)
            if not any(viewer.goes_by(named) for named in shown | writers(script, name)):
                yield viewer


def _differs(script: Script, step: Step, name: str, viewer: Viewer) -> bool:
    first = next(at for at, branch in enumerate(step.then) if branch.field == name)
    silence = _of_silence(script, step, viewer)
    targets = (branch.to for branch in step.then[first:])
    shown = {_leaving(script, step, target, viewer) - silence for target in targets}
    return len(shown - {NOTHING}) > 1


def _of_silence(script: Script, step: Step, viewer: Viewer) -> Seen:
    """What `viewer` gets to see when nobody answers this step."""
    if step.quiet != "pass":
        return NOTHING
    passed: tuple[Branch, ...] = step.then[-1:]
    targets = tuple(step.silent.values()) or tuple(branch.to for branch in passed)
    return frozenset().union(*(_leaving(script, step, target, viewer) for target in targets))


def _leaving(script: Script, step: Step, target: str, viewer: Viewer) -> Seen:
    return _first_seen(script, target, _turned(script, step, viewer))


def _turned(script: Script, step: Step, viewer: Viewer) -> Viewer:
    if TURNS not in step.does:
        return viewer
    turned = dict(zip(script.roles, reversed(script.roles), strict=True))
    return Viewer(turned[viewer.role], viewer.proposed)


def _first_seen(script: Script, start: str, viewer: Viewer) -> Seen:
    """Everything that may be the first thing shown to `viewer` from `start` on."""
    found: set[tuple[str, ...]] = set()
    done: set[tuple[str, Viewer]] = set()
    todo = [(start, viewer)]
    while todo:
        name, who = todo.pop()
        step = script.steps.get(name)
        if step is None or name == SILENCE or (name, who) in done:
            continue
        done.add((name, who))
        shown = tuple(_shown(script, step, who))
        found |= {shown} if shown else {END} if not step.then else set()
        if not shown:
            found |= {(f"card {name}",) for name in _handed(script, step, who)}
            todo += [(target, _turned(script, step, who)) for target in _onward(step)]
    return frozenset(found)


def _shown(script: Script, step: Step, viewer: Viewer) -> Iterator[str]:
    """What entering a step shows to `viewer`."""
    for named, words in step.note.items():
        if viewer.goes_by(named) or named == ROOM:
            yield f"note {words}"
    for name in step.show:
        if viewer.role in card_readers(script, name):
            yield f"card {name}"
    for named, fields in step.ask.items():
        if viewer.goes_by(named):
            yield "question " + " ".join(field.name for field in fields)


def _handed(script: Script, step: Step, viewer: Viewer) -> Iterator[str]:
    """Cards that `viewer` may get from somebody who finishes their part of the step."""
    for role, name in step.hands.items():
        if role != viewer.role and viewer.role in card_readers(script, name):
            yield name


def _onward(step: Step) -> set[str]:
    overs = {field.over for fields in step.ask.values() for field in fields}
    targets = {branch.to for branch in step.then} | set(step.silent.values())
    return (targets | {step.over} | overs | set(step.unless.values())) - {""}
