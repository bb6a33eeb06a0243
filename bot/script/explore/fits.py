"""What a platform holds: every message once more, with everything in it as long as it may be.

The smallest place decides. On Discord a message that can be tapped holds 4,000 characters and a
button 80 (beyond 2,000 it is drawn as a card); on Matrix an event holds twice that and more. How
many choices fit is looked at with the questions themselves.
"""

from collections.abc import Iterator

import msgspec

from bot.model.message import Arg, Line, Message, Picked, Shown
from bot.model.private import Private
from bot.model.script import Script

TEXT = 4_000  # characters of a message
LABEL = 80  # characters of what can be tapped
NAME = 40  # characters of what a person is called
OTHER = 600  # characters of what was kept elsewhere: a card of the jar, a line learned
NAMES = frozenset({"other", "by"})

Fault = tuple[str, str]  # what is wrong, and how to mend it


class Fits:
    """Measures the messages of one exercise, and counts them."""

    def __init__(self, script: Script) -> None:
        """Nothing was measured yet."""
        self._script = script
        self.messages = 0  # in all languages, and in short mode
        self.longest = 0  # characters of the longest of them

    def stretched(self, message: Message) -> Message:
        """The message as it would be if everybody had written as much as they may."""
        lines = tuple(
            Line(words=line.words, args={n: self._long(n, arg) for n, arg in line.args.items()})
            for line in message.lines
        )
        return msgspec.structs.replace(message, lines=lines)

    def faults(self, shown: Shown, what: str) -> Iterator[Fault]:
        """Whether a stretched message is more than fits. `what` says which one it is."""
        self.messages += 1
        self.longest = max(self.longest, len(shown.text))
        if len(shown.text) > TEXT:
            said = f"It may grow to {len(shown.text)} characters where {TEXT} fit: {what}."
            yield said, "Ask for less in `words`, or show it in two steps."
        for choice in shown.choices:
            if not 0 < len(choice.label) <= LABEL:
                said = f"The label of `{choice.id}` has {len(choice.label)} characters: {what}."
                yield said, f"Give it a name of 1 to {LABEL}."

    def _long(self, name: str, arg: Arg) -> Arg:
        if name in NAMES:
            others = max(1, len(self._script.roles) - 1)
            return Private("w" * NAME * others)
        if not isinstance(arg, Private | Picked):
            return arg
        return Private("w" * self._most(name, arg))

    def _most(self, name: str, arg: Private | Picked) -> int:
        """How many characters an answer may have, as far as that is known."""
        of = arg.of.partition(".")[2] if isinstance(arg, Picked) else name
        known = self._script.fields().get(of)
        if known is None:
            return OTHER
        field = known[1]
        tapped = (LABEL + 2) * field.most
        return (
            max(tapped, field.limit) if field.own or field.kind in {"words", "phrase"} else tapped
        )
