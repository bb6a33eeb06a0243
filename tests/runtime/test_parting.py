"""What happens without anybody asking: people are let go of, and adapters forget them."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.model.event import Aged, Event
from bot.model.world import Turn, World
from bot.runtime.router import Router
from tests.runtime.house import asked, met, running, said

MINUTE = timedelta(minutes=1)


async def _deletes(app: Any, who: str) -> None:  # noqa: ANN401 - the app of `running`
    await app.dispatcher.receive(met(who))
    for event in (asked(who, "delete"), said(who, "1"), said(who, "1", f"{who} is sure")):
        await app.dispatcher.receive(event)
    await app.scheduler.settle()


async def test_the_adapter_forgets_after_the_last_words_could_be_read(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, platform, clock):
        await _deletes(app, "ari")
        assert "nothing of yours is kept here" in platform.texts()[-1]
        clock.advance(timedelta(seconds=2))
        await app.scheduler.settle()
        assert (await app.store.counts())["people"] == 0
        assert platform.forgot == []
        clock.advance(timedelta(seconds=20))
        await app.scheduler.settle()
        assert [account.native for account in platform.forgot] == ["ari"]


async def test_an_adapter_that_fails_is_asked_until_it_has_forgotten(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, platform, clock):
        await _deletes(app, "ari")
        platform.trouble = [ValueError("ari"), ValueError("ari")]
        for _ in range(4):
            clock.advance(timedelta(minutes=6))
            await app.scheduler.settle()
        assert [account.native for account in platform.forgot] == ["ari"]


async def test_it_is_forgotten_by_the_adapter_after_a_restart_too(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, _, clock):
        await _deletes(app, "ari")
        clock.advance(timedelta(seconds=2))
        await app.scheduler.settle()
    async with running(tmp_path) as (app, platform, clock):
        clock.advance(MINUTE)
        await app.scheduler.settle()
        assert [account.native for account in platform.forgot] == ["ari"]


async def test_what_cannot_be_decided_about_one_person_holds_up_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide = Router.decide

    def fails_for_ari(self: Router, world: World, event: Event) -> Turn:
        person = world.people.get(event.person)
        if isinstance(event, Aged) and person and person.account.native == "ari":
            raise ValueError
        return decide(self, world, event)

    async with running(tmp_path) as (app, _, clock):
        for who in ("ari", "bo"):
            await _deletes(app, who)
        monkeypatch.setattr(Router, "decide", fails_for_ari)
        clock.advance(timedelta(seconds=2))
        await app.scheduler.settle()
        assert (await app.store.counts())["people"] == 1
