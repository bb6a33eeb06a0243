"""Who can read what is written in a place: which words say so (safety D7).

A platform's adapter names what kind of place its private chats and its shared places are; the
words stand in the shared book as `.who-reads-<platform>-<kind>`. A platform that is not in the
table, or a kind that is not, gets words that promise nothing.
"""

from collections.abc import Mapping
from types import MappingProxyType

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "local": ("dm", "room"),
        "simulated": ("dm", "room"),
        "discord": ("dm", "channel", "thread"),
        "matrix": ("dm-encrypted", "dm-plain", "room-encrypted", "room-plain"),
    }
)
OTHER = ".who-reads-other"
Kinds = Mapping[tuple[str, bool], str]  # (platform, is it a shared place?) → kind


def words(kinds: Kinds, platform: str, *, room: bool) -> str:
    """The words of who can read in a private chat of that platform, or in its shared place."""
    kind = kinds.get((platform, room), "room" if room else "dm")
    return f".who-reads-{platform}-{kind}" if kind in KINDS.get(platform, ()) else OTHER
