"""Time: every pace has its patience, and every silence leads somewhere."""

from collections.abc import Iterator

from bot.model.script import Script, Step
from bot.script.checks.at import at
from bot.script.finding import Finding, quoted

SOLO = ("solo",)
PAIRED = ("live", "slow")


def check(script: Script) -> Iterator[Finding]:
    """Patience, waits, and what happens to those who stay silent."""
    yield from _patience(script)
    for step in script.steps.values():
        yield from _waits(script, step)
        yield from _silence(script, step)
        yield from _window(script, step)


def _patience(script: Script) -> Iterator[Finding]:
    paces = SOLO if len(script.roles) == 1 else PAIRED
    for pace in paces:
        if pace not in script.patience:
            mend = f'Add `{pace} = {{ soft = "24h", hard = "7d", invite = "72h" }}`.'
            yield at(script, "", f"`patience` says nothing about the pace `{pace}`.", mend)
    for pace in script.patience.keys() - set(paces):
        people = "one person" if paces == SOLO else "several people"
        mend = f"Only {quoted(paces)} count there; drop the line."
        yield at(script, "", f"`{pace}` is not a pace of an exercise for {people}.", mend)
    for pace, limits in script.patience.items():
        if limits.soft > limits.hard:
            mend = "Make `soft` the shorter one."
            yield at(script, "", f"The soft limit of `{pace}` comes after its hard limit.", mend)
        if not (limits.soft and limits.hard and limits.invite):
            yield at(script, "", f"A limit of `{pace}` is no time at all.", "Make it longer.")


def _waits(script: Script, step: Step) -> Iterator[Finding]:
    for pace in sorted(step.wait.keys() - script.patience.keys()):
        mend = f"Use one of {quoted(script.patience)}."
        yield at(script, step.name, f"It waits at the pace `{pace}`, which there is not.", mend)


def _silence(script: Script, step: Step) -> Iterator[Finding]:
    if step.ask and step.quiet == "pass" and not step.then:
        mend = "Add `then`, or another quiet rule."
        yield at(script, step.name, "Silence passes this step, but leads nowhere.", mend)
    if step.silent and step.quiet != "pass":
        mend = 'Add `quiet = "pass"`, or drop `silent`.'
        yield at(script, step.name, "`silent` is never used, since silence does not pass.", mend)
    if step.fixed and not (step.quiet == "pass" and len(step.ask) > 1):
        mend = 'Ask several people, with `quiet = "pass"`, or drop `fixed`.'
        yield at(script, step.name, "`fixed` is for what several answer side by side.", mend)
    for role in sorted(step.silent.keys() - step.ask.keys()):
        mend = f"Only those who are asked can be silent: {quoted(step.ask)}."
        yield at(script, step.name, f"`silent` names `{role}`, who is not asked here.", mend)


def _window(script: Script, step: Step) -> Iterator[Finding]:
    """At its end everybody hands a card over; each of them has to have one."""
    if step.quiet != "window":
        return
    if len(script.roles) == 1:
        mend = "Use another quiet rule."
        yield at(script, step.name, "A window is for several people.", mend)
    for role in sorted({*script.roles} - {*step.ask} | ({*step.ask} - {*step.hands})):
        mend = f"Ask `{role}`, and name a card of theirs in `hands`."
        yield at(script, step.name, f"`{role}` has nothing to show at the end of the window.", mend)
    if not step.then:
        mend = "Add `then`."
        yield at(script, step.name, "The window leads nowhere once all have shown theirs.", mend)
