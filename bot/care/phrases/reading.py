"""From the file of a list to what it hears. Every mistake is named at once, with its line."""

from collections.abc import Collection, Iterator

import msgspec

from bot.care.phrases import spelling
from bot.care.phrases.graph import Graph
from bot.care.phrases.listing import FILLER, INNOCENT, Listing
from bot.care.phrases.notation import GAP, Row, Unreadable, choices, units
from bot.errors import ForAuthor


class BadPhrases(ForAuthor):
    """A list of phrases has mistakes. All of them are listed."""


class Written(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file as it is written."""

    heard: dict[str, list[str]]  # label → phrases
    innocent: list[str] = []
    groups: dict[str, list[str]] = {}
    fillers: list[str] = []
    right: list[str] = []  # spelled as meant, though close to a word that is listened for

    def phrases(self) -> Iterator[tuple[str, str]]:
        """Every phrase with its label."""
        for label, phrases in (*self.heard.items(), (INNOCENT, self.innocent)):
            for phrase in phrases:
                yield phrase, label


def read(text: str, file: str, labels: Collection[str]) -> Listing:
    """The list in `text`, which has phrases for each of `labels`; `file` names it in mistakes.

    Raises `BadPhrases`: one line for each mistake, beginning with "file:line".
    """
    try:
        written = msgspec.toml.decode(text, type=Written)
    except msgspec.DecodeError as bad:
        raise BadPhrases(f"{file}: {bad}.") from bad
    built = _Built(written)
    built.mistakes.extend(_of_labels(written, labels))
    built.mistakes.extend(_of_groups(written))
    if built.mistakes:
        raise BadPhrases("\n".join(_said(text, file, *one) for one in built.mistakes))
    return Listing(built.graph, built.known())


class _Built:
    """A graph grown as far as the phrases can be read, and what is wrong with the others."""

    def __init__(self, written: Written) -> None:
        self.written = written
        self.words: dict[str, None] = {}  # in the order of the file: what is heard comes first
        self.choices: dict[str, tuple[Row, ...]] = {}  # piece → what it may be
        self.graph = Graph(self.choices)
        self.mistakes: list[tuple[str, str]] = []  # the term as written, and a sentence
        seen: set[str] = set()
        for phrase, label in written.phrases():
            try:
                self._add(phrase, label, seen)
            except Unreadable as bad:
                self.mistakes.append((phrase, str(bad)))

    def known(self) -> dict[str, str]:
        """Spelling → word, for every word of every phrase, and for the fillers."""
        known = spelling.known(self.words, self.written.right)
        return known | dict.fromkeys(self.written.fillers, FILLER)

    def _add(self, phrase: str, label: str, seen: set[str]) -> None:
        if phrase in seen:
            raise Unreadable("It is listed twice.")
        seen.add(phrase)
        for row in units(phrase):
            for unit in row:
                self._spell(unit, ())
            self.graph.add(row, label)

    def _spell(self, unit: str, inside: Row) -> None:
        """Note what a piece may be, and all that this is made of."""
        if unit in self.choices or unit in self.words or unit == GAP:
            return
        if unit in inside:
            raise Unreadable(f"`{unit}` contains itself.")
        found = choices(unit, self.written.groups)
        if found == ((unit,),):
            self._take(unit)
            return
        for row in found:
            for piece in row:
                self._spell(piece, (*inside, unit))
        self.choices[unit] = found

    def _take(self, word: str) -> None:
        if word in self.written.fillers:
            raise Unreadable(f"`{word}` is a filler, which is passed over.")
        self.words[word] = None


def _of_labels(written: Written, labels: Collection[str]) -> Iterator[tuple[str, str]]:
    """A label that is unknown or has nothing to listen for."""
    for label in written.heard:
        if label not in labels:
            yield label, f"There is no such label; there is: {', '.join(sorted(labels))}."
    for label in labels:
        if not written.heard.get(label):
            yield label, "No phrase has this label."


def _of_groups(written: Written) -> Iterator[tuple[str, str]]:
    """A group that no phrase uses any more."""
    phrases = [phrase for phrase, _ in written.phrases()]
    used = " ".join((*phrases, *(item for items in written.groups.values() for item in items)))
    for name in written.groups:
        if f"{{{name}}}" not in used:
            yield name, "No phrase uses this group."


def _said(text: str, file: str, term: str, sentence: str) -> str:
    """A mistake as one line. The line number is that of the term; a missing one has line 1."""
    lines = text.splitlines()
    quoted = (f'"{term}"', f"'{term}'")
    exact = (at for at, line in enumerate(lines, 1) if any(one in line for one in quoted))
    loose = (at for at, line in enumerate(lines, 1) if term in line)
    return f'{file}:{next(exact, next(loose, 1))} "{term}": {sentence}'
