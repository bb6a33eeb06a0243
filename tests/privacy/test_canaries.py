"""Nothing that anybody wrote, picked or is called is in any byte that the process writes."""

import io
import logging
import sys
from pathlib import Path

import pytest

from bot import logs
from bot.model.message import Shown
from tests.privacy.bench import ARI, ARIS, BO, BOS, NAMES, WHOLE, Bench, bench


def _hits(canaries: tuple[str, ...], files: dict[str, bytes]) -> list[tuple[str, str]]:
    """Which canary is in which file, in any spelling."""
    return [
        (canary, name)
        for canary in canaries
        for name, data in files.items()
        for spelling in (canary, canary.lower(), canary.upper())
        if spelling.encode() in data or spelling.encode("utf-16-le") in data
    ]


async def test_no_file_and_no_log_holds_a_word_a_rating_or_a_name(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    looked = 0
    async with bench(tmp_path) as here:
        for part in (here.meet, here.share, here.answer, here.tell):
            await part()
            looked += _look(here)
        await here.ask(ARI, "export")
        await here.ask(BO, "export")
        looked += _look(here)
        assert "handrail.db-wal" in here.files()
        shown = await _everything_shown(here)
    looked += _look(here)
    printed = capfd.readouterr()
    assert _hits(WHOLE, {"out": printed.out.encode(), "err": printed.err.encode()}) == []
    written = (*NAMES, *ARIS.values(), *BOS.values())
    unseen = [canary for canary in written if canary not in shown]
    assert unseen == [], "a canary that nobody ever wrote proves nothing"
    with capfd.disabled():
        sys.stdout.write(
            f"\n  canaries: {len(WHOLE)} in {looked} bytes of files and logs, 0 hits\n"
        )


def _look(here: Bench) -> int:
    """How many bytes were looked at; fails at the first hit."""
    files = here.files() | {"the log": here.log.getvalue().encode()}
    assert _hits(WHOLE, files) == []
    return sum(map(len, files.values()))


async def _everything_shown(here: Bench) -> str:
    """All that stands on the page, as the people at it can read it."""
    page = here.app._adapters["local"]  # noqa: SLF001 - the page as it is, not as it is asked for
    news = await page._memory.since("")  # type: ignore[attr-defined]  # noqa: SLF001 - as above
    names = " ".join(human.name for human in news.people)
    texts = " ".join(post.body.text for post in news.posts if post.body)
    return f"{names} {texts} {ARI.name} {BO.name}"


@pytest.mark.parametrize("where", ["send", "render", "decide"])
async def test_what_fails_deep_inside_says_where_and_not_what(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with bench(tmp_path) as here:
        await here.meet()
        await here.share()

        def fails(*args: object, **more: object) -> None:
            raise ValueError(f"{args} {more} zmarmalade")

        async def fails_later(message: Shown) -> None:
            raise ValueError(f"{message} {message.text} zmarmalade")

        if where == "send":
            monkeypatch.setattr(here.app._adapters["local"], "send", fails_later)  # noqa: SLF001 - breaks it
        elif where == "render":
            monkeypatch.setattr(here.app.words, "render", fails)
        else:
            monkeypatch.setattr("bot.runtime.router.Router._said", fails)
        try:
            await here.say(ARI, "zmarmalade once more")
            await here.tap(ARI, "send")
        except ValueError as bug:
            logs.crash(bug)
        log = here.log.getvalue()
    assert "event=bug" in log
    assert "ValueError" in log
    assert "zmarmalade" not in log


def test_what_libraries_log_of_people_is_withheld() -> None:

    log = io.StringIO()
    logs.setup("debug", log)
    for name in ("aiosqlite", "aiohttp.access", "apscheduler.executors.default"):
        logging.getLogger(name).error("zmarmalade %s", "zmarmalade", extra={"who": "zmarmalade"})
    logging.getLogger().handlers.clear()
    assert log.getvalue().count("event=library") == 3
    assert "zmarmalade" not in log.getvalue()
