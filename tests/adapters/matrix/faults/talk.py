"""The whole small share of two people on Matrix, from `share` to its end."""

import msgspec

from tests.adapters.discord.faults import talk
from tests.adapters.discord.faults.talk import Act, tap

WRITTEN = talk.WRITTEN
PLACES = {"relay": "Between our own chats", "room": "A shared place"}
PICKED = ("Really good", "Just listen", "left out", "you said it back")  # what tells much


class Enter(msgspec.Struct, frozen=True):
    """Somebody goes into the room that they are asked into."""

    who: str

    def __str__(self) -> str:
        """As the other acts."""
        return f"{self.who} enter"


def proposed(place: str, *, first: bool) -> list[Act | Enter]:
    """Ari proposes, Bo agrees, and where there is a room both come into it.

    The first time both are asked, each alone, whether something speaks against it.
    """
    check = ["None of these"] if first else []
    return [
        Act("ari", "slash", ("share", "bo")),
        *tap("ari", *check, "I share first", "Slow, over some days", PLACES[place]),
        *tap("bo", "Yes", *check),
        *([Enter("ari"), Enter("bo")] if place == "room" else []),
        *tap("bo", "4", "Calm"),
    ]


def whole(place: str, *, first: bool = False) -> list[Act | Enter]:
    """All of it."""
    return [
        *proposed(place, first=first),
        *talk.shared(),
        *talk.answered(),
        *talk.told(),
        *talk.closed(),
    ]


def until(acts: list[Act | Enter], act: str) -> tuple[list[Act | Enter], list[Act | Enter]]:
    """What comes before the first act that reads so, and the rest, which begins with it."""
    at = [str(each) for each in acts].index(act)
    return acts[:at], acts[at:]
