"""Questions: composing them, keeping track of the open ones, closing those that are answered."""

from bot.care import carrying, listening, quiet
from bot.engine import answers, cards, hints, seats
from bot.engine.scene import Scene
from bot.model.message import Arg, Line
from bot.model.private import Private
from bot.model.script import Field
from bot.model.session import Role


def fields_of(scene: Scene, role: Role) -> tuple[Field, ...]:
    """The questions of this step for `role`; empty when it asks them nothing."""
    return scene.asks.get(role, ())


def asked_roles(scene: Scene) -> tuple[Role, ...]:
    """Everybody whom this step asks something."""
    return tuple(scene.asks)


def wanted(scene: Scene, role: Role, field: Field) -> bool:
    """Whether the question arises at all: "save this line?" needs a line that was sent."""
    if field.kind == "phrase" and not answers.phrases(scene, field):
        return False
    if field.kind == "lines" and not any(answers.value(scene, role, f) for f in field.choices):
        return False
    if any(answers.first(scene, role, one) == given for one, given in field.not_if.items()):
        return False
    perhaps = field.kind == "preview" and (field.only_if or field.sends)
    if perhaps and not cards.is_on(scene, role, field.card):
        return False
    return not field.only_if or answers.value(scene, role, field.only_if) is not None


def field_now(scene: Scene, role: Role) -> Field | None:
    """The question that `role` has before them, or None."""
    name = scene.session.asked.get(role, "")
    for field in fields_of(scene, role):
        if field.name == name:
            return field
    return None


def ask_next(scene: Scene, role: Role, after: str = "") -> bool:
    """Ask the first question behind `after`; False when there is none left."""
    fields = fields_of(scene, role)
    behind = [field.name for field in fields].index(after) + 1 if after else 0
    for field in fields[behind:]:
        if wanted(scene, role, field):
            ask(scene, role, field)
            return True
    if role in scene.session.asked:
        scene.put(asked={r: f for r, f in scene.session.asked.items() if r != role})
    return False


def ask(scene: Scene, role: Role, field: Field, *, more: bool = False) -> None:
    """Put one question to one person. Where it must be held back, it is only remembered.

    To everybody else a question that is held back is a question that was asked.
    """
    hold = held_back(scene, role) or role in scene.session.asides
    if hold and role != scene.actor:
        scene.seen.add(role)
    key = "" if hold else _post(scene, role, field, more=more)
    session = scene.session
    scene.put(asked=session.asked | {role: field.name}, open=session.open | {role: key})
    if key and session.faded:
        scene.put(faded=tuple(who for who in session.faded if who != session.players[role]))
    if scene.actor is None:  # asked because a time passed: the whole time to answer is theirs
        scene.put(since=session.since | {role: scene.at})


def held_back(scene: Scene, role: Role) -> bool:
    """Invites reach nobody who is not welcomed yet, has muted the proposer, or rests from them.

    To the proposer all of that is silence (safety D1.4, D1.5). Nor does anybody who rests hear
    of an older round again, as long as they have been shown nothing of what comes after it; nor
    are they asked whether something begins now, since their yes could not count.
    """
    session, step = scene.session, scene.step
    if session.begun and step.agree and step.quiet == "pass" and rests(scene, role):
        return True
    if session.aftermath and role not in scene.knowing():
        return rests(scene, role)
    if session.begun or session.players[role] == session.proposer:
        return False
    person, bond = scene.person(role), scene.cast.bond(session.players[role], session.proposer)
    muted = bond.muted and not seats.came(session, role)
    return person.welcomed is None or muted or rests(scene, role)


def rests(scene: Scene, role: Role) -> bool:
    """Whether `role` rests, from all or from one of the others; only they themself know of it."""
    whole = scene.person(role).rest_until
    if whole is not None and whole > scene.at:
        return True
    players = scene.session.players
    bonds = [scene.cast.bond(players[role], players[one]) for one in scene.session.others(role)]
    return any(bond.rest_until is not None and bond.rest_until > scene.at for bond in bonds)


