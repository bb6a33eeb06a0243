"""Repair: each side alone, shown together, said back, owned in part, and rated (method E6)."""

from datetime import timedelta

import msgspec
import pytest

from bot.care import retention
from bot.care.listening import marks
from tests.exercises.stages import stage
from tests.play import House, Seen, act

A_DAY = timedelta(hours=24)
INVITE = "ari: /repair bo | ari: [clumsy] | ari: [earlier] | ari: [slow] | ari: [relay]"
SIDES = [
    "ari: [hurt] | ari: The joke at dinner. | ari: I would speak up. | ari: skip",
    "ari: [felt, set-off] | ari: [send]",
    "bo: [not-heard] | bo: skip | bo: [nothing] | bo: skip | bo: [felt] | bo: [send]",
]
BACK = "bo: For you it was a sting. | bo: [send] | ari: [yes]"
FORTH = "ari: For you it was being talked over. | ari: [send] | bo: [mostly]"


def acted(house: House, *lines: str) -> House:
    for line in " | ".join(lines).split(" | "):
        act(house, line)
    return house


def begun() -> House:
    return acted(House(), INVITE, "bo: [yes] | bo: [clumsy]")


def shown() -> House:
    """Both sides are shown; Bo is asked to say back."""
    return acted(begun(), *SIDES, "+ 24h")


def told(seen: list[Seen], who: str) -> str:
    return "\n".join(one.text for one in seen if one.by == who)


# ── before it begins ─────────────────────────────────────────────────────────
def test_it_is_never_begun_in_the_heat_of_it() -> None:
    house = acted(House(), "ari: /repair bo | ari: [clumsy] | ari: [just-now]")
    assert [one for one in house.wait("19m") if one.kind == "question"] == []
    (asked,) = [one for one in house.wait("1m") if one.kind == "question"]
    assert asked.step.startswith("pace")
    assert house.seen_by("bo") == []


@pytest.mark.parametrize("who", ["ari", "bo"])
def test_it_is_not_for_fear_threats_or_harm(who: str) -> None:
    house = House()
    if who == "bo":
        acted(house, INVITE, "bo: [yes]")
    else:
        house.say("ari", "/repair bo")
    before = len(house.seen_by("ari" if who == "bo" else "bo"))
    seen = house.choose(who, "afraid")
    other = "bo" if who == "ari" else "ari"
    assert "For 30 days I start nothing new" in told(seen, who)
    assert len(house.seen_by(other)) == before
    assert house.bond(who, other).rest_until == house.at + timedelta(days=30)
    house.choose(who, "leave")
    assert len(house.seen_by(other)) == before


def test_a_joiner_who_was_afraid_looks_like_an_invite_that_nobody_answered() -> None:
    ends = []
    for how in ("bo: [yes] | bo: [afraid] | bo: [leave]", "bo: [yes] | bo: [afraid]", ""):
        house = acted(House(), INVITE.replace("relay", "room"), *([how] if how else []))
        house.wait("9d")
        assert house.bond("ari", "bo").unanswered_at is not None
        ends.append([(one.at, one.by, one.text) for one in house.log if one.by != "bo"])
    assert ends[0] == ends[1] == ends[2]


def test_a_joiner_who_comes_back_from_having_been_afraid_is_told_that_they_rest() -> None:
    house = acted(House(), INVITE, "bo: [yes] | bo: [afraid]")
    seen = house.choose("bo", "return")
    assert "There is a rest" in told(seen, "bo")
    assert not [one for one in seen if one.kind == "question"]
    assert not house.session.begun


def test_whoever_was_afraid_invites_nobody_after_all() -> None:
    house = acted(House(), "ari: /repair bo | ari: [afraid] | ari: [return] | ari: [clumsy]")
    assert "There is a rest" in told(house.log, "ari")
    assert house.seen_by("bo") == []
    assert house.sessions == {}


def test_a_rest_taken_on_the_way_to_the_invite_holds_it_too() -> None:
    house = acted(House(), "ari: /repair bo | ari: [clumsy] | ari: [earlier] | ari: [slow]")
    house.rest("ari", "bo", "30d")
    house.choose("ari", "relay")
    assert house.seen_by("bo") == []
    assert house.sessions == {}


def test_by_a_code_no_rest_is_promised_from_nobody() -> None:
    house = House()
    house.ask("ari", "repair")
    if any("none" in dict(one.choices) for one in house.open_for("ari")):
        house.choose("ari", "none")
    assert "30 days" not in told(house.choose("ari", "afraid"), "ari")


def test_the_invite_says_what_it_is_and_not_what_it_is_about() -> None:
    house = acted(House(), INVITE)
    (invite,) = [one for one in house.seen_by("bo") if one.kind == "question"]
    assert "would like to do a repair with you" in invite.text
    assert "clumsy" not in invite.text


