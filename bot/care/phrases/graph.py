"""Phrases as a graph of words that is walked once along a text, however many phrases there are.

Theory of operation. `Graph` grows with every phrase: a piece that may be many words leads from
one point to one point, so that phrases share their beginnings. A word may then lead to several
points at once. What is walked are places, one for every set of points that is reached
together, in which a word leads to one place only. Few of the many places are ever come by, so
each is laid out when somebody first stands on it; what people say most is soon all laid out. A
gap is no chain of places: a place remembers where a word may lead after other words, and the
walk keeps the places that it left open a few words ago.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from bot.care.phrases.notation import GAP, Row

WIDEST = 6  # words that a gap may hold


class Found(NamedTuple):
    """A phrase in a text: its label, and the places of its first and its last word."""

    label: str
    first: int
    last: int


class Node:
    """A point between two pieces of a phrase."""

    __slots__ = ("beyond", "labels", "made", "ways")

    def __init__(self) -> None:
        self.made: dict[str, Node] = {}  # piece → where it leads, whichever of its choices it is
        self.ways: dict[str, tuple[Node, ...]] = {}  # the same, and where longer choices end
        self.beyond: Node | None = None  # the same point behind a gap
        self.labels: set[str] = set()

    def next(self, piece: str) -> "Node":
        """The one point to which a piece leads."""
        if piece not in self.made:
            self.made[piece] = Node()
            self.link(piece, self.made[piece])
        return self.made[piece]

    def link(self, piece: str, target: "Node") -> None:
        """Let a piece lead to that point as well."""
        known = self.ways.get(piece, ())
        if target not in known:
            self.ways[piece] = (*known, target)

    def behind_gap(self) -> "Node":
        """The same point, where other words may come first."""
        self.beyond = self.beyond or Node()
        return self.beyond


class Place:
    """What some words have led to: where the next word leads, and what has been said here."""

    __slots__ = ("after", "beyond", "labels", "nodes", "passing")

    def __init__(self, nodes: frozenset[Node]) -> None:
        self.nodes: frozenset[Node] | None = nodes  # None once it is laid out
        self.after = NOWHERE
        self.beyond = NOWHERE  # after up to `WIDEST` other words
        self.labels = tuple(sorted({label for node in nodes for label in node.labels}))
        self.passing = False  # only leads on: no phrase ends here, and no gap opens


NOWHERE: Mapping[str, Place] = {}


class Graph:
    """Grows while a list is read, and is walked afterwards."""

    def __init__(self, choices: Mapping[str, Iterable[Row]]) -> None:
        """An empty graph; `choices` says what a piece may be that is no plain word."""
        self._choices = choices
        self._root = Node()
        self._start = Place(frozenset([self._root]))
        self._places: dict[frozenset[Node], Place] = {}

    def add(self, units: Row, label: str) -> None:
        """Let this row of pieces say `label`."""
        node = self._root
        for unit in units:
            node = node.behind_gap() if unit == GAP else node.next(unit)
        node.labels.add(label)

    def walk(self, words: Iterable[str | None]) -> list[Found]:  # noqa: C901 - see below
        """Every phrase in a row of words, where None is a word that is in no phrase.

        One plain loop: it runs for every word that anybody writes, and calls would cost a fifth
        more.
        """
        found: list[Found] = []
        live: list[tuple[Place, int]] = []  # places, and where the words that led there began
        opened: list[tuple[Place, int, int]] = []  # with a gap: beginning, last word before it
        begins = self._begins()
        for at, word in enumerate(words):
            if word is None:
                live = []
                continue
            step = [(begins[word], at)] if word in begins else []
            for place, first in live:
                if word in place.after:
                    step.append((place.after[word], first))
            for place, first, last in opened:
                if word in place.beyond and at - last <= WIDEST + 1:
                    step.append((place.beyond[word], first))
            live = step
            for place, first in step:
                if place.passing:
                    continue
                if place.nodes:
                    self._lay_out(place, place.nodes)
                if place.labels:
                    found.extend(Found(label, first, at) for label in place.labels)
                if place.beyond:
                    opened = [one for one in opened if at - one[2] <= WIDEST]
                    opened.append((place, first, at))
        return found

    def _begins(self) -> Mapping[str, Place]:
        """Where each word may lead that begins a phrase."""
        if self._start.nodes:
            self._lay_out(self._start, self._start.nodes)
        return self._start.after

    def _lay_out(self, place: Place, nodes: Collection[Node]) -> None:
        """Find where each word leads from there. What is found stays the same for good."""
        gaps = [node.beyond for node in nodes if node.beyond]
        place.after = {word: self._place(to) for word, to in self._ways(nodes).items()}
        place.beyond = {word: self._place(to) for word, to in self._ways(gaps).items()} or NOWHERE
        place.nodes = None
        place.passing = not (place.labels or place.beyond)

    def _place(self, nodes: Iterable[Node]) -> Place:
        """The one place of these points."""
        key = frozenset(nodes)
        if key not in self._places:
            self._places[key] = Place(key)
        return self._places[key]

    def _ways(self, nodes: Iterable[Node]) -> Mapping[str, set[Node]]:
        """Where each word leads from these points."""
        ways: dict[str, set[Node]] = defaultdict(set)
        for node in nodes:
            for piece, targets in [*node.ways.items()]:
                for target in targets:
                    self._spread(ways, node, piece, target)
        return ways

    def _spread(self, ways: Mapping[str, set[Node]], node: Node, piece: str, target: Node) -> None:
        """Let every first word of a piece lead on; what comes behind it waits at further points."""
        if piece not in self._choices:
            ways[piece].add(target)
            return
        for first, *more in self._choices[piece]:
            to = target
            if more:
                to = at = node.next(first)
                for one in more[:-1]:
                    at = at.next(one)
                at.link(more[-1], target)
            self._spread(ways, node, first, to)
