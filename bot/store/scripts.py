"""Scripts by digest. Which exercise people do is nobody's business, so digests are marked."""

from collections.abc import Mapping

import msgspec

from bot.store.crypto import Keyring
from bot.store.desk import Desk


class _Kept(msgspec.Struct, frozen=True):
    digest: str
    body: bytes


def pin(desk: Desk, keys: Keyring, today: Mapping[str, bytes]) -> dict[str, bytes]:
    """See `Store.pin`."""
    marks = {keys.mark(digest): _Kept(digest, body) for digest, body in today.items()}
    with desk.transaction():
        desk.each("keep_script", [(mark, _seal(keys, mark, kept)) for mark, kept in marks.items()])
        desk.ask("drop_scripts", today=[*marks])
        rows = desk.ask("scripts")
    kept = [_unseal(keys, mark, body) for mark, body in rows]
    return {script.digest: script.body for script in kept}


def _seal(keys: Keyring, mark: int, kept: _Kept) -> bytes:
    return keys.house.seal(msgspec.msgpack.encode(kept), f"script:{mark}")


def _unseal(keys: Keyring, mark: int, body: bytes) -> _Kept:
    return msgspec.msgpack.decode(keys.house.unseal(body, f"script:{mark}"), type=_Kept)
