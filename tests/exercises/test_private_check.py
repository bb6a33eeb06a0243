"""The private check before a first round with somebody (safety D3.1, D3.2): both, each alone."""

import pytest

from tests.exercises.stages import stage
from tests.play import House, person_id, play

PROPOSED = """
    ari: [me]
        → ari  pace
    ari: [slow]
        → ari  place
    ari: [relay]
        → ari  asked
        → bo  invite
"""


def unchecked() -> House:
    """Ari and Bo, who never did anything together."""
    return House(checked=False)


def invited() -> House:
    """Ari has passed the check and invited Bo, who never passed it."""
    return play(
        f"""
        ari: /share bo
            → ari  check  "afraid of how they will react"
        ari: [none]
            → ari  who-first
        {PROPOSED}
        """,
        unchecked(),
    )


def test_the_proposer_is_asked_first_and_then_never_again_with_this_person() -> None:
    house = invited()
    assert house.bond("ari", "bo").checked
    assert not house.bond("bo", "ari").checked


def test_whoever_says_yes_is_asked_before_the_yes_counts() -> None:
    house = play(
        """
        bo: [yes]
            → bo  check
        bo: [none]
            → bo  space
            → ari  begun
        """,
        invited(),
    )
    assert house.bond("bo", "ari").checked


def test_one_or_more_starts_nothing_and_nothing_of_the_answer_is_kept() -> None:
    house = play(
        """
        ari: /share bo
            → ari  check
        ari: [some]
            → ari  alone  "Nobody is told, and your answer is not kept."
            → ari  lines-block
        + 80h
        ari: /share bo
            → ari  check
        """,
        unchecked(),
    )
    assert person_id("bo") not in {who for _, who in house.bonds}
    assert house.seen_by("bo") == []


def test_to_the_proposer_a_failed_check_is_an_unanswered_invite() -> None:
    house = play(
        """
        bo: [yes]
            → bo  check
        bo: [some]
            → bo  alone
            → bo  lines-block
        ari: back
            → ari  your-part-is-in
        + 71h
        + 1h
            → ari  has-closed
        """,
        invited(),
    )
    bond = house.bond("bo", "ari")
    assert (bond.checked, bond.cautious, bond.rest_until) == (False, False, None)


def test_rather_not_say_may_go_on_and_sizes_stay_small() -> None:
    house = play(
        """
        bo: [yes]
            → bo  check
        bo: [rather-not]
            → bo  careful  "type help"
            → bo  space  "A 2 is a common place to begin"
            → ari  begun
        """,
        invited(),
    )
    assert house.bond("bo", "ari").cautious


@pytest.mark.parametrize("answer", ["[yes]", "[not-now]"])
def test_before_the_check_is_answered_the_other_sees_nothing(answer: str) -> None:
    house = invited()
    before = len(house.seen_by("ari"))
    play(f"bo: {answer}\n→ …", house)
    assert len(house.seen_by("ari")) == before


def test_a_check_that_is_never_answered_closes_like_an_invite() -> None:
    house = play(
        """
        bo: [yes]
            → bo  check
        + 72h
            → ari  has-closed
        """,
        invited(),
    )
    assert not house.sessions


def test_stop_in_the_check_is_a_silence() -> None:
    play(
        """
        bo: [yes]
            → bo  check
        bo: stop
            → bo  stopped
        + 72h
            → ari  has-closed
        """,
        invited(),
    )


def test_the_quiet_way_out_stands_beside_every_rating_and_keeps_a_date_without_a_reason() -> None:
    house = play(
        """
        ari: [uneasy]
            → ari  rest  "Nothing of yours is sent"
            → ari  rest-from-them  "with Bo"
            → ari  lines-block
            → ari  what-now
        ari: [leave]
            → ari  left
        + 24h
            → bo  swap
        """,
        stage("rate"),
    )
    bond = house.bond("ari", "bo")
    assert bond.rest_until is not None
    assert (bond.rest_until - house.at).days == 29
    assert not bond.checked
    play("ari: /share bo\n→ ari  resting", house)


def test_who_goes_back_from_the_quiet_way_out_finds_the_same_rating() -> None:
    play(
        """
        ari: [uneasy]
            → …
        ari: [quiet]
            → ari  quiet
            → ari  what-now
        ari: [return]
            → ari  cared
        """,
        stage("rate"),
    )


def test_the_quiet_way_out_is_there_in_short_mode_too() -> None:
    house = stage("rate")
    house.say("ari", "small")
    assert "uneasy" in dict(house.open_for("ari")[-1].choices)


def test_a_rest_is_a_day_without_anything_shared_and_wake_ends_it() -> None:
    play(
        """
        + 1h
        ari: /rest
            → ari  rest-on
        ari: /share bo
            → ari  rest-on
        bo: /share ari
            → bo  who-first
        bo: [me]
            → bo  pace
        bo: [slow]
            → bo  place
        bo: [relay]
            → bo  asked
        ari: /rest
            → ari  rest-on
        ari: /wake
            → ari  rest-over
        + 72h
            → bo  has-closed
        ari: /share bo
            → ari  who-first
        """
    )
