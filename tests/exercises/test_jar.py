"""The jar and the if-then plan: filled, looked at and read again in calm times (method E14)."""

import pytest

from bot.engine.records import calm
from tests.exercises.calm import cards, fill, of_kind, text_of
from tests.play import House, play


def test_a_card_goes_in_with_its_words_and_at_most_of_size_three() -> None:
    house = play("""
        ari: /jar
            → ari  what
        ari: [add]
            → ari  text
        ari: I laughed it off, and I minded.
            → ari  size
        ari: [pinch]
            → ari  kept-note
            → ari  what
        ari: [enough]
            → ari  enough-note
        """)
    (card,) = of_kind(house, "jar")
    assert set(card.body) == {"text"}
    assert cards(house) == ["I laughed it off, and I minded."]


def test_what_is_bigger_is_not_kept_and_can_be_made_smaller() -> None:
    house = play("""
        ari: jar
            → ari  what
        ari: [add]
            → ari  text
        ari: all of last year
            → ari  size
        ari: [more]
            → ari  too-big
        ari: [again]
            → ari  text
        ari: one evening of it
            → ari  size
        ari: [more]
            → ari  too-big
        ari: [leave]
            → ari  left-note
            → ari  what
        ari: [enough]
            → ari  enough-note
        """)
    assert cards(house) == []


def test_nothing_written_is_no_card() -> None:
    house = play("""
        ari: /jar
            → ari  what
        ari: [add]
            → ari  text
        ari: skip
            → ari  what
        ari: [look]
            → ari  no-more-note
            → ari  what
        """)
    assert cards(house) == []


def test_a_full_jar_says_so_and_takes_no_more() -> None:
    house = House()
    fill(house, *(f"card {number}" for number in range(calm.FULL)))
    house.ask("ari", "jar")
    seen = house.choose("ari", "add")
    assert "full" in seen[-2].text
    assert seen[-1].step == "what/what"


def test_the_cards_are_looked_at_one_by_one_each_once() -> None:
    house = House()
    fill(house, "the first", "the second", "the third")
    play(
        """
        ari: /jar
            → ari  what
        ari: [look]
            → ari  card  "the first"
        ari: [keep]
            → ari  card  "the second"
        ari: [drop]
            → ari  dropped-note
            → ari  card  "the third"
        ari: [change]
            → ari  new-text
        ari: the third, put better
            → ari  no-more-note
            → ari  what
        """,
        house,
    )
    assert sorted(cards(house)) == ["the first", "the third, put better"]


def test_changing_nothing_leaves_a_card_as_it_was_and_so_does_leaving() -> None:
    house = House()
    fill(house, "the first", "the second")
    play(
        """
        ari: /jar
            → ari  what
        ari: [look]
            → ari  card  "the first"
        ari: [change]
            → ari  new-text
        ari: skip
            → ari  card  "the second"
        ari: [back-out]
            → ari  what
        ari: [look]
            → ari  no-more-note
            → ari  what
        ari: stop
            → ari  stopped-alone
        """,
        house,
    )
    assert cards(house) == ["the first", "the second"]


def test_asking_back_shows_the_same_card_again() -> None:
    house = House()
    fill(house, "the first", "the second")
    house.ask("ari", "jar")
    for shown in (house.choose("ari", "look"), house.ask("ari", "back"), house.ask("ari", "jar")):
        assert "the first" in text_of(shown)


# ── the plan ─────────────────────────────────────────────────────────────────
def test_a_plan_is_put_together_typed_once_and_kept_as_one_sentence() -> None:
    house = play("""
        ari: /jar
            → ari  what
        ari: [plan]
            → ari  sign
        ari: [quiet]
            → ari  act
        ari: step outside for a minute
            → ari  rehearse  "If I notice that I go quiet, then I will step outside for a minute."
        ari: quiet means: out for a minute
            → ari  planned-note
            → ari  what
        ari: [plan]
            → ari  plan-now  "If I notice that I go quiet, then I will step outside for a minute."
        ari: [keep]
            → ari  what
        """)
    (plan,) = of_kind(house, "plan")
    assert set(plan.body) == {"sign", "act", "shown"}
    assert "rehearse" not in house.session.answers["self"]


