"""The homeserver, the house or the log-in is away for a while: nothing is lost or hurried."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from adapters.matrix import gaps, syncing
from adapters.matrix import line as line_module
from adapters.matrix.heard import Access
from adapters.matrix.refusals import HomeserverNotFound, LoginRefused
from bot.errors import StoreBusy, TryLater
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.front import Front
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.lines import Bot, made, noted, until, words


@pytest.fixture
async def bot(homeserver: Homeserver, front: Front, tmp_path: Path) -> AsyncIterator[Bot]:
    """Behind a front that can be told to misbehave."""
    yield await made(homeserver, tmp_path / "bot", front.url)
    front.mend()


async def test_many_messages_written_while_it_was_down_are_heard_once_and_in_order(
    bot: Bot, arrive: Arrive, front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gaps, "PAGE", "10")  # so that a few messages are a few pages
    monkeypatch.setitem(syncing.NEWS["room"], "timeline", {"limit": 10})
    ari = await arrive("Ari")
    async with bot.line() as line:
        await bot.meets(line, ari)
        await ari.say("first")
        await bot.ear.says("first")
    many = [f"message {number}" for number in range(40)]
    for each in many:
        await ari.say(each)
    front.fault("bad-gateway", "messages", skip=1, times=2)
    async with bot.line():
        await ari.say("last")
        await bot.ear.says("first", *many, "last")
    assert not front.left


async def test_what_the_house_cannot_keep_is_told_again_until_it_can_and_in_order(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        await bot.meets(line, ari)
        bot.ear.down = True
        await ari.say("one")
        await ari.say("two")
        await until(lambda: bot.ear.tried >= 4)
        assert bot.ear.bodies() == []
        bot.ear.down = False
        await bot.ear.says("one", "two")


async def test_what_the_house_had_not_kept_when_everything_ended_is_told_at_the_next_start(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        await bot.meets(line, ari)
        bot.ear.down, before = True, bot.ear.tried
        await ari.say("one")
        await until(lambda: bot.ear.tried > before)
    bot.ear.down = False
    async with bot.line():
        await bot.ear.says("one")


async def test_a_homeserver_that_fails_is_asked_ever_more_rarely(bot: Bot, front: Front) -> None:
    async with bot.line() as line:
        front.fault("bad-gateway", times=-1)
        before = front.count()
        await until(lambda: not line.connected)
        await front.until(lambda it: it.count() >= before + 3)
        assert front.count("sync", status=502) <= 4
        front.mend()
        await until(lambda: line.connected)


async def test_a_homeserver_that_was_killed_and_comes_back_is_found_again(
    bot: Bot, arrive: Arrive, homeserver: Homeserver
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        homeserver.kill()
        with pytest.raises(TryLater):
            await line.send(room, words("are you there?"), "tx-1")
        await homeserver.restart()
        await ari.say("back again")
        await bot.ear.says("back again")
        await line.send(room, words("are you there?"), "tx-1")
        await ari.heard("are you there?")


async def test_a_busy_homeserver_says_how_long_to_wait(
    bot: Bot, arrive: Arrive, front: Front
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        front.fault("rate-limit", "send", retry_after_ms=12_000)
        with pytest.raises(TryLater) as busy:
            await line.send(room, words("hello"), "tx-1")
        assert busy.value.wait == timedelta(seconds=12)
        await line.send(room, words("hello"), "tx-1")
        await ari.heard("hello")


async def test_a_message_whose_sender_stopped_waiting_is_sent_whole_and_the_next_one_too(
    bot: Bot, arrive: Arrive, front: Front, homeserver: Homeserver
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        front.fault("hold", "keys-claim")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await line.send(room, words("canary-one"), "tx-1")
        second = asyncio.create_task(line.send(room, words("canary-two"), "tx-2"))
        front.mend()
        await second
        await ari.heard("canary-two")
        assert [each.split(": ")[1] for each in await ari.reads()] == ["canary-one", "canary-two"]
    assert not homeserver.holds("canary-one", "canary-two")


async def test_a_key_that_could_not_be_handed_over_is_handed_over_before_anything_is_said(
    bot: Bot, arrive: Arrive, front: Front
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        front.fault("bad-gateway", "to-device")
        with pytest.raises(TryLater):
            await line.send(room, words("hello"), "tx-1")
        await line.send(room, words("hello"), "tx-1")
        await ari.heard("hello")


async def test_an_answer_that_was_lost_is_no_second_message(
    bot: Bot, arrive: Arrive, front: Front
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        front.fault("commit-then-error", "send", status=502)
        with pytest.raises(TryLater):
            await line.send(room, words("once"), "tx-1")
        await line.send(room, words("once"), "tx-1")
        await line.send(room, words("twice"), "tx-2")
        await ari.heard("twice")
        assert [each.split(": ")[1] for each in await ari.reads()] == ["once", "twice"]


async def test_a_log_in_that_ended_is_made_anew_on_the_same_device(
    bot: Bot, arrive: Arrive, front: Front
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        device = line.device_id
        for path in ("sync", "whoami"):
            front.fault("unknown-token", path)
        await ari.say("still there?")
        await bot.ear.says("still there?")
        await front.until(lambda it: it.count("login", status=200) == 2)
        await until(lambda: line.connected)
        assert line.device_id == device
        await line.send(room, words("yes"), "tx-1")
        await ari.heard("yes")


async def test_a_device_that_was_removed_is_followed_by_another_that_reads_what_it_missed(
    bot: Bot, arrive: Arrive, homeserver: Homeserver
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        await ari.say("hello")
        await bot.ear.says("hello")
        device = line.device_id
    await ari.say("before")
    await homeserver.revoke(line.user_id)
    async with bot.line() as line:
        assert line.device_id != device
        await noted(ari, line)
        await ari.say("after")
        await bot.ear.says("hello", "before", "after")
        await line.send(room, words("yes"), "tx-1")
        await ari.heard("yes")
    assert len(list(bot.folder.glob("keys-*.db"))) == 1


async def test_a_password_that_is_wrong_is_said_at_once(bot: Bot) -> None:
    bot.access = msgspec.structs.replace(bot.access, password="wrong")  # noqa: S106 - wrong indeed
    with pytest.raises(LoginRefused):
        async with bot.line():
            pass


async def test_a_token_that_was_revoked_is_said_at_once_and_asked_for_rarely_later(
    bot: Bot, front: Front, homeserver: Homeserver, tmp_path: Path
) -> None:
    account = await homeserver.login(bot.access.user, bot.access.password)
    access = Access(homeserver=front.url, user=account.user, token=account.token)
    other = Bot(access, tmp_path / "other")
    async with other.line() as line:
        assert line.device_id == account.device
        before = front.count()
        await homeserver.revoke(account.user)
        await front.until(lambda it: it.count("whoami", status=401) == 1)
        await until(lambda: not line.connected)
        assert front.count() - before < 10
        with pytest.raises(TryLater):
            await line.send("!any", words("hello"), "tx-1")
    with pytest.raises(LoginRefused):
        async with other.line():
            pass


async def test_a_log_in_that_is_refused_later_is_told_once_and_again_after_it_was_good(
    bot: Bot, front: Front, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(line_module, "LONGEST", 0.05)
    monkeypatch.setattr(syncing, "POLL", 200)
    async with bot.line() as line:
        for _time in range(2):
            front.fault("unknown-token", "/client/v3/", times=-1)
            front.requests.clear()
            await until(lambda: not line.connected)
            await front.until(lambda it: it.count("login", status=401) >= 3)
            assert isinstance(line.refusals.get_nowait(), LoginRefused)
            assert line.refusals.empty()
            front.mend()
            await until(lambda: line.connected)


async def test_what_is_no_homeserver_is_said_and_one_that_is_away_is_waited_for(
    bot: Bot, front: Front
) -> None:
    front.fault("error", "versions", status=404, body={"nothing": "here"})
    with pytest.raises(HomeserverNotFound):
        async with bot.line():
            pass
    front.fault("bad-gateway", times=-1)
    async with bot.line(patience=0.1) as line:
        assert not line.connected
        with pytest.raises(TryLater):
            await line.send("!any", words("hello"), "tx-1")
        front.mend()
        await until(lambda: line.connected)


async def test_two_lines_do_not_share_one_folder(bot: Bot) -> None:
    async with bot.line():
        with pytest.raises(StoreBusy):
            async with bot.line():
                pass
