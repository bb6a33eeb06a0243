"""Moving along a script: entering a step, finishing it, choosing the way on.

A step is entered, says its notes and cards, and asks. It is finished when everybody it
waits for has answered; then its effects happen and the first branch that fits is taken.
A step that asks nothing is finished at once, unless it waits for a time.
"""

from bot.care import quiet
from bot.engine import answers, asking, cards, clocks, effects, exits, saving
from bot.engine.scene import Scene
from bot.engine.times import standing
from bot.model.event import DM
from bot.model.script import SILENCE, STILL, Branch, Field, Step
from bot.model.session import Role, Session

BEGIN = "begin"  # the effect with which a paired exercise begins
MUTE = "mute"  # a choice of an invite to several
AGAIN = frozenset(  # effects that another answer makes good: it stands in the place of the first
    {
        *("keep-on-map", "keep-aim", "keep-felt-alone", "set-note", "take-day", "set-next-day"),
        *("set-return", "announce-pause", "say-what-is-in-it", "say-all-lines", "say-plans"),
        *("draw-check-ins", "draw-guesses", "draw-map", "say-standing"),
    }
)
BOUND = 50  # steps that may be passed in one turn; `check` proves that no script needs more


def enter(scene: Scene, name: str) -> None:
    """Go to a step, and on through those that pass by themselves."""
    origin, target = scene.session, name
    for _ in range(BOUND):
        if target in {SILENCE, STILL}:
            _silence(scene, origin, stays=target == STILL)
            return
        onward = _arrive(scene, target)
        if onward is None:
            return
        target = onward
    raise RuntimeError(f"{scene.script.name}: no rest after {BOUND} steps")


def _silence(scene: Scene, origin: Session, *, stays: bool) -> None:
    """The reserved way out: whoever was asked is silent from here on, and the clock runs.

    The session stays on the step that asked them, as if they had not answered it. Who `stays`
    is asked again with the others, when that step has passed without them.
    """
    asked = [r for named in scene.script.step(origin.step).ask for r in scene.roles(named)]
    actor = scene.actor if scene.actor in asked else asked[0]
    done = tuple(role for role in origin.done if role != actor)
    scene.put(step=origin.step, asked=scene.before.asked, done=done)
    if stays:
        exits.keep_still(scene, actor)
    else:
        exits.fall_silent(scene, actor)


def _arrive(scene: Scene, name: str) -> str | None:
    """Stand on a step; the next target when it passes by itself, else None."""
    elsewhere = _redirect(scene, scene.script.step(name))
    if elsewhere:
        return elsewhere
    step = scene.script.step(name)
    if BEGIN in step.does:
        _let_rest(scene)
    for role in tuple(scene.session.open):
        asking.close(scene, role, saved=False)
    scene.put(step=step.name, asked={}, done=(), open={}, entered=_counted(scene, step))
    if step.quiet == "lapse" and not scene.session.invite:
        scene.put(invite=step.name)
    if not step.wait or scene.session.pace in step.wait:
        _speak(scene, step)
    if _wait(scene, step):
        return None
    if not step.ask:
        return finish(scene)
    return ask_all(scene)


def _let_rest(scene: Scene) -> None:
    """A proposer who rests by now is silent from the beginning: nothing shared begins for them."""
    for role in scene.roles("proposer"):
        if role not in scene.session.gone and asking.rests(scene, role):
            exits.fall_silent(scene, role)


def _redirect(scene: Scene, step: Step) -> str:
    session = scene.session
    if session.aftermath and step.aftermath:
        return step.aftermath
    if step.limit and session.entered.get(step.name, 0) >= step.limit:
        return step.over
    return next((to for cause, to in step.unless.items() if effects.holds(scene, cause)), "")


def _counted(scene: Scene, step: Step) -> dict[str, int]:
    seen = scene.session.entered
    return seen | {step.name: seen.get(step.name, 0) + 1} if step.limit else seen


def _speak(scene: Scene, step: Step) -> None:
    for named, words in step.note.items():
        if named == "room":
            if scene.session.mode == "room":
                scene.say_room("note", (scene.line(words, scene.roles("proposer")[0]),))
            continue
        if named == "all" and "room" in step.note and scene.session.mode == "room":
            continue
        for role in scene.roles(named):
            told = asking.told(scene, role)
            scene.say(role, "note", (scene.line(words, role, **told),), step=step.name)
    for name in step.show:
        cards.deliver(scene, name)


