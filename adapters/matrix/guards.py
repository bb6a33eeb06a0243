"""The machine for encryption, opened so that nobody else can harm it.

Theory of operation. matrix-nio 0.26 has a good machine, `Olm`, in a client that stops at the
first message it did not expect. So its machine is used and its client is not, and around the
machine stand these guards, each against something that was seen to happen:

- Anybody may send the bot a to-device message without sharing a room with it. Whatever is in it,
  nothing is raised, and nothing grows by it.
- One-time keys are on disk before the homeserver gets them. Else a power cut makes the homeserver
  hand out keys that nobody has, for ever.
- A room key that begins later does not replace the same one that begins earlier.
- The file is readable by its owner only, and its contents are sealed with a key of its own, which
  the house's vault seals.
"""

import hashlib
import logging
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from nio.crypto import InboundGroupSession, Olm
from nio.events import OlmEvent, RoomKeyEvent, ToDeviceEvent
from nio.store import SqliteStore

for name in ("nio", "peewee"):  # they tell of rooms and people; what matters is said by us
    logging.getLogger(name).setLevel(logging.CRITICAL)


DEVICES = "select id from devicekeys where user_id = ?"


def path(folder: Path, user: str, device: str) -> Path:
    """Where the keys of that device are kept. Ids are the homeserver's, so they name no file."""
    digest = hashlib.blake2b(f"{user} {device}".encode(), digest_size=8).hexdigest()
    return folder / f"keys-{digest}.db"


def has_keys(folder: Path, user: str, device: str) -> bool:
    """Whether there are keys of that device here."""
    file = path(folder, user, device)
    return file.is_file() and file.stat().st_size > 0


def machine(folder: Path, user: str, device: str, secret: str) -> Olm:
    """The machine of that device, made where there is none yet.

    Raises vodozemac's and peewee's errors where the file is damaged or `secret` is another one.
    """
    file = path(folder, user, device)
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))  # its journal gets the same rights
    olm = Olm(user, device, SqliteStore(user, device, str(folder), secret, file.name))
    olm.store.database.execute_sql("pragma secure_delete = on")
    _save_before_upload(olm)
    _keep_the_longer_key(olm)
    return olm


def close(olm: Olm) -> None:
    """Let go of its file."""
    olm.store.database.close()


def carry_over(old: Olm, new: Olm) -> None:
    """What could be read with the one can be read with the other."""
    for session in old.inbound_group_store:
        if new.inbound_group_store.add(session):
            new.save_inbound_group_session(session)


def keep_only(folder: Path, olm: Olm) -> None:
    """No keys of former devices stay."""
    mine = path(folder, olm.user_id, olm.device_id).name
    for file in folder.glob("keys-*.db*"):
        if not file.name.startswith(mine):
            file.unlink(missing_ok=True)


def forget(olm: Olm, user: str, rooms: Iterable[str]) -> None:
    """Nothing in the file names this person any more, or opens what was said in these rooms.

    What was begun with their devices stays, under nobody's name: else whatever they write next,
    should they come back, could not be read.
    """
    do = olm.store.database.execute_sql
    with olm.store.database.atomic():
        for table in ("keys", "devicetruststate"):
            do(f"delete from {table} where device_id in ({DEVICES})", (user,))  # noqa: S608 - names of ours
        do("delete from devicekeys where user_id = ?", (user,))
        for room in rooms:
            do("delete from megolminboundsessions where room_id = ?", (room,))
            olm.inbound_group_store._entries.pop(room, None)  # noqa: SLF001 - as below
    olm.device_store._entries.pop(user, None)  # noqa: SLF001 - as below
    olm.tracked_users.discard(user)
    olm.users_for_key_query.discard(user)


def take(olm: Olm, event: Mapping[str, Any]) -> str | None:
    """Take in a to-device message, whatever it is.

    Returns the id of the room key that came with it, "" for anything else that was understood,
    and None for what was not.
    """
    if event.get("type") != "m.room.encrypted":
        return ""  # requests for keys and for verification are not this machine's business
    try:
        parsed = ToDeviceEvent.parse_event(event)
        came = olm.handle_to_device_event(parsed) if isinstance(parsed, OlmEvent) else None
    except Exception:  # noqa: BLE001 - hostile shapes raise nearly everything; counted, not told
        came = None
    _forget_nobody(olm)
    if came is None:
        return None
    return str(came.session_id) if isinstance(came, RoomKeyEvent) else ""


def _forget_nobody(olm: Olm) -> None:
    """The machine remembers every sender's key it was ever told, also of nobody it knows."""
    entries = olm.session_store._entries  # noqa: SLF001 - there is no other way to let them go
    for key in [key for key, sessions in entries.items() if not sessions]:
        del entries[key]


def _save_before_upload(olm: Olm) -> None:
    make = olm.share_keys

    def share_keys() -> dict[str, Any]:
        made: dict[str, Any] = make()
        olm.save_account()
        return made

    olm.share_keys = share_keys


def _keep_the_longer_key(olm: Olm) -> None:
    create = olm.create_group_session

    def create_group_session(
        sender_key: str, signing_key: str, room: str, session: str, key: str
    ) -> None:
        had: InboundGroupSession | None = olm.inbound_group_store.get(room, sender_key, session)
        before = had.first_known_index if had else None
        if before is None or _first(key, signing_key, sender_key, room) < before:
            create(sender_key, signing_key, room, session, key)

    olm.create_group_session = create_group_session


def _first(key: str, signing_key: str, sender_key: str, room: str) -> int:
    """The first message that this key opens."""
    return int(InboundGroupSession(key, signing_key, sender_key, room).first_known_index)
