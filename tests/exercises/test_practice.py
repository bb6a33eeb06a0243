"""Listening practice, alone: a moment, an own answer, two others; nothing written stays (E9)."""

import json
from datetime import timedelta

import pytest

from bot.care.moments import MOMENTS
from bot.model.person import Record
from tests.exercises.calm import keep, of_kind
from tests.play import House, play
from tests.seen import Seen

CANARY = "the kettle sang at noon"


def shown(seen: list[Seen]) -> str:
    """The name of the moment that was put before Ari."""
    said = next(one.text for one in reversed(seen) if one.step == "feeling/feeling")
    texts = {name: said_in(f"moment-{name}") for name in MOMENTS}
    return next(name for name, text in texts.items() if f"“{text}”" in said)


def said_in(name: str) -> str:
    return House().router.words.text(f"practice.{name}", "en")


def through(house: House, feeling: str = "skip") -> list[Seen]:
    """One moment with this feeling, and nothing written."""
    house.choose("ari", feeling)
    house.say("ari", "skip", "skip")
    return house.choose("ari", "first")


def test_one_moment_from_what_is_said_to_what_the_two_answers_do() -> None:
    house = House()
    keep(house, "practice", {"moment": "not-asked"}, "before/1/self/practice/1", days=9)
    for number, name in enumerate(sorted(MOMENTS.keys() - {"not-asked"})):
        keep(house, "practice", {"moment": name}, f"before/1/self/practice/x{number}", days=2)
    play(
        """
        ari: practice
            → ari  feeling  "A friend says: “Everyone was asked. I was not.”"
        ari: [left-out]
            → ari  say-back  "Many would hear that, too."
        ari: Everyone was asked, and you felt left out.
            → ari  care
        ari: At least it is over, but how are you?
            → ari  note  "It names a feeling."
            → ari  compare  "The first: “Everyone was asked, and you were left out. That hurts.”"
        ari: [both]
            → ari  note  "The first one: it says back"
            → ari  again
        ari: [enough]
            → ari  enough-note
        """,
        house,
    )
    (notes,) = [one for one in house.seen_by("ari") if "practice.reply-feeling" in one.words]
    assert notes.words == (
        "practice.reply-feeling",
        "practice.reply-words",
        "practice.reply-asks",
        ".mark-at-least",
        ".mark-but",
    )


def test_one_thing_to_try_is_said_where_something_is_not_there_and_never_two() -> None:
    house = House()
    house.ask("ari", "practice")
    house.say("ari", "skip", "Hm, okay.")
    seen = house.say("ari", "skip")
    assert [one.words for one in seen if one.kind == "note"] == [("practice.try-feeling",)]


@pytest.mark.parametrize(
    ("back", "care"),
    [
        ("You are a stupid cow.", "What is wrong with you?"),
        ("skip", "I will post your photos if you talk. How are you?"),
    ],
)
def test_of_hurtful_words_it_is_said_that_they_may_land_hard_and_nothing_else(
    back: str, care: str
) -> None:
    house = House()
    house.ask("ari", "practice")
    house.say("ari", "skip", back)
    seen = house.say("ari", care)
    assert [one.words for one in seen if one.kind == "note"] == [("practice.reply-hard",)]


@pytest.mark.parametrize("name", sorted(MOMENTS))
def test_in_short_mode_one_of_the_two_words_fits_and_one_does_not(name: str) -> None:
    one = MOMENTS[name]
    few = one.few()
    assert len({*few} & {*one.feels}) == len({*few} & {*one.beside}) == 1
    assert list(few) == sorted(few), "the order gives nothing away"


def test_in_short_mode_those_two_words_are_the_ones_that_are_shown() -> None:
    house = House()
    house.ask("ari", "small")
    seen = house.ask("ari", "practice")
    assert tuple(pick for pick, _ in seen[-1].choices)[:2] == MOMENTS[shown(seen)].few()


def test_a_word_of_the_palette_that_fits_may_be_typed() -> None:
    house = House()
    seen = house.ask("ari", "practice")
    word = MOMENTS[shown(seen)].feels[-1]
    label = House().router.words.text(f".feeling-{word}", "en")
    assert "Many would hear that, too." in house.say("ari", f"{label.title()}.")[-1].text


def test_after_the_third_moment_no_other_one_is_offered() -> None:
    house = House()
    names = [shown(house.ask("ari", "practice"))]
    for _ in range(2):
        through(house)
        names.append(shown(house.choose("ari", "another")))
    assert "Three at a time is plenty." in through(house)[-1].text
    assert len(set(names)) == 3
    assert not house.sessions


def test_what_was_looked_at_is_not_asked_again_without_its_two_answers() -> None:
    house = House()
    house.ask("ari", "practice")
    through(house)
    assert "nothing to take back" in house.say("ari", "undo")[-1].text


def test_without_an_answer_there_is_nothing_to_say_about_it() -> None:
    house = House()
    house.ask("ari", "practice")
    house.say("ari", "skip", "skip")
    seen = house.say("ari", "skip")
    assert [one.step for one in seen if one.kind != "edit"] == ["compare/compare"]


