"""Turns that a small share may take: again, tomorrow, smaller, or not at all (method E2)."""

from tests.exercises.stages import stage
from tests.play import play


def test_not_quite_may_be_said_twice_and_the_third_time_it_goes_on() -> None:
    play(
        """
        ari: [not-quite]
            → ari  missing
        ari: It was more cold than sad.
            → ari  missing-preview
        ari: [send]
            → bo  not-quite
            → bo  card-missing
            → bo  say-back
            → ari  your-part-is-in
        bo: So it felt cold.
            → bo  care
        bo: skip
            → bo  answer-preview
        bo: [send]
            → bo  answer-sent
            → ari  card-answer
            → ari  check
        ari: [not-quite]
            → ari  missing
        ari: skip
            → bo  not-quite
            → bo  say-back
            → ari  your-part-is-in
        bo: So it felt cold and far.
            → bo  care
        bo: skip
            → bo  answer-preview
        bo: [send]
            → bo  answer-sent
            → ari  card-answer
            → ari  check
        ari: [not-quite]
            → ari  cared
            → bo  load
        """,
        stage("check"),
    )


def test_a_sting_of_a_lot_asks_about_feedback_the_next_day_and_nobody_knows() -> None:
    play(
        """
        ari: [bad]
            → ari  sting
        ari: [lot]
            → ari  care-first
        ari: [tomorrow]
            → ari  tomorrow-note
            → ari  thanks
            → bo  thanks
        ari: skip
            → ari  your-part-is-in
        bo: skip
            → ari  swap
            → bo  swap
        ari: [enough]
            → ari  closes-by-itself
        bo: [enough]
            → bo  closes-by-itself
        + 19h
        # what Bo can find out of it: nothing, only the round that is open
        bo: back
            → bo  closes-by-itself
        + 1h
            → ari  tell
        ari: [better]
            → ari  clumsy
            → ari  phrase
        ari: skip
            → ari  felt
        ari: [hurt]
            → ari  better
        ari: [slower]
            → ari  helped
        ari: skip
            → ari  feedback-preview
        ari: [send]
            → ari  feedback-sent
            → bo  card-feedback
            → bo  receive
        """,
        stage("band"),
    )


def test_a_wish_above_the_space_is_trimmed_kept_for_later_or_dropped() -> None:
    house = play(
        """
        ari: [bigger]
            → ari  too-big
        ari: [later]
            → ari  saved-for-later
            → ari  family
        ari: [sore]
            → ari  words
        ari: [lonely]
            → ari  text
        ari: skip
            → ari  thought
        ari: skip
            → ari  size
        ari: 6
            → ari  too-big
        ari: [another]
            → ari  family
        ari: [sore]
            → ari  words
        ari: [hurt]
            → ari  text
        ari: skip
            → ari  thought
        ari: skip
            → ari  size
        ari: [bigger]
            → ari  too-big
        ari: [trim]
            → ari  text
        ari: They forgot one call.
            → ari  size
        ari: [3]
            → ari  preview  "They forgot one call."
        """,
        stage("size"),
    )
    (later,) = house.records
    assert later.kind == "later"


def test_keep_it_to_myself_destroys_the_draft_and_is_silence_to_the_other() -> None:
    house = play(
        """
        ari: [keep]
            → ari  kept-note
        ari: back
            → ari  what
        + 24h
            → bo  on-hold
        + 6d
            → bo  has-closed
        """,
        stage("preview"),
    )
    assert not house.sessions


def test_a_draft_can_be_edited_and_made_smaller_before_it_goes() -> None:
    play(
        """
        ari: [edit]
            → ari  text
        ari: They went without me on Friday.
            → ari  thought
        ari: And I said that I do not mind.
            → ari  preview  "And I said that I do not mind."
        ari: [smaller]
            → ari  text
        ari: I was not asked.
            → ari  size
        ari: [1]
            → ari  preview  "I was not asked."
        ari: [edit]
            → ari  text
        ari: [same]
            → ari  thought
        ari: [same]
            → ari  preview  "And I said that I do not mind."
        ari: [send]
            → ari  delivered
            → bo  card-share  "I was not asked."
            → bo  say-back
        """,
        stage("preview"),
    )