def _wait(scene: Scene, step: Step) -> bool:
    """Begin to wait where the step says so; True when there is nothing else to do now."""
    pace = scene.session.pace
    if step.wait_for:
        return False  # the time was set when the question behind it was answered
    span = step.wait.get(pace)
    until = scene.at + span if span else None
    # what only passes by leaves a time that is running alone
    if (step.wait or step.ask) and scene.session.waits != until:
        scene.put(waits=until)
    return span is not None and not step.ask


def ask_all(scene: Scene) -> str | None:
    """Put the first question to everybody; the next target when there was nothing to ask.

    Whoever has had enough of a circle is not asked. They have not answered either: were they
    done at once, the others could tell by the second at which it goes on.
    """
    for role in asking.asked_roles(scene):
        if not _passes_to_the_end(scene, role) and not asking.ask_next(scene, role):
            scene.put(done=(*scene.session.done, role))
    return finish(scene) if complete(scene) else None


def _passes_to_the_end(scene: Scene, role: Role) -> bool:
    """Whether `role` has had enough of this circle: as if they said nothing more."""
    return scene.session.circle is not None and role in scene.session.circle.spent


def complete(scene: Scene) -> bool:
    """Whether everybody that this step waits for has answered it."""
    session, step = scene.session, scene.step
    if session.pause is not None or step.by_the_clock:
        return False
    asked = asking.asked_roles(scene)
    if step.agree:
        return all(_agrees(scene, role, step.agree) for role in asked)
    passed = (
        session.missed if step.quiet == "pass" and not set(asked) <= set(session.missed) else ()
    )
    return not [role for role in asked if role not in session.done and role not in passed]


def _agrees(scene: Scene, role: Role, choice: str) -> bool:
    fields = asking.fields_of(scene, role)
    said = role in scene.session.done and answers.first(scene, role, fields[0].name) == choice
    return said and not asking.rests(scene, role)


def finish(scene: Scene, *, silent: bool = False) -> str | None:
    """Let the step's effects happen; where to go on, or None at an end."""
    step = scene.step
    if len(asking.asked_roles(scene)) > 1 or _lasts(scene, step):
        scene.put(trail={})
    _hand_over_late(scene)
    for name in step.does:
        effects.apply(scene, name)
    target = way_out(scene, step, silent=silent)
    _forget(scene, step.forgets)
    if target is None or scene.session.status == "ended":
        exits.end(scene)
        return None
    return target


def _lasts(scene: Scene, step: Step) -> bool:
    """Whether somebody who is alone has done here what no other answer takes back."""
    return len(scene.session.players) == 1 and not AGAIN.issuperset(step.does)


def way_out(scene: Scene, step: Step, *, silent: bool = False) -> str | None:
    """Where this step leads by the answers there are; None at an end."""
    if silent:
        asked = [role for role in asking.asked_roles(scene) if role not in scene.session.done]
        late = step.silent.items()
        chosen = next((to for one, to in late if not {*asked}.isdisjoint(scene.roles(one))), None)
        if chosen:
            return chosen
        if step.agree:
            return step.then[-1].to
    return next((branch.to for branch in step.then if _fits(scene, branch)), None)


def _fits(scene: Scene, branch: Branch) -> bool:
    if not branch.field:
        return True
    roles = scene.session.players
    return any(answers.first(scene, role, branch.field) == branch.equals for role in roles)


def _forget(scene: Scene, fields: tuple[str, ...]) -> None:
    if fields:
        sent = scene.session.sent
        scene.put(sent=tuple(name for name in sent if name.rpartition("/")[2] not in fields))
        kept = {
            role: {name: given for name, given in own.items() if name not in fields}
            for role, own in scene.session.answers.items()
        }
        scene.put(answers=kept)


def answered(scene: Scene, role: Role, field: Field) -> None:
    """`role` has answered this question: it is closed, and the next one is asked."""
    given = answers.value(scene, role, field.name)
    if field.saves and given is not None:
        saving.save(scene, role, field.saves, given)
    asking.close(scene, role)
    place = f"{scene.session.step}/{field.name}"
    session = scene.session
    scene.put(
        trail=session.trail | {role: (*session.trail.get(role, ()), place)},
        missed=tuple(one for one in session.missed if one != role),
    )
    if not asking.ask_next(scene, role, after=field.name):
        completed(scene, role)


