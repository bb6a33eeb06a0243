"""Erasing one person's part of a running exercise. To everybody else it is a silence.

What they had not sent goes, like at every exit. What the others have seen already is in the
others' hands: as far as later steps need it, one of them keeps it from then on under a key of
their own (see `store.codec.parts_of`), until the exercise ends; and with it what they call the
one who left, so that the same words arrive that a silence would have brought. Answers for
nobody's eyes go with the rest: they choose between ways that look alike from outside.
"""

from collections.abc import Iterator

import msgspec

from bot.engine import exits
from bot.engine.scene import Scene
from bot.model.script import Field
from bot.model.session import Role


def forget(scene: Scene, role: Role) -> None:
    """From now on `role` never answers, and nothing of theirs is under their name."""
    who = scene.session.players[role]
    if who in scene.session.forgotten:
        return
    known = msgspec.structs.replace(scene.person(role).account, native="", name=scene.name(role))
    if role not in scene.session.gone:
        exits.left(scene, role)
    if scene.session.status == "ended":
        return
    session, needed = scene.session, set(_needed(scene, role))
    own = session.answers.get(role, {})
    scene.put(
        answers=session.answers | {role: {n: given for n, given in own.items() if n in needed}},
        forgotten=session.forgotten | {who: known},
        called=None if session.proposer == who else session.called,
        reached=tuple(one for one in session.reached if one != who),
        acted={one: at for one, at in session.acted.items() if one != who},
    )


def _needed(scene: Scene, role: Role) -> Iterator[str]:
    """Answers that the others have been shown, or will be, and that a later step reads."""
    read, session = set(_read_later(scene)), scene.session
    on_cards = {name for card in scene.script.cards.values() for name in card.lines}
    agreed = {*_agreed(scene), *_counted(scene)}
    for name, (_, field) in scene.fields.items():
        open_choice = bool(field.shown) and name not in on_cards
        if name in agreed or (name in read and (open_choice or session.is_sent(role, name))):
            yield name


def _counted(scene: Scene) -> Iterator[str]:
    """What was tapped in the present step of a circle, and is put together when all leave it.

    A limit is the smallest of numbers, a turn is drawn among those who would like one: were one
    of these dropped, what follows would tell that somebody has gone.
    """
    asked = scene.step.ask.values() if scene.session.circle is not None else ()
    for fields in asked:
        yield from (field.name for field in fields if field.kind in {"scale", "choice"})


def _read_later(scene: Scene) -> Iterator[str]:
    """What words, ceilings, cards without a preview and the way on take from others' answers."""
    previewed = {field.card for _, field in scene.fields.values()}
    for card in scene.script.cards.values():
        yield from card.lines if card.name not in previewed else ()
    for step in scene.script.steps.values():
        yield from step.tells
        yield from (branch.field for branch in step.then if branch.field)
    for field in _all_fields(scene):
        yield from (field.at_most, *(field.of if field.kind == "phrase" else ()))


def _agreed(scene: Scene) -> Iterator[str]:
    """Choices by which a step ends early once all have taken them."""
    for step in scene.script.steps.values():
        if step.agree:
            yield from (field.name for fields in step.ask.values() for field in fields)


def _all_fields(scene: Scene) -> Iterator[Field]:
    for step in scene.script.steps.values():
        yield from (field for fields in step.ask.values() for field in fields)
