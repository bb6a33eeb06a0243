"""How easy a text is to read: the library's grade, of the text that a reader reads."""

import subprocess
import sys

import pytest
import textstat_rs

from bot.text import reading

GERMAN = {
    1: "ich Haus nie hier was Paar",
    2: "niemand bauen Gefühl Frage neue bitte Ruhe OK 18",
    3: "aufhören Minuten Beziehung jederzeit Qualität",
    4: "Entschuldigung Rückmeldungen",
}
TOLD = [(word, count) for count, words in GERMAN.items() for word in words.split()]
WITHOUT = """
import sys
from bot import cli, app
app.prove([])
assert "textstat_rs" not in sys.modules
"""


@pytest.mark.parametrize(("word", "count"), TOLD)
def test_a_german_word_has_its_syllables(word: str, count: int) -> None:
    assert reading.syllables(word, "de") == count


def test_an_english_word_has_those_of_the_dictionary() -> None:
    assert reading.syllables("disappointed", "en") == 4
    assert reading.syllables("quiet", "en-GB") == 2


def test_the_english_grade_is_that_of_the_library() -> None:
    """Flesch-Kincaid: 13 words in two sentences, with 15 syllables."""
    text = "The dog ran to the old house. Nobody was in it at all."
    expected = 0.39 * 13 / 2 + 11.8 * 15 / 13 - 15.59
    assert reading.grade(text, "en") == textstat_rs.flesch_kincaid_grade(text)
    assert reading.grade(text, "en-GB") == pytest.approx(expected)


def test_the_bot_runs_without_the_library() -> None:
    """It is some megabytes that only the checks need."""
    subprocess.run([sys.executable, "-c", WITHOUT], check=True, timeout=100)


def test_the_german_grade_is_the_first_wiener_sachtextformel() -> None:
    text = "Der Hund lief zum alten Haus. Niemand war da, und alles blieb ruhig. " * 3
    many, length, long, ones = 0, 13 / 2, 100 / 13, 900 / 13  # "Niemand" is the long word
    expected = 0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * ones - 0.875
    assert reading.grade(text, "de") == pytest.approx(expected)


def test_a_hard_text_has_a_higher_grade_than_an_easy_one() -> None:
    easy = reading.grade("You can stop any time, and nobody is told why you did.", "en")
    hard = reading.grade(
        "Participation may be terminated unilaterally without justification.", "en"
    )
    assert easy is not None
    assert hard is not None
    assert easy < 4
    assert hard > 15


def test_a_language_without_a_formula_has_no_grade() -> None:
    assert reading.grade("Bonjour.", "fr") is None


def test_nothing_to_read_is_no_work() -> None:
    assert reading.grade("", "en") == reading.grade("\u2026 \u2713", "en") == 0


# ── short texts ──────────────────────────────────────────────────────────────
@pytest.mark.parametrize("text", ["Disappointed", "Ready", "Something bigger", "20 minutes", "OK"])
def test_one_long_word_does_not_make_a_short_text_hard(text: str) -> None:
    grade = reading.grade(text, "en")
    assert grade is not None
    assert grade < 4


def test_many_long_words_do() -> None:
    grade = reading.grade("Immediate participation necessitates authorization.", "en")
    assert grade is not None
    assert grade > 7


def test_from_ten_english_words_on_nothing_is_filled_up() -> None:
    ten = "One two one two one two one two one today."
    assert reading.grade(ten, "en") == textstat_rs.flesch_kincaid_grade(ten)


def test_each_label_is_a_sentence_of_its_own() -> None:
    labels = ["Every morning", "A joke that I was not in on", "Off", "Somebody else did it"]
    grade = reading.grade("\n\n".join(labels), "en")
    assert grade == textstat_rs.flesch_kincaid_grade(
        "Every morning, A joke that I was not in on. Off, Somebody else did it."
    )


def test_an_address_is_not_read() -> None:
    text = "All help lines of each country are listed at {}, for free."
    assert reading.grade(text.format("findahelpline.com"), "en") == reading.grade(
        text.format("this"), "en"
    )


# ── sentences ────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("No end", 1),
        ("Not here: nor there", 1),
        ("A label\n\nAnother label", 2),
        ('Say "do it first." Then stop.', 2),
        ('It may begin like "So it felt \u2026 because \u2026".', 1),
        ("See findahelpline.com for more.", 1),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, count: int) -> None:
    assert len(reading.sentences_of(text)) == count
