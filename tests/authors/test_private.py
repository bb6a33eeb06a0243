"""A private exercise is begun by its own name, and is like any other from then on."""

from pathlib import Path

import pytest

from tests.authors.house import house_with
from tests.play import House, play


@pytest.mark.usefixtures("evening")
def test_one_for_oneself_begins_with_its_name(home: Path) -> None:
    play(
        """
        ari: evening
            → ari  how  "How was today"
        ari: [hard]
            → ari  line
        ari: It was loud.
            → ari  end-note
        """,
        house_with(home),
    )


@pytest.mark.usefixtures("one_line")
def test_one_for_two_is_proposed_by_its_name(home: Path) -> None:
    play(
        """
        ari: /one-line bo
            → bo   invite  "Ari would like"
            → ari  asked   "code"
        bo: [yes]
            → ari  begun
            → ari  line
            → bo   your-part-is-in
        ari: I like how you ask.
            → ari  look  "I like how you ask."
        ari: [send]
            → ari  your-part-is-in
        + 5s
            → bo   card-note  "I like how you ask."
            → bo   thanks
            → …
        bo: [thank-you]
            → ari  thanked-note
            → ari  end-note
            → bo   end-note
        """,
        house_with(home),
    )


@pytest.mark.usefixtures("one_line")
def test_it_can_be_handed_over_by_a_code(home: Path) -> None:
    house = house_with(home)
    house.say("ari", "/one-line")
    (asked,) = [one for one in house.seen_by("ari") if "asked" in one.names()]
    code = asked.text.rpartition(": ")[2]
    assert "invite" in house.say("bo", f"join {code}")[0].names()


def test_without_it_the_name_is_no_command() -> None:
    assert House().say("ari", "/evening")[0].text.startswith("I do not know that one")


@pytest.mark.usefixtures("evening")
def test_a_bare_name_is_an_answer_where_words_are_asked_for(home: Path) -> None:
    house = house_with(home)
    house.say("ari", "evening")
    house.choose("ari", "hard")
    assert "end-note" in house.say("ari", "evening")[-1].names()


@pytest.mark.parametrize("how", ["stop", "pause", "help", "back"])
@pytest.mark.usefixtures("evening")
def test_all_exits_work_in_it(home: Path, how: str) -> None:
    house = house_with(home)
    house.say("ari", "evening")
    assert house.say("ari", how)


@pytest.mark.usefixtures("one_line")
def test_it_is_in_what_a_person_takes_along(home: Path) -> None:
    house = house_with(home)
    house.say("ari", "/one-line bo")
    house.choose("bo", "yes")
    house.say("ari", "I like how you ask.")
    (told,) = [one for one in house.ask("ari", "export") if "Open now: " in one.text]
    assert "Open now: One line" in told.text
    assert "I like how you ask." in told.text
