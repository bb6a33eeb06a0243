"""Taking a batch of events: the one way to write, inside one transaction."""

from collections.abc import Sequence

from bot.model.event import Event
from bot.model.world import Turn
from bot.store import codec, load, save
from bot.store.batch import Batch
from bot.store.crypto import Keyring
from bot.store.desk import Desk
from bot.store.parting import LAST_WORDS
from bot.store.port import Decide, Outcome
from bot.store.seals import Seals
from bot.store.trouble import is_everybodys


def take(desk: Desk, keys: Keyring, events: Sequence[Event], decide: Decide) -> list[Outcome]:
    """What came of each event; all that came of them is durable when this returns.

    A batch that cannot be saved is taken again one event at a time, so that nobody is held
    up by what is wrong with another's.
    """
    try:
        with desk.transaction():
            return _together(desk, keys, events, decide)
    except Exception as error:
        if is_everybodys(error):
            raise
    with desk.transaction():
        return [_alone(desk, keys, event, decide) for event in events]


def _alone(desk: Desk, keys: Keyring, event: Event, decide: Decide) -> Outcome:
    try:
        with desk.attempt():
            return _together(desk, keys, [event], decide)[0]
    except Exception as error:
        if is_everybodys(error):
            raise
        return error


def _together(desk: Desk, keys: Keyring, events: Sequence[Event], decide: Decide) -> list[Outcome]:
    marks = {keys.mark(event.key): event.key for event in events}
    today = max(codec.day(event.at) for event in events)
    new = {marks[mark] for (mark,) in desk.ask("mark_seen", marks=[*marks], day=today)}
    outcomes: list[Outcome] = []
    while len(outcomes) < len(events):
        outcomes += _stretch(desk, keys, events[len(outcomes) :], new, decide)
    if new:  # what is still new could not be taken
        desk.ask("unmark", marks=[mark for mark, key in marks.items() if key in new])
    return outcomes


def _stretch(
    desk: Desk, keys: Keyring, events: Sequence[Event], new: set[str], decide: Decide
) -> list[Outcome]:
    """As many events as come before somebody is forgotten, that one included.

    Whoever comes back later in the same batch is a new person with a new key, so what was
    at hand must be loaded again. A key that was taken leaves `new`.
    """
    seals = Seals(keys)
    batch = Batch(load.world(desk, seals, [event for event in events if event.key in new]))
    outcomes: list[Outcome] = []
    for event in events:
        outcome = batch.take(event, decide) if event.key in new else None
        outcomes.append(outcome)
        if isinstance(outcome, Turn):
            new.discard(event.key)
        if batch.forgotten:
            break
    save.save(desk, seals, batch)
    if batch.forgotten:
        at = max(codec.micros(event.at) for event in events) + LAST_WORDS // codec.MICROSECOND
        save.forget(desk, keys, batch.forgotten, at)
    return outcomes
