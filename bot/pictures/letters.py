"""Writing: the font, what it can write, and lines that fit.

Noto Sans knows Latin, Greek and Cyrillic letters. Of what it does not know, an emoji is drawn by
its name, and letters of other scripts as "…": the text beside the picture has all of it.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

import fontpkg_noto_sans
from PIL import ImageFont

from bot.pictures.looks import CUT, LEADING, MOST_LETTERS, MOST_LINES

WIDE = 100  # per cent of the letters' usual width
STEERING, SYMBOL = "Cf", "So"  # categories of Unicode: marks of direction, joiners; emoji
UNSEEN = frozenset({STEERING, "Mn", "Sk"})  # with accents and shades, which are part of a letter
SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))  # whether an emoji is in colour
LONGEST_NAME = 24  # characters of an emoji's name
NOWHERE = "\U0010ffff"  # no letter, so the font draws what it draws for letters it lacks


def font() -> Path:
    """The font's file. The library reads of it what it needs, and never all."""
    return Path(fontpkg_noto_sans.__file__).parent / "files" / "NotoSans[wdth,wght].ttf"


class Pen:
    """One size and weight of the font."""

    def __init__(self, font: Path, size: int, weight: int) -> None:
        """`size` in pixels."""
        self.font = ImageFont.truetype(font, size)
        self.font.set_variation_by_axes([weight, WIDE])
        self.leading = round(size * LEADING)
        self._lacking = self._drawn(NOWHERE)
        self._known: dict[str, bool] = {" ": True}

    def width(self, text: str) -> float:
        """In pixels."""
        return float(self.font.getlength(text))

    def lines(self, text: str, room: float, most: int = MOST_LINES) -> list[str]:
        """The text in at most so many lines, none wider than `room`; the last may be cut."""
        words = self.writable(text[:MOST_LETTERS]).split()
        found: list[str] = []
        for word in (part for whole in words for part in self._broken(whole, room)):
            if found and self.width(f"{found[-1]} {word}") <= room:
                found[-1] = f"{found[-1]} {word}"
            else:
                found.append(word)
        if len(found) <= most and len(text) <= MOST_LETTERS:
            return found
        return [*found[: most - 1], self.cut("".join(found[most - 1 : most]), room)]

    def cut(self, line: str, room: float) -> str:
        """The line with a sign that something is missing, as much of it as fits."""
        fits = line[: self._most(line, room - self.width(CUT))]
        return fits.rstrip(f" {CUT}") + CUT

    def _broken(self, word: str, room: float) -> Iterator[str]:
        """A word that is wider than a line, in parts."""
        while self.width(word) > room and len(word) > 1:
            most = max(1, self._most(word, room))
            yield word[:most]
            word = word[most:]
        yield word

    def _most(self, line: str, room: float) -> int:
        """How many of its letters fit."""
        return bisect_right(range(1, len(line) + 1), room, key=lambda n: self.width(line[:n]))

    def writable(self, text: str) -> str:
        """What the font can write of it, in one line; "…" stands for any more."""
        found = ""
        for letter in " ".join(unicodedata.normalize("NFC", text).split()):
            if unicodedata.category(letter) in UNSEEN and not self._knows(letter):
                continue
            written = letter if self._knows(letter) else _called(letter)
            if written != CUT or not found.endswith(CUT):
                found += written
        return found

    def _knows(self, letter: str) -> bool:
        if unicodedata.category(letter) == STEERING or letter in SELECTORS:
            return False
        if letter not in self._known:
            self._known[letter] = self._drawn(letter) != self._lacking
        return self._known[letter]

    def _drawn(self, letter: str) -> tuple[object, bytes]:
        mask = self.font.getmask(letter)
        return mask.size, bytes(mask)


def _called(letter: str) -> str:
    """For a small picture that the font lacks its name, where it has a short one."""
    name = unicodedata.name(letter, "").lower()
    short = unicodedata.category(letter) == SYMBOL and 0 < len(name) <= LONGEST_NAME
    return f"({name})" if short else CUT
