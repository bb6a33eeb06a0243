"""How easy a text is to read: syllables that are known, and the grades that follow from them."""

import pytest

from bot.text import reading, syllables

ENGLISH = {  # as a pronouncing dictionary has them
    1: "a I me you the what stopped typed words chats trust breath things through thought heard "
    "asked moved liked make made safe wrote eyes where there some care your whole friend",
    2: "okay maybe quiet doing going trying being saying something someone sometimes homesick "
    "answer message ready people little table settle handled needed wanted safely careful "
    "movement didn't doesn't isn't wouldn\u2019t pauses notice person yourself lonely hopeless "
    "breathing every evening themselves create quickly social special science guilty",
    3: "nobody somebody everything together another already exercise deleted delivered messages "
    "furious curious video idea happier easier whoever connection beginning envious",
    4: "everybody emergency disappointed society experience community relationship",
    5: "opportunity possibility university",
}
GERMAN = {
    1: "ich Haus nie hier was Paar",
    2: "niemand bauen Gefühl Frage neue bitte Ruhe",
    3: "aufhören Minuten Beziehung jederzeit Qualität",
    4: "Entschuldigung Rückmeldungen",
}


def told_apart(table: dict[int, str]) -> list[tuple[str, int]]:
    return [(word, count) for count, words in table.items() for word in words.split()]


@pytest.mark.parametrize(("word", "count"), told_apart(ENGLISH))
def test_an_english_word_has_its_syllables(word: str, count: int) -> None:
    assert syllables.of(word, "en") == count


@pytest.mark.parametrize(("word", "count"), told_apart(GERMAN))
def test_a_german_word_has_its_syllables(word: str, count: int) -> None:
    assert syllables.of(word, "de") == count


@pytest.mark.parametrize(
    ("word", "count"),
    [("OK", 2), ("18", 2), ("21:30-8:30", 7), ("\u2713", 0), ("findahelpline.com", 1), ("X", 1)],
)
def test_what_is_no_ordinary_word_is_counted_too(word: str, count: int) -> None:
    assert syllables.of(word, "en") == count


def test_the_english_grade_is_flesch_kincaid() -> None:
    text = "The dog ran to the old house. Nobody was in it at all."  # 13 words, 15 syllables
    expected = 0.39 * 13 / 2 + 11.8 * 15 / 13 - 15.59
    assert reading.grade(text, "en") == pytest.approx(expected)
    assert reading.grade(text, "en-GB") == pytest.approx(expected)


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
    ten = "One two one two one two one two one today."  # 11 syllables
    assert reading.grade(ten, "en") == pytest.approx(0.39 * 10 + 11.8 * 1.1 - 15.59)


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
