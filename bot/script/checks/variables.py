"""Variables: no message, in any language, can hold what its reader may not see.

Private answers reach people only as variables of messages. So the proof is a table: for
each message the variables that may stand in it (`Need.allowed`), held against those that
do stand in it, through every reference, selector and variant of the translation.
"""

from collections.abc import Iterable, Iterator

from bot.script.checks.language import SMALL, Language
from bot.script.finding import Finding, did_you_mean
from bot.script.ftl import uses
from bot.script.needs import Need, needs

Text = tuple[str, str]  # a message and its attribute; "" is its value


def check(language: Language) -> Iterator[Finding]:
    """What stands in sentences, and nothing at all in the names of choices."""
    alone = len(language.script.roles) == 1
    for need in needs(language.script):
        allowed = need.allowed() - ({"other"} if alone else set())
        for text in _sentences(language, need):
            yield from _holds(language, need, text, allowed)
        for text in _labels(language, need):
            yield from _holds(language, need, text, frozenset())


def _sentences(language: Language, need: Need) -> Iterable[Text]:
    name = language.used(need)
    own = language.texts(name) if not name.startswith(".") else {}
    return [(name, attribute) for attribute in ("", SMALL) if attribute in own]


def _labels(language: Language, need: Need) -> Iterable[Text]:
    return [
        (name, pick)
        for name in need.ids
        for pick in (*need.labels, *need.sizes)
        if pick in language.texts(name)
    ]


def _holds(
    language: Language, need: Need, text: Text, allowed: frozenset[str]
) -> Iterator[Finding]:
    name, attribute = text
    found = uses(name, attribute, language.own, language.shared)
    where = f"`.{attribute}` of `{name}`" if attribute else f"`{name}`"
    for variable in sorted(found.variables - allowed):
        sentence, mend = _wrong(language, need, variable, allowed)
        yield language.say(name, need.step, f"{where} {sentence}", mend)
    for gone in sorted(found.messages):
        sentence = f"{where} refers to `{'.'.join(filter(None, gone))}`, which is not there."
        yield language.say(name, need.step, sentence, "Mend the name, or add the message.")


def _wrong(
    language: Language, need: Need, variable: str, allowed: frozenset[str]
) -> tuple[str, str]:
    """The sentence and the mend for a variable that may not stand there."""
    if variable not in language.script.fields():
        return f"holds `${variable}`, which nobody fills in.", did_you_mean(
            variable, allowed, "Take it out."
        )
    reader = f"`{need.reader}`" if need.reader else "its reader"
    sentence = f"holds `${variable}`, which is not for {reader} in this step."
    return sentence, f"Take it out, or say in `tells` and `shown` that `{variable}` may be seen."
