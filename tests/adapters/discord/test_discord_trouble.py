"""Exercises that meet trouble: restarts, closed chats, two at once, pauses."""

from pathlib import Path

import pytest

from tests.adapters.discord.faults.talk import SMALL
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.whole import (
    PROPOSE,
    WRITE,
    heard,
    running,
    tap,
    welcome,
    written,
)


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


@pytest.fixture
async def bo(peer: Peer) -> Person:
    """Somebody else."""
    return await peer.person("bo")


async def begun(ari: Person, bo: Person) -> None:
    """Both are welcome, and a share between them has begun."""
    await welcome(ari)
    await welcome(bo)
    await ari.slash("share", "#general", person="bo")
    await tap(ari, *PROPOSE)
    await tap(bo, "Yes", "None of these")


async def test_a_pause_alone_from_its_beginning_to_its_end(
    peer: Peer, ari: Person, tmp_path: Path
) -> None:
    async with running(peer, tmp_path):
        await welcome(ari)
        await ari.slash("pause", "#general")
        await tap(ari, "Just quiet", "5 minutes", "Ready to go on")
        await heard(ari, "welcome back")


async def test_a_pause_in_a_share_is_told_and_ends_when_both_are_ready(
    peer: Peer, ari: Person, bo: Person, tmp_path: Path
) -> None:
    async with running(peer, tmp_path):
        await begun(ari, bo)
        await bo.say("pause")
        await tap(bo, "Just quiet", "5 minutes")
        await heard(ari, "Pausing.")
        await tap(bo, "Ready to go on")
        await tap(ari, "Ready")
        await tap(bo, "4")


async def test_a_restart_in_the_middle_changes_nothing(
    peer: Peer, ari: Person, bo: Person, tmp_path: Path
) -> None:
    async with running(peer, tmp_path):
        await begun(ari, bo)
        await tap(bo, "4", "Calm")
        await tap(ari, "Calm", "Sore")
        asked = await heard(ari, "Which words fit?")
        (open_form,) = [each for each in await ari.sees() if each.text == asked]
        assert (await ari.click(WRITE, message=open_form.id)).how == "modal"
    async with running(peer, tmp_path):
        assert (await ari.submit({"Your words": "left out"})).failed is None
        await written(ari, "What happened?", "Everyone was asked but me.")
        await heard(ari, "Did a thought come with it?")
        await tap(ari, "Skip", SMALL, "Just listen", "Good", "Send")
        assert "left out" in await heard(bo, "Everyone was asked but me.")


async def test_an_answer_in_a_form_whose_question_is_over_goes_nowhere(
    peer: Peer, ari: Person, tmp_path: Path
) -> None:
    async with running(peer, tmp_path):
        await ari.say("hello")
        await tap(ari, "Start", "I understand", "I am 18 or older")
        await tap(ari, "OK", "Keep 7 days", "90 days", "Agree")
        await heard(ari, "Which country are you in")
        assert (await ari.click(WRITE)).how == "modal"
        await tap(ari, "Skip")
        await heard(ari, "Which large city")
        await ari.submit({"Your words": "Germany"})
        await heard(ari, "That one is not open any more.")
        await ari.say("Berlin")
        await heard(ari, "When do you want quiet")


async def test_one_person_in_two_shares_answers_each_where_it_belongs(
    peer: Peer, ari: Person, bo: Person, tmp_path: Path
) -> None:
    cy = await peer.person("cy")
    async with running(peer, tmp_path):
        await begun(ari, bo)
        await welcome(cy)
        await cy.slash("share", person="ari")
        await tap(cy, *PROPOSE)
        await tap(bo, "4", "Calm")
        await tap(ari, "Calm", "Sore", "Skip")
        await tap(ari, "Yes", "None of these", "3", "Calm")
        await tap(cy, "Calm", "Warm", "Skip")
        await written(ari, "What happened?", "For Bo alone", by_form=True)
        await written(cy, "What happened?", "For Ari alone", by_form=True)
        for who in (ari, cy):
            await heard(who, "Did a thought come with it?")
            await tap(who, "Skip", SMALL, "Just listen", "Good", "Send")
        assert "For Bo alone" in await heard(bo, "For Bo alone")
        assert "For Ari alone" in await heard(ari, "For Ari alone")
        for who, never in ((bo, "For Ari alone"), (cy, "For Bo alone")):
            assert not [each for each in await who.sees() if never in each.text]


async def test_one_who_never_opened_a_chat_is_a_silence_to_the_other(
    peer: Peer, ari: Person, bo: Person, tmp_path: Path
) -> None:
    await bo.closes_dms()
    async with running(peer, tmp_path):
        await welcome(ari)
        await ari.slash("share", person="bo")
        await tap(ari, *PROPOSE)
        await peer.quiet(300)
        texts = "\n".join([each.text for each in await ari.sees()])
        assert "Bo" in texts
        assert "reach" not in texts
        ack = await bo.slash("start", "#general")
        assert ack.message
        await peer.quiet(300)
        ack = await bo.slash("start", "#general")
        assert ack.message
        assert ack.message.text.startswith("I could not reach your private chat.")
        await bo.opens_dms()
        await bo.slash("back", "#general")
        await heard(bo, "I am a program")
