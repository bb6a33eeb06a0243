"""Copy: short, plain, without pressure, claims or pretence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.script.checks import copy
from bot.script.ftl import sheet

Lint = Callable[..., list[str]]


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    """The sentences of all findings about one language file."""

    def sentences(source: str, locale: str = "en") -> list[str]:
        file = tmp_path / f"{locale}.ftl"
        file.write_text(source, encoding="utf-8")
        return [finding.sentence for finding in copy.check(sheet(file))]

    return sentences


@pytest.mark.parametrize(
    "text",
    [
        "This one is on hold for now. Nothing is needed from you.",
        "Hi. I am a program, not a person and not therapy.",
        "This does not diagnose, treat or prevent any condition.",
        'Say back what you heard: "I feel that … Yes. No. Maybe." Then stop.',
        "There is no point in hurrying. Less is just as welcome.",
        "You can stop any time, and nobody is told why you did.",
        "{ $other } says thank you. Nothing is needed from you.",
    ],
)
def test_plain_words_have_no_finding(lint: Lint, text: str) -> None:
    assert lint(f"a = {text}") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ask your partner.", '"partner", which names what people are to each other'),
        ("For couples only.", '"couples", which names what people are to each other'),
        ("Tell your wife.", '"wife", which names what people are to each other'),
        ("A streak of three!", '"streak", which puts pressure'),
        ("You missed a day.", '"You missed", which puts pressure'),
        ("{ $other } is waiting.", '"is waiting", which puts pressure'),
        ("This reduces your anxiety.", '"reduces your anxiety", which makes a claim'),
        ("It treats trauma.", '"treats trauma", which makes a claim'),
        ("It is clinically proven.", '"clinically proven", which makes a claim'),
        ("That was gaslighting.", '"gaslighting", which is a verdict'),
        ("A narcissist would.", '"narcissist", which is a verdict'),
        ("This is toxic.", '"toxic", which is a verdict'),
        ("That was so brave.", '"so brave", which praises depth'),
    ],
)
def test_what_is_never_said_is_found(lint: Lint, text: str, said: str) -> None:
    assert lint(f"a = {text}") == [f"`a` says {said}."]
    assert lint(f"b = Ask.\n    .yes = {text}") == [f"`.yes` of `b` says {said}."]


@pytest.mark.parametrize("text", ["I feel with you.", "I understand.", "I'm sorry.", "I care."])
def test_the_bot_does_not_pretend(lint: Lint, text: str) -> None:
    (sentence,) = lint(f"a = {text}")
    assert sentence.endswith("but the bot does not.")


def test_people_may_say_that_they_feel(lint: Lint) -> None:
    own = "card-a-felt = I felt: { $felt }\nask = Is it so?\n    .yes = I understand\n"
    assert lint(own) == []


def test_a_bubble_has_two_sentences(lint: Lint) -> None:
    assert lint("a = One. Two. Three.") == ["`a` has 3 sentences in one bubble."]
    assert lint("a =\n    One. Two.\n\n    Three. Four.") == []


def test_every_variant_is_read(lint: Lint) -> None:
    source = "a = { $n ->\n    [one] Good.\n   *[other] Ask your spouse.\n }"
    assert lint(source) == ['`a` says "spouse", which names what people are to each other.']


def test_a_sentence_has_twenty_words(lint: Lint) -> None:
    assert lint("a = " + "word " * 19 + "end.") == []
    assert lint("a = " + "word " * 20 + "end.") == ["`a` has a sentence of 21 words."]


def test_a_message_has_a_length_that_fits(lint: Lint) -> None:
    text = "\n\n".join(["    word word word word word word word word word."] * 14)
    assert lint(f"a =\n{text}") == ["`a` has 656 characters."]


def test_a_button_has_a_length_that_fits(lint: Lint) -> None:
    assert lint("a = Ask.\n    .yes = " + "y" * 80) == []
    assert lint("a = Ask.\n    .yes = " + "y" * 81) == ["`.yes` of `a` has 81 characters."]


@pytest.mark.parametrize("word", ["share", "relationship", "feedback", "sad", "feelings"])
def test_the_first_line_names_nothing(lint: Lint, word: str) -> None:
    assert lint(f"lead = There is a {word} for you.") == [
        f"`lead` says {word}, which a lock screen would show."
    ]


def test_the_first_line_names_nobody(lint: Lint) -> None:
    assert lint("lead = Something from { $other }.") == [
        "`lead` says a name, which a lock screen would show."
    ]


def test_german_has_its_own_list(lint: Lint) -> None:
    found = lint("a = Frag deine Partnerin.", "de")
    assert found == ['`a` says "Partnerin", which names what people are to each other.']
    assert lint("a = Nimm dir ein paar Minuten.", "de") == []


def test_a_language_without_a_list_says_so(lint: Lint) -> None:
    assert lint("a = Bonjour.", "fr") == ["There is no list of what is not said in `fr`."]
