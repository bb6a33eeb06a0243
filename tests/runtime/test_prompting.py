"""Prompts by the sweeps of the clock, out of a real store."""

import asyncio
from collections.abc import AsyncIterator, Container
from contextlib import asynccontextmanager
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from bot.app import App
from bot.care import prompting
from bot.engine import silence
from bot.engine.scene import Scene
from bot.model.event import Event
from bot.model.person import Person
from bot.model.schedule import EVERY_DAY, Plan, Rule
from bot.model.world import Turn, World
from tests.runtime.house import NOON, Difficult, StillClock, met, running

CROWD = 150  # people who want to be asked at one time: more than two commits take
TIME = NOON.replace(hour=15)


@asynccontextmanager
async def crowd(data: Path, number: int) -> AsyncIterator[tuple[App, Difficult, StillClock]]:
    """So many people who all want to be asked at three in the afternoon, in a bot at work."""
    async with running(data) as (app, platform, clock):
        names = [f"p{count}" for count in range(number)]
        await asyncio.gather(*(app.dispatcher.receive(met(name)) for name in names))
        await app.store.take([_identified(app, met(name), "wish") for name in names], _wishing)
        yield app, platform, clock


def _identified(app: App, event: Event, key: str) -> Event:
    assert event.account
    person = app.store.keys.person_id(event.account)
    return type(event)(key=f"{key} {person}", at=NOON, account=event.account, person=person)


def _wishing(world: World, event: Event) -> Turn:
    rule = Rule(days=EVERY_DAY, at=time(15))
    person = world.people[event.person]
    return Turn(people=(prompting.planned(person, "check-in", rule, event.at),))


def notes(platform: Difficult) -> list[str]:
    return [one.to.native for one in platform.sent if one.kind == "question"]


async def sweep(app: App, clock: StillClock, at: datetime) -> None:
    clock.at = at
    await app.scheduler.settle()


async def test_a_crowd_is_asked_once_each_however_often_the_clock_looks(tmp_path: Path) -> None:
    async with crowd(tmp_path, CROWD) as (app, platform, clock):
        await sweep(app, clock, TIME - timedelta(seconds=1))
        assert notes(platform) == []
        for seconds in (0, 0, 1, 60):
            await sweep(app, clock, TIME + timedelta(seconds=seconds))
        assert sorted(notes(platform)) == sorted(f"p{count}" for count in range(CROWD))


async def test_two_sweeps_at_once_ask_once(tmp_path: Path) -> None:
    async with crowd(tmp_path, 20) as (app, platform, clock):
        clock.at = TIME
        await asyncio.gather(app.scheduler.prompt(), app.scheduler.prompt())
        await app.scheduler.settle()
        assert len(notes(platform)) == 20


async def test_a_clock_that_is_set_back_a_day_repeats_nothing(tmp_path: Path) -> None:
    async with crowd(tmp_path, 3) as (app, platform, clock):
        await sweep(app, clock, TIME)
        await sweep(app, clock, TIME - timedelta(days=1))
        await sweep(app, clock, TIME)
        assert len(notes(platform)) == 3


async def test_what_was_missed_by_more_than_two_hours_is_dropped_in_silence(tmp_path: Path) -> None:
    async with crowd(tmp_path, 3) as (app, platform, clock):
        await sweep(app, clock, TIME + timedelta(hours=1, minutes=59))
        assert len(notes(platform)) == 3
        await sweep(app, clock, TIME + timedelta(days=2, hours=2, minutes=1))
        assert len(notes(platform)) == 3
        await sweep(app, clock, TIME + timedelta(days=3))
        assert len(notes(platform)) == 6


async def test_a_restart_in_between_asks_once(tmp_path: Path) -> None:
    async with crowd(tmp_path, 5) as (app, platform, clock):
        await sweep(app, clock, TIME)
        assert len(notes(platform)) == 5
    async with running(tmp_path) as (app, platform, clock):
        await sweep(app, clock, TIME + timedelta(minutes=1))
        assert notes(platform) == []


async def test_what_cannot_be_decided_about_some_holds_up_nobody_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten who stand first in the row, and of whom nothing can be decided."""
    decided = prompting.said

    def said(person: Person, at: datetime, busy: Container[str] = ()) -> Plan | None:
        if int(person.account.native[1:]) < 10:
            raise RuntimeError
        return decided(person, at, busy)

    monkeypatch.setattr(prompting, "said", said)
    async with crowd(tmp_path, 20) as (app, platform, clock):
        clock.at = TIME
        await asyncio.wait_for(app.scheduler.settle(), timeout=30)
        assert len(notes(platform)) == 10


async def test_an_exercise_that_cannot_go_on_holds_up_nobody_elses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    due = silence.due

    def broken(scene: Scene) -> None:
        if scene.person("self").account.native == "p0":
            raise RuntimeError
        due(scene)

    monkeypatch.setattr(silence, "due", broken)
    async with crowd(tmp_path, 3) as (app, platform, clock):
        await sweep(app, clock, TIME)
        assert len(notes(platform)) == 3
        await asyncio.wait_for(sweep(app, clock, TIME + timedelta(hours=20)), timeout=30)
        assert (await app.store.counts())["sessions"] == 1
