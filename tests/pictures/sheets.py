"""Sheets to draw, and a look into the file that comes of them."""

import struct
from functools import cache
from io import BytesIO

from PIL import Image as Reading

from bot.model.message import Image, Mark
from bot.model.sheet import Pillar, Sheet, Stripe
from bot.pictures.draw import draw

ENERGY = ("1, little", "2", "3", "4", "5, a lot")
WORD = "quillfeather"  # nowhere else


def sheet(*texts: str, energies: tuple[int, ...] = (2, 4, 1), title: str = "Yours") -> Sheet:
    """A chart of energies, and a row for each text."""
    return Sheet(
        title=title,
        alt="Drawn.",
        stripes=tuple(Stripe(label=f"Week {text}", texts=(text,)) for text in texts or (WORD,)),
        levels=ENERGY,
        pillars=tuple(Pillar(marks=(Mark(at=level),), label="May 4") for level in energies),
    )


@cache
def drawn() -> Image:
    """A picture as the delivery hands it over."""
    return draw(sheet())


def chunks(data: bytes) -> set[bytes]:
    """The kinds of what a PNG file holds."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    found, at = set(), 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        found.add(data[at + 4 : at + 8])
        at += 12 + length
    return found


def colours(data: bytes) -> dict[tuple[int, ...], int]:
    """How many pixels have which colour."""
    image = Reading.open(BytesIO(data)).convert("RGB")
    found = image.getcolors(image.width * image.height)
    return {colour: number for number, colour in found or [] if isinstance(colour, tuple)}
