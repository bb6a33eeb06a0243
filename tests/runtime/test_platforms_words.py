"""What only some platforms can say: a shown name, a form's own question, a place left behind."""

from bot.model.event import ROOM, Asked, Gone, Said
from bot.model.person import Account
from bot.model.private import Private
from tests.play import PLATFORM, House


def _said(house: House, who: str, text: str, question: str) -> Said:
    key = f"{question}: {text}"
    account = Account(platform=PLATFORM, native=who, name=who.capitalize())
    return Said(key=key, at=house.at, account=account, text=Private(text), question=question)


def test_who_is_named_by_an_id_is_called_as_others_see_them() -> None:
    house = House()
    options = {"person": "bo", "called": "Bo of the hill"}
    account = Account(platform=PLATFORM, native="ari", name="Ari")
    house.give(Asked(key="one", at=house.at, account=account, command="share", options=options))
    assert house.session.called is not None
    assert house.session.called.open_for("test") == "Bo of the hill"


def test_a_form_is_for_its_own_question_and_for_no_other() -> None:
    house = House(welcomed=False)
    house.say("ari", "hello")
    first = house.open_for("ari")[-1].key
    house.choose("ari", "start")
    seen = house.give(_said(house, "ari", "I understand", first))
    assert ["not-open" in each.names() for each in seen] == [True]
    now = house.open_for("ari")[-1].key
    seen = house.give(_said(house, "ari", "I understand", now))
    assert "edit" in {each.kind for each in seen}


def test_leaving_one_place_leaves_that_exercise_alone() -> None:
    house = House()
    house.ask("ari", "share", person="bo")
    account = Account(platform=PLATFORM, native="ari", name="Ari")
    elsewhere, here = (
        Gone(key=place, at=house.at, account=account, place=ROOM + place, how="left")
        for place in ("another", house.session.id)
    )
    house.give(elsewhere)
    assert "sharer" not in house.session.gone
    before = house.stored()
    house.give(here)
    assert house.stored() != before
