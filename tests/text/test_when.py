"""What people type when they are asked when."""

from datetime import date, time

import pytest

from bot.model.schedule import EVERY_DAY, WEEKDAYS, WEEKEND, Rule
from bot.text.when import NotRead, Off, read

TODAY = date(2026, 11, 23)  # a Monday


def rule(*days: int, at: str) -> Rule:
    return Rule(days=days or EVERY_DAY, at=time.fromisoformat(at))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("every evening at 8", rule(at="20:00")),
        ("Sundays 18:00", rule(6, at="18:00")),
        ("weekdays 7:30", rule(*WEEKDAYS, at="07:30")),
        ("weekends at 10", rule(*WEEKEND, at="10:00")),
        ("daily 8pm", rule(at="20:00")),
        ("mornings", rule(at="09:00")),
        ("mon, wed and fri at 6 pm", rule(0, 2, 4, at="18:00")),
        ("8 in the evening", rule(at="20:00")),
        ("every night at 11", rule(at="23:00")),
        ("at 12 am", rule(at="00:00")),
        ("at 12 pm", rule(at="12:00")),
        ("noon", rule(at="12:00")),
        ("7.30", rule(at="07:30")),
        ("10 o'clock", rule(at="10:00")),
        ("each weekday at 6:15 a.m.", rule(*WEEKDAYS, at="06:15")),
        ("Every Tuesday evening", rule(1, at="19:00")),
        ("off", Off()),
        ("off until Monday", Off(date(2026, 11, 30))),
        ("off until friday", Off(date(2026, 11, 27))),
        ("off for two weeks", Off(date(2026, 12, 7))),
        ("off until 2026-12-24", Off(date(2026, 12, 24))),
        ("off until tomorrow", Off(date(2026, 11, 24))),
    ],
)
def test_it_is_understood(said: str, meant: Rule | Off) -> None:
    assert read(said, TODAY) == meant


@pytest.mark.parametrize(
    ("said", "why", "word"),
    [
        ("every day at 25:00", ".when-no-such-time", "25:00"),
        ("every day at 7:75", ".when-no-such-time", "7:75"),
        ("13 pm", ".when-no-such-time", "13 pm"),
        ("off until 2026-13-24", ".when-no-such-day", "2026-13-24"),
        ("off until 2026-11-23", ".when-no-such-day", "2026-11-23"),
        ("off until 2020-01-01", ".when-no-such-day", "2020-01-01"),
        ("off until 9999-12-31", ".when-no-such-day", "9999-12-31"),
        ("BST", ".when-word", "bst"),
        ("8 pm EST", ".when-word", "est"),
        ("sometimes", ".when-word", "sometimes"),
        ("every other day at 8", ".when-word", "other"),
        ("every minute", ".when-too-often", ""),
        ("every 5 minutes", ".when-too-often", ""),
        ("hourly", ".when-too-often", ""),
        ("every day at 8 and at 9", ".when-too-often", ""),
        ("tuesdays", ".when-no-time", ""),
        ("", ".when-unclear", ""),
        ("\u202e \x00", ".when-unclear", ""),
        ("at 8 " * 20_000, ".when-unclear", ""),
    ],
)
def test_it_is_not_and_the_answer_says_why(said: str, why: str, word: str) -> None:
    assert read(said, TODAY) == NotRead(why, word)
