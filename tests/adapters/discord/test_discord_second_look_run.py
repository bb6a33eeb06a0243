"""A second look at what an operator is told, and at a start in bad weather."""

import asyncio
from pathlib import Path

import pytest

from adapters.discord import checking, options
from adapters.discord.keeping import TokenRefused
from bot import app
from bot.errors import BadConfig
from bot.verbs import run
from tests.adapters.discord.peer.probe import until
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.small import SmallHouse
from tests.adapters.discord.whole import QuickAdapter, point_at


@pytest.mark.parametrize("channel", ["#quiet", "https://discord.com/channels/1/2", "½"])
async def test_a_channel_that_is_no_number_is_said_in_a_sentence(channel: str) -> None:
    """By the doctor, too: it promised to raise nothing."""
    with pytest.raises(BadConfig, match="Copy Channel ID"):
        options.read({"token_file": "token", "channel": channel})
    (remark,) = await checking.check({"token_file": "token", "channel": channel}, {})
    assert (remark.mend, "Copy Channel ID" in remark.sentence) == (True, True)


class Hasty(QuickAdapter):
    """Does not wait long for a connection."""

    patience = 0.3


async def test_what_cannot_be_reached_is_said_and_so_is_when_it_is_at_last(
    peer: Peer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    point_at(peer.address)
    await peer.fault("error", "users/@me", "GET", status=503, times=-1)
    (tmp_path / "token").write_text(peer.address.token)
    bot = await app.build(tmp_path / "data", app.ShiftedClock())
    said = ""

    def hear() -> str:
        nonlocal said
        said += "".join(capsys.readouterr())
        return said

    try:
        made = bot.add(Hasty, {"token_file": str(tmp_path / "token")}, tmp_path / "discord")
        serving = asyncio.create_task(run._serve(bot, [made]))  # noqa: SLF001 - as the verb does
        await until(lambda: "discord: it cannot be reached yet." in hear(), seconds=20)
        assert "Handrail reaches nobody yet." in said
        assert "serves" not in said
        await peer.mend()
        await until(lambda: "Handrail serves: discord." in hear(), seconds=30)
        serving.cancel()
    finally:
        await bot.stop()
        await peer.forget()  # such an answer is none of Discord's own


async def test_a_refusal_after_a_late_start_does_not_end_all_trying(
    peer: Peer, tmp_path: Path
) -> None:
    """Nobody waits any more who could be told: a mistake of theirs must pass by itself."""
    point_at(peer.address)
    await peer.fault("error", "users/@me", "GET", status=503)
    await peer.fault("error", "users/@me", "GET", status=401)
    (tmp_path / "token").write_text(peer.address.token)
    token = str(tmp_path / "token")
    made = Hasty(SmallHouse().house(tmp_path / "data", token_file=token))
    await made.start()
    try:
        await until(made.connected.is_set, seconds=30)
        assert isinstance(made.refusals.get_nowait(), TokenRefused)
        assert made.refusals.empty(), "it is told once"
    finally:
        await made.stop()
        await peer.forget()  # such answers are none of Discord's own