def test_there_is_one_plan_or_none() -> None:
    house = play("""
        ari: /jar
            → ari  what
        ari: [plan]
            → ari  sign
        ari: [loud]
            → ari  act
        ari: [say-pause]
            → ari  rehearse
        ari: skip
            → ari  planned-note
            → ari  what
        ari: [plan]
            → ari  plan-now  "that my voice gets loud, then I will say my pause word"
        ari: [change]
            → ari  sign
        ari: my hands shake
            → ari  act
        ari: [say-small]
            → ari  rehearse
        ari: [said-it]
            → ari  planned-note
            → ari  what
        ari: [plan]
            → ari  plan-now  "my hands shake, then I will say: small one"
        """)
    assert len(of_kind(house, "plan")) == 1
    play(
        """
        ari: [drop]
            → ari  plan-gone-note
            → ari  what
        ari: [plan]
            → ari  sign
        """,
        house,
    )
    assert of_kind(house, "plan") == []


def test_in_short_mode_all_of_it_can_be_done_with_two_buttons_and_no_typing() -> None:
    house = House()
    fill(house, "the first")
    house.ask("ari", "small")
    seen = house.ask("ari", "jar")
    for pick in ("look", "keep", "enough"):
        assert len(seen[-1].choices) == 2
        seen = house.choose("ari", pick)
    house.ask("ari", "jar")
    house.say("ari", "plan")  # what is not shown can be typed
    for pick in ("quiet", "say-pause", "said-it"):
        seen = house.choose("ari", pick)
    assert of_kind(house, "plan")


# ── as a note ────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("with_plan", [True, False])
def test_read_again_are_the_plan_and_one_card(with_plan: bool) -> None:  # noqa: FBT001 - pytest's
    house = House()
    fill(house, "the first", "the second", plan=with_plan)
    house.ask("ari", "prompts")
    for pick in ("jar", "sundays", "keep", "enough"):
        house.choose("ari", pick)
    house.wait("6d 4h")
    (note,) = [one for one in house.open_for("ari") if one.choices]
    assert "first" not in note.text
    (seen,) = [one for one in house.choose("ari", "open") if one.kind == "question"]
    assert ("If I notice" in seen.text) == with_plan
    assert "the first" in seen.text
    assert "the second" not in seen.text
    assert "Okay." in house.choose("ari", "fine")[-1].text


def test_the_next_week_it_is_the_next_card() -> None:
    house = House()
    fill(house, "the first", "the second")
    house.ask("ari", "prompts")
    for pick in ("jar", "sundays", "keep", "enough"):
        house.choose("ari", pick)
    shown = []
    for days in ("6d 4h", "7d", "7d"):
        house.wait(days)
        shown.append(text_of(house.choose("ari", "open")))
        house.choose("ari", "fine")
    assert ["the first" in one for one in shown] == [True, False, True]


def test_with_nothing_to_read_it_begins_like_the_command() -> None:
    house = House()
    house.ask("ari", "prompts")
    for pick in ("jar", "sundays", "keep", "enough"):
        house.choose("ari", pick)
    house.wait("6d 4h")
    assert house.choose("ari", "open")[-1].step == "what/what"


# ── what was done stays done ─────────────────────────────────────────────────
def test_a_card_that_is_in_the_jar_is_not_said_to_be_taken_out_again() -> None:
    house = play("""
        ari: /jar
            → ari  what
        ari: [add]
            → ari  text
        ari: I minded.
            → ari  size
        ari: undo
            → ari  text
        ari: I minded a bit.
            → ari  size
        ari: [shrug]
            → ari  kept-note
            → ari  what
        ari: undo
            → ari  nothing-to-undo
        """)
    assert cards(house) == ["I minded a bit."]


@pytest.mark.parametrize("picks", [("back-out",), ("quiet", "back-out")])
def test_a_plan_that_is_begun_and_left_is_none(picks: tuple[str, ...]) -> None:
    house = House()
    house.ask("ari", "jar")
    for pick in ("plan", *picks):
        seen = house.choose("ari", pick)
    assert "Nothing was changed." in seen[-2].text
    assert of_kind(house, "plan") == []
