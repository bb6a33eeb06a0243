"""No word of anybody's reaches a log, however carelessly a line was written."""

import ast
import io
import logging
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from datetime import timedelta

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as some

from bot import logs
from tests.house import tree

CANARY = "canary"


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What is logged from now on; afterwards everything is as it was."""
    root = logging.getLogger()
    kept, level = root.handlers[:], root.level
    for hook in ("excepthook", "unraisablehook"):
        monkeypatch.setattr(sys, hook, getattr(sys, hook))
    monkeypatch.setattr("threading.excepthook", None)
    monkeypatch.setattr(logging, "raiseExceptions", logging.raiseExceptions)
    written = io.StringIO()
    logs.setup("debug", written)
    yield written
    logging.captureWarnings(capture=False)
    root.handlers[:] = kept
    root.setLevel(level)
    structlog.reset_defaults()


def fail(said: str) -> None:
    """Fails with somebody's words in the exception and in a local variable."""
    raise ValueError(said)


def test_a_line_is_an_event_and_its_facts(log: io.StringIO) -> None:
    logs.note("started", port=8420)
    assert log.getvalue().endswith("level=info event=started port=8420\n")


def test_a_sentence_with_words_in_it_is_withheld(log: io.StringIO) -> None:
    logs.note(f"ari said {CANARY}", count=1)
    assert "event=withheld count=1" in log.getvalue()
    assert CANARY not in log.getvalue()


def test_a_key_that_is_not_on_the_list_is_not_written(log: io.StringIO) -> None:
    logs.note("started", text=CANARY, port=1)
    assert CANARY not in log.getvalue()
    assert "text" not in log.getvalue()


@pytest.mark.parametrize("key", sorted(logs.FACTS.keys() - {"event", "level"}))
def test_no_key_lets_a_text_through(log: io.StringIO, key: str) -> None:
    logs.warn("started", **{key: CANARY})
    assert key in log.getvalue()
    assert CANARY not in log.getvalue()


def test_an_id_can_be_followed_but_not_read(log: io.StringIO) -> None:
    for session in ("s-1", "s-1", "s-2"):
        logs.note("waiting", session=session)
    first, again, other = (line.split("session=")[1] for line in log.getvalue().splitlines())
    assert first == again != other
    assert "s-1" not in log.getvalue()


def test_a_duration_is_in_seconds(log: io.StringIO) -> None:
    logs.note("waiting", seconds=timedelta(minutes=1.5))
    assert "seconds=90.0" in log.getvalue()


def test_a_bug_is_said_by_its_type_and_place(log: io.StringIO) -> None:
    try:
        fail(CANARY)
    except ValueError as error:
        logs.crash(error)
    assert "event=bug error=ValueError" in log.getvalue()
    assert f"place={__name__}:" in log.getvalue()
    assert CANARY not in log.getvalue()


def test_the_place_of_a_bug_is_in_our_code_even_when_a_library_raised_it(log: io.StringIO) -> None:
    from bot.model.private import Private  # noqa: PLC0415 - only this test needs it

    try:
        Private(CANARY).open_for("")
    except ValueError as error:
        logs.crash(error)
    assert "place=bot.model.private:" in log.getvalue()
    assert CANARY not in log.getvalue()


def test_a_bug_says_what_led_to_it(log: io.StringIO) -> None:
    try:
        try:
            fail(CANARY)
        except ValueError as error:
            raise KeyError(CANARY) from error
    except KeyError as error:
        logs.crash(error)
    assert "error=KeyError cause=ValueError" in log.getvalue()
    assert CANARY not in log.getvalue()


def test_of_a_library_only_its_name_and_loudness_are_written(log: io.StringIO) -> None:
    try:
        fail(CANARY)
    except ValueError:
        logging.getLogger("aiohttp.server").exception("%s", CANARY, extra={"body": CANARY})
    assert "level=error event=library logger=aiohttp.server error=ValueError" in log.getvalue()
    assert CANARY not in log.getvalue()


def test_a_library_that_chats_is_not_written_at_all(log: io.StringIO) -> None:
    logging.getLogger("chatty").info(CANARY)
    assert not log.getvalue()


def test_a_level_silences_what_is_below(log: io.StringIO) -> None:
    logs.setup("error", log)
    logs.note("started")
    logs.warn("waiting")
    assert not log.getvalue()


class Full(io.StringIO):
    """A file on a full disk."""

    def write(self, _text: str) -> int:
        raise OSError(28, "No space left on device")


@pytest.mark.usefixtures("log")
def test_a_log_that_cannot_be_written_stops_nobody() -> None:
    closed = io.StringIO()
    closed.close()
    for stream in (Full(), closed):
        logs.setup("info", stream)
        logs.note("started")
        logs.crash(ValueError(CANARY))
        logging.getLogger("aiohttp.server").error(CANARY)


CARELESS = f"""
    import asyncio, logging, threading, warnings
    from bot import logs

    def fail(said):
        raise ValueError(said)

    class Dying:
        def __del__(self):
            fail("{CANARY}")

    async def forgotten():
        task = asyncio.ensure_future(asyncio.to_thread(fail, "{CANARY}"))
        await asyncio.sleep(0.1)

    logs.setup()
    logging.getLogger("x").addHandler(logging.StreamHandler())
    logs.setup()
    logging.getLogger("x").error("%d {CANARY}", "{CANARY}")
    warnings.warn("{CANARY}")
    Dying()
    asyncio.run(forgotten())
    thread = threading.Thread(target=fail, args=("{CANARY}",), name="{CANARY}")
    thread.start()
    thread.join()
    fail("{CANARY}")
"""


def test_a_whole_program_of_carelessness_prints_none_of_it() -> None:
    """A broken record, a warning, a destructor, a lost task, a thread, and the end of it all."""
    command = [sys.executable, "-c", textwrap.dedent(CARELESS)]
    done = subprocess.run(command, cwd=tree.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 6, done.stderr
    assert done.stderr.count("error=ValueError") == 4
    assert CANARY not in done.stderr


anything = some.one_of(
    some.text(min_size=1).map(CANARY.__add__),
    some.binary().map(lambda tail: CANARY.encode() + tail),
    some.just([CANARY]),
    some.just({CANARY: CANARY}),
    some.just(ValueError(CANARY)),
)


@given(some.dictionaries(some.sampled_from([*logs.FACTS, "text", "name"]), anything))
def test_whatever_is_handed_to_a_log_line_no_word_of_it_stands_there(
    facts: dict[str, object],
) -> None:
    assert CANARY not in repr(logs.only_safe(None, "", dict(facts)))


def test_every_line_in_the_code_is_on_the_list() -> None:
    unlisted = [
        f"{path}:{call.lineno}"
        for path in tree.files(".py")
        if path.parts[0] == "bot"
        for call in ast.walk(ast.parse(tree.text(path)))
        if isinstance(call, ast.Call) and _logs(call) and not _listed(call)
    ]
    assert not unlisted, "the event of a log line is a literal out of bot.logs.EVENTS"


def _logs(call: ast.Call) -> bool:
    """Whether this is `logs.note(…)` or `logs.warn(…)`."""
    return ast.unparse(call.func) in {"logs.note", "logs.warn"}


def _listed(call: ast.Call) -> bool:
    """Whether its event is a literal that is known."""
    first = call.args[0] if call.args else None
    return isinstance(first, ast.Constant) and first.value in logs.EVENTS
