"""The way out: ordered within each place, and each message once, whatever the platform does."""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from bot.errors import TryLater, Unreachable
from tests.runtime.house import asked, met, running, said


async def test_a_busy_platform_gets_the_rest_of_the_place_later_and_in_order(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as (app, platform, clock):
        await app.dispatcher.receive(met("ari"))
        platform.trouble = [TryLater(timedelta(minutes=1))]
        await app.dispatcher.receive(asked("ari", "help"))
        await app.scheduler.settle()
        assert platform.sent == []
        clock.advance(timedelta(minutes=1))
        await app.scheduler.settle()
        assert len(platform.texts()) == 3
        assert "nobody reads this to keep you safe" in platform.texts()[0]


async def test_one_place_that_is_stuck_holds_up_no_other(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, platform, _):
        for who in ("ari", "bo"):
            await app.dispatcher.receive(met(who))
        platform.trouble = [TryLater(timedelta(hours=1))]
        await app.dispatcher.receive(asked("ari", "help"))
        await app.scheduler.settle()
        await app.dispatcher.receive(asked("bo", "help"))
        await app.scheduler.settle()
        assert {message.to.native for message in platform.sent} == {"bo"}


async def test_who_cannot_be_reached_finds_it_all_in_order_when_they_come_back(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as (app, platform, _):
        await platform.house.receive(met("ari"))
        platform.trouble = [Unreachable()]
        await platform.house.receive(asked("ari", "help"))
        await app.scheduler.settle()
        assert platform.sent == []
        await platform.house.receive(asked("ari", "who"))
        await app.scheduler.settle()
        first, *_, last = platform.texts()
        assert "nobody reads this to keep you safe" in first
        assert "lock screen" in last or "phone" in last.lower()


async def test_who_does_not_come_back_is_looked_for_a_few_times_and_given_up_after_a_week(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as (app, platform, clock):
        await platform.house.receive(met("ari"))
        platform.trouble = [Unreachable() for _ in range(999)]
        await platform.house.receive(asked("ari", "help"))
        for _ in range(24 * 10):
            await app.scheduler.settle()
            clock.advance(timedelta(hours=1))
        assert platform.sent == []
        assert (await app.store.counts())["outbox"] == 0
        assert 999 - len(platform.trouble) < 20, "nobody is hammered at"


async def test_what_is_kept_for_somebody_away_outlives_a_restart(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, platform, _):
        await platform.house.receive(met("ari"))
        platform.trouble = [Unreachable()]
        await platform.house.receive(asked("ari", "help"))
        await app.scheduler.settle()
    async with running(tmp_path) as (app, platform, _):
        await app.scheduler.settle()
        assert len(platform.texts()) == 3


async def test_somebody_away_holds_up_nobody_else(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, platform, _):
        for who in ("ari", "bo"):
            await platform.house.receive(met(who))
        platform.trouble = [Unreachable()]
        await platform.house.receive(asked("ari", "help"))
        await app.scheduler.settle()
        await platform.house.receive(asked("bo", "help"))
        await app.scheduler.settle()
        assert {message.to.native for message in platform.sent} == {"bo"}


async def test_a_bug_in_the_platform_costs_a_wait_and_no_message(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, platform, clock):
        await app.dispatcher.receive(met("ari"))
        platform.trouble = [RuntimeError("words of somebody")]
        await app.dispatcher.receive(asked("ari", "hide"))
        await app.scheduler.settle()
        clock.advance(timedelta(minutes=10))
        await app.scheduler.settle()
        assert [message.kind for message in platform.sent] == ["hide", "note"]


async def test_after_delivery_the_words_are_gone(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, _, __):
        await app.dispatcher.receive(met("ari"))
        await app.dispatcher.receive(asked("ari", "help"))
        await app.scheduler.settle()
        assert (await app.store.counts())["outbox"] == 0


async def test_it_delivers_and_sweeps_by_itself_once_started(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, platform, clock):
        await app.start()
        await app.dispatcher.receive(met("ari"))
        await app.dispatcher.receive(said("ari", "pause"))
        await _until(lambda: "A slow minute" in "".join(platform.texts()) or len(platform.sent) > 0)
        await app.dispatcher.receive(said("ari", "Just quiet"))
        await app.dispatcher.receive(said("ari", "5 minutes"))
        clock.advance(timedelta(minutes=5))
        await _until(lambda: any("The time that you set" in text for text in platform.texts()))


async def _until(true: Callable[[], bool], seconds: float = 10) -> None:
    """Wait for the real scheduler, which looks once a second."""
    for _ in range(int(seconds * 20)):
        if true():
            return
        await asyncio.sleep(0.05)
    raise AssertionError("it did not happen")
