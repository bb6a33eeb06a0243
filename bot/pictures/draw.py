"""From a sheet to a picture: title, chart, rows. The same sheet always gives the same bytes.

This file loads the library that draws. Import it where something is to be drawn, and not before:
a bot that nobody asks for a picture has neither the library nor the font in its memory.
"""

from bot.model.message import Image
from bot.model.sheet import Sheet, Stripe
from bot.pictures import chart, looks
from bot.pictures.board import Board, Colour, Point
from bot.pictures.letters import Pen

BELOW_TITLE, BETWEEN, BELOW_HEADING = 18, 20, 2  # pixels


def draw(sheet: Sheet) -> Image:
    """The picture of it, as wide as a phone and as tall as it must be; it has an end.

    Of what is more than there is room for, the newest columns and the first rows are drawn.
    """
    board = Board()
    _lines(board, sheet.title, board.title, looks.INK)
    board.y += BELOW_TITLE
    chart.draw(board, sheet)
    _rows(board, sheet.stripes)
    data, (width, height) = board.finished()
    return Image(data=data, alt=sheet.alt, width=width, height=height)


def _rows(board: Board, stripes: tuple[Stripe, ...]) -> None:
    for number, stripe in enumerate(stripes):
        if board.full or number == looks.MOST_ROWS:
            board.write(Point(board.left, board.y), looks.CUT, board.text, looks.SOFT)
            board.y += board.text.leading
            return
        _row(board, stripe)


def _row(board: Board, stripe: Stripe) -> None:
    """A thin line, the heading, and what belongs to it."""
    board.line(Point(board.left, board.y), Point(board.right, board.y), looks.FAINT, looks.THIN)
    board.y += BETWEEN - 6
    _lines(board, stripe.label, board.heading, looks.INK)
    board.y += BELOW_HEADING
    for text in stripe.texts[: looks.MOST_TEXTS]:
        _lines(board, text, board.text, looks.SOFT)
    board.y += BETWEEN


def _lines(board: Board, text: str, pen: Pen, colour: Colour) -> None:
    """The text, in as many lines as it takes and may take."""
    for line in pen.lines(text, board.right - board.left):
        board.write(Point(board.left, board.y), line, pen, colour)
        board.y += pen.leading
