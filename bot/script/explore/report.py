"""What an exploration found, and how much of each exercise it has seen."""

import msgspec

from bot.script.finding import Finding
from bot.script.read import FILE


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """How much of one exercise was looked at."""

    script: str
    states: int  # states that differ in more than times and ids
    transitions: int
    depth: int  # the longest of the shortest ways to a state
    compared: int  # moments at which an exit was held against a silence
    ends: int
    messages: int  # that differ, in every language and in short mode
    longest: int  # characters of the longest, with everything in it as long as it may be
    complete: bool  # False: the cap was reached, and what lies behind it was not looked at


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All of it."""

    seen: tuple[Seen, ...]
    findings: tuple[Finding, ...]

    @property
    def unfinished(self) -> tuple[Finding, ...]:
        """Exercises of which the cap left something unseen: nothing is proved of that."""
        return tuple(
            Finding(
                file=f"{one.script}/{FILE}",
                step="",
                sentence=f"Not walked to its end: it has more than {one.states} states.",
                mend="Ask less at the same time, or end a loop sooner.",
            )
            for one in self.seen
            if not one.complete
        )

    @property
    def states(self) -> int:
        """States of all exercises together."""
        return sum(one.states for one in self.seen)

    @property
    def messages(self) -> int:
        """Messages of all exercises together."""
        return sum(one.messages for one in self.seen)

    @property
    def transitions(self) -> int:
        """Transitions of all exercises together."""
        return sum(one.transitions for one in self.seen)
