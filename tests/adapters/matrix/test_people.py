"""The people of these tests are real: their words are nowhere but with whom they told them to."""

from uuid import uuid4

import pytest

from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.device import Device
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.hostile import SHAPES
from tests.adapters.matrix.people import Somebody


async def together(one: Somebody, other: Somebody, **room: bool) -> str:
    """A room with both."""
    place = await one.opens_room(other.user, **room)
    assert await other.accepts() == place
    return place


async def test_two_people_talk_and_only_they_can_read_it(
    homeserver: Homeserver, arrive: Arrive
) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    hidden, plain = await together(ari, bo), await together(ari, bo, encrypted=False)
    await ari.say("canary-of-the-sealed-room", hidden)
    await bo.heard("canary-of-the-sealed-room", hidden)
    await bo.say("canary-of-the-answer", hidden)
    await ari.heard("canary-of-the-answer", hidden)
    await ari.say("canary-of-the-open-room", plain)
    await bo.heard("canary-of-the-open-room", plain)
    assert await ari.reads(hidden) == [
        "Ari: canary-of-the-sealed-room",
        "Bo: canary-of-the-answer",
    ]
    assert not homeserver.holds("canary-of-the-sealed-room", "canary-of-the-answer")
    assert "event_json" in homeserver.holds("canary-of-the-open-room")["canary-of-the-open-room"]


async def test_a_long_canary_is_found_though_it_lies_in_pieces(
    homeserver: Homeserver, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    room = await ari.opens_room(encrypted=False)
    await ari.say("x" * 20_000 + "canary-at-the-end" + "x" * 20_000, room)
    assert "event_json" in homeserver.holds("canary-at-the-end")["canary-at-the-end"]


async def test_edits_replies_reactions_and_erasures_are_seen_as_clients_show_them(
    arrive: Arrive,
) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    room = await together(ari, bo)
    first = await ari.say("one", room)
    await bo.heard("one", room)
    await bo.say("yes", room, reply_to=first)
    reaction = await bo.reacts(first, "👍", room)
    await ari.rewrites(first, "two", room)
    await bo.heard("two", room)
    await ari.heard("yes", room)
    seen, reply = await ari.sees(room, until="two")
    assert (seen.text, seen.edited, seen.reactions) == ("two", True, [(bo.user, "👍")])
    assert reply.reply_to == first
    await bo.erases(reaction, room)
    await ari.erases(first, room)
    await bo.sees(room, gone="two")
    assert await bo.reads(room) == ["Bo: yes"]


async def test_a_vote_is_sealed_and_names_its_poll(arrive: Arrive) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    room = await together(ari, bo)
    poll = await ari.say("A or B?", room)
    await bo.votes(poll, "a", place=room)
    await ari.device.until(
        lambda: any("poll.response" in each["type"] for each in ari.timeline(room).events), "vote"
    )
    vote = ari.timeline(room).events[-1]
    assert vote["content"]["m.relates_to"]["event_id"] == poll
    assert vote["content"]["org.matrix.msc3381.poll.response"] == {"answers": ["a"]}


async def test_whoever_leaves_or_declines_is_seen_to(arrive: Arrive) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    room = await together(ari, bo)
    await bo.leaves(room)
    await ari.until_there(bo.user, room, "leave")
    await ari.invites(bo.user, room)
    await bo.invited()
    await bo.leaves(room)
    await ari.until_there(bo.user, room, "leave")
    await bo.device.until(lambda: not bo.device.invitations, "still invited")


async def test_a_new_phone_reads_what_is_said_from_now_on_and_nothing_before(
    arrive: Arrive,
) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    room = await together(ari, bo)
    await ari.say("before", room)
    await bo.heard("before", room)
    await bo.gets_a_new_phone()
    await ari.say("after", room)
    await bo.heard("after", room)
    assert await bo.reads(room) == ["Ari: (cannot be read)", "Ari: after"]
    assert len(await ari.devices_of(bo.user)) == 1


async def test_a_second_device_that_nobody_vouches_for_reads_along(arrive: Arrive) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    await bo.vouches_for_their_device()
    room = await together(ari, bo)
    tablet = await bo.adds_a_device()
    await ari.say("to all", room)
    await bo.heard("to all", room)
    await tablet.until(
        lambda: [each.text for each in tablet.rooms[room].messages] == ["to all"], "not read"
    )


async def test_a_careful_client_speaks_and_listens_only_to_devices_that_are_vouched_for(
    arrive: Arrive,
) -> None:
    ari, bo = await arrive("Ari", careful=True), await arrive("Bo")
    room = await together(ari, bo)
    await ari.say("not for you yet", room)
    await bo.say("nor this for you", room)
    await bo.sees(room, at_least=2)
    await ari.sees(room, at_least=2)
    assert await bo.reads(room) == ["Ari: (cannot be read)", "Bo: nor this for you"]
    assert await ari.reads(room) == ["Ari: not for you yet", "Bo: (cannot be read)"]
    assert ari.device.withheld == 1
    await bo.vouches_for_their_device()
    await ari.say("now", room)
    await bo.heard("now", room)
    await bo.say("and now this", room)
    await ari.heard("and now this", room)
    assert ari.device.withheld == 1


@pytest.mark.parametrize("shape", SHAPES)
async def test_each_hostile_shape_hurts_a_client_without_guards(
    homeserver: Homeserver, arrive: Arrive, shape: str
) -> None:
    stranger = await arrive("Stranger")
    bare = Device(homeserver.url, await homeserver.register(f"bare-{uuid4().hex[:8]}"))
    client = bare.client
    client.restore_login(bare.user, bare.account.device, bare.account.token)
    await client.keys_upload()
    await stranger.sends_malformed(bare.user, shape)
    with pytest.raises((ValueError, KeyError)):
        await client.sync()
    await bare.stop()


async def test_the_people_here_bear_every_hostile_shape(arrive: Arrive) -> None:
    stranger, ari, bo = await arrive("Stranger"), await arrive("Ari"), await arrive("Bo")
    room = await together(ari, bo)
    for shape in SHAPES:
        await stranger.sends_malformed(bo.user, shape)
    await ari.say("still there?", room)
    await bo.heard("still there?", room)


async def test_all_one_time_keys_can_be_taken(arrive: Arrive) -> None:
    stranger, ari = await arrive("Stranger"), await arrive("Ari")
    await ari.device.stop()
    assert await stranger.claims_every_key_of(ari.user, ari.device.account.device) >= 50
