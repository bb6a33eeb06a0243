"""Words: every message is there in every language, and holds nothing that its reader may not see."""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

import msgspec

from bot.care.palette import FAMILIES
from bot.model.script import Script
from bot.script.finding import Finding, did_you_mean, quoted
from bot.script.ftl import Sheet, sheets, uses
from bot.script.needs import Need, choices, needs, told_fields
from bot.script.read import FILE
from bot.text.typed import plain
from bot.text.words import FALLBACK

__all__ = ["check", "check_shared", "sheets"]

SMALL = "small"  # the attribute with the short form of a message
EXITS = ("pause", "stop", "skip", "small", "help", "hide", "undo")  # words that always work
SHARED = "shared words"


class Table(msgspec.Struct, frozen=True):
    """An exercise's words in one language, with the shared ones behind them."""

    script: Script
    own: Sheet
    shared: Sheet

    def say(self, name: str, step: str, sentence: str, mend: str) -> Finding:
        """A finding at the line of a message."""
        return Finding(file=self.own.place(name), step=step, sentence=sentence, mend=mend)

    def used(self, need: Need) -> str:
        """Which of a need's messages is there; "" when none is."""
        return next((name for name in need.ids if "" in self._texts(name)), "")

    def label(self, ids: Iterable[str], choice: str) -> tuple[str, ...]:
        """What a choice is called, in all variants; empty when it has no name."""
        own = (self._texts(name).get(choice) for name in ids)
        return next((found for found in own if found), self._texts(f".choice-{choice}").get("", ()))

    def _texts(self, name: str) -> Mapping[str, tuple[str, ...]]:
        sheet, entry = (self.shared, name[1:]) if name.startswith(".") else (self.own, name)
        return sheet.entries[entry].texts if entry in sheet.entries else {}


def check(script: Script, own: Mapping[str, Sheet], shared: Mapping[str, Sheet]) -> Iterator[Finding]:
    """Every language of the exercise, and every one that the shared words are written in."""
    for locale in sorted({FALLBACK, *own, *shared}):
        if locale not in own:
            sentence = f"There are no words in `{locale}`."
            mend = f"Copy {FALLBACK}.ftl to {locale}.ftl and translate it."
            yield Finding(file=f"{script.name}/{locale}.ftl", step="", sentence=sentence, mend=mend)
            continue
        behind = shared.get(locale) or shared.get(FALLBACK)
        yield from own[locale].findings
        if behind:
            yield from _language(Table(script, own[locale], behind))
    yield from _renamed(script)


def check_shared(shared: Mapping[str, Sheet]) -> Iterator[Finding]:
    """Every language of the shared words has the same messages, and a word for every feeling."""
    english = shared.get(FALLBACK)
    feelings = {f"feeling-{word}" for words in FAMILIES.values() for word in words}
    wanted = feelings | {"lead", "missing-words", *(english.entries if english else ())}
    for sheet in shared.values():
        yield from sheet.findings
        for name in sorted(wanted - sheet.entries.keys()):
            sentence, mend = f"`{name}` has no words.", f"Add `{name} = …`."
            yield Finding(file=sheet.file, step=SHARED, sentence=sentence, mend=mend)
        for entry in sheet.messages():
            at = sheet.place(entry.name)
            if entry.name not in wanted:
                mend = did_you_mean(entry.name, wanted)
                sentence = f"`{entry.name}` is not among the English words."
                yield Finding(file=at, step=SHARED, sentence=sentence, mend=mend)
            for word in _exit_words(entry.name.startswith("feeling-"), entry.texts.get("", ())):
                sentence = f"`{entry.name}` is called `{word}`, a word that always works."
                mend = "Give it another name, so that typing it is an answer."
                yield Finding(file=at, step=SHARED, sentence=sentence, mend=mend)
            yield from _shared_references(sheet, entry.name, entry.texts)


def _shared_references(sheet: Sheet, name: str, attributes: Iterable[str]) -> Iterator[Finding]:
    for attribute in attributes:
        for gone, _ in sorted(uses(name, attribute, sheet).messages):
            sentence, mend = f"`{name}` refers to `{gone}`, which is not there.", "Mend the name."
            yield Finding(file=sheet.place(name), step=SHARED, sentence=sentence, mend=mend)


def _language(table: Table) -> Iterator[Finding]:
    wanted = needs(table.script)
    for need in wanted:
        yield from _present(table, need)
        yield from _labels(table, need)
    yield from _variables(table, wanted)
    yield from _orphans(table, wanted)
    yield from _told_labels(table)


# ── there is a word for everything ───────────────────────────────────────────
def _present(table: Table, need: Need) -> Iterator[Finding]:
    if table.used(need):
        return
    name = need.ids[-1]
    where = "the shared words" if name.startswith(".") else table.own.file
    mend = f"Add `{name.removeprefix('.')} = …` to {where}."
    sentence = f"The {need.kind} {quoted([name])} has no words in `{table.own.locale}`."
    yield table.say(name, need.step, sentence, mend)


def _labels(table: Table, need: Need) -> Iterator[Finding]:
    for choice in need.labels:
        texts = table.label(need.ids, choice)
        if not texts:
            sentence = f"The choice `{choice}` has no name in `{table.own.locale}`."
            mend = f"Add `.{choice} = …` under `{need.ids[-1]}`."
            yield table.say(need.ids[-1], need.step, sentence, mend)
        yield from _collisions(table, need, choice, texts)


