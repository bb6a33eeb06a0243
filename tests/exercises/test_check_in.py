"""A check-in: alone, short, and as a note at a time that was chosen (method E3, C19)."""

from datetime import UTC, datetime

import pytest

from bot.text.typed import plain
from tests.play import House, act, play
from tests.seen import Seen

FORBIDDEN = ("feel", "weather", "share", "check-in", "relationship", "sore", "mood")


def kinds(house: House) -> list[str]:
    return [record.kind for record in house.records]


def planned(kind: str = "check-in", when: str = "evenings") -> House:
    """A house in which Ari has asked for a note every evening at 8."""
    house = House()
    house.ask("ari", "prompts")
    for pick in (kind, when, "keep", "enough"):
        house.choose("ari", pick)
    return house


def notes(seen: list[Seen]) -> list[Seen]:
    return [one for one in seen if one.kind == "question"]


def test_the_whole_of_it() -> None:
    house = play("""
        ari: /check-in
            → ari  family
        ari: [sore]
            → ari  words
        ari: [sad, hurt]
            → ari  energy
        ari: [3]
            → ari  text
        ari: the plan changed
            → ari  need
        ari: [rest]
            → ari  after
        ari: [keep]
            → ari  kept-note
        """)
    assert kinds(house) == ["check-in", "noted"]
    tapped, noted = house.records
    assert set(tapped.body) == {"family", "words", "energy", "need"}
    assert set(noted.body) == {"text"}


def test_every_question_may_be_passed_over() -> None:
    house = House()
    house.ask("ari", "check-in")
    for _ in range(4):
        house.ask("ari", "skip")
    house.choose("ari", "drop")
    assert house.sessions == {}
    assert kinds(house) == []


def test_in_short_mode_one_tap_is_all() -> None:
    house = House()
    house.ask("ari", "small")
    house.ask("ari", "check-in")
    seen = house.choose("ari", "sore")
    assert "✓" in seen[-1].text
    assert house.sessions == {}


def test_whoever_keeps_no_numbers_keeps_no_taps() -> None:
    house = House()
    house.change("ari", numbers="none")
    house.ask("ari", "check-in")
    house.choose("ari", "warm")
    for _ in range(2):
        house.ask("ari", "skip")
    house.say("ari", "sun on the stairs")
    house.ask("ari", "skip")
    house.choose("ari", "keep")
    assert kinds(house) == ["noted"]


def test_own_words_are_kept_as_texts_are() -> None:
    house = House()
    house.ask("ari", "check-in")
    house.choose("ari", "mixed")
    house.say("ari", "a bit like soup")
    for _ in range(3):
        house.ask("ari", "skip")
    house.choose("ari", "keep")
    tapped, noted = house.records
    assert "words" in noted.body
    assert "words" not in tapped.body


def test_its_line_is_a_ready_answer_in_the_share_that_is_made_of_it() -> None:
    house = House()
    house.ask("ari", "check-in")
    for line in ("[sore]", "[sad]", "skip", "They forgot to ask me.", "skip"):
        act(house, f"ari: {line}")
    told = house.choose("ari", "share")
    assert any("a ready answer in your next share, for a day" in one.text for one in told)
    house.choose("ari", "small-share")
    (session,) = house.sessions.values()
    assert session.script == "small-share"
    carried = house.person("ari").carried
    assert carried
    assert carried.open_for("test") == "They forgot to ask me."


def test_without_a_line_nothing_is_promised_and_it_may_be_by_name_or_in_real_life() -> None:
    for pick, script in (("real-life", ["real-life"]), ("by-name", [])):
        house = House()
        house.ask("ari", "check-in")
        for line in ("[sore]", "[sad]", "skip", "skip", "skip"):
            act(house, f"ari: {line}")
        assert "ready answer" not in "".join(one.text for one in house.choose("ari", "share"))
        house.choose("ari", pick)
        assert [one.script for one in house.sessions.values()] == script
        assert house.person("ari").carried is None


def test_into_the_jar() -> None:
    house = House()
    house.ask("ari", "check-in")
    house.choose("ari", "sore")
    house.choose("ari", "sad")
    house.ask("ari", "skip")
    house.say("ari", "they forgot to ask me")
    house.ask("ari", "skip")
    house.choose("ari", "jar")
    assert "jar" in kinds(house)


# ── as a note ────────────────────────────────────────────────────────────────
def test_the_note_comes_at_its_time_and_says_nothing_of_what_it_is() -> None:
    house = planned()
    (note,) = notes(house.wait("6h"))
    assert note.at == datetime(2026, 1, 5, 20, 0, tzinfo=UTC)
    assert not [word for word in FORBIDDEN if word in plain(note.preview)]
    assert [id_ for id_, _ in note.choices] == ["open", "not-today"]


def test_a_tap_opens_it() -> None:
    house = planned()
    house.wait("6h")
    (asked,) = notes(house.choose("ari", "open"))
    assert "weather" in asked.text


def test_not_today_is_an_answer_and_it_comes_again_tomorrow() -> None:
    house = planned()
    for _ in range(8):
        house.wait("24h")
        house.choose("ari", "not-today")
    assert house.person("ari").plans[0].ignored == 0


def test_three_that_were_not_answered_are_followed_by_one_question_and_then_by_silence() -> None:
    house = planned()
    heard = [[id_ for id_, _ in one.choices] for one in notes(house.wait("14d"))]
    assert (
        heard
        == [["open", "not-today"]] * 3
        + [["open", "other-time", "off"]]
        + [["open", "not-today"]] * 2
    )
    assert house.person("ari").plans == ()


def test_off_is_off() -> None:
    house = planned()
    house.wait("74h")
    house.wait("6h")
    house.choose("ari", "off")
    assert house.person("ari").plans == ()
    assert notes(house.wait("14d")) == []


@pytest.mark.parametrize("hours", [3, 5, 200])
def test_after_a_long_sleep_nothing_is_made_up_for(hours: int) -> None:
    house = planned()
    house.wait("4h 59m")
    seen = house.sleep(f"{hours}h")
    assert notes(seen) == []


def test_a_short_outage_is_made_up_for() -> None:
    house = planned()
    house.wait("4h 59m")
    assert len(notes(house.sleep("61m"))) == 1


def test_an_older_note_that_stands_open_is_not_asked_a_second_time() -> None:
    house = planned()
    house.wait("6h")
    before = len(house.open_for("ari"))
    house.wait("23h")
    assert len(house.open_for("ari")) == before


def test_whoever_is_in_it_anyway_is_not_asked_and_has_passed_over_nothing() -> None:
    house = planned()
    house.wait("4h 50m")
    house.ask("ari", "check-in")
    assert notes(house.wait("20m")) == []
    assert house.person("ari").plans[0].ignored == 0


def test_whoever_is_in_it_anyway_hears_of_the_other_kind_that_is_due() -> None:
    house = planned()
    house.ask("ari", "prompts")
    for pick in ("small-one", "evenings", "keep", "enough"):
        house.choose("ari", pick)
    house.wait("4h 50m")
    house.ask("ari", "check-in")
    (note,) = notes(house.wait("20m"))
    assert house.sessions[note.key.partition(".")[0]].script == "small-one"


def test_whoever_wants_no_notes_gets_none() -> None:
    house = planned()
    house.change("ari", prompts="none")
    assert notes(house.wait("14d")) == []


def test_nobody_else_sees_any_of_it() -> None:
    house = planned()
    house.wait("6h")
    house.choose("ari", "open")
    house.choose("ari", "dark")
    assert house.seen_by("bo") == []
