"""The map: one's own people, what is wanted with each, and how it feels (method E1)."""

from datetime import timedelta

import msgspec
import pytest

from tests.exercises.mapped import entries, look_at, on_map, other_of, said, shared
from tests.exercises.real import round_
from tests.play import House, act, person_id, play

HARD = ("sore", "good", "good")
NEWS = ("warm", "good", "good")
GOOD_NEWS = (
    *("ari: /good bo", "ari: [slow]", "ari: [relay]", "bo: [yes]", "ari: I got the job."),
    *("ari: skip", "ari: [send]", "bo: You sound proud.", "bo: [best-bit]", "bo: [send]"),
    *("ari: [yes]", "ari: [yes]", "ari: [yes]", "ari: [good]", "ari: [keep]", "ari: [enough]"),
)


def test_the_first_time() -> None:
    house = play(
        """
        ari: /map
            → ari  hello-note  "There is no right mix."
            → ari  who  "A name, a letter or an emoji is fine."
        ari: 🌙
            → ari  aim
        ari: [both]
            → ari  seen
        ari: [warm, heated]
            → ari  felt  "With 🌙 you have tried hard things so far: 0."
        ari: [4]
            → ari  wish
        ari: A slow walk.
            → ari  more
        ari: [another]
            → ari  who
        ari: S
            → ari  aim
        ari: skip
            → ari  seen
        ari: skip
            → ari  felt
        ari: skip
            → ari  wish
        ari: skip
            → ari  more
        ari: [done]
            → ari  bye-note
        """
    )
    first, second = entries(house)
    assert said(first, "seen") == "warm\nheated"
    assert (said(first, "felt"), said(first, "wish")) == ("4", "A slow walk.")
    assert {*second.body} == {"label", "place"}
    assert house.bonds == {}


def test_the_list_is_text_in_its_owners_order_without_a_number() -> None:
    house = on_map(on_map(House()), "Kit", aim="fun", felt="1")
    shared(house, other_of(house), HARD)
    (seen,) = house.ask("ari", "map")
    assert seen.text.startswith("Sam: To feel safe\n\nKit: Fun\n\n")
    assert [label for _, label in seen.choices][:2] == ["Sam", "Kit"]
    assert not any(letter.isdigit() for letter in seen.text)


def test_what_is_felt_stands_beside_what_was_tried() -> None:
    house = on_map(House())
    shared(house, other_of(house), HARD, NEWS, ("dark", "", "bad"), ("mixed", "", "good"))
    text = look_at(house)
    assert "With Sam it feels safe: 4. Tried with hard things so far: 2." in text
    assert "That is just a note for you." in text
    assert "You let them see: Warm, Sore" in text
    assert "You wish: “More walks.”" in text
    assert "You shared: 4. You listened: 0." in text


def test_a_share_in_real_life_with_somebody_of_the_map_counts_there() -> None:
    house = round_(on_map(House()))
    assert "Tried with hard things so far: 1." in look_at(house)
    assert [one.other for one in house.bonds.values()] == [other_of(house)]


def test_looking_at_one_says_nothing_of_another() -> None:
    house = on_map(on_map(House()), "Kit", aim="less", felt="2")
    shared(house, other_of(house), *[HARD] * 3)
    text = look_at(house, "Kit")
    assert "Sam" not in text
    assert "Tried with hard things so far: 0." in text
    assert "matched" not in text


def test_the_list_can_be_drawn_in_its_order_without_a_number() -> None:
    house = on_map(on_map(House()), "Kit", aim="fun", felt="1")
    shared(house, other_of(house), HARD)
    house.ask("ari", "map")
    drawn, question = [one for one in house.choose("ari", "draw") if one.kind != "edit"]
    assert drawn.kind == "picture"
    assert drawn.text.index("Sam") < drawn.text.index("Kit")
    assert "What I want: To feel safe" in drawn.text
    assert not any(letter.isdigit() for letter in drawn.text)
    assert question.step == "list/person"


# ── changing ─────────────────────────────────────────────────────────────────
@pytest.mark.parametrize(
    ("pick", "answer", "part", "kept"),
    [
        ("aim", "[less]", "aim", "less"),
        ("seen", "[dark]", "seen", "dark"),
        ("felt", "[2]", "felt", "2"),
        ("wish", "Less talk of work.", "wish", "Less talk of work."),
        ("rename", "Sammy", "label", "Sammy"),
    ],
)
def test_each_thing_can_be_changed_alone(pick: str, answer: str, part: str, kept: str) -> None:
    house = on_map(House())
    (before,) = entries(house)
    look_at(house)
    if pick == "rename":
        act(house, "ari: [more]")
    act(house, f"ari: [{pick}]")
    act(house, f"ari: {answer}")
    assert house.session.step == "one"
    (now,) = entries(house)
    assert said(now, part) == kept
    assert {name: one for name, one in now.body.items() if name != part} == {
        name: one for name, one in before.body.items() if name != part
    }


