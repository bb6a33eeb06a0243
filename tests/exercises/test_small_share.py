"""A small share from end to end, as it happened (method E2)."""

from tests.exercises.stages import stage
from tests.play import play


def test_a_small_share_goes_well_in_a_shared_place() -> None:
    house = play(
        """
        ari: /share bo
            → ari  who-first
        ari: [me]
            → ari  pace
        ari: [slow]
            → ari  place
        ari: [room]
            → ari  asked
            → bo  invite
        bo: [yes]
            → ari  begun
            → room  room-opened
            → bo  space
        bo: [3]
            → ari  ready
            → bo  ready
        ari: [calm]
            → ari  your-part-is-in
        bo: [stirred]
            → ari  family
            → bo  your-part-is-in
        ari: [sore]
            → ari  words
        ari: [sad, left-out]
            → ari  text
        ari: They all went without me.
            → ari  thought
        ari: skip
            → ari  size
        ari: [2]
            → ari  wish
        ari: [say-it-back]
            → ari  guess
        ari: [good]
            → ari  preview  "What they would like back: Say it back"
        ari: [send]
            → ari  delivered
            → room  card-share  "Feeling: sad, left out"
            → bo  say-back
        bo: So it felt lonely because nobody asked.
            → bo  care
        bo: I am sorry you were alone with that.
            → bo  answer-preview
        bo: [send]
            → bo  answer-sent
            → room  card-answer  "I am sorry you were alone with that."
            → ari  check
        ari: [yes]
            → ari  cared
            → bo  load
        ari: [yes]
            → ari  respected
        ari: [yes]
            → ari  gentle
        ari: [yes]
            → ari  band
        ari: [good]
            → ari  sting
        ari: [none]
            → ari  your-part-is-in
        bo: [ok]
            → bo  again
        bo: [no]
            → ari  tell
            → bo  your-part-is-in
        ari: [helped]
            → ari  phrase
        ari: [phrase-1]
            → ari  felt
        ari: [heard]
            → ari  helped
        ari: [said-back]
            → ari  feedback-preview
        ari: [send]
            → ari  feedback-sent
            → bo  card-feedback  "When you said "So it felt lonely because nobody asked.""
            → bo  receive
        bo: [thank]
            → ari  they-thank
            → ari  thanks
            → bo  thanks
        ari: [for-hearing]
            → ari  thanks-preview
        ari: [send]
            → ari  save-helped
        ari: skip
            → bo  card-thanks-sharer
            → ari  your-part-is-in
        bo: Thank you for trusting me.
            → bo  answer-thanks
        bo: [edit]
            → bo  thanks
        bo: Thank you for telling me.
            → bo  answer-thanks
        bo: [send]
            → ari  card-thanks-listener
            → ari  swap
            → bo  swap
        ari: [enough]
            → ari  closes-by-itself
        bo: [another]
            → bo  closes-by-itself
        + 24h
            → room  closed
            → ari  learning
            → bo  learning
        ari: skip
            → ari  closer  "Only you see it"
        ari: [further]
            → ari  that-is-all
        bo: I can just listen.
            → bo  closer
        bo: [closer]
            → bo  that-is-all
        """,
    )
    assert [one.closer for one in house.bond("ari", "bo").shared] == ["further"]
    assert [one.closer for one in house.bond("bo", "ari").listened] == ["closer"]
    assert not house.sessions
    assert [one.kind for one in house.records] == ["learning"]


def test_without_a_shared_place_cards_go_from_chat_to_chat() -> None:
    house = play(
        """
        ari: /share bo
            → ari  who-first
        ari: [me]
            → ari  pace
        ari: [slow]
            → ari  place
        ari: [relay]
            → ari  asked
            → bo  invite
        bo: [yes]
            → ari  begun
            → bo  space
        bo: [3]
            → ari  ready
            → bo  ready
        ari: [calm]
            → ari  your-part-is-in
        bo: [calm]
            → ari  family
            → bo  your-part-is-in
        ari: [warm]
            → ari  words
        ari: [proud]
            → ari  text
        ari: skip
            → ari  thought
        ari: skip
            → ari  size
        ari: [1]
            → ari  wish
        ari: skip
            → ari  guess
        ari: skip
            → ari  preview
        ari: [send]
            → ari  delivered
            → bo  card-share  "Feeling: proud"
            → bo  say-back
        bo: skip
            → bo  care
        bo: [here]
            → bo  answer-preview
        bo: [send]
            → bo  answer-sent
            → ari  card-answer  "I am here, and I heard you."
            → ari  check
        """,
    )
    assert house.seen_by("room") == []


