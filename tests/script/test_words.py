"""Words: a message as its reader will see it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from bot.model.message import Arg, Choice, Line, Message, Picked, Word
from bot.model.person import Account, Person, PersonId
from bot.model.private import Private
from bot.text.words import Words, clock

ANA = Person(
    id=PersonId("ana"), account=Account(platform="local", native="ana"), zone="America/Chicago"
)
BO = Person(id=PersonId("bo"), account=Account(platform="local", native="bo"), zone="Europe/Berlin")
EVENING = datetime(2026, 1, 2, 2, 40, tzinfo=UTC)

SHARED = """
lead = There is a new note.
missing-words = The words are missing.
skip = Skip
choice-yes = Yes
feeling-left-out = left out
family-dark = Dark or numb
pausing-until = Back at { $until }.
-bot = Handrail
"""
EXERCISE = """
title = Small share
text = What happened, { $other }?
    .small = What?
    .here = I am here.
reword-text = Say it anew.
size = Up to { $space ->
        [one] one step
       *[other] { $space } steps
    }.
band = How was it?
    .good = Really good
greeting = I am { -bot }.
card-note = From { $by }
card-note-text = { $text }
card-note-words = Feeling: { $words }
only-english = Only here.
band-matrix = How was it, there?
"""
GERMAN = """
text = Was war, { $other }?
    .here = Ich bin da.
