"""What was saved for later comes up in the jar: used now, made a card, or let go (method E2 4)."""

import pytest

from bot.model.person import Record
from tests.exercises.calm import cards, keep, of_kind, text_of
from tests.exercises.stages import stage
from tests.play import House, act, person_id

WORDS = {"words": "sad", "text": "They all left.", "thought": "I do not count."}


def saved(*texts: str) -> House:
    """Ari has saved these for later, each with a feeling and a thought."""
    house = House()
    for number, text in enumerate(texts or (WORDS["text"],)):
        keep(house, "later", WORDS | {"text": text}, f"before/1/sharer/later/{number:03}")
    return house


def looked_at(house: House) -> str:
    """The first of them, as it comes up in the jar."""
    house.ask("ari", "jar")
    return text_of(house.choose("ari", "later"))


def words_of(record: Record) -> dict[str, str]:
    return {name: given.open_for("test") for name, given in record.body.items()}


def test_what_a_share_saved_for_later_comes_up_in_the_jar() -> None:
    house = stage("size")
    for line in ("ari: 7", "ari: [later]", "ari: stop"):
        act(house, line)
    shown = looked_at(house)
    assert "They all went without me." in shown
    assert "You saved this for later." in shown


def test_it_is_used_now_and_stands_ready_in_the_next_share() -> None:
    house = saved()
    looked_at(house)
    assert "Your words come up as an answer" in house.choose("ari", "use")[-1].text
    carried = house.people[person_id("ari")].carried
    assert carried is not None
    assert carried.open_for("test") == "They all left. I do not count."
    assert len(of_kind(house, "later")) == 1, "it stays saved as well"


def test_it_becomes_a_card_of_the_jar_when_it_is_small() -> None:
    house = saved()
    looked_at(house)
    for pick in ("to-jar", "pinch"):
        seen = house.choose("ari", pick)
    assert "in your jar now" in seen[-3].text
    assert cards(house) == ["They all left. I do not count."]
    assert of_kind(house, "later") == []
    assert "They all left." in text_of(house.choose("ari", "look"))


def test_what_is_bigger_than_a_card_stays_where_it_is() -> None:
    house = saved()
    looked_at(house)
    for pick in ("to-jar", "more"):
        house.choose("ari", pick)
    assert cards(house) == []
    (kept,) = of_kind(house, "later")
    assert words_of(kept).items() >= WORDS.items()


def test_they_come_one_by_one_and_again_when_they_are_asked_for_again() -> None:
    house = saved("the first", "the second")
    assert "the first" in looked_at(house)
    assert "the second" in text_of(house.choose("ari", "next"))
    assert "nothing more that you saved" in house.choose("ari", "next")[-2].text
    assert "the first" in text_of(house.choose("ari", "later"))
    house.choose("ari", "drop")
    assert [words_of(one)["text"] for one in of_kind(house, "later")] == ["the second"]


def test_a_feeling_without_words_is_told_in_words_of_the_moment() -> None:
    house = House()
    keep(house, "later", {"words": "sad"}, "before/1/sharer/later/000")
    looked_at(house)
    assert "in your own words there" in house.choose("ari", "use")[-1].text


@pytest.mark.parametrize("pick", ["look", "later"])
def test_with_nothing_saved_it_says_so(pick: str) -> None:
    house = House()
    house.ask("ari", "jar")
    said = house.choose("ari", pick)[-2].text
    assert "nothing more" in said or "no more" in said
