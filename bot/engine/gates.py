"""Gates: what is asked in private before an answer counts (safety D3.1, D4, D5).

Theory of operation. A gate keeps the answer and unfolds a private exercise over the question;
the question itself stays unanswered. So to everybody else nothing has happened, and whatever
comes of it, the way out is one that every other silence takes too. When the exercise ends
with "go-on" the kept answer counts; nothing has to be typed twice.
"""

from bot.care import carrying, crisis
from bot.engine import answers, asides, asking, moves
from bot.engine.answers import Misread
from bot.engine.scene import Scene
from bot.model.event import DM, Said
from bot.model.script import Field
from bot.model.session import Role

STEPS = {  # what was heard → where the quick check begins
    crisis.Tier.SELF: "check",
    crisis.Tier.VEILED: "check",
    crisis.Tier.HURT: "check-hurt",
    crisis.Tier.HARM: "check-harm",
    crisis.Tier.MINOR: "check-age",
}
STEPS_ALONE = STEPS | {crisis.Tier.HURT: "check-hurt-alone"}  # with nobody else around
FIRST = (crisis.Tier.SELF, crisis.Tier.VEILED, crisis.Tier.HURT)  # before what is not carried
CANNOT_CARRY = Misread(".cannot-carry")


def first_round(scene: Scene, role: Role) -> None:
    """The proposer's private check, before anything else, where it was not passed before."""
    if len(scene.session.players) > 1 and not _checked(scene, role):
        asides.unfold(scene, role, asides.CHECK, _check_at(scene))


def before_beginning(scene: Scene, role: Role, field: Field) -> bool:
    """Whether a yes has to wait for the private check with these people (safety D3.1).

    A yes of somebody who rests does not count, and they are told so.
    """
    if scene.session.begun or len(scene.session.players) == 1 or moves.refuses(scene, role):
        return False
    target = moves.way_out(scene, scene.step)
    if target not in scene.script.steps or moves.BEGIN not in scene.script.step(target).does:
        return False
    if asking.rests(scene, role):
        scene.drop(role, field.name)
        scene.note(role, ".resting")
        return True
    if not _checked(scene, role):
        asides.unfold(scene, role, asides.CHECK, _check_at(scene), after=field.name)
        return True
    return False


def _check_at(scene: Scene) -> str:
    """Where the private check begins: with several people at once it asks about any of them."""
    return "" if scene.session.circle is None else "check-any"


def _checked(scene: Scene, role: Role) -> bool:
    """Whether it was passed before. For a circle it is never kept, so it is asked each time."""
    if scene.session.circle is not None:
        return role in scene.session.circle.checked
    players = scene.session.players
    others = scene.session.others(role)
    return all(scene.cast.bond(players[role], players[other]).checked for other in others)


def heard(scene: Scene, role: Role, event: Said) -> bool:
    """Whether a quick check was begun because of what was typed. What was typed waits for it.

    Inside a quick check nothing is asked twice, and in another private exercise, where
    nothing is written, nothing has to be kept.
    """
    open_now = scene.session.asides.get(role)
    asked = scene.script.name if open_now is None else open_now.script
    deep = open_now is not None and asides.UNDER in open_now.asides
    if asked == asides.QUICK or deep or event.checked:
        return False
    text = event.text.open_for(answers.ENGINE)
    tier = crisis.heard(text, scene.person(role).locale)
    answers_it = open_now is None and event.place == DM and not event.replaces
    field = asking.field_now(scene, role) if answers_it else None
    if tier is None or (tier not in FIRST and _refused(scene, role, field, text)):
        return False
    after = _kept(scene, role, field, event) if field else ""
    if event.place != DM:
        scene.root.unasked = True
        scene.note(role, ".in-the-room")
    steps = STEPS if len(scene.session.players) > 1 else STEPS_ALONE
    asides.unfold(scene, role, asides.QUICK, steps[tier], after=after)
    return True


def carried(scene: Scene, role: Role, field: Field, event: Said) -> bool:
    """Whether the bot may hand this on: threats and slurs it does not carry (safety D5)."""
    return not _refused(scene, role, field, event.text.open_for(answers.ENGINE))


def card_carried(scene: Scene, role: Role, field: Field) -> bool:
    """The same for the whole card of a preview: what is harmless by halves may not be as one."""
    whole = " ".join(asking.written(scene, role, field.card).values())
    return not carrying.threat(whole, scene.person(role).locale)


def _refused(scene: Scene, role: Role, field: Field | None, text: str) -> bool:
    others = set(field.shown) - {role} if field else set()
    return bool(others) and carrying.threat(text, scene.person(role).locale)


def _kept(scene: Scene, role: Role, field: Field, event: Said) -> str:
    """Keep the text as the answer that it would be; its question, or "" where it is none."""
    given = answers.read(scene, role, field, event)
    if isinstance(given, Misread) or not carried(scene, role, field, event):
        return ""
    scene.keep(role, field.name, given)
    return field.name
