"""What a step does besides asking: named in the script's `does`, one function each.

An effect changes the session, or what a person keeps for themself. It is the only way in
which an exercise reaches past its own answers, so this table is also the list of all that
an exercise can do.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from bot.care import crisis, ladder, quiet
from bot.engine import (
    answers,
    circles,
    clocks,
    exits,
    guarding,
    hints,
    menus,
    noting,
    seats,
    settings,
)
from bot.engine.records import (
    bonds,
    calm,
    felt,
    guide,
    joy,
    labels,
    mending,
    mine,
    pictures,
    planning,
    practice,
    real,
    shrinking,
    week,
)
from bot.engine.scene import Scene
from bot.engine.times import following, prompts, standing
from bot.model.message import Line
from bot.model.person import Round
from bot.model.private import Private
from bot.model.session import Role

ROUNDS_A_DAY = 3  # paired rounds a day and pair (safety D11)


def holds(scene: Scene, cause: str) -> bool:
    """Whether a named circumstance of `unless` is given."""
    match cause:
        case "day-full":
            return rounds_today(scene) >= ROUNDS_A_DAY
        case "pair-busy":
            return scene.cast.busy
        case "no-rooms":
            return not scene.cast.rooms
        case "short":
            return scene.person(_proposer(scene)).small
        case "covered":
            return crisis.covers(scene.person(_proposer(scene)).locale)
        case "they-rest":
            return labels.rests(scene)
    return OWN_CAUSES[cause](scene)


def rounds_today(scene: Scene) -> int:
    """Paired rounds of these two today; both know of each."""
    first, second = scene.session.players.values()
    bonds = (scene.cast.bond(first, second), scene.cast.bond(second, first))  # one may be erased
    return max((bond.rounds for bond in bonds if bond.rounds_on == hints.today(scene)), default=0)


# ── the pair ─────────────────────────────────────────────────────────────────
def _swap_roles(scene: Scene) -> None:
    """Turn the roles; this round's answers are emptied, and its silences forgiven."""
    session = scene.session
    turned = dict(zip(session.players, reversed(session.players), strict=True))
    if scene.actor is not None:
        scene.actor = turned[scene.actor]
    scene.put(
        players={turned[role]: who for role, who in session.players.items()},
        asides={turned[role]: aside for role, aside in session.asides.items()},
        gone=tuple(turned[role] for role in session.gone),
        since=dict.fromkeys(session.players, scene.at),
        round=session.round + session.begun,
        answers={} if session.begun else {turned[r]: a for r, a in session.answers.items()},
        trail={},
        entered={},
        noted={},
        sent=(),
        missed=(),
    )


def _set_pace(scene: Scene) -> None:
    scene.put(pace=answers.first(scene, _proposer(scene), "pace"))


def _set_place(scene: Scene) -> None:
    scene.put(mode=answers.first(scene, _proposer(scene), "place"))


def _proposer(scene: Scene) -> Role:
    return scene.roles("proposer")[0]


def _mute(scene: Scene) -> None:
    """No invites from this person any more: silent and lasting (safety D1.4)."""
    if scene.actor is not None:
        scene.put_bond(scene.actor, _proposer(scene), muted=True)


def _begin(scene: Scene) -> None:
    """Everybody said yes: a shared place where one was chosen, and the first round counts."""
    scene.put(begun=True, answers={}, trail={})
    clocks.know_nights(scene)
    seats.settle(scene)
    if scene.session.mode == "room":
        scene.say_room("open")
        scene.say_room("note", (Line(words=circles.opened(scene)),))
    if scene.session.circle is None:  # a circle counts for no two of its people
        _meet(scene)
        _count_round(scene)


def _meet(scene: Scene) -> None:
    """Both have said yes: from now on they may look at what the other shows them (method E8)."""
    for role in scene.session.players:
        for other in scene.session.others(role):
            scene.put_bond(role, other, met=True, lapsed=False)


def _count_round(scene: Scene) -> None:
    today, rounds = hints.today(scene), rounds_today(scene) + 1
    for role in scene.session.players:
        for other in scene.session.others(role):
            scene.put_bond(role, other, rounds_on=today, rounds=rounds)


def _close_room(scene: Scene) -> None:
    if scene.session.mode == "room":
        scene.say_room("close")


def _release(scene: Scene) -> None:
    """The round is over for everybody; what is still asked stands in nobody's way."""
    scene.put(aftermath=True)


# ── what a person keeps for themself ─────────────────────────────────────────
def _keep_felt(scene: Scene) -> None:
    """The sharer's own band and sting; a do-over replaces the band of the same round."""
    role, (other,) = "sharer", scene.session.others("sharer")
    band = answers.first(scene, role, "band")
    if not band or role in scene.session.gone or scene.person(role).numbers == "none":
        return
    known = scene.cast.bond(*_bond_key(scene, role)).shared
    sting = answers.first(scene, role, "sting")
    new = Round(
        id=mine.running(scene.session),
        day=hints.today(scene),
        size=_size(scene),
        band=band,
        sting=sting,
        guess=answers.first(scene, role, "guess"),
        family=answers.first(scene, role, "family"),
    )
    new = felt.tapped(scene, role, new)
    scene.put_bond(role, other, shared=ladder.kept(known, new, ladder.HISTORY))
    _rest_after_two(scene, role)


