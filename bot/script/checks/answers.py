"""Questions: what they refer to exists, fits, and can be answered in low-capacity mode too."""

from collections.abc import Iterable, Iterator

from bot.care.palette import FAMILIES
from bot.engine import answers
from bot.engine.effects import CAUSES, EFFECTS
from bot.engine.hints import ALL as HINTS
from bot.model.script import Card, Field, Script, Step
from bot.script.checks.at import at
from bot.script.finding import Finding, did_you_mean, quoted
from bot.script.needs import ALIASES, asked, choices, versions, writers

ASIDES = ("pause", "open-pause", "unease")
SETTINGS = (  # what `bot.engine.saving` takes over
    *("consent", "country", "keep", "meaning", "numbers"),
    *("pause_word", "prompts", "quiet", "zone"),
    *("standing", "calmer"),
)
MIXED = "mixed"  # the family that is a bit of each
Place = tuple[Script, str]  # the step or card that is being looked at

TAKEN = frozenset({answers.SAME, answers.SKIP})  # wherever they are tapped, they mean one thing
BRIEF = 2  # buttons in low-capacity mode


def check(script: Script) -> Iterator[Finding]:
    """Everything that names a question, a choice, an effect or a setting."""
    for step in script.steps.values():
        yield from _names(script, step)
        yield from _branches(script, step)
    for step, role, field in asked(script):
        yield from _references(script, step, field)
        yield from _choices(script, step, field)
        yield from _brief(script, step, field)
        yield from _kinds(script, step, role, field)
    yield from _cards(script)


def _names(script: Script, step: Step) -> Iterator[Finding]:
    known = script.fields()
    for key in ("tells", "forgets", "reveals"):
        yield from _unknown((script, step.name), key, getattr(step, key), known)
    waits = (step.wait_for,) if step.wait_for else ()
    yield from _unknown((script, step.name), "wait-for", waits, known)
    yield from _unknown((script, step.name), "does", step.does, EFFECTS, "effect")
    yield from _unknown((script, step.name), "unless", step.unless, CAUSES, "circumstance")
    yield from _unknown((script, step.name), "show", step.show, script.cards, "card")
    yield from _unknown((script, step.name), "hands", step.hands.values(), script.cards, "card")
    yield from _hands(script, step)


def _hands(script: Script, step: Step) -> Iterator[Finding]:
    """Who hands a card over has a part in the step, and it is their own card."""
    for role, name in step.hands.items():
        if role not in step.ask:
            sentence = f"`hands` names `{role}`, who is not asked here."
            yield at(script, step.name, sentence, f"Those who are asked: {quoted(step.ask)}.")
        card = script.cards.get(name)
        if card and card.by != role:
            sentence = f"`{role}` would hand over the card `{name}`, which is by `{card.by}`."
            yield at(script, step.name, sentence, "Name a card of their own.")


def _unknown(
    place: Place, key: str, names: Iterable[str], known: Iterable[str], what: str = "question"
) -> Iterator[Finding]:
    """A finding for each of `names` that is not `known`."""
    for name in names:
        if name not in known:
            sentence = f"`{key}` names `{name}`, which is no {what}."
            yield at(*place, sentence, did_you_mean(name, known))


def _branches(script: Script, step: Step) -> Iterator[Finding]:
    here = {field.name: field for fields in step.ask.values() for field in fields}
    for branch in step.then:
        if not branch.field:
            continue
        known = script.fields()
        if branch.field not in known:
            mend = did_you_mean(branch.field, known)
            sentence = f"A branch asks about `{branch.field}`, which is no question."
            yield at(script, step.name, sentence, mend)
            continue
        field = here.get(branch.field)
        picks = {*field.choices, *field.more} if field else choices(script, branch.field)
        if branch.equals not in picks:
            mend = did_you_mean(branch.equals, picks)
            sentence = f"`{branch.field}` has no choice `{branch.equals}`."
            yield at(script, step.name, sentence, mend)
    if step.agree and any(step.agree not in field.choices for field in here.values()):
        mend = did_you_mean(step.agree, {pick for f in here.values() for pick in f.choices})
        yield at(script, step.name, f"`agree` names `{step.agree}`, which is no choice here.", mend)


def _references(script: Script, step: Step, field: Field) -> Iterator[Finding]:
    known = script.fields()
    named = field.of if field.kind not in {"mine", "label", "menu"} else ()
    others = (("only-if", field.only_if), ("at-most", field.at_most))
    singles = {key: (name,) for key, name in others if name}
    beside = {"skip-if": field.skip_if, "not-if": tuple(field.not_if), "of": named}
    for key, names in (singles | beside).items():
        yield from _unknown((script, step.name), key, names, known)
    for key, name, table, what in (
        ("hint", field.hint, HINTS, "hint"),
        ("saves", field.saves, SETTINGS, "setting"),
        (field.kind, field.card, script.cards, "card"),
    ):
        yield from _unknown((script, step.name), key, (name,) if name else (), table, what)
    yield from _unknown((script, step.name), "aside", field.aside.values(), ASIDES, "aside")


