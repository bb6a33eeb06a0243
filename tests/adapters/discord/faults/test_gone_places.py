"""A thread is deleted, or the bot is thrown out, in the middle: the exercise goes on elsewhere."""

from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest

from bot.errors import Unreachable
from tests.adapters.discord.faults import same, talk
from tests.adapters.discord.faults.inside import Inside
from tests.adapters.discord.faults.playing import Players
from tests.adapters.discord.faults.telling import Ought, Told, channel_for
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.small import shown
from tests.adapters.discord.whole import heard, running, tap, welcome

What = Callable[[Peer], Awaitable[None]]
BEFORE = "ari tap Send"  # the first card comes next
OPENED = 1  # message in the thread until then: what it is for
WHEN = ("while it runs", "while it is down")
NOTE = "The shared thread is gone."


async def deleted(peer: Peer) -> None:
    """A moderator deletes the thread."""
    (thread,) = await peer.threads()
    await peer.server("delete", place=thread["id"])


async def kicked(peer: Peer) -> None:
    """A moderator throws the bot out of the server: of all channels and threads in it."""
    await peer.server("kick", who="handrail")


MEANT: dict[What, str] = {deleted: "thread deleted", kicked: "bot kicked"}


def moved(right: same.Sight, who: str) -> tuple[list[str], list[str]]:
    """What they ought to see in their own chat: questions as ever, and the cards of the thread."""
    return right[f"{who} in dm"], right[f"{who} in thread"][OPENED:]


def judged(seen: same.Sight, right: same.Sight, who: str) -> same.Difference:
    """Both in their own order, nothing else but one note; the cards are among the questions."""
    own, cards = moved(right, who)
    here = [line for line in seen[f"{who} in dm"] if not line.startswith(NOTE)]
    notes = len(seen[f"{who} in dm"]) - len(here)
    two = {"questions": _of(here, own), "cards": _of(here, cards), "notes": [NOTE] * notes}
    rest = len(here) - len(two["questions"]) - len(two["cards"])
    two["more"] = ["more"] * rest
    return same.difference(two, {"questions": own, "cards": cards, "notes": [NOTE], "more": []})


def _of(lines: Sequence[str], those: Sequence[str]) -> list[str]:
    return [line for line in lines if line in those]


def _named(case: tuple[What, str]) -> str:
    return f"{MEANT[case[0]]} {case[1]}"


@pytest.mark.parametrize("case", [*product((deleted, kicked), WHEN)], ids=_named)
async def test_cards_come_to_their_own_chats_from_then_on(
    peer: Peer, ought: Ought, tmp_path: Path, case: tuple[What, str], told: Told
) -> None:
    what, when = case
    right = await ought("thread")
    people = [await peer.person("ari"), await peer.person("bo")]
    for who in people:
        await who.installs_the_app()  # else the bot has no way to them without the server
    options = await channel_for(peer, "thread")
    before, rest = talk.until(talk.whole("thread"), BEFORE)
    async with AsyncExitStack() as stack:
        bot = await stack.enter_async_context(running(peer, tmp_path, None, **options))
        for who in people:
            await welcome(who)
        await Players(peer, people, Inside(peer, bot)).play(before)
        if when == "while it is down":
            await stack.aclose()
        await what(peer)
        if when == "while it is down":
            bot = await stack.enter_async_context(running(peer, tmp_path, None, **options))
        await Players(peer, people, Inside(peer, bot)).play(rest)
        await peer.quiet(500)
    seen = await same.sight(*people)
    found = [judged(seen, right, who.name) for who in people]
    counts = f"{same.messages(seen)} messages, ari: {found[0]}, bo: {found[1]}"
    told.counts(f"{MEANT[what]} {when}: {counts}")
    assert not any(found), "\n".join(each.told() for each in found)
    assert await same.technical(*people) == []
    assert told.wrong() == []


async def test_a_pause_is_told_where_the_thread_is_gone(
    peer: Peer, ari: Person, bo: Person, tmp_path: Path
) -> None:
    """Who waits for the other one has to know; what only explains the thread is not said."""
    people = (ari, bo)
    async with running(peer, tmp_path, None, **await channel_for(peer, "thread")) as bot:
        for who in people:
            await welcome(who)
        before, _ = talk.until(talk.whole("thread"), BEFORE)
        await Players(peer, people, Inside(peer, bot)).play(before)
        await deleted(peer)
        await bo.say("pause")
        await tap(bo, "Just quiet", "5 minutes")
        await heard(ari, "Pausing.")
        await tap(bo, "Ready to go on")
        await tap(ari, "Ready")
        await peer.quiet(300)
    texts = [each.text for who in people for each in await who.sees()]
    assert len([text for text in texts if text.startswith(NOTE)]) == 2
    assert not [text for text in texts if "This is the shared place" in text]
    assert "Ready when you are." not in texts


async def test_thrown_out_without_another_way_it_waits_until_it_is_let_in_again(
    peer: Peer, ought: Ought, tmp_path: Path, told: Told
) -> None:
    """It has no access to anybody meanwhile, asks for next to nothing, and then it goes on."""
    right = await ought("relay")
    people = [await peer.person("ari"), await peer.person("bo")]
    async with running(peer, tmp_path) as bot:
        for who in people:
            await welcome(who)
        stage = Inside(peer, bot)
        players = Players(peer, people, stage)
        before, rest = talk.until(talk.whole("relay"), "bo fill in " + talk.SAID_BACK)
        await players.play(before)
        await peer.quiet(300)
        await kicked(peer)
        asked = len(await peer.requests())
        await stage.advance(timedelta(hours=1))
        with pytest.raises(Unreachable):
            await bot.adapter.send(shown("one.1.0", people[0]))
        asked = len(await peer.requests()) - asked
        await peer.server("invite-bot")
        await players.play(rest)
        found = await same.settled(peer, right, *people)
    told.counts(f"kicked and let in again: {asked} requests meanwhile, {found}")
    assert not found, found.told()
    assert asked <= 2