def goes_on(scene: Scene, role: Role, name: str) -> bool:
    """The answer that was held counts now. False where its question is not asked any more.

    Nor does it count where it grew too old meanwhile: then there is none.
    """
    session, field = scene.session, asking.field_now(scene, role)
    if field is None or field.name != name or role in session.done:
        return False
    if session.players[role] in session.faded or answers.value(scene, role, name) is None:
        return False
    answered(scene, role, field)
    return True


def completed(scene: Scene, role: Role) -> None:
    """`role` has answered all of this step: go on if that was everybody, else say so to them."""
    scene.put(done=tuple(dict.fromkeys((*scene.session.done, role))))
    if refuses(scene, role):
        exits.fall_silent(scene, role)
        return
    if role in scene.step.hands and scene.step.quiet != "window":
        _hand_over(scene, role)
    if not scene.step.at_one_time and (complete(scene) or not _has_sent(scene, role)):
        clocks.acted(scene, role)
    who, before = scene.session.players[role], len(scene.root.messages)
    if complete(scene):
        go_on(scene)
    said = scene.root.messages[before:]
    told = [m for m in said if m.to == who and m.kind != "edit" and m.place == DM]
    now = scene.session.role_of(who)
    if now and now not in scene.session.gone and not told:
        waiting(scene, now)


def _hand_over(scene: Scene, role: Role) -> None:
    """The card of whoever is done: at once, or, slowly, once nobody who reads it is asleep.

    Until then it is with its writer, who may take it back, or go.
    """
    slow = scene.script.unhurried and scene.session.pace == "slow" and scene.session.mode != "room"
    readers = [scene.person(other) for other in scene.session.others(role)]
    if not slow or all(quiet.awake(one, scene.at) == scene.at for one in readers):
        cards.deliver(scene, scene.step.hands[role])


def _hand_over_late(scene: Scene) -> None:
    """The step is left: what had to wait for somebody's morning goes, where its writer is in."""
    for role, name in scene.step.hands.items() if scene.step.quiet == "pass" else ():
        lines, there = scene.script.cards[name].lines, role in scene.session.done
        sent = any(scene.session.is_sent(role, line) for line in lines)
        if (
            there
            and not sent
            and role not in scene.session.asides
            and not asking.rests(scene, role)
        ):
            cards.deliver(scene, name)


def _has_sent(scene: Scene, role: Role) -> bool:
    """Whether what there is to show goes out at once; what comes after it is nobody's to see."""
    return any(field.sends for field in asking.fields_of(scene, role))


def refuses(scene: Scene, role: Role) -> bool:
    """Whether `role` has answered an invite to several with anything but what all must say.

    Each of them answers alone, so no step can branch for one: they are silent from here on. Who
    tapped "mute" is never asked by this proposer again.
    """
    step = scene.step
    if not (step.agree and step.quiet == "lapse"):
        return False
    said = answers.first(scene, role, asking.fields_of(scene, role)[0].name)
    if said == MUTE:
        scene.put_bond(role, scene.roles("proposer")[0], muted=True)
        scene.note(role, ".muted-note")
    return said != step.agree


def go_on(scene: Scene, *, silent: bool = False) -> None:
    """Leave this step for the next; with `silent`, without those who did not answer."""
    target = finish(scene, silent=silent)
    if target is not None:
        enter(scene, target)


def waiting(scene: Scene, role: Role) -> None:
    """Tell `role` that their part is in. It is said whether or not anybody else has answered."""
    if len(scene.session.players) == 1:
        return
    ways = [branch.to for branch in scene.step.then if branch.to not in {SILENCE, STILL}]
    last = all(not scene.script.step(to).then for to in ways)
    words = ".that-is-all" if last else ".your-part-is-in"
    if scene.step.at_one_time and standing.is_over(scene, role):
        scene.note(role, ".standing-over")
        return
    closes = scene.step.at_one_time and not scene.step.fixed
    scene.note(role, ".closes-by-itself" if closes else words)
