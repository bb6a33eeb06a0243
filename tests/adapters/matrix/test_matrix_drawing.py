"""How messages look on Matrix."""

import json
from typing import Any

from adapters.matrix import drawing
from bot.model.message import Kind, Shown, ShownChoice
from bot.model.person import Account
from bot.text.words import Words

WORDS = Words.read()
ARI = Account(platform="matrix", native="ari:hs.test")


def word(words: str) -> str:
    return WORDS.text(words, "en")


def shown(text: str, *labels: str, kind: Kind = "question", **more: Any) -> Shown:  # noqa: ANN401 - fields of `Shown`
    choices = tuple(ShownChoice(id=one.lower().replace(" ", "-"), label=one) for one in labels)
    facts: dict[str, Any] = {"id": "one.m.1", "to": ARI, "place": "dm", "session": "one"}
    facts |= {"step": ""} | more
    return Shown(kind=kind, text=text, preview="", choices=choices, **facts)


def drawn(message: Shown, **how: bool) -> drawing.Json:
    (only,) = drawing.contents(message, word, **how)
    return only


def body(message: Shown, **how: bool) -> str:
    found: str = drawn(message, **how)["body"]
    return found


def test_choices_are_numbered_below_the_question() -> None:
    assert body(shown("How are you?", "Calm", "A bit stirred")) == (
        "How are you?\n\n1. Calm\n2. A bit stirred"
    )


def test_the_same_stands_in_simple_html() -> None:
    found = drawn(shown("One <b>.\n\nTwo &\nthree.", "Fish & chips"))
    assert found["format"] == "org.matrix.custom.html"
    assert found["formatted_body"] == (
        "<p>One &lt;b&gt;.</p><p>Two &amp;<br/>three.</p><ol><li>Fish &amp; chips</li></ol>"
    )


def test_how_to_answer_is_said_as_long_as_it_is_new() -> None:
    question = shown("How are you?", "Calm")
    assert body(question, how=True).endswith("To answer, type the number or the words.")
    assert "type" not in body(question)


def test_that_there_may_be_several_is_said_with_an_example() -> None:
    assert body(shown("Which?", "Sad", "Hurt", most=3)).endswith("such as: 1, 3.")


def test_own_words_are_offered_beside_ready_ones() -> None:
    assert body(shown("Which?", "Sad", writes=True)).endswith("Your own words are fine, too.")
    assert body(shown("Where?", "Skip", writes=True)) == "Where?\n\nOr type: Skip"


def test_where_a_number_would_be_an_answer_nothing_is_numbered() -> None:
    assert body(shown("How much space?", "1", "2", "Skip", numbered=False)) == (
        "How much space?\n\n1 · 2 · Skip"
    )
    assert body(shown("What happened?", "Skip", writes=True, numbered=False)) == (
        "What happened?\n\nOr type: Skip"
    )


def test_a_question_makes_a_sound_and_an_acknowledgement_none() -> None:
    assert drawn(shown("Which?", "Sad"))["msgtype"] == "m.text"
    assert drawn(shown("Kept.", kind="note"), quiet=True)["msgtype"] == "m.notice"


def test_a_long_text_comes_in_pieces_and_the_last_one_asks() -> None:
    text = "\n\n".join(["Word " * 200] * 20)
    *before, last = drawing.contents(shown(text, "Yes"), word)
    assert before
    assert all(len(one["body"]) <= drawing.LONGEST for one in before)
    assert not any("1. Yes" in one["body"] for one in before)
    assert last["body"].endswith("1. Yes")
    whole = " ".join(one["body"] for one in [*before, last])
    assert whole.count("Word") == 20 * 200


def test_a_piece_weighs_no_more_than_an_event_may_weigh() -> None:
    for letter in "ä😀&":
        drawn = drawing.contents(shown(letter * 20_000, kind="note"), word)
        assert "".join(one["body"] for one in drawn) == letter * 20_000
        assert max(len(json.dumps(one)) for one in drawn) <= drawing.HEAVIEST


def test_a_file_is_shown_as_it_is_below_its_name() -> None:
    name, text = drawing.contents(shown("a <b>\n  c", kind="file", name="mine.txt"), word)
    assert name["body"] == "mine.txt"
    assert text["formatted_body"] == "<pre><code>a &lt;b&gt;\n  c</code></pre>"


def test_an_edit_stands_in_the_place_of_what_it_replaces() -> None:
    found = drawing.replacing("$1", drawing.text("new"))
    assert found["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$1"}
    assert (found["body"], found["m.new_content"]["body"]) == ("* new", "new")


def test_a_poll_can_be_answered_in_writing_all_the_same() -> None:
    question = shown("How are you?", "Calm", "A bit stirred")
    assert drawing.can_be_a_poll(question)
    found = drawing.poll(question, word)
    assert found[drawing.TEXT] == "How are you?\n\n1. Calm\n2. A bit stirred"
    asked = found[drawing.POLL]
    assert [one["id"] for one in asked["answers"]] == ["calm", "a-bit-stirred"]
    assert asked["max_selections"] == 1


def test_what_takes_several_or_many_is_no_poll() -> None:
    assert not drawing.can_be_a_poll(shown("Which?", "Sad", "Hurt", most=2))
    assert not drawing.can_be_a_poll(shown("Which?", *map(str, range(21))))
    assert not drawing.can_be_a_poll(shown("Ready?", "Ready"))