# ── own side, and shown together or not at all ───────────────────────────────
def test_only_ticked_lines_are_shown_and_both_sides_at_once() -> None:
    house = acted(begun(), *SIDES)
    assert not [one for one in house.log if one.kind == "card"]
    cards = [one for one in house.wait(A_DAY) if one.kind == "card"]
    to_bo, to_ari = told(cards, "bo"), told(cards, "ari")
    assert "The joke at dinner." in to_bo
    assert "I would speak up." not in to_bo
    assert "not heard" in to_ari


def test_whoever_keeps_their_side_is_shown_nothing_and_it_closes_for_both() -> None:
    house = acted(begun(), *SIDES[:2], "bo: [hurt] | bo: skip | bo: skip | bo: skip")
    acted(house, "bo: [felt] | bo: [keep]")
    seen = house.wait("15d")
    assert not [one for one in seen if one.kind == "card"]
    assert {one.by for one in seen if "has closed" in one.text} == {"ari", "bo"}


# ── said back ────────────────────────────────────────────────────────────────
def test_each_says_back_and_not_quite_asks_once_more() -> None:
    house = acted(shown(), "bo: For you it was a joke. | bo: [send]")
    assert "For you it was a joke." in house.seen_by("ari")[-2].text
    assert "not quite" in told(house.choose("ari", "not-quite"), "bo")
    acted(house, BACK, FORTH)
    assert house.session.step == "own"
    assert "owned" not in told(house.log, "bo")
    texts = told(house.seen_by("bo"), "bo")
    assert "For you it was being talked over." in texts


def test_twice_not_quite_goes_on_and_asks_nobody_for_what_is_not_taken() -> None:
    house = shown()
    acted(house, "bo: For you it was a joke. | bo: [send] | ari: [not-quite]")
    acted(house, "bo: For you it was a sting. | bo: [send]")
    assert "once more" not in told(house.choose("ari", "not-quite"), "bo")
    assert house.session.step == "turn-two"
    acted(house, "ari: One. | ari: [send] | bo: [not-quite] | ari: Two. | ari: [send]")
    assert "once more" not in told(house.choose("bo", "not-quite"), "ari")
    assert house.session.step == "own"


@pytest.mark.parametrize("how", ["bo: For you it was hurt. | bo: [keep]", "bo: skip"])
def test_a_say_back_that_is_kept_stops_nothing_and_looks_like_a_silence(how: str) -> None:
    house, silent = shown(), shown()
    said = told(acted(house, how).log[len(silent.log) :], "bo")
    assert ("by itself" in said) == ("hurt" in how or "skip" in how)
    seen, known = house.wait(A_DAY), silent.wait(A_DAY)
    assert [(one.at, one.text) for one in seen if one.by == "ari"] == [
        (one.at, one.text) for one in known if one.by == "ari"
    ]
    assert house.session.step == "turn-two"
    acted(house, "ari: For you it was a joke. | ari: [keep] | + 24h")
    assert house.session.step == "own"
    assert acted(house, "bo: laughed too | bo: skip | bo: skip").open_for("bo")


# ── owning, a small act, and how it is now ───────────────────────────────────
def owning() -> House:
    return acted(shown(), BACK, FORTH)


def test_owning_is_handed_over_as_it_was_approved() -> None:
    house = acted(owning(), "ari: laughed too | ari: left you alone | ari: ask you first")
    card = told(acted(house, "ari: [send]").log, "bo")
    assert "I laughed too" in card
    assert "I see that it left you alone" in card
    assert "Next time I will ask you first" in card


@pytest.mark.parametrize("how", ["ari: skip", "ari: stop", "ari: laughed too | ari: stop"])
def test_whoever_owns_nothing_moves_nothing_and_looks_like_a_silence(how: str) -> None:
    house, silent = owning(), owning()
    before = len(house.seen_by("bo"))
    for one in (house, silent):
        acted(one, "bo: skip")
    acted(house, how)
    assert [one for one in house.seen_by("bo")[before:] if one.kind == "question"] == []
    seen, known = house.wait(A_DAY), silent.wait(A_DAY)
    assert [(one.at, one.text) for one in seen if one.by == "bo"] == [
        (one.at, one.text) for one in known if one.by == "bo"
    ]
    assert house.session.step == "next"


def test_a_card_of_the_other_leaves_what_one_is_writing_to_be_taken_back() -> None:
    house = owning()
    acted(house, "bo: was loud", "ari: laughed too | ari: skip | ari: skip | ari: [send]")
    assert "I laughed too" in told(house.log, "bo")
    (again,) = [one for one in house.say("bo", "undo") if one.kind == "question"]
    assert again.step == "own/did"
    seen = told(house.say("ari", "undo"), "ari")
    assert "stays sent" in seen


def test_what_somebody_typed_can_be_changed_after_a_card_of_the_other() -> None:
    house = owning()
    house.say("bo", "was loud")
    typed = house.last
    acted(house, "ari: laughed too | ari: skip | ari: skip | ari: [send]")
    house.edit("bo", "was very loud", typed)
    acted(house, "bo: skip | bo: skip")
    assert "I was very loud" in house.seen_by("bo")[-1].text


