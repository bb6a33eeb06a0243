"""Private exercises in the real bot: served, restarted in the middle, edited meanwhile, proved."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from adapters.discord import commands as slash
from bot.app import App, build
from bot.errors import BadContent
from bot.model.event import Chose
from bot.script.catalog import GoneStep
from bot.script.finding import BadScript
from tests.adapters.discord.peer.rules import commands
from tests.runtime.house import NOON, Difficult, StillClock, account, asked, met, said


@asynccontextmanager
async def served(data: Path, *dirs: Path) -> AsyncIterator[tuple[App, Difficult]]:
    """A bot with the exercises in these folders; ended politely."""
    clock = StillClock()
    app = await build(data, clock, dirs=dirs)
    try:
        platform = app.add(Difficult, {}, data)
        assert isinstance(platform, Difficult)
        yield app, platform
    finally:
        await app.stop()


async def begun(data: Path, home: Path) -> str:
    """Ari begins `evening` and is asked the first question; its id."""
    async with served(data, home) as (app, platform):
        await app.dispatcher.receive(met("ari"))
        await app.dispatcher.receive(asked("ari", "evening"))
        await app.scheduler.settle()
        (question,) = platform.sent
        assert question.text.startswith("How was today")
        return question.id


def tapped(question: str, pick: str) -> Chose:
    return Chose(
        key=f"tap {pick}", at=NOON, account=account("ari"), question=question, choices=(pick,)
    )


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("evening")
async def test_a_restart_in_the_middle_changes_nothing(tmp_path: Path, home: Path) -> None:
    question = await begun(tmp_path / "data", home)
    async with served(tmp_path / "data", home) as (app, platform):
        await app.dispatcher.receive(tapped(question, "hard"))
        await app.dispatcher.receive(said("ari", "It was loud."))
        await app.scheduler.settle()
        assert platform.sent[-1].text == "That is all. You can stop here."


async def test_a_step_that_got_a_new_name_meanwhile_takes_people_along(
    tmp_path: Path, home: Path, evening: Path
) -> None:
    """Who is at `how` answers it, and finds `line` as `sentence`, with today's words."""
    question = await begun(tmp_path / "data", home)
    change(evening / "exercise.toml", 'first = "how"', 'first = "how"\nrenamed = { line = "own" }')
    change(evening / "exercise.toml", "[step.line]", "[step.own]")
    change(evening / "exercise.toml", 'to = "line"', 'to = "own"')
    change(evening / "en.ftl", "line =\n    What was hard?", "own =\n    What was not easy?")
    async with served(tmp_path / "data", home) as (app, platform):
        await app.dispatcher.receive(tapped(question, "hard"))
        await app.scheduler.settle()
        assert platform.sent[-1].text.startswith("What was not easy?")
        await app.dispatcher.receive(said("ari", "It was loud."))
        await app.scheduler.settle()
        assert platform.sent[-1].text == "That is all. You can stop here."


async def test_a_step_in_use_may_not_just_go(tmp_path: Path, home: Path, evening: Path) -> None:
    await begun(tmp_path / "data", home)
    change(evening / "exercise.toml", "[step.line]", "[step.own]")
    change(evening / "exercise.toml", 'to = "line"', 'to = "own"')
    change(evening / "en.ftl", "line =\n", "own =\n")
    with pytest.raises(GoneStep, match="people may be in `line`"):
        await build(tmp_path / "data", StillClock(), dirs=[home])


@pytest.mark.usefixtures("evening")
async def test_an_exercise_in_use_may_not_just_go(tmp_path: Path, home: Path) -> None:
    await begun(tmp_path / "data", home)
    with pytest.raises(GoneStep, match="`evening` is in use, but its folder is gone"):
        await build(tmp_path / "data", StillClock())


async def test_one_that_would_show_what_is_private_is_not_served(
    tmp_path: Path, home: Path, one_line: Path
) -> None:
    change(one_line / "exercise.toml", 'shown  = ["reader"]', "")
    with pytest.raises(BadScript, match="one-line"):
        await build(tmp_path / "data", StillClock(), dirs=[home])


async def test_one_for_three_is_not_served(tmp_path: Path, home: Path, one_line: Path) -> None:
    change(one_line / "exercise.toml", '["writer", "reader"]', '["writer", "reader", "third"]')
    with pytest.raises(BadContent, match="has 3 roles"):
        await build(tmp_path / "data", StillClock(), dirs=[home])


async def test_discord_is_told_of_it_within_its_limits(
    tmp_path: Path, home: Path, evening: Path, one_line: Path
) -> None:
    async with served(tmp_path / "data", home) as (_, platform):
        menu = {one.name: (one.label, one.help) for one in platform.house.commands("en")}
        drawn = {one["name"]: one for one in slash.payload(platform.house)}
    assert drawn[evening.name]["options"] == []
    assert menu[one_line.name] == ("One line", "One of you writes a line, and the other reads it.")
    assert [one["name"] for one in drawn[one_line.name]["options"]] == ["person"]
    commands.check_all([*drawn.values()])
    descriptions = [one["description"] for one in drawn.values()]
    assert "One question and a line of your own. Only you see it." in descriptions
