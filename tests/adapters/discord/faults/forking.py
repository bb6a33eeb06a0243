"""A process that has everything imported, and splits off `handrail run` whenever it is asked.

Most of what a start costs is reading Python files, and words. A process that was split off has
read both already; all that it does afterwards, from the settings on, is what every start does. It
has its own memory, its own sockets and its own place in the kernel, and dies by SIGKILL as any
other.

One order a line, one answer a line, both JSON. When the orders end, so does what was started.
"""

import os
import signal
import sys
from importlib import import_module
from typing import Any

import discord.gateway
import discord.http
import msgspec
import yarl

from adapters.discord import client
from adapters.discord.adapter import DiscordAdapter
from bot import app, cli
from bot.care.lines.book import shipped
from bot.script.read import read_all
from bot.text.words import Words

READ = (DiscordAdapter,)  # so that every start finds it read


class Start(msgspec.Struct, tag="start"):
    """`handrail` with these words. `plant` is "module:function", called first: a bug on purpose."""

    words: list[str]
    api: str
    gateway: str
    out: str  # the file to which it writes
    plant: str = ""


class End(msgspec.Struct, tag="end"):
    """End that process by this signal."""

    pid: int
    how: int


def main() -> None:
    """Follow orders until there are none."""
    _read_exercises()
    living: set[int] = set()
    try:
        for line in sys.stdin:
            order = msgspec.json.decode(line, type=Start | End)
            if isinstance(order, Start):
                living.add(pid := _split_off(order))
                _say(pid)
            else:
                _say(_ended(order))
                living.discard(order.pid)
    finally:
        for pid in living:
            _ended(End(pid, signal.SIGKILL))


def _read_exercises() -> None:
    """The same text is understood once in a process, so a process split off from here has it."""
    read_all(app.exercises())
    Words.read(app.exercises())
    shipped()


def _say(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _ended(order: End) -> int:
    """Its exit code."""
    os.kill(order.pid, order.how)
    _, status = os.waitpid(order.pid, 0)
    return os.waitstatus_to_exitcode(status)


def _split_off(order: Start) -> int:
    """The number of the new process."""
    pid = os.fork()
    if pid:
        return pid
    code: Any = 1
    try:
        _turn_to(order)
        cli.main()
    except SystemExit as end:
        code = end.code or 0
    finally:
        sys.stdout.flush()
        os._exit(code if isinstance(code, int) else 1)


def _turn_to(order: Start) -> None:
    """This process is `handrail` from now on."""
    file = os.open(order.out, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    for number, instead in ((0, os.open(os.devnull, os.O_RDONLY)), (1, file), (2, file)):
        os.dup2(instead, number)
    sys.argv = ["handrail", *order.words]
    discord.http.Route.BASE = order.api
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(order.gateway)
    _hurry()
    if order.plant:
        module, _, function = order.plant.partition(":")
        getattr(import_module(module), function)()


def _hurry() -> None:
    """Wait a tenth of a second for servers after logging in, where discord.py waits two."""
    kind: Any = client.Client
    made = kind.__init__

    def quick(self: Any, *given: Any) -> None:  # noqa: ANN401 - as what it stands for
        made(self, *given)
        self._connection.guild_ready_timeout = 0.1

    kind.__init__ = quick


if __name__ == "__main__":
    main()
