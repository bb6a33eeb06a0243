"""A whole small share as lines: a poor answer, feedback, another go, a swap, a close."""

import asyncio
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from bot.simulate.run import Rehearsal

START = datetime(2026, 1, 5, 12, tzinfo=UTC)
Line = dict[str, Any]

PEOPLE: list[Line] = [
    {"person": "ari", "zone": "America/Chicago", "locale": "en", "welcomed": True},
    {"person": "bo", "zone": "Europe/Berlin", "welcomed": True},
]


def tap(who: str, *picks: str) -> Line:
    """Somebody taps one choice, or several at once."""
    return {"as": who, "choose": picks[0] if len(picks) == 1 else list(picks)}


def say(who: str, text: str) -> Line:
    """Somebody types."""
    return {"as": who, "say": text}


def proposal(pace: str = "slow", place: str = "relay") -> list[Line]:
    """Ari proposes, shares first, and Bo says yes."""
    share = {"as": "ari", "command": "share", "with": {"person": "bo"}}
    steps = [tap("ari", "me"), tap("ari", pace), tap("ari", place)]
    return [*PEOPLE, share, tap("ari", "none"), *steps, tap("bo", "yes"), tap("bo", "none")]


def shared() -> list[Line]:
    """Space, readiness, the share and its preview, sent."""
    return [
        *(tap("bo", "4"), tap("bo", "calm"), tap("ari", "calm"), tap("ari", "sore")),
        *(tap("ari", "sad", "hurt"), say("ari", "I was left out of a joke.")),
        *(tap("ari", "skip"), tap("ari", "2"), tap("ari", "listen")),
        *(tap("ari", "good"), tap("ari", "send")),
    ]


def answered() -> list[Line]:
    """A poor answer, and the ratings of both."""
    return [
        *(say("bo", "But at least it is over."), tap("bo", "skip"), tap("bo", "send")),
        *(tap("ari", "yes"), tap("ari", "no"), tap("ari", "some"), tap("ari", "yes")),
        *(tap("ari", "middle"), tap("ari", "bit"), tap("bo", "ok"), tap("bo", "no")),
    ]


def told() -> list[Line]:
    """Feedback, another go, and rating it again."""
    return [
        *(tap("ari", "better"), tap("ari", "phrase-1"), tap("ari", "brushed-off")),
        *(tap("ari", "say-back-first"), tap("ari", "skip"), tap("ari", "send")),
        *(tap("bo", "again"), say("bo", "So it felt lonely because they laughed.")),
        *(tap("bo", "here"), tap("bo", "send"), tap("ari", "good"), tap("ari", "none")),
    ]


def closed() -> list[Line]:
    """Thanks, a line kept, and no swap today."""
    return [
        *(tap("ari", "for-trying"), tap("ari", "send"), tap("ari", "private"), tap("bo", "skip")),
        *(tap("ari", "enough"), tap("bo", "another"), {"advance": "24h"}),
        *(say("ari", "Saying it small worked."), tap("ari", "closer")),
        *(tap("bo", "skip"), tap("bo", "skip"), {"advance": "8d"}),
    ]


def whole(pace: str = "slow", place: str = "relay") -> list[Line]:
    """All of it."""
    return [*proposal(pace, place), *shared(), *answered(), *told(), *closed()]


def rehearse(lines: Iterable[Line], data: Path | None = None, seed: int = 0) -> list[Line]:
    """What everybody saw, in order, with `idle` after each line."""
    with tempfile.TemporaryDirectory() as passing:
        return asyncio.run(_rehearse(lines, data or Path(passing), seed))


async def _rehearse(lines: Iterable[Line], data: Path, seed: int) -> list[Line]:
    seen: list[Line] = []
    rehearsal = Rehearsal(data, START, seed, seen.append)
    await rehearsal.begin()
    try:
        for line in lines:
            await rehearsal.line(msgspec.json.encode(line).decode())
    finally:
        await rehearsal.end()
    return seen


def shown(output: Iterable[Line]) -> list[Line]:
    """Without the marks between the lines."""
    return [line for line in output if "idle" not in line]


def texts(output: Iterable[Line], who: str) -> list[str]:
    """What one person was shown, in order."""
    return [line["text"] for line in output if line.get("to") == who and "step" in line]
