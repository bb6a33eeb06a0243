"""Cards: answers put together for somebody to read, after their writer approved them."""

import msgspec

from bot.engine import answers
from bot.engine.scene import Scene
from bot.model.message import Line
from bot.model.private import Private
from bot.model.script import Card, Field
from bot.model.session import Role


def readers(scene: Scene, field: Field) -> tuple[Role, ...]:
    """The roles that may see answers to `field`, besides the writer."""
    return tuple(role for named in field.shown for role in scene.roles(named))


def preview(scene: Scene, role: Role, name: str) -> tuple[Line, ...]:
    """The card as the others will see it, for its own writer."""
    return _lines(scene, role, scene.script.cards[name])


def deliver(scene: Scene, name: str, by: Role = "") -> None:
    """Hand a card over: to the shared place in room mode, else to each reader's DM.

    `by` says whose it is, where several write one like it.

    A card that nobody previews repeats what was sent before, or says what was tapped in so many
    words, and nothing else. Nothing is handed over when nothing is on it. What is on it counts
    as delivered from then on: a later exit of its writer no longer takes it back.
    """
    card = scene.script.cards[name]
    writer = by or next(iter(scene.roles(card.by)), card.by)
    if not _previewed(scene, card):
        is_sent = scene.session.is_sent
        known = tuple(f for f in card.lines if is_sent(writer, f) or _is_tap(scene, f))
        card = msgspec.structs.replace(card, lines=known)
    lines = _lines(scene, writer, card)
    if len(lines) <= 1:
        return
    _hand_over(scene, writer, card, lines)
    others = {
        line for one in scene.script.cards.values() if one.by != card.by for line in one.lines
    }
    sent = tuple(
        f"{writer}/{line}" if line in others or writer != card.by else line for line in card.lines
    )
    scene.put(sent=tuple(dict.fromkeys((*scene.session.sent, *sent))))


def _previewed(scene: Scene, card: Card) -> bool:
    return any(field.card == card.name for _, field in scene.fields.values())


def _is_tap(scene: Scene, name: str) -> bool:
    """Whether its answer is a label that its writer has read and tapped: they have seen it all."""
    field = scene.fields[name][1]
    return field.kind == "choice" and not field.own


def is_on(scene: Scene, by: Role, name: str) -> bool:
    """Whether anything stands on that card."""
    return len(_lines(scene, by, scene.script.cards[name])) > 1


def _hand_over(scene: Scene, by: Role, card: Card, lines: tuple[Line, ...]) -> None:
    fields = [scene.fields[name][1] for name in card.lines]
    if card.own:
        scene.say(card.by, "card", lines, step=scene.session.step)
        return
    if card.room and scene.session.mode == "room":
        scene.say_room("card", lines, step=scene.session.step)
        return
    for role in scene.session.others(by):
        if all(role in readers(scene, field) for field in fields):
            scene.say(role, "card", lines, step=scene.session.step, lead=True)
            if _between_two(scene, card):
                scene.hush(by, role)


def _between_two(scene: Scene, card: Card) -> bool:
    """Whether only one of a circle gets it: to all the others, nothing has happened."""
    return scene.session.circle is not None and not card.room


def _lines(scene: Scene, by: Role, card: Card) -> tuple[Line, ...]:
    """A heading that names the writer, then a line for each answer that was given."""
    by_name = Private(scene.name(by))
    head = Line(words=f"{scene.script.name}.card-{card.name}", args={"by": by_name})
    ticked = _ticked(scene, by, card)
    found = [(field, answers.value(scene, by, field)) for field in card.lines if field in ticked]
    return (head, *(_line(scene, card, field, given) for field, given in found if given))


def _ticked(scene: Scene, by: Role, card: Card) -> tuple[str, ...]:
    """The lines of which their writer said that they may be shown; all, where nobody is asked."""
    asks = (f for _, f in scene.fields.values() if f.kind == "lines" and f.card == card.name)
    field = next(asks, None)
    if field is None:
        return card.lines
    return answers.picks(scene, by, field.name)


def _line(scene: Scene, card: Card, name: str, given: Private) -> Line:
    field = scene.fields[name][1]
    words = f"{scene.script.name}.card-{card.name}-{name}"
    return Line(words=words, args={name: answers.arg(scene, field, given)})
