"""Taking an answer: pass it over, turn it down kindly, or keep it and go on."""

from bot.engine import answers, asides, asking, cards, circles, exits, gates, moves
from bot.engine.answers import Misread
from bot.engine.scene import Scene
from bot.model.event import Chose, Said
from bot.model.message import Line
from bot.model.private import Private
from bot.model.script import Field
from bot.model.session import Role

SEND, EDIT = "send", "edit"


def take(scene: Scene, role: Role, field: Field, event: Said | Chose) -> None:
    """Take an event as the answer to `field`, or say kindly why it is none."""
    if isinstance(event, Chose) and event.choices in {(answers.SKIP,), (answers.SAME,)}:
        _pass(scene, role, field, event)
        return
    if isinstance(event, Chose) and event.choices == (answers.UNEASY,) and field.rates:
        asides.unfold(scene, role, asides.UNEASE)
        return
    if isinstance(event, Chose) and event.choices == (answers.MORE,) and answers.has_more(field):
        asking.close(scene, role, saved=False)
        asking.ask(scene, role, field, more=True)
        return
    if answers.too_big(scene, field, event):
        moves.enter(scene, field.over)
        return
    given = answers.read(scene, role, field, event)
    if isinstance(event, Said) and not gates.carried(scene, role, field, event):
        given = gates.CANNOT_CARRY
    if isinstance(given, Misread):
        _say_misread(scene, role, given)
    else:
        _keep(scene, role, field, given)


def _say_misread(scene: Scene, role: Role, why: Misread) -> None:
    scene.say(role, "note", (Line(words=why.words, args=why.args()),))


def _pass(scene: Scene, role: Role, field: Field, event: Chose) -> None:
    """Skip, or leave a text as it is; a question that is needed says so."""
    same = event.choices == (answers.SAME,)
    if same and answers.value(scene, role, field.name) is not None:
        moves.answered(scene, role, field)
    elif not same and exits.skip(scene, role):
        scene.drop(role, field.name)
        moves.answered(scene, role, field)


def _keep(scene: Scene, role: Role, field: Field, given: Private) -> None:
    """Keep the answer; then an aside that it opens, the next question, or the next step."""
    text = given.open_for(answers.ENGINE)
    if field.kind == "preview" and text == SEND and not gates.card_carried(scene, role, field):
        scene.note(role, gates.CANNOT_CARRY.words)
        return
    if text in field.aside:
        asides.open_for(scene, role, field.aside[text])
        return
    if field.kind == "preview" and len(asking.fields_of(scene, role)) > 1:
        _reviewed(scene, role, field, text)
        return
    scene.keep(role, field.name, given)
    if field.carried and given is scene.person(role).carried:
        scene.put_person(role, carried=None, carried_at=None)  # it is a draft like any other now
    if not gates.before_beginning(scene, role, field):
        moves.answered(scene, role, field)


def _ticks(scene: Scene, card: str) -> tuple[str, ...]:
    """The questions in which lines of that card are ticked."""
    known = (field for _, field in scene.fields.values())
    return tuple(field.name for field in known if field.kind == "lines" and field.card == card)


def _reviewed(scene: Scene, role: Role, field: Field, choice: str) -> None:
    """A preview among other questions: send and go on, write it anew, or keep it and go on."""
    lines = scene.script.cards[field.card].lines
    if choice == EDIT:
        asking.close(scene, role)
        first = next(one for one in asking.fields_of(scene, role) if one.name in lines)
        asking.ask(scene, role, first)
        return
    if choice == SEND and field.sends:
        cards.deliver(scene, field.card, role)
        circles.gave(scene, role)
        scene.keep(role, field.name, Private(SEND))
    if choice != SEND:
        scene.drop(role, *lines, *_ticks(scene, field.card))
    moves.answered(scene, role, field)
