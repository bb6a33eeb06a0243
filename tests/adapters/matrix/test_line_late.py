"""Keys that come late, or never: what was written is read in its order, or asked for again once."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.matrix import late
from adapters.matrix.heard import Unreadable, Written
from adapters.matrix.line import Line
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.lines import Bot, made, until
from tests.adapters.matrix.people import Somebody

Key = dict[str, Any]
A_MOMENT = timedelta(seconds=1)


@pytest.fixture
async def bot(homeserver: Homeserver, tmp_path: Path) -> Bot:
    """With a password."""
    return await made(homeserver, tmp_path / "bot")


async def meets(bot: Bot, line: Line, ari: Somebody) -> str:
    """They have talked already."""
    room = await bot.meets(line, ari)
    await ari.say("hello")
    await bot.ear.says("hello")
    return room


def keeps_the_key(ari: Somebody, room: str) -> Key:
    """What Ari writes from now on has a new key, and her app hands it to nobody."""
    machine = ari.device.client.olm
    machine.create_outbound_group_session(room)
    session = machine.outbound_group_sessions[room]
    session.shared = True
    return {
        "algorithm": "m.megolm.v1.aes-sha2",
        "room_id": room,
        "session_id": session.id,
        "session_key": session.session_key,
    }


async def hands_over(ari: Somebody, user: str, key: Key) -> None:
    """To the bot's device, after all."""
    machine = ari.device.client.olm
    (device,) = machine.device_store.active_user_devices(user)
    session = machine.session_store.get(device.curve25519)
    sealed = machine._olm_encrypt(session, device, "m.room_key", key)  # noqa: SLF001 - a key of old
    await ari.sends_to_devices("m.room.encrypted", {user: {device.id: sealed}})


async def test_a_key_that_comes_late_opens_what_waited_and_the_order_stays(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await meets(bot, line, ari)
        key = keeps_the_key(ari, room)
        await ari.say("one")
        await ari.say("two")
        keeps_the_key(ari, room)
        ari.device.client.invalidate_outbound_session(room)
        await ari.say("three")
        await until(lambda: len(bot.drawer.kept) == 3)
        assert bot.ear.bodies() == ["hello"]
        await hands_over(ari, line.user_id, key)
        await bot.ear.says("hello", "one", "two", "three")
        assert not bot.drawer.kept
    assert not bot.ear.all(Unreadable)


async def test_what_waits_is_read_after_a_restart_when_its_key_came_meanwhile(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await meets(bot, line, ari)
        key = keeps_the_key(ari, room)
        await ari.say("one")
        await until(lambda: len(bot.drawer.kept) == 1)
    assert "one" not in next(iter(bot.drawer.kept.values())).source
    await hands_over(ari, bot.access.user, key)
    async with bot.line():
        await bot.ear.says("hello", "one")


async def test_what_cannot_be_read_after_a_while_is_told_once_until_something_can(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await meets(bot, line, ari)
        keeps_the_key(ari, room)
        first = await ari.say("one")
        await ari.say("two")
        await until(lambda: len(bot.drawer.kept) == 2)
        bot.clock.advance(late.GRACE - A_MOMENT)
        await ari.reacts(first, "👍")
        assert not bot.ear.all(Unreadable)
        bot.clock.advance(A_MOMENT)
        (told,) = await bot.ear.until(Unreadable)
        assert (told.event_id, told.sender, told.withheld) == (first, ari.user, False)
        await until(lambda: not bot.drawer.kept)
        ari.device.client.olm.outbound_group_sessions.pop(room)
        await ari.say("three")
        await bot.ear.says("hello", "three")
        keeps_the_key(ari, room)
        again = await ari.say("four")
        await until(lambda: bool(bot.drawer.kept))
        bot.clock.advance(late.GRACE)
        assert [each.event_id for each in await bot.ear.until(Unreadable, 2)] == [first, again]


async def test_what_can_be_read_waits_no_longer_than_a_moment_behind_what_cannot(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await meets(bot, line, ari)
        keeps_the_key(ari, room)
        await ari.say("one")
        ari.device.client.olm.outbound_group_sessions.pop(room)
        await ari.say("stop")
        await until(lambda: len(bot.drawer.kept) == 2)
        bot.clock.advance(late.HOLD)
        await bot.ear.says("hello", "stop")
        await ari.say("please")
        await bot.ear.says("hello", "stop", "please")
        assert len(bot.drawer.kept) == 1


async def test_what_is_taken_back_is_not_read_when_its_key_comes(bot: Bot, arrive: Arrive) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await meets(bot, line, ari)
        key = keeps_the_key(ari, room)
        await ari.erases(await ari.say("one"))
        await until(lambda: not bot.drawer.kept)
        await hands_over(ari, line.user_id, key)
        await ari.say("two")
        await bot.ear.says("hello", "two")


async def test_a_person_s_trouble_with_keys_holds_up_nobody_else(bot: Bot, arrive: Arrive) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    async with bot.line() as line:
        room = await meets(bot, line, ari)
        keeps_the_key(ari, room)
        await ari.say("one")
        await bot.meets(line, bo)
        await bo.say("I am Bo")
        await bot.ear.says("hello", "I am Bo")


async def test_an_app_that_withholds_its_keys_is_told_so_sooner(bot: Bot, arrive: Arrive) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await meets(bot, line, ari)
        key = keeps_the_key(ari, room)
        withheld = {**key, "code": "m.unverified", "sender_key": "any", "session_key": "none"}
        devices = {line.user_id: {line.device_id: withheld}}
        await ari.sends_to_devices("m.room_key.withheld", devices)
        await ari.say("one")
        await until(lambda: len(bot.drawer.kept) == 1)
        bot.clock.advance(late.HOLD)
        (told,) = await bot.ear.until(Unreadable)
        assert told.withheld
        assert len(bot.ear.all(Written)) == 1
