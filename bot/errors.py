"""Every error, grouped by who must act. The first line of a class is what it says.

ForPerson      the person can put it right: we answer kindly, nothing is logged
ForAuthor      a script or its words must change: `handrail check` prints it with its place
ForOperator    the one who runs the bot must act: said once in a sentence, exit code 2
FromPlatform   the platform said no: the delivery decides
Anything else that is raised is a bug, and is logged as one (its type and place, never its text).
"""

from datetime import timedelta
from typing import ClassVar


class HandrailError(Exception):
    """Something went wrong that somebody can act on."""


class ForPerson(HandrailError):
    """That did not work."""

    words: ClassVar[str] = ".not-understood"  # its Fluent id: nobody is shown English by accident


class ForAuthor(HandrailError):
    """A script or its words must change."""


class ForOperator(HandrailError):
    """The operator must act."""


class StoreUnavailable(ForOperator):
    """The database cannot be written just now. Nothing that was answered is lost."""


class StoreBusy(ForOperator):
    """Another handrail already uses this database. Stop it first, or use another folder."""


class StoreTooNew(ForOperator):
    """This database was written by a newer handrail. Install that version or a newer one."""


class StoreDamaged(ForOperator):
    """The database, or the key that opens it, is damaged or belongs to another one."""


class BadConfig(ForOperator):
    """The settings have mistakes. All of them are listed."""


class BadContent(ForOperator):
    """Your own exercises cannot be served. All that is wrong is listed."""


class BadHelpLines(ForOperator):
    """The help lines have mistakes. All of them are listed."""


class NotRecorded(ForOperator):
    """The check of a help line was not recorded. Nothing has changed."""


class NoBackup(ForOperator):
    """The copy was not made. Nothing was changed or overwritten."""


class FromPlatform(HandrailError):
    """The platform said no."""


class TryLater(FromPlatform):
    """The platform is busy."""

    def __init__(self, wait: timedelta) -> None:
        """Ask again after `wait`."""
        super().__init__(f"Wait {wait.total_seconds():.0f} s.")
        self.wait = wait


class Unreachable(FromPlatform):
    """This person cannot be reached there. To others, that is silence."""
