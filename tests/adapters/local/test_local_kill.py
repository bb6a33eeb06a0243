"""A process that is killed loses nothing that it said was done, and doubles nothing."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from adapters.local.memory import Memory
from tests.adapters.local.house import START, OneKey, shown

POSTING = """
import asyncio, sys
from pathlib import Path
from adapters.local.memory import Memory
from tests.adapters.local.house import START, OneKey, shown

async def main():
    memory = await Memory.open(Path(sys.argv[1]), OneKey())
    await memory.add("ari", "Ari")
    for number in range(10_000):
        await memory.take(shown(f"m{number}", f"text {number}"), START)
        print(number, flush=True)

asyncio.run(main())
"""


@pytest.mark.parametrize("seed", range(3))
async def test_a_killed_process_loses_nothing_and_doubles_nothing(
    tmp_path: Path, seed: int
) -> None:
    file = tmp_path / "local.db"
    done = _killed(file, after=random.Random(seed).uniform(0.02, 0.2))  # noqa: S311  # no secret
    memory = await Memory.open(file, OneKey())
    try:
        new = [await memory.take(shown(f"m{n}", f"text {n}"), START) for n in range(done + 1)]
        assert not any(new), "what was said to be done is done"
        again = [await memory.take(shown(f"m{n}", f"text {n}"), START) for n in range(done + 3)]
        assert again.count(True) <= 2
        ids = [post.id for post in (await memory.since("")).posts]
        assert ids == [f"m{n}" for n in range(len(ids))]
    finally:
        await memory.close()


def _killed(file: Path, after: float) -> int:
    """Let a process post, kill it, and return the last number that it said was done."""
    process = subprocess.Popen(
        [sys.executable, "-c", POSTING, str(file)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )
    with process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(after)
        process.send_signal(signal.SIGKILL)
        lines = [first, *process.stdout.readlines()]
    return int(next(line for line in reversed(lines) if line.endswith(b"\n")))
