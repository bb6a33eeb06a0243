"""The homeserver is real, keeps what it was given, and the front before it does what it is told."""

import asyncio

import aiohttp
import pytest

from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.front import Front, Kind
from tests.adapters.matrix.homeserver import Homeserver, Refused
from tests.adapters.matrix.people import Somebody


async def test_after_a_kill_everything_is_still_there_and_talk_goes_on(
    homeserver: Homeserver, arrive: Arrive
) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    room = await ari.opens_room(bo.user)
    await bo.accepts()
    await ari.say("before the lights went out", room)
    homeserver.kill()
    assert not homeserver.runs
    await homeserver.restart()
    await bo.heard("before the lights went out", room)
    await bo.say("and after", room)
    await ari.heard("and after", room)
    assert room in await homeserver.rooms()


async def test_the_operator_can_end_logins_accounts_and_rooms(
    homeserver: Homeserver, arrive: Arrive
) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    room = await ari.opens_room(bo.user)
    await bo.accepts()
    await homeserver.purge(room)
    await ari.until_there(ari.user, room, "leave")
    assert room not in await homeserver.rooms()
    await homeserver.revoke(ari.user)
    with pytest.raises(Refused, match="M_UNKNOWN_TOKEN"):
        await ari.device.keys_of(ari.user)
    await ari.gets_a_new_phone(keep_the_old=True)
    await homeserver.deactivate(bo.user)
    with pytest.raises(Refused, match="M_FORBIDDEN"):
        await homeserver.login(bo.user, bo.device.account.password)


async def test_by_default_people_are_held_back_until_the_operator_lifts_it(
    limited: Homeserver,
) -> None:
    async with await Somebody.arrives(limited, "Ari") as ari:
        room = await ari.opens_room()
        with pytest.raises(Refused, match="M_LIMIT_EXCEEDED"):
            await _says_much(ari, room)
        await limited.lift(ari.user)
        await _says_much(ari, room)


async def _says_much(who: Somebody, room: str) -> None:
    for number in range(15):
        await who.say(f"{number}", room)


@pytest.mark.parametrize(
    ("kind", "status", "word"),
    [
        ("bad-gateway", 502, "Bad Gateway"),
        ("rate-limit", 429, '"retry_after_ms": 1234'),
        ("unknown-token", 401, "M_UNKNOWN_TOKEN"),
        ("error", 403, "M_UNKNOWN"),
    ],
)
async def test_the_front_refuses_as_often_as_it_is_told(
    front: Front, kind: Kind, status: int, word: str
) -> None:
    front.fault(kind, "/versions", times=2, skip=1, status=403, retry_after_ms=1234)
    async with aiohttp.ClientSession(front.url) as http:
        seen = [await http.get("/_matrix/client/versions") for _ in range(4)]
        assert [each.status for each in seen] == [200, status, status, 200]
        assert word in await seen[1].text()
    assert front.count("/versions", status=status) == 2
    assert front.left == 0


async def test_what_is_dropped_after_it_was_done_is_done(front: Front, arrive: Arrive) -> None:
    ari, bo = await arrive("Ari", url=front.url), await arrive("Bo")
    room = await ari.opens_room(bo.user)
    await bo.accepts()
    front.fault("commit-then-drop", "send", times=2)
    with pytest.raises(aiohttp.ClientError):
        await ari.say("once", room, tx="the-same")
    await bo.heard("once", room)
    await ari.say("once", room, tx="the-same")
    await ari.say("the end", room)
    await bo.heard("the end", room)
    assert await bo.reads(room) == ["Ari: once", "Ari: the end"]
    assert front.count("send", status=0) == 2
    assert front.count("send", token=ari.device.account.token) == 4


async def test_what_is_dropped_at_once_never_arrives(front: Front, arrive: Arrive) -> None:
    ari = await arrive("Ari", url=front.url)
    room = await ari.opens_room()
    front.fault("drop", "send", times=2)
    with pytest.raises(aiohttp.ClientError):
        await ari.say("lost", room)
    await ari.say("the end", room)
    assert await ari.reads(room, until="the end") == ["Ari: the end"]


@pytest.mark.parametrize(("kind", "early"), [("hold", []), ("commit-then-hold", ["Ari: held"])])
async def test_what_is_held_goes_on_when_all_is_mended(
    front: Front, arrive: Arrive, kind: Kind, early: list[str]
) -> None:
    ari, bo = await arrive("Ari", url=front.url), await arrive("Bo")
    room = await ari.opens_room(bo.user)
    await bo.accepts()
    front.fault(kind, "send", times=-1)
    saying = asyncio.create_task(ari.say("held", room))
    await front.until(lambda front: front.count("send") == 1)
    assert await bo.reads(room, at_least=len(early)) == early
    assert not saying.done()
    front.mend()
    await saying
    await bo.heard("held", room)


async def test_a_front_without_a_homeserver_says_so(homeserver: Homeserver, front: Front) -> None:
    homeserver.kill()
    async with aiohttp.ClientSession(front.url) as http, http.get("/health") as answer:
        assert answer.status == 502
