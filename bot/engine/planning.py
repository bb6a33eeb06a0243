"""What is at hand when somebody plans alone: what they know already, and a small invite (E5, E11).

All of it is from the person's own notes about this one, and goes to them alone.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.care import quiet
from bot.engine import labels
from bot.engine.scene import Scene
from bot.model.message import Arg, Line

ENOUGH = 3  # guesses that went together with a result; fewer say nothing (method E13)
BANDS = frozenset({"bad", "middle", "good"})  # of a result, and of a guess
BID = "bid"  # the step that offers one
BIDS = ("song", "walk", "photo", "meal", "teach", "film", "best-bit")  # method C18


def known(scene: Scene) -> tuple[Line, ...]:
    """What was tried with this one, and how often it went as it was guessed."""
    bond = labels.bond(scene)
    if bond is None or bond.called is None or not bond.shared:
        return ()
    args: dict[str, Arg] = {"other": bond.called, "tried": len(bond.shared)}
    guessed = [one for one in bond.shared if one.guess in BANDS and one.band in BANDS]
    if len(guessed) < ENOUGH:
        return (Line(words=".known-tried", args=args),)
    hits = sum(one.guess == one.band for one in guessed)
    return (Line(words=".known-guessed", args=args | {"hits": hits, "of": len(guessed)}),)


def fun_bid(scene: Scene) -> tuple[Line, ...]:
    """One small invite. Which comes first follows from the day; each next one from the last."""
    turn = scene.session.entered.get(BID, 1) - 1
    return (Line(words=f".bid-{BIDS[(quiet.day(scene.session.began) + turn) % len(BIDS)]}"),)


HINTS: Mapping[str, Callable[[Scene], tuple[Line, ...]]] = MappingProxyType(
    {"what-is-known": known, "fun-bid": fun_bid}
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType(
    {"nothing-known": lambda scene: not known(scene)}
)
