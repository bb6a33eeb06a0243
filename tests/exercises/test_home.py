"""The menu for a person who knows nothing, and `what now?` for whoever has lost the thread."""

from collections.abc import Iterator

import pytest

from bot.model.script import AT_A_GLANCE, PLACES
from tests.exercises.calm import fill
from tests.exercises.stages import stage
from tests.play import House, Seen, act, catalog, play

ELSEWHERE = {  # exercises that something else begins than a tap in the menu
    "delete": "a command that nobody taps by mistake",
    "home": "the menu itself",
    "private-check": "the first round with somebody",
    "quick-check": "words that may mean danger",
    "unease": "the quiet way out beside a rating",
    "welcome": "the first word of all",
}


def picks(house: House) -> list[str]:
    """What Ari may tap now."""
    return [id_ for id_, _ in house.open_for("ari")[-1].choices]


def said(house: House, who: str, text: str) -> list[Seen]:
    """What somebody is told when they type that, older questions that close aside."""
    return [one for one in house.say(who, text) if one.kind != "edit"]


# ── three choices, and what each leads to ────────────────────────────────────
def test_three_choices_and_a_tap_begins_something() -> None:
    house = play(
        """
        ari: start
            → ari  what  "What would you like?"
        ari: [alone]
            → ari  chosen
        ari: [look]
            → ari  chosen
        ari: [check-in]
            → ari  family
        """
    )
    assert [one.script for one in house.sessions.values()] == ["check-in"]


@pytest.mark.parametrize("typed", ["start", "home", "Menu", "/start", "hello?", "what now?"])
def test_it_comes_by_any_word_where_nothing_is_open(typed: str) -> None:
    house = House()
    seen = house.say("ari", typed)[-1]
    assert [label for _, label in seen.choices] == ["Alone", "With someone", "A hot moment"]


def test_numbers_and_words_do_what_taps_do() -> None:
    play(
        """
        ari: home
            → ari  what
        ari: 3
            → ari  chosen
        ari: 2
            → ari  how
        """
    )
    house = House()
    for line in ("home", "1", "think of my people", "my people"):
        act(house, f"ari: {line}")
    assert house.session.script == "map"


def test_with_somebody_it_is_a_code_or_a_name() -> None:
    house = play(
        """
        ari: start
            → ari  what
        ari: [together]
            → ari  chosen
        ari: [hard]
            → ari  chosen
        ari: [small-share]
            → ari  whom
        ari: [by-name]
            → ari  by-name  "Type share and their name."
        ari: start
            → ari  what
        ari: [together]
            → ari  chosen
        ari: [light]
            → ari  chosen
        ari: [good-news]
            → ari  whom
        ari: [hand-over]
            → ari  check
        """
    )
    (session,) = house.sessions.values()
    assert (session.script, session.vacant("listener")) == ("good-news", True)


def test_for_a_circle_it_is_told_how_to_name_everybody() -> None:
    house = House()
    for line in ("start", "[together]", "[hard]"):
        act(house, f"ari: {line}")
    assert house.choose("ari", "circle")[-1].text.startswith("A circle takes two to five others")


def test_whoever_has_a_code_is_told_what_to_type() -> None:
    house = House()
    for line in ("start", "[together]"):
        act(house, f"ari: {line}")
    assert house.choose("ari", "code")[-1].text == "Type join and the code."


def test_in_a_hot_moment_there_is_the_card_or_a_pause_and_help_lines() -> None:
    house = House()
    fill(house, "I felt left out on Sunday.")
    for line in ("start", "[hot]"):
        act(house, f"ari: {line}")
    assert picks(house) == ["now", "pause", "repair-alone", "lines"]
    assert "I felt left out on Sunday." in house.choose("ari", "now")[-1].text
    empty = House()
    for line in ("start", "[hot]", "[now]"):
        act(empty, f"ari: {line}")
    assert empty.session.script == "pause"
    act(empty, "ari: stop")
    for line in ("start", "[hot]", "[lines]"):
        seen = act(empty, f"ari: {line}")
    assert "findahelpline.com" in seen[-1].text