def test_what_was_said_of_one_is_never_written_to_the_next() -> None:
    house = on_map(on_map(House()), "Kit", aim="fun")
    look_at(house)
    for line in ("[aim]", "[less]", "[to-list]"):
        act(house, f"ari: {line}")
    house.choose("ari", other_of(house, "Kit"))
    for line in ("[wish]", "Popcorn."):
        act(house, f"ari: {line}")
    assert [said(one, "aim") for one in entries(house)] == ["less", "fun"]
    assert [said(one, "wish") for one in entries(house)] == ["More walks.", "Popcorn."]


def test_a_new_name_is_the_same_person_everywhere() -> None:
    house = round_(on_map(House()))
    look_at(house)
    for line in ("[more]", "[rename]", "Sammy", "stop"):
        act(house, f"ari: {line}")
    round_(house, who="sammy")
    (bond,) = house.bonds.values()
    assert len(bond.shared) == 2


def test_a_name_that_somebody_else_has_is_turned_down() -> None:
    house = on_map(on_map(House()), "Kit")
    look_at(house)
    play(
        """
        ari: [more]
            → ari  change
        ari: [rename]
            → ari  new-name
        ari: kit
            → ari  taken-note
            → ari  new-name
        ari: skip
            → ari  change
        """,
        house,
    )
    assert [said(one, "label") for one in entries(house)] == ["Sam", "Kit"]


def test_whoever_is_named_again_is_looked_at() -> None:
    house = on_map(House())
    house.ask("ari", "map")
    house.choose("ari", "add")
    assert "it feels safe: 4" in house.say("ari", " sam!")[-1].text
    assert len(entries(house)) == 1


def test_one_can_come_first() -> None:
    house = on_map(on_map(House()), "Kit")
    look_at(house, "Kit")
    for line in ("[more]", "[first]"):
        act(house, f"ari: {line}")
    assert [said(one, "label") for one in entries(house)] == ["Kit", "Sam"]


def test_one_can_be_put_away_and_brought_back() -> None:
    house = on_map(House())
    look_at(house)
    play(
        """
        ari: [more]
            → ari  change
        ari: [put-away]
            → ari  put-away-note
            → ari  person
        ari: [away]
            → ari  away/person
        ari: Sam
            → ari  old  "it feels safe: 4"
        ari: [bring-back]
            → ari  bring-back-note
            → ari  change
        ari: [to-list]
            → ari  person  "Sam: To feel safe"
        ari: [away]
            → ari  nobody-away-note
            → ari  person
        """,
        house,
    )


def test_taking_one_off_the_list_leaves_what_else_is_kept() -> None:
    house = round_(on_map(House()))
    look_at(house)
    for line in ("[more]", "[off]", "[yes]"):
        act(house, f"ari: {line}")
    assert entries(house) == []
    assert len(house.bonds) == 1


def test_taking_the_last_one_off_ends_it_and_asks_for_nobody() -> None:
    house = on_map(House())
    look_at(house)
    for line in ("[more]", "[off]", "[yes]"):
        act(house, f"ari: {line}")
    assert house.seen_by("ari")[-1].step == "bye"
    assert house.sessions == {}


def test_who_comes_to_mind_need_not_be_answered() -> None:
    house = House()
    house.ask("ari", "map")
    house.choose("ari", "skip")
    assert (house.sessions, entries(house)) == ({}, [])
    house = on_map(House())
    house.ask("ari", "map")
    house.choose("ari", "add")
    assert house.choose("ari", "skip")[-1].step == "list/person"


def test_stopping_halfway_loses_nothing() -> None:
    house = House()
    for line in ("/map", "Sam", "[fun]", "stop"):
        act(house, f"ari: {line}")
    (entry,) = entries(house)
    assert said(entry, "aim") == "fun"


# ── something to try, by what is wanted with them (method A4, A41, A42) ───────
@pytest.mark.parametrize(
    ("aim", "offered"),
    [
        ("fun", ["good-news", "to-one"]),
        ("safety", ["small-share", "real-life", "to-one"]),
        ("both", ["small-share", "real-life", "to-one"]),
        ("unsure", ["small-share", "real-life", "to-one"]),
        ("less", ["limits", "to-one"]),
    ],
)
def test_what_is_there_to_try_follows_from_what_is_wanted(aim: str, offered: list[str]) -> None:
    house = on_map(House(), aim=aim)
    look_at(house)
    for line in ("[more]", "[try]"):
        act(house, f"ari: {line}")
    asked = house.open_for("ari")[-1]
    assert [id_ for id_, _ in asked.choices] == offered
    assert (len(asked.text.splitlines()) > 1) == (aim == "fun")
    there = house.copy()
    there.choose("ari", offered[0])
    assert [one.script for one in there.sessions.values()] == [offered[0]]
    house.choose("ari", "to-one")
    assert house.session.step == "one"


