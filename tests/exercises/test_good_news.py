"""Good news: told, met with joy, rated in private, and turned round (method E10)."""

from datetime import timedelta

import msgspec
import pytest

from bot.care import retention
from bot.care.listening import marks
from bot.model.person import Bond
from tests.exercises.paces import Stopwatch
from tests.play import House, act, play

FIVE_MINUTES = 300.0
BEGUN = "ari: /good bo | ari: [slow] | ari: [relay] | bo: [yes]"
TOLD = "ari: I got the job. | ari: It means I can stay. | ari: [send]"
MET = "bo: You sound so proud. | bo: [best-bit] | bo: [send]"


def rated(house: House, band: str) -> House:
    """One round up to the rating, from where nothing is open."""
    for line in f"{BEGUN} | {TOLD} | {MET}".split(" | "):
        act(house, line)
    for pick in ("yes", "some", "no", band):
        house.choose("ari", pick)
    return house


def over(house: House) -> House:
    """To the end, nothing told and nothing turned round."""
    house.choose("ari", "leave" if "leave" in dict(house.open_for("ari")[-1].choices) else "keep")
    if house.open_for("ari"):  # nothing is offered to whoever rests by now
        house.choose("ari", "enough")
    house.wait("25h")
    assert house.sessions == {}
    return house


def test_the_whole_of_it() -> None:
    play("""
        ari: /good bo
            → ari  pace  "you tell first"
        ari: [slow]
            → ari  place
        ari: [relay]
            → ari  asked
            → bo   invite  "good news"
        bo: [yes]
            → ari  text
            → …
        ari: I got the job.
            → ari  meaning
        ari: I can stay here.
            → ari  preview  "I can stay here."
        ari: [send]
            → ari  delivered
            → bo   card-news  "I got the job."
            → bo   joy  "No advice"
        bo: You sound proud.
            → bo   more  "Ask one thing"
        bo: What was the best bit?
            → bo   answer-preview
        bo: [send]
            → bo   answer-sent
            → ari  card-answer  "best bit"
            → ari  cared  "Only you will see this"
        ari: [yes]
            → ari  respected
        ari: [yes]
            → ari  gentle
        ari: [yes]
            → ari  band
        ari: [good]
            → ari  tell
        ari: [helped]
            → ari  helped
        ari: [asked]
            → ari  feedback-preview
        ari: [send]
            → ari  feedback-sent
            → bo   card-feedback  "you asked for more"
            → bo   receive
        bo: [thank]
            → ari  they-thank
            → ari  swap
            → bo   swap
        ari: [now]
            → ari  closes-by-itself
        bo: [now]
            → ari  turned-note
            → bo   turned-note
            → bo   text
        """)


def test_the_gentle_round_asks_for_no_size_and_no_space() -> None:
    house = over(rated(House(), "good"))
    assert not {one.step.partition("/")[0] for one in house.log} & {"size", "space", "ready"}


def test_without_a_name_there_is_a_code_and_the_private_check_comes_first() -> None:
    house = House(checked=False)
    house.ask("ari", "good")
    for pick in ("none", "live", "relay"):
        house.choose("ari", pick)
    assert "code" in house.seen_by("ari")[-1].text
    other = House(checked=False)
    other.ask("ari", "good", person="bo")
    for pick in ("none", "live", "relay"):
        other.choose("ari", pick)
    assert "none" in {id_ for one in other.choose("bo", "yes") for id_, _ in one.choices}


def test_leaving_it_there_shows_nobody_when_it_was_read() -> None:
    """With a thank-you it goes on at once; all else ends at the same time as a silence."""
    ends = []
    for answer in ("[close]", "[skip]", ""):
        house = rated(House(), "middle")
        for line in ("ari: [better]", "ari: [ask-me]", "ari: [skip]", "ari: [send]"):
            act(house, line)
        before = len(house.seen_by("ari"))
        if answer:
            act(house, f"bo: {answer}")
        assert house.seen_by("ari")[before:] == []
        house.wait("25h")
        ends.append([(one.at, one.text) for one in house.seen_by("ari")[before:]])
    assert ends[0] == ends[1] == ends[2]
    assert ends[0]


# ── what is kept of it ───────────────────────────────────────────────────────
def test_it_is_kept_apart_from_what_was_hard_and_moves_no_size() -> None:
    house = over(rated(House(), "good"))
    bond = house.bond("ari", "bo")
    assert bond.shared == ()
    assert [(one.family, one.size, one.band) for one in bond.glad] == [("warm", 0, "good")]
    house.say("ari", "/share bo")
    for pick in ("me", "slow", "relay"):
        house.choose("ari", pick)
    for pick in ("yes", "4", "calm"):
        house.choose("bo", pick)
    assert "Pick something small;" in house.choose("ari", "calm")[-1].text


def test_whoever_keeps_no_numbers_has_none_of_it() -> None:
    house = House()
    house.change("ari", numbers="none")
    assert over(rated(house, "good")).bond("ari", "bo").glad == ()


def test_it_is_in_the_export_and_goes_with_the_round_and_with_time() -> None:
    house = over(rated(House(), "middle"))
    told = "\n".join(one.text for one in house.ask("ari", "export"))
    assert "you told good news. It felt: In the middle." in told
    assert '"good_news"' in told
    house.say("ari", "/delete")
    for pick in ("round", house.bond("ari", "bo").glad[0].id, "delete"):
        house.choose("ari", pick)
    assert house.bond("ari", "bo").glad == ()
    kept = over(rated(House(), "middle"))
    bond, person = kept.bond("ari", "bo"), kept.person("ari")
    day = retention.bond_due(msgspec.structs.replace(bond, rounds_on=0), person)
    assert day == kept.at.replace(hour=0) + timedelta(days=89)
    assert retention.bond(bond, person, kept.at + timedelta(days=90)).glad == ()


