"""A circle of three to six: all say yes, one shares, some answer, anybody passes (method E12)."""

import msgspec
import pytest

from bot.engine import parts
from tests.exercises import ring
from tests.exercises.ring import SIX, THREE, asked, begun, invited, says_yes, shared, view
from tests.play import House, play

DAY = "24h"


# ── space and order ──────────────────────────────────────────────────────────
def test_the_smallest_space_is_the_limit_and_it_is_in_no_message_whose_it_was() -> None:
    house = invited()
    says_yes(house, "bo", "cleo")
    for name, space in (("ari", "5"), ("bo", "2"), ("cleo", "6")):
        house.choose(name, space)
    for name in THREE:
        assert "Today it is up to 2." in house.seen_by(name)[-1].text
    other = invited()
    says_yes(other, "bo", "cleo")
    for name, space in (("ari", "2"), ("bo", "6"), ("cleo", "5")):
        other.choose(name, space)
    assert view(house, "cleo")[-1] == view(other, "cleo")[-1]


def test_whoever_says_no_number_has_no_say_in_the_limit() -> None:
    house = invited()
    says_yes(house, "bo", "cleo")
    house.choose("ari", "4")
    house.wait(DAY)
    assert "Today it is up to 4." in house.seen_by("bo")[-1].text


def test_nobody_is_told_whose_turn_it_is_before_a_card_comes() -> None:
    views = []
    for sharer in ("ari", "bo"):
        house = begun()
        ring.wants(house, sharer)
        other = "bo" if sharer == "ari" else "ari"
        assert not [one for one in house.seen_by(other) if "your-turn" in str(one.words)]
        views.append([one.step for one in house.seen_by("cleo")])
    assert views[0] == views[1]


def test_a_pass_is_not_told_from_a_turn_that_comes_later() -> None:
    seen = []
    for said in ("turn", "listen", "enough"):
        house = begun()
        first = parts.in_order(house.session, ("member-1", "member-2"))[0]
        drawn, other = ("ari", "bo") if first == "member-1" else ("bo", "ari")
        house.choose(other, said)
        house.choose("cleo", "listen")
        house.choose(drawn, "turn")
        assert asked(house, drawn) == "your-turn/your-turn"
        seen.append(view(house, "cleo"))
    assert seen[0] == seen[1] == seen[2]


def test_the_order_is_the_same_whenever_it_is_looked_at_and_another_in_another_circle() -> None:
    house = begun(*SIX)
    roles = tuple(house.session.players)
    assert parts.in_order(house.session, roles) == parts.in_order(house.session, roles)
    salts = (msgspec.structs.replace(house.session, salt=salt) for salt in "abcdef")
    assert len({tuple(parts.in_order(one, roles)) for one in salts}) > 1


def test_a_turn_that_is_kept_looks_like_a_turn_in_silence() -> None:
    kept, silent, gone = begun(), begun(), begun()
    for house in (kept, silent, gone):
        ring.wants(house, "ari")
        ring.drafts(house, "ari", "all")
    kept.choose("ari", "keep")
    gone.say("ari", "stop")
    for house in (kept, silent, gone):
        house.wait(DAY)
    assert view(kept, "bo", "cleo") == view(silent, "bo", "cleo") == view(gone, "bo", "cleo")
    assert asked(kept, "ari") == asked(silent, "ari") == "next/stay"


def test_whoever_has_had_enough_is_asked_nothing_more_and_still_reads_along() -> None:
    house = begun()
    house.choose("cleo", "enough")
    house.choose("bo", "listen")
    ring.wants(house, "ari", "ari")
    ring.drafts(house, "ari", "all")
    house.choose("ari", "send")
    assert asked(house, "cleo") == ""
    assert house.seen_by("cleo")[-1].kind == "card"
    ring.answers(house, "bo", "So it felt cold.")
    assert "So it felt cold." in house.seen_by("cleo")[-1].text


# ── share and answers ────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("how_many", "named", "chosen"),
    [
        ("one", ("dan",), {"dan"}),
        ("two", ("bo", "eli"), {"bo", "eli"}),
        ("all", (), {"bo", "cleo", "dan", "eli", "fay"}),
        ("witness", (), set()),
    ],
)
def test_the_sharer_says_how_many_answer_and_who(
    how_many: str, named: tuple[str, ...], chosen: set[str]
) -> None:
    house = shared(*SIX, how_many=how_many, named=named)
    wanted = {name for name in SIX if asked(house, name) == "answer/say-back"}
    assert wanted == chosen
    words = "answer/word" if chosen else "be-there/word"
    assert {name for name in SIX if asked(house, name) == words} == {*SIX[1:]} - chosen


@pytest.mark.parametrize(("how_many", "number"), [("one", 1), ("two", 2)])
def test_where_nobody_is_named_they_are_drawn(how_many: str, number: int) -> None:
    house = shared(*SIX, how_many=how_many)
    assert [asked(house, name) for name in SIX].count("answer/say-back") == number


def test_whoever_is_named_beside_one_who_is_drawn_is_asked_in_any_case() -> None:
    house = shared(*SIX, how_many="two", named=("fay",))
    assert asked(house, "fay") == "answer/say-back"
    assert [asked(house, name) for name in SIX].count("answer/say-back") == 2


