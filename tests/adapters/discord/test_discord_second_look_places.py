"""A second look at shared places: whose channel a thread hangs in, and which thread it is."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.probe import until
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.small import SmallHouse, adapter, shown
from tests.adapters.discord.whole import QuickAdapter

PLACE = "room:abcdef123456"


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


@pytest.fixture
async def bo(peer: Peer) -> Person:
    """Somebody else."""
    return await peer.person("bo")


@pytest.fixture
async def on(peer: Peer, tmp_path: Path) -> AsyncIterator[QuickAdapter]:
    """A connected adapter."""
    async with adapter(peer, SmallHouse(), tmp_path) as made:
        yield made


async def channel(peer: Peer, *people: str, name: str = "quiet") -> str:
    """A channel for these people and the bot; its id. Whoever is in it may open threads."""
    made = await peer.server("add-channel", name=name)
    await peer.server("permit", place=f"#{name}", who="everyone", deny=["view_channel"])
    may = ["view_channel", "send_messages", "create_private_threads", "create_public_threads"]
    may += ["send_messages_in_threads", "read_message_history"]
    for who in ("handrail", *people):
        await peer.server("permit", place=f"#{name}", who=who, allow=may)
    return str(made["id"])


async def test_no_thread_hangs_in_a_channel_that_somebody_else_brought(
    peer: Peer, on: QuickAdapter, ari: Person, bo: Person
) -> None:
    """Whoever may manage threads there could read it, and neither of the two had chosen it."""
    cy = await peer.person("cy")
    trap = await channel(peer, "ari", "bo", "cy")
    await until_commands(on)
    await cy.slash("share", trap, person="ari")
    await ari.slash("pause", trap)
    await on.send(shown("one.1.0", ari, "", kind="open", place=PLACE, people=(ari, bo)))
    assert await peer.threads() == []


async def test_a_thread_of_the_same_name_is_only_ever_taken_up_where_it_is_ours(
    peer: Peer, ari: Person, bo: Person, tmp_path: Path
) -> None:
    """Two exercises may begin alike by name; what is known as another's room is not taken."""
    cy, di = await peer.person("cy"), await peer.person("di")
    quiet = await channel(peer, "ari", "bo", "cy", "di")
    async with adapter(peer, SmallHouse(), tmp_path, channel=quiet) as on:
        for key, place, pair in (("one", PLACE, (cy, di)), ("two", PLACE + "0", (ari, bo))):
            opening = shown(f"{key}.1.0", pair[0], "", kind="open", place=place, people=pair)
            await on.send(opening)
            card = shown(f"{key}.2.0", pair[0], key, kind="card", place=place, people=pair)
            await on.send(card)
        threads = await peer.threads()
        assert [each["members"] for each in threads] == [
            ["handrail", "cy", "di"],
            ["handrail", "ari", "bo"],
        ]


async def until_commands(on: QuickAdapter) -> None:
    """Wait until Discord knows the commands."""
    assert on._keeper  # noqa: SLF001 - no promise of the adapter says when
    assert on._keeper.client  # noqa: SLF001 - see above
    telling = on._keeper.client._telling  # noqa: SLF001 - see above
    assert telling
    await telling


async def test_a_stop_in_a_thread_is_not_lost_while_nothing_can_be_kept(
    peer: Peer, ari: Person, bo: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.discord.client.AGAIN", 0.05)
    quiet, house = await channel(peer, "ari", "bo"), SmallHouse()
    async with adapter(peer, house, tmp_path, channel=quiet) as on:
        await on.send(shown("one.1.0", ari, "", kind="open", place=PLACE, people=(ari, bo)))
        (thread,) = await peer.threads()
        house.out_of_order()
        await ari.say(f"<@{peer.bot}> stop", thread["name"])
        await peer.quiet(100)
        house.trouble = None
        await until(lambda: house.words == ["stop"])


async def test_what_a_servers_own_moderation_holds_back_comes_to_each_in_private(
    peer: Peer, ari: Person, bo: Person, tmp_path: Path
) -> None:
    quiet = await channel(peer, "ari", "bo")
    async with adapter(peer, SmallHouse(), tmp_path, channel=quiet) as on:
        await on.send(shown("one.1.0", ari, "", kind="open", place=PLACE, people=(ari, bo)))
        await peer.fault("error", "messages$", "POST", code=200000, status=400)
        await on.send(shown("one.2.0", ari, "A card", kind="card", place=PLACE, people=(ari, bo)))
        for each in (ari, bo):
            assert (await each.reads(until="A card"))[-1] == "handrail: A card"
