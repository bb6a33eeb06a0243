"""Lines of a care guide are put into a message when it is handed over, and not before (E8)."""

from datetime import datetime
from typing import Any

import msgspec
import pytest

from bot.model.message import Guide, Line, Message
from bot.model.person import Bond, PersonId, Record
from bot.model.private import Private
from bot.model.world import Turn
from bot.store.desk import Desk
from bot.store.port import Store
from tests.store.conftest import Place
from tests.store.people import ANA, BO, CLEO, MINUTE, NOON, always, says

LINE = "Sit with me first."
HOLD = 10 * MINUTE
SHOWN = Guide(owner=ANA, feelings=("sad",), most=3)
LOOKED = msgspec.structs.replace(SHOWN, most=7, empty=".guide-nothing")


def line(*people: PersonId, text: str = LINE, name: str = "s/1/self/guide/1") -> Record:
    body = {"feeling": "sad", "part": "helps", "text": text, "to": "\n".join(people)}
    kept = {field: Private(given) for field, given in body.items()}
    return Record(id=name, owner=ANA, other=None, kind="guide", at=NOON, body=kept)


def bonds(**changes: Any) -> tuple[Bond, ...]:  # noqa: ANN401 - any field of a bond
    """Ana and Bo have met, Ana and Cleo have not; the changes are to what Bo keeps about Ana."""
    own = msgspec.structs.replace(Bond(owner=BO, other=ANA, met=True), **changes)
    return (Bond(owner=ANA, other=BO, met=True), own, Bond(owner=ANA, other=CLEO))


def asks(guide: Guide, to: PersonId = BO, key: str = "m") -> Message:
    """A question with somebody's guide before it."""
    about = Line(words=".card-guide", args={"other": Private("Ana"), "guide": guide})
    return Message(key=key, kind="question", to=to, lines=(about, Line(words=".ready")))


async def happens(store: Store, key: str, **turn: Any) -> None:  # noqa: ANN401 - of a turn
    await store.take([says(ANA, key, BO, CLEO)], always(Turn(**turn)))


async def handed_over(store: Store, now: datetime = NOON) -> list[tuple[str, ...]]:
    """The words of each line that is handed over, in order, with the texts of the guide."""
    rows = await store.lease(now, 10, HOLD)
    return [tuple(_said(one) for one in row.message.lines) for row in rows]


def _said(one: Line) -> str:
    text = one.args.get("text")
    return text.open_for("test") if isinstance(text, Private) else one.words


async def test_what_is_shown_stands_before_the_question(store: Store) -> None:
    await happens(store, "a", bonds=bonds(), records=(line(BO),), messages=(asks(SHOWN),))
    assert await handed_over(store) == [(".card-guide", LINE, ".ready")]


async def test_where_there_is_nothing_to_show_the_question_stands_alone(store: Store) -> None:
    await happens(store, "a", bonds=bonds(), records=(line(),), messages=(asks(SHOWN),))
    assert await handed_over(store) == [(".ready",)]


async def test_whoever_looks_is_told_that_there_is_nothing(store: Store) -> None:
    await happens(store, "a", bonds=bonds(), records=(line(),), messages=(asks(LOOKED),))
    assert await handed_over(store) == [(".guide-nothing", ".ready")]


async def test_what_was_taken_back_while_it_waited_is_not_shown(store: Store) -> None:
    await happens(store, "a", bonds=bonds(), records=(line(BO),), messages=(asks(SHOWN),))
    assert await handed_over(store) == [(".card-guide", LINE, ".ready")]
    await store.put_back("m", NOON + MINUTE)
    await happens(store, "b", records=(line(),))
    assert await handed_over(store, NOON + MINUTE) == [(".ready",)]


async def test_what_was_changed_while_it_waited_is_shown_as_it_is_now(store: Store) -> None:
    await happens(store, "a", bonds=bonds(), records=(line(BO),), messages=(asks(SHOWN),))
    await happens(store, "b", records=(line(BO, text="Ask me first."),))
    assert await handed_over(store) == [(".card-guide", "Ask me first.", ".ready")]


async def test_of_somebody_who_is_forgotten_nothing_is_shown(store: Store) -> None:
    await happens(store, "a", bonds=bonds(), records=(line(BO),), messages=(asks(SHOWN),))
    await store.forget(ANA)
    assert await handed_over(store) == [(".ready",)]


async def test_of_somebody_who_leaves_for_good_nothing_is_shown_from_that_moment(
    store: Store,
) -> None:
    await happens(store, "a", bonds=bonds(), records=(line(BO),), messages=(asks(SHOWN),))
    ana = await store.person(ANA)
    assert ana is not None
    await happens(store, "b", people=(msgspec.structs.replace(ana, leaving=NOON + MINUTE),))
    assert await handed_over(store) == [(".ready",)]


@pytest.mark.parametrize("changes", [{"met": False}, {"lapsed": True}])
async def test_it_is_closed_to_whoever_has_not_begun_or_whose_invite_came_to_nothing(
    store: Store, changes: dict[str, bool]
) -> None:
    shown = {"records": (line(BO),), "messages": (asks(LOOKED),)}
    await happens(store, "a", bonds=bonds(**changes), **shown)
    assert await handed_over(store) == [(".guide-nothing", ".ready")]


async def test_to_a_third_one_it_is_as_if_there_were_nothing(store: Store) -> None:
    shown = {"records": (line(BO, CLEO),), "messages": (asks(LOOKED, CLEO),)}
    await happens(store, "a", bonds=bonds(), **shown)
    assert await handed_over(store) == [(".guide-nothing", ".ready")]


async def test_what_waits_holds_no_word_of_it(place: Place) -> None:
    """Nothing of a guide is stored with the message that shows it."""
    store = await place.open()
    await happens(store, "a", bonds=bonds(), records=(line(BO),), messages=(asks(SHOWN),))
    await happens(store, "b", records=(line(),))
    again = await place.open()
    assert await handed_over(again) == [(".ready",)]


async def test_no_turn_loads_a_guide_and_no_message_that_asks_for_none(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    ask = Desk.ask

    def noted(desk: Desk, query: str, **values: Any) -> Any:  # noqa: ANN401 - as `Desk.ask`
        asked.append(query)
        return ask(desk, query, **values)

    monkeypatch.setattr(Desk, "ask", noted)
    plain = Message(key="p", kind="note", to=CLEO, lines=(Line(words=".ready"),))
    await happens(store, "a", bonds=bonds(), records=(line(BO),), messages=(plain,))
    assert await handed_over(store) == [(".ready",)]
    assert "load_kind" not in asked
    await happens(store, "b", messages=(asks(SHOWN),))
    assert "load_kind" not in asked
    assert await handed_over(store) == [(".card-guide", LINE, ".ready")]
    assert asked.count("load_kind") == 1
