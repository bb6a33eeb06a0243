"""The map: one's own list of people, and what is shown of one of them (method E1).

Everything is from what its reader said or rated about this one bond, and goes to nobody else.
The list holds names and aims; what was felt or counted is shown of one person at a time, so
that nobody stands beside anybody else.
"""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from bot.care import history
from bot.engine import answers
from bot.engine.records import labels, people, pictures
from bot.engine.records.kept import SELF
from bot.engine.scene import Scene
from bot.model.message import Arg, Line, Picked
from bot.model.person import Bond, PersonId, Record, Round
from bot.model.private import Private

PERSON = "person"  # the question that picks one of the list
NEW_NAME = "new-name"
SAID = ("aim", "seen", "felt", "wish")  # questions whose answers stand on an entry
SAFETY = "safety"


# ── whom it is about ─────────────────────────────────────────────────────────
def current(scene: Scene) -> PersonId | None:
    """Who was picked from the list, or named; None when nobody was."""
    picked = answers.first(scene, SELF, PERSON)
    return PersonId(picked) if picked else labels.other(scene)


def entry(scene: Scene) -> Record | None:
    """What the map says of them; None where they are not on it."""
    return people.of(scene, current(scene))


def _bond(scene: Scene, found: Record) -> Bond:
    return scene.cast.bond(found.owner, found.other or found.owner)


def _told(scene: Scene, found: Record) -> tuple[Round, ...]:
    """Rounds in which something hard was shared, or good news; oldest first."""
    bond = _bond(scene, found)
    return tuple(sorted((*bond.shared, *bond.glad), key=lambda one: one.day))


# ── in words ─────────────────────────────────────────────────────────────────
def listed(scene: Scene) -> tuple[Line, ...]:
    """Everybody who is not put away: a name, and what is wanted with them where that was said."""
    return tuple(_row(one) for one in people.shown(scene))


def _row(one: Record) -> Line:
    if "aim" not in one.body:
        return Line(words=".map-row", args={"name": people.name(one)})
    return Line(words=".map-row-aim", args={"name": people.name(one), "aim": _said(one, "aim")})


def _said(one: Record, part: str) -> Arg:
    if part in {"wish", people.LABEL}:
        return one.body[part]
    return Picked(ids=one.body[part], of=f"{people.MAP}.{part}")


def one_of_them(scene: Scene) -> tuple[Line, ...]:
    """All that the map says of one, and how shares with them went."""
    found = entry(scene)
    return tuple(_all_of(scene, found)) if found else ()


def _all_of(scene: Scene, found: Record) -> Iterator[Line]:
    name, rounds = people.name(found), _told(scene, found)
    yield _row(found)
    if "seen" in found.body:
        yield Line(words=".map-seen", args={"seen": _said(found, "seen")})
    yield _felt(found, name, history.tried(rounds))
    if "wish" in found.body:
        yield Line(words=".map-wish", args={"wish": found.body["wish"]})
    guessed = history.matched(rounds)
    if guessed:
        yield Line(words=".guesses-match", args={"hits": guessed.hits, "of": guessed.of})
    heard = len(_bond(scene, found).listened)
    if rounds or heard:
        yield Line(words=".map-both-ways", args={"shared": len(rounds), "listened": heard})


def _felt(found: Record, name: Private, tried: int) -> Line:
    """What is felt beside what was tried; neither corrects the other (method A3)."""
    args: dict[str, Arg] = {"name": name, "tried": tried}
    if "felt" not in found.body:
        return Line(words=".map-tried", args=args)
    return Line(words=".map-felt", args=args | {"felt": _said(found, "felt")})


def tried(scene: Scene) -> tuple[Line, ...]:
    """How often something hard was tried with them, before the question how it feels."""
    found = entry(scene)
    if found is None:
        return ()
    count = history.tried(_told(scene, found))
    return (Line(words=".map-tried", args={"name": people.name(found), "tried": count}),)


def aim_on_map(scene: Scene) -> tuple[Line, ...]:
    """What the map says is wanted with them, to whoever is asked it once more."""
    found = entry(scene)
    if found is None or not aim(found):
        return ()
    return (Line(words=".map-aim", args={"aim": _said(found, "aim")}),)


def good_news(scene: Scene) -> tuple[Line, ...]:
    """That all of it was good news, to whoever wants to feel safe with them (method A13)."""
    found = entry(scene)
    if found is None:
        return ()
    count = history.only_good_news(_told(scene, found))
    return (Line(words=".map-good-news", args={"name": people.name(found), "count": count}),)


def _entries(scene: Scene) -> Iterator[pictures.Entry]:
    """What stands on the list, and nothing that could be held against another one's: no numbers."""
    for one in people.shown(scene):
        said = (part for part in ("aim", "seen") if part in one.body)
        lines = (Line(words=f".picture-{part}", args={part: _said(one, part)}) for part in said)
        yield pictures.Entry(label=people.name(one), lines=tuple(lines))


