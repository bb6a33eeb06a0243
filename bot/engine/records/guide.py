"""The care guide: writing lines, who may see them, taking them back, and looking at others' (E8).

What somebody else shows is never looked at here: a question only says whose guide stands before
it, and the lines are put in when it is handed over (`care.guide`).
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.care import carrying, guide
from bot.care.guide import FEELING, KIND, PART, TEXT
from bot.engine import answers
from bot.engine.records import kept, mine
from bot.engine.records.kept import SELF
from bot.engine.scene import Scene
from bot.model.message import Arg, Guide, Line
from bot.model.person import PersonId, Record
from bot.model.private import Private
from bot.model.session import Role

FULL = 60  # lines; more would never be seen again
WHO, NOBODY = "who", "nobody"  # the question who may see a line, and its answer for nobody
NEVER_MIND = "back-out"  # its answer that leaves everything as it was
WHOSE, WHICH = "whose", "which"  # the questions whose guide, and what for
DRAFT = (FEELING, PART, TEXT, WHO)


AROUND = (*(f"about-{name}" for name in guide.FEELINGS), "seen-by", "seen-by-nobody")


# ── others' lines ────────────────────────────────────────────────────────────
def before_answer(scene: Scene, role: Role) -> tuple[Line, ...]:
    """What whoever shared lets `role` see of what helps them with this kind of feeling."""
    circle = scene.session.circle
    other = circle.sharer if circle else scene.session.others(role)[0]
    family = answers.first(scene, other, "family")
    return (
        scene.line(
            ".card-guide",
            role,
            other=Private(scene.name(other)),
            guide=Guide(
                owner=scene.session.players[other],
                feelings=guide.of_family(family),
                most=guide.BEFORE_ANSWER,
            ),
        ),
    )


def _theirs(scene: Scene) -> tuple[Line, ...]:
    """What the one who was picked lets this person see; the same words with nobody's."""
    whose = answers.first(scene, SELF, WHOSE)
    feeling = answers.first(scene, SELF, WHICH)
    shown = Guide(
        owner=PersonId(whose), feelings=(feeling,), most=guide.AT_ONCE, empty=".guide-nothing"
    )
    args: dict[str, Arg] = {"other": mine.label(scene, whose), "guide": shown}
    return (Line(words=".card-guide", args=args),)


# ── one's own ────────────────────────────────────────────────────────────────
def _own_line(scene: Scene) -> tuple[Line, ...]:
    """One line, what it is for, and who may see it."""
    found = kept.show(scene, KIND)
    return () if found is None else _told(scene, found)


def _told(scene: Scene, line: Record) -> tuple[Line, ...]:
    script = scene.script.name
    about = (
        tuple(Line(words=f"{script}.about-{feeling}") for feeling in guide.feelings(line)[:1])
        if FEELING in line.body
        else ()
    )
    people = [mine.label(scene, who).open_for("engine") for who in guide.audience(line)]
    seen_by: dict[str, Arg] = {"people": Private(", ".join(people))}
    seen = Line(words=f"{script}.seen-by" if people else f"{script}.seen-by-nobody", args=seen_by)
    return (*about, guide.said(line), seen)


def _as_seen(scene: Scene) -> tuple[Line, ...]:
    """The line as the others will see it, and what may land hard in it."""
    line = _draft(scene)
    if line is None:
        return ()
    by: dict[str, Arg] = {"other": Private(scene.name(SELF))}
    hard = carrying.insult(_text(line), scene.person(SELF).locale)
    marks = (Line(words=".mark-hurtful"),) if hard else ()
    shown = guide.told([line], guide.FEELINGS, by)
    return (Line(words=".card-guide", args=by), *shown, *marks)


def _draft(scene: Scene) -> Record | None:
    """The line that is being written or changed, as it would be kept; None without words."""
    found, new = kept.current(scene, KIND), answers.value(scene, SELF, TEXT)
    body = {} if found is None else {k: v for k, v in found.body.items() if k != kept.SHOWN}
    if new is not None:
        body = {k: v for k, v in body.items() if k not in guide.SAVED} | {TEXT: new}
    for name in (FEELING, PART):
        given = answers.value(scene, SELF, name)
        body |= {} if given is None else {name: given}
    if not {TEXT, *guide.SAVED} & {*body}:
        return None
    owner, other = scene.session.players[SELF], found.other if found else None
    name = found.id if found else ""
    return Record(id=name, owner=owner, other=other, kind=KIND, at=scene.at, body=body)


def _text(line: Record) -> str:
    given = line.body.get(TEXT)
    return given.open_for("engine").removeprefix(guide.OWN) if given else ""


def _audience(scene: Scene) -> tuple[PersonId, ...]:
    picks = answers.picks(scene, SELF, WHO)
    return () if {NOBODY, NEVER_MIND} & {*picks} else tuple(map(PersonId, picks))


# ── what an exercise does ────────────────────────────────────────────────────
def _keep_line(scene: Scene) -> None:
    """The line with those who may see it, in the place of what it was before."""
    _keep(scene, _audience(scene))


def _keep_mine(scene: Scene) -> None:
    """The line for its owner alone, whoever was picked before."""
    _keep(scene, ())


def _keep(scene: Scene, people: tuple[PersonId, ...]) -> None:
    line, found = _draft(scene), kept.current(scene, KIND)
    if line is not None:
        body = guide.shown_to(line, people).body
        if found is not None:
            kept.save(scene, found, body | {kept.SHOWN: found.body[kept.SHOWN]})
        else:
            kept.add(scene, KIND, body)
    _pass_line(scene)


def _hide_line(scene: Scene) -> None:
    """Nobody sees it any more; it stays with its owner."""
    found = kept.current(scene, KIND)
    if found is not None:
        kept.save(scene, found, guide.shown_to(found, ()).body)
    _pass_line(scene)


def _drop_line(scene: Scene) -> None:
    found = kept.current(scene, KIND)
    if found is not None:
        kept.drop(scene, found)
    _pass_line(scene)


def _pass_line(scene: Scene) -> None:
    kept.let_go(scene, KIND)
    scene.drop(SELF, *DRAFT)


def _look_anew(scene: Scene) -> None:
    """All lines once more, and nothing that was begun with another one."""
    kept.anew(scene, KIND)
    _pass_line(scene)


def _nothing_to_keep(scene: Scene) -> bool:
    return _draft(scene) is None


def _cannot_carry(scene: Scene) -> bool:
    line = _draft(scene)
    return line is not None and carrying.threat(_text(line), scene.person(SELF).locale)


HINTS: Mapping[str, Callable[[Scene], tuple[Line, ...]]] = MappingProxyType(
    {"guide-line": _own_line, "guide-as-seen": _as_seen, "guide-of-other": _theirs}
)
EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "keep-line": _keep_line,
        "keep-mine": _keep_mine,
        "look-anew": _look_anew,
        "hide-line": _hide_line,
        "drop-line": _drop_line,
        "pass-line": _pass_line,
    }
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType(
    {
        "no-line": lambda scene: kept.coming(scene, KIND) is None,
        "guide-full": lambda scene: len(kept.of(scene, KIND)) >= FULL,
        "nothing-to-keep": _nothing_to_keep,
        "cannot-carry": _cannot_carry,
        "for-nobody": lambda scene: not _audience(scene),
        "never-mind": lambda scene: NEVER_MIND in answers.picks(scene, SELF, WHO),
        "new-line": lambda scene: _draft(scene) is not None and kept.current(scene, KIND) is None,
        "nobody-met": lambda scene: not mine.met(scene),
    }
)
