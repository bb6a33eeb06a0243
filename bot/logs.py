"""Logs that hold nothing anybody wrote. What is not on a list here is withheld.

Theory of operation: a log line is an event and facts, never a sentence with values in it.
Events stand in `EVENTS`; each fact has a key in `FACTS`, which makes its value safe.
Anything else is printed as "withheld", so that a careless line costs the operator a fact and
never costs a person their words. Exceptions are logged by type and place in the code: their
text and their local variables may hold words. What libraries log is kept to who and how bad.
All of it is one line of key=value on standard error; keep it 14 days at most.
"""

import hashlib
import logging
import secrets
import sys
import threading
import traceback
import types
from collections.abc import Callable, Container, MutableMapping
from contextlib import suppress
from datetime import timedelta
from typing import Any, TextIO

import structlog

EVENTS = {  # every line there is, and what it tells the operator
    "bug": "something failed that should not; `error` and `place` say where to look",
    "help-lines": "some help lines have mistakes and are left out; `handrail doctor` lists them",
    "library": "a library has something to say; its text is withheld",
    "started": "people can be reached",
    "stopped": "nobody is served any more; what was taken in is safe",
    "unavailable": "the database could not be written; nothing that was acknowledged is lost",
    "unreachable": "a message was given up, since its reader cannot be reached there",
    "waiting": "a platform is busy; deliveries go on later",
}
WITHHELD = "withheld"
_SALT = secrets.token_bytes(16)  # ids can be followed through one run, and never to a database
_LEVELS = ("debug", "info", "warning", "error", "critical")


def _number(value: object) -> object:
    """A count, a duration in seconds, or a flag."""
    if isinstance(value, timedelta):
        return round(value.total_seconds(), 3)
    return value if isinstance(value, int | float) else WITHHELD


def _hashed(value: object) -> object:
    """An id that is the same all through this run, and means nothing after it."""
    if not isinstance(value, str):
        return WITHHELD
    return hashlib.blake2s(value.encode(), key=_SALT, digest_size=6).hexdigest()


def _one_of(known: Container[str]) -> Callable[[object], object]:
    """Only a name that was there before the line was."""
    return lambda value: value if isinstance(value, str) and value in known else WITHHELD


def _of_error(say: Callable[[BaseException], str]) -> Callable[[object], object]:
    """What may be said of an exception, and only of one: no text of a caller's passes here."""
    return lambda value: say(value) if isinstance(value, BaseException) else WITHHELD


def _type(error: BaseException) -> str:
    """The class, and where it was written."""
    kind = type(error)
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"


def _cause(error: BaseException) -> str:
    """The class of what led to it; of the exception itself when nothing else did."""
    return _type(error.__cause__ or error.__context__ or error)


def _place(error: BaseException) -> str:
    """The innermost line of ours that the exception came through, else the innermost of all.

    A module's name rather than its file: a path would name the operator's home.
    """
    frames = [
        f"{frame.f_globals.get('__name__')}:{line}"
        for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    ours = [frame for frame in frames if frame.startswith(("bot.", "adapters."))]
    return (ours or frames or [WITHHELD])[-1]


FACTS: dict[str, Callable[[object], object]] = {  # every key there is, and how its value is made
    "event": _one_of(EVENTS),
    "level": _one_of(_LEVELS),
    "logger": _one_of(logging.root.manager.loggerDict),
    "error": _of_error(_type),
    "cause": _of_error(_cause),
    "place": _of_error(_place),
    "session": _hashed,
    "count": _number,
    "seconds": _number,
    "tries": _number,
    "port": _number,
}


def setup(level: str = "info", stream: TextIO | None = None) -> None:
    """Send everything that is logged, by us or by libraries, through the lists above.

    `stream` is standard error unless given. Uncaught exceptions and warnings go the same way.
    """
    least = logging.getLevelNamesMapping()[level.upper()]
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            only_safe,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=lambda *_names: _Printed(stream or sys.stderr),
        cache_logger_on_first_use=False,  # so that a later setup reaches every logger
    )
    _take_over_libraries(least)
    _take_over_uncaught()


def note(event: str, **facts: object) -> None:
    """One line for the operator: an event of `EVENTS` with facts of `FACTS`."""
    structlog.get_logger().info(event, **facts)


def warn(event: str, **facts: object) -> None:
    """As `note`, for what the operator may have to act on."""
    structlog.get_logger().warning(event, **facts)


def crash(error: BaseException) -> None:
    """Log a bug: its type, what began it, and the place in our code; never its text."""
    structlog.get_logger().error("bug", error=error, cause=error, place=error)


def only_safe(
    _logger: object, _method: str, facts: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """A processor of structlog: keys that are not on the list go, values are made safe."""
    return {key: FACTS[key](value) for key, value in facts.items() if key in FACTS}


class _Printed(structlog.PrintLogger):
    """Prints a line, or lets it go: a full disk under the log must not end a conversation."""

    def msg(self, message: str) -> None:
        """One line, if it can be written."""
        with suppress(OSError, ValueError):
            super().msg(message)

    debug = info = warning = error = critical = msg


class _Library(logging.Handler):
    """Hears what libraries log through `logging`, and passes on who spoke and how loudly."""

    def emit(self, record: logging.LogRecord) -> None:
        """Nothing of the record's text or arguments."""
        error = record.exc_info[1] if record.exc_info else None
        facts = {"error": error, "cause": error, "place": error} if error else {}
        level = logging.getLevelName(record.levelno).lower()
        speak = getattr(structlog.get_logger(), level if level in _LEVELS else "warning")
        speak("library", logger=record.name, **facts)


def _take_over_libraries(least: int) -> None:
    """The root logger keeps one handler, ours; no logger prints beside it."""
    logging.raiseExceptions = False  # else a broken record is printed with its arguments
    logging.captureWarnings(True)  # noqa: FBT003 - the standard library's own signature
    root = logging.getLogger()
    root.handlers[:] = [_Library()]
    root.setLevel(max(least, logging.WARNING))  # below that, libraries tell of every message
    for name in list(logging.root.manager.loggerDict):
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True


def _take_over_uncaught() -> None:
    """What nobody caught is a bug too, and Python would print its text."""
    sys.excepthook = _uncaught
    sys.unraisablehook = lambda what: crash(what.exc_value or RuntimeError())
    threading.excepthook = lambda what: crash(what.exc_value or RuntimeError())


def _uncaught(
    kind: type[BaseException], error: BaseException, trace: types.TracebackType | None
) -> None:
    """Ctrl-C stays what it is."""
    if isinstance(error, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
    else:
        crash(error)
