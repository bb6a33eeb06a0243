"""Passing in a circle: enough, a turn not taken, a pause. To the others each is a silence."""

from datetime import timedelta

import pytest

from bot.engine.scene import SOFT
from tests.exercises import ring
from tests.exercises.ring import THREE, asked, begun, invited, says_yes, view
from tests.play import House, catalog, person_id

DAY, SOON = "24h", "20m"


def shared_with(said: str, *, pace: str = "slow") -> House:
    """Ari has sent a share that asks all; Bo and Cleo have both said this before."""
    house = begun(pace=pace)
    for name in ("bo", "cleo"):
        house.choose(name, said)
    ring.wants(house, "ari", "ari")
    ring.drafts(house, "ari", "all")
    house.choose("ari", "send")
    return house


# ── enough ───────────────────────────────────────────────────────────────────
def test_that_both_others_had_enough_looks_like_both_saying_nothing() -> None:
    enough, silent = shared_with("enough"), shared_with("listen")
    assert view(enough, "ari") == view(silent, "ari")
    for house in (enough, silent):
        house.wait(DAY)
    assert view(enough, "ari") == view(silent, "ari")
    assert "No answer came this time" in enough.seen_by("ari")[-2].text
    assert asked(enough, "ari") == "next/stay"


def test_whoever_had_enough_does_not_hold_up_those_who_have_not() -> None:
    house = begun()
    house.choose("cleo", "enough")
    ring.wants(house, "ari", "ari", "bo")
    ring.drafts(house, "ari", "all")
    house.choose("ari", "send")
    assert asked(house, "ari") == ""
    ring.answers(house, "bo", "So it felt cold.")
    assert asked(house, "ari") == "rate/band"


@pytest.mark.parametrize("how_many", ["one", "two"])
def test_who_passes_to_the_end_is_drawn_for_an_answer_last(how_many: str) -> None:
    for spent in ("bo", "cleo", "dan"):
        names = (*THREE, "dan")
        house = begun(*names)
        house.choose(spent, "enough")
        ring.wants(house, "ari", *(name for name in names if name != spent))
        ring.drafts(house, "ari", how_many)
        house.choose("ari", "send")
        assert asked(house, spent) == ""
        answering = [name for name in names if asked(house, name) == "answer/say-back"]
        assert len(answering) == {"one": 1, "two": 2}[how_many]


def test_nobody_is_told_that_others_answer_where_nobody_does() -> None:
    house = ring.shared(how_many="witness")
    assert "Nobody was asked for an answer" in house.seen_by("bo")[-1].text


# ── a turn that is not taken ─────────────────────────────────────────────────
def test_whoever_was_drawn_may_still_pass_and_nobody_can_tell() -> None:
    houses = {name: begun() for name in ("not-now", "silent", "stop")}
    for name, house in houses.items():
        for other in ("bo", "cleo"):
            house.choose(other, "listen")
        house.choose("ari", "turn")
        if name == "not-now":
            house.choose("ari", "not-now")
        if name == "stop":
            house.say("ari", "stop")
        house.wait(DAY)
    one, *rest = (view(house, "bo", "cleo") for house in houses.values())
    assert [one, one] == rest
    assert asked(houses["not-now"], "ari") == "next/stay"


@pytest.mark.parametrize(("pace", "said"), [("live", "about 20 minutes"), ("slow", "about a day")])
def test_whoever_was_drawn_is_told_how_long_they_have(pace: str, said: str) -> None:
    house = begun(pace=pace)
    for name, pick in (("bo", "listen"), ("cleo", "listen"), ("ari", "turn")):
        house.choose(name, pick)
    assert said in house.seen_by("ari")[-1].text
    spans = {"live": timedelta(minutes=20), "slow": timedelta(days=1)}
    patience = catalog().current("circle").patience
    assert {name: patience[name].soft for name in SOFT} == spans


# ── a pause ──────────────────────────────────────────────────────────────────
def paused() -> House:
    """Cleo is gone, and Bo pauses openly for five minutes."""
    house = begun(pace="live")
    house.say("cleo", "stop")
    house.say("bo", "pause")
    house.choose("bo", "quiet")
    house.choose("bo", "minutes-5")
    return house


