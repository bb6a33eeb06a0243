"""The board that is drawn on: it is filled from above, and cut off where it is empty.

Letters come smooth from the font. Other shapes are drawn four times as large and made smaller, one
by one, so that the board itself stays small.
"""

from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw

from bot.pictures import looks
from bot.pictures.letters import Pen, font

FINER = 4  # times
Colour = tuple[int, int, int]
Paint = Callable[[ImageDraw.ImageDraw], None]


class Point(NamedTuple):
    """A place on the board, in pixels from its upper left corner."""

    x: float
    y: float


class Board:
    """A dark ground, and the place `y` down to which it is full."""

    def __init__(self) -> None:
        """Empty."""
        letters = font()
        self.title = Pen(letters, looks.TITLE, looks.BOLD)
        self.heading = Pen(letters, looks.HEADING, looks.BOLD)
        self.text = Pen(letters, looks.TEXT, looks.PLAIN)
        self.small = Pen(letters, looks.SMALL, looks.PLAIN)
        self.left, self.right = looks.MARGIN, looks.WIDTH - looks.MARGIN
        self.y = float(looks.MARGIN - 10)
        self._image = Image.new("RGB", (looks.WIDTH, looks.TALLEST), looks.GROUND)
        self._draw = ImageDraw.Draw(self._image)

    @property
    def full(self) -> bool:
        """Whether there may be no room for another row."""
        return self.y > looks.TALLEST - looks.TALLEST_ROW

    def write(self, at: Point, words: str, pen: Pen, colour: Colour) -> None:
        """One line; `at` is the upper left corner of where it stands."""
        self._draw.text(at, words, fill=colour, font=pen.font)

    def line(self, one: Point, two: Point, colour: Colour, wide: int) -> None:
        """A straight line."""
        corner = Point(min(one.x, two.x) - wide, min(one.y, two.y) - wide)
        far = Point(max(one.x, two.x) + wide, max(one.y, two.y) + wide)
        ends = [_within(one, corner), _within(two, corner)]
        self._stamp(corner, far, colour, lambda on: on.line(ends, fill=255, width=FINER * wide))

    def disc(self, at: Point, radius: float, colour: Colour) -> None:
        """Filled."""
        corner, far = _around(at, radius)
        box = [_within(corner, corner), _within(far, corner)]
        self._stamp(corner, far, colour, lambda on: on.ellipse(box, fill=255))

    def ring(self, at: Point, radius: float, colour: Colour) -> None:
        """With nothing in it."""
        corner, far = _around(at, radius)
        box, wide = [_within(corner, corner), _within(far, corner)], FINER * looks.STROKE
        self.disc(at, radius - 1, looks.GROUND)
        self._stamp(corner, far, colour, lambda on: on.ellipse(box, outline=255, width=wide))

    def _stamp(self, corner: Point, far: Point, colour: Colour, paint: Paint) -> None:
        """Put a shape there, its edges smooth."""
        corner = Point(int(corner.x), int(corner.y))
        size = (int(far.x - corner.x) + 2, int(far.y - corner.y) + 2)
        mask = Image.new("L", (size[0] * FINER, size[1] * FINER))
        paint(ImageDraw.Draw(mask))
        smooth = mask.resize(size, Image.Resampling.BOX)
        self._image.paste(colour, (int(corner.x), int(corner.y)), smooth)

    def finished(self) -> tuple[bytes, tuple[int, int]]:
        """The picture as PNG, with nothing in it but its pixels, and its size."""
        tall = min(looks.TALLEST, round(self.y) + looks.MARGIN - 14)
        image = self._image.crop((0, 0, looks.WIDTH, tall))
        whole = (0, 0, looks.WIDTH - 1, tall - 1)
        ImageDraw.Draw(image).rectangle(whole, outline=looks.RIM, width=looks.EDGE)
        kept = BytesIO()
        image.save(kept, "PNG")
        return kept.getvalue(), image.size


def _around(at: Point, radius: float) -> tuple[Point, Point]:
    return Point(at.x - radius, at.y - radius), Point(at.x + radius, at.y + radius)


def _within(at: Point, corner: Point) -> tuple[float, float]:
    """Where a place is on a finer board that begins at the corner's whole pixel."""
    return (at.x - int(corner.x)) * FINER, (at.y - int(corner.y)) * FINER