def _rest_after_two(scene: Scene, role: Role) -> None:
    """Two "not good" in one day: rest till tomorrow, for the sharer alone (safety D11)."""
    bond = scene.cast.bond(*_bond_key(scene, role))
    if ladder.enough_for((*bond.shared, *bond.glad), hints.today(scene)):
        (other,) = scene.session.others(role)
        rest = max(bond.rest_until or scene.at, quiet.tomorrow(scene.person(role), scene.at))
        scene.put_bond(role, other, rest_until=rest)


def _keep_load(scene: Scene) -> None:
    """The listener's own load, beside the space that they offered.

    The size that was picked is the sharer's own, and does not come in.
    """
    role, (other,) = "listener", scene.session.others("listener")
    load = answers.first(scene, role, "load")
    if not load or role in scene.session.gone or scene.person(role).numbers == "none":
        return
    known = scene.cast.bond(*_bond_key(scene, role)).listened
    space = int(answers.first(scene, role, "space") or ladder.START_LISTENED)
    new = Round(
        id=mine.running(scene.session), day=hints.today(scene), size=space, space=space, load=load
    )
    scene.put_bond(role, other, listened=ladder.kept(known, new, ladder.HISTORY))


def _bond_key(scene: Scene, role: Role) -> Any:  # noqa: ANN401 - a pair of ids
    players = scene.session.players
    return players[role], players[scene.session.others(role)[0]]


def _size(scene: Scene) -> int:
    return int(answers.first(scene, "sharer", "size") or ladder.START_SHARED)


def _sharer(scene: Scene) -> Role:
    return scene.roles("sharer")[0]


def _default_wish(scene: Scene) -> None:
    """No wish on the card means: just listen (method E2, who may do what)."""
    sharer = _sharer(scene)
    if answers.value(scene, sharer, "wish") is None:
        scene.keep(sharer, "wish", Private("listen"))


def _tell_tomorrow(scene: Scene) -> None:
    """Offer the feedback again the next day, in a session of its own that ends with it.

    To the listener this round goes on as if the sharer had kept it to themself.
    """
    session, sharer = scene.session, scene.person("sharer")
    span = scene.script.step("next-day").wait[session.pace]
    again = quiet.awake(sharer, scene.at + span)
    name = f"{session.id}+{session.round}"
    later = following.session(scene, name, "next-day", again)
    scene.spawned.append(later)


# ── a pause ──────────────────────────────────────────────────────────────────
def _set_return(scene: Scene) -> None:
    choice = answers.first(scene, "self", "back")
    scene.put(waits=quiet.until(scene.person("self"), scene.at, choice))


def _announce_pause(scene: Scene) -> None:
    scene.announce = scene.session.waits


def _resume(scene: Scene) -> None:
    scene.outcome = "resume"


def _leave(scene: Scene) -> None:
    scene.outcome = "leave"


# ── a person's own settings ──────────────────────────────────────────────────
def _welcomed(scene: Scene) -> None:
    scene.put_person("self", welcomed=scene.at)


def _forget(scene: Scene) -> None:
    """Nothing of this person stays; the last words to them are sent first."""
    scene.root.forgotten.append(scene.session.players["self"])
    exits.end(scene)


EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "swap-roles": _swap_roles,
        "set-pace": _set_pace,
        "set-place": _set_place,
        "mute": _mute,
        "begin": _begin,
        "count-round": _count_round,
        "close-room": _close_room,
        "release": _release,
        "default-wish": _default_wish,
        "keep-felt": _keep_felt,
        "keep-load": _keep_load,
        "tell-tomorrow": _tell_tomorrow,
        "set-return": _set_return,
        "announce-pause": _announce_pause,
        "resume": _resume,
        "leave": _leave,
        "welcomed": _welcomed,
        "forget": _forget,
        **circles.EFFECTS,
        **guarding.EFFECTS,
        **mine.EFFECTS,
        **pictures.EFFECTS,
        **prompts.EFFECTS,
        **real.EFFECTS,
        **calm.EFFECTS,
        **felt.EFFECTS,
        **joy.EFFECTS,
        **mending.EFFECTS,
        **shrinking.EFFECTS,
        **week.EFFECTS,
        **practice.EFFECTS,
        **bonds.EFFECTS,
        **menus.EFFECTS,
        **noting.EFFECTS,
        **standing.EFFECTS,
        **guide.EFFECTS,
    }
)
OWN_CAUSES = {  # from one's own facts
    **calm.CAUSES,
    **menus.CAUSES,
    **circles.CAUSES,
    **guide.CAUSES,
    **mending.CAUSES,
    **pictures.CAUSES,
    **planning.CAUSES,
    **practice.CAUSES,
    **week.CAUSES,
    **bonds.CAUSES,
    **standing.CAUSES,
    **settings.CAUSES,
    **shrinking.CAUSES,
}
CAUSES = ("covered", "day-full", "no-rooms", "pair-busy", "short", "they-rest", *OWN_CAUSES)


def apply(scene: Scene, name: str) -> None:
    """Let the named effect happen. `check` proves that every name is in the table."""
    EFFECTS[name](scene)
