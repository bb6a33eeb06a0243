"""`handrail run`: serve every platform that is set up, until it is politely asked to end.

Each platform connects on its own. One that cannot says why in a sentence, and the others go
on; what is meant for people there waits in the outbox for the next start.
"""

import asyncio
import gc
import signal
from contextlib import suppress
from pathlib import Path
from typing import Any

import typer

from bot import app, config, logs
from bot.adapter import Adapter
from bot.errors import ForOperator
from bot.verbs.kindly import kindly, sentence
from bot.verbs.resources import Config, Data


class NothingToServe(ForOperator):
    """No platform is set up. See docs/discord.md or docs/matrix.md: ten minutes each."""


class NobodyReached(ForOperator):
    """No platform could be reached, so nobody would be served."""


def run(data: Data = None, config_file: Config = None) -> None:
    """Serve people on every platform that is set up, until Ctrl+C."""
    with kindly():
        settings = config.load(config_file, data)
    logs.setup(settings.log.level)
    with kindly():
        asyncio.run(_run(settings))


async def _run(settings: config.Settings) -> None:
    """Raises a `ForOperator` where nobody can be served."""
    names = settings.served()
    if not names:
        raise NothingToServe
    folder = Path(settings.store.data)
    bot = await app.build(
        folder, app.ShiftedClock(folder / "clock"), settings.overlay, dirs=settings.content
    )
    try:
        adapters = [
            bot.add(app.adapter(name), settings.options(name), folder / name) for name in names
        ]
        await _serve(bot, adapters)
    finally:
        await bot.stop()
        logs.note("stopped")


async def _serve(bot: app.App, adapters: list[Adapter]) -> None:
    stopped = asyncio.create_task(asked_to_stop().wait())
    connecting = asyncio.create_task(_all_connect(adapters))
    both: set[asyncio.Task[Any]] = {stopped, connecting}
    await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
    if not connecting.done():
        connecting.cancel()
        return
    connected = connecting.result()
    if not any(connected):
        raise NobodyReached
    bot.serve()
    gc.collect()
    gc.freeze()  # what is here by now stays; to look through it again held everybody up
    telling = asyncio.create_task(
        _tell([one for one, up in zip(adapters, connected, strict=True) if up])
    )
    await stopped
    telling.cancel()


async def _tell(adapters: list[Adapter]) -> None:
    """Who is served now; and of every other platform, when it is reached at last."""
    late = [one for one in adapters if not _connected(one).is_set()]
    if served := ", ".join(one.name for one in adapters if one not in late):
        logs.note("started")
        typer.echo(f"Handrail serves: {served}. Stop it with Ctrl+C.")
    else:
        typer.echo("Handrail reaches nobody yet. Stop it with Ctrl+C.")
    for one in late:
        typer.echo(f"{one.name}: it cannot be reached yet. Handrail goes on trying.", err=True)
    refusals = [_tell_refusals(one) for one in adapters]
    await asyncio.gather(*(_tell_at_last(one) for one in late), *refusals)


async def _tell_at_last(adapter: Adapter) -> None:
    await _connected(adapter).wait()
    logs.note("started")
    typer.echo(f"Handrail serves: {adapter.name}.")


async def _tell_refusals(adapter: Adapter) -> None:
    """What the operator must do while it serves, in the same words as at the start."""
    refusals: asyncio.Queue[ForOperator] | None = getattr(adapter, "refusals", None)
    while refusals is not None:
        _tell_why(adapter, await refusals.get())


def _tell_why(adapter: Adapter, no: ForOperator) -> None:
    typer.echo(f"{adapter.name}: {sentence(no)}", err=True)


def _connected(adapter: Adapter) -> asyncio.Event:
    """Set once it is connected; most are when they have started."""
    found: asyncio.Event | None = getattr(adapter, "connected", None)
    if found is None:
        found = asyncio.Event()
        found.set()
    return found


async def _all_connect(adapters: list[Adapter]) -> list[bool]:
    return await asyncio.gather(*(_connect(one) for one in adapters))


async def _connect(adapter: Adapter) -> bool:
    """Whether it is there to serve; if not, the operator has been told why."""
    try:
        await adapter.start()
    except ForOperator as no:
        _tell_why(adapter, no)
    except Exception as error:  # noqa: BLE001 - one platform's failure is not the others'
        logs.crash(error)
        typer.echo(f"{adapter.name}: it failed to start. The log says where.", err=True)
    else:
        return True
    return False


def asked_to_stop() -> asyncio.Event:
    """Set by Ctrl+C, or by a polite request to end."""
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: there Ctrl+C is an exception
            loop.add_signal_handler(name, stopped.set)
    return stopped


# ── what a platform brings of its own ────────────────────────────────────────
discord = typer.Typer(no_args_is_help=True, help="Set Discord up.")


@discord.callback()
def _discord() -> None:
    """Set Discord up."""


@discord.command("invite-link")
def invite_link(data: Data = None, config_file: Config = None) -> None:
    """Print the link that adds the bot to a server, with just the permissions it needs."""
    with kindly():
        settings = config.load(config_file, data)
        logs.setup("error")
        brings: Any = app.adapter("discord")  # what a class brings besides is its own affair
        typer.echo(asyncio.run(brings.invite_link(settings.options("discord"))))
