"""The moments to practise with: what every one of them must be, and which one comes next."""

import re
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest

from bot.care import palette, replying
from bot.care.moments import FIT, MOMENTS
from bot.care.moments.choosing import BACK, Practised, coming, missed
from bot.script.checks.copy import LONGEST
from bot.text import reading
from tests.play import words

AT = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
ALL = sorted(MOMENTS)
CORE = {  # the four feelings that the way to safety goes through (method A17)
    "sadness": {"sad", "lonely", "grieving", "missing-someone"},
    "hurt": {"hurt", "left-out", "let-down", "betrayed"},
    "anger": {"angry", "annoyed", "furious", "resentful"},
    "vulnerability": {"ashamed", "afraid", "unsure", "tender", "small-inside"},
}
GENDERED = re.compile(
    r"\b(he|she|him|her|hers|his|himself|herself|man|men|woman|women|boy|girl|guys?|lad|lady"
    r"|ladies|gentlem[ae]n|mum|mom|dad|mother|father|son|daughter|brother|sister|aunt|uncle"
    r"|niece|nephew|grand(?:ma|pa|mother|father|son|daughter)|husband|wife|boyfriend|girlfriend"
    r"|partner|couple|spouse|mr|mrs|ms|sir|madam|actress|waitress)s?\b",
    re.IGNORECASE,
)
HARM = re.compile(
    r"\b(kill|die|dead|death|suicid\w*|cut myself|hit|beat|slap|punch|weapon|gun|knife|drug\w*)\b",
    re.IGNORECASE,
)


def text(name: str) -> str:
    return words().text(f"practice.{name}", "en")


def texts(name: str) -> list[str]:
    """What is said, and the two answers."""
    return [text(f"moment-{name}{end}") for end in ("", "-one", "-two")]


def test_there_are_sixty_at_least_and_twelve_of_every_family() -> None:
    assert len(MOMENTS) >= 60
    families = Counter(one.family for one in MOMENTS.values())
    assert families.keys() == palette.FAMILIES.keys()
    assert min(families.values()) >= 12


def test_sadness_hurt_anger_and_vulnerability_come_several_times_each() -> None:
    for core in CORE.values():
        assert len([one for one in MOMENTS.values() if one.feels[0] in core]) >= 4


def test_many_kinds_of_people_say_them_and_none_of_them_too_often() -> None:
    who = Counter(one.who for one in MOMENTS.values())
    assert len(who) >= 12
    assert max(who.values()) <= len(MOMENTS) / 6
    assert all(text(f"who-{one}") for one in who)


def test_no_two_moments_or_answers_are_the_same() -> None:
    every = [one for name in ALL for one in texts(name)]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("name", ALL)
def test_every_moment_keeps_the_rules(name: str) -> None:
    one = MOMENTS[name]
    for said in (*texts(name), text(f"who-{one.who}")):
        assert not GENDERED.search(said), said
        assert not HARM.search(said), said
        assert (reading.grade(said, "en") or 0) <= 7, said
        assert 0 < len(said) <= 160, said
    assert sum(map(len, texts(name))) < LONGEST  # all of it together fits anywhere
    first, second = one.does
    assert first != second, "the two answers are of different kinds"


@pytest.mark.parametrize("name", ALL)
def test_its_feelings_are_words_of_the_palette_and_more_than_one_of_them_fits(name: str) -> None:
    one = MOMENTS[name]
    known = {word for family in palette.FAMILIES.values() for word in family}
    assert one.feels[0] in palette.FAMILIES[one.family]
    assert {*one.feels, *one.beside} <= known
    assert len(one.feels) >= 2
    assert set(one.feels).isdisjoint(one.beside)
    assert len(set(one.beside)) == FIT


@pytest.mark.parametrize("name", ALL)
def test_the_notes_on_both_answers_say_what_they_do(name: str) -> None:
    said, *both = texts(name)
    for answer, does in zip(both, MOMENTS[name].does, strict=True):
        warm = MOMENTS[name].family == "warm"
        found = replying.notes(said, answer, "en", good_news=warm)
        assert found.marks == (), answer
        assert found.feeling or found.words, answer
        assert found.asks == (does in {"asks", "thinks"}), answer
        assert found.feeling or does not in {"says-back", "cheers", "thinks"}, answer
        assert found.words or does != "says-back", answer


# ── which one comes next ─────────────────────────────────────────────────────
def test_what_was_never_seen_comes_first_in_an_order_that_the_sitting_decides() -> None:
    firsts = {coming([], AT, f"sitting {number}") for number in range(20)}
    assert len(firsts) > 5
    assert coming([], AT, "a") == coming([], AT, "a")


def test_within_a_sitting_nothing_comes_twice_until_there_is_nothing_left() -> None:
    done: list[str] = []
    while (name := coming([], AT, "a", done)) is not None:
        done.append(name)
    assert sorted(done) == ALL


def test_what_was_seen_longest_ago_comes_back_first() -> None:
    known = [Practised(moment=name, at=AT - timedelta(hours=n)) for n, name in enumerate(ALL)]
    assert coming(known, AT, "a") == ALL[-1]


def test_a_feeling_that_was_missed_comes_back_after_three_days_in_another_moment() -> None:
    known = [Practised(moment="froze-there", at=AT, missed="ashamed")]
    early = coming(known, AT + BACK - timedelta(seconds=1), "a")
    late = coming(known, AT + BACK, "a")
    assert early
    assert MOMENTS[early].feels[0] != "ashamed"
    assert late not in {None, "froze-there"}
    assert "ashamed" in MOMENTS[late or ""].feels


def test_only_another_word_of_the_palette_is_one_that_was_missed() -> None:
    assert missed("cooked-dinner", "proud") == "disappointed"
    assert missed("cooked-dinner", "hurt") == ""
    assert missed("cooked-dinner", "") == ""
    assert missed("cooked-dinner", "\x1fheavy as lead") == ""


def test_a_moment_that_was_taken_out_of_the_list_is_no_trouble() -> None:
    assert coming([Practised(moment="gone", at=AT, missed="sad")], AT, "a") in MOMENTS
