"""Audience: nobody is shown what was not meant for them."""

from collections.abc import Iterator

from bot.model.script import Card, Script
from bot.script.checks.at import at
from bot.script.finding import Finding
from bot.script.needs import may_see, shown_to


def check(script: Script) -> Iterator[Finding]:
    """Cards go to whoever may see every line; sentences tell only what somebody may see."""
    for card in script.cards.values():
        yield from _card(script, card)
    for step in script.steps.values():
        for name in step.tells:
            readers = {*step.note, *step.ask}
            if name in script.fields() and not any(may_see(script, r, name) for r in readers):
                mend = "Take it out of `tells`, or say in `shown` who may see it."
                yield at(script, step.name, f"Nobody in this step may see `{name}`.", mend)


def _card(script: Script, card: Card) -> Iterator[Finding]:
    """Each line must be shown to all who get the card; in a room that is everybody."""
    known = [line for line in card.lines if line in script.fields()]
    others = [role for role in script.roles if role != card.by]
    some = [role for role in others if any(shown_to(script, role, line) for line in known)]
    readers = others if card.room or not some else some
    for role in readers:
        for line in known:
            if not shown_to(script, role, line):
                sentence = f"The card shows `{line}` to `{role}`, who may not see it."
                mend = f'Add `shown = ["{role}"]` to `{line}`, or take the line out.'
                yield at(script, card.name, sentence, mend)
