"""A picture on its way out: drawn at the last moment, the same each time, and for one person."""

import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot import logs
from bot.app import App
from bot.errors import TryLater
from bot.model.event import Chose
from bot.model.message import Shown
from tests.pictures.sheets import chunks
from tests.runtime.house import NOON, Difficult, account, asked, met, running, said

OWN = "a bit like zmarmalade"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that is logged."""
    written = io.StringIO()
    logs.setup("debug", written)
    yield written
    logs.setup()


async def tapped(app: App, platform: Difficult, pick: str) -> None:
    """Ari taps that of the newest question that offers it."""
    await app.scheduler.settle()
    ids = ((one.id, choice.id) for one in reversed(platform.sent) for choice in one.choices)
    key = next(key for key, id_ in ids if id_ == pick)
    event = Chose(
        key=f"{key}/{pick}", at=NOON, account=account("ari"), question=key, choices=(pick,)
    )
    await app.dispatcher.receive(event)


async def looked(app: App, platform: Difficult) -> None:
    """Ari checks in with words of their own, and asks to see what is kept."""
    for who in ("ari", "bo"):
        await app.dispatcher.receive(met(who))
    await app.dispatcher.receive(asked("ari", "check-in"))
    await tapped(app, platform, "mixed")
    await app.dispatcher.receive(said("ari", OWN))
    for pick in ("4", "skip", "rest", "keep"):
        await tapped(app, platform, pick)
    await app.dispatcher.receive(asked("ari", "look"))
    await tapped(app, platform, "check-ins")


def pictures(platform: Difficult) -> list[Shown]:
    return [one for one in platform.sent if one.kind == "picture"]


async def test_it_is_drawn_for_who_asked_and_goes_with_the_words(
    tmp_path: Path, log: io.StringIO
) -> None:
    async with running(tmp_path) as (app, platform, _):
        await looked(app, platform)
        await app.scheduler.settle()
        (one,) = pictures(platform)
        assert one.image is not None
        assert chunks(one.image.data) == {b"IHDR", b"IDAT", b"IEND"}
        assert OWN in one.text
        assert {each.to.native for each in platform.sent} == {"ari"}
        assert (await app.store.counts())["outbox"] == 0
    assert "zmarmalade" not in log.getvalue()


async def test_a_second_try_is_the_same_key_and_the_same_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(tmp_path) as (app, platform, clock):
        await looked(app, platform)
        kept = platform.send
        tries: list[Shown] = []

        async def busy(message: Shown) -> None:
            if message.kind == "picture":
                tries.append(message)
                if len(tries) < 3:
                    raise TryLater(timedelta(minutes=1))
            await kept(message)

        monkeypatch.setattr(platform, "send", busy)
        for _ in range(3):
            await app.scheduler.settle()
            clock.advance(timedelta(minutes=1))
        assert len({(one.id, one.image and one.image.data) for one in tries}) == 1
        assert len(pictures(platform)) == 1


async def test_what_cannot_be_drawn_is_said_in_words(
    tmp_path: Path, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The font's file is gone, say; the words are the same, and come all the same."""
    monkeypatch.setattr("bot.pictures.letters.font", lambda: tmp_path / "gone.ttf")
    monkeypatch.setattr("bot.pictures.board.font", lambda: tmp_path / "gone.ttf")
    async with running(tmp_path / "data") as (app, platform, _):
        await looked(app, platform)
        await app.scheduler.settle()
        assert pictures(platform) == []
        (words,) = [one for one in platform.sent if OWN in one.text]
        assert (words.kind, words.image, words.name) == ("note", None, "")
    assert "zmarmalade" not in log.getvalue()
    assert "bug" in log.getvalue()


async def test_nothing_of_it_is_on_the_disk_in_clear(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, platform, _):
        await looked(app, platform)  # drawn it is later; until then it waits in the outbox
        assert "handrail.db" in _files(tmp_path)
        assert not [name for name, data in _files(tmp_path).items() if b"zmarmalade" in data]


def _files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
