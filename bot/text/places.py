"""Time zones by city, countries by name, quiet hours by sight. Tables come from `tzdata`."""

import re
from datetime import time
from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones

from bot.model.person import QuietHours
from bot.text.typed import plain

HOURS = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?", re.IGNORECASE)
NOON = 12
DAY = 24
HOUR = 60


@cache
def _zones() -> dict[str, str]:
    """Every IANA zone by its full name and by its city, in lower case."""
    known: dict[str, str] = {}
    for name in sorted(available_timezones()):
        if "/" in name or name == "UTC":
            known.setdefault(plain(name.rsplit("/", 1)[-1].replace("_", " ")), name)
    return known | {plain(name): name for name in available_timezones() if "/" in name}


@cache
def _countries() -> dict[str, str]:
    """ISO 3166 codes by code and by English name, in lower case."""
    table = files("tzdata.zoneinfo").joinpath("iso3166.tab").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in table.splitlines() if line and not line.startswith("#")]
    names = {plain(name): code for code, name in rows} | {code.lower(): code for code, _ in rows}
    return names | {
        "uk": "GB",
        "united kingdom": "GB",
        "usa": "US",
        "united states of america": "US",
    }


def zone(text: str) -> str | None:
    """The IANA zone of a city or of a zone's own name; None when there is no such place."""
    return _zones().get(plain(text).replace("_", " ")) or _zones().get(plain(text))


def country(text: str) -> str | None:
    """The two-letter ISO 3166 code of a code or an English name; None when unknown."""
    return _countries().get(plain(text))


def hours(text: str) -> QuietHours | None:
    """Two times of day, as in "21:30-8:30" or "10pm to 7am"; None when it is not two times."""
    found = [_time(*match) for match in HOURS.findall(text)]
    if len(found) != 2 or None in found or found[0] == found[1]:  # noqa: PLR2004 - a from and a to
        return None
    start, end = found
    return QuietHours(start=start, end=end) if start and end else None


def _time(hour: str, minute: str, half: str) -> time | None:
    number = int(hour) % NOON + NOON * (half.lower() == "pm") if half else int(hour)
    return (
        time(number % DAY, int(minute or 0)) if number <= DAY and int(minute or 0) < HOUR else None
    )
