"""What the bot does not carry, what it marks, and what passes because it is fair (safety D5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.care import carrying

MENACE = """
    I will kill you
    I'm going to hurt you
    gonna k1ll you
    kys
    go kill yourself
    you will regret leaving me
    I'll post your photos
    I'll tell everyone what you did
    do it or I'll leak those pictures
    I know where you live
    watch your back
    I'll break your jaw
    I'll burn your house down
    you'll never see the kids again
    if I can't have you nobody will
    be home by six or else
    you should be scared of me
    come back or everyone sees the pictures
    we know where your daughter goes to school
    shut your mouth or I'll shut it for you
    I'm coming for you
    accidents happen to people like you
    I hope you die
    i w\u0456ll hurt y\u043eu
    I\u200b will\u200b hurt\u200b you
"""

RUDE = """
    you are stupid
    shut up
    idiot
    you're such a liar
    ur so dumb
    i d i o t
    go to hell
    I hate you
    what is wrong with you
    you ruin everything
    you ungrateful little cow
    go f yourself
    nobody could ever love someone like you
    you have the brains of a goldfish
    psychopath, that's what you are
"""

FAIR = """
    I'm sorry I hurt you
    I never wanted to hurt you
    I'm scared of hurting you again
    I'm sorry for what I put you through
    I don't want to break your heart
    I was furious when you left
    You lied to me and I don't know how to trust you
    If you hit me again I will call the police
    I will leave if you keep drinking
    I want us to split up
    It hurts when you ignore me
    I'm not going to hurt you
    I'll tell your mum you said hi
    I'll take the kids to school
    did you hurt your head when you fell?
    I hope you don't regret it
    I'll find you at the station
    I feel stupid next to you
    I don't think you are stupid
    you are not a bad person
    I can see you are upset
    I'll beat you at chess
    I'd kill you with kindness
    call me or I'll come by after work
    I'll kill myself if you leave
    please stop or I'll hurt myself
    I'm coming for you at five, wait outside
    I'll be there for you
    I don't want to hurt you
    you were selfish about the holiday
"""


def lines(text: str) -> list[str]:
    """The lines of a list, each without the space around it."""
    return [line.strip() for line in text.strip().splitlines()]


@pytest.mark.parametrize("said", lines(MENACE))
def test_a_threat_is_not_carried(said: str) -> None:
    assert carrying.threat(said, "en")


@pytest.mark.parametrize("said", lines(RUDE))
def test_an_insult_is_marked_and_still_carried(said: str) -> None:
    assert carrying.insult(said, "en")
    assert not carrying.threat(said, "en")


@pytest.mark.parametrize("said", lines(FAIR))
def test_what_is_fair_passes_without_a_mark(said: str) -> None:
    assert not carrying.threat(said, "en")
    assert not carrying.insult(said, "en")


def test_a_slur_is_not_carried_however_it_is_spelled() -> None:
    for said in ("you faggot", "F A G G O T", "you f4ggot", "f\u00e0gg\u00f6t"):
        assert carrying.threat(said, "en")


def test_another_language_is_listened_to_in_english() -> None:
    assert carrying.threat("I will kill you", "de-AT")


@given(some.text(some.characters(), max_size=200), some.text(max_size=8))
def test_no_text_makes_it_fail(text: str, locale: str) -> None:
    assert carrying.threat(text, locale) in {True, False}
    assert carrying.insult(text, locale) in {True, False}
