"""A second look at what the adapter hears: order, gaps, languages, and what it keeps of whom."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest
from msgspec import structs

from adapters.discord import outbound
from bot.adapter import House
from bot.model.event import Asked, Chose, Met, Said
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.probe import until
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.small import SmallHouse, account, adapter, shown
from tests.adapters.discord.whole import WRITE, QuickAdapter, until_known


class Bilingual(SmallHouse):
    """It has words in German, too."""

    def house(self, data: Path, **options: object) -> House:
        """See `SmallHouse`."""
        return structs.replace(super().house(data, **options), locales=("en", "de"))


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
    return Bilingual()


@pytest.fixture
async def on(peer: Peer, house: SmallHouse, tmp_path: Path) -> AsyncIterator[QuickAdapter]:
    """A connected adapter, whose commands are known."""
    async with adapter(peer, house, tmp_path) as made:
        await until_known(peer)
        yield made


# ── what was missed ──────────────────────────────────────────────────────────
async def test_who_is_told_to_wait_while_reading_reads_later(
    peer: Peer, house: SmallHouse, ari: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A limit that is longer than discord.py waits ends no catching up."""
    monkeypatch.setattr("adapters.discord.client.AGAIN", 0.05)
    async with adapter(peer, house, tmp_path):
        await ari.say("before")
        await until(lambda: house.words == ["before"])
    await ari.say("meanwhile")
    await peer.fault("rate-limit", "messages", "GET", retry_after=31)
    async with adapter(peer, house, tmp_path):
        await until(lambda: house.words == ["before", "meanwhile"], seconds=10)


