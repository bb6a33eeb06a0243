"""The same exercises on another's Discord: what our own peer gets wrong would show here."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.adapters.discord.faults.talk import SMALL
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.probe import until
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.simulated import Simulated
from tests.adapters.discord.test_discord_talking import answer_and_close, until_delivered
from tests.adapters.discord.whole import (
    PATIENCE,
    PROPOSE,
    WRITE,
    finish_welcome,
    heard,
    pick,
    running,
    tap,
    welcome,
    written,
)


@pytest.fixture
async def simulated() -> AsyncIterator[Simulated]:
    """An empty Discord."""
    simulated = Simulated()
    yield simulated
    await simulated.end()


async def test_the_welcome_by_typing_and_tapping(simulated: Simulated, tmp_path: Path) -> None:
    async with simulated.running(tmp_path):
        ari = simulated.person("ari")
        await welcome(ari)


async def test_the_welcome_by_command_and_form(simulated: Simulated, tmp_path: Path) -> None:
    async with simulated.running(tmp_path):
        ari = simulated.person("ari")
        ack = await ari.slash("start", "#general")
        assert ack.message
        assert (ack.how, ack.message.ephemeral) == ("message", True)
        await finish_welcome(ari, by_form=True)


async def test_a_small_share_from_its_beginning_to_its_end(
    simulated: Simulated, tmp_path: Path
) -> None:
    async with simulated.running(tmp_path) as bot:
        ari, bo = simulated.person("ari"), simulated.person("bo")
        await small_share(ari, bo)
        bot.app.clock.advance(timedelta(days=8))
        await heard(ari, "This one is finished.")
        await heard(bo, "This one is finished.")
        seen = "\n".join([each.text for each in await bo.sees()])
    assert "Everyone was asked but me." in seen
    assert "A bit" not in seen


async def begun(ari: Person, bo: Person, place: str = "#general") -> None:
    """Both are welcome, and a share between them has begun."""
    await welcome(ari)
    await welcome(bo)
    await ari.slash("share", place, person="bo")
    await tap(ari, *PROPOSE)


async def test_a_pause_is_told_and_ends_when_both_are_ready(
    simulated: Simulated, tmp_path: Path
) -> None:
    async with simulated.running(tmp_path):
        ari, bo = simulated.person("ari"), simulated.person("bo")
        await begun(ari, bo)
        await tap(bo, "Yes", "None of these")
        await bo.slash("pause")
        await tap(bo, "Just quiet", "5 minutes")
        await heard(ari, "Pausing.")
        await tap(bo, "Ready to go on")
        await tap(ari, "Ready")
        await tap(bo, "4")


async def test_buttons_and_an_open_form_outlive_a_restart(
    simulated: Simulated, tmp_path: Path
) -> None:
    async with simulated.running(tmp_path):
        ari, bo = simulated.person("ari"), simulated.person("bo")
        await begun(ari, bo)
        await tap(bo, "Yes", "None of these")
        await heard(bo, "How much space do you have?")
    async with simulated.running(tmp_path):
        await tap(bo, "4", "Calm")
        await tap(ari, "Calm", "Sore")
        await pick(ari, "sad", "left out")
        await heard(ari, "What happened?")
        asked = [each for each in await ari.sees() if WRITE in each.labels][-1]
        assert (await ari.click(WRITE, message=asked.id)).how == "modal"
    async with simulated.running(tmp_path):
        assert (await ari.submit({"Your words": "Everyone was asked but me."})).failed is None
        await heard(ari, "Did a thought come with it?")


async def test_a_small_share_in_a_private_thread(simulated: Simulated, tmp_path: Path) -> None:
    """The cards go to the thread, which nobody else can look into."""
    async with simulated.running(tmp_path):
        ari, bo, cy = (simulated.person(name) for name in ("ari", "bo", "cy"))
        quiet = simulated.quiet_channel("ari", "bo", "cy")
        await welcome(ari)
        await welcome(bo)
        await ari.slash("share", "#quiet", person="bo")
        await tap(ari, *PROPOSE, "A shared place")
        await heard(bo, "Ari would like")
        assert quiet.threads == []  # it opens when both have said yes
        await tap(bo, "Yes", "None of these", "4", "Calm")
        await tap(ari, "Calm", "Sore")
        await pick(ari, "sad", "left out")
        await written(ari, "What happened?", "Everyone was asked but me.", by_form=True)
        await tap(ari, "Skip", SMALL, "Just listen", "Good", "Send")
        (thread,) = quiet.threads
        assert thread.name
        await heard(bo, "Everyone was asked but me.", thread.name)
        assert not [each for each in await bo.sees() if "Everyone was asked" in each.text]
        assert await cy.sees(thread.name) == []
        await bo.slash("stop", thread.name)
        await heard(bo, "You are out of this one.")


async def test_a_closed_chat_is_told_at_the_next_command(
    simulated: Simulated, tmp_path: Path
) -> None:
    async with simulated.running(tmp_path) as bot:
        ari = simulated.person("ari")
        simulated.env.inject_error("POST", "/channels/*/messages", status=403, code=50007)
        await ari.slash("start", "#general")
        memory = bot.adapter._memory  # noqa: SLF001 - to see when it has been understood
        assert memory
        await until(lambda: memory.person(str(ari.id)).closed)
        ack = await ari.slash("start", "#general")
        assert ack.message
        assert ack.message.text.startswith("I could not reach your private chat.")


async def test_both_show_the_same(peer: Peer, simulated: Simulated, tmp_path: Path) -> None:
    """Every word, button and list of a small share, on the one and on the other."""
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    async with running(peer, tmp_path / "one"):
        here = await peer.person("ari"), await peer.person("bo")
        await small_share(*here)
        await peer.quiet(500)
        ari, bo = await everything(here[0]), await everything(here[1])
    async with simulated.running(tmp_path / "other"):
        there = simulated.person("ari"), simulated.person("bo")
        await small_share(*there)
        for who, seen in zip(there, (ari, bo), strict=True):
            await who.sees(at_least=len(seen), seconds=PATIENCE)
        assert await everything(there[0]) == ari
        assert await everything(there[1]) == bo


async def small_share(ari: Person, bo: Person) -> None:
    """From the welcome to the end."""
    await welcome(ari)
    await welcome(bo)
    await ari.slash("share", "#general", person="bo")
    await until_delivered(ari, bo)
    await answer_and_close(ari, bo)


async def everything(who: Person) -> list[object]:
    """What is before their eyes, without ids, and without the code that is another each time."""
    return [
        (
            each.author == who.name,
            re.sub(r"\b\w{4}-\w{4}\b", "code", each.text),
            each.labels,
            [[one.label for one in every.options] for every in each.selects],
            each.card,
        )
        for each in await who.sees()
    ]
