"""Words that differ by platform: what is typed on one of them is picked from a list on another.

A message `home` may have a sister `home-<platform>`. It is what people of that platform are
shown; where there is none, the message itself is for everybody. So a platform's habits stand
in the words and nowhere else.
"""

from collections.abc import Iterable

from bot.text.readers import KINDS


def first(names: Iterable[str], platform: str) -> tuple[str, ...]:
    """The names with those of that platform before them."""
    names = tuple(names)
    return (*(f"{name}-{platform}" for name in names), *names)


def common(name: str) -> str:
    """The message that this one stands in for on some platform; itself where it does for none."""
    before, _, last = name.rpartition("-")
    return before if last in KINDS else name
