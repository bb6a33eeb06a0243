"""What the bot has said to people in one talk, and what of it still stands there."""

import asyncio
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from tests.adapters.discord.faults import same
from tests.adapters.discord.faults.same import Difference, difference
from tests.adapters.matrix.device import Device
from tests.adapters.matrix.people import Somebody
from tests.adapters.matrix.timeline import Event

Sight = dict[str, list[str]]  # "told to ari in dm", "left before ari in dm" → lines in order
NAME = re.compile(r"@?\b(ari|bo)-[0-9a-f]{8}:hs\.test")
PASSING = "A private room is ready"  # said to whoever has not come into it yet
CHECK = "One private check, just to you."  # the first time only
SIZES = {  # what is said first depends on the last time, if there was one
    "About 2 is a fine size this time.": "<size>",
    "Pick something small; a 2 is a common start. If they get it wrong, you would feel it, but "
    "you would be fine by tomorrow.": "<size>",
    "With somebody new, good news is a light first round. For that, type good.\n\n": "",
    "Up to 4 was your space last time. The same is fine.": "<space>",
    "A 3 is a common place to begin. Less is just as welcome.": "<space>",
}
MATCHED = re.compile(r"What you expected matched \d+ of the last \d+ with this one\.\n\n")
SPOKEN = ("m.room.message", "org.matrix.msc3381.poll.start")
LOOKS, LOOK = 100, 0.3  # how often it is looked at whether all is there; seconds
LATE = 2  # looks more, in which nothing may come twice


def devices(who: Somebody) -> tuple[Device, ...]:
    """All their phones that are on, the one in their hand first."""
    return who.device, *who.drawer


def known(people: Iterable[Somebody]) -> frozenset[str]:
    """All events that they have had so far."""
    phones = chain.from_iterable(map(devices, people))
    rooms = [room for phone in phones for room in phone.rooms.values()]
    return frozenset(each["event_id"] for room in rooms for each in room.events if _has_id(each))


def _has_id(event: Event) -> bool:
    return "event_id" in event


def sight(people: Mapping[str, Somebody], before: frozenset[str] = frozenset()) -> Sight:
    """What came after `before`: all that was said, and what stands there now, oldest first.

    Of several phones, what is on the one that was put into the drawer last.
    """
    seen: Sight = {}
    for name, who in people.items():
        for kind, line in on_device(who, devices(who)[-1], before):
            seen.setdefault(f"{kind[0]} {name} in {kind[1]}", []).append(line)
    return seen


def on_device(
    who: Somebody, device: Device, before: frozenset[str]
) -> Iterator[tuple[tuple[str, str], str]]:
    """The same on one phone: how and where, and the line."""
    for room, timeline in device.rooms.items():
        place = "dm" if room == who.dm else "room"
        for event in _said(timeline.events, who.user):
            if event["event_id"] not in before:
                yield ("told to", place), _line(event["content"].get("body", ""))
        for each in timeline.messages:
            if each.id not in before and each.sender != who.user and PASSING not in each.text:
                yield ("left before", place), _line(each.text)


def _said(events: Iterable[Event], user: str) -> Iterator[Event]:
    """What was said by others, each when it could be read first."""
    had: set[str] = set()
    for event in events:
        mine = event["sender"] == user or event["type"] not in SPOKEN
        if mine or event["event_id"] in had or not (body := event["content"].get("body")):
            continue
        had.add(event["event_id"])
        if PASSING not in body and CHECK not in body:
            yield event


def _line(text: str) -> str:
    """Without what is another one in every talk, or comes from the third on."""
    text = MATCHED.sub("", text)
    for words, instead in SIZES.items():
        text = text.replace(words, instead)
    return same.CODE.sub("<code>", NAME.sub(r"<\1>", text))


async def still(people: Mapping[str, Somebody], before: frozenset[str]) -> Sight:
    """What they see, when nothing more comes."""
    seen: Sight = {}
    for _ in range(LOOKS):
        seen, earlier = sight(people, before), seen
        if seen == earlier:
            break
        await asyncio.sleep(2 * LOOK)
    return seen


async def settled(
    people: Mapping[str, Somebody], before: frozenset[str], ought: Sight
) -> Difference:
    """The difference, when nothing more comes. What has not come within half a minute is lost."""
    looks = LATE
    for _ in range(LOOKS):
        found = difference(sight(people, before), ought)
        looks -= not found
        if looks < 0:
            break
        await asyncio.sleep(LOOK)
    return found


def helped(who: Somebody) -> int:
    """How often they have been shown what always works, which is the end of what `help` says."""
    return sum("These always work" in each.text for each in who.timeline().messages)


def told(seen: Sight) -> int:
    """How many messages were said."""
    return sum(len(lines) for place, lines in seen.items() if place.startswith("told"))