# ── only good news (method A13) ──────────────────────────────────────────────
def test_whoever_wants_safety_and_has_only_good_news_is_told_so_once() -> None:
    house = on_map(House())
    shared(house, other_of(house), *[NEWS] * 6)
    text = look_at(house)
    assert "With Sam you shared: 6. Each time you told something warm." in text
    assert "Staying with good news is just as good." in text
    for line in ("[how]", "stop"):
        act(house, f"ari: {line}")
    assert "something warm" not in look_at(house)


@pytest.mark.parametrize("aim", ["fun", "both", "unsure", "less"])
def test_nobody_else_is_told(aim: str) -> None:
    house = on_map(House(), aim=aim)
    shared(house, other_of(house), *[NEWS] * 6)
    assert "good news" not in look_at(house)


@pytest.mark.parametrize("why", ["one that hurt", "a rest from them", "a rest", "care", "steady"])
def test_nothing_harder_is_spoken_of_where_it_hurt_or_while_somebody_rests(why: str) -> None:
    house = on_map(House())
    hurt = ("warm", "", "bad") if why == "one that hurt" else NEWS
    shared(house, other_of(house), NEWS, NEWS, hurt)
    key = person_id("ari"), other_of(house)
    later = house.at + timedelta(days=2)
    until = later if why == "a rest from them" else None
    house.bonds[key] = msgspec.structs.replace(
        house.bonds[key], rest_until=until, cautious=why == "care", no_bigger=why == "steady"
    )
    if why == "a rest":
        house.change("ari", rest_until=later)
    assert "tiny hard one" not in look_at(house)


@pytest.mark.parametrize(
    "rounds", [[NEWS] * 2, [NEWS] * 5 + [HARD], [NEWS] * 3 + [("", "", "good")]]
)
def test_a_hard_one_or_too_few_say_nothing(rounds: list[tuple[str, str, str]]) -> None:
    house = on_map(House())
    shared(house, other_of(house), *rounds)
    assert "good news" not in look_at(house)


def test_good_news_that_was_told_as_such_counts_too() -> None:
    house = House()
    for _ in range(3):
        for line in GOOD_NEWS:
            act(house, line)
        house.wait("48h")
    on_map(house, "Bo")
    assert "With Bo you shared: 3. Each time you told something warm." in look_at(house, "Bo")


def test_it_can_be_muted_for_everybody() -> None:
    house = on_map(on_map(House()), "Kit")
    for who in ("Sam", "Kit"):
        shared(house, other_of(house, who), *[NEWS] * 3)
    look_at(house)
    for line in ("[never]", "stop"):
        act(house, f"ari: {line}")
    assert "good news" not in look_at(house, "Kit")


# ── what was expected, and what happened (method A19, A38) ───────────────────
def test_what_was_expected_is_told_from_three_rounds_on() -> None:
    house = on_map(House())
    shared(house, other_of(house), HARD, ("warm", "bad", "good"))
    assert "matched" not in look_at(house)
    house.say("ari", "stop")
    rest = [HARD, ("warm", "bad", "good"), HARD, ("sore", "no-idea", "good"), HARD, HARD]
    shared(house, other_of(house), *rest)
    assert "What you expected matched 4 of 5." in look_at(house)


def test_after_a_round_it_is_told_too() -> None:
    house = round_(round_(House(), "middle"))
    assert not [one for one in house.seen_by("ari") if "expected matched" in one.text]
    round_(house, "good")
    (told,) = [one for one in house.seen_by("ari") if "expected matched" in one.text]
    assert "What you expected matched 1 of the last 3 with this one." in told.text


# ── for one reader ───────────────────────────────────────────────────────────
def test_nobody_else_sees_anything_of_it() -> None:
    house = on_map(House(), "Bo")
    look_at(house, "Bo")
    assert house.seen_by("bo") == []


def test_in_short_mode_a_few_taps_are_enough() -> None:
    house = on_map(House())
    house.change("ari", small=True)
    (seen,) = house.ask("ari", "map")
    person, *rest = seen.choices
    assert person[1] == "Sam"
    assert [id_ for id_, _ in rest] == ["more", "done"]
    assert {"add", "draw"} <= {*dict(house.choose("ari", "more")[-1].choices)}
    assert len(house.say("ari", "Sam")[-1].choices) == 2
