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
    texts = told(house.seen_by("bo"), "bo")
    assert "For you it was being talked over." in texts


def test_twice_not_quite_goes_on_all_the_same() -> None:
    house = shown()
    for _ in range(2):
        acted(house, "bo: For you it was a joke. | bo: [send] | ari: [not-quite]")
    assert house.session.step == "turn-two"


# ── owning, a small act, and how it is now ───────────────────────────────────
def owning() -> House:
    return acted(shown(), BACK, FORTH)


def test_owning_is_handed_over_as_it_was_approved() -> None:
    house = acted(owning(), "ari: laughed too | ari: left you alone | ari: ask you first")
    card = told(acted(house, "ari: [send]").log, "bo")
    assert "I laughed too" in card
    assert "I see that it left you alone" in card
    assert "Next time I will ask you first" in card


def test_whoever_skips_owning_tells_the_other_nothing() -> None:
    house = owning()
    before = len(house.seen_by("bo"))
    house.say("ari", "skip")
    assert len(house.seen_by("bo")) == before


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
    acted(house, "ari: skip | bo: skip | ari: [tea] | ari: [send] | bo: skip")
    house.choose("ari", ari)
    house.choose("bo", bo)
    return house


def test_how_it_left_somebody_is_theirs_alone() -> None:
    house = ended(owning(), "worse")
    assert "Make a tea" in told(house.log, "bo")
    assert "fine to leave it here" in told(house.log, "ari")
    assert "fine to leave it here" not in told(house.log, "bo")
    assert [one.band for one in house.bond("ari", "bo").mended] == ["worse"]
    assert [one.band for one in house.bond("bo", "ari").mended] == ["calmer"]
    assert house.bond("ari", "bo").shared == ()


def test_worse_twice_names_stopping_and_somebody_they_trust() -> None:
    house = acted(ended(owning(), "worse"), "ari: skip | bo: skip | + 5d")
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


# ── alone ────────────────────────────────────────────────────────────────────
def test_alone_it_is_a_draft_for_oneself_and_nothing_is_kept() -> None:
    house = House()
    house.ask("ari", "repair-alone")
    acted(house, "ari: Sam | ari: [clumsy] | ari: [earlier] | ari: [hurt] | ari: The joke.")
    acted(house, "ari: skip | ari: We were both tired. | ari: laughed too | ari: hurt | ari: ask")
    assert "I laughed too" in house.seen_by("ari")[-1].text
    acted(house, "ari: [fine] | ari: [tea] | ari: [calmer] | ari: [real]")
    assert "type real" in house.seen_by("ari")[-1].text
    assert (house.sessions, house.records) == ({}, [])


def test_alone_fear_leads_to_a_rest_from_them() -> None:
    house = House()
    house.ask("ari", "repair-alone")
    acted(house, "ari: Sam | ari: [afraid]")
    assert "For 30 days I start nothing new with Sam" in told(house.log, "ari")
    acted(house, "ari: [leave]")
    house.ask("ari", "repair-alone")
    assert "There is a rest on this one" in told(house.say("ari", "Sam"), "ari")


def test_alone_it_waits_twenty_minutes_too() -> None:
    house = House()
    house.ask("ari", "repair-alone")
    acted(house, "ari: Sam | ari: [clumsy] | ari: [just-now]")
    assert [one for one in house.wait("19m") if one.kind == "question"] == []
    (note,) = [one for one in house.wait("1m") if one.kind == "question"]
    assert "Open it?" in note.text
