"""A small share in real life: said by oneself, looked at afterwards (method E15)."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.exercises.real import card, did, label_bonds, over, rated
from tests.play import House, play

QUIET = ("feel", "share", "sam", "joke", "relationship", "sore", "hurt")  # never on a lock screen


# ── the way through ──────────────────────────────────────────────────────────
def test_the_whole_of_it() -> None:
    house = play("""
        ari: /real
            → ari  who
        ari: Sam
            → ari  family  "Pick something small"
        ari: [sore]
            → ari  words
        ari: [hurt]
            → ari  text
        ari: I was left out of a joke.
            → ari  thought
        ari: skip
            → ari  size
        ari: [2]
            → ari  wish
        ari: [listen]
            → ari  guess
        ari: [middle]
            → ari  when
        ari: [none]
            → ari  went  "left out of a joke"
        ari: [did]
            → ari  theirs
        ari: Sam laughed. Then Sam asked about it.
            → ari  cared
        ari: [yes]
            → ari  respected
        ari: [some]
            → ari  gentle
        ari: [yes]
            → ari  band
        ari: [middle]
            → ari  sting
        ari: [bit]
            → ari  tell
        ari: [both]
            → ari  clumsy
            → ari  phrase
        ari: [phrase-1]
            → ari  felt
        ari: [brushed-off]
            → ari  better
        ari: [ask-me]
            → ari  helped
        ari: [stayed]
            → ari  told  "Sam laughed."
        ari: [will]
            → ari  when
        ari: [none]
            → ari  tried
        ari: [yes]
            → ari  band
        ari: [good]
            → ari  sting
        ari: [none]
            → ari  learning  "What you expected: In the middle. How it was: Really good."
        ari: It was easier than I thought.
            → ari  closer
        ari: [unsure]
            → ari  over-note
        """)
    (bond,) = label_bonds(house)
    (kept,) = bond.shared
    assert (kept.size, kept.band, kept.sting, kept.guess) == (2, "good", "none", "middle")
    assert (kept.cared, kept.respected, kept.gentle) == ("yes", "some", "yes")
    assert kept.closer == "unsure"
    (record,) = house.records
    assert (record.kind, record.other) == ("learning", bond.other)
    assert house.sessions == {}


def test_a_change_of_mind_is_a_full_answer_and_leaves_nothing() -> None:
    house = card(House())
    house.choose("ari", "none")
    seen = house.choose("ari", "changed")
    assert "full answer" in seen[-1].text
    assert (house.sessions, label_bonds(house), house.records) == ({}, [], [])


def test_not_yet_shows_the_card_again_when_they_come_back() -> None:
    house = card(House())
    house.choose("ari", "none")
    house.choose("ari", "not-yet")
    seen = house.choose("ari", "none")
    assert "left out of a joke" in seen[-1].text


def test_the_three_answers_come_in_short_mode_too() -> None:
    house = card(House())
    house.say("ari", "small")
    house.choose("ari", "none")
    assert [id_ for id_, _ in house.open_for("ari")[-1].choices] == ["did", "not-yet", "changed"]


def test_every_rating_may_be_passed_over_and_then_nothing_is_kept() -> None:
    house = did(House())
    for _ in range(5):
        house.say("ari", "skip")
    over(house)
    assert label_bonds(house) == []


@pytest.mark.parametrize("band", ["good", "middle", "bad"])
def test_the_band_changes_what_is_offered_and_not_what_may_be_done(band: str) -> None:
    house = rated(House(), band)
    shown = house.open_for("ari")[-1]
    assert {"helped", "better", "both", "keep"} <= {id_ for id_, _ in shown.choices}
    if band == "bad":
        assert any("don't have to do anything" in one.text for one in house.seen_by("ari"))
        assert {"leave", "break"} <= {id_ for id_, _ in shown.choices}


def test_what_was_not_kept_of_the_words_to_say_goes_nowhere() -> None:
    house = rated(House(), "middle")
    for pick in ("better", "phrase-1", "hurt", "slower"):
        house.choose("ari", pick)
    house.say("ari", "skip")
    house.choose("ari", "keep")
    assert {"phrase", "felt", "better", "theirs"}.isdisjoint(house.session.answers["self"])


def test_other_words_may_be_chosen() -> None:
    house = rated(House(), "middle")
    for pick in ("better", "phrase-1", "hurt", "slower", "stayed"):
        house.choose("ari", pick)
    house.choose("ari", "edit")
    assert house.session.step == "tell-middle"


# ── a sting that is a lot ────────────────────────────────────────────────────
def test_after_a_sting_that_is_a_lot_a_break_comes_first() -> None:
    house = rated(House(), "bad", "lot")
    shown = {id_ for id_, _ in house.open_for("ari")[-1].choices}
    assert shown == {"break", "tomorrow", "leave"}


def test_words_for_it_come_the_next_day_at_the_earliest() -> None:
    house = rated(House(), "bad", "lot")
    house.choose("ari", "tomorrow")
    assert [one for one in house.wait("19h") if one.kind == "question"] == []
    (note,) = [one for one in house.wait("5h") if one.kind == "question"]
    assert not any(word in note.preview.casefold() for word in QUIET)
    house.choose("ari", "open")
    assert house.session.step == "tell-middle"


def test_the_note_of_the_next_day_can_be_called_off() -> None:
    house = rated(House(), "bad", "lot")
    house.choose("ari", "tomorrow")
    house.choose("ari", "call-off")
    over(house)
    assert house.wait("3d") == []


# ── the note ─────────────────────────────────────────────────────────────────
AFTERNOON = datetime(2026, 1, 5, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("choice", "zone", "after"),
    [
        ("hour", "UTC", timedelta(hours=1)),
        ("evening", "UTC", timedelta(hours=4)),
        ("evening", "America/Chicago", timedelta(hours=10)),  # 9:00 there
        ("tomorrow", "UTC", timedelta(hours=24)),
        ("hour", "Asia/Dubai", timedelta(hours=1)),  # 20:00 there
        (
            "tomorrow",
            "Asia/Tokyo",
            timedelta(hours=32, minutes=30),
        ),  # midnight there, so the morning
    ],
)
def test_a_note_comes_at_the_time_that_was_chosen(choice: str, zone: str, after: timedelta) -> None:
    house = card(House(at=AFTERNOON, zones={"ari": zone}))
    house.choose("ari", choice)
    (note,) = [one for one in house.wait("40h") if one.kind == "question"]
    assert note.at - AFTERNOON == after


def test_an_evening_that_has_begun_is_an_hour_away() -> None:
    house = card(House(at=datetime(2026, 1, 5, 19, 30, tzinfo=UTC)))
    house.choose("ari", "evening")
    (note,) = [one for one in house.wait("2h") if one.kind == "question"]
    assert note.at == datetime(2026, 1, 5, 20, 30, tzinfo=UTC)


def test_the_note_says_nothing_until_it_is_opened() -> None:
    house = card(House())
    house.choose("ari", "hour")
    (note,) = [one for one in house.wait("2h") if one.kind == "question"]
    assert not any(word in note.text.casefold() for word in QUIET)
    assert "left out of a joke" in house.choose("ari", "open")[-1].text


def test_not_now_leaves_it_there_and_asks_no_more() -> None:
    house = card(House())
    house.choose("ari", "hour")
    house.wait("2h")
    house.choose("ari", "not-now")
    assert [one for one in house.wait("5d") if one.kind == "question"] == []
    assert "joke" in house.choose("ari", "open")[-1].text


def test_whoever_wants_no_note_gets_none_and_after_a_week_it_is_gone() -> None:
    house = card(House())
    house.choose("ari", "none")
    assert [one.kind for one in house.wait("8d") if one.kind != "edit"] == []
    assert (house.sessions, label_bonds(house)) == ({}, [])


def test_whoever_answers_first_gets_no_note() -> None:
    house = card(House())
    house.choose("ari", "hour")
    house.choose("ari", "did")
    assert [one for one in house.wait("3h") if one.kind == "question"] == []


def test_a_note_comes_for_the_other_way_too() -> None:
    house = rated(House(), "middle")
    for pick in ("better", "phrase-1", "hurt", "slower", "stayed", "will", "tomorrow"):
        house.choose("ari", pick)
    house.wait("25h")
    seen = house.choose("ari", "open")
    assert "another way" in seen[-1].text
    house.choose("ari", "not-yet")
    house.choose("ari", "none")
    house.choose("ari", "leave")
    over(house)


def test_the_note_takes_the_day_for_all_other_notes() -> None:
    house = House()
    house.ask("ari", "prompts")
    for pick in ("check-in", "evenings", "keep", "enough"):
        house.choose("ari", pick)
    card(house)
    house.choose("ari", "hour")
    asked = [one for one in house.wait("20h") if one.kind == "question"]
    assert [one.at.hour for one in asked] == [16]
    assert house.person("ari").plans[0].ignored == 0
