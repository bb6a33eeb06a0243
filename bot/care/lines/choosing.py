"""Which help lines somebody is shown: a pure rule of the book, their country and the day.

Nothing is inferred: without a country there is nothing here, and the words that stand around
the lines name the directory in every case (safety D6).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.care.lines.book import Book
from bot.care.lines.reading import Key
from bot.model.helpline import UNCHECKED, Helpline, Offer, Topic

MOST = 4  # lines at once; more is a list to read when reading is hard. Pairs are not parted
WEAK = "WEAK"  # in a note: its sources are old, or none of them is the line's own
WEIGHT: tuple[Topic, ...] = (
    *("youth", "suicide", "abuse", "sexual-violence", "lgbtq", "emotional"),
)
EVERYBODY: tuple[Topic, ...] = ("suicide", "emotional")  # lines that turn nobody away
GENERAL = frozenset(WEIGHT) - {"youth"}  # people here are adults (safety D8)
AHEAD = timedelta(days=1)  # today may be tomorrow already where the line was checked

State = Literal["checked", "unchecked", "expired", "weak"]


def state(line: Helpline, today: date) -> State:
    """Whether an entry may be shown, and how; "expired" and "weak" ones never are.

    A check that lies in the future is none: a clock is wrong, or the date is.
    """
    if WEAK in line.note:
        return "weak"
    if today >= line.expires_on:
        return "expired"
    checked = line.verified_by != UNCHECKED and line.verified_on <= today + AHEAD
    return "checked" if checked else "unchecked"


def offer(
    book: Book,
    country: str,
    topics: Iterable[Topic] = (),
    *,
    today: date,
    languages: Sequence[str] = (),
) -> Offer:
    """What to show somebody in `country` about `topics`; about anything when there are none.

    The weightiest topic comes first, within it what a person has checked, then what speaks one
    of `languages`. Where no line is about the topics, the lines for every need stand in.
    """
    at_hand = [
        line
        for line in book.lines
        if country and line.country == country and state(line, today) in {"checked", "unchecked"}
    ]
    urgent = [line for line in at_hand if "emergency" in line.topics]
    others = [line for line in at_hand if "emergency" not in line.topics]
    order = _Order(_wanted(topics), today, languages)
    chosen = order.chosen(others) or _Order(EVERYBODY, today, languages).chosen(others)
    shown = (*urgent, *chosen)
    return Offer(
        country=country,
        checked=tuple(line for line in shown if state(line, today) == "checked"),
        unchecked=tuple(line for line in shown if state(line, today) == "unchecked"),
    )


def _wanted(topics: Iterable[Topic]) -> tuple[Topic, ...]:
    """The topics by weight. Emergency numbers come unasked; to talk is open to everybody."""
    asked = frozenset(topics) - {"emergency"} or GENERAL
    talk = bool(asked & {"suicide", "youth"})
    return tuple(topic for topic in WEIGHT if topic in asked or (talk and topic == "emotional"))


@dataclass(frozen=True)
class _Order:
    """What is wanted, and by whom: what decides which lines come first."""

    wanted: tuple[Topic, ...]
    today: date
    languages: Sequence[str]

    def chosen(self, lines: Iterable[Helpline]) -> tuple[Helpline, ...]:
        """The best line of each topic, then the rest, up to `MOST`; a pair comes together."""
        fitting = sorted((line for line in lines if self._fits(line)), key=self._rank)
        chosen: dict[Key, Helpline] = {}
        for group in self._groups(fitting):
            if len(chosen) < MOST:
                chosen |= {line.key: line for line in group}
        return tuple(sorted(chosen.values(), key=self._rank))

    def _fits(self, line: Helpline) -> bool:
        """Whether it is about these topics. A line by and for some comes where it is asked for."""
        for_some = "lgbtq" in line.topics and "lgbtq" not in self.wanted
        return not for_some and any(topic in self.wanted for topic in line.topics)

    def _rank(self, line: Helpline) -> tuple[int, bool, bool, bool]:
        return (
            min(self.wanted.index(topic) for topic in line.topics if topic in self.wanted),
            "youth" in line.topics and "youth" not in self.wanted,
            state(line, self.today) != "checked",
            not _speaks(line, self.languages),
        )

    def _groups(self, lines: Sequence[Helpline]) -> Iterator[list[Helpline]]:
        for topic in self.wanted:
            about = [line for line in lines if topic in line.topics]
            yield [line for line in about if line is about[0] or _paired(line, about[0])]
        yield from ([line] for line in lines)


def _paired(line: Helpline, other: Helpline) -> bool:
    """Two languages of one country, or adults and the young: both are shown (safety D6.3)."""
    ours, theirs = _tongues(line.languages), _tongues(other.languages)
    tongues = bool(ours) and bool(theirs) and not ours & theirs
    return tongues or ("youth" in line.topics) != ("youth" in other.topics)


def _speaks(line: Helpline, languages: Sequence[str]) -> bool:
    """Whether one of the languages is among its own; of a line that names none, we hope so."""
    return not line.languages or bool(_tongues(line.languages) & _tongues(languages))


def _tongues(languages: Iterable[str]) -> frozenset[str]:
    return frozenset(language.partition("-")[0] for language in languages)
