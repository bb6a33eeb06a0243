"""One kind question after words that may mean danger (safety D4): private, and nothing is lost."""

import pytest

from tests.exercises.stages import stage
from tests.play import House, play

DARK = "I want to kill myself"
HURT = "I am scared of my brother, he hits me"
HARM = "I am going to hurt him tonight"
YOUNG = "I am 15 years old"


def test_a_way_of_speaking_costs_one_tap_and_the_same_words_go_on() -> None:
    house = play(
        f"""
        ari: {DARK} if they play that song once more
            → ari  check
        ari: [no]
            → ari  go-on
            → ari  thought
        ari: [skip]
            → ari  size
        ari: [2]
            → ari  wish
        ari: [listen]
            → ari  guess
        ari: [good]
            → ari  preview  "that song once more"
        ari: [send]
            → ari  deliver
            → bo  deliver  "that song once more"
            → bo  say-back
        """,
        stage("what"),
    )
    assert all("quick-check" not in word for one in house.seen_by("bo") for word in one.words)


def test_yes_sends_nothing_and_brings_lines_first() -> None:
    house = play(
        f"""
        ari: {DARK}
            → ari  check
        ari: [yes]
            → ari  lines
            → ari  lines-block
            → ari  barrier
        ari: [police]
            → ari  police
            → ari  what-now
        ari: [steady]
            → ari  grounding
        ari: [feet]
            → ari  feet
            → ari  grounding
        ari: [enough]
            → ari  what-now
        ari: [tell]
            → ari  tell
            → ari  what-now
        ari: [leave]
            → ari  left
            → ari  stopped
        + 24h
            → bo  on-hold
        + 6d
            → bo  has-closed
        """,
        stage("what"),
    )
    assert house.seen_by("bo")[-3].step == "ready/ready" or house.sessions == {}


def test_back_to_the_draft_finds_it_as_it_was() -> None:
    play(
        f"""
        ari: {DARK}
            → ari  check
        ari: [unsure]
            → …
        ari: [none]
            → ari  what-now
        ari: [draft]
            → ari  draft
            → ari  text
        ari: [same]
            → ari  thought
        """,
        stage("what"),
    )


@pytest.mark.parametrize("way", ["stop", "[leave]"])
def test_after_it_the_words_are_gone(way: str) -> None:
    house = stage("what")
    for line in (DARK, "[yes]", "[none]", way):
        play(f"ari: {line}\n→ …", house)
    answers = house.session.answers.get("sharer", {})
    assert "text" not in answers
    assert house.session.gone == ("sharer",)


def test_nothing_of_it_is_kept_but_a_rest_that_has_no_reason() -> None:
    house = stage("what")
    before = house.person("ari")
    play(f"ari: {DARK}\n→ …\nari: [yes]\n→ …\nari: [none]\n→ …\nari: [leave]\n→ …", house)
    after = house.person("ari")
    changed = {
        name for name in after.__struct_fields__ if getattr(after, name) != getattr(before, name)
    }
    assert changed <= {"rest_until", "focus"}
    assert house.records == []
    assert not house.session.asides


@pytest.mark.parametrize(
    ("text", "asked"),
    [(DARK, "check"), (HURT, "check-hurt"), (HARM, "check-harm"), (YOUNG, "check-age")],
)
def test_each_kind_of_danger_has_its_own_question(text: str, asked: str) -> None:
    play(f"ari: {text}\n→ ari  {asked}", stage("what"))


def test_a_typed_answer_to_a_question_with_buttons_is_heard_too() -> None:
    play(
        f"""
        ari: {DARK}
            → ari  check
        ari: [no]
            → ari  go-on
            → ari  not-taken
            → ari  size
        """,
        stage("size"),
    )


def test_outside_of_any_exercise_it_is_asked_too() -> None:
    play(
        f"""
        ari: {DARK}
            → ari  check
        ari: [rather-not]
            → ari  rather-not
            → ari  go-on
        ari: hello
            → ari  what
        """
    )


def test_somebody_new_is_asked_before_the_welcome() -> None:
    play(f"ari: {DARK}\n→ ari  check", House(welcomed=False))


def test_words_behind_a_command_are_heard() -> None:
    play(f"ari: /sharing {DARK}\n→ ari  check")


def test_in_the_shared_place_the_writer_alone_is_asked_in_their_own_chat() -> None:
    house = stage("space", place="room")
    before = len(house.seen_by("room")), len(house.seen_by("bo"))
    play(
        f"""
        ari in room: {DARK}
            → ari  in-the-room
            → ari  check
        ari: [yes]
            → …
        """,
        house,
    )
    assert (len(house.seen_by("room")), len(house.seen_by("bo"))) == before