def _choices(script: Script, step: Step, field: Field) -> Iterator[Finding]:
    picks = (*field.choices, *field.more)
    if field.kind == "choice" and not picks:
        yield at(script, step.name, f"`{field.name}` offers no choice.", "Name at least one.")
    if field.kind == "choice" and field.most > len(picks):
        mend = "Use a smaller `most`."
        yield at(script, step.name, f"`{field.name}` lets people pick more than there is.", mend)
    yield from _unknown((script, step.name), "aside", field.aside, picks, "choice")
    for pick in sorted({*picks} & TAKEN):
        sentence = f"`{pick}` means something else wherever it is tapped."
        yield at(script, step.name, sentence, "Give the choice another name.")
    for pick in sorted(set(field.choices) & set(field.more)):
        sentence = f"`{pick}` stands among the choices and after `more`."
        yield at(script, step.name, sentence, "Keep one of the two.")


def _brief(script: Script, step: Step, field: Field) -> Iterator[Finding]:
    """Exactly two buttons; beside free text one ready answer is enough."""
    picks = (*field.choices, *field.more)
    yield from _unknown((script, step.name), "brief", field.brief, picks, "choice")
    few = {1, BRIEF} if field.kind == "words" or len(picks) == 1 else {BRIEF}
    if field.brief and len(field.brief) not in few:
        sentence = f"`brief` of `{field.name}` names {len(field.brief)} choices instead of two."
        yield at(script, step.name, sentence, "Name the two that matter most when one is tired.")


def _kinds(script: Script, step: Step, role: str, field: Field) -> Iterator[Finding]:
    """What a kind of question needs from the questions that it refers to."""
    for name in field.of:
        for other in versions(script, name):
            if field.kind == "phrase" and other.kind != "words":
                mend = "Name a question of the kind `words`."
                yield at(script, step.name, f"`{name}` has no text to pick a phrase from.", mend)
            for pick in sorted({*other.choices} - {*FAMILIES, MIXED}) if _palette(field) else ():
                mend = did_you_mean(pick, (*FAMILIES, MIXED))
                sentence = f"`{name}` offers `{pick}`, which is no family of feelings."
                yield at(script, step.name, sentence, mend)
    yield from _ceiling(script, step, field)
    card = script.cards.get(field.card)
    if card and card.by != role:
        mend = f"Ask `{card.by}`, or change who the card is `by`."
        sentence = f"`{role}` would preview the card `{card.name}`, which is by `{card.by}`."
        yield at(script, step.name, sentence, mend)
    if card and field.kind == "lines":
        yield from _ticks(script, step, field, card)


def _ticks(script: Script, step: Step, field: Field, card: Card) -> Iterator[Finding]:
    """Every line of the card may be ticked, and nothing else; a line that may not never shows."""
    for pick in sorted({*field.choices} ^ {*card.lines}):
        mend = "Name in `choice` every line of the card, and nothing else."
        sentence = f"`{field.name}` and the card `{card.name}` do not have `{pick}` in common."
        yield at(script, step.name, sentence, mend)


def _palette(field: Field) -> bool:
    return field.kind == "feelings"


def _ceiling(script: Script, step: Step, field: Field) -> Iterator[Finding]:
    for other in versions(script, field.at_most):
        if other.kind != "scale":
            mend = "Name a question of the kind `scale`."
            yield at(script, step.name, f"`{other.name}` is no number to stay below.", mend)
    if field.at_most and not field.over:
        mend = "Say where a bigger number leads: `over`."
        yield at(script, step.name, f"`{field.name}` has `at-most` without `over`.", mend)


def _cards(script: Script) -> Iterator[Finding]:
    steps = script.steps.values()
    used = {name for step in steps for name in (*step.show, *step.hands.values())}
    used |= {field.card for _, _, field in asked(script) if field.sends}
    for card in script.cards.values():
        yield from _unknown((script, card.name), "lines", card.lines, script.fields())
        if card.name not in used:
            mend = f'Add `show = ["{card.name}"]` to a step, or drop the card.'
            yield at(script, card.name, "No step shows this card.", mend)
        for line in card.lines:
            by = writers(script, line)
            if by and not by & {card.by, *ALIASES}:
                mend = f"Those are by {quoted(sorted(by))}; take the line out."
                sentence = f"`{card.by}` is never asked `{line}`."
                yield at(script, card.name, sentence, mend)
