"""When a person wants to be asked, read from how they say it: "every evening at 8".

The words are a grammar's (`when.lark`), the parser is lark's. Nothing is guessed: a word that
the grammar does not know is named back to them, and so is a time that no clock shows.
"""

import re
from datetime import date, time, timedelta
from functools import cache
from importlib.resources import files

import msgspec
from lark import Lark, Token
from lark.exceptions import UnexpectedCharacters, UnexpectedInput

from bot.model.schedule import EVERY_DAY, WEEK, WEEKDAYS, WEEKEND, Rule
from bot.text.typed import plain

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = {  # of a day: its usual hour, and from which hour on a bare number means the second half
    "morning": (9, None),
    "noon": (12, None),
    "midday": (12, None),
    "afternoon": (15, 1),
    "evening": (19, 4),
    "night": (21, 6),
    "midnight": (0, None),
}
NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
SPANS = {"day": 1, "week": WEEK, "month": 30}  # days
OFTEN = re.compile(r"\b(every|each|once an?|per)\s+(\d+\s+)?(minute|hour|second)s?\b|\bhourly\b")
CLOCK = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?")
LONGEST = 80  # characters
HALF, FULL, HOUR = 12, 24, 60
DAY = timedelta(days=1)
LONGEST_BREAK = timedelta(days=3660)  # whoever means longer than ten years means off


class Off(msgspec.Struct, frozen=True):
    """No more of these; `until` is the first date on which they come again, or None."""

    until: date | None = None


class NotRead(msgspec.Struct, frozen=True):
    """It says no time. `words` is the Fluent id of why; `word` what was not understood."""

    words: str
    word: str = ""


When = Rule | Off | NotRead


@cache
def _parser() -> Lark:
    grammar = files("bot.text").joinpath("when.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="earley", lexer="dynamic")


def read(text: str, today: date) -> When:
    """The rule that the text says. `today` is the reader's own date, for "off until Monday"."""
    said = plain(text)[: LONGEST + 1]
    if not said or len(said) > LONGEST:
        return NotRead(".when-unclear")
    if OFTEN.search(said):
        return NotRead(".when-too-often")
    try:
        tree = _parser().parse(said)
    except UnexpectedCharacters as no:
        return NotRead(".when-word", _word_at(said, no.column - 1))
    except UnexpectedInput:  # it ended before it said anything
        return NotRead(".when-no-time")
    found: list[Token] = list(tree.scan_values(lambda _: True))
    return _off(found, today) if tree.data == "off" else _rule(found)


def _word_at(text: str, at: int) -> str:
    """The word in which reading ended; the last one where it ended behind it."""
    before = max(text.rfind(" ", 0, min(at, len(text) - 1)) + 1, 0)
    return text[before:].split(" ", maxsplit=1)[0].strip(",;")


def _rule(found: list[Token]) -> When:
    times = [str(one) for one in found if one.type == "CLOCK"]
    parts = [_part(one) for one in found if one.type == "PART"]
    if len(times) > 1 or len(parts) > 1:
        return NotRead(".when-too-often")
    if not times and not parts:
        return NotRead(".when-no-time")
    at = _time(times[0], parts[0] if parts else "") if times else time(PARTS[parts[0]][0])
    if at is None:
        return NotRead(".when-no-such-time", times[0])
    return Rule(days=_days(found), at=at)


def _part(token: Token) -> str:
    word = token.split(" ")[-1]
    return word if word in PARTS else word.removesuffix("s")


def _days(found: list[Token]) -> tuple[int, ...]:
    """The days that are named; every day where none is."""
    days = {_day(one) for one in found if one.type == "DAY"}
    for word in (one for one in found if one.type == "SET"):
        days |= set(_set(word))
    return tuple(sorted(days)) or EVERY_DAY


def _day(token: Token) -> int:
    return NAMES.index(token[:3])


def _set(word: str) -> tuple[int, ...]:
    if "weekend" in word:
        return WEEKEND
    return WEEKDAYS if "week" in word or "work" in word else EVERY_DAY


def _time(text: str, part: str) -> time | None:
    """The time of day; a bare "8" in the evening is 20:00. None where no clock shows it."""
    found = CLOCK.match(text)
    assert found, "the grammar lets nothing else be a time"  # noqa: S101 - a promise of when.lark
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        if not 1 <= hour <= HALF:
            return None
        hour = hour % HALF + HALF * (half == "p")
    else:
        second = PARTS[part][1] if part else None
        hour += HALF if second is not None and second <= hour < HALF else 0
    return time(hour, minute) if hour < FULL and minute < HOUR else None


def _off(found: list[Token], today: date) -> When:
    kinds = {one.type: one for one in found}
    try:
        until = _until(kinds, today)
    except ValueError:
        return NotRead(".when-no-such-day", str(kinds["DATE"]))
    if until is not None and not DAY <= until - today <= LONGEST_BREAK:
        return NotRead(".when-no-such-day", until.isoformat())
    return Off(until)


def _until(kinds: dict[str, Token], today: date) -> date | None:
    if "DATE" in kinds:
        return date.fromisoformat(str(kinds["DATE"]))
    if "TOMORROW" in kinds:
        return today + DAY
    if "DAY" in kinds:
        return today + timedelta(days=(_day(kinds["DAY"]) - today.weekday() - 1) % WEEK + 1)
    if "SPAN" in kinds:
        number = str(kinds.get("SPAN_NUMBER", "a"))
        count = NUMBERS.get(number) or int(number)
        return today + count * SPANS[kinds["SPAN"].removesuffix("s")] * DAY
    return None
