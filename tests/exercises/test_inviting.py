"""Who may be asked, how often, and what a no looks like (safety D1, D11)."""

from tests.exercises.stages import stage
from tests.play import House, play


def test_not_now_is_told_to_nobody_and_closes_like_silence() -> None:
    play(
        """
        bo: [not-now]
        bo: back
            → bo  what
        + 71h
        + 1h
            → ari  has-closed
        """,
        stage("invite"),
    )


def test_an_invite_that_is_not_answered_closes_after_three_days() -> None:
    house = play(
        """
        + 71h
        + 1h
            → ari  has-closed
        """,
        stage("invite"),
    )
    assert house.open_for("bo") == []


def test_whoever_does_not_want_invites_is_never_asked_again_and_the_other_cannot_tell() -> None:
    play(
        """
        bo: [mute]
            → bo  muted-note
        + 72h
            → ari  has-closed
        + 72h
        ari: /share bo
            → ari  who-first
        ari: [me]
            → ari  pace
        ari: [slow]
            → ari  place
        ari: [relay]
            → ari  asked
        bo: back
            → bo  what
        bo: stop
            → bo  stopped-alone
        ari: undo
            → ari  nothing-to-undo
        + 72h
            → ari  has-closed
        """,
        stage("invite"),
    )


def test_after_an_unanswered_invite_there_are_three_days_of_rest_whatever_the_cause() -> None:
    play(
        """
        bo: [not-now]
        + 72h
            → ari  has-closed
        ari: /share bo
            → ari  not-yet
        + 71h
        ari: /share bo
            → ari  not-yet
        + 1h
        ari: /share bo
            → ari  who-first
        """,
        stage("invite"),
    )


def test_there_is_one_open_invite_between_two_people() -> None:
    play(
        """
        ari: /share bo
            → ari  one-open
        bo: /share ari
            → bo  one-open
        """,
        stage("invite"),
    )


def test_somebody_who_is_new_here_looks_like_somebody_who_does_not_answer() -> None:
    play(
        """
        ari: /share cleo
            → ari  who-first
        ari: [me]
            → ari  pace
        ari: [slow]
            → ari  place
        ari: [relay]
            → ari  asked
        ari: undo
            → ari  nothing-to-undo
        cleo: hello
            → cleo  hello
        cleo: stop
            → cleo  stopped-alone
        + 72h
            → ari  has-closed
        """,
    )


def test_nobody_shares_with_themself() -> None:
    play(
        """
        ari: /share ari
            → ari  not-yourself
        """,
    )


def test_before_the_invite_goes_out_nobody_else_hears_of_it() -> None:
    house = play(
        """
        ari: /share bo
            → ari  who-first
        bo: back
            → bo  what
        bo: stop
            → bo  stopped-alone
        ari: [me]
            → ari  pace
        + 8d
            → ari  has-closed
        """,
    )
    notes = [one.words for one in house.seen_by("bo") if one.kind == "note"]
    assert notes[-1] == (".stopped-alone",)  # the menu, and nothing else
    assert not house.sessions


def test_where_no_shared_place_can_be_opened_none_is_offered() -> None:
    house = play(
        """
        ari: /share bo
            → ari  who-first
        ari: [them]
            → ari  pace
        ari: [slow]
            → ari  asked
            → bo  invite
        """,
        House(rooms=False),
    )
    assert house.session.step == "invite-first"


def test_of_two_invites_between_the_same_two_only_the_first_goes_out() -> None:
    house = play(
        """
        ari: /share bo
            → ari  who-first
        ari: [me]
            → ari  pace
        ari: [slow]
            → ari  place
        bo: /share ari
            → bo  who-first
        bo: [me]
            → bo  pace
        bo: [live]
            → bo  place
        bo: [relay]
            → bo  asked
            → ari  invite
        ari: [relay]
            → ari  already-open
        """,
    )
    assert len(house.sessions) == 1


def test_in_an_exercise_that_waits_nobody_is_told_of_a_stop() -> None:
    play(
        """
        bo: stop
            → bo  stopped
        bo: back
            → bo  what
        ari: [2]
            → ari  wish
        ari: skip
            → ari  guess
        ari: skip
            → ari  preview
        ari: [send]
            → ari  delivered
        ari: undo
            → ari  nothing-to-undo
        + 24h
            → ari  on-hold
        + 6d
            → ari  has-closed
        """,
        stage("size"),
    )
