"""A picture on Discord: under its words, with an alternative text, once, and gone with `hide`."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from adapters.discord import outbound
from bot.errors import TryLater
from bot.model.message import Image, Shown
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.small import SmallHouse, adapter, shown
from tests.adapters.discord.whole import QuickAdapter, heard, pick, running, tap, welcome
from tests.pictures.sheets import drawn

NAME, WORDS = "picture.png", "Yours\n\nWeek one\nEnergy: 2, 4"


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


@pytest.fixture
async def on(peer: Peer, tmp_path: Path) -> AsyncIterator[QuickAdapter]:
    """A connected adapter."""
    async with adapter(peer, SmallHouse(), tmp_path) as made:
        yield made


def picture(ari: Person, text: str = WORDS, image: Image | None = None) -> Shown:
    """A picture as the delivery would hand it over."""
    message = shown("one.1.0", ari, text, kind="picture", name=NAME)
    return msgspec.structs.replace(message, image=image or drawn())


async def test_it_stands_under_its_words_and_can_be_read_out(on: QuickAdapter, ari: Person) -> None:
    for _ in range(2):
        await on.send(picture(ari))
    (only,) = await ari.sees()
    assert (only.text, only.files, only.alts) == (WORDS, [NAME], [drawn().alt])


async def test_words_that_are_long_come_before_it(on: QuickAdapter, ari: Person) -> None:
    await on.send(picture(ari, "word " * 900))
    seen = await ari.sees()
    assert "".join(each.text for each in seen).count("word") == 900
    assert [each.files for each in seen] == [[], [], [NAME]]


async def test_one_whose_answer_was_lost_is_there_once(
    peer: Peer, on: QuickAdapter, ari: Person
) -> None:
    await peer.fault("commit-then-drop", "messages$", "POST")
    with pytest.raises(TryLater):
        await on.send(picture(ari))
    await on.send(picture(ari))
    assert [each.files for each in await ari.sees()] == [[NAME]]


async def test_one_that_was_sent_long_ago_is_found_by_its_words(
    peer: Peer, on: QuickAdapter, ari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the time for which Discord knows a nonce, the chat is looked through."""
    await peer.fault("commit-then-drop", "messages$", "POST")
    with pytest.raises(TryLater):
        await on.send(picture(ari))
    monkeypatch.setattr(outbound, "REMEMBERED", timedelta())
    await on.send(picture(ari))
    assert [each.files for each in await ari.sees()] == [[NAME]]
    assert len(await peer.requests("POST", "/messages")) == 1


async def test_where_the_file_is_refused_the_words_come_alone(
    on: QuickAdapter, ari: Person
) -> None:
    heavy = Image(data=bytes(11_000_000), alt="Drawn.", width=1, height=1)
    for _ in range(2):
        await on.send(picture(ari, image=heavy))
    assert [(each.text, each.files) for each in await ari.sees()] == [(WORDS, [])]


async def test_hide_takes_it_away(on: QuickAdapter, ari: Person) -> None:
    await on.send(picture(ari))
    await on.send(shown("one.2.0", ari, "", kind="hide"))
    assert await ari.sees() == []


async def test_nobody_else_gets_it(peer: Peer, on: QuickAdapter, ari: Person) -> None:
    bo = await peer.person("bo")
    await asyncio.gather(on.send(picture(ari)), on.send(shown("two", bo, "Hello, Bo.")))
    assert [each.files for each in await bo.sees()] == [[]]


async def test_a_check_in_and_then_a_look_at_it(peer: Peer, tmp_path: Path) -> None:
    ari, bo = await peer.person("ari"), await peer.person("bo")
    async with running(peer, tmp_path):
        await welcome(ari)
        await ari.slash("check-in", "#general")
        await tap(ari, "Sore")
        await pick(ari, "sad", "hurt")
        await tap(ari, "2", "Skip", "Rest", "Keep it for me")
        await ari.say("look")
        await tap(ari, "My check-ins")
        await heard(ari, "Type hide to take it out of this chat.")
        (one,) = [each for each in await ari.sees() if each.files]
        assert "Words: sad, hurt\nEnergy: 2" in one.text
        assert one.alts == ["A drawing of the words that go with it."]
        assert await bo.sees() == []
