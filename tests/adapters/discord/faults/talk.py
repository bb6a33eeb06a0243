"""The whole small share of two people as a list of what they do, from `/share` to its end."""

from typing import Literal

import msgspec

How = Literal["slash", "tap", "pick", "type", "fill in", "wait"]


class Act(msgspec.Struct, frozen=True):
    """One thing that one person does in their private chat with the bot, or time that passes."""

    who: str
    how: How
    what: tuple[str, ...] = ()  # labels, or the words that are written
    question: str = ""  # words of the question that is answered in writing
    days: int = 0  # that pass

    def __str__(self) -> str:
        """As `until` finds it."""
        return f"{self.who} {self.how} {', '.join(self.what)}"


def tap(who: str, *labels: str) -> list[Act]:
    """These buttons, one after the other."""
    return [Act(who, "tap", (label,)) for label in labels]


def pick(who: str, *labels: str) -> Act:
    """These together, out of a list."""
    return Act(who, "pick", labels)


def write(who: str, question: str, words: str, *, by_form: bool = False) -> Act:
    """Answer that question in words, typed or in its form."""
    return Act(who, "fill in" if by_form else "type", (words,), question)


SMALL = "2, a pinch, gone by tonight"  # a size
HAPPENED = "Everyone was asked but me."
SAID_BACK = "So you were left out of it."
AGAIN = "It felt lonely, and nobody asked."
WRITTEN = (HAPPENED, SAID_BACK, AGAIN)  # what no log may hold


def proposed(place: str) -> list[Act]:
    """Ari proposes, Bo agrees. `place` is "relay" or "thread"."""
    where = ["A shared place"] if place == "thread" else []
    return [
        Act("ari", "slash", ("share", "bo")),
        *tap("ari", "None of these", "I share first", "Slow, over some days", *where),
        *tap("bo", "Yes", "None of these", "4", "Calm"),
    ]


def shared() -> list[Act]:
    """One small hard thing, looked at before it is sent."""
    return [
        *tap("ari", "Calm", "Sore"),
        pick("ari", "sad", "left out"),
        write("ari", "What happened?", HAPPENED),
        *tap("ari", "Skip", SMALL, "Just listen", "Good", "Send"),
    ]


def answered() -> list[Act]:
    """Said back, and both rate it for themselves."""
    return [
        write("bo", "Say back what you heard", SAID_BACK, by_form=True),
        *tap("bo", "Skip", "Send"),
        *tap("ari", "Yes, that's it", "Yes", "Yes", "Yes", "Really good", "A bit"),
        *tap("bo", "Okay", "No"),
    ]


def told() -> list[Act]:
    """What helped, and another go."""
    return [
        *tap("ari", "What helped", "Skip", "heard", "you said it back", "Send"),
        *tap("bo", "Thank them", "Thank you for telling me.", "Send"),
        *tap("ari", "Thank you for trying.", "Send", "Yes, private", "Enough"),
        *tap("bo", "Enough"),
    ]


def closed() -> list[Act]:
    """It is over when its time has passed."""
    return [Act("", "wait", days=8), *tap("ari", "Skip", "Not sure")]


def whole(place: str) -> list[Act]:
    """All of it."""
    return [*proposed(place), *shared(), *answered(), *told(), *closed()]


def until(talk: list[Act], act: str) -> tuple[list[Act], list[Act]]:
    """What comes before the first act that reads so, and the rest, which begins with it."""
    at = [str(each) for each in talk].index(act)
    return talk[:at], talk[at:]
