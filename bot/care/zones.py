"""A person's zone by its name. One that has gone is as if none had been chosen."""

from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@cache
def place(name: str) -> ZoneInfo:
    """The zone of that IANA name; UTC where there is none, or none any more."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo("UTC")
