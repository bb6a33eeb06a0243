"""Windows: what each answers alone, and all are shown together at the end, or not at all.

Theory of operation. A window ends at one time, which no answer moves, and nothing is said
before. Then either everybody has a card to show, and all cards are handed over at once; or it
closes with the words and at the minute at which it would have closed had nobody answered. So a
card that is not there is never told from a silence, and whoever shows nothing is shown nothing.
"""

from bot.engine import asking, cards, moves
from bot.engine.scene import Scene
from bot.model.session import Role


def shown(scene: Scene) -> bool:
    """Hand over the cards of all and go on; False, and nothing happens, where one is missing."""
    hands = scene.step.hands
    if not all(_is_in(scene, role, name) for role, name in hands.items()):
        return False
    for name in hands.values():
        cards.deliver(scene, name)
    moves.go_on(scene)
    return True


def _is_in(scene: Scene, role: Role, card: str) -> bool:
    """Whether this role has approved a card, and is still in it.

    In a private break, or while a quick check is open, nobody's words go out (safety D4.4); nor
    do those of somebody who rests by now.
    """
    session = scene.session
    there = role in session.done and role not in session.asides and not asking.rests(scene, role)
    return there and cards.is_on(scene, role, card)
