"""An exercise's words in one language, as the checks look at them."""

from collections.abc import Iterable, Mapping

import msgspec

from bot.model.script import Script
from bot.script.finding import Finding
from bot.script.ftl import Sheet
from bot.script.needs import Need
from bot.text.typed import plain

SMALL = "small"  # the attribute with the short form of a message
EXITS = ("pause", "stop", "skip", "small", "help", "hide", "undo")  # words that always work


class Language(msgspec.Struct, frozen=True):
    """The exercise's own messages, with the shared ones behind them."""

    script: Script
    own: Sheet
    shared: Sheet

    def say(self, name: str, step: str, sentence: str, mend: str) -> Finding:
        """A finding at the line of a message, or at the file where there is none."""
        return Finding(file=self.own.place(name), step=step, sentence=sentence, mend=mend)

    def texts(self, name: str) -> Mapping[str, tuple[str, ...]]:
        """A message's variants by attribute; ".name" is a shared one; empty when it is missing."""
        sheet, entry = (self.shared, name[1:]) if name.startswith(".") else (self.own, name)
        return sheet.entries[entry].texts if entry in sheet.entries else {}

    def used(self, need: Need) -> str:
        """Which of a need's messages is used; "" when there is none."""
        return next((name for name in need.ids if "" in self.texts(name)), "")

    def label(self, ids: Iterable[str], choice: str) -> tuple[str, ...]:
        """What a choice is called, in all variants; empty when it has no name."""
        own = (self.texts(name).get(choice) for name in ids)
        return next((found for found in own if found), self.texts(f".choice-{choice}").get("", ()))


def exits_among(texts: Iterable[str]) -> list[str]:
    """The texts that are words that always work: typed, they would never be an answer."""
    return [text for text in texts if plain(text) in EXITS]
