"""Whole exercises on the local Discord, in private chats: by word, by button, by list."""

from datetime import timedelta
from pathlib import Path

from tests.adapters.discord.faults.talk import SMALL
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.whole import (
    PROPOSE,
    finish_welcome,
    heard,
    pick,
    running,
    tap,
    welcome,
    written,
)


async def test_the_welcome_by_typing_and_tapping(peer: Peer, tmp_path: Path) -> None:
    ari = await peer.person("ari")
    async with running(peer, tmp_path):
        await ari.say("hello")
        await tap(ari, "Start", "I understand", "I am 18 or older")
        assert "Discord can read this chat" in await heard(ari, "Type who at any time")
        await tap(ari, "OK", "Keep 7 days", "90 days", "Agree", "Skip")
        await heard(ari, "large city")
        await ari.say("Berlin")
        await heard(ari, "When do you want quiet")
        await ari.say("21:30-8:30")
        await tap(ari, "Yes", 'Keep "pause"', "Skip")
        await heard(ari, "You are all set.")


async def test_the_welcome_by_command_and_form(peer: Peer, tmp_path: Path) -> None:
    ari = await peer.person("ari")
    async with running(peer, tmp_path):
        ack = await ari.slash("start", "#general")
        assert ack.message
        assert (ack.how, ack.message.ephemeral) == ("message", True)
        assert ack.message.text.startswith("It comes in your private chat")
        await finish_welcome(ari, by_form=True)


async def test_a_small_share_from_its_beginning_to_its_end(peer: Peer, tmp_path: Path) -> None:
    """Between two private chats; each sees what is for them, and nothing else."""
    ari, bo = await peer.person("ari"), await peer.person("bo")
    async with running(peer, tmp_path) as bot:
        await welcome(ari)
        await welcome(bo)
        await ari.slash("share", "#general", person="bo")
        await until_delivered(ari, bo)
        await answer_and_close(ari, bo)
        bot.app.clock.advance(timedelta(days=8))  # an end looks like a silence, to the minute
        await heard(ari, "This one is finished.")
        await heard(bo, "This one is finished.")
        await tap(ari, "Skip")
        seen = "\n".join([each.text for each in await bo.sees()])
    assert "Everyone was asked but me." in seen
    assert "A bit" not in seen


async def until_delivered(ari: Person, bo: Person) -> None:
    """Proposing, agreeing, sharing."""
    await tap(ari, *PROPOSE)
    invited = await heard(bo, "Ari would like")
    assert str(bo.id) not in invited
    await tap(bo, "Yes", "None of these", "4", "Calm")
    await tap(ari, "Calm", "Sore")
    await pick(ari, "sad", "left out")
    await written(ari, "What happened?", "Everyone was asked but me.")
    await tap(ari, "Skip", SMALL, "Just listen", "Good", "Send")
    await heard(bo, "Everyone was asked but me.")


async def answer_and_close(ari: Person, bo: Person) -> None:
    """Answering, rating, telling, thanking, and enough of it."""
    await written(bo, "Say back what you heard", "So you were left out.")
    await tap(bo, "Skip", "Send")
    await heard(ari, "So you were left out.")
    await tap(ari, "Yes, that's it", "Yes", "Yes", "Yes", "Really good", "A bit")
    await tap(bo, "Okay", "No")
    await tap(ari, "What helped", "Skip", "heard", "you said it back", "Send")
    await tap(bo, "Thank them", "Thank you for telling me.", "Send")
    await heard(ari, "says thank you for telling them")
    await tap(ari, "Thank you for trying.", "Send", "Yes, private", "Enough")
    await heard(bo, "Thank you for trying.")
    await tap(bo, "Enough")