def test_a_beginning_that_is_typed_again_stands_on_the_card_once() -> None:
    house = acted(owning(), "ari: I laughed too | ari: it hurt you | ari: I will ask first")
    shown_to_ari = house.seen_by("ari")[-1].text
    assert "I laughed too" in shown_to_ari
    assert "I I" not in shown_to_ari
    assert "I see that it hurt you" in shown_to_ari
    assert "Next time I will ask first" in shown_to_ari


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("You never listen.", "always-never"),
        ("They are so selfish.", "label"),
        ("You don't even care.", "mind-reading"),
        ("He wants me to fail.", "mind-reading"),
        ("I was left alone at the table.", None),
    ],
)
def test_in_ones_own_side_always_labels_and_mind_reading_are_marked(
    text: str, mark: str | None
) -> None:
    assert next(iter(marks(text, "start")), None) == mark


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("was late, but you were too", "but"),
        ("hope you can forgive me", "forgive-me"),
        ("am sorry if you felt that", "if-you"),
    ],
)
def test_what_owning_does_without_is_marked(text: str, mark: str) -> None:
    assert marks(text, "own")[0] == mark


def ended(house: House, ari: str, bo: str = "calmer") -> House:
    """Nothing owned, one act, and how it left both."""
    acted(house, "ari: skip | bo: skip | + 24h | ari: [tea] | ari: [send] | bo: skip")
    house.choose("ari", ari)
    house.choose("bo", bo)
    return house


def test_worse_is_met_at_the_tap_and_asks_for_no_learning() -> None:
    house = acted(owning(), "ari: skip | bo: skip | + 24h | ari: skip | bo: skip")
    assert "fine to leave it here" in told(house.choose("ari", "worse"), "ari")
    seen = house.choose("bo", "calmer")
    assert "learned" not in told(seen, "ari")
    assert "learned" in told(seen, "bo")


def test_how_it_left_somebody_is_theirs_alone() -> None:
    house = ended(owning(), "worse")
    assert "Put my phone away" in told(house.log, "bo")
    assert "fine to leave it here" in told(house.log, "ari")
    assert "fine to leave it here" not in told(house.log, "bo")
    assert [one.band for one in house.bond("ari", "bo").mended] == ["worse"]
    assert [one.band for one in house.bond("bo", "ari").mended] == ["calmer"]
    assert house.bond("ari", "bo").shared == ()


def test_worse_twice_names_stopping_and_somebody_they_trust() -> None:
    house = acted(ended(owning(), "worse"), "bo: skip | + 5d")
    acted(house, INVITE, "bo: [yes] | bo: [clumsy]", *SIDES, "+ 24h", BACK, FORTH)
    seen = told(ended(house, "worse").log, "ari")
    assert "Somebody you trust can help with this one" in seen


def test_what_is_kept_is_exported_and_goes() -> None:
    house = acted(ended(owning(), "unchanged"), "ari: skip | bo: skip")
    out = told(house.ask("ari", "export"), "ari")
    assert "a repair. after it you were: the same." in out.casefold()
    bond, person = house.bond("ari", "bo"), house.person("ari")
    assert retention.without(bond, bond.mended[0].id).mended == ()
    assert retention.bond(bond, person, house.at + timedelta(days=91)).mended == ()


# ── planned after a small share ──────────────────────────────────────────────
def after_a_bad_one() -> House:
    return stage("tell", band="bad")


def test_planning_one_shows_the_other_nothing_and_begins_nothing() -> None:
    planned, left = after_a_bad_one(), after_a_bad_one()
    seen = planned.choose("ari", "repair")
    left.choose("ari", "leave")
    assert "set aside for you alone" in told(seen, "ari")
    assert [(one.at, one.text) for one in planned.seen_by("bo")] == [
        (one.at, one.text) for one in left.seen_by("bo")
    ]
    assert {one.script for one in planned.sessions.values()} == {"small-share"}
    assert planned.bond("bo", "ari").mend_from is None


def test_what_was_planned_waits_for_its_time_and_asks_no_more_when() -> None:
    house = after_a_bad_one()
    house.choose("ari", "repair")
    for who in ("ari", "bo"):
        house.say(who, "stop")
    house.say("ari", "/repair bo")
    assert "twenty quiet minutes" in told(house.choose("ari", "clumsy"), "ari")
    house.say("ari", "stop")
    house.wait("21m")
    house.say("ari", "/repair bo")
    (asked,) = [one for one in house.choose("ari", "clumsy") if one.kind == "question"]
    assert asked.step.startswith("pace")


def test_what_was_planned_is_exported_and_forgotten_after_two_days() -> None:
    house = after_a_bad_one()
    house.choose("ari", "repair")
    assert "A repair is set aside" in told(house.ask("ari", "export"), "ari")
    bond, person = house.bond("ari", "bo"), house.person("ari")
    alone = msgspec.structs.replace(bond, shared=(), listened=(), rounds_on=0)
    due = retention.bond_due(alone, person)
    assert due == house.at + timedelta(hours=48, minutes=20)
    assert retention.bond(bond, person, due).mend_from is None
