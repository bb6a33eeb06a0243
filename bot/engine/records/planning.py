"""What is at hand when somebody plans alone: what they know already, and a small invite (E5, E11).

All of it is from the person's own notes about this one, and goes to them alone.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from bot.care import guide, history, quiet
from bot.engine.records import labels
from bot.engine.scene import Scene
from bot.model.message import Arg, Guide, Line
from bot.model.person import Bond

BID = "bid"  # the step that offers one
BIDS = ("song", "walk", "photo", "meal", "teach", "film", "best-bit")  # method C18


def known(scene: Scene) -> tuple[Line, ...]:
    """What was tried with this one, how often it went as it was guessed, and what helps them."""
    bond = labels.bond(scene)
    if bond is None or bond.called is None or not bond.shared:
        return ()
    args: dict[str, Arg] = {"other": bond.called, "tried": len(bond.shared)}
    found = history.matched(bond.shared)
    if found is None:
        return (Line(words=".known-tried", args=args), *_their_guide(bond))
    args |= {"hits": found.hits, "of": found.of}
    return (Line(words=".known-guessed", args=args), *_their_guide(bond))


def _their_guide(bond: Bond) -> tuple[Line, ...]:
    """The lines that this one lets the planner see, put in when it is handed over; often none."""
    if not bond.met or bond.called is None:
        return ()
    shown = Guide(owner=bond.other, feelings=guide.FEELINGS, most=guide.AT_ONCE)
    return (Line(words=".card-guide", args={"other": bond.called, "guide": shown}),)


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