def test_what_is_said_in_the_shared_place_is_never_taken_for_an_answer() -> None:
    house = stage("what", place="room")
    play(
        f"""
        ari in room: {DARK}
            → ari  in-the-room
            → ari  check
        ari: [no]
            → ari  go-on
            → ari  not-taken
            → ari  text
        """,
        house,
    )
    assert "text" not in house.session.answers["sharer"]


def test_during_a_pause_it_is_asked_and_then_the_pause_goes_on() -> None:
    play(
        f"""
        ari: break
            → ari  how
        ari: [quiet]
            → ari  back
        ari: {DARK}
            → ari  check
        ari: [no]
            → ari  go-on
            → ari  back
        ari: [minutes-5]
            → ari  rest
        """,
        stage("what"),
    )


def test_being_hurt_by_the_other_sends_nothing_and_starts_nothing_new() -> None:
    house = play(
        f"""
        ari: {HURT}
            → ari  check-hurt
        ari: [here]
            → ari  hurt-here
            → ari  rest-from-them  "with Bo"
            → ari  lines-block
            → ari  what-now
        ari: [leave]
            → ari  left
            → ari  stopped
        + 24h
            → bo  on-hold
        """,
        stage("what"),
    )
    assert house.bond("ari", "bo").rest_until is not None
    assert not house.bond("ari", "bo").checked


def test_being_hurt_by_somebody_else_leaves_this_one_as_it_is() -> None:
    house = play(
        f"""
        ari: {HURT}
            → ari  check-hurt
        ari: [else]
            → …
        ari: [draft]
            → …
        ari: [same]
            → ari  thought
        """,
        stage("what"),
    )
    assert house.bond("ari", "bo").rest_until is None


def test_harm_to_others_is_not_passed_on() -> None:
    house = play(
        f"""
        ari: {HARM}
            → ari  check-harm
        ari: [yes]
            → ari  harm  "I can't pass this on"
            → …
        ari: [draft]
            → …
        """,
        stage("what"),
    )
    assert "text" not in house.session.answers["sharer"]


def test_somebody_under_age_is_let_go_kindly_and_to_the_other_it_is_a_silence() -> None:
    house = play(
        f"""
        ari: {YOUNG}
            → ari  check-age
        ari: [minor]
            → ari  too-young
            → ari  lines-block
            → ari  last-words
        + 3s
        + 24h
            → bo  on-hold
        + 6d
            → bo  has-closed
        """,
        stage("what"),
    )
    assert "ari" not in {one.account.native for one in house.people.values()}


def test_a_threat_is_not_carried_and_the_other_sees_nothing() -> None:
    play(
        """
        ari: If you leave I will kill you
            → ari  cannot-carry
        ari: I was scared you would leave.
            → ari  thought
        """,
        stage("what"),
    )


def test_hurtful_words_get_one_gentle_line_and_can_be_sent() -> None:
    house = play(
        """
        bo: You are such an idiot
            → bo  care
        bo: [here]
            → bo  answer-preview  "This may land hard"
        bo: [send]
            → ari  answered  "such an idiot"
            → …
        """,
        stage("answer"),
    )
    assert house.sessions


def test_words_from_the_palette_are_never_asked_about() -> None:
    house = stage("ready")
    for line in ("ari: [calm]", "bo: [calm]", "ari: [dark]"):
        play(f"{line}\n→ …", house)
    play("ari: [hopeless-today, worthless, numb]\n→ ari  text", house)


def test_two_open_questions_and_danger_ask_first_and_then_which_one_it_was_for() -> None:
    house = House("ari", "bo", "cam")
    for other in ("bo", "cam"):
        for line in (f"ari: /share {other}", "ari: [me]", "ari: [slow]", "ari: [relay]"):
            play(f"{line}\n→ …", house)
        play(f"{other}: [yes]\n→ …", house)
        for line in (
            f"{other}: [3]",
            f"{other}: [calm]",
            "ari: [calm]",
            "ari: [sore]",
            "ari: [sad]",
        ):
            play(f"{line}\n→ …", house)
    house.change("ari", focus="")
    play(
        f"""
        ari: {DARK}
            → ari  check
        ari: [no]
            → ari  go-on
            → ari  which-one
        """,
        house,
    )


def test_the_name_of_somebody_as_a_platform_writes_it_says_nothing_of_who_types_it() -> None:
    house = House()
    house.say("ari", "share @im15:example.org")
    assert {one.script for one in house.sessions.values()} == {"small-share"}


def test_words_behind_a_command_are_still_heard() -> None:
    house = House()
    house.say("ari", "share i want to die")
    assert {one.script for one in house.sessions.values()} == {"quick-check"}
