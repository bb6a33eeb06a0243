"""How a talk ought to look, and what is told of one that did not go undisturbed."""

import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.adapters.discord.faults import same, talk
from tests.adapters.discord.faults.inside import Inside
from tests.adapters.discord.faults.playing import Players
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.test_discord_places import quiet_channel
from tests.adapters.discord.whole import running, welcome

Ought = Callable[[str], Awaitable[same.Sight]]


class Told:
    """What is said to whoever runs the tests, and what the bot has said to its operator."""

    def __init__(
        self, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
    ) -> None:
        self._capsys = capsys
        self._caplog = caplog

    def counts(self, line: str) -> None:
        """Print it, however quietly the tests run."""
        with self._capsys.disabled():
            sys.stdout.write(f"\n  {line}\n")

    def wrong(self) -> list[str]:
        """What was printed or logged in this process since the last look, and must not be."""
        said = "".join(self._capsys.readouterr())
        found = same.leaked((*talk.WRITTEN, "bug", "Traceback"), said)
        return [*found, *same.leaked(talk.WRITTEN, self._caplog.text)]


async def channel_for(peer: Peer, place: str) -> dict[str, str]:
    """The options of the adapter: a quiet channel where the talk needs one."""
    return {"channel": await quiet_channel(peer, "ari", "bo")} if place == "thread" else {}


async def undisturbed(peer: Peer, place: str, folder: Path) -> same.Sight:
    """What both see of a whole small share there."""
    people = [await peer.person("ari"), await peer.person("bo")]
    options = await channel_for(peer, place)
    async with running(peer, folder, None, **options) as bot:
        for who in people:
            await welcome(who)
        await Players(peer, people, Inside(peer, bot)).play(talk.whole(place))
        await peer.quiet(500)
        return await same.sight(*people)
