"""Notes on an answer: what is in it, in whatever words, and nothing that is not."""

import pytest

from bot.care import replying

SAID = "I cooked, and everyone ordered in."


@pytest.mark.parametrize(
    "answer",
    ["That hurts.", "You sound lonely", "it must have been so DISAPPOINTING", "you felt left-out"],
)
def test_a_feeling_is_heard_in_any_form(answer: str) -> None:
    assert replying.notes(SAID, answer, "en").feeling


@pytest.mark.parametrize(
    "answer",
    ["Feel free to call me.", "Don't be sad.", "I'm afraid I forgot.", "The shop is close.", ""],
)
def test_what_only_looks_like_a_feeling_is_none(answer: str) -> None:
    assert not replying.notes(SAID, answer, "en").feeling


@pytest.mark.parametrize(
    ("answer", "theirs"),
    [
        ("So you cooked for us.", True),
        ("All that cooking!", True),
        ("You made food, and we ordered something else.", True),
        ("And everyone?", False),
        ("I was in it.", False),
        ("That is sad.", False),
    ],
)
def test_a_word_of_theirs_counts_in_any_form_and_small_words_do_not(
    answer: str, *, theirs: bool
) -> None:
    assert replying.notes(SAID, answer, "en").words is theirs


@pytest.mark.parametrize("answer", ["How was that?", "Tell me more about it.", "I wonder how"])
def test_asking_is_a_question_mark_or_a_wish_to_hear_more(answer: str) -> None:
    assert replying.notes(SAID, answer, "en").asks


def test_nothing_asks_that_only_tells() -> None:
    assert not replying.notes(SAID, "You cooked. That was kind.", "en").asks


@pytest.mark.parametrize(
    "answer",
    ["So what?", "so what?!", "What is wrong with you?", "And? Who cares??", "You cooked. So?"],
)
def test_what_only_looks_like_a_question_asks_nothing(answer: str) -> None:
    assert not replying.notes(SAID, answer, "en").asks


@pytest.mark.parametrize("answer", ["So what was it like?", "So what? I mean, how are you?"])
def test_a_question_beside_it_is_one(answer: str) -> None:
    assert replying.notes(SAID, answer, "en").asks


@pytest.mark.parametrize(
    "answer", ["You have to tell me more!", "You must feel so alone.", "You must have been sad."]
)
def test_wanting_to_hear_more_and_a_guess_are_no_advice(answer: str) -> None:
    assert "should" not in replying.notes(SAID, answer, "en").marks
    assert "should" in replying.notes(SAID, f"{answer} You have to rest.", "en").marks


def test_the_soft_checker_is_the_one_that_reads_along_in_a_real_answer() -> None:
    found = replying.notes(SAID, "At least they ate, but you should calm down.", "en")
    assert found.marks == ("at-least", "should", "calm-down", "but")


def test_good_news_is_read_with_the_list_for_good_news() -> None:
    found = replying.notes("I got in!", "Careful, mine was harder.", "en", good_news=True)
    assert found.marks == ("careful", "happened-to-me")


def test_in_a_language_without_a_list_only_a_question_mark_is_seen() -> None:
    found = replying.notes("Ich habe gekocht.", "Du hast gekocht. Wie war das?", "de")
    assert found == replying.Notes(feeling=False, words=False, asks=True, marks=())
    assert not replying.reads("de")
    assert replying.reads("en-GB")


def test_a_long_answer_takes_no_long_time() -> None:
    assert replying.notes(SAID, "You cooked and it hurt. " * 2000, "en").feeling
