"""A process that stops at any point loses nothing that was acknowledged, and says nothing twice."""

import asyncio
import sys
from collections import Counter
from itertools import zip_longest
from pathlib import Path

import pytest

from tests.faults.dark import Dark
from tests.simulate.talk import Line, rehearse, shown, whole

SEEDS = range(6)
OFTEN = 0.06  # of the points at which it may stop


def _by_reader(output: list[Line]) -> dict[str, list[Line]]:
    """What each person saw, in order; what changed for nobody in particular under ""."""
    seen: dict[str, list[Line]] = {}
    for line in shown(output):
        seen.setdefault(line.get("to", ""), []).append(line)
    return seen


def _first_difference(one: dict[str, list[Line]], two: dict[str, list[Line]]) -> object:
    """Where they part, for a person to read; None when they do not."""
    for who in sorted(one.keys() | two.keys()):
        pairs = zip_longest(one.get(who, []), two.get(who, []))
        found = next(((at, a, b) for at, (a, b) in enumerate(pairs) if a != b), None)
        if found:
            return who, found
    return None


@pytest.mark.parametrize("place", ["relay", "room"])
async def test_whatever_stops_the_process_everybody_sees_the_same(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = whole(place=place)
    with_light = _by_reader(await _calm(talk))
    stops: Counter[str] = Counter()
    for seed in SEEDS:
        folder = tmp_path / str(seed)
        folder.mkdir()
        dark = Dark(folder, seed, OFTEN)
        await dark.play(talk)
        assert _first_difference(_by_reader(dark.seen), with_light) is None, f"seed {seed}"
        stops += dark.stops
    points = {
        f"{when} {what}" for when in ("before", "after") for what in ("take", "lease", "shred")
    }
    assert points <= set(stops)
    with capsys.disabled():
        sys.stdout.write(f"\n  lights out, {place}: {stops.total()} stops, 0 lost, 0 twice\n")


async def _calm(talk: list[Line]) -> list[Line]:
    return await asyncio.to_thread(rehearse, talk)
