"""Private hints before a question: each person's own key, and their guess beside what happened."""

from bot.care import history, ladder, prompting, quiet
from bot.engine import answers, settings
from bot.engine.records import bonds, calm, guide, joy, labels, planning, practice, week
from bot.engine.scene import Scene
from bot.model.message import Line, Picked
from bot.model.person import Bond
from bot.model.script import Field
from bot.model.session import Role

SHARER, LISTENER = "sharer", "listener"
KEYS = (
    "sharer-key",
    "listener-key",
    "own-key",
    "still-good",
    "their-guide",
    "new-bond",
)
OWN = {  # what a person keeps
    **calm.HINTS,
    **bonds.HINTS,
    **joy.HINTS,
    **planning.HINTS,
    **practice.HINTS,
    **week.HINTS,
    **settings.HINTS,
    **guide.HINTS,
}
ALL = (*KEYS, *OWN)


def lines(scene: Scene, role: Role, field: Field) -> tuple[Line, ...]:
    """The hint that this field asks for, from nobody's facts but the reader's own."""
    match field.hint:
        case "sharer-key":
            return _key(scene, role, SHARER)
        case "listener-key":
            return _key(scene, role, LISTENER)
        case "own-key":
            return (*_guess(scene, role), *_matched(scene, role), *_key(scene, role, _side(role)))
        case "still-good":
            return _still_good(scene, role)
        case "their-guide":
            return guide.before_answer(scene, role)
        case "new-bond":
            return _new_bond(scene, role)
    return OWN[field.hint](scene) if field.hint in OWN else ()  # an older script may ask for more


def _still_good(scene: Scene, role: Role) -> tuple[Line, ...]:
    """Asked once, after three times in a row that were not answered (method C19)."""
    standing = _bond(scene, role).standing
    back = standing is not None and standing.ignored == prompting.IGNORED + 1
    return (Line(words=".standing-still"),) if back else ()


def _new_bond(scene: Scene, role: Role) -> tuple[Line, ...]:
    """Where nothing has ever begun with the other one, as far as they keep it (method A14)."""
    return () if _bond(scene, role).met else (Line(words=".hint-new-bond"),)


def today(scene: Scene) -> int:
    """Days since 1970-01-01 UTC."""
    return quiet.day(scene.at)


def _side(role: Role) -> str:
    """Whoever is alone with it is the one who shares."""
    return LISTENER if role == LISTENER else SHARER


def _bond(scene: Scene, role: Role) -> Bond:
    """What this person keeps about the other one, or about whom they named."""
    owner = scene.session.players[role]
    others = [scene.session.players[one] for one in scene.session.others(role)]
    named = labels.bond(scene) if not others else None
    return named or scene.cast.bond(owner, others[0] if others else owner)


def _key(scene: Scene, role: Role, side: str) -> tuple[Line, ...]:
    bond, sharing = _bond(scene, role), side == SHARER
    facts = ladder.Facts(
        rounds=bond.shared if sharing else bond.listened,
        today=today(scene),
        resting=bond.rest_until is not None and bond.rest_until > scene.at,
        last_bigger=bond.bigger_shared if sharing else bond.bigger_listened,
        no_bigger=bond.no_bigger,
        cautious=bond.cautious,
    )
    hint = ladder.sharer_key(facts) if sharing else ladder.listener_key(facts)
    if hint.kind == "bigger":
        _remember(scene, role, sharing=sharing)
    args = {"size": hint.size, "now": hint.size - 1} if hint.size else {}
    return (Line(words=f".hint-{side}-{hint.kind}", args=dict(args)),)


def _remember(scene: Scene, role: Role, *, sharing: bool) -> None:
    others = scene.session.others(role)
    if not others:
        labels.put(scene, bigger_shared=today(scene))
        return
    (other,) = others
    if sharing:
        scene.put_bond(role, other, bigger_shared=today(scene))
    else:
        scene.put_bond(role, other, bigger_listened=today(scene))


def _guess(scene: Scene, role: Role) -> tuple[Line, ...]:
    """What was guessed beside how it went; both are the reader's own words."""
    guess, band = (answers.value(scene, role, name) for name in ("guess", "band"))
    if guess is None or band is None or answers.first(scene, role, "guess") == "no-idea":
        return ()
    script = scene.script.name
    picked = {
        name: Picked(ids=given, of=f"{script}.{name}")
        for name, given in (("guess", guess), ("band", band))
    }
    return (Line(words=f"{script}.guess-beside", args=dict(picked)),)


def _matched(scene: Scene, role: Role) -> tuple[Line, ...]:
    """How often it went as the reader had guessed, with this one, where they guessed this time."""
    if _side(role) == LISTENER or not answers.first(scene, role, "guess"):
        return ()
    found = history.matched(_bond(scene, role).shared)
    if found is None:
        return ()
    return (Line(words=".guesses-lately", args={"hits": found.hits, "of": found.of}),)
