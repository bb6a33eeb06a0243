"""What is heard in English, and what is not: the labelled phrases measure it, these explain it."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.care import crisis
from bot.care.crisis import Tier
from bot.care.palette import FAMILIES

ANYTHING = some.text(some.characters(), max_size=200)
PARTS = [
    "i",
    "want",
    "to",
    "die",
    "kill",
    "me",
    "he",
    "hit",
    "no",
    "point",
    "15",
    "dying",
    "see",
    "!",
]

SAID = {
    Tier.SELF: """
        I want to die
        im going to kill myself tonight
        thinking about suicide again
        I wish I was dead
        I don't want to be alive any more
        kms
        might unalive myself
        sewerslide thoughts
        I've been cutting again
        I hope I never wake up
        took all of my pills
        I have written goodbye letters
        I want to end it all
        my third attempt
        burnt my arm again on purpose
        disappointed that I woke up
        relapsed last night
        I asked God to take me tonight
    """,
    Tier.VEILED: """
        there's no point any more
        you'd all be better off without me
        I can't do this anymore
        I'm such a burden
        nobody would miss me
        I just want to disappear
        this is goodbye
        when I'm gone, look after the cat
        I've run out of options
        what am I staying for
        I just want to close my eyes and be done
        nobody can help me now
    """,
    Tier.HURT: """
        he hits me when he drinks
        I'm scared of my brother
        she checks my phone every night
        he won't let me see my friends
        I was forced to marry him
        he says he will kill me
        I said no and he didn't stop
        I don't feel safe at home
        throws things at me
        he found out where I live
        they keep my passport
        I need his permission to go out
        told the doctor I fell
    """,
    Tier.HARM: """
        I'm going to kill him
        I want to hurt people
        I'm scared I'll hurt the baby
        I'll smash his face in
        I hit my wife last night
        he deserves to die
        I want to get rid of him
        I'm going to put her in hospital
        he won't be breathing by Sunday
    """,
    Tier.MINOR: """
        I'm 15
        i am sixteen years old
        14f
        as a 17 year old
        I'm in year 9
        I turn 18 in August
        not 18 yet
        I'm in 8th grade
        sixteen and stupid, that's me
        I play in the under 13s
        mum put parental controls on it
        my birthday is in May 2013
    """,
}
ASKED = [
    (tier, line.strip()) for tier, lines in SAID.items() for line in lines.strip().splitlines()
]

IDIOMS = """
    we are killing it
    I'm dying to see you
    dead tired
    my feet are killing me
    this bus will kill me
    the suspense is killing me
    I could murder a curry
    that cake is to die for
    I died laughing
    jump on a call at three?
    I cut myself some slack
    don't beat yourself up
    he beat me at chess
    she hit me up about Friday
    I shot myself in the foot there
    dying of embarrassment
    my phone died
    the battery is about to die
    I'm 15 minutes away
    we have been together for 12 years
    when I was 15 we moved to Hull
    my niece just turned 16
    you all went without me
    I can't wait
    I give up, what's the answer?
    time to kill before the train
    overdosed on chocolate
"""

FEELINGS = """
    I felt left out when you laughed
    I'm so lonely when you work nights
    you hurt my feelings
    I'm sorry I hurt you
    I'm afraid of losing you
    I was ashamed of what I said
    I feel like a failure next to my brother
    I cried when you said that
    I'm angry about the money
    I feel taken for granted
    my heart is broken
    I need a hug and a nap
    I feel far away from you
    I was jealous when you danced with her
