"""Copy: short, plain, without pressure, claims, verdicts or pretence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.script.check import OF_SHEET, check
from bot.script.checks.forbidden import LANGUAGES, RULES
from bot.script.ftl import sheet

Lint = Callable[..., list[str]]


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    """The sentences of all findings about one language file."""

    def sentences(source: str, locale: str = "en") -> list[str]:
        file = tmp_path / f"{locale}.ftl"
        file.write_text(source, encoding="utf-8")
        read = sheet(file)
        return [finding.sentence for proof in OF_SHEET for finding in proof(read)]

    return sentences


@pytest.mark.parametrize(
    "text",
    [
        "This one is on hold for now. Nothing is needed from you.",
        "Hi. I am a program, not a person and not therapy.",
        "It does not treat or prevent any illness.",
        'Say back what you heard: "I feel that … Yes. No. Maybe." Then stop.',
        "There is no point in hurrying. Less is just as welcome.",
        "You can stop any time, and nobody is told why you did.",
        "{ $other } says thank you. Nothing is needed from you.",
        # safety D11
        "There is no rush. Leave it for later if you like.",
        "Whoever can unlock your phone can read what is on it.",
        "A { $size } is a common place to begin.",
        "That is more than fits here.",
        "Last time it hurt. Stay at least as small.",
        # safety D3.5, D3.6
        "This is a tool, not a mark. Ratings are private.",
        "{ $other } never sees your number.",
        "If this is met badly, how much would it sting?",
        # safety D4
        "Are you thinking of ending your life or hurting yourself?",
        "Somebody died by suicide. Lines are there for hard days too.",
        "No one reads these chats to keep you safe.",
        # method C0
        "I suggest nothing bigger from now on. I removed my own messages here.",
        "Something is here for you.",
        # safety D2.2, D15
        "You will see your question again. It is with them now.",
        "Pick a word such as a fruit or a color.",
    ],
)
def test_plain_words_have_no_finding(lint: Lint, text: str) -> None:
    assert lint(f"a = {text}") == []


BONDS = "names what people are to each other"
EVIDENCE = "could be held against somebody"
SUICIDE = "is not how suicide is spoken of"
PLANTED = [  # language, what is planted, what is found in it, why
    ("en", "Ask your partner.", "partner", BONDS),
    ("en", "For couples only.", "couples", BONDS),
    ("en", "Tell your wife.", "wife", BONDS),
    ("en", "Is it your soulmate?", "soulmate", BONDS),
    ("de", "Frag deine Partnerin.", "Partnerin", BONDS),
    ("en", "A streak of three!", "streak", "puts pressure"),
    ("en", "You missed a day.", "You missed", "puts pressure"),
    ("en", "{ $other } is waiting.", "is waiting", "puts pressure"),
    ("en", "The next step waits for you.", "waits for you", "puts pressure"),
    ("en", "You earned ten points.", "earned ten points", "puts pressure"),
    ("en", "You are at level 3.", "level 3", "puts pressure"),
    ("en", "That is a new badge.", "badge", "puts pressure"),
    ("en", "This is your last chance.", "last chance", "puts pressure"),
    ("en", "Don\u2019t forget to answer.", "Don\u2019t forget", "puts pressure"),
    ("en", "At last you are here.", "At last", "puts pressure"),
    ("en", "Finally done.", "Finally", "puts pressure"),
    ("de", "Du hast gestern etwas verpasst.", "verpasst", "puts pressure"),
    ("de", "Das ist die letzte Chance.", "letzte Chance", "puts pressure"),
    ("en", "Please hurry.", "hurry", "hurries"),
    ("en", "Send it as soon as you can.", "as soon as you can", "hurries"),
    ("de", "Beeil dich bitte.", "Beeil", "hurries"),
    ("en", "You do better than most.", "than most", "compares people"),
    ("en", "Everyone else is done.", "Everyone else", "compares people"),
    ("de", "Du bist offen, im Vergleich.", "im Vergleich", "compares people"),
    ("en", "That was so brave.", "brave", "praises depth"),
    ("en", "You went deeper.", "went deeper", "praises depth"),
    ("en", "Good job!", "Good job", "praises depth"),
    ("de", "Das war mutig.", "mutig", "praises depth"),
    ("en", "Your score is 4.", "score", EVIDENCE),
    ("en", "Now rate them.", "rate them", EVIDENCE),
    ("en", "{ $other } responds badly.", "responds badly", EVIDENCE),
    ("en", "{ $other } never listens.", "X never listens", EVIDENCE),
    ("en", "Give the answer a grade.", "grade", EVIDENCE),
    ("en", "That is their rating.", "their rating", EVIDENCE),
    ("de", "Gib der Antwort eine Note.", "Note", EVIDENCE),
    ("en", "That was gaslighting.", "gaslighting", "is a verdict"),
    ("en", "A narcissist would.", "narcissist", "is a verdict"),
    ("en", "This is toxic.", "toxic", "is a verdict"),
    ("en", "That is a red flag.", "red flag", "is a verdict"),
    ("en", "What is your attachment style?", "attachment style", "is a verdict"),
    ("de", "Das war manipulativ.", "manipulativ", "is a verdict"),
    ("en", "This reduces your anxiety.", "reduces your anxiety", "makes a claim"),
    ("en", "It treats trauma.", "treats trauma", "makes a claim"),
    ("en", "It is clinically proven.", "clinically proven", "makes a claim"),
    ("en", "It helps with stress.", "helps with stress", "makes a claim"),
    ("en", "You have depression.", "You have depression", "makes a claim"),
    ("en", "It calms your nervous system.", "nervous system", "makes a claim"),
    ("en", "Studies show that it works.", "Studies show", "makes a claim"),
    ("de", "Das lindert Angst.", "lindert Angst", "makes a claim"),
    ("en", "This keeps you safe.", "keeps you safe", "promises safety"),
    ("en", "It is completely private.", "completely private", "promises safety"),
    ("de", "Das ist völlig anonym.", "völlig anonym", "promises safety"),
    ("en", "{ $other } is typing.", "is typing", "tells what somebody is doing"),
    ("en", "{ $other } has seen it.", "has seen", "tells what somebody is doing"),
    ("en", "They have not answered.", "have not answered", "tells what somebody is doing"),
    ("de", "{ $other } schreibt gerade.", "schreibt gerade", "tells what somebody is doing"),
    ("en", "Pills are not the way.", "Pills", "names a way to do harm"),
    ("de", "Das waren Tabletten.", "Tabletten", "names a way to do harm"),
    ("en", "They committed suicide.", "committed suicide", SUICIDE),
    ("en", "After a failed attempt.", "failed attempt", SUICIDE),
    ("en", "A successful suicide.", "successful suicide", SUICIDE),
    ("de", "Denkst du an Selbstmord?", "Selbstmord", SUICIDE),
    ("en", "Tap the green button.", "green button", "tells things apart by colour"),
    ("de", "Nimm den roten Knopf.", "roten Knopf", "tells things apart by colour"),
]


@pytest.mark.parametrize(("locale", "text", "said", "why"), PLANTED)
def test_what_is_never_said_is_found(
    lint: Lint, locale: str, text: str, said: str, why: str
) -> None:
    assert lint(f"a = {text}", locale) == [f'`a` says "{said}", which {why}.']
    assert lint(f"b = Es.\n    .yes = {text}", locale) == [
        f'`.yes` of `b` says "{said}", which {why}.'
    ]


OWN = [
    ("en", "I feel with you.", "I feel"),
    ("en", "I understand.", "I understand"),
    ("en", "I'm sorry.", "I'm sorry"),
    ("en", "I care.", "I care"),
    ("en", "I hear you.", "I hear you"),
    ("en", "I am here for you.", "am here for you"),
    ("en", "That sounds really hard.", "That sounds really hard"),
    ("en", "You are not alone.", "You are not alone"),
    ("en", "I hope it helps.", "I hope"),
    ("en", "Thank you for trusting me.", "Thank you for trusting"),
    ("de", "Ich verstehe dich.", "Ich verstehe"),
    ("de", "Das klingt schwer.", "Das klingt schwer"),
]


@pytest.mark.parametrize(("locale", "text", "said"), OWN)
def test_the_bot_does_not_pretend(lint: Lint, locale: str, text: str, said: str) -> None:
    sentence = f'says "{said}", which pretends that a program feels.'
    assert lint(f"a = {text}", locale) == [f"`a` {sentence}"]
    assert lint(f"a = Ja.\n    .small = {text}", locale) == [f"`.small` of `a` {sentence}"]


@pytest.mark.parametrize(("locale", "text", "said"), OWN)
def test_people_may_say_that_they_feel(lint: Lint, locale: str, text: str, said: str) -> None:
    assert said in text
    for source in ("card-a = {}", "choice-a = {}", "a = Ja.\n    .yes = {}", 'a = Ja: "{}"'):
        assert lint(source.format(text), locale) == []


def test_every_rule_has_a_list_and_a_planted_sentence_in_every_language() -> None:
    planted = {(language, why) for language, _, _, why in PLANTED}
    planted |= {(language, "pretends that a program feels") for language, _, _ in OWN}
    assert planted == {(language, rule.reason) for rule in RULES for language in LANGUAGES}


def test_a_sentence_that_denies_makes_no_claim(lint: Lint) -> None:
    assert lint("a = It does not treat trauma. Nobody keeps you safe here.") == []
    assert lint("a = It is not hard. It treats trauma.") == [
        '`a` says "treats trauma", which makes a claim.'
    ]


def test_terms_are_read_too(lint: Lint) -> None:
    assert lint("-b = Your wife") == [f'`-b` says "wife", which {BONDS}.']


# ── length ───────────────────────────────────────────────────────────────────
def test_a_bubble_has_two_sentences(lint: Lint) -> None:
    assert lint("a = One. Two. Three.") == ["`a` has 3 sentences in one bubble."]
    assert lint("a =\n    One. Two.\n\n    Three. Four.") == []


def test_every_variant_is_read(lint: Lint) -> None:
    source = "a = { $n ->\n    [one] Good.\n   *[other] Ask your spouse.\n }"
    assert lint(source) == [f'`a` says "spouse", which {BONDS}.']


def test_a_sentence_has_twenty_words(lint: Lint) -> None:
    assert lint("a = " + "word " * 19 + "end.") == []
    assert lint("a = " + "word " * 20 + "end.") == ["`a` has a sentence of 21 words."]


def test_a_message_has_a_length_that_fits(lint: Lint) -> None:
    text = "\n\n".join(["    word word word word word word word word word."] * 14)
    assert lint(f"a =\n{text}") == ["`a` has 656 characters."]


def test_a_button_has_a_length_that_fits(lint: Lint) -> None:
    assert lint("a = Ask.\n    .yes = " + "y" * 80) == []
    assert lint("a = Ask.\n    .yes = " + "y" * 81) == ["`.yes` of `a` has 81 characters."]


@pytest.mark.parametrize("text", ["❤", "👍🏽", "…"])
def test_a_button_has_letters(lint: Lint, text: str) -> None:
    assert lint(f"a = Ask.\n    .yes = {text}") == [
        "`.yes` of `a` has no letters, so nobody can hear it read out."
    ]
    assert lint(f"a = Ask.\n    .yes = {text} Yes") == []


# ── how easy it is to read ───────────────────────────────────────────────────
HARD = (
    "Participation necessitates authorization before the subsequent distribution of our messages."
)


def test_a_text_that_is_hard_to_read_is_found_with_its_grade_and_its_words(
    tmp_path: Path,
) -> None:
    file = tmp_path / "en.ftl"
    file.write_text(f"a = Go.\nb = {HARD}\n", encoding="utf-8")
    (finding,) = [one for proof in OF_SHEET for one in proof(sheet(file))]
    assert finding.file.endswith("en.ftl:2")
    assert finding.step == "b"
    assert finding.sentence == "`b` takes a reading grade of 23.7; 7 is the most."
    assert finding.mend == (
        "Its longest sentence has 10 words; or find shorter words for "
        "`Participation`, `authorization`, `necessitates`."
    )


def test_the_short_form_and_the_labels_are_read_apart_from_the_question(lint: Lint) -> None:
    assert lint(f"a = Go.\n    .small = {HARD}") == [
        "`.small` of `a` takes a reading grade of 23.7; 7 is the most."
    ]
    labels = "    .b = Necessitate authorization\n    .c = Subsequent distribution\n"
    labels += "    .d = Immediate participation\n    .e = Unilateral communication\n"
    (found,) = lint(f"a = Go.\n{labels}")
    assert found.startswith("What can be chosen in `a` takes a reading grade of ")


def test_easy_labels_do_not_hide_a_hard_question(lint: Lint) -> None:
    labels = "".join(f"    .c{number} = Go on\n" for number in range(9))
    assert len(lint(f"a = {HARD}\n{labels}")) == 1


def test_a_german_text_is_measured_the_german_way(lint: Lint) -> None:
    hard = "Unverzügliche Benachrichtigungsberechtigungen erfordern Zustimmungserklärungen."
    (found,) = lint(f"a = {hard}", "de")
    assert found.startswith("`a` takes a reading grade of ")
    assert lint("a = Du kannst jederzeit aufhören, und niemand erfährt etwas davon.", "de") == []


# ── languages ────────────────────────────────────────────────────────────────
def test_german_has_its_own_list(lint: Lint) -> None:
    assert lint("a = Nimm dir ein paar Minuten.", "de") == []
    assert lint("a = Ein Partner ist da.", "de-AT") == [f'`a` says "Partner", which {BONDS}.']


def test_a_language_without_a_list_or_a_formula_says_so(lint: Lint) -> None:
    assert lint("a = Bonjour.", "fr") == [
        "There is no list of what is not said in `fr`.",
        "There is no way here to measure how easily `fr` is read.",
    ]


def test_exercises_and_shared_words_are_read_in_every_language(
    write: Callable[..., Path], ftl: str, shared: str
) -> None:
    planted = ftl.replace("title = Tiny share", "title = Liebe und mehr")
    both = {"en": ftl, "de": planted, "shared": shared, "shared_de": f"{shared}saved = {HARD}\n"}
    folder = write(**both)
    found = {(one.file.partition(":")[0], one.step) for one in check([folder], folder / "../text")}
    assert {("tiny/de.ftl", "title"), ("text/de.ftl", "saved")} <= found
    assert not {file for file, _ in found} & {"tiny/en.ftl", "text/en.ftl"}
