"""The size ladder (method C17), over every short history of one person's own facts."""

import inspect
from collections import Counter
from itertools import product

import pytest

from bot.care import ladder
from bot.care.ladder import Facts, Hint
from bot.model.person import Round

SHARED = [*product((1, 2, 5, 8), ("good", "middle", "bad"), ("none", "bit", "lot"))]
LISTENED = [*product((1, 3, 5, 8), (1, 3), ("easy", "ok", "heavy", "too-much"))]
EVERY = 2  # days between two rounds


def shared(history: tuple[tuple[int, str, str], ...]) -> tuple[Round, ...]:
    """Rounds as their sharer keeps them."""
    return tuple(
        Round(id=f"r{place}", day=place * EVERY, size=size, band=band, sting=sting)
        for place, (size, band, sting) in enumerate(history)
    )


def listened(history: tuple[tuple[int, int, str], ...]) -> tuple[Round, ...]:
    """Rounds as their listener keeps them; the size is not theirs to know."""
    return tuple(
        Round(id=f"r{place}", day=place * EVERY, size=space, space=space, load=load)
        for place, (space, _, load) in enumerate(history)
    )


def facts(rounds: tuple[Round, ...], later: int = EVERY, **more: object) -> Facts:
    """One person's facts, `later` days after their last round."""
    today = rounds[-1].day + later if rounds else later
    return Facts(rounds=rounds, today=today, **more)  # type: ignore[arg-type] # handed through


def test_over_all_short_histories_the_sharers_hint_keeps_every_rule() -> None:
    checked = Counter[str]()
    for length in (1, 2, 3):
        for history in product(SHARED, repeat=length):
            rounds = shared(history)
            hint = ladder.sharer_key(facts(rounds))
            hold_sharer(rounds, hint)
            checked[hint.kind] += 1
    assert sum(checked.values()) == 36 + 36**2 + 36**3
    assert {*checked} == {"rest", "smaller", "same", "bigger"}


def hold_sharer(rounds: tuple[Round, ...], hint: Hint) -> None:
    """Every sentence of the sharer's rule."""
    last, window = rounds[-1], rounds[-3:]
    bad = sum(one.band == "bad" for one in window)
    if bad >= 2:
        assert hint == Hint(kind="rest")
    elif last.band == "bad" or last.sting == "lot":
        assert hint == Hint(kind="smaller", size=max(1, last.size - 2))
    elif last.band == "middle" or last.sting == "bit":
        assert hint == Hint(kind="same", size=last.size)
    if hint.kind == "bigger":
        calm = [r for r in window if r.band == "good" and r.sting == "none"]
        assert bad == 0
        assert len([r for r in calm if r.size >= last.size]) >= 2
        assert hint.size == last.size + 1 <= ladder.CAP
        muted, soon = facts(rounds, no_bigger=True), facts(rounds, last_bigger=rounds[-1].day - 4)
        assert ladder.sharer_key(muted).kind == ladder.sharer_key(soon).kind == "same"
        assert ladder.sharer_key(facts(rounds, last_bigger=rounds[-1].day - 5)).kind == "bigger"


def test_over_all_short_histories_the_listeners_hint_keeps_every_rule() -> None:
    checked = Counter[str]()
    for length in (1, 2, 3):
        for history in product(LISTENED, repeat=length):
            rounds = listened(history)
            hint = ladder.listener_key(facts(rounds))
            hold_listener(rounds, hint)
            checked[hint.kind] += 1
    assert sum(checked.values()) == 32 + 32**2 + 32**3
    assert {*checked} == {"rest", "smaller", "same", "bigger"}


def hold_listener(rounds: tuple[Round, ...], hint: Hint) -> None:
    """Every sentence of the listener's rule."""
    last = rounds[-1]
    heavy = sum(one.load == "heavy" for one in rounds[-3:])
    if last.load == "too-much":
        assert hint == Hint(kind="rest", size=max(1, last.space - 2))
    elif heavy >= 2:
        assert hint == Hint(kind="smaller", size=max(1, last.space - 2))
    elif last.load == "heavy":
        assert hint == Hint(kind="smaller", size=max(1, last.space - 1))
    if hint.kind == "bigger":
        assert [one.load for one in rounds[-2:]] == ["easy", "easy"]
        assert hint.size == last.space + 1 <= ladder.CAP
        assert ladder.listener_key(facts(rounds, no_bigger=True)).kind == "same"
        assert ladder.listener_key(facts(rounds, last_bigger=rounds[-1].day)).kind == "same"


@pytest.mark.parametrize("key", [ladder.sharer_key, ladder.listener_key])
def test_a_rest_date_comes_before_everything_and_says_no_size(key: object) -> None:
    assert callable(key)
    for history in ((), *product(SHARED, repeat=1)):
        assert key(facts(shared(history), resting=True)) == Hint(kind="rest")


def test_the_first_time_begins_small() -> None:
    assert ladder.sharer_key(facts(())) == Hint(kind="start", size=2)
    assert ladder.listener_key(facts(())) == Hint(kind="start", size=3)


@pytest.mark.parametrize(("days", "size"), [(60, 4), (61, 3)])
def test_after_more_than_sixty_days_it_is_one_smaller(days: int, size: int) -> None:
    rounds = shared(((4, "middle", "none"),))
    assert ladder.sharer_key(facts(rounds, days)) == Hint(kind="same", size=size)


def test_neither_key_can_take_in_what_the_other_person_knows() -> None:
    """By signature: one person's facts and nothing else; and none of the other side's counts."""
    for key in (ladder.sharer_key, ladder.listener_key):
        (only,) = inspect.signature(key).parameters.values()
        assert only.annotation is Facts
        own = {"rounds", "today", "resting", "last_bigger", "no_bigger", "cautious"}
        assert {*Facts.__struct_fields__} == own
    for history in product(SHARED, repeat=2):
        plain = shared(history)
        noisy = tuple(_with(one, space=8, load="too-much") for one in plain)
        assert ladder.sharer_key(facts(plain)) == ladder.sharer_key(facts(noisy))
    for offered in product(LISTENED, repeat=2):
        calm = listened(offered)
        stung = tuple(_with(one, band="bad", sting="lot") for one in calm)
        assert ladder.listener_key(facts(calm)) == ladder.listener_key(facts(stung))


def _with(one: Round, **more: object) -> Round:
    given = {name: getattr(one, name) for name in Round.__struct_fields__} | more
    return Round(**given)


def test_good_rounds_every_third_day_climb_to_eight_in_48_days_at_the_fastest() -> None:
    rounds: tuple[Round, ...] = ()
    size, last, climbed, day = 2, None, {}, 0
    while size < ladder.CAP:
        new = Round(id=f"r{day}", day=day, size=size, band="good", sting="none")
        rounds = ladder.kept(rounds, new)
        hint = ladder.sharer_key(Facts(rounds=rounds, today=day, last_bigger=last))
        if hint.kind == "bigger" and hint.size:
            size, last = hint.size, day
            climbed[size] = day
        day += 3
    assert climbed == {3: 3, 4: 12, 5: 21, 6: 30, 7: 39, 8: 48}


def test_a_do_over_takes_the_place_of_its_rounds_first_rating() -> None:
    first = Round(id="one", day=1, size=2, band="bad")
    again = Round(id="one", day=1, size=2, band="good")
    other = Round(id="two", day=0, size=1, band="good")
    assert ladder.kept((other, first), again) == (other, again)
    assert len(ladder.kept(shared(((1, "good", "none"),) * 3), other)) == ladder.KEPT
