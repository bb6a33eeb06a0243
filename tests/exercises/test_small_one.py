"""One small thing: a question at a chosen time, with no as good an answer as yes (method C19)."""

import pytest

from tests.exercises.calm import cards, fill, of_kind, text_of
from tests.play import House, act, play


def asked() -> House:
    """Ari wanted to be asked every evening at 8, and has been."""
    house = House()
    house.ask("ari", "prompts")
    for pick in ("small-one", "evenings", "keep", "enough"):
        house.choose("ari", pick)
    house.wait("6h")
    return house


def test_no_is_fine_and_the_end() -> None:
    house = asked()
    play(
        """
        ari: [open]
            → ari  today  "Any small one today?"
        ari: [no]
            → ari  no-note
        """,
        house,
    )
    assert not house.sessions


def test_own_words_go_into_the_jar() -> None:
    house = asked()
    play(
        """
        ari: [open]
            → ari  today
        ari: [yes]
            → ari  starter
        ari: You forgot the bread, and I minded.
            → ari  where-to
        ari: [jar]
            → ari  size
        ari: [pinch]
            → ari  kept-note
        """,
        house,
    )
    assert cards(house) == ["You forgot the bread, and I minded."]


def test_a_starter_becomes_a_card_that_reads_as_it_was_picked() -> None:
    house = asked()
    for pick in ("open", "yes", "stung", "jar", "shrug"):
        house.choose("ari", pick)
    (card,) = of_kind(house, "jar")
    assert set(card.body) == {"starter"}
    house.wait("1m")
    assert "“A message today that stung a bit”" in text_of(house.ask("ari", "now"))
    assert "own words there" in house.choose("ari", "send")[-1].text


def test_to_somebody_own_words_stand_ready_and_a_starter_is_put_in_own_words() -> None:
    house = asked()
    for line in ("[open]", "[yes]", "You forgot the bread.", "[share]"):
        act(house, f"ari: {line}")
    carried = house.person("ari").carried
    assert carried is not None
    assert carried.open_for("test") == "You forgot the bread."
    house = asked()
    for line in ("[open]", "[yes]", "[fine]", "[share]"):
        act(house, f"ari: {line}")
    assert house.person("ari").carried is None


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        (("[yes]", "skip"), "no-note"),
        (("[yes]", "a word", "[leave]"), "left-note"),
        (("[yes]", "a word", "[jar]", "[more]"), "too-big-note"),
    ],
)
def test_what_was_not_put_anywhere_is_not_kept(lines: tuple[str, ...], last: str) -> None:
    house = asked()
    house.choose("ari", "open")
    for line in lines:
        seen = act(house, f"ari: {line}")
    assert last in seen[-1].names()
    assert cards(house) == []
    assert house.person("ari").carried is None


def test_a_full_jar_says_so() -> None:
    house = asked()
    fill(house, *(f"card {number}" for number in range(60)))
    for line in ("[open]", "[yes]", "a word", "[jar]"):
        seen = act(house, f"ari: {line}")
    assert "full-note" in seen[-1].names()


def test_in_short_mode_three_taps_are_enough() -> None:
    house = asked()
    house.change("ari", small=True)
    for pick in ("open", "yes", "stung"):
        assert len(house.open_for("ari")[-1].choices) == 2
        house.choose("ari", pick)
    house.choose("ari", "jar")
    house.choose("ari", "pinch")
    assert of_kind(house, "jar")