async def test_one_chat_that_fails_by_a_bug_keeps_nobody_elses_from_being_read(
    peer: Peer, house: SmallHouse, ari: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bo = await peer.person("bo")
    monkeypatch.setattr("adapters.discord.client.AGAIN", 0.05)
    async with adapter(peer, house, tmp_path):
        for who in (ari, bo):
            await who.say("before")
        await until(lambda: house.words == ["before", "before"])
    await bo.say("meanwhile")
    read = QuickAdapter.client._read_chat  # noqa: SLF001 - where a bug of ours would be

    async def broken(client: object, known: object) -> None:
        if getattr(known, "native", "") == str(ari.id):
            raise KeyError("a bug")
        await read(client, known)  # type: ignore[arg-type]  # as it is called

    monkeypatch.setattr(QuickAdapter.client, "_read_chat", broken)
    await peer.fault("error", "messages", "GET", status=503)  # so the other is read anew
    async with adapter(peer, house, tmp_path):
        await until(lambda: house.words[2:] == ["meanwhile"], seconds=10)


async def test_a_tap_comes_after_what_was_written_before_it(
    peer: Peer, house: SmallHouse, ari: Person, tmp_path: Path
) -> None:
    """Else the words would be taken for an answer to the next question."""
    async with adapter(peer, house, tmp_path) as made:
        await ari.say("before")
        await until(lambda: house.words == ["before"])
        await made.send(shown("one.1.0", ari, "Ready?", kind="question", choices=("yes",)))
    await ari.say("meanwhile")
    await peer.fault("delay", "messages", "GET", ms=400)
    async with adapter(peer, house, tmp_path):
        await ari.click("Yes")
        await until(lambda: len(house.told) == 3)
    assert [type(each) for each in house.told] == [Said, Said, Chose]


async def test_a_clock_that_is_fast_makes_nobody_unheard(
    on: QuickAdapter, house: SmallHouse, ari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord's reckoning counts: a machine that starts without its time is a common one."""
    ahead = discord.utils.utcnow().timestamp() + 600
    fast = discord.utils.time_snowflake(discord.utils.utcnow().fromtimestamp(ahead).astimezone())
    monkeypatch.setattr(outbound, "_now_id", lambda: fast)
    await on.send(shown("one.1.0", ari, "What happened?"))
    await ari.say("an answer")
    await until(lambda: house.words == ["an answer"])


@pytest.mark.usefixtures("on")
async def test_what_cannot_be_written_down_here_is_not_lost(
    on: QuickAdapter, house: SmallHouse, ari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk under our own file, at somebody's first word."""
    monkeypatch.setattr("adapters.discord.client.AGAIN", 0.05)
    assert on._memory  # noqa: SLF001 - nothing else fills a disk
    on._memory._db.execute("pragma query_only = on")  # noqa: SLF001 - see above
    await ari.say("first")
    await asyncio.sleep(0)
    await until(lambda: house.words == ["first"])
    on._memory._db.execute("pragma query_only = off")  # noqa: SLF001 - see above
    await ari.say("second")
    await until(lambda: house.words == ["first", "second"])


# ── languages ────────────────────────────────────────────────────────────────
@pytest.mark.usefixtures("on")
async def test_their_language_is_told_once_and_again_when_it_changes(
    house: SmallHouse, ari: Person
) -> None:
    """As far as there are words in it; before what they did, so that the answer is in it."""
    for locale in ("en-US", "de", "de", "fr"):
        await ari.speaks(locale)
        await ari.slash("pause", "#general")
    met = [each.locale if isinstance(each, Met) else type(each) for each in house.told]
    assert met == [Asked, "de", Asked, Asked, "en", Asked]


# ── what is kept of whom ─────────────────────────────────────────────────────
async def test_who_only_looks_at_an_old_form_is_not_written_down_again(
    on: QuickAdapter, ari: Person
) -> None:
    """The core was told nothing of it, so nobody would ever ask to have it erased."""
    await on.send(shown("one.1.0", ari, "What happened?", kind="question", writes=True))
    await on.forget(account(ari))
    assert (await ari.click(WRITE)).how == "modal"
    assert on._memory  # noqa: SLF001 - what is kept is nobody's to ask for
    assert on._memory.people() == ()  # noqa: SLF001 - see above


async def test_words_in_a_form_that_could_not_be_kept_are_given_back(
    on: QuickAdapter, house: SmallHouse, ari: Person
) -> None:
    """Discord closes the form, and they would be gone."""
    await on.send(shown("one.1.0", ari, "What happened?", kind="question", writes=True))
    for out_of_order, said in ((house.out_of_order, "not be kept"), (lambda: None, "not work")):
        out_of_order()
        assert (await ari.click(WRITE)).how == "modal"
        await ari.submit({"Your words": "They forgot me."})
        seen = await ari.sees(until=said)
        assert any("They forgot me." in each.text and each.ephemeral for each in seen)
        house.trouble = RuntimeError("a bug")
        await ari.reloads()


# ── threads ──────────────────────────────────────────────────────────────────
async def test_the_bot_may_be_named_behind_a_word(
    peer: Peer, house: SmallHouse, ari: Person, bo: Person, tmp_path: Path
) -> None:
    await peer.server("add-channel", name="quiet")
    await peer.server("permit", place="#quiet", who="everyone", deny=["view_channel"])
    may = ["view_channel", "send_messages", "create_private_threads"]
    may += ["send_messages_in_threads", "read_message_history"]
    for who in ("handrail", "ari", "bo"):
        await peer.server("permit", place="#quiet", who=who, allow=may)
    async with adapter(peer, house, tmp_path) as on:
        await until_known(peer)
        await ari.slash("share", "#quiet", person="bo")
        place = "room:abcdef123456"
        await on.send(shown("one.1.0", ari, "", kind="open", place=place, people=(ari, bo)))
        (thread,) = await peer.threads()
        for text in (f"stop <@{peer.bot}>", f"<@{peer.bot}> stop", f"stop, <@{peer.bot}>!"):
            await ari.say(text, thread["name"])
        await until(lambda: len(house.words) == 3)
    assert house.words == ["stop", "stop", "stop"]
