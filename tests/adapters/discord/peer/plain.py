"""JSON as this peer holds it."""

from typing import Any

Json = dict[str, Any]


def flake(value: object) -> int:
    """An id from a body or a path; 0 where it is none, which no object has."""
    text = str(value)
    return int(text) if text.isdecimal() else 0
