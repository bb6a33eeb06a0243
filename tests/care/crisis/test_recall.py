"""What the lexicon hears of the labelled phrases, and what a harmless one costs (D4.9)."""

import pytest

from bot.care.crisis import Tier
from bot.verbs import lexicon
from tests.exercises.stages import stage
from tests.play import House

EXPLICIT = 0.97  # of plain words of suicide or self-harm, over all phrases
TAPS = 1  # that a harmless phrase may cost


def everything(label: str) -> list[str]:
    """All phrases of a label, of both halves."""
    return [one for half in lexicon.HALVES for one in lexicon.phrases(half)[label]]


def test_there_are_enough_phrases_of_every_kind() -> None:
    assert {tier: len(everything(tier)) >= 200 for tier in lexicon.TIERS} == dict.fromkeys(
        lexicon.TIERS, True
    )
    assert len(everything("innocent")) >= 150


def test_plain_words_are_heard() -> None:
    assert lexicon.asked(everything(Tier.SELF)) >= EXPLICIT


def test_no_phrase_is_in_both_halves() -> None:
    tuned, held = (lexicon.phrases(half) for half in lexicon.HALVES)
    assert not {one for some in tuned.values() for one in some} & {
        one for some in held.values() for one in some
    }


@pytest.mark.parametrize("part", range(4))
def test_a_harmless_phrase_costs_one_tap_at_most_and_goes_on_as_it_was(part: int) -> None:
    start = stage("what")
    for phrase in everything("innocent")[part::4]:
        house = start.copy()
        taps = _taps(house, phrase)
        assert taps <= TAPS, phrase
        assert house.open_for("ari")[-1].step == "what/thought", phrase


def _taps(house: House, phrase: str) -> int:
    house.say("ari", phrase)
    newest = house.open_for("ari")[-1]
    answers = {"check-age": "adult"}
    if not newest.step.startswith("check"):
        return 0
    house.tap("ari", newest.key, answers.get(newest.step.partition("/")[0], "no"))
    return 1
