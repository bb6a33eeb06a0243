"""Words: every message and every choice is there in every language, and can be typed."""

from collections.abc import Iterator, Mapping

from bot.model.script import Script
from bot.script.checks.at import at
from bot.script.checks.language import EXITS, Language, exits_among
from bot.script.finding import Finding, did_you_mean, quoted
from bot.script.ftl import Sheet
from bot.script.needs import Need, choices, needs, told_fields
from bot.text.words import FALLBACK


def missing_languages(
    script: Script, own: Mapping[str, Sheet], shared: Mapping[str, Sheet]
) -> Iterator[Finding]:
    """English is always there, and every language that the shared words are written in."""
    for locale in sorted({FALLBACK, *shared} - own.keys()):
        file = f"{script.name}/{locale}.ftl"
        mend = f"Copy {FALLBACK}.ftl to {locale}.ftl and translate it."
        yield Finding(file=file, step="", sentence=f"There are no words in `{locale}`.", mend=mend)


def check(language: Language) -> Iterator[Finding]:
    """Everything that the script needs is there."""
    for need in needs(language.script):
        yield from _present(language, need)
        yield from _labels(language, need)
        yield from _sizes(language, need)
    yield from _told(language)


def _present(language: Language, need: Need) -> Iterator[Finding]:
    if language.used(need):
        return
    name = need.ids[-1]
    where = "the shared words" if name.startswith(".") else language.own.file
    mend = f"Add `{name.removeprefix('.')} = …` to {where}."
    sentence = f"The {need.kind} {quoted([name])} has no words in `{language.own.locale}`."
    yield language.say(name, need.step, sentence, mend)


def _labels(language: Language, need: Need) -> Iterator[Finding]:
    if not language.used(need):
        return  # one finding is enough
    for choice in need.labels:
        texts = language.label(need.ids, choice)
        if not texts:
            sentence = f"The choice `{choice}` has no name in `{language.own.locale}`."
            mend = f"Add `.{choice} = …` under `{need.ids[-1]}`."
            yield language.say(need.ids[-1], need.step, sentence, mend)
        if choice not in EXITS:
            for word in exits_among(texts):
                sentence = f"The choice `{choice}` is called `{word}`, a word that always works."
                mend = "Give it another name, so that typing it is an answer."
                yield language.say(language.used(need), need.step, sentence, mend)


def _sizes(language: Language, need: Need) -> Iterator[Finding]:
    """Of a scale, every number says what it means, or none does."""
    missing = [one for one in need.sizes if not language.label(need.ids, one)]
    for one in missing if len(missing) < len(need.sizes) else ():
        sentence = f"`{need.ids[-1]}` says what some of its numbers mean, but not `{one}`."
        mend = f"Add `.{one} = …` under `{need.ids[-1]}`."
        yield language.say(need.ids[-1], need.step, sentence, mend)


def _told(language: Language) -> Iterator[Finding]:
    """In a card, a choice is named by the question's own message, whichever step asked it."""
    for name in told_fields(language.script):
        for choice in sorted(choices(language.script, name)):
            if not choice.isdigit() and not language.label((name,), choice):
                sentence = f"A card or a sentence names `{choice}`, which is called nothing there."
                mend = f"Add `.{choice} = …` under `{name}`."
                yield language.say(name, name, sentence, mend)


def exits(script: Script) -> Iterator[Finding]:
    """No choice bears the name of an exit. "pause" may, where it opens a pause."""
    for step in script.steps.values():
        for fields in step.ask.values():
            for field in fields:
                taken = {*field.choices, *field.more} & set(EXITS)
                for choice in sorted(taken - ({"pause"} & field.aside.keys())):
                    sentence = f"The choice `{choice}` is called like a word that always works."
                    yield at(script, step.name, sentence, "Rename the choice.")


def renamed(script: Script) -> Iterator[Finding]:
    """`renamed` leads from what is gone to what there is."""
    words = {name for need in needs(script) for name in need.ids}
    for old, new in script.renamed.items():
        if old in script.steps:
            yield at(script, "renamed", f"`{old}` is renamed, but still a step.", "Drop the line.")
        if new not in script.steps and new not in words:
            mend = did_you_mean(new, script.steps)
            sentence = f"`{old}` is renamed to `{new}`, which is no step."
            yield at(script, "renamed", sentence, mend)
