"""What a list of phrases hears in a text: the labels of its phrases, idioms taken away."""

from bot.care.phrases import normal
from bot.care.phrases.graph import Found, Graph

INNOCENT = "innocent"  # the label of an idiom: it takes away what ends inside it
FILLER = ""  # what a word that is passed over is known as


class Listing:
    """A list that was read. It is built once and only asked afterwards."""

    __slots__ = ("_graph", "_known")

    def __init__(self, graph: Graph, known: dict[str, str]) -> None:
        """Listen with a graph of phrases; `known` is spelling → word."""
        self._graph = graph
        self._known = known
        graph.walk(())  # lays out where phrases begin, so that the first text need not wait for it

    def heard(self, text: str) -> frozenset[str]:
        """The labels of the phrases in `text`: of those with one end the longest, and no idiom.

        Takes time in proportion to the length of the text, and never raises.
        """
        spelled = [*map(self._known.get, normal.words(text, self._known))]
        if FILLER in spelled:
            spelled = [word for word in spelled if word != FILLER]
        found = self._graph.walk(spelled)
        return frozenset(_weighed(found)) if found else frozenset()


def _weighed(found: list[Found]) -> set[str]:
    """The labels that count: of phrases with one end the longest, and none inside an idiom."""
    begun: dict[int, int] = {}
    harmless: set[int] = set()
    for label, first, last in found:
        begun[last] = min(first, begun.get(last, first))
        if label == INNOCENT:
            harmless.update(range(first, last + 1))
    return {label for label, first, last in found if begun[last] == first and last not in harmless}
