"""Text that refuses to print itself."""

from collections.abc import Iterable
from typing import Self

SEPARATOR = "\n"  # between picks; a pick never holds a line break


class Private:
    """What a person wrote or chose. It goes to whom it was meant for, and nowhere else.

    Logs, tracebacks and asserts print a value by calling `repr`, so `repr` is the
    lock. `open_for` is the only key, and a test lists every file that turns it.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Close the lock over `text`."""
        self._text = text

    @classmethod
    def of(cls, picks: Iterable[str]) -> Self:
        """Several chosen ids as one value, in the order in which they were picked."""
        return cls(SEPARATOR.join(picks))

    def open_for(self, reader: str) -> str:
        """The words themselves. `reader` says who will see them: a person, or "engine"."""
        if not reader:
            raise ValueError("every reading has a reader")
        return self._text

    def picks_for(self, reader: str) -> tuple[str, ...]:
        """The chosen ids, for an answer that was chosen rather than written."""
        return tuple(self.open_for(reader).split(SEPARATOR))

    def __eq__(self, other: object) -> bool:
        """Equal when the words are, so that saving and loading can be compared."""
        return isinstance(other, Private) and other._text == self._text

    def __hash__(self) -> int:
        """Hash by the words; the value is never printed."""
        return hash(self._text)

    def __repr__(self) -> str:
        """Nothing of the words, not even their length: a rating would show by it."""
        return "<private>"

    __str__ = __repr__