def _post(scene: Scene, role: Role, field: Field, *, more: bool) -> str:
    awake = role == scene.actor or _own(scene, role)  # whoever has just answered is there
    return scene.say(
        role,
        "question",
        (*_faded(scene, role), *hints.lines(scene, role, field), *_body(scene, role, field)),
        answers.offered(scene, role, field, more=more),
        step=f"{scene.session.step}/{field.name}",
        lead=role != scene.actor or scene.root.unasked or not _own(scene, role),
        due=None if awake else quiet.awake(scene.person(role), scene.at),
        most=field.most,
        writes=answers.writes(field),
        numbered=answers.numbered(field),
    )


def _faded(scene: Scene, role: Role) -> tuple[Line, ...]:
    """Whoever comes back to a draft that grew too old is told so before the question.

    Once it has gone on without them there is nothing to go back to, and nothing is said.
    """
    gone = scene.session.players[role] in scene.session.faded and scene.actor == role
    return (Line(words=".draft-gone"),) if gone else ()


def _own(scene: Scene, role: Role) -> bool:
    """Whether this person began it, agreed to it, or typed its code: then they asked for it."""
    session = scene.session
    own = session.players[role] == session.proposer or seats.came(session, role)
    return session.begun or own


def _body(scene: Scene, role: Role, field: Field) -> tuple[Line, ...]:
    line = scene.line(field.name, role, **told(scene, role), reads=seats.reads(scene, role))
    if field.kind != "preview":
        there = seats.reads_there(scene, role) if scene.step.quiet == "lapse" else None
        return (line, Line(words=".who-reads-there", args={"reads": there})) if there else (line,)
    return (line, *cards.preview(scene, role, field.card), *_marks(scene, role, field))


def _marks(scene: Scene, role: Role, field: Field) -> tuple[Line, ...]:
    """What the soft checker noticed in the answer that is about to go out; it never blocks."""
    texts = written(scene, role, field.card)
    if carrying.insult(" ".join(texts.values()), scene.person(role).locale):
        return (Line(words=".mark-hurtful"),)
    known = scene.fields
    found = [
        mark
        for of in listening.LISTS
        for mark in listening.marks(
            " ".join(text for name, text in texts.items() if known[name][1].marks == of), of
        )
    ]
    return tuple(Line(words=f".mark-{mark}") for mark in found[:1])


def written(scene: Scene, role: Role, card: str) -> dict[str, str]:
    """What `role` has put in own words for this card, by question."""
    known = (scene.fields[name][1] for name in scene.script.cards[card].lines)
    return {
        field.name: found.open_for(answers.ENGINE).removeprefix(answers.OWN)
        for field in known
        if answers.writes(field) and (found := answers.value(scene, role, field.name))
    }


def told(scene: Scene, role: Role) -> dict[str, Arg]:
    """The answers that the words of this step may mention to `role`."""
    known = scene.fields
    args: dict[str, Arg] = {}
    for name in scene.step.tells:
        _, field = known[name]
        given = answers.value(scene, role, name)
        if given is None and (role in field.shown or role in cards.readers(scene, field)):
            given = answers.anyone(scene, name)
        given = _possible(scene, name, given)
        if given:
            args[name] = answers.arg(scene, field, given, role)
    own_code = scene.step.quiet == "lapse" and role in scene.roles("proposer")
    return args | (seats.shown_code(scene.session) if own_code else {})


def _possible(scene: Scene, name: str, given: Private | None) -> Private | None:
    """The place that was chosen, or what it is where not all can be in one."""
    return Private(seats.RELAY) if name == seats.PLACE and not scene.cast.rooms else given


def close(scene: Scene, role: Role, *, saved: bool = True) -> None:
    """Take the choices away from the open question of `role`; a private one says "saved"."""
    if role not in scene.session.open:
        return
    key, field = scene.session.open[role], field_now(scene, role)
    scene.put(open={r: k for r, k in scene.session.open.items() if r != role})
    if key and field:
        private = not field.shown and field.kind != "preview" and not scene.session.whole
        lines = (Line(words=".saved"),) if private and saved else ()
        scene.say(role, "edit", lines, target=key, lead=False)


def ask_again(scene: Scene, role: Role) -> None:
    """Put the present question once more, the older copy closed."""
    field = field_now(scene, role)
    if field is not None:
        close(scene, role, saved=False)
        ask(scene, role, field)