def test_an_answer_goes_to_all_once_it_is_sent_and_nobody_can_reply_to_it() -> None:
    house = shared(how_many="one", named=("bo",))
    house.say("bo", "So it felt cold.")
    house.choose("bo", "here")
    seen = house.choose("bo", "send")
    assert {one.by for one in seen if one.kind == "card"} == {"ari", "cleo"}
    house.choose("bo", "ok")
    assert asked(house, "cleo") == "answer/word"
    assert asked(house, "ari") == ""


def test_whoever_only_reads_sends_nothing_and_nobody_hears_of_it() -> None:
    house = shared(how_many="witness")
    house.say("bo", "skip")
    seen = house.say("cleo", "skip")
    assert not [one for one in seen if one.kind == "card"]
    assert asked(house, "ari") == "next/stay"


# ── ratings and feedback ─────────────────────────────────────────────────────
def answered(**given: object) -> House:
    """Bo and Cleo have both answered."""
    house = shared(**given)  # type: ignore[arg-type]  # what `shared` takes
    ring.answers(house, "bo", "So it felt cold.")
    ring.answers(house, "cleo", "So it felt small.")
    return house


def test_each_answer_is_looked_at_by_itself_and_feedback_goes_to_its_writer_alone() -> None:
    house = answered()
    assert "answer from Bo" in house.seen_by("ari")[-1].text
    ring.rates(house, "ari")
    ring.tells(house, "ari")
    assert "slower" in house.seen_by("bo")[-1].text
    assert "answer from Cleo" in house.seen_by("ari")[-1].text
    ring.rates(house, "ari", band="bad")
    ring.tells(house, "ari")
    for name in ("bo", "cleo"):
        assert len([one for one in house.seen_by(name) if "felt better" in one.text]) == 1


@pytest.mark.parametrize("place", ["relay", "room"])
def test_what_is_told_to_one_moves_nothing_for_the_others(place: str) -> None:
    seen = []
    for end in ("send", "keep"):
        house = answered(place=place)
        ring.rates(house, "ari")
        house.wait("3h")
        ring.tells(house, "ari", end)
        house.until_nothing()
        seen.append(view(house, "cleo", "room"))
    assert seen[0] == seen[1]


def test_ratings_are_in_nobody_elses_messages_and_are_not_kept() -> None:
    house = answered()
    before = {name: len(house.seen_by(name)) for name in ("bo", "cleo")}
    ring.rates(house, "ari", sting="lot")
    house.choose("ari", "leave")
    ring.rates(house, "ari", band="good")
    assert before == {name: len(house.seen_by(name)) for name in ("bo", "cleo")}
    house.choose("ari", "keep")
    house.until_nothing()
    assert not house.kept
    assert not house.records


def test_a_circle_changes_nothing_that_two_people_keep_about_each_other() -> None:
    house = answered()
    before = dict(house.bonds)
    ring.rates(house, "ari")
    ring.tells(house, "ari")
    ring.rates(house, "ari", band="bad", sting="lot")
    house.choose("ari", "leave")
    (steady,) = house.say("bo", "steady")
    assert "no question open" in steady.text.lower() or "nothing" in steady.text.lower()
    house.until_nothing()
    assert house.bonds == before
    silent = invited()
    bonds = dict(silent.bonds)
    silent.until_nothing()
    assert silent.bonds == bonds


def test_unease_about_one_answer_is_a_rest_from_that_one_alone() -> None:
    house = answered()
    house.choose("ari", "uneasy")
    assert house.bond("ari", "bo").rest_until is not None
    assert house.bond("ari", "cleo").rest_until is None


# ── the whole of it ──────────────────────────────────────────────────────────
def test_a_circle_from_the_first_word_to_the_last() -> None:
    play(
        """
        ari: /circle bo, cleo
            → ari  check-any
        ari: [none]
            → ari  pace  "A circle with bo, cleo"
        ari: [live]
            → ari  place
        ari: [relay]
            → ari  asked  "and I never say who it was"
            → bo   invite
            → cleo invite
        bo: [yes]
            → bo   check-any
        bo: [none]
            → bo   closes-by-itself
        cleo: [yes]
            → cleo check-any
        cleo: [rather-not]
            → cleo careful-note
            → ari  begun  "You can pass every time and still belong here."
            → bo   begun
            → cleo begun
            → ari  space
            → bo   space
            → cleo space
        ari: [3]
            → ari  your-part-is-in
        + 20m
            → ari  turn  "up to 3"
            → bo   turn
            → cleo turn
        bo: [turn]
            → bo   your-part-is-in
        ari: [listen]
            → ari  your-part-is-in
            → bo   your-turn  "about 20 minutes"
        bo: [go]
            → bo   family
        bo: skip
            → bo   text
        bo: I was left out.
            → bo   thought
        bo: skip
            → bo   size
        bo: [1]
            → bo   wish
        bo: skip
            → bo   how-many
        bo: [one]
            → bo   who
        bo: [member-1]
            → bo   preview  "From: Ari"
        bo: [send]
            → bo   delivered
            → ari  card  "I was left out."
            → cleo card
            → ari  say-back
            → cleo word
        cleo: With you, Bo.
            → cleo word-preview
        cleo: [send]
            → ari  card  "With you, Bo."
            → bo   card
            → cleo your-part-is-in
        + 20m
            → ari  turn
            → bo   unanswered  "No answer came this time."
            → bo   stay
            → cleo turn
        + 20m
            → ari  closed
            → bo   closed
            → cleo closed
        """,
        House(*THREE),
    )
