"""Several exercises at once, and taps that come late, twice, or from somebody else."""

from tests.exercises.stages import stage
from tests.play import House, play


def test_a_word_that_fits_two_questions_asks_which_one_it_is_for() -> None:
    play(
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
        cleo: /share bo
            → cleo  who-first
        cleo: [me]
            → cleo  pace
        cleo: [live]
            → cleo  place
        cleo: [relay]
            → cleo  asked
            → bo  invite
        bo: yes
            → bo  which-one
        """,
        House("ari", "bo", "cleo"),
    )


def test_free_text_goes_to_the_exercise_in_which_one_did_something_last() -> None:
    house = play(
        """
        ari: /share cleo
            → ari  who-first
        ari: [me]
            → ari  pace
        ari: [slow]
            → ari  place
        ari: [relay]
            → ari  asked
            → cleo  invite
        cleo: [yes]
            → ari  begun
            → cleo  space
        cleo: [2]
            → ari  ready
            → cleo  ready
        ari: [calm]
            → ari  your-part-is-in
        cleo: [calm]
            → ari  family
            → cleo  your-part-is-in
        ari: [sore]
            → ari  words
        ari: [sad]
            → ari  text
        ari: This is for Cleo.
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
            → cleo  card-share  "This is for Cleo."
            → cleo  say-back
        ari: This is for Bo.
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
            → bo  card-share  "This is for Bo."
            → bo  say-back
        """,
        stage("what", house=House("ari", "bo", "cleo")),
    )
    assert not [one for one in house.seen_by("bo") if "Cleo" in one.text]
    assert not [one for one in house.seen_by("cleo") if "for Bo" in one.text]
