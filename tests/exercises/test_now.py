"""Now: the hot moment. One card, a tap, no typing, wherever one is (method E14)."""

from datetime import timedelta

import pytest

from bot.care import retention
from tests.exercises.calm import cards, fill, keep, text_of
from tests.exercises.stages import stage
from tests.play import House, act, person_id, play

BACK = """
        ari: [quiet]
            → ari  back
        ari: [minutes-5]
            → ari  rest
        ari: [ready]
            → …
"""


def test_it_shows_exactly_one_card_and_the_next_on_not_this_one() -> None:
    house = House()
    fill(house, "the first", "the second", plan=True)
    seen = house.ask("ari", "now")
    assert [one.kind for one in seen] == ["question"]
    assert "the first" in seen[0].text
    assert "the second" not in seen[0].text
    assert [id_ for id_, _ in seen[0].choices] == ["send", "read", "not-this", "pause"]
    assert "the second" in text_of(house.choose("ari", "not-this"))
    assert "If I notice that I go quiet" in text_of(house.choose("ari", "not-this"))


def test_the_next_time_it_is_the_card_that_was_not_seen_for_the_longest() -> None:
    house = House()
    fill(house, "the first", "the second", "the third")
    shown = []
    for _ in range(4):
        shown.append(text_of(house.ask("ari", "now")))
        house.choose("ari", "read")
        house.wait("1h")
    firsts = ("the first", "the second", "the third", "the first")
    assert all(text in one for text, one in zip(firsts, shown, strict=True))


def test_read_it_to_them() -> None:
    house = House()
    fill(house, "the first")
    play(
        """
        ari: now
            → ari  card  "You wrote this when you were calm."
        ari: [read]
            → ari  read-note
        """,
        house,
    )
    assert not house.sessions
    assert cards(house) == ["the first"]


def test_the_plan_can_be_left_alone_too() -> None:
    house = House()
    fill(house, plan=True)
    play(
        """
        ari: now
            → ari  plan
        ari: [not-now]
            → ari  enough-note
        """,
        house,
    )


def test_without_a_card_it_is_the_plan_and_without_both_a_pause() -> None:
    house = House()
    fill(house, plan=True)
    play(
        """
        ari: /now
            → ari  plan  "then I will open my jar"
        ari: [do-it]
            → ari  done-note
        """,
        house,
    )
    play(
        """
        ari: now
            → ari  how  "We stop here"
        """
    )


def test_when_all_cards_were_not_the_one_a_pause_is_one_tap_away() -> None:
    house = House()
    fill(house, "the first")
    play(
        f"""
        ari: /now
            → ari  card
        ari: [not-this]
            → ari  quiet
        ari: [pause]
            → ari  how
        {BACK}
        """,
        house,
    )
    house.wait("1m")
    play(
        """
        ari: /now
            → ari  card
        ari: [not-this]
            → ari  quiet
        ari: [enough]
            → ari  enough-note
        """,
        house,
    )


def test_a_card_without_own_words_is_told_in_ones_own() -> None:
    house = House()
    house.ask("ari", "check-in")
    for pick in ("sore", "sad"):
        house.choose("ari", pick)
    for _ in range(3):
        house.ask("ari", "skip")
    house.choose("ari", "jar")
    play(
        """
        ari: now
            → ari  card  "“sad”"
        ari: [send]
            → ari  tell-note
        """,
        house,
    )
    assert house.person("ari").carried is None


@pytest.mark.parametrize("small", [True, False])
def test_in_short_mode_two_buttons_are_shown_and_nothing_has_to_be_typed(
    small: bool,  # noqa: FBT001 - pytest's
) -> None:
    house = House()
    fill(house, "the first", plan=True)
    house.change("ari", small=small)
    (seen,) = house.ask("ari", "now")
    assert [id_ for id_, _ in seen.choices][-1] == "pause"
    assert len(seen.choices) == (2 if small else 4)
    assert not seen.text.count("\n\n") > 1


def test_what_short_mode_does_not_show_can_be_typed() -> None:
    house = House()
    fill(house, "the first", "the second")
    house.change("ari", small=True)
    house.ask("ari", "now")
    assert "the second" in text_of(house.say("ari", "not this one"))


# ── from anywhere ────────────────────────────────────────────────────────────
@pytest.mark.parametrize("name", ["feel", "what", "answer", "rate", "thanks"])
@pytest.mark.parametrize("who", ["ari", "bo"])
def test_a_bare_word_is_enough_in_the_middle_of_a_round_and_the_other_sees_nothing(
    name: str, who: str
) -> None:
    house = stage(name)
    fill(house, "the first", who=who)
    before = house.session
    seen = house.say(who, "now")
    assert "the first" in text_of(seen)
    assert {one.by for one in seen} == {who}
    house.choose(who, "read")
    assert house.sessions[before.id].answers == before.answers
    assert house.sessions[before.id].asked == before.asked


def test_where_now_is_an_answer_it_is_one() -> None:
    house = stage("swap")
    fill(house, "the first")
    seen = house.say("ari", "now")
    assert not [one for one in seen if "the first" in one.text]
    assert len(house.sessions) == 1


def test_it_is_asked_once_and_shown_again_where_it_stands() -> None:
    house = House()
    fill(house, "the first", "the second")
    assert "the first" in text_of(house.say("ari", "now"))
    assert "the first" in text_of(house.say("ari", "now"))
    assert len(house.sessions) == 1


