"""Parting: what must still happen when somebody's key is destroyed, written down with it.

Adapters keep something of a person too, and may be away just now; so which account is to be
forgotten is a row, under the house's key, until its adapter has done so.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from bot.model.person import PersonId
from bot.store import codec
from bot.store.crypto import Keyring
from bot.store.desk import Desk
from bot.store.load import load_people
from bot.store.port import Parting
from bot.store.seals import Seals

_NAME = "parting"
LAST_WORDS = timedelta(seconds=20)  # what was said last can be read before it goes


def write(desk: Desk, keys: Keyring, gone: Iterable[PersonId], at: int) -> None:
    """While there still is a key: whom the adapters are to forget, and what others wait for."""
    gone = list(gone)
    seals = Seals(keys)
    people = load_people(desk, seals, gone)
    bodies = (codec.write(person.account) for person in people.values())
    desk.each("part", [(at, keys.house.seal(body, _NAME)) for body in bodies])
    _pass_on(desk, seals, gone)


def _pass_on(desk: Desk, seals: Seals, gone: list[PersonId]) -> None:
    """What is on its way to a shared place is put under the key of somebody else in it."""
    for key, person, sealed in desk.ask("room_posts", people=gone):
        message = codec.read_message(seals.unseal(person, sealed, f"outbox:{key}"))
        seals.fetch(desk, message.people)
        others = [one for one in message.people if one not in gone and seals.has(one)]
        if others:
            body = codec.write_message(msgspec.structs.replace(message, to=others[0]))
            desk.each("move_post", [(others[0], seals.seal(others[0], body, f"outbox:{key}"), key)])


def due(desk: Desk, keys: Keyring, now: datetime, limit: int) -> list[Parting]:
    """See `Store.parting`."""
    rows = desk.ask("parting", now=codec.micros(now), limit=limit)
    return [
        Parting(id=id_, account=codec.read_account(keys.house.unseal(body, _NAME)))
        for id_, body in rows
    ]
