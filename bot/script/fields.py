"""`answer = { … }`: one question's kind and options, as a `Field`."""

import re
from collections.abc import Callable
from typing import Any

from bot.care import listening
from bot.model.script import BOTH, NOBODY, PARTS, PLACES, Asks, Field
from bot.script.finding import Notes, did_you_mean, quoted
from bot.script.table import Table, Values

Options = dict[str, Any]  # keyword arguments of a Field

PREVIEW = ("send", "edit", "smaller", "keep")
MINE = ("people", "rounds", "map", "away", "standing", "met")
NEW = "new"  # of a label: only those who are not on the map yet
SCALE = re.compile(r"(\d+)-(\d+)")
BESIDE = ("shown", "skip", "skip-if", "only-if", "not-if")  # keys that stand beside `answer`
LABEL = 40  # characters of what somebody is called
LONGEST = 1500  # characters; with the rest of a bubble it still fits into one message everywhere


def field(name: str, table: Table, roles: tuple[str, ...]) -> Field:
    """The question that `answer` and the keys beside it describe. Mistakes are noted."""
    if not table.table("answer"):
        table.wrong(
            "The question has no `answer`.", 'Write it like `answer = { choice = ["yes", "no"] }`.'
        )
    answer = Table(table.table("answer"), table.notes, table.step, "`answer`")
    kind = _kind(answer)
    options = KINDS[kind](answer) if kind else {}
    options |= _common(answer) | _beside(table, roles)
    answer.has("as")  # the name, which the caller has read already
    if kind:
        answer.what = f"`answer` of the kind `{kind}`"
        answer.close()
    return Field(name=name, kind=kind or "choice", **options)


def name_of(step: str, values: Values) -> str:
    """The name of a step's own field: its `as`, or the step's."""
    answer = values.get("answer")
    named = answer.get("as") if isinstance(answer, dict) else None
    return named if isinstance(named, str) else step


def _kind(answer: Table) -> Asks | None:
    kinds: list[Asks] = [kind for kind in KINDS if kind in answer.values]
    if "choice" in kinds and {"hours", "preview", "mine", "menu", "when", "lines"} & set(kinds):
        kinds.remove("choice")  # there it only names the buttons
    if len(kinds) == 1:
        return kinds[0]
    if kinds:
        answer.wrong(f"`answer` has {len(kinds)} kinds: {quoted(kinds)}.", "Keep one of them.")
    elif answer.values:
        unknown = next(iter(answer.values))
        answer.wrong("`answer` has no kind.", did_you_mean(unknown, KINDS))
    return None


def _choice(answer: Table) -> Options:
    return {
        "choices": answer.names("choice"),
        "more": answer.names("more"),
        "most": answer.count("most", 1),
        "own": answer.flag("own"),
    }


def _scale(answer: Table) -> Options:
    return {
        "choices": _numbers(answer, "scale"),
        "more": _numbers(answer, "more") if answer.has("more") else (),
        "at_most": answer.word("at-most"),
        "over": answer.word("over"),
    }


def _numbers(answer: Table, key: str) -> tuple[str, ...]:
    said = answer.word(key)
    match = SCALE.fullmatch(said)
    if match and int(match[1]) < int(match[2]):
        return tuple(str(number) for number in range(int(match[1]), int(match[2]) + 1))
    answer.wrong(f"`{said}` is not a scale.", f'Write it like `{key} = "1-6"`.')
    return ()


def _words(answer: Table) -> Options:
    limit = answer.count("words", 600)
    if limit > LONGEST:
        answer.wrong(f"`words = {limit}` is too long for one message.", f"Use {LONGEST} or less.")
    return {"limit": limit, "choices": answer.names("chips"), "marks": _marks(answer)} | {
        "carried": answer.flag("carried"),
        "starts": answer.flag("starts"),
    }


def _marks(answer: Table) -> bool | str:
    """Which list of the soft checker reads along: `true`, or its name."""
    if not isinstance(answer.values.get("marks"), str):
        return answer.flag("marks")
    named = answer.word("marks")
    if named in listening.LISTS:
        return named
    known = [str(one) for one in listening.LISTS if isinstance(one, str)]
    answer.wrong(f"There is no list of marks `{named}`.", did_you_mean(named, known))
    return False


def _feelings(answer: Table) -> Options:
    family = answer.word("of")
    return {
        "most": answer.count("feelings", 3),
        "of": (family,) if family else (),
        "own": answer.flag("own"),
        "moment": answer.flag("moment"),
    }