def test_a_pause_in_a_circle_waits_a_soft_limit_for_whoever_does_not_come_back() -> None:
    house = paused()
    house.wait("5m")
    house.choose("bo", "ready")
    house.choose("ari", "ready")
    house.wait("19m")
    before = len(house.log)
    house.wait(SOON)
    asked_again = [one.by for one in house.log[before:] if one.step == "next/turn"]
    assert {*asked_again} == {"ari", "bo"}


def test_a_pauser_who_stays_away_does_not_end_a_circle() -> None:
    gone, silent = paused(), paused()
    gone.say("bo", "stop")
    for house in (gone, silent):
        house.wait("25m")
        assert asked(house, "ari") == "next/turn"
        house.choose("ari", "listen")
        house.until_nothing()
    assert view(gone, "ari") == view(silent, "ari")


# ── the night ────────────────────────────────────────────────────────────────
def test_a_slow_circle_asks_nobody_in_their_quiet_hours() -> None:
    house = begun()
    house.wait("10h")  # one at night, and quiet hours end at half past eight
    ring.wants(house, "cleo")
    ring.drafts(house, "cleo", "all")
    house.choose("cleo", "send")
    assert asked(house, "ari") == asked(house, "bo") == ""
    for name in ("ari", "bo"):  # what was sent is there, and nobody who stops leaves it on its way
        assert house.seen_by(name)[-1].kind == "card"
    house.wait("8h")
    for name in ("ari", "bo"):
        (question,) = [one for one in house.seen_by(name) if one.step == "answer/say-back"]
        assert (question.at.hour, question.at.minute) == (8, 30)


def test_a_question_that_waited_for_the_morning_and_is_over_by_then_is_closed_at_once() -> None:
    house = invited()
    says_yes(house, "bo", "cleo")
    for name in ("bo", "cleo"):
        house.choose(name, "4")
    house.wait("34h")  # one at night, and nobody waits for Ari any more
    ring.wants(house, "cleo", "bo", "cleo")
    ring.drafts(house, "cleo", "all")
    house.choose("cleo", "send")
    house.say("bo", "skip", "skip")
    house.wait("8h")
    assert [one.step for one in house.open_for("ari")] == ["next/turn"]


# ── words ────────────────────────────────────────────────────────────────────
def drafted() -> House:
    house = begun()
    ring.wants(house, "ari")
    return house


def test_another_count_forgets_who_was_named_for_the_older_one() -> None:
    house = drafted()
    ring.drafts(house, "ari", "one", "bo")
    assert "From: Bo" in house.seen_by("ari")[-1].text
    house.choose("ari", "smaller")
    house.say("ari", "One laughed.", "skip")
    for pick in ("1", "comfort", "witness"):
        house.choose("ari", pick)
    shown = house.seen_by("ari")[-1].text
    assert "None, just be there" in shown
    assert "From:" not in shown


def test_whoever_trims_is_asked_for_the_thought_and_the_wish() -> None:
    house = drafted()
    for pick in ("sore", "sad"):
        house.choose("ari", pick)
    house.say("ari", "They laughed at my plan.", "I am nothing to them.", "8")
    assert "type either" in house.seen_by("ari")[-1].text.lower()
    house.choose("ari", "trim")
    house.say("ari", "One laughed.", "skip")
    house.choose("ari", "2")
    assert asked(house, "ari") == "wish/wish"
    for pick in ("ask", "all"):
        house.choose("ari", pick)
    shown = house.seen_by("ari")[-1].text
    assert "Ask me something" in shown
    assert "I am nothing to them." not in shown


def test_thanks_that_are_edited_stay_thanks() -> None:
    house = ring.shared()
    for name in ("bo", "cleo"):
        ring.answers(house, name, "So it felt cold.")
    ring.rates(house, "ari", band="good")
    for pick in ("helped", "phrase-1", "warm", "stayed", "edit"):
        house.choose("ari", pick)
    assert asked(house, "ari") == "build-helped/phrase"
    for pick in ("phrase-1", "warm"):
        house.choose("ari", pick)
    assert asked(house, "ari") == "build-helped/helped"


def test_a_line_of_the_sharers_guide_stands_before_the_answer_of_who_may_see_it() -> None:
    house = begun()
    ring.wants(house, "ari")
    ring.drafts(house, "ari", "one", "bo")
    house.choose("ari", "send")
    (question,) = [m for m in ring.to(house, "bo") if m.step == "answer/say-back"]
    (guide,) = [a for line in question.lines for a in line.args.values() if hasattr(a, "owner")]
    assert guide.owner == person_id("ari")
