"""The care guide as others see it: who, when, how much, and that nobody notices (E8, E2 5)."""

import pytest

from tests.exercises.guides import NOTHING, before_answer, looks, met, shares, write
from tests.exercises.stages import stage
from tests.play import House, act, person_id
from tests.seen import Seen

LINE = "Sit with me first."
WEEKS = "30d"


def acts(house: House, *lines: str) -> None:
    for line in lines:
        act(house, line)


def without_ids(seen: list[Seen]) -> list[tuple[object, ...]]:
    return [(one.at, one.kind, one.step, one.text, one.choices) for one in seen]


# ── right before they answer ─────────────────────────────────────────────────
def test_the_lines_for_this_kind_of_feeling_stand_before_the_answer_and_are_three_at_most() -> None:
    house = met()
    for number in range(4):
        write(house, f"Line number {number}.", "bo", feeling="hurt")
    write(house, "Not for this.", "bo", feeling="happy")
    shares(house)
    house.choose("ari", "send")
    shown = before_answer(house)
    assert "What Ari lets you know:" in shown
    assert shown.count("Line number") == 3
    assert "Not for this." not in shown
    assert shown.index("Line number") < shown.index("Your job is not to fix it.")


@pytest.mark.parametrize(
    ("family", "word", "feeling"),
    [
        ("sore", "sad", "sad"),
        ("heated", "angry", "angry"),
        ("dark", "numb", "numb"),
        ("warm", "proud", "happy"),
        ("mixed", "sad", "scared"),
    ],
)
def test_every_family_has_its_lines(family: str, word: str, feeling: str) -> None:
    house = met()
    write(house, LINE, "bo", feeling=feeling)
    shares(house, family, word)
    house.choose("ari", "send")
    assert LINE in before_answer(house)


def test_where_more_than_one_feeling_is_meant_each_line_says_what_it_is_for() -> None:
    house = met()
    write(house, "Stay right beside me.", "bo", feeling="scared")
    write(house, "Leave me be for an hour.", "bo", feeling="numb")
    shares(house, "dark", "numb")
    house.choose("ari", "send")
    shown = before_answer(house)
    said = [line for line in shown.splitlines() if line]
    for feeling, line in (
        ("scared", "Stay right beside me."),
        ("numb", "Leave me be for an hour."),
    ):
        assert said[said.index(f"What helps: {line}") - 1] == f"When Ari is {feeling}:"
    assert "When Ari" not in looks(house, "bo", "ari", "numb"), "there it was asked for"


def test_what_was_taken_back_before_the_share_goes_out_is_not_shown() -> None:
    house = met()
    write(house, LINE, "bo")
    shares(house)
    house.ask("ari", "guide")
    for pick in ("look", "take-back", "enough"):
        house.choose("ari", pick)
    house.choose("ari", "send", of="preview")
    assert LINE not in before_answer(house)
    assert "lets you know" not in before_answer(house)


def test_the_lines_stand_before_another_go_too_in_whatever_place() -> None:
    house = stage("tell", place="room", house=House("ari", "bo"))
    write(house, LINE, "bo")
    acts(
        house,
        *("ari: [better]", "ari: [skip]", "ari: [unsure]", "ari: [slower]", "ari: [skip]"),
        *("ari: [send]", "bo: [again]"),
    )
    asked = house.seen_by("bo")[-1]
    assert asked.step == "do-over/again-say"
    assert LINE in asked.text
    assert all(LINE not in one.text for one in house.seen_by("room"))


def test_in_room_mode_the_lines_stay_in_the_listeners_own_chat() -> None:
    house = stage("space", place="room")
    write(house, LINE, "bo")
    shares(house)
    house.choose("ari", "send")
    assert LINE in before_answer(house)
    assert all(LINE not in one.text for one in house.seen_by("room"))


# ── who may look ─────────────────────────────────────────────────────────────
def test_seven_lines_at_most_are_shown_at_a_time() -> None:
    house = met()
    for number in range(9):
        write(house, f"Line number {number}.", "bo")
    assert looks(house, "bo", "ari").count("Line number") == 7


def test_what_helps_comes_first() -> None:
    house = met()
    for part in ("after", "tell", "not", "helps"):
        write(house, f"{part}!", "bo", part=part)
    shown = looks(house, "bo", "ari")
    places = [shown.index(f"{part}!") for part in ("helps", "not", "tell", "after")]
    assert places == sorted(places)


def test_a_line_for_one_bond_is_in_nothing_that_another_one_sees() -> None:
    house = met("cy")
    acts(house, "ari: /share cy", "ari: [me]", "ari: [slow]", "ari: [relay]", "cy: [yes]")
    before = house.copy()
    write(house, LINE, "bo")
    for one in (before, house):
        looks(one, "cy", "ari")
    assert LINE in looks(house, "bo", "ari")
    told, alone = house.seen_by("cy"), before.seen_by("cy")
    assert without_ids(told) == without_ids(alone)
    assert NOTHING in told[-3].text + told[-2].text + told[-1].text


def test_a_line_for_several_is_seen_by_each_and_names_none_of_the_others() -> None:
    house = met("cy")
    acts(house, "ari: /share cy", "ari: [me]", "ari: [slow]", "ari: [relay]", "cy: [yes]")
    write(house, LINE, "bo", "cy")
    for who, other in (("bo", "Cy"), ("cy", "Bo")):
        shown = looks(house, who, "ari")
        assert LINE in shown
        assert other not in shown


def test_with_nothing_shown_it_looks_the_same_as_with_somebody_who_has_no_guide() -> None:
    house = met("cy")
    acts(house, "cy: /share bo", "cy: [me]", "cy: [slow]", "cy: [relay]", "bo: [yes]")
    write(house, LINE)  # for Ari alone
    of_ari, of_cy = looks(house, "bo", "ari"), looks(house, "bo", "cy")
    assert of_ari == of_cy
    assert NOTHING in of_ari


