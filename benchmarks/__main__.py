"""`python -m benchmarks [folder]`: all figures, beside their goals. About five minutes.

Rounds are interleaved and their order is shuffled, because machines are shared: what counts
is the ratio within one round, and of those the median. Give a folder to measure its disk.
"""

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

ROUNDS = 5
WHOLE = ("whole_raw", "whole_alone", "whole_together")
CELLS = ("raw", "alone", "together", "empty", "first", *WHOLE, "guards", "crowd")

MODULES = {"crowd": "benchmarks.crowd"}  # what would weigh on the memory of the others


def main() -> None:
    """Measure, then say how it went."""
    within = sys.argv[1] if len(sys.argv) > 1 else None
    load = os.getloadavg()[0]  # whatever else this machine does
    with tempfile.TemporaryDirectory(dir=within, prefix="handrail-bench-") as folder:
        _cell("record", Path(folder))
        _cell("fill", Path(folder))
        _cell("whole_record", Path(folder))
        rounds = [_round(Path(folder), number) for number in range(ROUNDS)]
    print(f"SQLite {sqlite3.sqlite_version}, Python {sys.version.split()[0]}, {ROUNDS} rounds")
    print(f"before the first: load {load:.1f} on {os.cpu_count()} processors")
    print(report(rounds))


def _round(folder: Path, number: int) -> dict[str, Figures]:
    """Every cell once, in any order."""
    print(f"round {number + 1} of {ROUNDS}", file=sys.stderr)
    order = random.sample(CELLS, len(CELLS))
    return {cell: _cell(cell, folder, f"{number}-") for cell in order}


def _cell(cell: str, folder: Path, prefix: str = "") -> Figures:
    """A cell's figures, from a process and a folder of its own."""
    own = folder / f"{prefix}{cell}"
    own.mkdir()
    command = [sys.executable, "-m", MODULES.get(cell, "benchmarks.cells"), cell, str(own)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE)  # noqa: S603 - our own module
    figures: Figures = json.loads(done.stdout)
    return figures


if __name__ == "__main__":
    main()
