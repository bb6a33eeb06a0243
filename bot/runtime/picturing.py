"""A message's picture is drawn when it is handed over, beside everything else that goes on.

Until then there is only what it is made of, sealed in the outbox; afterwards there is nothing.
What cannot be drawn is said in words alone: they are the same.
"""

import asyncio

import msgspec

from bot import logs
from bot.model.message import Image, Shown
from bot.model.sheet import Sheet

HEAVIEST = 1_000_000  # bytes of a picture; every platform takes more than that


async def pictured(shown: Shown, sheet: Sheet | None, one_at_a_time: asyncio.Lock) -> Shown:
    """The message with its picture drawn in a thread, or in words alone where it cannot be.

    Drawing takes some 20 MB and half a second of one core, so the lock lets in one at a time.
    """
    if sheet is None:
        return shown
    try:
        async with one_at_a_time:
            image = await asyncio.to_thread(_draw, sheet)
    except Exception as error:  # noqa: BLE001 - whatever went wrong, the words are there
        logs.crash(error)
        return in_words(shown)
    if len(image.data) > HEAVIEST:
        return in_words(shown)
    return msgspec.structs.replace(shown, image=image)


def in_words(shown: Shown) -> Shown:
    """The message without its picture."""
    return msgspec.structs.replace(shown, kind="note", name="")


def _draw(sheet: Sheet) -> Image:
    from bot.pictures.draw import draw  # noqa: PLC0415 - see there: memory for who asks for none

    return draw(sheet)