def test_a_poor_answer_gets_feedback_and_a_second_go_and_then_it_turns_round() -> None:
    house = play(
        """
        ari: [middle]
            → ari  sting
        ari: [bit]
            → ari  tell
        ari: [both]
            → ari  clumsy
            → ari  phrase
        ari: [phrase-2]
            → ari  felt
        ari: [brushed-off]
            → ari  better
        ari: [say-back-first]
            → ari  helped
        ari: [stayed]
            → ari  feedback-preview
        ari: [send]
            → ari  feedback-sent
            → bo  card-feedback  "What would have felt better: say it back first"
            → bo  receive
        bo: [again]
            → bo  card-pinned
            → bo  again-say
        bo: So you were left alone, and it hurt.
            → bo  again-care
        bo: skip
            → bo  do-over-preview
        bo: [send]
            → bo  answer-sent
            → ari  card-do-over  "So you were left alone, and it hurt."
            → ari  band
        ari: [good]
            → ari  sting
        ari: [none]
            → ari  thanks
            → bo  thanks
        ari: [for-trying]
            → ari  thanks-preview
        ari: [send]
            → ari  save
        ari: [private]
            → ari  save-helped
        ari: [no]
            → bo  card-thanks-sharer
            → ari  your-part-is-in
        bo: skip
            → ari  swap
            → bo  swap
        ari: [now]
            → ari  closes-by-itself
        bo: [now]
            → ari  turned-note
            → bo  turned-note
            → ari  space
        # the second round: Bo shares, Ari listens
        ari: [2]
            → ari  ready
            → bo  ready
        bo: [calm]
            → bo  your-part-is-in
        ari: [calm]
            → bo  family
            → ari  your-part-is-in
        bo: [heated]
            → bo  words
        bo: [annoyed]
            → bo  text
        bo: The bus left early.
            → bo  thought
        bo: skip
            → bo  size
        bo: [1]
            → bo  wish
        bo: [listen]
            → bo  guess
        bo: [no-idea]
            → bo  preview
        bo: [send]
            → bo  delivered
            → ari  card-share
            → ari  say-back
        ari: That was unfair.
            → ari  care
        ari: [here]
            → ari  answer-preview
        ari: [send]
            → ari  answer-sent
            → bo  card-answer
            → bo  check
        bo: [mostly]
            → ari  load
            → bo  cared
        bo: skip
            → bo  respected
        bo: skip
            → bo  gentle
        bo: skip
            → bo  band
        bo: [good]
            → bo  sting
        bo: [none]
            → bo  your-part-is-in
        ari: [easy]
            → ari  again
        ari: [no]
            → bo  tell
            → ari  your-part-is-in
        bo: [keep]
            → ari  thanks
            → bo  thanks
        ari: skip
            → ari  your-part-is-in
        bo: skip
            → ari  swap
            → bo  swap
        ari: [another]
            → ari  closes-by-itself
        + 24h
            → ari  closed
            → bo  closed
            → ari  learning
            → bo  learning
        bo: skip
            → bo  closer
        bo: skip
            → bo  that-is-all
        ari: skip
            → ari  closer
        ari: skip
            → ari  that-is-all
        """,
        stage("band"),
    )
    assert not house.sessions
    (kept,) = house.bond("ari", "bo").shared
    assert (kept.band, kept.sting) == ("good", "none")  # the second go counts
    assert [one.kind for one in house.records] == ["guide"]


def test_the_listener_may_ask_for_another_go_without_knowing_what_was_rated() -> None:
    play(
        """
        bo: [ok]
            → bo  again
        bo: [yes]
            → bo  your-part-is-in
        ari: skip
            → ari  respected
        ari: skip
            → ari  gentle
        ari: skip
            → ari  band
        ari: [good]
            → ari  sting
        ari: [none]
            → ari  tell
        ari: [keep]
            → ari  allow
        ari: [yes]
            → bo  again-say
            → ari  your-part-is-in
        bo: So you were lonely.
            → bo  again-care
        bo: [makes-sense]
            → bo  do-over-preview
        bo: [send]
            → bo  answer-sent
            → ari  card-do-over
            → ari  band
        ari: [good]
            → ari  sting
        ari: [none]
            → ari  thanks
            → bo  thanks
        """,
        stage("rate"),
    )