def test_nobody_can_look_at_somebody_with_whom_nothing_has_begun() -> None:
    house = met("cy")
    write(house, LINE, "bo")
    house.ask("cy", "guide")
    assert "There is nobody yet." in house.choose("cy", "theirs")[-2].text
    acts(house, "cy: stop", "cy: /share ari", "cy: [me]", "cy: [slow]", "cy: [relay]")
    house.ask("cy", "guide")
    assert "There is nobody yet." in house.choose("cy", "theirs")[-2].text, "an invite is no yes"


def test_looking_is_told_to_nobody_and_leaves_nothing() -> None:
    house = met()
    write(house, LINE, "bo")
    before = house.copy()
    looks(house, "bo", "ari")
    assert without_ids(house.seen_by("ari")) == without_ids(before.seen_by("ari"))
    assert house.kept == before.kept
    assert house.bonds == before.bonds


def test_whoever_looks_can_write_nothing_there() -> None:
    house = met()
    write(house, LINE, "bo")
    house.ask("bo", "guide")
    for pick in ("theirs", person_id("ari"), "sad"):
        house.choose("bo", pick)
    house.say("bo", "that is not fair")
    house.choose("bo", "enough", of="theirs")
    assert {one.owner for one in house.kept.values()} == {person_id("ari")}
    assert "that is not fair" not in looks(house, "bo", "ari")


# ── whoever goes ─────────────────────────────────────────────────────────────
def test_whoever_deleted_everything_sees_nothing_any_more_when_they_come_back() -> None:
    house = met()
    write(house, LINE, "bo")
    house.ask("bo", "delete")
    house.choose("bo", "everything")
    house.choose("bo", "delete")
    house.wait("1m")
    house.meet("bo")
    house.ask("bo", "guide")
    assert "There is nobody yet." in house.choose("bo", "theirs")[-2].text


def test_of_an_owner_who_deleted_everything_nothing_is_left_to_see() -> None:
    house = met()
    write(house, LINE, "bo")
    house.ask("ari", "delete")
    house.choose("ari", "everything")
    house.choose("ari", "delete")
    assert NOTHING in looks(house, "bo", "ari"), "from the tap on"
    house.wait("1m")
    assert NOTHING in looks(house, "bo", "ari")


SILENT = {
    "mute": ("bo: [mute]",),
    "not now": ("bo: [not-now]",),
    "silence": (),
    "block": ("bo blocks",),
    "leave": ("bo leaves",),
    "rest": ("bo: rest",),
}


@pytest.mark.parametrize("cause", SILENT)
def test_an_invite_that_comes_to_nothing_closes_the_guide_whatever_the_cause(cause: str) -> None:
    """A mute shows nothing that a silence would not show, and lasts as long as it lasts."""
    house = met()
    write(house, LINE, "ari", who="bo")
    acts(house, "ari: stop", "bo: stop")
    house.wait("8d")
    acts(house, "ari: /share bo", "ari: [me]", "ari: [slow]", "ari: [relay]", *SILENT[cause])
    assert LINE in looks(house, "ari", "bo"), "as long as the invite is open"
    house.wait("73h")
    assert NOTHING in looks(house, "ari", "bo")
    house.wait(WEEKS)
    assert NOTHING in looks(house, "ari", "bo")


def test_it_opens_again_when_something_begins_again() -> None:
    house = met()
    write(house, LINE, "ari", who="bo")
    acts(house, "ari: stop", "bo: stop")
    house.wait("8d")
    acts(house, "ari: /share bo", "ari: [me]", "ari: [slow]", "ari: [relay]")
    house.wait("8d")
    assert NOTHING in looks(house, "ari", "bo")
    acts(house, "bo: /share ari", "bo: [me]", "bo: [slow]", "bo: [relay]", "ari: [yes]")
    assert LINE in looks(house, "ari", "bo")


@pytest.mark.parametrize("cause", ["ari: stop", "ari leaves", "ari blocks", "ari: rest"])
def test_what_an_owner_does_in_private_changes_nothing_of_what_is_seen(cause: str) -> None:
    house = met()
    write(house, LINE, "bo")
    act(house, cause)
    assert LINE in looks(house, "bo", "ari")
    house.wait("8d")
    assert LINE in looks(house, "bo", "ari")


# ── non-interference ─────────────────────────────────────────────────────────
def test_with_and_without_lines_a_round_differs_in_the_listeners_chat_alone() -> None:
    plain, guided = met(), met()
    write(guided, LINE, "bo")
    write(plain, LINE)  # for Ari alone
    for house in (plain, guided):
        before = len(house.log)
        shares(house)
        house.choose("ari", "send")
        acts(house, "bo: So it felt lonely.", "bo: I am with you.", "bo: [send]", "ari: [yes]")
        house.until_nothing()
        house.log = house.log[before:]
    for who in ("ari", "room"):
        assert without_ids(_round(plain, who)) == without_ids(_round(guided, who))
    (differs,) = [
        (one.text, two.text)
        for one, two in zip(_round(plain, "bo"), _round(guided, "bo"), strict=True)
        if (one.kind, one.text, one.choices) != (two.kind, two.text, two.choices)
    ]
    assert all(bubble in differs[1] for bubble in differs[0].split("\n\n"))
    assert LINE in differs[1]


def _round(house: House, who: str) -> list[Seen]:
    """What somebody saw of the round, without what they do with their own guide."""
    own = {"guide", "what"}
    return [one for one in house.seen_by(who) if not any(w.split(".")[0] in own for w in one.words)]
