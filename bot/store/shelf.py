"""Somebody's care guide, looked up when a message that asks for it is handed over.

It is loaded in no turn: a turn only says whose guide its reader is to be shown.
"""

from bot.care import guide
from bot.model.message import Message
from bot.model.person import PersonId
from bot.store.desk import Desk
from bot.store.load import load_bonds, load_people, load_record
from bot.store.seals import Seals


def unfolded(desk: Desk, seals: Seals, message: Message) -> Message:
    """The message with the lines that its reader may see now; as it is where it asks for none."""
    owners = {one.owner for one in guide.wanted(message)}
    for owner in sorted(owners):
        message = guide.unfold(message, _shelf(desk, seals, owner, message.to))
    return message


def _shelf(desk: Desk, seals: Seals, owner: PersonId, reader: PersonId) -> guide.Shelf:
    people = load_people(desk, seals, {owner, reader})
    if owner not in people:
        return guide.Shelf()
    rows = desk.ask("load_kind", owner=owner, kind=guide.KIND)
    return guide.Shelf(
        records=tuple(load_record(seals, *row) for row in rows),
        bonds=load_bonds(desk, seals, {owner, reader}),
        people=people,
    )
