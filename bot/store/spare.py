"""Room in reserve: a file that is given up when the disk is full, so that people can leave.

SQLite writes before it erases: on a full disk even a deletion fails. What a person asks to
have erased must not wait until the operator has found room.
"""

import os
from pathlib import Path

FILE = "handrail.spare"
SIZE = 4 * 1024 * 1024  # bytes; erasing one person writes a tenth of that


class Spare:
    """The file. It is there whenever the disk has room for it."""

    def __init__(self, data: Path) -> None:
        """Keep it in this folder."""
        self._file = data / FILE

    def keep(self) -> None:
        """Put it there, where there is room; else leave things as they are."""
        if self._file.exists():
            return
        try:
            with self._file.open("wb") as room:
                room.write(bytes(SIZE))
                room.flush()
                os.fsync(room.fileno())  # some file systems find out only now
        except OSError:
            self.free()

    def free(self) -> bool:
        """Give it up. True where that made room."""
        try:
            self._file.unlink()
        except OSError:
            return False
        return True
