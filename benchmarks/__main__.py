"""`python -m benchmarks [folder]`: all figures, beside their goals. About twenty minutes.

Rounds are interleaved and their order is shuffled, because machines are shared: what counts
is the ratio within one round, and of those the median. Give a folder to measure its disk.

What is looked at once and takes long comes last: prompts, of a million people, and rhythms, of
every zone. `--stored 20000` and `--zones 50` take fewer people, and every fiftieth zone.
"""

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.cells import Figures
from benchmarks.report import report
from benchmarks.times import report_times

ROUNDS = 5
WHOLE = ("whole_raw", "whole_alone", "whole_together")
CELLS = ("raw", "alone", "together", "empty", "first", *WHOLE, "guards", "crowd")

PROMPTS = ("fill", "start", "due", "memory_jobs", "stored_jobs")  # in this order, and once
MODULES = {"crowd": "benchmarks.crowd"}  # what would weigh on the memory of the others


def main() -> None:
    """Measure, then say how it went."""
    wanted = _wanted()
    load = os.getloadavg()[0]  # whatever else this machine does
    with tempfile.TemporaryDirectory(dir=wanted.folder, prefix="handrail-bench-") as folder:
        _cell("record", Path(folder))
        _cell("fill", Path(folder))
        _cell("whole_record", Path(folder))
        rounds = [_round(Path(folder), number) for number in range(wanted.rounds)]
        asked = _prompts(Path(folder) / "asked", str(wanted.stored))
        dates = _figures("benchmarks.rhythms", "figures", str(wanted.zones))
    print(
        f"SQLite {sqlite3.sqlite_version}, Python {sys.version.split()[0]}, {wanted.rounds} rounds"
    )
    print(f"before the first: load {load:.1f} on {os.cpu_count()} processors")
    print(report(rounds))
    print(report_times(asked, dates, wanted.stored))


def _wanted() -> argparse.Namespace:
    read = argparse.ArgumentParser()
    read.add_argument("folder", nargs="?", help="where to measure")
    read.add_argument("--rounds", type=int, default=ROUNDS)
    read.add_argument("--stored", type=int, default=1_000_000, help="people who want to be asked")
    read.add_argument("--zones", type=int, default=1, help="every so manieth zone")
    return read.parse_args()


def _round(folder: Path, number: int) -> dict[str, Figures]:
    """Every cell once, in any order."""
    print(f"round {number + 1}", file=sys.stderr)
    order = random.sample(CELLS, len(CELLS))
    return {cell: _cell(cell, folder, f"{number}-") for cell in order}


def _cell(cell: str, folder: Path, prefix: str = "") -> Figures:
    """A cell's figures, from a process and a folder of its own."""
    own = folder / f"{prefix}{cell}"
    own.mkdir()
    return _figures(MODULES.get(cell, "benchmarks.cells"), cell, str(own))


def _prompts(folder: Path, stored: str) -> dict[str, Figures]:
    """Each cell of `benchmarks.prompts` in a folder of its own."""
    found = {}
    for cell in PROMPTS:
        print(f"prompts: {cell}", file=sys.stderr)
        (folder / cell).mkdir(parents=True)
        found[cell] = _figures("benchmarks.prompts", cell, str(folder / cell), stored)
    return found


def _figures(module: str, *args: str) -> Figures:
    """What that module prints, in a process of its own."""
    command = [sys.executable, "-m", module, *args]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 - our own module
    figures: Figures = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    main()