@pytest.mark.parametrize("how", ["tapped", "typed"])
def test_a_pause_in_it_is_a_pause_of_the_round_behind_it(how: str) -> None:
    house = stage("what")
    fill(house, "the first")
    house.say("ari", "now")
    seen = house.choose("ari", "pause") if how == "tapped" else house.say("ari", "break")
    assert {one.by for one in seen} == {"ari"}
    assert house.session.script == "small-share"
    assert house.session.asides.keys() == {"sharer"}


def test_with_nothing_kept_it_is_a_break_of_the_round_that_is_on() -> None:
    house = stage("what")
    seen = house.say("ari", "now")
    assert {one.by for one in seen} == {"ari"}
    assert house.session.asides.keys() == {"sharer"}


def test_a_quick_check_stays_open_behind_it() -> None:
    house = House()
    fill(house, "the first")
    house.say("ari", "I want to kill myself")
    house.say("ari", "now")
    house.choose("ari", "read")
    assert house.session.script == "quick-check"


# ── into a share ─────────────────────────────────────────────────────────────
TO_WHAT = ("/share bo", "[me]", "[slow]", "[relay]")
READY = ("bo: [yes]", "bo: [4]", "bo: [calm]", "ari: [calm]", "ari: skip")


def _carried(text: str = "You left, and I minded.") -> House:
    """Ari wants to tell this card, and is asked in a share what it is about."""
    house = House()
    fill(house, text)
    house.ask("ari", "now")
    house.choose("ari", "send")
    for line in (*(f"ari: {line}" for line in TO_WHAT), *READY):
        act(house, line)
    return house


def test_a_card_stands_ready_in_the_next_share_and_goes_out_after_a_preview() -> None:
    house = _carried()
    assert "You left" not in "".join(one.text for one in house.seen_by("bo"))
    asked = house.offering("ari", "carried")
    assert dict(asked.choices)["carried"] == "You left, and I minded."
    house.choose("ari", "carried")
    for line in ("skip", "[2]", "[listen]", "skip"):
        act(house, f"ari: {line}")
    assert "You left" not in "".join(one.text for one in house.seen_by("bo"))
    act(house, "ari: [send]")
    assert "You left, and I minded." in "".join(one.text for one in house.seen_by("bo"))
    assert house.person("ari").carried is None


def test_other_words_are_just_as_welcome_and_the_card_stays_where_it_was() -> None:
    house = _carried()
    house.say("ari", "Something else came up.")
    assert house.session.asked == {"sharer": "thought"}
    assert house.person("ari").carried is not None
    assert cards(house) == ["You left, and I minded."]


def test_a_long_card_is_short_on_its_button_and_whole_on_the_card() -> None:
    long = "It was a long day. " * 10
    house = _carried(long)
    assert len(dict(house.offering("ari", "carried").choices)["carried"]) <= 80
    house.choose("ari", "carried")
    assert house.session.answers["sharer"]["text"].open_for("test") == long


def test_in_short_mode_a_tap_is_all() -> None:
    house = _carried()
    house.ask("ari", "small")
    (asked,) = [one for one in house.ask("ari", "back") if one.choices]
    assert [id_ for id_, _ in asked.choices] == ["carried"]


def test_what_was_not_taken_up_is_gone_after_a_day() -> None:
    house = House()
    fill(house, "the first")
    house.ask("ari", "now")
    house.choose("ari", "send")
    house.wait(retention.PENDING)
    assert house.person("ari").carried is None
    assert cards(house) == ["the first"]


def test_the_one_who_listens_is_never_offered_what_they_carry() -> None:
    house = House()
    fill(house, "mine alone", who="bo")
    house.ask("bo", "now")
    house.choose("bo", "send")
    for line in (*(f"ari: {line}" for line in TO_WHAT), *READY, "ari: They forgot me."):
        act(house, line)
    for line in ("skip", "[2]", "[listen]", "skip", "[send]"):
        act(house, f"ari: {line}")
    assert not [one for one in house.log if "mine alone" in one.text and one.by == "ari"]
    assert "carried" not in {id_ for one in house.open_for("bo") for id_, _ in one.choices}


def test_whoever_trims_at_once_is_taken_to_wish_for_listening() -> None:
    house = House()
    for line in (*(f"ari: {line}" for line in TO_WHAT), *READY, "ari: They forgot me."):
        act(house, line)
    for line in ("skip", "[bigger]", "[trim]", "They forgot me once.", "[2]", "[send]"):
        act(house, f"ari: {line}")
    (asked,) = [one for one in act(house, "bo: skip") if one.kind == "question"]
    assert "Just listen" in asked.text


# ── nobody else ──────────────────────────────────────────────────────────────
def test_nothing_of_it_is_in_anybody_elses_message() -> None:
    house = House()
    fill(house, "kanarie one", plan=True)
    keep(house, "learning", {}, "x/1/sharer/learning/1")
    for line in ("now", "[not-this]", "[pause]", "[quiet]", "[minutes-5]", "[enough]"):
        act(house, f"ari: {line}") if not line.startswith("[enough") else house.wait("5m")
    assert house.seen_by("bo") == []
    assert not [one for one in house.messages if one.to != person_id("ari")]


def test_a_clock_that_was_set_back_hides_no_card() -> None:
    house = House()
    fill(house, "the only one")
    house.ask("ari", "now")
    house.choose("ari", "read")
    house.at -= timedelta(days=1)
    assert "the only one" in text_of(house.ask("ari", "now"))
