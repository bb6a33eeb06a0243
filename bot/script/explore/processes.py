"""The same walk in several processes: one exercise is one piece of work.

Each process reads the exercises for itself. Nothing of what is found depends on how many
there are: an exercise is walked by itself, and the report is put together in the order of names.
"""

import os
import signal
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from bot.script.catalog import Catalog
from bot.script.explore import Report, explore
from bot.script.read import read_all
from bot.text.words import Words


def explore_in_processes(
    folders: Sequence[Path], names: Iterable[str] | None = None, processes: int | None = None
) -> Report:
    """What `explore` returns for the exercises in these folders; as many processes as cores."""
    scripts = Catalog(read_all(folders))
    chosen = [*(scripts.names() if names is None else names)]
    many = min(processes or os.cpu_count() or 1, len(chosen))
    if many <= 1:
        words = Words.read(folders)
        return _joined([explore(scripts, words, [name]) for name in chosen])
    # Begun anew instead of split off: the same on every system, and safe beside threads.
    # Ctrl+C reaches all of them, and is a quiet end to each.
    quiet = (signal.SIGINT, signal.SIG_DFL)
    pool = ProcessPoolExecutor(many, get_context("spawn"), signal.signal, quiet)
    with pool:
        largest_first = sorted(chosen, key=lambda name: _size(scripts, name), reverse=True)
        walks = {name: pool.submit(_walked, folders, name) for name in largest_first}
        return _joined([walks[name].result() for name in chosen])


def _walked(folders: Sequence[Path], name: str) -> Report:
    scripts, words = Catalog(read_all(folders)), Words.read(folders)
    return explore(scripts, words, [name])


def _size(scripts: Catalog, name: str) -> tuple[int, int]:
    """A guess at how long a walk takes, which only has to sort."""
    script = scripts.current(name)
    return len(script.roles), len(script.steps)


def _joined(reports: Sequence[Report]) -> Report:
    """One report, as if all had been walked one after the other."""
    found = {finding for report in reports for finding in report.findings}
    seen = tuple(one for report in reports for one in report.seen)
    return Report(seen=seen, findings=tuple(sorted(found)))
