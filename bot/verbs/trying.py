"""`handrail try`: a page on this machine; exercises that are changed meanwhile are taken up.

Taking up a change is what a restart is: the bot is let go of and built anew around the same
folder, and the page finds it again by itself. So nothing is lost that was acknowledged, and who
is in an exercise keeps to the version that they began with.
"""

import asyncio
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Any

import typer

from bot import app, config, logs
from bot.errors import ForAuthor, ForOperator
from bot.text.words import HERE
from bot.verbs.kindly import kindly, sentence
from bot.verbs.resources import Config, Data
from bot.verbs.run import asked_to_stop
from bot.verbs.watching import EVERY, Watch


def try_it(
    data: Data = None,
    config_file: Config = None,
    *,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
) -> None:
    """Open a page on this machine with two people side by side, and try everything."""
    with kindly():
        settings = config.load(config_file, data)
    logs.setup(settings.log.level)
    with kindly():
        asyncio.run(_try(settings, browser=browser and settings.local.open))


async def _try(settings: config.Settings, *, browser: bool) -> None:
    """Raises what `app.build` raises, the first time; later it is said, and waited for."""
    stopped, watch = asked_to_stop(), Watch((app.EXERCISES, HERE, *settings.content))
    bot: app.App | None = await _opened(settings, browser=browser)
    while not stopped.is_set():
        if await _changed(stopped, watch) and fits(settings):
            bot = await _again(settings, bot)
    await _let_go(bot)


async def _opened(settings: config.Settings, *, browser: bool) -> app.App:
    bot, url = await _built(settings)
    typer.echo(f"Handrail is open at {url}\nOnly this machine can reach it. Stop it with Ctrl+C.")
    if browser:
        with suppress(webbrowser.Error):
            webbrowser.open(url)
    return bot


async def _built(settings: config.Settings) -> tuple[app.App, str]:
    """The bot with its page, and the page's address."""
    folder = Path(settings.store.data)
    clock = app.ShiftedClock(folder / "clock")
    bot = await app.build(folder, clock, settings.overlay, dirs=settings.content)
    try:
        page: Any = bot.add(app.adapter("local"), settings.options("local"), folder)
        await bot.start()
    except BaseException:
        await bot.stop()
        raise
    logs.note("started")
    return bot, page.url


async def _let_go(bot: app.App | None) -> None:
    if bot is not None:
        await bot.stop()
        logs.note("stopped")


# ── changes ──────────────────────────────────────────────────────────────────
async def _changed(stopped: asyncio.Event, watch: Watch) -> bool:
    """Wait a moment; whether files have changed by then."""
    with suppress(TimeoutError):
        await asyncio.wait_for(stopped.wait(), EVERY)
    return not stopped.is_set() and bool(watch.changed())


def fits(settings: config.Settings) -> bool:
    """Whether the files as they are now could be served; if not, it is said why."""
    try:
        app.prove(settings.content)
    except (ForAuthor, ForOperator) as no:
        typer.echo(f"{sentence(no)}\nThe page keeps to what it had.", err=True)
        return False
    return True


async def _again(settings: config.Settings, bot: app.App | None) -> app.App | None:
    """The bot as the files are now; None where people in it stand in the way of that."""
    await _let_go(bot)
    try:
        new, _ = await _built(settings)
    except (ForAuthor, ForOperator) as no:
        typer.echo(f"{sentence(no)}\nThe page comes back with the next change that fits.", err=True)
        return None
    typer.echo("Your changes are in.")
    return new
