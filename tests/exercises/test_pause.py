"""The pause (method E7): alone, in private, and for everybody."""

from tests.exercises.stages import stage
from tests.play import play


def test_a_pause_alone_asks_again_when_its_time_is_over() -> None:
    house = play(
        """
        ari: pause
            → ari  how
        ari: [breathe]
            → ari  slow-minute
        + 60s
            → ari  back
        ari: [minutes-20]
            → ari  rest
        + 19m
        + 1m
            → ari  nudge
        ari: [ready]
            → ari  welcome-back
        """,
    )
    assert not house.sessions


def test_in_the_rest_there_are_things_that_help_a_little() -> None:
    play(
        """
        ari: break
            → ari  how
        ari: [quiet]
            → ari  back
        ari: [hour]
            → ari  rest
        ari: [feet]
            → ari  feet-note
            → ari  rest
        ari: [five]
            → ari  five-note
            → ari  rest
        ari: [water]
            → ari  water-note
            → ari  rest
        ari: [out-breath]
            → ari  out-breath-note
            → ari  rest
        ari: [ready]
            → ari  welcome-back
        """,
    )


def test_an_open_pause_is_told_with_its_end_and_goes_on_when_everybody_is_ready() -> None:
    play(
        """
        bo: pause
            → bo  how
        bo: [quiet]
            → bo  back
        bo: [minutes-20]
            → bo  rest
            → ari  pausing-until
        ari: [comfort]
            → ari  your-part-is-in
        + 20m
            → bo  nudge
        bo: [ready]
            → bo  welcome-back
            → ari  ready
            → bo  knocked
        ari: [ready]
            → ari  guess
        """,
        stage("wish"),
    )


def test_in_a_shared_place_the_pause_is_told_there() -> None:
    play(
        """
        ari: pause
            → ari  how
        ari: [quiet]
            → ari  back
        ari: [minutes-5]
            → ari  rest
            → room  pausing-until  "Back at 15:05 or later."
        + 5m
            → ari  nudge
        ari: [ready]
            → ari  welcome-back
            → room  knock-room
            → bo  ready
            → ari  knocked
        bo: ready
            → ari  wish
            → bo  on-again
        """,
        stage("wish", place="room"),
    )


def test_whoever_does_not_know_how_long_says_no_time() -> None:
    play(
        """
        bo: pause
            → bo  how
        bo: [quiet]
            → bo  back
        bo: [unknown]
            → bo  rest
            → ari  pausing  "It goes on when everybody is ready."
        + 24h
            → bo  nudge
        """,
        stage("wish"),
    )


def test_until_tomorrow_is_a_day_later_at_a_time_when_one_is_awake() -> None:
    play(
        """
        bo: pause
            → bo  how
        bo: [quiet]
            → bo  back
        bo: [tomorrow]
            → bo  rest
            → ari  pausing-tomorrow
        + 23h
        + 1h
            → bo  nudge
        """,
        stage("wish"),
    )


def test_more_time_is_told_again_with_the_new_end() -> None:
    play(
        """
        bo: pause
            → bo  how
        bo: [quiet]
            → bo  back
        bo: [minutes-5]
            → bo  rest
            → ari  pausing-until
        + 5m
            → bo  nudge
        bo: [more]
            → bo  back
        bo: [hour]
            → bo  rest
            → ari  pausing-until  "Back at 16:05 or later."
        + 1h
            → bo  nudge
        bo: [ready]
            → bo  welcome-back
            → ari  ready
            → bo  knocked
        ari: [ready]
            → ari  wish
            → bo  on-again
        """,
        stage("wish"),
    )


def test_enough_for_today_is_silence_to_the_other() -> None:
    play(
        """
        bo: pause
            → bo  how
        bo: [quiet]
            → bo  back
        bo: [minutes-5]
            → bo  rest
            → ari  pausing-until
        + 5m
            → bo  nudge
        bo: [enough]
            → bo  enough-note
        ari: [comfort]
            → ari  your-part-is-in
        + 24h
            → ari  on-hold
        + 6d
            → ari  has-closed
        """,
        stage("wish"),
    )


def test_the_other_one_who_does_not_come_back_is_a_silence_as_any() -> None:
    house = play(
        """
        bo: pause
            → bo  how
        bo: [quiet]
            → bo  back
        bo: [minutes-5]
            → bo  rest
            → ari  pausing-until
        + 5m
            → bo  nudge
        bo: [ready]
            → bo  welcome-back
            → ari  ready
            → bo  knocked
        + 24h
            → bo  on-hold
        + 6d
            → ari  has-closed
            → bo  has-closed
        """,
        stage("wish"),
    )
    assert not house.sessions


def test_a_private_break_is_seen_by_nobody_and_ends_where_it_began() -> None:
    play(
        """
        bo: break
            → bo  how
        bo: [quiet]
            → bo  back
        bo: [minutes-20]
            → bo  rest
        + 20m
            → bo  nudge
        bo: [more]
            → bo  back
        bo: [minutes-5]
            → bo  rest
        + 5m
            → bo  nudge
        bo: [ready]
            → bo  welcome-back
            → bo  say-back
        bo: So it felt far away.
            → bo  care
        """,
        stage("answer"),
    )


def test_flooded_opens_a_private_break() -> None:
    play(
        """
        ari: [flooded]
            → ari  how
        ari: [quiet]
            → ari  back
        ari: [minutes-5]
            → ari  rest
        ari: [ready]
            → ari  welcome-back
            → ari  ready
        ari: [calm]
            → ari  your-part-is-in
        """,
        stage("ready"),
    )


def test_a_pause_before_the_yes_is_private() -> None:
    play(
        """
        bo: pause
            → bo  how
        bo: [quiet]
            → bo  back
        bo: [minutes-5]
            → bo  rest
        bo: [ready]
            → bo  welcome-back
            → bo  invite
        bo: [yes]
            → ari  begun
            → bo  space
        """,
        stage("invite"),
    )


def test_pause_beside_feedback_is_an_open_pause() -> None:
    play(
        """
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
        bo: [pause]
            → bo  how
        bo: [quiet]
            → bo  back
        bo: [minutes-5]
            → bo  rest
            → ari  pausing-until
        bo: [ready]
            → bo  welcome-back
            → ari  ready
            → bo  knocked
        ari: [ready]
            → ari  on-again
            → bo  receive
        bo: [close]
            → ari  thanks
            → bo  thanks
        """,
        stage("tell"),
    )


def test_ones_own_pause_word_pauses_in_every_step() -> None:
    play(
        """
        ari: I was at the pause counter.
            → ari  thought
        ari: pause
            → ari  how
        ari: [quiet]
            → ari  back
        """,
        stage("what"),
    )


def test_stop_in_a_pause_is_a_stop() -> None:
    play(
        """
        bo: pause
            → bo  how
        bo: [quiet]
            → bo  back
        bo: [minutes-5]
            → bo  rest
            → ari  pausing-until
        bo: stop
            → bo  stopped
        ari: [comfort]
            → ari  your-part-is-in
        + 24h
        + 5m
            → ari  on-hold
        """,
        stage("wish"),
    )


def test_a_second_pause_says_that_it_is_paused() -> None:
    play(
        """
        bo: pause
            → bo  how
        bo: [quiet]
            → bo  back
        bo: [minutes-20]
            → bo  rest
            → ari  pausing-until
        ari: pause
            → ari  already-paused
        bo: pause
            → bo  rest
        """,
        stage("wish"),
    )
