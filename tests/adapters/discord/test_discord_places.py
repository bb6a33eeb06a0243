"""Shared places: private threads, and what becomes of an exercise without one."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.model.event import Asked, Gone
from tests.adapters.discord.faults.talk import SMALL
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.probe import until
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.small import SmallHouse, adapter, shown
from tests.adapters.discord.whole import (
    PROPOSE,
    QuickAdapter,
    heard,
    pick,
    running,
    tap,
    until_known,
    welcome,
    written,
)

PLACE = "room:abcdef123456"
THREAD = "Handrail abcdef123456"


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


@pytest.fixture
async def bo(peer: Peer) -> Person:
    """Somebody else."""
    return await peer.person("bo")


@pytest.fixture
def house() -> SmallHouse:
    """Where the adapter stands."""
    return SmallHouse()


async def quiet_channel(peer: Peer, *people: str) -> str:
    """A channel for these people and the bot alone; its id."""
    made = await peer.server("add-channel", name="quiet")
    await peer.server("permit", place="#quiet", who="everyone", deny=["view_channel"])
    for who in ("handrail", *people):
        may = ["view_channel", "send_messages", "create_private_threads"]
        may += ["send_messages_in_threads", "read_message_history"]
        await peer.server("permit", place="#quiet", who=who, allow=may)
    return str(made["id"])


@pytest.fixture
async def on(
    peer: Peer, house: SmallHouse, ari: Person, bo: Person, tmp_path: Path
) -> AsyncIterator[QuickAdapter]:
    """A connected adapter with a quiet channel."""
    channel = await quiet_channel(peer, ari.name, bo.name)
    async with adapter(peer, house, tmp_path, channel=channel) as made:
        await until_known(peer)
        yield made


async def test_a_channel_that_everybody_sees_is_refused(
    peer: Peer, house: SmallHouse, ari: Person, bo: Person, tmp_path: Path
) -> None:
    made = await peer.server("add-channel", name="loud")
    async with adapter(peer, house, tmp_path, channel=str(made["id"])) as on:
        assert not on.rooms
        await on.send(shown("one.1.0", ari, "", kind="open", place=PLACE, people=(ari, bo)))
        await on.send(shown("one.1.1", ari, "A card", kind="card", place=PLACE, people=(ari, bo)))
        assert await peer.threads() == []
        for each in (ari, bo):
            note, card = await each.reads()
            assert note.startswith("handrail: A shared thread did not work out here.")
            assert card == "handrail: A card"


async def test_a_thread_is_for_the_two_of_them(
    peer: Peer, on: QuickAdapter, ari: Person, bo: Person
) -> None:
    cy = await peer.person("cy")
    assert on.rooms
    opening = shown("one.1.0", ari, "", kind="open", place=PLACE, people=(ari, bo))
    await on.send(opening)
    await on.send(opening)
    card = shown("one.1.1", ari, "A card", kind="card", place=PLACE, people=(ari, bo))
    await on.send(card)
    await on.send(card)
    (thread,) = await peer.threads()
    assert thread["members"] == ["handrail", "ari", "bo"]
    assert (thread["private"], thread["invitable"]) == (True, False)
    assert await bo.reads(THREAD) == ["handrail: A card"]
    assert await cy.reads(THREAD) == []
    await on.send(shown("one.2.0", ari, "", kind="close", place=PLACE))
    assert (await peer.threads())[0]["archived"]


async def test_a_command_in_a_thread_is_for_its_session(
    on: QuickAdapter, house: SmallHouse, ari: Person, bo: Person
) -> None:
    await on.send(shown("one.1.0", ari, "", kind="open", place=PLACE, people=(ari, bo)))
    await ari.slash("pause", THREAD)
    (told,) = house.told
    assert isinstance(told, Asked)
    assert (told.place, told.session) == (PLACE, PLACE.removeprefix("room:"))


async def test_talk_in_a_thread_is_not_read_unless_the_bot_is_named(
    peer: Peer, on: QuickAdapter, house: SmallHouse, ari: Person, bo: Person
) -> None:
    await on.send(shown("one.1.0", ari, "", kind="open", place=PLACE, people=(ari, bo)))
    await ari.say("between us", THREAD)
    await ari.say(f"<@{peer.bot}> stop", THREAD)
    await until(lambda: bool(house.told))
    assert house.words == ["stop"]
    assert house.told[0].place == PLACE


async def test_a_thread_that_was_deleted_ends_nobodys_exercise(
    peer: Peer, on: QuickAdapter, house: SmallHouse, ari: Person, bo: Person
) -> None:
    await on.send(shown("one.1.0", ari, "", kind="open", place=PLACE, people=(ari, bo)))
    await peer.server("delete", place=THREAD)
    await on.send(shown("one.2.0", ari, "A card", kind="card", place=PLACE, people=(ari, bo)))
    for each in (ari, bo):
        note, card = await each.reads(until="A card")
        assert note.startswith("handrail: The shared thread is gone.")
        assert card == "handrail: A card"
    assert not [each for each in house.told if isinstance(each, Gone)]


async def test_a_thread_that_fell_asleep_is_woken_by_a_card(
    peer: Peer, on: QuickAdapter, ari: Person, bo: Person
) -> None:
    await on.send(shown("one.1.0", ari, "", kind="open", place=PLACE, people=(ari, bo)))
    await peer.server("change", place=THREAD, archived=True)
    await on.send(shown("one.2.0", ari, "A card", kind="card", place=PLACE, people=(ari, bo)))
    assert await bo.reads(THREAD) == ["handrail: A card"]
    assert not (await peer.threads())[0]["archived"]


async def test_a_thread_that_was_locked_is_as_good_as_gone(
    peer: Peer, on: QuickAdapter, ari: Person, bo: Person
) -> None:
    await on.send(shown("one.1.0", ari, "", kind="open", place=PLACE, people=(ari, bo)))
    await peer.server("change", place=THREAD, archived=True, locked=True)
    for number in (2, 3):
        key = f"one.{number}.0"
        await on.send(shown(key, ari, key, kind="card", place=PLACE, people=(ari, bo)))
    note, *cards = await bo.reads()
    assert note.startswith("handrail: The shared thread is gone.")
    assert cards == ["handrail: one.2.0", "handrail: one.3.0"]


async def test_who_is_not_on_the_server_gets_cards_in_their_own_chat(
    peer: Peer, on: QuickAdapter, ari: Person
) -> None:
    cy = await peer.person("cy", member=False)
    await cy.installs_the_app()
    await on.send(shown("one.1.0", ari, "", kind="open", place=PLACE, people=(ari, cy)))
    await on.send(shown("one.1.1", ari, "A card", kind="card", place=PLACE, people=(ari, cy)))
    assert await peer.threads() == []
    assert (await ari.reads())[-1] == "handrail: A card"


async def test_one_who_cannot_be_reached_holds_up_nobody(
    peer: Peer, house: SmallHouse, ari: Person, bo: Person, tmp_path: Path
) -> None:
    async with adapter(peer, house, tmp_path) as on:
        await ari.closes_dms()
        await on.send(shown("one.1.1", ari, "A card", kind="card", place=PLACE, people=(ari, bo)))
        assert await bo.reads() == ["handrail: A card"]


async def test_a_command_in_a_quiet_channel_makes_rooms_possible(
    peer: Peer, house: SmallHouse, ari: Person, bo: Person, tmp_path: Path
) -> None:
    channel = await quiet_channel(peer, ari.name, bo.name)
    async with adapter(peer, house, tmp_path) as on:
        await until_known(peer)
        possible = [on.rooms]
        await ari.slash("share", channel, person="bo")
        assert [*possible, on.rooms] == [False, True]
    async with adapter(peer, house, tmp_path) as on:
        assert on.rooms
        await on.send(shown("one.1.0", ari, "", kind="open", place=PLACE, people=(ari, bo)))
        assert len(await peer.threads()) == 1


async def test_a_small_share_in_a_thread(
    peer: Peer, ari: Person, bo: Person, tmp_path: Path
) -> None:
    """The cards go to the thread; every question goes to its own chat."""
    channel = await quiet_channel(peer, ari.name, bo.name)
    async with running(peer, tmp_path, channel=channel) as bot:
        await welcome(ari)
        await welcome(bo)
        await ari.slash("share", person="bo")
        await tap(ari, *PROPOSE, "A shared place")
        assert "manage threads" in await heard(bo, "Ari would like")
        assert await peer.threads() == []  # it opens when both have said yes
        await tap(bo, "Yes", "None of these", "4", "Calm")
        (thread,) = await peer.threads()
        await heard(ari, "This is the shared place", thread["name"])
        await tap(ari, "Calm", "Sore")
        await pick(ari, "sad", "left out")
        await written(ari, "What happened?", "Everyone was asked but me.", by_form=True)
        await tap(ari, "Skip", SMALL, "Just listen", "Good", "Send")
        await heard(bo, "Everyone was asked but me.", thread["name"])
        assert not [each for each in await bo.sees() if "Everyone was asked" in each.text]
        await written(bo, "Say back what you heard", "So you were left out.")
        await tap(bo, "Skip", "Send")
        await heard(ari, "So you were left out.", thread["name"])
        await bo.slash("stop", thread["name"])
        await heard(bo, "You are out of this one.")
        bot.app.clock.advance(timedelta(days=20))
        await heard(ari, "closed")
        assert not [each for each in await ari.sees(thread["name"]) if each.buttons]
