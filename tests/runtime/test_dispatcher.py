"""The way in: exactly once, together where they come together, and kindly where it fails."""

import asyncio
from pathlib import Path
from unittest.mock import patch

import pytest

from bot.errors import StoreUnavailable
from bot.model.event import Due
from bot.model.world import Turn, World
from bot.runtime.router import Router
from tests.runtime.house import NOON, asked, met, running, said


async def test_the_same_happening_twice_happens_once(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, platform, _):
        await app.dispatcher.receive(met("ari"))
        for _again in range(3):
            await app.dispatcher.receive(asked("ari", "help", key="once"))
        await app.scheduler.settle()
        assert len(platform.texts()) == 3


async def test_what_comes_together_shares_a_commit(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, _, __):
        people = [f"p{at}" for at in range(40)]
        with patch.object(app.store, "take", wraps=app.store.take) as take:
            await asyncio.gather(*(app.dispatcher.receive(met(who)) for who in people))
        assert take.call_count <= 2
        assert (await app.store.counts())["people"] == len(people)


async def test_what_people_do_goes_before_what_the_clock_brings_and_apart_from_it(
    tmp_path: Path,
) -> None:
    async with running(tmp_path) as (app, _, __):
        await app.dispatcher.receive(met("ari"))
        with patch.object(app.store, "take", wraps=app.store.take) as take:
            await asyncio.gather(
                *(
                    app.dispatcher.receive(Due(key=f"due {at}", at=NOON, session="none"))
                    for at in range(70)
                ),
                app.dispatcher.receive(asked("ari", "help")),
            )
        taken = [[type(event).__name__ for event in call.args[0]] for call in take.call_args_list]
    assert taken == [["Asked"], ["Due"] * 64, ["Due"] * 6]


async def test_one_event_that_fails_costs_nobody_else_theirs(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, platform, _):
        for who in ("ari", "bo"):
            await app.dispatcher.receive(met(who))
        decide = Router.decide

        def fragile(self: Router, world: World, event: object) -> Turn:
            if getattr(event, "key", "") == "bad":
                raise RuntimeError("a bug")
            return decide(self, world, event)  # type: ignore[arg-type]  # as it came

        with patch.object(Router, "decide", fragile):
            done = await asyncio.gather(
                app.dispatcher.receive(asked("ari", "help", key="bad")),
                app.dispatcher.receive(asked("bo", "help")),
                return_exceptions=True,
            )
        assert isinstance(done[0], RuntimeError)
        assert done[1] is None
        await app.scheduler.settle()
        assert {message.to.native for message in platform.sent} == {"bo"}
        await app.dispatcher.receive(asked("ari", "help", key="bad"))  # it may come again


async def test_when_nothing_can_be_written_nothing_has_happened(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, platform, _):
        await app.dispatcher.receive(met("ari"))
        with (
            patch.object(app.store, "take", side_effect=StoreUnavailable),
            pytest.raises(StoreUnavailable),
        ):
            await app.dispatcher.receive(asked("ari", "help"))
        await app.dispatcher.receive(asked("ari", "help"))
        await app.scheduler.settle()
        assert len(platform.texts()) == 3


async def test_a_name_is_one_clean_line(tmp_path: Path) -> None:
    async with running(tmp_path) as (app, platform, _):
        await app.dispatcher.receive(met("ari"))
        await app.dispatcher.receive(said("ari", "/share b\u202eo" + "x" * 90))
        await app.dispatcher.receive(said("ari", "none of these"))
        await app.scheduler.settle()
        assert "\u202e" not in platform.texts()[-1]
        assert "A small share with bo" in platform.texts()[-1]
        (_, named) = platform.texts()[-1].split("\n\n")  # behind a word on somebody new
        assert len(named) < 100
