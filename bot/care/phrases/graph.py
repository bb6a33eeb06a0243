"""Phrases as a graph of words that is walked once along a text, however many phrases there are.

Theory of operation. `Graph` grows with every phrase: a piece that may be many words leads from
one node to one node, so that phrases share their beginnings. A word may then lead to several
nodes at once. `settled` makes places of them, one for every set of nodes that is reached
together, in which a word leads to one place only; that is what `walk` walks. A gap is no chain
of places: a place remembers where a word may lead after other words, and the walk keeps the
places that it left open a few words ago.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from bot.care.phrases.notation import GAP, Row

WIDEST = 6  # words that a gap may hold


class Found(NamedTuple):
    """A phrase in a text: its label, and the places of its first and its last word."""

    label: str
    first: int
    last: int


class Place:
    """What some words have led to: where the next word leads, and what has been said here."""

    __slots__ = ("after", "beyond", "labels")

    def __init__(self, labels: Iterable[str]) -> None:
        self.after: dict[str, Place] = {}
        self.beyond: dict[str, Place] = {}  # after up to `WIDEST` other words
        self.labels = tuple(sorted(labels))


def walk(start: Place, words: Iterable[str | None]) -> list[Found]:  # noqa: C901 - see below
    """Every phrase in a row of words, where None is a word that is in no phrase.

    One plain loop: it runs for every word that anybody writes, and calls would cost a fifth more.
    """
    found: list[Found] = []
    live: list[tuple[Place, int]] = []  # places, and where the words that led there began
    opened: list[tuple[Place, int, int]] = []  # places with a gap: beginning, last word before it
    begins = start.after
    for at, word in enumerate(words):
        step: list[tuple[Place, int]] = []
        if word is not None:
            for place, first in live:
                if word in place.after:
                    step.append((place.after[word], first))
            for place, first, last in opened:
                if word in place.beyond and at - last <= WIDEST + 1:
                    step.append((place.beyond[word], first))
            if word in begins:
                step.append((begins[word], at))
        live = step
        for place, first in step:
            if place.labels:
                found.extend(Found(label, first, at) for label in place.labels)
            if place.beyond:
                opened = [one for one in opened if at - one[2] <= WIDEST]
                opened.append((place, first, at))
    return found


class Node:
    """A point between two pieces of a phrase."""

    __slots__ = ("after", "beyond", "labels")

    def __init__(self) -> None:
        self.after: dict[str, list[Node]] = {}
        self.beyond: Node | None = None  # the same point behind a gap
        self.labels: set[str] = set()


class Graph:
    """Grows while a list is read; `settled` is what is walked."""

    def __init__(self, choices: Mapping[str, Iterable[Row]]) -> None:
        """An empty graph; `choices` says what a piece may be that is no plain word."""
        self._root = Node()
        self._choices = choices
        self._made: dict[tuple[Node, str], Node] = {}

    def add(self, units: Row, label: str) -> None:
        """Let this row of pieces say `label`."""
        node = self._root
        for unit in units:
            node = self._gap(node) if unit == GAP else self._beyond(node, unit)
        node.labels.add(label)

    def settled(self) -> Place:
        """The place where a walk starts, with everything that can be reached from it."""
        known: dict[frozenset[Node], Place] = {}
        todo: list[frozenset[Node]] = []

        def place(nodes: Iterable[Node]) -> Place:
            key = frozenset(nodes)
            if key not in known:
                known[key] = Place({label for node in key for label in node.labels})
                todo.append(key)
            return known[key]

        start = place([self._root])
        while todo:
            key = todo.pop()
            gaps = [node.beyond for node in key if node.beyond]
            known[key].after = {word: place(to) for word, to in _ways(key).items()}
            known[key].beyond = {word: place(to) for word, to in _ways(gaps).items()}
        return start

    def _gap(self, node: Node) -> Node:
        node.beyond = node.beyond or Node()
        return node.beyond

    def _beyond(self, node: Node, unit: str) -> Node:
        """The one node to which a piece leads, whichever of its choices is taken."""
        if (node, unit) not in self._made:
            self._made[node, unit] = Node()
            self._link(node, unit, self._made[node, unit])
        return self._made[node, unit]

    def _link(self, node: Node, unit: str, target: Node) -> None:
        """Let every choice of a piece lead from there to the target."""
        if unit not in self._choices:
            node.after.setdefault(unit, []).append(target)
            return
        for *before, last in self._choices[unit]:
            at = node
            for piece in before:
                at = self._beyond(at, piece)
            self._link(at, last, target)


def _ways(nodes: Collection[Node]) -> Mapping[str, Iterable[Node]]:
    """Where each word leads from several nodes."""
    if len(nodes) == 1:  # most of them
        return next(iter(nodes)).after
    ways: dict[str, list[Node]] = {}
    for node in nodes:
        for word, targets in node.after.items():
            ways.setdefault(word, []).extend(targets)
    return ways