def test_a_word_that_few_would_pick_is_met_with_those_that_many_would() -> None:
    house = House()
    name = shown(house.ask("ari", "practice"))
    seen = house.choose("ari", MOMENTS[name].beside[0])
    assert "It may be that. Many would hear this:" in seen[-1].text
    for feeling in MOMENTS[name].feels:
        assert house.router.words.text(f".feeling-{feeling}", "en") in seen[-1].text


def test_an_own_word_is_as_good_as_any() -> None:
    house = House()
    house.ask("ari", "practice")
    seen = house.say("ari", "like wet sand")
    assert seen[-1].step == "reply/say-back"
    house.say("ari", "skip", "skip")
    house.choose("ari", "neither")
    (one,) = of_kind(house, "practice")
    assert set(one.body) == {"moment"}


def test_nothing_of_what_was_written_is_kept_or_put_into_any_record() -> None:
    house = House()
    house.ask("ari", "practice")
    house.say("ari", f"as if {CANARY}", CANARY, CANARY)
    assert CANARY not in str([_opened(one) for one in house.kept.values()])
    answers = [*house.session.answers["self"]]
    assert not {"say-back", "care"} & {*answers}
    house.choose("ari", "first")
    assert CANARY not in str([_opened(one) for one in house.kept.values()])
    assert "feeling" not in house.session.answers["self"]


def _opened(record: Record) -> dict[str, str]:
    return {name: given.open_for("test") for name, given in record.body.items()}


@pytest.mark.parametrize(("days", "comes_back"), [(2, False), (3, True)])
def test_a_feeling_that_was_missed_comes_back_in_three_days(days: int, *, comes_back: bool) -> None:
    house = House()
    name = shown(house.ask("ari", "practice"))
    through(house, MOMENTS[name].beside[0])
    house.choose("ari", "enough")
    (record,) = of_kind(house, "practice")
    lost = MOMENTS[name].feels[0]
    assert _opened(record) == {"moment": name, "missed": lost}
    house.wait(timedelta(days=days))
    again = shown(house.ask("ari", "practice"))
    assert (MOMENTS[again].feels[0] == lost) <= comes_back <= (lost in MOMENTS[again].feels)
    if comes_back:
        through(house, lost if lost in MOMENTS[again].offered() else "skip")
        assert all("missed" not in one.body for one in of_kind(house, "practice"))


def test_nothing_comes_by_itself_that_was_not_planned() -> None:
    house = House()
    name = shown(house.ask("ari", "practice"))
    through(house, MOMENTS[name].beside[0])
    house.choose("ari", "enough")
    assert house.until_nothing(timedelta(days=60)) == []


def test_a_note_for_it_can_be_planned_like_any_other() -> None:
    play("""
        ari: prompts
            → ari  kind
        ari: [practice]
            → ari  when
        ari: every evening at 8
            → ari  sure
        ari: [keep]
            → ari  kept-note
            → ari  kind
        ari: [enough]
            → ari  enough-note
        + 6h
            → ari  note
        ari: [open]
            → ari  feeling
        """)


def test_whoever_keeps_no_numbers_keeps_nothing_of_it() -> None:
    house = House()
    house.change("ari", numbers="none")
    house.ask("ari", "practice")
    through(house)
    assert of_kind(house, "practice") == []
    first = shown(house.choose("ari", "another"))
    assert first in MOMENTS


def test_after_ninety_days_it_is_gone() -> None:
    house = House()
    house.ask("ari", "practice")
    through(house)
    house.choose("ari", "enough")
    house.wait("89d")
    assert len(of_kind(house, "practice")) == 1
    house.wait("2d")
    assert of_kind(house, "practice") == []


def test_an_export_says_it_in_words() -> None:
    house = House()
    name = shown(house.ask("ari", "practice"))
    through(house, MOMENTS[name].beside[0])
    house.choose("ari", "enough")
    seen = house.ask("ari", "export")
    text = "\n".join(one.text for one in seen)
    assert f"a moment you practised with (-): {said_in(f'moment-{name}')}" in text
    data = json.loads(next(one.text for one in seen if one.kind == "file"))
    assert data["notes"][0]["words"]["moment"] == [name]


def test_in_short_mode_there_are_two_answers_at_most_beside_skip() -> None:
    house = House()
    house.ask("ari", "small")
    house.ask("ari", "practice")
    while house.sessions:
        offered = house.open_for("ari")[-1].choices
        assert len([id_ for id_, _ in offered if id_ != "skip"]) <= 2
        house.choose("ari", offered[-1 if offered[0][0] == "another" else 0][0])


def test_words_that_may_mean_danger_are_met_here_as_everywhere() -> None:
    house = House()
    house.ask("ari", "practice")
    house.say("ari", "skip")
    seen = house.say("ari", "I want to kill myself")
    assert seen[-1].step == "check/check"