# ── everything is there ──────────────────────────────────────────────────────
def ways(house: House, way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every way down the menu, as far as there are choices in it."""
    for pick in picks(house):
        there = house.copy()
        there.choose("ari", pick)
        inside = there.sessions and all(one.script == "home" for one in there.sessions.values())
        yield from ways(there, (*way, pick)) if inside else [(*way, pick)]


def test_every_exercise_is_reached_by_taps_and_few_stand_side_by_side() -> None:
    house = House()
    house.say("ari", "start")
    found = {pick for way in ways(house) for pick in way}
    assert {*catalog().names()} - found == ELSEWHERE.keys()
    assert max(len(way) for way in ways(house)) <= 4


def test_a_place_is_called_what_one_may_be_looking_for_even_with_one_thing_in_it() -> None:
    house = House()
    house.say("ari", "start")
    house.choose("ari", "together")
    labels = dict(house.open_for("ari")[-1].choices)
    assert labels["repair"] == "It went badly"
    house.say("ari", "it went badly")
    assert house.session.step == "whom"


def test_no_list_is_longer_than_a_glance_and_none_is_empty() -> None:
    for place in PLACES:
        assert len(catalog().under(place)) <= AT_A_GLANCE, "move one of them, or it is behind More"
    house = House()
    house.say("ari", "start")
    house.choose("ari", "together")
    there = [place for place in ("light", "hard", "after") if catalog().under(place)]
    assert len(picks(house)) == len(there) + 1


def test_in_short_mode_the_words_are_fewer_and_the_choices_the_same() -> None:
    house = House()
    house.change("ari", small=True)
    for line in ("start", "[hot]"):
        act(house, f"ari: {line}")
    assert house.seen_by("ari")[-1].text == "Which one?"
    assert picks(house) == ["now", "pause", "repair-alone", "lines"]


# ── it stands in nobody's way ────────────────────────────────────────────────
def test_the_menu_gives_way_to_whatever_else_is_done() -> None:
    house = House()
    for line in ("start", "/jar"):
        act(house, f"ari: {line}")
    assert [one.script for one in house.sessions.values()] == ["jar"]
    house.say("ari", "stop")
    house.say("ari", "start")
    act(house, "bo: /share ari")
    for pick in ("me", "slow", "relay"):
        house.choose("bo", pick)
    play(
        """
        ari: 1
            → ari  space
            → …
        """,
        house,
    )
    assert [one.script for one in house.sessions.values()] == ["small-share"]


def test_what_is_open_comes_before_the_menu() -> None:
    house = stage("size")
    assert house.say("ari", "start")[-1].step == "size/size"


@pytest.mark.parametrize("where", ["space", "answer"])
@pytest.mark.parametrize("typed", ["menu", "start"])
def test_where_nothing_is_asked_the_menu_comes_and_says_what_waits(where: str, typed: str) -> None:
    house = stage(where)
    before = len(house.seen_by("bo"))
    waits, menu = said(house, "ari", typed)
    assert waits.text == "Small share with Bo is open. What comes next comes here by itself."
    assert menu.step == "what/what"
    house.choose("ari", "hot")
    house.say("ari", "undo")
    assert picks(house) == ["alone", "together", "hot"]
    house.choose("ari", "hot")
    assert "findahelpline.com" in house.choose("ari", "lines")[-1].text
    assert [one.script for one in house.sessions.values()] == ["small-share"]
    assert len(house.seen_by("bo")) == before


def test_what_comes_next_is_answered_as_ever_while_the_menu_is_open() -> None:
    house = stage("answer")
    house.say("ari", "menu")
    for line in ("bo: So it felt lonely.", "bo: I am with you.", "bo: [send]"):
        act(house, line)
    house.say("ari", "yes")
    (session,) = house.sessions.values()
    assert session.step == "rate"


def test_stop_in_the_menu_still_leaves_what_is_shared() -> None:
    house = stage("answer")
    for line in ("menu", "stop"):
        house.say("ari", line)
    (shared,) = [one for one in house.sessions.values() if one.script == "small-share"]
    assert "sharer" in shared.gone


def test_a_menu_that_is_left_lying_goes_without_a_word() -> None:
    house = House()
    house.say("ari", "start")
    before = len(house.seen_by("ari"))
    house.wait("30d")
    assert house.sessions == {}
    assert [one.kind for one in house.seen_by("ari")[before:]] in ([], ["edit"])


def test_to_others_the_menu_is_nothing_at_all() -> None:
    house = House()
    for line in ("start", "[together]", "[hard]", "[small-share]", "[hand-over]"):
        act(house, f"ari: {line}")
    assert house.seen_by("bo") == []


# ── what now? ────────────────────────────────────────────────────────────────
@pytest.mark.parametrize("typed", ["what now?", "What now", "where am I?", "/what-now", "now what"])
def test_one_line_says_where_somebody_is_and_the_question_comes_again(typed: str) -> None:
    house = stage("size")
    where, question = said(house, "ari", typed)
    assert where.text == "You are here: Small share, with Bo."
    assert question.step == "size/size"
    assert said(house, "bo", typed)[0].text == "You are here: Small share, with Ari."


def test_it_is_heard_where_words_are_waited_for_and_in_the_welcome() -> None:
    house = stage("what")
    assert house.say("ari", "what now?")[-1].step == "what/text"
    house.meet("new", welcomed=False)
    house.say("new", "hi")
    first, second = said(house, "new", "what now?")
    assert (first.text, second.step) == ("You are here: Welcome.", "hello/hello")


def test_in_a_pause_it_says_so() -> None:
    house = stage("size")
    house.say("ari", "break")
    where, question = said(house, "ari", "what now?")
    assert where.text == "You are here: Pause."
    assert question.choices


def test_it_names_nobody_whom_the_asker_does_not_know_of() -> None:
    house = House()
    house.ask("ari", "share")
    house.choose("ari", "none")
    assert said(house, "ari", "what now?")[0].text == "You are here: Small share."