band = Wie war es?
"""


@pytest.fixture
def words(tmp_path: Path) -> Words:
    (tmp_path / "text").mkdir()
    (tmp_path / "share").mkdir()
    (tmp_path / "text" / "en.ftl").write_text(SHARED, encoding="utf-8")
    (tmp_path / "share" / "en.ftl").write_text(EXERCISE, encoding="utf-8")
    (tmp_path / "share" / "de.ftl").write_text(GERMAN, encoding="utf-8")
    renamed = {"share": {"told": "text", "again": "reword"}}
    return Words.read([tmp_path / "share"], renamed, shared=tmp_path / "text")


def message(*lines: Line, **more: object) -> Message:
    made: dict[str, Any] = {"key": "k", "kind": "note", "to": ANA.id, "lines": lines} | more
    return Message(**made)


def line(name: str, /, **args: Arg) -> Line:
    return Line(words=name, args=args)


def question(step: str = "text/text", *choices: str, field: str = "text") -> Message:
    return message(
        line(f"share.{field}", other=Private("Bo")),
        kind="question",
        step=step,
        choices=tuple(Choice(id=choice) for choice in choices),
    )


def german(person: Person) -> Person:
    return Person(id=person.id, account=person.account, locale="de-AT")


def low(person: Person) -> Person:
    return Person(id=person.id, account=person.account, small=True)


# ── text ─────────────────────────────────────────────────────────────────────
def test_bubbles_are_parted_by_a_blank_line(words: Words) -> None:
    shown = words.render(message(line("share.title"), line("share.greeting")), ANA)
    assert shown.text == "Small share\n\nI am Handrail."


def test_lines_of_a_card_are_parted_by_a_line_break(words: Words) -> None:
    card = (line("share.card-note", by=Private("Ana")), line("share.card-note-text", text="hi"))
    assert words.render(message(*card, kind="card"), ANA).text == "From Ana\nhi"


def test_a_preview_is_a_question_with_a_card_below_it(words: Words) -> None:
    card = (line("share.card-note", by=Private("Ana")), line("share.card-note-text", text="hi"))
    shown = words.render(message(line("share.band"), *card, line(".skip"), kind="question"), ANA)
    assert shown.text == "How was it?\n\nFrom Ana\nhi\n\nSkip"


def test_what_nobody_asked_for_begins_with_the_discreet_line(words: Words) -> None:
    shown = words.render(message(line("share.title"), lead=True), ANA)
    assert shown.text == "There is a new note.\n\nSmall share"


def test_the_preview_is_what_a_lock_screen_shows(words: Words) -> None:
    long = message(line("share.card-note-text", text=Private("x" * 300)))
    assert words.render(long, ANA).preview == "x" * 120


def test_a_message_without_lines_has_no_text(words: Words) -> None:
    shown = words.render(message(kind="close", place="room:1", people=(ANA.id,)), ANA, [ANA, BO])
    assert (shown.text, shown.people) == ("", (ANA.account, BO.account))


def test_a_question_may_be_put_differently_in_another_step(words: Words) -> None:
    assert words.render(question("text/text"), ANA).text == "What happened, Bo?"
    assert words.render(question("reword/text"), ANA).text == "Say it anew."
    assert words.render(question("shrink/text"), ANA).text == "What happened, Bo?"


def test_low_capacity_mode_gets_the_short_form(words: Words) -> None:
    assert words.render(question(), low(ANA)).text == "What?"
    assert words.render(question(field="band"), low(ANA)).text == "How was it?"


# ── languages ────────────────────────────────────────────────────────────────
def test_everybody_reads_their_own_language(words: Words) -> None:
    shown = words.render(question("text/text", "here"), german(BO))
    assert shown.text == "Was war, Bo?"
    assert [choice.label for choice in shown.choices] == ["Ich bin da."]


def test_a_platform_may_have_words_of_its_own(words: Words) -> None:
    away = structs.replace(ANA, account=Account(platform="matrix", native="ana"))
    asked = message(line("share.band"))
    assert words.render(asked, ANA).text == "How was it?"
    assert words.render(asked, away).text == "How was it, there?"


def test_what_a_language_lacks_is_said_in_english(words: Words) -> None:
    assert words.render(message(line("share.only-english")), german(BO)).text == "Only here."
    (choice,) = words.render(question("band/band", "good", field="band"), german(BO)).choices
    assert choice.label == "Really good"


def test_missing_words_never_stop_a_message(words: Words) -> None:
    shown = words.render(message(line("share.nothing"), line("nowhere.at-all")), german(BO))
    assert shown.text == "The words are missing.\n\nThe words are missing."


def test_nothing_at_all_is_an_empty_text(tmp_path: Path) -> None:
    assert Words.read(shared=tmp_path).render(message(line(".help")), ANA).text == ""


def test_english_standing_in_is_not_having(words: Words) -> None:
    assert words.has("share.only-english", "en")
    assert not words.has("share.only-english", "de")
    assert words.has("share.text", "de", "here")
    assert not words.has("share.text", "de", "small")
    assert not words.has("share.skip", "en")
    assert words.locales("share") == ("de", "en")
    assert words.locales() == ("en",)


def test_an_old_name_finds_todays_words(words: Words) -> None:
    assert (
        words.render(question("told/told", "here", field="told"), ANA).text == "What happened, Bo?"
    )
    assert words.render(question("again/text"), ANA).text == "Say it anew."


# ── what goes into a sentence ────────────────────────────────────────────────
@pytest.mark.parametrize(
    "text",
    [
        "plain",
        'with "quotes" and { $other } and { text }',
        "two\nlines",
        "\u202b\u05e2\u05d1\u05e8\u05d9\u05ea\u202c and \u0627\u0644",
        "a {braced} thing",
        "-bot = no term",
        "12",
        "x" * 1500,
        "👩‍👩‍👧 é e\u0301",
    ],
)
def test_what_a_person_wrote_comes_out_exactly(words: Words, text: str) -> None:
    shown = words.render(message(line("share.card-note-text", text=Private(text))), ANA)
    assert shown.text == text


def picked(*ids: str, of: str = "share.text") -> Picked:
    return Picked(ids=Private.of(ids), of=of)


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        (("here",), "I am here."),
        (("left-out", "dark", "yes"), "left out, Dark or numb, Yes"),
        (("7",), "7"),
        (("my own words",), "my own words"),
        (("here", "an odd one"), "I am here., an odd one"),
    ],
)
def test_choices_are_said_by_their_names(words: Words, ids: tuple[str, ...], said: str) -> None:
    shown = words.render(message(line("share.card-note-words", words=picked(*ids))), ANA)
    assert shown.text == f"Feeling: {said}"


def test_another_message_may_be_part_of_a_sentence(words: Words) -> None:
    shown = words.render(message(line("share.card-note", by=Word(words="share.title"))), ANA)
    assert shown.text == "From Small share"


@pytest.mark.parametrize(("number", "said"), [(1, "one step"), (4, "4 steps")])
def test_numbers_choose_their_variant(words: Words, number: int, said: str) -> None:
    assert words.render(message(line("share.size", space=number)), ANA).text == f"Up to {said}."


def test_a_time_is_said_in_the_readers_zone(words: Words) -> None:
    note = message(line(".pausing-until", until=EVENING))
    assert words.render(note, ANA, [ANA, BO]).text == "Back at 20:40."
    assert words.render(note, BO, [ANA, BO]).text == "Back at 03:40."


def test_in_a_shared_place_a_time_is_said_for_everybody(words: Words) -> None:
    note = message(line(".pausing-until", until=EVENING), place="room:1")
    shown = words.render(note, ANA, [ANA, BO])
    assert shown.text == "Back at 20:40 Chicago / 03:40 Berlin."


def test_the_same_clock_is_said_once() -> None:
    paris = Person(id=PersonId("cy"), account=BO.account, zone="Europe/Paris")
    assert clock(EVENING, BO, [BO, paris]) == "03:40"


def test_an_unknown_zone_is_read_as_utc() -> None:
    lost = Person(id=PersonId("di"), account=BO.account, zone="Nowhere/Here")
    assert clock(EVENING, lost) == "02:40"


# ── choices ──────────────────────────────────────────────────────────────────
def test_a_choice_is_named_by_its_question_then_by_its_field_then_by_the_shared_words(
    words: Words,
) -> None:
    shown = words.render(question("reword/text", "here", "yes", "3"), ANA)
    assert [choice.label for choice in shown.choices] == ["I am here.", "Yes", "3"]


def test_a_choice_may_name_its_words_or_bring_its_label(words: Words) -> None:
    choices = (
        Choice(id="skip", words=".skip"),
        Choice(id="phrase-1", label=Private("at least it is over")),
    )
    shown = words.render(message(line("share.text"), kind="question", choices=choices), ANA)
    assert [choice.label for choice in shown.choices] == ["Skip", "at least it is over"]


def test_labels_are_found_for_what_is_typed(words: Words) -> None:
    assert words.labels("en", "share", "reword", "text", ["here", "yes", "2"]) == {
        "here": "I am here.",
        "yes": "Yes",
        "2": "2",
    }


def test_a_shown_message_refuses_to_print_its_words(words: Words) -> None:
    assert "happened" not in repr(words.render(question(), ANA))
