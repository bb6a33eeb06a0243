"""An exercise as a page that a therapist can read: generated, so it is never out of date."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from bot.model.script import (
    BOTH,
    INVITED,
    SILENCE,
    SOMEONE,
    STILL,
    Branch,
    Card,
    Field,
    Patience,
    Script,
    Step,
)
from bot.script.needs import ROOM, asked, card_readers, question_ids, shown_to
from bot.text.words import Words

ROLES = {
    SOMEONE: "whoever began",
    INVITED: "whoever was invited",
    BOTH: "everybody",
    ROOM: "the shared place",
    "self": "the person",
    "answerer": "whoever wrote the answer that is looked at",
    "unheard": "everybody who has had no turn",
    "heard": "everybody who has had a turn",
}
KINDS = {
    "feelings": "Words from the feelings palette; at most {most}.",
    "phrase": "A phrase out of the other's answer.",
    "zone": "A city, for the time zone.",
    "hours": "Two times of day.",
    "country": "A country.",
    "when": "When to be asked, in own words.",
    "menu": "The exercises that stand there in the menu.",
    "mine": "One of the {of}.",
    "member": "One of the others by name; at most {most}.",
    "label": "A name of their own for somebody, or one that they used before.",
    "words": "Own words, at most {limit} characters.",
}
MENU = "menu"
MINE = {
    "people": "people of which something is kept",
    "rounds": "rounds of which something is kept",
    "map": "people on their own list",
    "away": "people whom they put away",
}
UNITS = ((86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"))


def screenplay(script: Script, words: Words, locale: str) -> str:
    """The exercise in Markdown, in the words of one language; the same input, the same page."""
    return "\n".join(_Page(script, words, locale).lines()).rstrip() + "\n"


class _Page:
    """One exercise in one language."""

    def __init__(self, script: Script, words: Words, locale: str) -> None:
        self.script = script
        self.words = words
        self.locale = locale
        gaps = {name: name for name in script.fields()}
        gaps |= {"other": "the other", "by": "who wrote it"}
        self.gaps = {name: f"[{gap}]" for name, gap in gaps.items()}

    def lines(self) -> Iterator[str]:
        yield from (f"# {self._say('title')}", "", self._say("about"), "")
        yield "<!-- Generated from the exercise's files: change those, not this page. -->"
        yield from ("", "## Who and when", "", *self._frame(), "", "## Step by step", "")
        for step in self.script.steps.values():
            yield from (f"### {step.name}", "", *self._step(step), "")
        if self.script.cards:
            yield from ("## Cards", "")
        for card in self.script.cards.values():
            yield from (f"### Card: {card.name}", "", *self._card(card), "")

    # ── the frame ────────────────────────────────────────────────────────────
    def _frame(self) -> Iterator[str]:
        size = self.script.members
        if size is not None:
            yield f"- Takes part: a circle of {size.least} to {size.most}. The parts go round."
        else:
            yield f"- Takes part: {_listed(_role(role) for role in self.script.roles)}."
        yield f"- Begins at {_link(self.script.first)}."
        if self.script.doors:
            yield f"- May begin, by what was typed, at {_listed(map(_link, self.script.doors))}."
        if len(self.script.roles) == 1:
            yield "- Nobody else is waiting, so there is no hurry at all."
            return
        for pace, limits in self.script.patience.items():
            yield (
                f"- At the pace *{pace}*, an invite is open for {_span(limits.invite)}."
                f" {self._patience(limits)}"
            )
        yield "- Pause, stop, skip, small, help, hide and undo work in every step."

    def _patience(self, limits: Patience) -> str:
        """What becomes of a silence; in a circle it is passed over, but for an open pause."""
        soft, hard = _span(limits.soft), _span(limits.hard)
        if self.script.members is not None:
            return f"A silence is passed over after {soft}; in a pause it closes this after {hard}."
        return f"A silence is called “on hold” after {soft} and closes this after {hard}."

    # ── one step ─────────────────────────────────────────────────────────────
    def _step(self, step: Step) -> Iterator[str]:
        yield from self._entering(step)
        for field, roles in _grouped(step):
            yield from self._question(step, roles, field)
        for role, name in step.hands.items():
            once = "At the end" if step.quiet == "window" else f"Once {_role(role)} is done"
            yield f"- {once}: {self._goes(name)}"
        yield from self._silence(step)
        yield from self._onward(step)

    def _entering(self, step: Step) -> Iterator[str]:
        for cause, target in step.unless.items():
            yield f"- Where *{cause}* holds: {_link(target)} instead."
        if step.limit:
            yield f"- At most {step.limit} times in a round; after that, {_link(step.over)}."
        if step.aftermath:
            yield f"- When only an older round is being finished: {_link(step.aftermath)} instead."
        for role, note in step.note.items():
            yield from (f"- To {_role(role)}:", "", *_quote(self._say(note), "  "), "")
        for name in step.show:
            yield f"- {self._goes(name)}"
        if step.wait:
            yield f"- Waits: {_listed(f'{pace}: {_span(s)}' for pace, s in step.wait.items())}."
        if step.wait_for:
            yield f"- Waits as long as was answered to *{step.wait_for}*."
        if step.undo:
            yield f"- Meanwhile, undo leads back to {_link(step.undo)}."

    def _goes(self, card: str) -> str:
        readers = self._readers(card)
        if len(self.script.roles) == 1:
            return f"The card [{card}](#card-{card}) is there, for nobody else."
        return f"The card [{card}](#card-{card}) goes to {readers}."

    def _readers(self, card: str) -> str:
        """Who gets a card; in a circle everybody else does, where each part but one may see it."""
        roles = card_readers(self.script, card)
        if self.script.members and len(roles) == len(self.script.roles) - 1:
            return "everybody else"
        return _listed(_role(role) for role in roles)

    def _question(self, step: Step, roles: list[str], field: Field) -> Iterator[str]:
        said = self._say(*question_ids(step.name, field.name))
        each = ", each for themself" if len(roles) > 1 else ""
        yield from (f"- Asks {_listed(map(_role, roles))}{each} (*{field.name}*):", "")
        yield from (*_quote(said, "  "), "")
        picks = (*field.choices, *field.more)
        labels = self._labels(step.name, field.name, picks)
        if field.kind == "scale" and all(pick == label for pick, label in labels.items()):
            yield f"  - {picks[0]} to {picks[-1]}"
        else:
            yield from (f"  - {label}{_aside(field, pick)}" for pick, label in labels.items())
        if field.kind in KINDS:
            of = ", ".join(MINE.get(one, one) for one in field.of)
            yield f"  - {KINDS[field.kind].format(most=field.most, limit=field.limit, of=of)}"
        yield from (f"  - *{fact}*" for fact in self._facts(field))

    def _facts(self, field: Field) -> Iterator[str]:
        """What else holds for a question: who sees it, whether it is needed, what bounds it."""
        yield f"Who sees the answer: {self._shown(field)}."
        if field.kind == "lines":
            yield f"Ticks what stands on the card “{field.card}”, out of what was answered."
        if field.kind == "preview":
            yield f"Shows the card “{field.card}” before anybody else sees it."
        if field.sends:
            yield "It goes out as soon as it is sent."
        yield from _whether(field)
        if field.own:
            yield "Own words are welcome too."
        if field.over:
            most = f"what was answered to {field.at_most}" if field.at_most else "these"
            yield f"At most {most}; more leads to “{field.over}”."
        if field.saves:
            yield "Kept as a setting of this person."

    def _shown(self, field: Field) -> str:
        readers = [role for role in self.script.roles if shown_to(self.script, role, field.name)]
        if self.script.members and len(readers) == len(self.script.roles):
            return _role(BOTH)
        return _listed(map(_role, readers)) or "nobody else"

    def _silence(self, step: Step) -> Iterator[str]:
        if not step.ask or len(self.script.roles) == 1:
            return
        if step.quiet == "pass":
            yield (
                "- Ends at the soft limit for all, whatever was answered."
                if step.fixed
                else "- Silence: after the soft limit it goes on without them."
            )
            for role, target in step.silent.items():
                yield f"  - Without an answer of {_role(role)}: {_link(target)}."
        elif step.quiet == "window":
            yield "- Ends at the soft limit for all: with a card of each, or like a silence."
        elif step.quiet == "lapse":
            yield "- Silence: it closes by itself, and a refusal looks just like that."
        else:
            yield "- Silence: whoever waits is told “on hold”, later “closed”, and never why."
        for role, words in step.closes.items():
            yield from (f"  - Beside “closed”, to {_role(role)}:", "")
            yield from _quote(self._say(words), "    ")

    # ── the way on ───────────────────────────────────────────────────────────
    def _onward(self, step: Step) -> Iterator[str]:
        if step.does:
            yield f"- Behind the scenes: {_listed(step.does)}."
        if step.forgets:
            yield f"- Dropped from here on: {_listed(step.forgets)}."
        if step.agree and step.quiet == "lapse":
            yield "- Goes on only when everybody says so; whoever says anything else is silent."
        elif step.agree:
            yield "- Goes on early only when everybody agrees, else at the soft limit for all."
        if not step.then:
            yield "- **The end.**"
        for branch in step.then:
            yield f"- {self._branch(step, branch, only=len(step.then) == 1)}"
        if step.reveals:
            yield f"- What follows lets the other work out: {_listed(step.reveals)}."

    def _branch(self, step: Step, branch: Branch, *, only: bool) -> str:
        target = _link(branch.to)
        if not branch.field:
            return f"Then: {target}." if only else f"Otherwise: {target}."
        asked_at = {field.name: at.name for at, _, field in reversed([*asked(self.script)])}
        here = any(field.name == branch.field for field, _ in _grouped(step))
        place = step.name if here else asked_at[branch.field]
        label = self._labels(place, branch.field, (branch.equals,))[branch.equals]
        return f"When *{branch.field}* is “{label}”: {target}."

    # ── cards and words ──────────────────────────────────────────────────────
    def _card(self, card: Card) -> Iterator[str]:
        readers = self._readers(card.name)
        place = (
            "in the shared place where there is one" if card.room else "always in their own chat"
        )
        goes = f"for {readers}, {place}" if readers else "for nobody else"
        yield f"By {_role(card.by)}, {goes}. Lines without an answer are left out."
        yield ""
        names = (f"card-{card.name}", *(f"card-{card.name}-{line}" for line in card.lines))
        yield from _quote("\n".join(self._say(name) for name in names))

    def _say(self, *names: str) -> str:
        full = [name if name.startswith(".") else f"{self.script.name}.{name}" for name in names]
        return self.words.say(full, self.locale, self.gaps)

    def _labels(self, step: str, field: str, picks: Iterable[str]) -> dict[str, str]:
        """What may be picked, in words; a place of the menu goes by its own name everywhere."""
        picks, places = [*picks], _places(self.script.step(step))
        labels = self.words.labels(
            self.locale, self.script.name, step, field, [p for p in picks if p not in places]
        )
        return {pick: self._place(pick) if pick in places else labels[pick] for pick in picks}

    def _place(self, name: str) -> str:
        return self.words.text(f".place-{name}", self.locale)


def _places(step: Step) -> set[str]:
    """The places of the menu that this step leads to."""
    menus = (field for field, _ in _grouped(step) if field.kind == MENU and len(field.of) > 1)
    return {place for menu in menus for place in menu.of}


def _role(role: str) -> str:
    return ROLES.get(role, f"the {role}")


def _link(target: str) -> str:
    if target == STILL:
        return "as if this step had not been answered; they stay in"
    if target == SILENCE:
        return "silence (to everybody else, as if there had been no answer)"
    return f"[{target}](#{target})"


def _aside(field: Field, pick: str) -> str:
    return f" (opens a {field.aside[pick].replace('-', ' ')})" if pick in field.aside else ""


def _grouped(step: Step) -> list[tuple[Field, list[str]]]:
    """Each question of a step once, with everybody who is asked it."""
    found: dict[str, tuple[Field, list[str]]] = {}
    for role, fields in step.ask.items():
        for field in fields:
            found.setdefault(field.name, (field, []))[1].append(role)
    return list(found.values())


def _quote(text: str, indent: str = "") -> list[str]:
    """The text as a Markdown quotation that keeps its line breaks."""
    rows = text.split("\n")
    breaks = [row and after for row, after in zip(rows, [*rows[1:], ""], strict=True)]
    return [
        f"{indent}> {row}".rstrip() + ("\\" if broken else "")
        for row, broken in zip(rows, breaks, strict=True)
    ]


def _listed(names: Iterable[str], last: str = "and") -> str:
    """Names for a sentence: "a, b and c"."""
    *rest, end = [*names] or [""]
    return f"{', '.join(rest)} {last} {end}" if rest else end


def _span(span: timedelta) -> str:
    """A duration in its largest whole unit: "24 hours", "7 days"."""
    seconds = int(span.total_seconds())
    size, unit = next((s, u) for s, u in UNITS if seconds % s == 0 and (seconds > s or s == 1))
    return f"{seconds // size} {unit}{'s' if seconds != size else ''}"


def _whether(field: Field) -> Iterator[str]:
    """When a question is asked at all, and when it may be passed over."""
    if field.only_if:
        yield f"Asked only when {field.only_if} was answered."
    for name, given in field.not_if.items():
        yield f"Not asked when {name} was answered with “{given}”."
    if field.skip_if:
        yield f"May be skipped once {_listed(field.skip_if, 'or')} was answered."
    if field.skip:
        yield "May be skipped."
