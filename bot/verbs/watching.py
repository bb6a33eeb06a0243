"""Which files were changed: looked for by their times, and told once they are quiet again.

Looking is a few lines, needs nothing, and works on every disk, also where an editor replaces
files or a folder comes over the network. There are some dozens of files.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

EVERY = 0.5  # seconds between two looks
KINDS = (".toml", ".ftl")

Look = Mapping[Path, tuple[int, int]]  # when a file was written, in nanoseconds, and its size


class Watch:
    """Remembers what the files in some folders looked like."""

    def __init__(self, folders: Iterable[Path]) -> None:
        """Whatever is changed from now on counts."""
        self._folders = tuple(folders)
        self._told = self._last = look(self._folders)

    def changed(self) -> frozenset[Path]:
        """The files that came, went or changed since they were last told of; empty for none.

        As long as files are still being written, nothing is told: ask again after `EVERY`.
        """
        before, self._last = self._last, look(self._folders)
        if self._last != before or self._last == self._told:
            return frozenset()
        pairs = self._told.items() ^ self._last.items()
        self._told = self._last
        return frozenset(path for path, _ in pairs)


def look(folders: Iterable[Path]) -> Look:
    """Every file of an exercise in these folders. What goes away meanwhile is not there."""
    found: dict[Path, tuple[int, int]] = {}
    for folder in folders:
        for file in sorted(folder.glob("*/*")) + sorted(folder.glob("*")):
            try:
                state = file.stat()
            except OSError:
                continue
            if file.suffix in KINDS:
                found[file] = state.st_mtime_ns, state.st_size
    return found
