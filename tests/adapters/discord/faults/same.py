"""Two talks side by side: what was lost, what came twice, what came in another order."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from tests.adapters.discord.peer.person import Person, Seen
from tests.adapters.discord.peer.process import Peer

Sight = dict[str, list[str]]  # "ari in dm" → what the bot said there, oldest first
NOT_OPEN = "That one is not open any more."  # for who acts again on what was taken after all
QUIET = 300  # ms without a request, after which nothing more is expected
LOOKS = 30
CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b")  # every exercise has one of its own
TECHNICAL = re.compile(r"Traceback|File \"|\w(Error|Exception)\b|\bline \d+|object at 0x|None\b|\{")


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """What parts a disturbed talk from an undisturbed one, in messages."""

    lost: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.lost or self.twice or self.moved)

    def __str__(self) -> str:
        """The counts."""
        return f"{len(self.lost)} lost, {len(self.twice)} twice, {len(self.moved)} out of order"

    def told(self) -> str:
        """All of it, for whoever has to find out why."""
        named = {"lost": self.lost, "twice": self.twice, "out of order": self.moved}
        return "\n".join(f"{name}: {one!r}" for name, those in named.items() for one in those)


async def sight(*people: Person) -> Sight:
    """What the bot has said to them, wherever it was, as it stands there now.

    Without what only answers an act that the person repeated, and without acknowledgements.
    """
    return {
        f"{who.name} in {_kind(place)}": [_line(each) for each in seen if _is_said(each)]
        for who in people
        for place, seen in (await who.places()).items()
        if not place.startswith("#")
    }


def _kind(place: str) -> str:
    return "dm" if place == "dm" else "thread"


def _is_said(each: Seen) -> bool:
    said = each.author == "handrail" and not each.ephemeral
    return said and not each.text.startswith(NOT_OPEN)


def _line(each: Seen) -> str:
    lists = [one.label for select in each.selects for one in select.options]
    under = "".join(f" [{label}]" for label in (*each.labels, *lists))
    return f"{'card: ' * each.card}{CODE.sub('<code>', each.text)}{under}"


def difference(here: Mapping[str, list[str]], there: Mapping[str, list[str]]) -> Difference:
    """How `here` parts from `there`, which is as it should be."""
    lost, twice, moved = [], [], []
    for place in sorted(here.keys() | there.keys()):
        ours, right = here.get(place, []), there.get(place, [])
        less, more = Counter(right) - Counter(ours), Counter(ours) - Counter(right)
        lost += [f"{place}: {text}" for text in less.elements()]
        twice += [f"{place}: {text}" for text in more.elements()]
        if not less and not more:
            pairs = zip(ours, right, strict=True)
            moved += [f"{place}: {one}" for one, two in pairs if one != two]
    return Difference(lost=tuple(lost), twice=tuple(twice), moved=tuple(moved))


async def settled(peer: Peer, right: Sight, *people: Person) -> Difference:
    """The difference, when nothing more comes. What has not come within some seconds is lost."""
    for _ in range(LOOKS):
        await peer.quiet(QUIET)
        found = difference(await sight(*people), right)
        if not found.lost:
            break
    return found


def messages(seen: Sight) -> int:
    """How many there are."""
    return sum(map(len, seen.values()))


async def technical(*people: Person) -> list[str]:
    """What looks as if it came out of a program and not out of a catalog. It must be empty."""
    texts = [each.text for who in people for seen in (await who.places()).values() for each in seen]
    return [text for text in texts if TECHNICAL.search(text)]


def leaked(words: Iterable[str], output: str) -> list[str]:
    """Which of these words the output holds. It must be none."""
    return [each for each in words if each in output]
