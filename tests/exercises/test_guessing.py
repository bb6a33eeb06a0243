"""Guessing codes: five an hour and person; what ten thousand are worth (safety D1.5)."""

import random
from pathlib import Path

import pytest

from bot.text import codes
from tests.play import House, code_of, play

POSSIBLE = len(codes.ALPHABET) ** codes.LENGTH
GUESSES, ACCOUNTS = 10_000, 2_000
PAGE = Path("docs/decisions/0008-a-code-always-works.md")


def invited() -> House:
    """A house with one open invite."""
    house = House("ari", "bo", "cleo")
    for text in ("/share bo", "[me]", "[slow]", "[relay]"):
        play(f"ari: {text}\n → …", house)
    return house


@pytest.mark.parametrize(
    "wrong", ["2345-6789", "hello", "2", "0" * 8, "é" * 8, "2345 6789 2345 6789", "2" * 99, "@bo"]
)
def test_whatever_is_wrong_is_said_in_the_same_words(wrong: str) -> None:
    play(f"cleo: /join {wrong}\n → cleo no-such-code", invited())


def test_after_five_wrong_ones_in_an_hour_not_even_the_right_one_is_looked_up() -> None:
    house = invited()
    right = code_of(house.session.id)
    play("cleo: join 2345-6789\n → cleo no-such-code\n" * 5, house)
    play(f"cleo: join {right}\n → cleo no-such-code\n → cleo try-later", house)
    play(f"+ 59m\ncleo: join {right}\n → cleo no-such-code\n → cleo try-later", house)
    assert house.session.joined == ""
    play(f"+ 1m\ncleo: join {right}\n → cleo invite", house)


def test_what_is_kept_of_wrong_codes_is_how_many_and_since_when() -> None:
    house = invited()
    before = house.person("cleo")
    play("cleo: join 2345-6789\n → …\ncleo: join AAAA-AAAA\n → …", house)
    after = house.person("cleo")
    fields = set(before.__struct_fields__) - {"due"}  # when to let go of it
    changed = {name for name in fields if getattr(before, name) != getattr(after, name)}
    assert changed == {"wrong_codes", "wrong_since"}
    assert (after.wrong_codes, after.wrong_since) == (2, house.at)


def test_ten_thousand_guesses_from_two_thousand_accounts_find_nothing() -> None:
    house, chance = invited(), random.Random(1)  # noqa: S311 - the guesser's, and the same each time
    for account in range(ACCOUNTS):
        for _ in range(GUESSES // ACCOUNTS):
            guess = "".join(chance.choices(codes.ALPHABET, k=codes.LENGTH))
            (answer,) = house.say(f"guesser-{account}", f"join {guess}")
            assert answer.words == (".no-such-code",)
        house.log.clear()
    assert house.session.joined == ""


@pytest.mark.parametrize("open_codes", [1, 100, 1000])
def test_the_odds_on_the_page_are_those_of_the_code(open_codes: int) -> None:
    odds = 1 - (1 - open_codes / POSSIBLE) ** GUESSES
    said = f"| {open_codes:,} | 1 in {float(f'{1 / odds:.3g}'):,.0f} |"
    assert said in PAGE.read_text(encoding="utf-8"), said


def test_a_code_is_read_back_however_it_is_typed() -> None:
    for number in range(200):
        code = code_of(str(number))
        shown = codes.grouped(code)
        for typed in (code, shown, shown.lower(), shown.replace("-", " "), f" {'.'.join(code)} "):
            assert codes.normal(typed) == code


def test_no_two_characters_of_a_code_look_alike() -> None:
    assert len(set(codes.ALPHABET)) == len(codes.ALPHABET) == 26
    for pair in ("0O", "1I", "1L", "IL", "2Z", "5S", "6G", "8B", "UV", "0Q"):
        assert not set(pair) <= set(codes.ALPHABET)


def test_what_looks_like_a_character_of_a_code_is_read_as_that() -> None:
    assert codes.normal("zsgb-uvvv") == "2568VVVV"


def test_codes_are_spread_evenly() -> None:
    spelled = [code_of(str(number)) for number in range(2_000)]
    assert len(set(spelled)) == len(spelled)
    counts = [sum(code.count(letter) for code in spelled) for letter in codes.ALPHABET]
    assert min(counts) > 450
    assert max(counts) < 800
