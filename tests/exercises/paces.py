"""How long people take, counted in what they read, tap and type.

Reading goes at 200 words a minute, and all that is shown is read, labels too; a paragraph or a
label that somebody has read before, word for word, is known to them. A tap takes three seconds,
typing goes at 25 words a minute. Two people do things at the same time as far as neither waits
for the other: what one is shown, they are shown when the other has acted.
"""

from tests.play import House, Seen

READING = 60 / 200  # seconds a word
TAP = 3.0  # seconds
TYPING = 60 / 25  # seconds a word


class Stopwatch:
    """A house, and at which second each person in it has come to where they are."""

    def __init__(self, house: House) -> None:
        """Everybody begins now."""
        self.house = house
        self.at: dict[str, float] = {}  # waiting for the other included
        self.own: dict[str, float] = {}  # without it
        self._known: dict[str, set[str]] = {}
        self.words: dict[str, int] = {}
        self.taps: dict[str, int] = {}

    def tap(self, name: str, *picks: str) -> list[Seen]:
        """Somebody taps a choice, once they may."""
        self._spend(name, TAP)
        self.taps[name] = self.taps.get(name, 0) + 1
        return self._shown(self.house.choose(name, *picks), name)

    def type(self, name: str, text: str, *, command: str = "") -> list[Seen]:
        """Somebody types a text, or begins what the command begins."""
        self._spend(name, TYPING * len(text.split()))
        seen = self.house.say(name, text) if not command else self._ask(name, command)
        return self._shown(seen, name)

    def _ask(self, name: str, command: str) -> list[Seen]:
        what, _, whom = command.partition(" ")
        return self.house.ask(name, what, person=whom) if whom else self.house.ask(name, what)

    def _spend(self, name: str, seconds: float) -> None:
        self.at[name] = self.at.get(name, 0.0) + seconds
        self.own[name] = self.own.get(name, 0.0) + seconds

    def _shown(self, seen: list[Seen], by: str) -> list[Seen]:
        """Everybody reads what they are shown, from the second on at which it is there."""
        for one in seen:
            if one.kind != "edit":
                count = self._new_to(one)
                self.at[one.by] = max(self.at.get(one.by, 0.0), self.at[by])
                self._spend(one.by, READING * count)
                self.words[one.by] = self.words.get(one.by, 0) + count
        return seen

    def _new_to(self, seen: Seen) -> int:
        """Words that its reader has not read before."""
        parts = {*seen.text.split("\n"), *(label for _, label in seen.choices)}
        known = self._known.setdefault(seen.by, set())
        new, self._known[seen.by] = parts - known, known | parts
        return sum(len(part.split()) for part in new)
