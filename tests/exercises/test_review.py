"""A look at one's own week: in words, from one's own notes, and nothing that was not done (E13)."""

import msgspec
import pytest

from bot.model.person import Bond, Round
from tests.exercises.calm import keep, of_kind, text_of
from tests.play import House, act, person_id, play

GUESSES = {
    "alike": (("good", "good"), ("bad", "bad"), ("good", "middle")),
    "better than you had guessed": (("bad", "good"), ("middle", "good"), ("good", "good")),
    "some did not": (("good", "bad"), ("good", "bad"), ("good", "good")),
    "another way than": (("good", "bad"), ("good", "bad"), ("good", "bad"), ("good", "middle")),
}


def rounds(house: House, *pairs: tuple[str, str], family: str = "", days: int = 1) -> None:
    """Ari has shared with Bo, some days ago, and guessed before."""
    day = house.at.date().toordinal() - 719163 - days
    shared = tuple(
        Round(id=f"r{n}/1", day=day, size=2, band=band, guess=guess, family=family)
        for n, (guess, band) in enumerate(pairs)
    )
    _bond(house, shared=shared)


def _bond(house: House, **kept: object) -> None:
    bond = Bond(owner=person_id("ari"), other=person_id("bo"), checked=True)
    house.bonds[bond.owner, bond.other] = msgspec.structs.replace(bond, **kept)


def _learned(house: House, *texts: str) -> None:
    for number, text in enumerate(texts):
        body = {"learning": text}
        keep(house, "learning", body, f"x/{number}/sharer/learning/1")


def test_the_whole_of_it() -> None:
    house = House()
    rounds(house, *GUESSES["alike"], family="sore")
    _learned(house, "Bo asks better when I say what I want first.")
    play(
        """
        ari: /review
            → ari  week  "This week you shared something small."
        ari: [go-on]
            → ari  learning  "“Bo asks better when I say what I want first.”"
        ari: [keep]
            → ari  noticed  "mostly alike"
        ari: [go-on]
            → ari  new-meaning
        ari: skip
            → ari  intention
        ari: [rest]
            → ari  bye-note
        """,
        house,
    )
    assert not house.sessions


def test_an_empty_week_is_not_spoken_of() -> None:
    house = House()
    (seen,) = house.ask("ari", "review")
    assert seen.text == "This is a look at your week, for you alone. Go on?"
    play(
        """
        ari: [go-on]
            → ari  new-meaning
        ari: skip
            → ari  intention
        ari: [none]
            → ari  bye-note
        """,
        house,
    )
    assert house.kept == {}


def test_what_is_older_than_a_week_is_not_this_week() -> None:
    house = House()
    rounds(house, ("good", "good"), days=8)
    keep(house, "check-in", {"family": "warm"}, "c/1", days=8)
    assert "This week" not in text_of(house.ask("ari", "review"))


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        (("shared", "listened"), "you shared something small, and you listened."),
        (("shared",), "you shared something small."),
        (("listened",), "This week you listened."),
    ],
)
def test_the_week_is_told_in_words_without_a_number(sides: tuple[str, ...], said: str) -> None:
    house = House()
    day = house.at.date().toordinal() - 719163
    one = (Round(id="r/1", day=day, size=2),)
    _bond(house, **dict.fromkeys(sides, one))
    keep(house, "check-in", {"family": "warm"}, "c/1")
    keep(house, "jar", {"text": "a card"}, "j/1")
    text = text_of(house.ask("ari", "review"))
    assert said in text
    assert "how it is inside" in text
    assert "a card into your jar" in text
    assert not any(letter.isdigit() for letter in text)


# ── what was learned ─────────────────────────────────────────────────────────
def test_one_line_is_shown_each_time_and_then_the_next() -> None:
    house = House()
    house.change("ari", keep="until-deleted")
    _learned(house, "the first", "the second")
    shown = []
    for _ in range(3):
        house.ask("ari", "review")
        shown.append(text_of(house.choose("ari", "go-on")))
        act(house, "ari: stop")
        house.wait("7d")
    assert ["the first" in one for one in shown] == [True, False, True]


def test_a_line_can_be_put_anew() -> None:
    house = House()
    _learned(house, "the first")
    play(
        """
        ari: /review
            → ari  week
        ari: [go-on]
            → ari  learning
        ari: [change]
            → ari  new-line
        ari: said better
            → ari  new-meaning
        """,
        house,
    )
    (line,) = of_kind(house, "learning")
    assert line.body["learning"].open_for("test") == "said better"


def test_a_line_can_go_and_changing_nothing_leaves_it() -> None:
    house = House()
    _learned(house, "the first")
    for line in ("/review", "[go-on]", "[change]", "skip", "stop"):
        act(house, f"ari: {line}")
    assert of_kind(house, "learning")
    house.wait("1m")
    for line in ("/review", "[go-on]", "[drop]"):
        act(house, f"ari: {line}")
    assert of_kind(house, "learning") == []


