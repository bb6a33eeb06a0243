"""Undo, skip, the breath, and low-capacity mode in a small share."""

from tests.exercises.stages import stage
from tests.play import play


def test_undo_takes_the_last_answer_back_as_often_as_one_likes_until_it_is_sent() -> None:
    play(
        """
        ari: undo
            → ari  guess
        ari: undo
            → ari  wish
        ari: undo
            → ari  size
        ari: [1]
            → ari  wish
        ari: [comfort]
            → ari  guess
        ari: [bad]
            → ari  preview
        ari: [send]
            → ari  delivered
            → bo  card-share  "What they would like back: Comfort"
            → bo  say-back
        ari: undo
            → ari  nothing-to-undo
        """,
        stage("preview"),
    )


def test_nothing_can_be_undone_that_somebody_else_has_seen() -> None:
    play(
        """
        bo: undo
            → bo  nothing-to-undo
        ari: undo
            → ari  nothing-to-undo
        ari: [calm]
            → ari  your-part-is-in
        ari: undo
            → ari  ready
        ari: [stirred]
            → ari  your-part-is-in
        bo: [calm]
            → ari  family
            → bo  your-part-is-in
        ari: undo
            → ari  nothing-to-undo
        """,
        stage("ready"),
    )


def test_an_answer_to_a_rating_can_be_undone_until_both_have_rated() -> None:
    house = play(
        """
        ari: [bad]
            → ari  sting
        ari: undo
            → ari  band
        ari: [good]
            → ari  sting
        ari: [none]
            → ari  tell
        bo: undo
            → bo  nothing-to-undo
        """,
        stage("band"),
    )
    assert house.session.step == "tell-good"


def test_in_live_mode_a_breath_lies_between_send_and_sent() -> None:
    play(
        """
        bo: [send]
            → bo  breathe
        + 4s
        + 1s
            → bo  answer-sent
            → ari  card-answer
            → ari  check
        """,
        stage("answer-preview", pace="live"),
    )


def test_undo_in_the_breath_brings_the_preview_back_and_nothing_goes_out() -> None:
    play(
        """
        bo: [send]
            → bo  breathe
        + 4s
        bo: undo
            → bo  answer-preview
        + 1m
        bo: [edit]
            → bo  say-back
        bo: So it felt cold.
            → bo  care
        bo: [same]
            → bo  answer-preview  "So it felt cold."
        bo: [send]
            → bo  breathe
        + 5s
            → bo  answer-sent
            → ari  card-answer  "So it felt cold."
            → ari  check
        """,
        stage("answer-preview", pace="live"),
    )


def test_a_break_in_the_breath_keeps_the_answer_from_going_out() -> None:
    play(
        """
        bo: [send]
            → bo  breathe
        + 4s
        bo: break
            → bo  how
        + 1m
        bo: [quiet]
            → bo  back
        bo: [minutes-5]
            → bo  rest
        bo: [ready]
            → bo  welcome-back
            → bo  answer-preview
        bo: [send]
            → bo  breathe
        + 5s
            → bo  answer-sent
            → ari  card-answer
            → ari  check
        """,
        stage("answer-preview", pace="live"),
    )


def test_one_of_words_and_text_is_enough_but_not_neither() -> None:
    house = play(
        """
        ari: skip
            → ari  text
        ari: skip
            → ari  needed
        ari: It was cold.
            → ari  thought
        ari: skip
            → ari  size
        ari: skip
            → ari  needed
        ari: [1]
            → ari  wish
        """,
        stage("feel"),
    )
    assert house.session.step == "wish"


def test_a_needed_answer_cannot_be_skipped_and_says_so_kindly() -> None:
    play(
        """
        bo: skip
            → bo  needed
        bo: [3]
            → ari  ready
            → bo  ready
        bo: skip
            → bo  needed
        """,
        stage("space"),
    )


def test_the_listener_may_skip_saying_back_or_caring_but_not_both() -> None:
    play(
        """
        bo: skip
            → bo  care
        bo: skip
            → bo  needed
        bo: [thank-you]
            → bo  answer-preview  "Thank you for telling me."
        """,
        stage("answer"),
    )


def test_the_sharer_may_skip_every_rating_and_the_check() -> None:
    house = play(
        """
        ari: skip
            → ari  cared
            → bo  load
        ari: skip
            → ari  respected
        ari: skip
            → ari  gentle
        ari: skip
            → ari  band
        ari: skip
            → ari  sting
        ari: skip
            → ari  your-part-is-in
        bo: skip
            → bo  again
        bo: skip
            → ari  tell
            → bo  your-part-is-in
        """,
        stage("check"),
    )
    assert not house.bond("ari", "bo").shared


def test_in_short_mode_each_question_is_a_line_and_two_buttons() -> None:
    play(
        """
        ari: small
            → ari  small-on
            → ari  preview
        ari: [send]
            → ari  delivered
            → bo  card-share
            → bo  say-back
        bo: small
            → bo  small-on
            → bo  say-back
        bo: skip
            → bo  care
        bo: [here]
            → bo  answer-preview
        bo: [send]
            → bo  answer-sent
            → ari  card-answer
            → ari  check
        ari: [not-quite]
            → ari  missing
        """,
        stage("preview"),
    )


def test_numbers_in_short_mode_count_what_is_shown() -> None:
    play(
        """
        ari: small
            → ari  small-on
            → ari  preview
        ari: 2
            → ari  kept-note
        """,
        stage("preview"),
    )
