"""`handrail run` and its companions, as processes of their own."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest

from adapters.discord import checking
from bot import app
from bot.verbs import run
from tests.adapters.discord.faults.talk import SMALL
from tests.adapters.discord.peer.process import ROOT, Peer
from tests.adapters.discord.served import Served
from tests.adapters.discord.whole import PROPOSE, heard, pick, point_at, tap, welcome, written


@pytest.fixture
async def served(peer: Peer, tmp_path: Path) -> AsyncIterator[Served]:
    """It is not running yet, and is ended at the end."""
    served = Served(tmp_path, peer.address)
    yield served
    await served.kill()


@pytest.mark.timeout(240)
async def test_a_small_share_while_the_lights_go_out(peer: Peer, served: Served) -> None:
    """Killed in the middle of six steps: no word is lost, and nothing is said twice."""
    ari, bo = await peer.person("ari"), await peer.person("bo")
    await served.start()
    await welcome(ari)
    await welcome(bo)
    await ari.slash("share", person="bo")

    async def lights_out() -> None:
        await served.kill()
        await served.start()

    await lights_out()
    await tap(ari, *PROPOSE)
    await lights_out()
    await tap(bo, "Yes", "None of these", "4", "Calm")
    await tap(ari, "Calm", "Sore")
    await lights_out()
    await pick(ari, "sad", "left out")
    await heard(ari, "What happened?")
    await served.kill()
    await ari.say("Everyone was asked but me.")  # while nobody is there
    await served.start()
    await heard(ari, "Did a thought come with it?")
    await tap(ari, "Skip", SMALL, "Just listen", "Good", "Send")
    await lights_out()
    await written(bo, "Say back what you heard", "So you were left out.")
    await tap(bo, "Skip", "Send")
    await lights_out()
    assert "So you were left out." in await heard(ari, "So you were left out.")
    for who in (ari, bo):
        asked = [each for each in await who.sees() if "Everyone was asked" in each.text]
        assert len([each for each in asked if each.card]) == (1 if who is bo else 0)
    assert await served.stop() == 0
    assert "event=bug" not in served.said()
    assert "Traceback" not in served.said()


async def test_the_invitation_asks_for_no_more_than_is_needed(peer: Peer, served: Served) -> None:
    code, said = await served.verb("discord", "invite-link")
    assert code == 0
    assert f"client_id={peer.app}" in said
    assert "scope=bot+applications.commands" in said
    bits = int(said.partition("permissions=")[2].split("&")[0])
    asked = {name for name, on in discord.Permissions(bits) if on}
    page = (ROOT / "docs/discord.md").read_text()
    assert asked == set(checking.NAMES)
    assert all(f"| {name} |" in page for name in checking.NAMES.values())


async def test_the_doctor_is_content_with_a_fitting_channel(peer: Peer, served: Served) -> None:
    made = await peer.server("add-channel", name="quiet")
    may = ["view_channel", "create_private_threads", "send_messages_in_threads"]
    await peer.server("permit", place="#quiet", who="everyone", deny=["view_channel"])
    await peer.server("permit", place="#quiet", who="handrail", allow=may)
    served.config.write_text(served.config.read_text() + f'channel = "{made["id"]}"\n')
    _, said = await served.verb("doctor")
    assert "fine  The bot is in 1 server." in said
    assert "fine  Private threads can be opened in discord.channel." in said
    await peer.server("permit", place="#quiet", who="handrail", allow=may[:1], deny=may[1:])
    code, said = await served.verb("doctor")
    assert code == 1
    assert "mend  In discord.channel the bot lacks: Create Private Threads, Send Mess" in said


async def test_the_doctor_says_what_to_mend(peer: Peer, served: Served) -> None:
    made = await peer.server("add-channel", name="loud")
    served.config.write_text(served.config.read_text() + f'channel = "{made["id"]}"\n')
    code, said = await served.verb("doctor")
    assert code == 1
    assert "fine  Discord accepts the bot's token." in said
    assert "fine  No privileged intent is switched on" in said
    assert "mend  Everybody can look into discord.channel" in said


async def test_a_wrong_token_is_said_in_a_sentence(served: Served, tmp_path: Path) -> None:
    (tmp_path / "token").write_text("not-a-token")
    code, said = await served.verb("run")
    assert code == 2
    assert "discord: Discord does not accept the bot's token." in said
    assert "Traceback" not in said
    code, said = await served.verb("doctor")
    assert code == 1
    assert "mend  Discord does not accept the bot's token." in said


async def test_one_platform_that_fails_does_not_keep_the_other(
    peer: Peer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two of them: one has a wrong token, and people are served on the other."""
    (tmp_path / "token").write_text("not-a-token")
    bot = await app.build(tmp_path / "data", app.ShiftedClock())
    point_at(peer.address)
    try:
        options = {"token_file": str(tmp_path / "token")}
        wrong = bot.add(app.adapter("discord"), options, tmp_path / "discord")
        right = bot.add(app.adapter("local"), {}, tmp_path / "local")
        serving = asyncio.create_task(run._serve(bot, [wrong, right]))  # noqa: SLF001 - as the verb
        said = ""
        while "Handrail serves" not in said:
            assert not serving.done()
            await asyncio.sleep(0.01)
            said += "".join(capsys.readouterr())
        assert "Handrail serves: local." in said
        assert "discord: Discord does not accept the bot's token." in said
        serving.cancel()
    finally:
        await bot.stop()


async def test_without_a_platform_there_is_nothing_to_run(served: Served) -> None:
    served.config.write_text("")
    code, said = await served.verb("run")
    assert code == 2
    assert "No platform is set up." in said


async def test_it_ends_politely_while_it_still_tries_to_connect(peer: Peer, served: Served) -> None:
    await peer.gateway("refuse")
    await served.begin()
    while "discord.shard" not in served.said():  # noqa: ASYNC110 - told by its log alone
        await asyncio.sleep(0.02)
    assert await served.stop() == 0
