"""A picture's words: as a sheet that can be drawn, and as the text that says the same."""

from collections.abc import Callable, Iterator

from bot.model.message import Line, Picture
from bot.model.sheet import Pillar, Sheet, Stripe

ALT = ".picture-alt"
Say = Callable[[Line], str]  # a line in the reader's language


def sheet(picture: Picture, alt: str, say: Say) -> Sheet:
    """Every line of it in words."""
    return Sheet(
        title=say(picture.title),
        alt=alt,
        stripes=tuple(
            Stripe(label=say(row.label), texts=tuple(map(say, row.texts))) for row in picture.rows
        ),
        levels=tuple(map(say, picture.levels)),
        pillars=tuple(
            Pillar(marks=column.marks, label=say(column.label) if column.label else "")
            for column in picture.columns
        ),
        keys=tuple((key.shape, say(key.means)) for key in picture.keys),
    )


def blocks(drawn: Sheet) -> Iterator[str]:
    """Its rows as they are written out: the heading, and below it what belongs to it."""
    for stripe in drawn.stripes:
        yield "\n".join((stripe.label, *stripe.texts))
