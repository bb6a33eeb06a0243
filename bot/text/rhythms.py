"""When somebody will be asked, as a sentence in their language: names of days come from CLDR."""

from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton
from babel.lists import format_list

from bot.model.message import Rhythm
from bot.model.schedule import EVERY_DAY, WEEKDAYS, WEEKEND

Say = Callable[..., str]  # words of ours with their arguments, in the reader's language
SETS = {EVERY_DAY: ".rhythm-every-day", WEEKDAYS: ".rhythm-weekdays", WEEKEND: ".rhythm-weekends"}
DAY = "MMMEd"  # "Mon, Nov 23"
DATE = "MMMMd"  # "November 23"


def say(one: Rhythm, locale: str, zone: ZoneInfo, words: Say) -> str:
    """The rule, and below it the next times; or until when there is a break."""
    tongue = _tongue(locale)
    if one.at is None:
        until = format_skeleton(DAY, one.until, locale=tongue) if one.until else ""
        return words(".rhythm-off-until", until=until) if until else words(".rhythm-off")
    rule = words(".rhythm", days=_days(one.days, tongue, words), time=f"{one.at:%H:%M}")
    coming = [f"• {_date(at, tongue, zone)}" for at in one.coming]
    return "\n".join([rule, *coming])


def day(on: date, locale: str) -> str:
    """A day, without its year and its name."""
    return str(format_skeleton(DATE, on, locale=_tongue(locale)))


def _days(days: tuple[int, ...], tongue: Locale, words: Say) -> str:
    if days in SETS:
        return words(SETS[days])
    names = tongue.days["format"]["wide"]
    return words(".rhythm-on", days=format_list([names[day] for day in days], locale=tongue))


def _date(at: datetime, tongue: Locale, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    return f"{format_skeleton(DAY, local, locale=tongue)}, {local:%H:%M}"


def _tongue(locale: str) -> Locale:
    """The language for dates; English where there is none of that name."""
    try:
        return Locale.parse(locale, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en")