# ── what the exercise does ───────────────────────────────────────────────────
def _keep(scene: Scene) -> None:
    """What was said of them so far, so that stopping halfway loses nothing."""
    other, known = current(scene), entry(scene)
    given = {part: answers.value(scene, SELF, part) for part in SAID}
    body = {part: said for part, said in given.items() if said is not None}
    called = people.name(known) if known else answers.value(scene, SELF, labels.WHO)
    if other is not None and called is not None:
        people.put(scene, other, {people.LABEL: called} | body)


def _keep_aim(scene: Scene) -> None:
    """What is wanted with somebody now, where they are on the map; nobody gets on it by this."""
    found, given = entry(scene), answers.value(scene, SELF, "aim")
    if found is not None and found.other is not None and given is not None:
        people.put(scene, found.other, {"aim": given})


def _change(*drop: str, **body: Private) -> Callable[[Scene], None]:
    def change(scene: Scene) -> None:
        found = entry(scene)
        if found is not None and found.other is not None:
            people.put(scene, found.other, body, *drop)

    change.__doc__ = "Change what stands on the entry besides what was said of them."
    return change


def _rename(scene: Scene) -> None:
    """Another name; who is known by name alone goes by the new one everywhere."""
    found, called = entry(scene), answers.value(scene, SELF, NEW_NAME)
    if found is None or found.other is None or called is None:
        return
    people.put(scene, found.other, {people.LABEL: called})
    known = scene.cast.bonds.get((found.owner, found.other))
    if known is not None and known.called is not None:
        scene.put_kept(known, called=called)


def _first(scene: Scene) -> None:
    found = entry(scene)
    if found is not None:
        people.first(scene, found)


def _take_off(scene: Scene) -> None:
    found = entry(scene)
    if found is not None:
        people.take_off(scene, found)


def _draw(scene: Scene) -> None:
    """The list in its owner's order, drawn and in words."""
    title = Line(words=".picture-people")
    pictures.say(scene, pictures.listed(title, _entries(scene)))


def _mute(scene: Scene) -> None:
    scene.put_person(SELF, no_good_news=True)


def _name_is_taken(scene: Scene) -> bool:
    found, called = entry(scene), answers.value(scene, SELF, NEW_NAME)
    if found is None or found.other is None or called is None:
        return False
    return labels.is_known(scene, called, but=found.other)


def _only_good_news(scene: Scene) -> bool:
    """Once for each: whoever wants safety, and has told nothing but good news (method A13)."""
    found = entry(scene)
    if found is None or people.TOLD in found.body or scene.person(SELF).no_good_news:
        return False
    if aim(found) != SAFETY or _goes_gently(scene, found):
        return False
    return history.only_good_news(_told(scene, found)) > 0


def aim(found: Record) -> str:
    """What its owner wants with them; "" where that was not said."""
    return found.body["aim"].open_for(answers.ENGINE) if "aim" in found.body else ""


def _goes_gently(scene: Scene, found: Record) -> bool:
    """Whether nothing harder is spoken of: in a rest, with care, or where one of these hurt."""
    bond, whole = _bond(scene, found), scene.person(SELF).rest_until
    rests = any(until is not None and until > scene.at for until in (whole, bond.rest_until))
    hurt = any(one.band == "bad" for one in _told(scene, found))
    return rests or bond.cautious or bond.no_bigger or hurt


def _wants(*aims: str) -> Callable[[Scene], bool]:
    def wants(scene: Scene) -> bool:
        found = entry(scene)
        return found is not None and aim(found) in aims

    wants.__doc__ = "Whether that is what the map says is wanted with them."
    return wants


def _is_away(scene: Scene) -> bool:
    found = entry(scene)
    return found is not None and people.AWAY in found.body


HINTS: Mapping[str, Callable[[Scene], tuple[Line, ...]]] = MappingProxyType(
    {
        "my-people": listed,
        "one-of-them": one_of_them,
        "tried": tried,
        "good-news": good_news,
        "aim-on-map": aim_on_map,
    }
)
EFFECTS: Mapping[str, Callable[[Scene], None]] = MappingProxyType(
    {
        "keep-on-map": _keep,
        "keep-aim": _keep_aim,
        "rename-on-map": _rename,
        "first-on-map": _first,
        "put-away": _change(**{people.AWAY: people.YES}),
        "bring-back": _change(people.AWAY),
        "off-map": _take_off,
        "good-news-told": _change(**{people.TOLD: people.YES}),
        "no-good-news": _mute,
        "draw-map": _draw,
    }
)
CAUSES: Mapping[str, Callable[[Scene], bool]] = MappingProxyType(
    {
        "map-empty": lambda scene: not people.everybody(scene),
        "nobody-away": lambda scene: not people.shown(scene, away=True),
        "nobody-named": lambda scene: current(scene) is None,
        "not-on-map": lambda scene: entry(scene) is None,
        "on-map": lambda scene: entry(scene) is not None,
        "put-away": _is_away,
        "wants-fun": _wants("fun"),
        "wants-less": _wants("less"),
        "name-taken": _name_is_taken,
        "only-good-news": _only_good_news,
    }
)