def _collisions(table: Table, need: Need, choice: str, texts: Iterable[str]) -> Iterator[Finding]:
    """A choice that is called like an exit could never be typed. "pause" may open a pause."""
    asides = [f.aside for s in table.script.steps.values() for q in s.ask.values() for f in q]
    if choice in EXITS and choice == "pause" and any(choice in aside for aside in asides):
        return
    name = table.used(need)
    if choice in EXITS:
        mend = "Rename the choice in the script."
        sentence = f"The choice `{choice}` is called like a word that always works."
        yield Finding(file=f"{table.script.name}/{FILE}", step=need.step, sentence=sentence, mend=mend)
    for word in _exit_words(choice not in EXITS, texts):
        sentence = f"The choice `{choice}` is called `{word}`, a word that always works."
        mend = "Give it another name, so that typing it is an answer."
        yield table.say(name, need.step, sentence, mend)


def _exit_words(when: bool, texts: Iterable[str]) -> list[str]:  # noqa: FBT001 - a guard
    return [text for text in texts if when and plain(text) in EXITS]


def _told_labels(table: Table) -> Iterator[Finding]:
    """In a card, a choice is named by the question's own message, whichever step asked it."""
    for name in told_fields(table.script):
        for choice in sorted(choices(table.script, name)):
            if not choice.isdigit() and not table.label((name,), choice):
                sentence = f"A card or a sentence names `{choice}`, which is called nothing there."
                mend = f"Add `.{choice} = …` under `{name}`."
                yield table.say(name, name, sentence, mend)


# ── and nothing in it that its reader may not see ────────────────────────────
def _variables(table: Table, wanted: Iterable[Need]) -> Iterator[Finding]:
    solo = {"other"} if len(table.script.roles) == 1 else set[str]()
    for need in wanted:
        name = table.used(need)
        if not name or name.startswith("."):
            continue
        for attribute in ("", SMALL):
            if attribute in table.own.entries[name].texts:
                allowed = need.allowed() - solo
                yield from _allowed(table, need, (name, attribute), allowed)
        for attribute in need.labels:
            for owner in need.ids:
                if attribute in table._texts(owner):
                    yield from _allowed(table, need, (owner, attribute), frozenset())


def _allowed(
    table: Table, need: Need, text: tuple[str, str], allowed: frozenset[str]
) -> Iterator[Finding]:
    found = uses(*text, table.own, table.shared)
    where = f"`{text[0]}`" if not text[1] else f"`.{text[1]}` of `{text[0]}`"
    for variable in sorted(found.variables - allowed):
        if variable in table.script.fields():
            reader = f"`{need.reader}`" if need.reader else "its reader"
            sentence = f"{where} tells `${variable}`, which {reader} may not see in this step."
            mend = f"Take it out, or add `{variable}` to `tells` and say in `shown` who may see it."
        else:
            sentence = f"{where} holds `${variable}`, which nobody fills in."
            mend = did_you_mean(variable, allowed, "Take it out.")
        yield table.say(text[0], need.step, sentence, mend)
    for gone, _ in sorted(found.messages):
        mend = "Mend the name, or add the message."
        sentence = f"{where} refers to `{gone}`, which is not there."
        yield table.say(text[0], need.step, sentence, mend)


# ── and nothing too much ─────────────────────────────────────────────────────
def _orphans(table: Table, wanted: tuple[Need, ...]) -> Iterator[Finding]:
    known: dict[str, set[str]] = {}
    for need in wanted:
        for name in need.ids:
            known.setdefault(name, {SMALL}).update(need.labels)
    told = {name: set(choices(table.script, name)) for name in told_fields(table.script)}
    known = reduce(lambda so_far, one: so_far | {one: so_far.get(one, {SMALL}) | told[one]}, told, known)
    referred = {name for entry in table.own.entries.values() for name in _referred(entry.uses)}
    for entry in table.own.messages():
        if entry.name not in known and entry.name not in referred:
            mend = did_you_mean(entry.name, known.keys() - table.own.entries.keys(), "Drop it.")
            yield table.say(entry.name, entry.name, f"No step uses `{entry.name}`.", mend)
            continue
        for attribute in sorted(entry.texts.keys() - {""} - known.get(entry.name, set())):
            mend = did_you_mean(attribute, known.get(entry.name, ()), "Drop it.")
            sentence = f"`.{attribute}` of `{entry.name}` is no choice there."
            yield table.say(entry.name, entry.name, sentence, mend)


def _referred(uses_of: Mapping[str, object]) -> Iterator[str]:
    return (name for use in uses_of.values() for name, _ in getattr(use, "messages", ()))


def _renamed(script: Script) -> Iterator[Finding]:
    words = {name for need in needs(script) for name in need.ids}
    for old, new in script.renamed.items():
        file = f"{script.name}/{FILE}"
        if old in script.steps:
            sentence, mend = f"`{old}` is renamed, but is still a step.", "Drop the line."
            yield Finding(file=file, step="renamed", sentence=sentence, mend=mend)
        if new not in script.steps and new not in words:
            sentence = f"`{old}` is renamed to `{new}`, which is no step."
            mend = did_you_mean(new, script.steps)
            yield Finding(file=file, step="renamed", sentence=sentence, mend=mend)