def test_what_the_listener_keeps_says_nothing_of_how_it_felt() -> None:
    house = over(rated(House(), "bad"))
    assert house.bond("bo", "ari").glad == ()


# ── met flat ─────────────────────────────────────────────────────────────────
FLAT = "when it is met flat"


def test_met_flat_twice_is_told_to_whoever_told_it_alone() -> None:
    house = rated(House(), "bad")
    assert FLAT not in house.seen_by("ari")[-1].text
    house.wait("10d")
    rated(house, "bad")
    assert FLAT in house.seen_by("ari")[-1].text
    assert not any(FLAT in one.text for one in house.seen_by("bo"))


def test_met_flat_once_and_well_once_says_nothing() -> None:
    house = over(rated(House(), "good"))
    assert FLAT not in rated(house, "bad").seen_by("ari")[-1].text


def test_two_that_were_not_good_in_a_day_are_enough_until_tomorrow() -> None:
    house = House()
    for _ in range(2):
        rated(house, "bad")
        house.choose("ari", "leave")
        house.choose("bo", "enough")
        house.say("bo", "stop")
        house.say("ari", "stop")
    until = house.bond("ari", "bo").rest_until
    assert until is not None
    assert until > house.at


def test_after_the_second_of_a_day_nobody_is_asked_for_a_yes_that_cannot_count() -> None:
    house = rated(House(), "good")
    house.rest("ari", "bo", "9h")
    before = len(house.log)
    house.choose("ari", "keep")
    new = house.log[before:]
    assert [one.step for one in new if one.by == "ari" and one.choices] == []
    assert [one.step for one in new if one.by == "bo"] == ["swap/swap"]
    assert "closes by itself" in new[-1].text


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Be careful with that.", "careful"),
        ("Me too! I got one as well.", "happened-to-me"),
        ("Great. By the way, are you free?", "subject"),
        ("You should ask for more money.", "should"),
    ],
)
def test_what_good_news_does_not_need_is_marked_and_never_blocked(text: str, mark: str) -> None:
    assert marks(text, "joy")[0] == mark
    house = House()
    for line in f"{BEGUN} | {TOLD} | bo: {text} | bo: skip".split(" | "):
        act(house, line)
    (preview,) = [one for one in house.open_for("bo") if one.step.startswith("answer-preview")]
    assert len(preview.text.splitlines()) > 3
    house.choose("bo", "send")
    assert any(text in one.text for one in house.seen_by("ari"))


def test_joy_itself_is_not_marked() -> None:
    assert marks("You sound so glad. What was the best bit of it?", "joy") == ()


# ── within five minutes ──────────────────────────────────────────────────────
def welcomed(watch: Stopwatch, who: str, *, short: bool) -> None:
    """Through the welcome, the questions that may be passed over passed over."""
    watch.type(who, "start")
    watch.tap(who, "start")
    if short:
        watch.type(who, "small")
    for pick in ("understood", "yes", "ok", "days-7", "days-90", "agree", "skip"):
        watch.tap(who, pick)
    watch.type(who, "Chicago")
    for pick in ("usual", "discreet", "usual", "skip"):
        watch.tap(who, pick)


def first_round(watch: Stopwatch) -> None:
    """From the invite to the rating, and to the offer to turn it round."""
    watch.type("ari", "good Bo", command="good bo")
    for pick in ("none", "live", "relay"):
        watch.tap("ari", pick)
    for pick in ("yes", "none"):
        watch.tap("bo", pick)
    watch.type("ari", "I got the job I wanted so much.")
    for pick in ("skip", "send"):
        watch.tap("ari", pick)
    watch.type("bo", "You sound so proud of it.")
    for pick in ("tell-more", "send"):
        watch.tap("bo", pick)
    for pick in ("yes", "yes", "yes", "good", "keep"):
        watch.tap("ari", pick)
    assert watch.house.session.step == "swap"


@pytest.mark.parametrize("short", [True, False])
def test_from_start_to_the_end_of_a_first_round_nobody_is_busy_for_five_minutes(
    *, short: bool
) -> None:
    """The welcome included. Waiting for the other is not: that is the next test."""
    watch = Stopwatch(House(welcomed=False, checked=False))
    for who in ("ari", "bo"):
        welcomed(watch, who, short=short)
    first_round(watch)
    assert max(watch.own.values()) <= FIVE_MINUTES


@pytest.mark.parametrize("short", [True, False])
def test_once_both_are_welcomed_a_first_round_is_over_in_five_minutes(*, short: bool) -> None:
    """With all waiting for each other, where each acts as soon as they have read."""
    house = House(checked=False)
    for who in ("ari", "bo") if short else ():
        house.ask(who, "small")
    watch = Stopwatch(house)
    first_round(watch)
    assert max(watch.at.values()) <= FIVE_MINUTES


def test_with_two_welcomes_right_before_it_waiting_takes_it_beyond_five_minutes() -> None:
    """About twenty seconds, in short mode: a welcome is read with care, and is not made less."""
    watch = Stopwatch(House(welcomed=False, checked=False))
    for who in ("ari", "bo"):
        welcomed(watch, who, short=True)
    first_round(watch)
    assert FIVE_MINUTES < max(watch.at.values()) <= FIVE_MINUTES + 20


def test_a_bond_of_good_news_alone_is_not_empty() -> None:
    bond = over(rated(House(), "good")).bond("ari", "bo")
    assert bond.glad
    assert not retention.is_empty(Bond(owner=bond.owner, other=bond.other, glad=bond.glad))
