"""The outbox: messages that wait for delivery, in order for each place."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.model.message import Message
from bot.model.person import PersonId
from bot.store import codec
from bot.store.crypto import Keyring
from bot.store.desk import Desk
from bot.store.load import load_people
from bot.store.port import Waiting
from bot.store.seals import Seals
from bot.store.shelf import unfolded


def lease(desk: Desk, keys: Keyring, now: datetime, limit: int, hold: timedelta) -> list[Waiting]:
    """See `Store.lease`. Nothing is written where nothing is free."""
    at, until = codec.micros(now), codec.micros(now + hold)
    with desk.transaction():
        rows = sorted(desk.ask("lease", now=at, until=until, limit=limit))  # by id: in order
    seals = Seals(keys)
    people = load_people(desk, seals, {row[2] for row in rows})
    leased = [
        (people[person], tries, held, unfolded(desk, seals, _message(seals, person, key, body)))
        for _, key, person, tries, held, body in rows
    ]
    people |= load_people(desk, seals, _spoken_of(message for *_, message in leased))
    return [
        Waiting(
            message=message,
            reader=reader,
            people=tuple(people[person] for person in message.people if person in people),
            tries=tries - 1,  # those before this one
            held=None if held is None else codec.instant(held),
        )
        for reader, tries, held, message in leased
    ]


def _message(seals: Seals, person: PersonId, key: str, body: bytes) -> Message:
    return codec.read_message(seals.unseal(person, body, f"outbox:{key}"))


def _spoken_of(messages: Iterable[Message]) -> set[PersonId]:
    return {person for message in messages for person in message.people}
