"""A picture on Matrix: put down at the homeserver as bytes that only its reader can open.

In an encrypted room they are encrypted with a key of their own, which is in the event, which is
encrypted too. So once the event is taken back, the bytes open for nobody any more, how long ever
a homeserver keeps them.
"""

from typing import Any

from nio.crypto.attachments import encrypt_attachment

from adapters.matrix.calls import Calls
from adapters.matrix.reading import text
from bot.model.message import Image, Shown

Json = dict[str, Any]
PNG = "image/png"


async def attach(calls: Calls, data: bytes, *, encrypted: bool) -> Json:
    """Put it there; the part of an event that finds and opens it.

    Raises `TryLater` and `Refused`.
    """
    if not encrypted:
        return {"url": text(await calls.upload(data), "content_uri")}
    sealed, opens = encrypt_attachment(data)
    return {"file": {**opens, "url": text(await calls.upload(sealed), "content_uri")}}


def content(message: Shown, image: Image, place: Json) -> Json:
    """The event. Apps show its `body` below the picture, or read it out."""
    info = {"mimetype": PNG, "w": image.width, "h": image.height, "size": len(image.data)}
    named = {"filename": message.name} if message.name else {}
    return {"msgtype": "m.image", "body": image.alt, **named, "info": info, **place}
