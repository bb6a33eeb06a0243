"""A hidden answer that chooses the path is not hidden."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.script.checks import hidden
from bot.script.read import read

Write = Callable[..., Path]

FRAME = """
roles = ["sharer", "listener"]
first = "rate"
[patience]
live = { soft = "20m", hard = "24h", invite = "24h" }
slow = { soft = "24h", hard = "7d", invite = "72h" }
[step.rate]
ask    = "sharer"
answer = { choice = ["good", "bad"] }
"""


def told(write: Write, rest: str) -> list[tuple[str, str]]:
    """Step and sentence of each finding, in a script that begins with a hidden rating."""
    return [(one.step, one.sentence) for one in hidden.check(read(write(FRAME + rest)))]


BETRAYED = ("rate", "The path shows what was answered to `rate`, which is hidden.")

TWO_WAYS = """
then = [{ rate = "bad", to = "sorry" }, { to = "thanks" }]
[step.sorry]
note = { listener = "sorry-note" }
[step.thanks]
note = { listener = "thanks-note" }
"""


def test_two_notes_that_differ_betray_the_answer(write: Write) -> None:
    assert told(write, TWO_WAYS) == [BETRAYED]


def test_what_is_declared_is_no_finding(write: Write) -> None:
    assert told(write, f'reveals = ["rate"]\n{TWO_WAYS}') == []


def test_what_is_declared_without_need_is_one(write: Write) -> None:
    rest = """
        reveals = ["rate"]
        then = "thanks"
        [step.thanks]
        note = { listener = "thanks-note" }
    """
    sentence = "`rate` is declared, but nothing reveals it."
    assert told(write, rest) == [("rate", sentence)]


def test_a_note_to_the_writer_alone_betrays_nothing(write: Write) -> None:
    rest = """
        then = [{ rate = "bad", to = "sorry" }, { to = "thanks" }]
        [step.sorry]
        note = { sharer = "sorry-note" }
        then = "thanks"
        [step.thanks]
        note = { listener = "thanks-note" }
    """
    assert told(write, rest) == []


def test_an_answer_that_is_shown_may_choose_the_path(write: Write) -> None:
    assert told(write, f'shown = ["listener"]\n{TWO_WAYS}') == []


@pytest.mark.parametrize(
    "other",
    [
        '[step.other]\nask = "listener"\nanswer = { choice = ["ok"] }',
        '[step.other]\nshow = ["note"]\n[card.note]\nby = "sharer"\nlines = ["word"]',
        "[step.other]",
    ],
    ids=["a question", "a card", "the end"],
)
def test_whatever_the_other_gets_to_see_counts(write: Write, other: str) -> None:
    rest = f"""
        then = [{{ rate = "bad", to = "word" }}, {{ to = "thanks" }}]
        [step.thanks]
        note = {{ listener = "thanks-note" }}
        [step.word]
        ask = "sharer"
        answer = {{ words = 100 }}
        shown = ["listener"]
        then = "other"
        {other}
    """
    assert told(write, rest) == [BETRAYED]


def test_silence_is_always_a_way_out(write: Write) -> None:
    rest = """
        then = [{ rate = "good", to = "thanks" }, { to = "silence" }]
        [step.thanks]
        note = { listener = "thanks-note" }
    """
    assert told(write, rest) == []


def test_a_refusal_may_look_like_having_been_passed_over(write: Write) -> None:
    rest = """
        quiet  = "pass"
        silent = { sharer = "thanks" }
        then   = [{ rate = "good", to = "card" }, { to = "thanks" }]
        [step.card]
        note = { listener = "they-liked-it" }
        then = "thanks"
        [step.thanks]
        note = { listener = "thanks-note" }
    """
    assert told(write, rest) == []


def test_but_not_like_something_else(write: Write) -> None:
    rest = """
        quiet  = "pass"
        silent = { sharer = "thanks" }
        then   = [{ rate = "good", to = "card" }, { to = "other" }]
        [step.card]
        note = { listener = "they-liked-it" }
        [step.other]
        note = { listener = "they-did-not" }
        [step.thanks]
        note = { listener = "thanks-note" }
    """
    assert told(write, rest) == [BETRAYED]


def test_a_branch_is_followed_through_steps_that_the_other_does_not_see(write: Write) -> None:
    rest = """
        then = [{ rate = "bad", to = "why" }, { to = "thanks" }]
        [step.why]
        ask = "sharer"
        answer = { choice = ["tell", "keep"] }
        then = [{ why = "tell", to = "thanks" }, { to = "secret" }]
        [step.secret]
        note = { sharer = "kept" }
        then = "thanks"
        [step.thanks]
        note = { listener = "thanks-note" }
    """
    assert told(write, rest) == []


def test_people_are_followed_when_roles_are_turned(write: Write) -> None:
    rest = """
        then = [{ rate = "bad", to = "turned" }, { to = "thanks" }]
        [step.turned]
        does = ["swap-roles"]
        then = "after"
        [step.after]
        note = { sharer = "thanks-note" }
        [step.thanks]
        note = { listener = "thanks-note" }
    """
    assert told(write, rest) == []
    assert told(write, rest.replace("note = { sharer", "note = { listener")) == [BETRAYED]


def test_who_began_stays_who_they_are_when_roles_are_turned(write: Write) -> None:
    rest = """
        then = [{ rate = "bad", to = "turned" }, { to = "asked" }]
        [step.turned]
        does = ["swap-roles"]
        then = "asked"
        [step.asked]
        ask = "invited"
        answer = { choice = ["yes"] }
    """
    assert told(write, rest) == []


def test_a_hidden_answer_may_not_choose_how_long_others_wait(write: Write) -> None:
    rest = """
        wait-for = "rate"
        then = "thanks"
        [step.thanks]
        note = { listener = "thanks-note" }
    """
    assert told(write, rest) == [BETRAYED]


def test_a_card_that_is_handed_over_counts(write: Write) -> None:
    rest = """
        then = [{ rate = "bad", to = "word" }, { to = "thanks" }]
        [step.thanks]
        note = { listener = "thanks-note" }
        [step.word]
        ask = "sharer"
        answer = { words = 100 }
        shown = ["listener"]
        then = "thanks"
    """
    handed = rest.replace("shown =", 'hands = { sharer = "note" }\nshown =')
    assert told(write, rest) == []
    card = '[card.note]\nby = "sharer"\nlines = ["word"]'
    assert told(write, handed + card) == [BETRAYED]


def test_a_preview_decides_whether_something_goes_out_and_that_is_seen(write: Write) -> None:
    rest = """
        then = "look"
        [step.look]
        ask = "sharer"
        answer = { preview = "note", choice = ["send", "keep"] }
        then = [{ look = "send", to = "sent" }, { to = "kept" }]
        [step.sent]
        note = { listener = "sent-note" }
        [step.kept]
        note = { listener = "kept-note" }
        [card.note]
        by = "sharer"
        lines = ["rate"]
    """
    assert told(write, rest) == []


def test_several_branches_on_different_answers_are_told_apart(write: Write) -> None:
    """As in the small share: the sting betrays itself, the band does not."""
    rest = """
        [step.again]
        [step.both]
        ask  = { sharer = ["sting", "band"] }
        then = [{ sting = "lot", to = "care" }, { band = "bad", to = "tell" }, { to = "tell-too" }]
        [field.sting]
        answer = { choice = ["none", "lot"] }
        [field.band]
        answer = { choice = ["good", "bad"] }
        [step.care]
        note = { listener = "later" }
        [step.tell]
        note = { listener = "card" }
        [step.tell-too]
        note = { listener = "card" }
    """
    sentence = "The path shows what was answered to `sting`, which is hidden."
    assert told(write, 'then = "both"' + rest) == [("both", sentence)]