"""


def lines(text: str) -> list[str]:
    """The lines of a list, each without the space around it."""
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize(("tier", "said"), ASKED)
def test_each_kind_of_danger_is_heard(tier: Tier, said: str) -> None:
    assert crisis.heard(said, "en") is tier


@pytest.mark.parametrize("said", lines(IDIOMS))
def test_an_unmistakable_idiom_costs_nothing(said: str) -> None:
    assert crisis.heard(said, "en") is None


@pytest.mark.parametrize("said", lines(FEELINGS))
def test_a_hard_feeling_is_no_danger(said: str) -> None:
    assert crisis.heard(said, "en") is None


@pytest.mark.parametrize("family", FAMILIES)
def test_no_word_of_the_palette_is_a_hit(family: str) -> None:
    words = [word.replace("-", " ") for word in FAMILIES[family]]
    assert {crisis.heard(f"I feel {word}", "en") for word in words} == {None}
    assert {crisis.heard(word, "en") for word in words} == {None}


@pytest.mark.parametrize(
    "said",
    [
        "I would never kill myself",
        "I do not want to die",
        "my aunt died by suicide years ago",
        "twenty years ago I wanted to die",
    ],
)
def test_negation_the_past_and_others_are_heard_on_purpose(said: str) -> None:
    """Grammar filters cost recall; a hit costs one tap (safety D4.3)."""
    assert crisis.heard(said, "en") is Tier.SELF


@pytest.mark.parametrize(
    "said",
    [
        "I'm dying to see you but I also want to die",
        "we killed it at work and then I wanted to kill myself",
        "dead tired of living",
        "my feet are killing me and so am I, I want to end my life",
        "I can't wait to be dead",
        "hang in there they say, I want to hang myself",
        "burned myself on purpose again",
        "end it with pills",
        "I give up on life",
    ],
)
def test_an_idiom_takes_nothing_away_but_itself(said: str) -> None:
    assert crisis.heard(said, "en") in {Tier.SELF, Tier.VEILED}


@pytest.mark.parametrize(
    ("said", "tier"),
    [
        ("I'm 15 and he hits me", Tier.HURT),
        ("he hits me and I want to kill him", Tier.HURT),
        ("he hits me and there is no point any more", Tier.VEILED),
        ("no point any more, I want to die, he hits me, I'm 15", Tier.SELF),
        ("I'm 15 and I'm going to kill him", Tier.HARM),
    ],
)
def test_of_several_the_weightiest_is_asked_about(said: str, tier: Tier) -> None:
    assert crisis.heard(said, "en") is tier


def test_the_longer_phrase_says_what_the_shorter_one_is_about() -> None:
    assert crisis.heard("kill me", "en") is Tier.SELF
    assert crisis.heard("he will kill me", "en") is Tier.HURT


def test_a_long_text_hides_nothing() -> None:
    day = "We had soup and talked about the garden, and it rained. " * 200
    assert crisis.heard(day, "en") is None
    assert crisis.heard(f"{day} I want to die. {day}", "en") is Tier.SELF


@pytest.mark.parametrize("locale", ["en", "en-GB", "en_US.UTF-8", "EN"])
def test_english_is_covered_in_every_country(locale: str) -> None:
    assert crisis.covers(locale)
    assert crisis.heard("I want to die", locale) is Tier.SELF


@pytest.mark.parametrize("locale", ["de", "pt-BR", "", "und", "e", "\x00"])
def test_a_language_without_a_list_is_listened_to_in_english(locale: str) -> None:
    assert not crisis.covers(locale)
    assert crisis.heard("I want to die", locale) is Tier.SELF


def test_the_languages_are_those_with_a_file() -> None:
    assert crisis.languages() == {"en"}


@given(ANYTHING, some.text(max_size=8))
def test_no_text_and_no_locale_makes_it_fail(text: str, locale: str) -> None:
    assert crisis.heard(text, locale) in {None, *Tier}


@given(some.lists(some.sampled_from(PARTS), max_size=12))
def test_the_same_words_are_always_heard_the_same(parts: list[str]) -> None:
    text = " ".join(parts)
    assert crisis.heard(text, "en") is crisis.heard(text.upper(), "en")


LONG = 100_000  # characters
HEAVY = {
    "sentences": "I keep thinking about what you said, and I want to die. ",
    "letters": "k i l l ",
    "one letter": "a",
    "lone letters": "i ",
    "leetspeak": "k1ll$ m3! ",
    "half words": "want to want to be ",
    "gaps": "he you pills my i cant not ",
    "idioms": "dying to see killing it ",
    "marks": "\u0301\u0316",
    "marks on letters": "a\u0301\u0316\u0301",
    "ligatures": "\ufdfa",
    "look-alikes": "\u0430\u0456",
    "invisible": "\u200b",
    "stars": "*",
    "tags": "#kil",
    "spaces": " ",
    "dots": "k.",
}


@pytest.mark.timeout(20)  # each takes a tenth of a second; by the square it would take minutes
@pytest.mark.parametrize("kind", HEAVY)
def test_a_very_long_text_takes_no_more_than_its_length(kind: str) -> None:
    part = HEAVY[kind]
    text = (part * (LONG // len(part) + 1))[:LONG]
    crisis.heard(text, "en")
    crisis.heard(f"a{text}", "en")