# ── guesses and kinds ────────────────────────────────────────────────────────
@pytest.mark.parametrize("said", sorted(GUESSES))
def test_three_guesses_are_held_against_how_it_went(said: str) -> None:
    house = House()
    rounds(house, *GUESSES[said])
    house.ask("ari", "review")
    text = text_of(house.choose("ari", "go-on"))
    assert said in text
    assert "Bo" not in text


@pytest.mark.parametrize(
    "pairs",
    [
        (("good", "good"), ("good", "good")),
        (("no-idea", "good"), ("good", "good"), ("good", "good")),
        (("", "good"), ("good", "good"), ("good", "")),
    ],
)
def test_fewer_than_three_say_nothing(pairs: tuple[tuple[str, str], ...]) -> None:
    house = House()
    rounds(house, *pairs)
    house.ask("ari", "review")
    assert house.choose("ari", "go-on")[-1].step == "new-meaning/new-meaning"


def test_the_kinds_that_were_told_are_named_without_anybody() -> None:
    house = House()
    rounds(house, ("", "good"), family="heated")
    house.ask("ari", "review")
    text = text_of(house.choose("ari", "go-on"))
    assert "Heated" in text
    assert "Bo" not in text


# ── an intention, or none ────────────────────────────────────────────────────
def test_an_intention_is_shown_the_next_time_and_then_there_is_another_or_none() -> None:
    house = House()
    for line in ("/review", "[go-on]", "skip", "Call on Sunday."):
        act(house, f"ari: {line}")
    house.wait("7d")
    assert "“Call on Sunday.”" in text_of(house.ask("ari", "review"))
    for line in ("[go-on]", "skip", "[listen]"):
        act(house, f"ari: {line}")
    house.wait("8d")
    assert "“Listen once, without fixing”" in text_of(house.ask("ari", "review"))
    for line in ("[go-on]", "skip", "skip"):
        act(house, f"ari: {line}")
    assert of_kind(house, "intention")
    for line in ("/review", "[go-on]", "skip", "[none]"):
        act(house, f"ari: {line}")
    assert of_kind(house, "intention") == []


# ── next time ────────────────────────────────────────────────────────────────
def planned() -> House:
    """Ari wanted to be asked on Sundays, and has been."""
    house = House()
    house.ask("ari", "prompts")
    for pick in ("weekly-review", "sundays", "keep", "enough"):
        house.choose("ari", pick)
    house.wait("6d 4h")
    return house


@pytest.mark.parametrize(
    ("pick", "said", "stays"),
    [
        ("as-it-is", "bye-note", True),
        ("change", "other-time-note", True),
        ("off", "off-note", False),
    ],
)
def test_next_time_is_chosen_at_the_end(pick: str, said: str, stays: bool) -> None:  # noqa: FBT001 - pytest's
    house = planned()
    for line in ("[open]", "[go-on]", "skip", "skip"):
        act(house, f"ari: {line}")
    assert said in house.choose("ari", pick)[-1].names()
    assert bool(house.person("ari").plans) == stays


def test_weeks_that_were_missed_are_never_mentioned() -> None:
    house = planned()
    fresh = text_of(house.copy().choose("ari", "open"))
    house.wait("14d")
    assert text_of(house.choose("ari", "open")) == fresh


def test_every_question_may_be_passed_over() -> None:
    house = planned()
    rounds(house, *GUESSES["alike"])
    _learned(house, "the first")
    house.choose("ari", "open")
    for _ in range(6):
        house.ask("ari", "skip")
    assert not house.sessions


def test_in_short_mode_it_is_taps_alone() -> None:
    house = planned()
    rounds(house, *GUESSES["alike"])
    _learned(house, "the first")
    house.change("ari", small=True)
    for pick in ("open", "go-on", "keep", "go-on", "skip"):
        offered = dict(house.open_for("ari")[-1].choices)
        assert len({*offered} - {"skip"}) <= 2
        house.choose("ari", pick)
    house.choose("ari", "as-it-is")
    assert not house.sessions


# ── what a round leaves for it ───────────────────────────────────────────────
def test_a_guess_and_the_kind_are_kept_with_the_rating_for_their_writer_alone() -> None:
    house = House()
    for line in ("/share bo", "[me]", "[slow]", "[relay]"):
        act(house, f"ari: {line}")
    for line in ("bo: [yes]", "bo: [4]", "bo: [calm]", "ari: [calm]", "ari: [sore]", "ari: [sad]"):
        act(house, line)
    for line in ("skip", "skip", "[2]", "[listen]", "[middle]", "[send]"):
        act(house, f"ari: {line}")
    for line in ("bo: skip", "bo: I am here.", "bo: [send]", "ari: [yes]"):
        act(house, line)
    for line in ("skip", "skip", "skip", "[good]", "[none]"):
        act(house, f"ari: {line}")
    house.wait("2d")
    (kept,) = house.bond("ari", "bo").shared
    assert (kept.guess, kept.family, kept.band) == ("middle", "sore", "good")
    assert not house.bond("bo", "ari").shared
