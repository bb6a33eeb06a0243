"""Which words an exercise needs: every message, who reads it, and what may stand in it.

The table is derived from the script alone. `check` holds every language against it, the
catalog holds old versions against today's words, and the screenplay reads along it.
"""

from collections.abc import Iterable, Iterator

import msgspec

from bot.engine.records import guide, practice
from bot.model.script import BOTH, INVITED, SOMEONE, Field, Script, Step
from bot.text.words import attribute_of

ROOM = "room"
ALIASES = frozenset({SOMEONE, INVITED})
BUILT_IN = {  # what the engine gives to every message of that kind, besides what a step tells
    "question": frozenset({"other", "reads"}),
    "note": frozenset({"other"}),
    "room note": frozenset[str](),  # in a shared place, nobody is "the other"
    "heading": frozenset({"by"}),
    "card line": frozenset[str](),
    "text": frozenset[str](),
    "in a circle": frozenset(
        {"about", "limit", "asks", "time"}
    ),  # in questions and notes, besides the above
    "beside": frozenset({"guess", "band"}),  # the reader's own, before the `own-key` hint
    "guide": frozenset({"people"}),  # around a line of one's own care guide
    "moment": frozenset({"who", "text", "feels", "does"}),  # around a moment to practise with
}


class Need(msgspec.Struct, frozen=True, kw_only=True):
    """Words that must be there. Any of `ids` will do; the first one that there is, is used."""

    kind: str  # a key of BUILT_IN
    step: str  # the step or card that it belongs to
    ids: tuple[str, ...]
    reader: str = ""  # the role that reads it, or "proposer", "invited", "all", "room"
    fields: frozenset[str] = frozenset()  # answers that may stand in it
    labels: tuple[str, ...] = ()  # choices whose names are needed
    sizes: tuple[str, ...] = ()  # of a scale: what its numbers may be called, all or none of them
    field: str = ""

    def allowed(self) -> frozenset[str]:
        """The variables that may stand in these words, in any language."""
        return BUILT_IN[self.kind] | self.fields


def needs(script: Script) -> tuple[Need, ...]:
    """All words of the exercise."""
    return (
        Need(kind="text", step="", ids=("title",)),
        Need(kind="text", step="", ids=("about",)),
        *(need for step in script.steps.values() for need in _of_step(script, step)),
        *(need for name in script.cards for need in _of_card(script, name)),
        *_beside(script),
        *_around(script, "moment", "moment", (*practice.AROUND, *practice.names())),
        *_around(script, "guide-line", "guide", guide.AROUND),
    )


def asked(script: Script) -> Iterator[tuple[Step, str, Field]]:
    """Every question where it is asked: the step, who is asked, the question."""
    for step in script.steps.values():
        for role, fields in step.ask.items():
            for field in fields:
                yield step, role, field


def writers(script: Script, name: str) -> frozenset[str]:
    """Who is ever asked this question, as the script names them."""
    return frozenset(role for _, role, field in asked(script) if field.name == name)


def versions(script: Script, name: str) -> tuple[Field, ...]:
    """The question in all its forms; several steps may ask it with different choices."""
    found: list[Field] = []
    found.extend(f for _, _, f in asked(script) if f.name == name and f not in found)
    return tuple(found)


def choices(script: Script, name: str) -> frozenset[str]:
    """Everything that can be picked as an answer to this question, in any step."""
    found = versions(script, name)
    return frozenset(pick for field in found for pick in (*field.choices, *field.more))


def shown_to(script: Script, reader: str, name: str) -> bool:
    """Whether every form of the question says that its answer is shown to `reader`."""
    found = versions(script, name)
    return bool(found) and all({reader, BOTH} & set(field.shown) for field in found)


def may_see(script: Script, reader: str, name: str) -> bool:
    """Whether a sentence to `reader` may hold an answer: it is their own, or shown to them.

    "all" and "room" need everybody; "proposer" and "invited" may be anybody.
    """
    if reader == ROOM:
        return all(shown_to(script, role, name) for role in script.roles)
    if reader == BOTH:
        return all(may_see(script, role, name) for role in script.roles)
    if reader in ALIASES and reader not in writers(script, name):
        return shown_to(script, reader, name) or may_see(script, BOTH, name)
    return reader in writers(script, name) or shown_to(script, reader, name)


def card_readers(script: Script, name: str) -> tuple[str, ...]:
    """The roles that get this card: those to whom every line of it is shown."""
    card = script.cards[name]
    others = (role for role in script.roles if role != card.by)
    return tuple(r for r in others if all(shown_to(script, r, line) for line in card.lines))


def _of_step(script: Script, step: Step) -> Iterator[Need]:
    for role, words in step.note.items():
        told = frozenset[str]() if role == ROOM else _told(script, step, role)
        kind = "room note" if role == ROOM else "note"
        yield Need(kind=kind, step=step.name, ids=(words,), reader=role, fields=told)
    for role, words in step.closes.items():
        yield Need(kind="text", step=step.name, ids=(words,), reader=role)
    for role, fields in step.ask.items():
        for field in fields:
            if field.starts:
                yield Need(kind="text", step=step.name, ids=(f"{field.name}-starts",))
            yield Need(
                kind="question",
                step=step.name,
                ids=question_ids(step.name, field.name),
                reader=role,
                fields=_told(script, step, role),
                labels=tuple(_labelled(field)),
                sizes=tuple(attribute_of(n) for n in (*field.choices, *field.more) if n.isdigit()),
                field=field.name,
            )


def _labelled(field: Field) -> Iterable[str]:
    """Choices that the exercise itself names: no numbers, and no places of a menu."""
    places = field.of if field.kind == "menu" else ()
    picks = (*field.choices, *field.more)
    return (pick for pick in picks if not pick.isdigit() and pick not in places)


def question_ids(step: str, field: str) -> tuple[str, ...]:
    """The names that a question's words may have; the most particular one first."""
    return (field,) if step == field else (f"{step}-{field}", field)


def _told(script: Script, step: Step, role: str) -> frozenset[str]:
    known = frozenset(name for name in step.tells if may_see(script, role, name))
    if script.members is not None:
        known |= BUILT_IN["in a circle"]
    code = "code" if script.members is None else "codes"
    return known | {code} if step.quiet == "lapse" and role == SOMEONE else known


def _of_card(script: Script, name: str) -> Iterator[Need]:
    yield Need(kind="heading", step=name, ids=(f"card-{name}",))
    for line in script.cards[name].lines:
        ids = (f"card-{name}-{line}",)
        yield Need(kind="card line", step=name, ids=ids, fields=frozenset({line}))


def _beside(script: Script) -> Iterator[Need]:
    hinted = [step.name for step, _, field in asked(script) if field.hint == "own-key"]
    if hinted and {"guess", "band"} <= script.fields().keys():
        yield Need(kind="beside", step=hinted[0], ids=("guess-beside",))


def _around(script: Script, hint: str, kind: str, ids: Iterable[str]) -> Iterator[Need]:
    """What the exercise's own words say where a hint of that name is given."""
    hinted = [step.name for step, _, field in asked(script) if field.hint == hint]
    for name in ids if hinted else ():
        yield Need(kind=kind, step=hinted[0], ids=(name,))


def told_fields(script: Script) -> Iterable[str]:
    """Questions whose answers are read in a card or a sentence, so that choices need names."""
    lines = (line for card in script.cards.values() for line in card.lines)
    tells = (name for step in script.steps.values() for name in step.tells)
    return dict.fromkeys((*lines, *tells, *(("guess", "band") if any(_beside(script)) else ())))
