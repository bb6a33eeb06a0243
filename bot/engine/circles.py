"""What an exercise for three to six does beside asking: the limit, the draw, who answers.

Theory of operation. Nobody is told whose turn it is before a card comes, nor in which order
turns go. So a pass, a silence and a turn that comes later are one thing to everybody else.
Nothing here looks at who is silent for good: whoever stopped is drawn, chosen and waited for
like somebody who says nothing (safety D2). Nothing here changes what two people keep about
each other (method E12).
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import msgspec

from bot.care import ladder
from bot.engine import answers, parts
from bot.engine.scene import Scene
from bot.model.session import Circle, Role

SPACE, TURN, STAY, HOW_MANY, WHO = "space", "turn", "stay", "how-many", "who"
ENOUGH = "enough"
COUNTS = {"one": 1, "two": 2, "witness": 0}  # answers that are asked for; "all": everybody's


def circle(scene: Scene) -> Circle:
    """What only a circle has; that of no circle is empty."""
    return scene.session.circle or Circle()


def put(scene: Scene, **changes: object) -> None:
    """Change some of it."""
    scene.put(circle=msgspec.structs.replace(circle(scene), **changes))


def opened(scene: Scene) -> str:
    """The words with which a shared place begins."""
    return ".room-opened" if scene.session.circle is None else ".room-opened-circle"


def set_limit(scene: Scene) -> None:
    """The smallest space that was offered is the limit of today; where none was, a small one."""
    offered = (answers.first(scene, role, SPACE) for role in scene.session.players)
    sizes = [int(one) for one in offered if one]
    put(scene, most=min(sizes, default=ladder.START_SHARED))


def draw(scene: Scene) -> None:
    """Of those who would like a turn, the next; the whole time is theirs."""
    ready = tuple(r for r in parts.of(scene.session, "unheard") or () if _wants(scene, r))
    sharer = parts.in_order(scene.session, ready)[0]
    known, enough = circle(scene), _enough(scene)
    put(
        scene,
        sharer=sharer,
        heard=(*known.heard, sharer),
        spent=tuple(dict.fromkeys((*known.spent, *enough))),
    )
    scene.put(missed=tuple(dict.fromkeys((*scene.session.missed, *enough))))
    since = dict.fromkeys(scene.session.players, scene.at)
    scene.put(round=len(known.heard) + 1, since=since)
    _empty(scene)


def end_turn(scene: Scene) -> None:
    """A turn is over, whatever came of it: nobody is the sharer, and its answers are emptied."""
    put(scene, sharer="", chosen=(), answered=(), answerer="")
    _empty(scene)


def _empty(scene: Scene) -> None:
    scene.put(answers={}, sent=(), trail={}, penned={}, entered={}, noted={})


def _wants(scene: Scene, role: Role) -> bool:
    return answers.first(scene, role, TURN) == TURN


def _enough(scene: Scene) -> list[Role]:
    """Whoever passes to the end: nobody sees it."""
    players = scene.session.players
    return [r for r in players if ENOUGH in {answers.first(scene, r, f) for f in (TURN, STAY)}]


def choose(scene: Scene) -> None:
    """Whom this turn asks for an answer: those who were named, then others by lot.

    Whoever is not waited for, having passed or said nothing, is drawn after all the others.
    """
    sharer = circle(scene).sharer
    others = scene.session.others(sharer)
    count = COUNTS.get(answers.first(scene, sharer, HOW_MANY), len(others))
    named = [one for one in answers.picks(scene, sharer, WHO) if one in others]
    drawn = sorted(parts.in_order(scene.session, others), key=scene.session.missed.__contains__)
    rest = [one for one in drawn if one not in named]
    put(scene, chosen=tuple((named + rest)[:count]))


def gave(scene: Scene, role: Role) -> None:
    """The answer of `role` has gone out."""
    if role in circle(scene).chosen:
        put(scene, answered=(*circle(scene).answered, role))


def about(scene: Scene, role: Role) -> tuple[Role, ...]:
    """Whom a rating of `role` is about just now: the answerer, or the sharer; else all others."""
    known, asked = circle(scene), scene.session.asked.get(role, "")
    if not any(field.rates for field in scene.asks.get(role, ()) if field.name == asked):
        return scene.session.others(role)
    return (known.answerer,) if role == known.sharer else (known.sharer,)


def _next_answer(scene: Scene) -> None:
    """The sharer looks at the next answer, alone; what they said of the one before is dropped."""
    first, *rest = circle(scene).answered
    put(scene, answerer=first, answered=tuple(rest))


def _no_more_answers(scene: Scene) -> bool:
    return not circle(scene).answered


def _nobody_answered(scene: Scene) -> bool:
    return bool(circle(scene).chosen) and _no_more_answers(scene)


def _all_heard(scene: Scene) -> bool:
    return set(circle(scene).heard) == set(scene.session.players)


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "set-limit": set_limit,
        "draw": draw,
        "choose": choose,
        "next-answer": _next_answer,
        "end-turn": end_turn,
    }
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType(
    {
        "no-more-answers": _no_more_answers,
        "nobody-answered": _nobody_answered,
        "all-heard": _all_heard,
    }
)
