"""Caps that keep a day from being too much (safety D11), and what a person keeps of a round."""

from tests.exercises.stages import TO, stage
from tests.play import House, act, play

AGAIN = (
    "{l}: [3] | {l}: [calm] | {s}: [calm] | {s}: [sore] | {s}: [sad] | {s}: One thing."
    " | {s}: [skip] | {s}: [2] | {s}: [skip] | {s}: [skip] | {s}: [send] | {l}: So it hurt."
    " | {l}: [here] | {l}: [send] | {s}: [yes] | {s}: [skip] | {s}: [skip] | {s}: [skip]"
    " | {s}: [{band}] | {s}: [none] | {l}: [ok] | {l}: [no] | {s}: [keep] | {s}: [skip]"
    " | {l}: [skip]"
)


def another_round(house: House, sharer: str, listener: str, band: str = "good") -> None:
    """Both want to turn it round now; the next round up to its end."""
    house.choose("ari", "now")
    house.choose("bo", "now")
    for line in AGAIN.format(s=sharer, l=listener, band=band).split(" | "):
        act(house, line)


def test_after_three_rounds_in_a_day_no_more_is_offered_and_the_next_day_it_is() -> None:
    house = stage("swap", band="good")
    another_round(house, "bo", "ari")
    another_round(house, "ari", "bo")
    assert house.session.step == "close"
    house.choose("ari", "skip")
    house.choose("bo", "skip")
    play(
        """
        ari: /share bo
            → ari  enough-today
        bo: /share ari
            → bo  enough-today
        + 9h
        bo: /share ari
            → bo  who-first
        """,
        house,
    )


def test_two_not_goods_in_a_day_rest_till_tomorrow_and_only_the_sharer_knows() -> None:
    house = stage("swap", band="bad")
    another_round(house, "bo", "ari")
    another_round(house, "ari", "bo", band="bad")
    for name in ("ari", "bo"):
        house.choose(name, "skip")
    assert house.bond("ari", "bo").rest_until is not None
    assert house.bond("bo", "ari").rest_until is None


def test_a_rest_of_ones_own_is_said_to_oneself_and_is_silence_to_the_other() -> None:
    house = House()
    house.rest("ari", "bo", "12h")
    play(
        """
        ari: /share bo
            → ari  resting
        bo: /share ari
            → bo  who-first
        bo: [me]
            → bo  pace
        bo: [slow]
            → bo  place
        bo: [relay]
            → bo  asked
        ari: back
            → ari  what
        """,
        house,
    )


def test_whoever_keeps_no_numbers_has_none() -> None:
    house = House()
    house.change("ari", numbers="none")
    stage("swap", band="bad", house=house)
    assert house.bond("ari", "bo").shared == ()
    assert len(house.bond("bo", "ari").listened) == 1


def test_what_is_kept_of_a_round_is_ones_own_and_nothing_of_the_other() -> None:
    house = stage("swap", band="good", sting="bit")
    (mine,), (theirs,) = house.bond("ari", "bo").shared, house.bond("bo", "ari").listened
    assert (mine.size, mine.band, mine.sting, mine.load) == (2, "good", "bit", "")
    assert (theirs.space, theirs.load, theirs.band, theirs.sting) == (3, "ok", "", "")
    assert theirs.size == theirs.space, "the size that was picked is not the listener's to know"
    assert house.bond("ari", "bo").listened == house.bond("bo", "ari").shared == ()


def test_every_stage_is_what_it_is_called_after() -> None:
    resting = {"feel", "what", "band"}
    for name in TO:
        step = stage(name).session.step
        assert step.startswith(name) or name in resting, (name, step)