def _phrase(answer: Table) -> Options:
    return {"of": answer.words("phrase")}


def _preview(answer: Table) -> Options:
    choices = answer.names("choice") if answer.has("choice") else PREVIEW
    return {"card": answer.word("preview"), "choices": choices, "sends": answer.flag("sends")}


def _mine(answer: Table) -> Options:
    of = answer.word("mine")
    if of not in MINE:
        answer.wrong(f"`{of}` is nothing that a person keeps.", did_you_mean(of, MINE))
    return {"of": (of,), "choices": answer.names("choice"), "most": answer.count("most", 1)}


def _lines(answer: Table) -> Options:
    lines = answer.names("choice")
    return {"card": answer.word("lines"), "choices": lines, "most": max(1, len(lines))}


def _menu(answer: Table) -> Options:
    """One place is its rows; of several, each is a choice of its own."""
    places = answer.words("menu")
    for place in places:
        if place not in PLACES:
            answer.wrong(f"The menu has no place `{place}`.", did_you_mean(place, PLACES))
    choices = (*(places if len(places) > 1 else ()), *answer.names("choice"))
    return {"of": places, "choices": choices}


def _label(answer: Table) -> Options:
    if answer.values.get("label") == NEW:
        return {"limit": LABEL, "of": (answer.word("label"),)}
    return _must_be_true(answer, "label") | {"limit": LABEL}


def _member(answer: Table) -> Options:
    return {"most": answer.count("member", 1)}


def _hours(answer: Table) -> Options:
    _must_be_true(answer, "hours")
    return {"choices": answer.names("choice")}


def _zone(answer: Table) -> Options:
    return _must_be_true(answer, "zone")


def _country(answer: Table) -> Options:
    return _must_be_true(answer, "country")


def _when(answer: Table) -> Options:
    _must_be_true(answer, "when")
    return {"choices": answer.names("choice")}


def _must_be_true(answer: Table, key: str) -> Options:
    if answer.values.get(key) is not True:
        answer.wrong(f"`{key}` must be `true`.", f"Write `{key} = true`.")
    answer.has(key)
    return {}


def _common(answer: Table) -> Options:
    return {
        "brief": answer.words("brief"),
        "aside": answer.pairs("aside"),
        "saves": answer.word("saves"),
        "hint": answer.word("hint"),
        "rates": answer.flag("rates"),
        "whole": answer.flag("whole"),
    }


def _beside(table: Table, roles: tuple[str, ...]) -> Options:
    return {
        "shown": audience(table, roles),
        "skip": table.flag("skip"),
        "skip_if": table.words("skip-if"),
        "only_if": table.word("only-if"),
        "not_if": table.pairs("not-if"),
    }


def audience(table: Table, roles: tuple[str, ...]) -> tuple[str, ...]:
    """Who may see the answer: `shown` with "all" and "nobody" spelled out as roles."""
    said = table.words("shown")
    if said == (BOTH,):
        return (BOTH,) if roles == PARTS else roles  # in a circle, of whatever part
    if said == (NOBODY,):
        return ()
    return tuple(role for role in said if known_role(table, role, roles, BOTH, NOBODY))


def known_role(table: Table, role: str, roles: tuple[str, ...], *also: str) -> bool:
    """Whether `role` takes part; noted when not. `also` only helps the mend."""
    if role in roles or role in ALIASES or (role == BOTH and roles == PARTS):
        return True
    table.wrong(f"Nobody has the role `{role}`.", did_you_mean(role, {*roles, *ALIASES, *also}))
    return False


def inline(step: str, values: Values, notes: Notes, roles: tuple[str, ...]) -> Field:
    """The single field that a step describes itself."""
    beside = {key: value for key, value in values.items() if key in ("answer", *BESIDE)}
    return field(name_of(step, values), Table(beside, notes, step, "a question"), roles)


ALIASES = ("proposer", "invited")

KINDS: dict[Asks, Callable[[Table], Options]] = {
    "choice": _choice,
    "scale": _scale,
    "words": _words,
    "feelings": _feelings,
    "phrase": _phrase,
    "preview": _preview,
    "zone": _zone,
    "hours": _hours,
    "country": _country,
    "when": _when,
    "mine": _mine,
    "lines": _lines,
    "label": _label,
    "menu": _menu,
    "member": _member,
}
