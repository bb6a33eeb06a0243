"""The chart: level lines with their names, and the marks of each column between them."""

from itertools import pairwise

from bot.model.message import Mark, Shape
from bot.model.sheet import Pillar, Sheet
from bot.pictures import looks
from bot.pictures.board import Board, Point

FEW = 3  # levels
GAP, BELOW = 16, 10  # pixels beside words, and below things
INNER = 0.62  # of a ring's radius
NAMES = 0.36  # of the width that the names of levels may take


def draw(board: Board, sheet: Sheet) -> None:
    """Draw it, and go on below it. Nothing without levels or columns."""
    pillars = sheet.pillars[-looks.MOST_COLUMNS :]
    if not sheet.levels or not pillars:
        return
    _keys(board, sheet)
    chart = _Chart(board, sheet.levels, len(pillars))
    if not sheet.keys:
        chart.join(pillars)
    for number, pillar in enumerate(pillars):
        chart.pillar(number, pillar)
    board.y = chart.bottom + looks.LARGEST + BELOW
    _labels(board, chart, pillars)
    board.y += BELOW


def _keys(board: Board, sheet: Sheet) -> None:
    """What the shapes mean, side by side or below each other."""
    x, radius = float(board.left), looks.LARGEST
    for shape, means in sheet.keys:
        words = board.small.writable(means)
        wide = 2 * radius + GAP + board.small.width(words)
        if x > board.left and x + wide > board.right:
            x, board.y = board.left, board.y + board.small.leading + BELOW
        mark(board, Point(x + radius, board.y + board.small.leading / 2), shape, radius)
        board.write(Point(x + 2 * radius + GAP, board.y), words, board.small, looks.SOFT)
        x += wide + 2 * GAP
    if sheet.keys:
        board.y += board.small.leading + GAP


class _Chart:
    """Where things stand in it. Its lines are drawn when it is made."""

    def __init__(self, board: Board, levels: tuple[str, ...], columns: int) -> None:
        self._board = board
        self._step = looks.FEW_LEVELS if len(levels) <= FEW else looks.LEVEL
        self.bottom = board.y + looks.LARGEST + BELOW + self._step * (len(levels) - 1)
        left = self._levels(levels)
        self._wide = min(looks.WIDEST, (board.right - left) / columns)
        self._first = left + self._wide / 2
        self.radius = max(looks.SMALLEST, min(looks.LARGEST, self._wide * 0.4))

    def _levels(self, levels: tuple[str, ...]) -> float:
        """Write what they are called and draw their lines; where the first column may begin."""
        board, pen = self._board, self._board.small
        most = (board.right - board.left) * NAMES
        names = [" ".join(pen.lines(level, most, 1)) for level in levels]
        left = board.left + GAP + max(map(pen.width, names))
        for number, name in enumerate(names):
            y = self.bottom - number * self._step
            board.write(Point(board.left, y - pen.leading / 2), name, pen, looks.SOFT)
            board.line(Point(left, y), Point(board.right, y), looks.FAINT, looks.THIN)
        return left

    def x(self, column: int) -> float:
        """The middle of a column."""
        return self._first + column * self._wide

    def at(self, column: int, one: Mark) -> Point:
        """Where a mark stands."""
        return Point(self.x(column), self.bottom - (one.at - 1) * self._step)

    def join(self, pillars: tuple[Pillar, ...]) -> None:
        """A quiet line through the marks, from column to column."""
        marks = [self.at(n, one) for n, pillar in enumerate(pillars) for one in pillar.marks]
        for one, two in pairwise(marks):
            self._board.line(one, two, looks.RIM, looks.THREAD)

    def pillar(self, column: int, pillar: Pillar) -> None:
        """The marks of one column, and a line between them."""
        points = [self.at(column, one) for one in pillar.marks]
        for one, two in pairwise(points):
            self._board.line(one, two, looks.RIM, looks.THREAD)
        for point, each in zip(points, pillar.marks, strict=True):
            mark(self._board, point, each.shape, self.radius)


def mark(board: Board, at: Point, shape: Shape, radius: float) -> None:
    """A filled disc; or a ring with nothing in it, wider, so that a disc fits inside."""
    if shape == "disc":
        board.disc(at, radius * INNER, looks.DISC)
    else:
        board.ring(at, radius, looks.RING)


def _labels(board: Board, chart: _Chart, pillars: tuple[Pillar, ...]) -> None:
    """Below the columns, as many as there is room for."""
    free = 0.0
    for number, pillar in enumerate(pillars):
        words = board.small.writable(pillar.label)
        wide = board.small.width(words)
        x = min(chart.x(number) - chart.radius, board.right - wide)
        if words and x >= free:
            board.write(Point(x, board.y), words, board.small, looks.SOFT)
            free = x + wide + GAP
    if free:
        board.y += board.small.leading
