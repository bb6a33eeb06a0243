"""The screenplay: a page that a therapist can read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.script.read import read
from bot.script.screenplay import screenplay
from bot.text.words import Words

EXERCISES = Path("bot/exercises")
Write = Callable[..., Path]


@pytest.fixture
def page(write: Write) -> str:
    folder = write()
    return screenplay(read(folder), Words.read([folder], shared=folder.parent / "text"), "en")


def test_it_begins_with_the_title_and_who_takes_part(page: str) -> None:
    assert page.startswith("# Tiny share\n\nOne writes, the other reads.\n")
    assert "- Takes part: the writer and the reader." in page


def test_a_question_stands_there_in_its_words_with_its_choices(page: str) -> None:
    assert (
        "- Asks the reader (*load*):\n\n"
        "  > How was it to hold that?\n\n"
        "  - Easy\n"
        "  - Heavy\n"
        "  - *Who sees the answer: nobody else.*\n"
        "  - *May be skipped.*\n"
    ) in page


def test_it_says_who_sees_an_answer(page: str) -> None:
    assert "  - 1 to 8\n  - *Who sees the answer: the writer.*\n" in page


def test_every_answer_says_where_it_leads(page: str) -> None:
    assert "- When *invite* is “Yes”: [space](#space).\n- Otherwise: silence" in page
    assert "- Then: [look](#look)." in page
    assert "- **The end.**" in page


def test_it_says_what_happens_on_silence(page: str) -> None:
    assert "- Silence: it closes by itself, and a refusal looks just like that." in page
    assert "  - Without an answer of the writer: [bye](#bye)." in page


def test_a_card_looks_as_its_reader_will_see_it(page: str) -> None:
    assert "### Card: letter\n\nBy the writer, for the reader," in page
    assert "> A letter from [who wrote it]\\\n> [text]\\\n> Mood: [mood]\n" in page


def test_it_says_what_is_handed_over_once_somebody_is_done(write: Write, toml: str) -> None:
    folder = write(toml.replace('show   = ["letter"]', 'hands = { writer = "letter" }'))
    page = screenplay(read(folder), Words.read([folder], shared=folder.parent / "text"), "en")
    assert "- Once the writer is done: The card [letter](#card-letter) goes to the reader." in page


def test_times_are_said_in_words(page: str) -> None:
    assert "an invite is open for 24 hours" in page
    assert "after 20 minutes" in page
    assert "after 7 days" in page
    assert "- Waits: live: 5 seconds." in page


@pytest.mark.parametrize("folder", sorted(EXERCISES.iterdir()), ids=lambda path: path.name)
def test_ours_name_every_step_and_miss_no_word(folder: Path) -> None:
    script, words = read(folder), Words.read([folder])
    page = screenplay(script, words, "en")
    assert all(f"\n### {step}\n" in page for step in script.steps)
    assert words.text(".missing-words", "en") not in page
    assert page == screenplay(script, Words.read([folder]), "en")
