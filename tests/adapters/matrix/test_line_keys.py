"""Keys: nobody can harm them, nobody is shut out by them, and people's apps trust the bot's."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from adapters.matrix import late
from adapters.matrix.heard import Access, Invited, Written
from adapters.matrix.refusals import DeviceKeysLost, ForeignSigningKeys
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.device import Device
from tests.adapters.matrix.front import Front
from tests.adapters.matrix.homeserver import Account, Homeserver, Refused
from tests.adapters.matrix.hostile import SHAPES
from tests.adapters.matrix.lines import Bot, made, noted, until, words
from tests.adapters.matrix.people import ENCRYPTED, Somebody
from tests.adapters.matrix.trust import vouched

ODD: tuple[dict[str, Any], ...] = (
    {},
    {"body": ["x"], "msgtype": {"a": 1}},
    {"m.relates_to": [], "msgtype": "m.text", "body": 7},
    {"m.relates_to": {"rel_type": "m.replace", "m.in_reply_to": []}, "msgtype": "m.text"},
    {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": 5},
    {"algorithm": "m.megolm.v1.aes-sha2"},
    {"algorithm": ["m.olm"], "ciphertext": 1},
    {"algorithm": "m.olm.v1.curve25519-aes-sha2", "ciphertext": [], "sender_key": {}},
)


async def started(homeserver: Homeserver, account: Account) -> Device:
    """A phone that is on."""
    device = Device(homeserver.url, account)
    await device.start()
    return device


@pytest.fixture
async def bot(homeserver: Homeserver, tmp_path: Path) -> Bot:
    """With a password."""
    return await made(homeserver, tmp_path / "bot")


async def test_what_a_stranger_sends_to_the_device_harms_nobody_also_after_a_restart(
    bot: Bot, arrive: Arrive
) -> None:
    ari, eve = await arrive("Ari"), await arrive("Eve")
    async with bot.line() as line:
        await bot.meets(line, ari)
        device = line.device_id
        for shape in SHAPES:
            await eve.sends_malformed(line.user_id, shape)
        await ari.say("one")
        await bot.ear.says("one")
    for shape in SHAPES:
        await eve.sends_malformed(bot.access.user, shape)
    for content in ODD:
        for kind in ("m.room.encrypted", "m.room_key.withheld", "m.key.verification.request"):
            await eve.sends_to_devices(kind, {bot.access.user: {device: content}})
    async with bot.line() as line:
        await ari.say("two")
        await bot.ear.says("one", "two")
        await line.send(ari.room("dm"), words("three"), "tx-1")
        await ari.heard("three")


async def test_odd_events_in_a_room_harm_nothing_that_comes_after_them(
    bot: Bot, homeserver: Homeserver
) -> None:
    eve = await homeserver.register(f"eve-{uuid4().hex[:8]}")

    async def does(method: str, path: str, content: object) -> Any:  # noqa: ANN401 - any JSON
        with suppress(Refused):  # some of it Synapse finds odd too
            path = f"/_matrix/client/v3{path}"
            return await homeserver.ask(method, path, content, token=eve.token)

    async with bot.line() as line:
        asked = {"invite": [line.user_id], "initial_state": [ENCRYPTED]}
        room = (await does("POST", "/createRoom", asked))["room_id"]
        await bot.ear.until(Invited)
        await line.join(room)
        for content in ODD:
            for kind in ("m.room.message", "m.reaction", "m.poll.response", "m.room.encrypted"):
                await does("PUT", f"/rooms/{room}/send/{kind}/{uuid4().hex}", content)
            for kind in ("m.room.join_rules", "m.room.history_visibility", "m.room.encryption"):
                await does("PUT", f"/rooms/{room}/state/{kind}/odd", content)
            await does("PUT", f"/rooms/{room}/state/m.room.encryption", content)
        await does("PUT", f"/rooms/{room}/send/m.room.message/{uuid4().hex}", words("still fine"))

        def fine() -> bool:
            bot.clock.advance(late.HOLD)
            return "still fine" in bot.ear.bodies()

        await until(fine)
        assert set(bot.ear.bodies()) <= {"", "still fine"}
        assert line.encrypted(room)


async def test_whoever_claims_every_key_while_it_is_down_shuts_nobody_out(
    bot: Bot, arrive: Arrive
) -> None:
    eve, ari = await arrive("Eve"), await arrive("Ari")
    async with bot.line() as line:
        device = line.device_id
    assert await eve.claims_every_key_of(bot.access.user, device, 70) >= 50
    await ari.opens_dm(bot.access.user)
    await ari.until_there(bot.access.user, membership="invite")
    await ari.say("hello")
    async with bot.line() as line:
        (asked,) = await bot.ear.until(Invited)
        await line.join(asked.room)
        await bot.ear.says("hello")
    assert await eve.claims_every_key_of(bot.access.user, device, 70) >= 50


async def test_a_power_cut_while_keys_are_handed_in_loses_none(
    homeserver: Homeserver, front: Front, arrive: Arrive, tmp_path: Path
) -> None:
    ari = await arrive("Ari")
    bot = await made(homeserver, tmp_path / "bot", front.url)
    front.fault("commit-then-error", "keys-upload", status=502, times=-1)
    async with bot.line(patience=1.0) as line:
        assert not line.connected
    front.mend()
    async with bot.line() as line:
        await bot.meets(line, ari)
        await ari.say("hello")
        await bot.ear.says("hello")


async def test_what_lies_on_disk_is_for_its_owner_and_opens_with_the_sealed_key_alone(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        await bot.meets(line, ari)
        await ari.say("canary")
        await bot.ear.says("canary")
        files = list(bot.folder.iterdir())
        assert files
        assert {oct(file.stat().st_mode & 0o77) for file in files} == {"0o0"}
        assert not [file for file in files if b"canary" in file.read_bytes()]
        first = line.device_id
    bot.drawer.facts["keys"] = "another secret"
    async with bot.line() as line:
        assert line.device_id != first


async def test_a_device_whose_keys_are_lost_is_followed_by_another_that_people_trust(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari", careful=True)
    await ari.vouches_for_their_device()
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        first = line.device_id
    for file in bot.folder.glob("keys-*"):
        file.unlink()
    async with bot.line() as line:
        assert line.device_id != first
        await noted(ari, line)
        await ari.say("hello")
        await bot.ear.says("hello")
        await line.send(room, words("hello to you"), "tx-1")
        await ari.heard("hello to you")
        answer = await ari.device.keys_of(line.user_id)
        assert vouched(answer, line.user_id) == {line.device_id}


async def test_with_a_token_lost_keys_are_said_and_nothing_is_made_up(
    homeserver: Homeserver, tmp_path: Path
) -> None:
    account = await homeserver.register(f"bot-{uuid4().hex[:8]}")
    bot = Bot(
        Access(homeserver=homeserver.url, user=account.user, token=account.token), tmp_path / "bot"
    )
    async with bot.line():
        pass
    for file in bot.folder.glob("keys-*"):
        file.unlink()
    for _again in range(2):
        with pytest.raises(DeviceKeysLost):
            async with bot.line():
                pass


async def test_an_app_that_speaks_to_vouched_devices_alone_speaks_with_the_bot(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari", careful=True)
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        await ari.say("hello")
        await bot.ear.says("hello")
        await line.send(room, words("hello to you"), "tx-1")
        assert (await ari.heard("hello to you")).encrypted


async def test_signing_keys_that_were_made_elsewhere_are_left_alone_and_said(
    bot: Bot, homeserver: Homeserver
) -> None:
    account = await homeserver.login(bot.access.user, bot.access.password)
    owner = Somebody(homeserver, "Owner", await started(homeserver, account), homeserver.url)
    async with owner:
        await owner.vouches_for_their_device()
        with pytest.raises(ForeignSigningKeys):
            async with bot.line():
                pass


async def test_a_new_phone_and_one_that_nobody_verified_read_what_is_said_next(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        await line.send(room, words("one"), "tx-1")
        await ari.heard("one")
        await ari.gets_a_new_phone(keep_the_old=True)
        await line.send(room, words("two"), "tx-2")
        await ari.heard("two")
        await ari.say("I have a new phone")
        await bot.ear.says("I have a new phone")


async def test_who_has_left_cannot_read_what_is_said_later(bot: Bot, arrive: Arrive) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    async with bot.line() as line:
        people = [ari.user, bo.user]
        room = await line.create_room(alias=f"a-{uuid4().hex}", invite=people, direct=False)
        await ari.accepts()
        await bo.accepts()
        first = await line.send(room, words("to both"), "tx-1")
        await bo.heard("to both", room)
        await bo.leaves(room)
        await ari.until_there(bo.user, room, "leave")
        await until(lambda: bo.user not in line.members(room))
        second = await line.send(room, words("to one"), "tx-2")
        await ari.heard("to one", room)
        keys = {
            event: (await ari.device.call("GET", f"/rooms/{room}/event/{event}"))["content"]
            for event in (first, second)
        }
        assert keys[first]["session_id"] != keys[second]["session_id"]


async def test_who_wants_to_compare_pictures_is_declined_and_does_not_wait(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        asked = await ari.sends(
            "m.room.message",
            {
                "msgtype": "m.key.verification.request",
                "to": line.user_id,
                "body": "compare",
                "from_device": ari.device.account.device,
                "methods": ["m.sas.v1"],
            },
        )
        (heard,) = await bot.ear.until(Written)
        assert (heard.msgtype, heard.body) == ("m.key.verification.request", "")
        await ari.device.until(
            lambda: any(
                each["type"] == "m.key.verification.cancel"
                and each["content"]["m.relates_to"]["event_id"] == asked
                for each in ari.timeline(room).events
            ),
            "it is not declined",
        )


async def test_the_account_s_secrets_lie_among_what_is_sealed_and_nowhere_else(bot: Bot) -> None:
    async with bot.line():
        pass
    token = json.loads(bot.drawer.fact("account"))["token"]
    seeds = json.loads(bot.drawer.fact("signing")).values()
    contents = b"".join(file.read_bytes() for file in bot.folder.iterdir())
    for secret in (token, bot.drawer.fact("keys"), *seeds, bot.access.password):
        assert secret.encode() not in contents
    assert bot.access.password not in repr(bot.access)
