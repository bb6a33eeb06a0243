"""What is hidden in spelling is found; what is not hidden stays as it was."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.care import crisis
from bot.care.crisis import Tier
from bot.care.phrases import normal, spelling

KNOWN = spelling.known(("i", "want", "to", "die", "kill", "myself", "suicide", "cant", "off", "15"))
ANYTHING = some.text(some.characters(), max_size=60)  # control characters and lone surrogates too


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("I Want To DIE", "i want to die"),
        ("want   to\n\tdie!!!", "want to die"),
        ("can't, can\u2019t, cant, CAN`T", "cant cant cant cant"),
        ("want-to—die", "want to die"),
        ("k1ll my5elf", "kill myself"),
        ("ki11 mys3lf", "kill myself"),
        ("su1c1de, $uicide, suic!de", "suicide suicide suicide"),
        ("k*ll, s**c*de, **kill**", "kill suicide kill"),
        ("k i l l  m y s e l f", "kill myself"),
        ("k.i.l.l m-y-s-e-l-f", "kill myself"),
        ("i w a n t t o d i e", "i want to die"),
        ("S U I C I D E", "suicide"),
        ("#killmyself", "kill myself"),
        ("dieeeee kiiiill", "die kill"),
        ("killllll mysellllf", "kill myself"),
        ("k\u200bi\u200dl\u2060l my\u00adself", "kill myself"),
        ("\u202ekill\u202c", "kill"),
        ("\u043a\u0456ll m\u0443s\u0435lf", "kill myself"),  # Cyrillic among Latin letters
        ("\u03ba\u03b9ll", "kill"),  # Greek
        ("\uff4b\uff49\uff4c\uff4c", "kill"),  # full width
        ("\U0001d4c0\U0001d4be\U0001d4c1\U0001d4c1", "kill"),  # script letters of mathematics
        ("\u1d0b\u026a\u029f\u029f", "kill"),  # small capitals
        ("\U0001f17a\U0001f178\U0001f17b\U0001f17b", "kill"),  # white on black squares
        ("\U0001f1f0\U0001f1ee\U0001f1f1\U0001f1f1", "kill"),  # regional indicators
        ("k\u0336i\u0336l\u0336l\u0336 di\u0301e", "kill die"),  # struck through, accented
        ("mysef myslef myseelf", "myself myself myself"),
        ("suicde, scide", "suicide scide"),
        ("15yo", "15 yo"),
        ("2die", "2 die"),
    ],
)
def test_a_disguise_comes_off(written: str, read: str) -> None:
    words = normal.words(written, KNOWN)
    assert [KNOWN.get(word, word) for word in words] == read.split()


@pytest.mark.parametrize(
    "plain", ["I have 15 emails!", "a b c", "wow that is 100% so cool :-)", "ok ... bye", "naïve"]
)
def test_what_hides_nothing_is_only_split(plain: str) -> None:
    letters = "".join(one if one.isalnum() else " " for one in plain.lower())
    assert normal.words(plain, KNOWN) == letters.replace("ï", "i").split()


def test_a_word_of_the_list_is_no_slip_of_another() -> None:
    known = spelling.known(("through", "thorough", "threats"), right=("treats",))
    assert known["through"] == "through"
    assert known["thorough"] == "thorough"
    assert "treats" not in known


def test_short_words_have_no_slips() -> None:
    assert spelling.known(("die", "wish")).keys().isdisjoint({"dei", "de", "wih", "wsh"})


@given(ANYTHING)
def test_no_text_makes_it_fail(text: str) -> None:
    assert all(normal.words(text, KNOWN))


@given(ANYTHING)
def test_words_are_plain_however_often_they_are_read(text: str) -> None:
    once = normal.words(text, ())
    assert normal.words(" ".join(once), ()) == once


TRICKS: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "leetspeak": lambda text: text.translate(str.maketrans("ies", "135")),
    "stars": lambda text: text.replace("kill", "k*ll").replace("die", "d*e"),
    "spaced": lambda text: "  ".join(" ".join(word) for word in text.split()),
    "dotted": lambda text: " ".join(".".join(word) for word in text.split()),
    "stretched": lambda text: text.replace("e", "eeee").replace("ll", "lllll"),
    "zero width": "\u200b".join,
    "soft hyphens": lambda text: text.replace("l", "l\u00ad"),
    "Cyrillic": lambda text: text.translate(
        str.maketrans("aeioy", "\u0430\u0435\u0456\u043e\u0443")
    ),
    "full width": lambda text: "".join(chr(ord(c) + 0xFEE0) if c != " " else c for c in text),
    "marks": "\u0335".join,
    "commas": lambda text: text.replace(" ", ", "),
}


@pytest.mark.parametrize("text", ["i want to kill myself", "thinking of ending my life"])
@pytest.mark.parametrize("trick", TRICKS)
def test_whatever_trick_it_is_heard(trick: str, text: str) -> None:
    assert crisis.heard(TRICKS[trick](text), "en") is Tier.SELF
