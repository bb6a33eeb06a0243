"""Orphans: messages and choices in a language file that no step uses."""

from collections.abc import Iterator

from bot.script.checks.language import SMALL, Language
from bot.script.finding import Finding, did_you_mean, quoted
from bot.script.needs import choices, needs, told_fields
from bot.text.homes import common

Known = dict[str, set[str]]  # message → attributes that it may have


def check(language: Language) -> Iterator[Finding]:
    """A message that nothing uses is a typing mistake, or words that can go."""
    known = _known(language)
    for entry in language.own.messages():
        name = entry.name if entry.name in known else common(entry.name)
        if name not in known:
            mend = _mend(language, entry.name, known)
            yield language.say(entry.name, entry.name, f"Nothing uses `{entry.name}`.", mend)
            continue
        if name != entry.name and any(one.variables for one in entry.uses.values()):
            sentence = (
                f"`{entry.name}` is for one platform, and holds what `{name}` was checked for."
            )
            yield language.say(entry.name, entry.name, sentence, "Say it without variables.")
        for attribute in sorted(entry.texts.keys() - {""} - known[name]):
            mend = did_you_mean(attribute, known[name] - entry.texts.keys(), "Drop it.")
            sentence = f"`.{attribute}` of `{entry.name}` is no choice there."
            yield language.say(entry.name, entry.name, sentence, mend)


def _mend(language: Language, name: str, known: Known) -> str:
    missing = known.keys() - language.own.entries.keys()
    asked = sorted(entry for entry in missing if entry.startswith(f"{name}-"))
    if name in language.script.steps and asked:
        return f"The question of that step is called {quoted(asked)}."
    return did_you_mean(name, missing, "Drop it.")


def _known(language: Language) -> Known:
    known: Known = {}
    for need in needs(language.script):
        for name in need.ids:
            known.setdefault(name, {SMALL}).update((*need.labels, *need.sizes))
    for name in told_fields(language.script):
        known.setdefault(name, {SMALL}).update(choices(language.script, name))
    for entry in language.own.entries.values():
        for used in entry.uses.values():
            for name, attribute in used.messages:
                known.setdefault(name, {SMALL}).add(attribute)
    return known
