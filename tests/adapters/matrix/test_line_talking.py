"""A person and the bot talk over the line: what is written is heard, what is said is read."""

import json
import logging
import traceback
from pathlib import Path
from uuid import uuid4

import pytest

from adapters.matrix.heard import Invited, Membership, Polled, Reacted, Redacted, Removed, Written
from adapters.matrix.refusals import NotEncrypted
from bot.errors import Unreachable
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.homeserver import Refused as NotAllowed
from tests.adapters.matrix.hostile import SHAPES
from tests.adapters.matrix.lines import Bot, made, words


@pytest.fixture
async def bot(homeserver: Homeserver, tmp_path: Path) -> Bot:
    """With a password."""
    return await made(homeserver, tmp_path / "bot")


async def test_who_asks_the_bot_into_a_chat_is_heard_and_answered(
    bot: Bot, arrive: Arrive, homeserver: Homeserver
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        (asked,) = bot.ear.all(Invited)
        assert (asked.room, asked.inviter, asked.direct) == (room, ari.user, True)
        assert line.encrypted(room)
        assert not line.public(room)
        assert line.members(room) == {ari.user: "join"}
        assert await line.name(ari.user) == "Ari"
        await ari.say("canary-of-ari")
        await bot.ear.says("canary-of-ari")
        await line.send(room, words("canary-of-the-bot"), "tx-1")
        assert (await ari.heard("canary-of-the-bot")).encrypted
    assert not homeserver.holds("canary-of-ari", "canary-of-the-bot")


async def test_what_was_written_between_the_invitation_and_the_arrival_is_heard(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await ari.opens_room(encrypted=True)
        await ari.say("before anybody was asked", room)
        await ari.invites(line.user_id, room)
        await ari.until_there(line.user_id, room, "invite")
        await ari.say("hello", room)
        await bot.ear.until(Invited)
        await line.join(room)
        await ari.say("are you there?", room)
        await bot.ear.says("hello", "are you there?")


async def test_edits_replies_reactions_votes_and_erasures_are_heard_as_what_they_are(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        question = await line.send(room, words("How are you?"), "tx-1")
        await ari.heard("How are you?")
        first = await ari.say("> quoted\n\ngood", reply_to=question)
        await ari.rewrites(first, "well")
        await ari.reacts(question, "👍")
        await ari.votes(question, "a", "b")
        await ari.erases(first)
        await bot.ear.until(Redacted)
        reply, edit = bot.ear.all(Written)
        assert (reply.body, reply.replies_to, reply.encrypted) == ("good", question, True)
        assert (edit.body, edit.replaces) == ("well", first)
        (reaction,), (vote,) = bot.ear.all(Reacted), bot.ear.all(Polled)
        assert (reaction.target, reaction.key) == (question, "👍")
        assert (vote.target, vote.answers) == (question, ("a", "b"))
        assert [each.target for each in bot.ear.all(Redacted)] == [first]


async def test_no_word_shows_in_what_is_printed_of_anything_heard(bot: Bot, arrive: Arrive) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        await bot.meets(line, ari)
        said = await ari.say("canary")
        await ari.reacts(said, "canary")
        await ari.votes(said, "canary")
        await bot.ear.until(Polled)
        assert "canary" not in repr(bot.ear.heard)


async def test_nothing_of_a_talk_is_logged_by_anybody_also_where_it_fails(
    bot: Bot, arrive: Arrive, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ari, eve = await arrive("Ari"), await arrive("Eve")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        await eve.sends_malformed(line.user_id, next(iter(SHAPES)))
        await ari.say("canary")
        await bot.ear.says("canary")
        await line.send(room, words("canary"), "tx-1")
        await ari.heard("canary")
        with pytest.raises(Unreachable) as no:
            await line.invite(room, "nobody at all")
    printed = caplog.text + "".join(traceback.format_exception(no.value))
    token = json.loads(bot.drawer.fact("account"))["token"]
    for word in ("canary", room, ari.user, bot.access.password, token):
        assert word not in printed


async def test_the_bot_writes_first_in_a_room_where_it_alone_may_ask_people_in(
    bot: Bot, arrive: Arrive, homeserver: Homeserver
) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    alias = f"made-{uuid4().hex}"
    async with bot.line() as line:
        room = await line.create_room(alias=alias, invite=[ari.user], direct=False, name="Quiet")
        again = await line.create_room(alias=alias, invite=[ari.user], direct=False)
        assert again == room
        await line.delete_alias(alias)
        await line.delete_alias(alias)
        await line.send(room, words("welcome"), "tx-1")
        assert line.members(room) == {ari.user: "invite"}
        await ari.accepts()
        assert (await ari.heard("welcome", room)).encrypted
        with pytest.raises(NotAllowed, match="M_FORBIDDEN"):
            await ari.invites(bo.user, room)
        await line.invite(room, bo.user)
        await line.invite(room, bo.user)
        await bo.accepts()
        moves = [(each.user, each.how) for each in await bot.ear.until(Membership, 4)]
        assert (
            moves
            == [
                (ari.user, "invite"),
                (ari.user, "join"),
                (bo.user, "invite"),
                (bo.user, "join"),
            ][-len(moves) :]
        )
        await line.leave(room, kick=[ari.user, bo.user])
        await ari.until_there(ari.user, room, "leave")
        assert not line.knows(room)
    assert room not in [each.room for each in bot.ear.all(Removed)]
    assert not homeserver.holds("welcome")


async def test_nothing_is_said_in_a_room_that_is_not_encrypted_but_what_may_be(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await ari.opens_dm(line.user_id, encrypted=False)
        await bot.ear.until(Invited)
        await line.join(room)
        assert not line.encrypted(room)
        with pytest.raises(NotEncrypted):
            await line.send(room, words("a secret"), "tx-1")
        await line.send(room, words("I cannot talk here."), "tx-2", plain=True)
        await ari.heard("I cannot talk here.")
        assert [each.split(": ")[1] for each in await ari.reads()] == ["I cannot talk here."]


async def test_a_room_that_anybody_may_enter_is_known_as_public(bot: Bot, arrive: Arrive) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await ari.opens_room(line.user_id, public=True)
        await bot.ear.until(Invited)
        await line.join(room)
        assert line.public(room)


async def test_the_same_message_twice_is_there_once_also_after_a_restart(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        first = await line.send(room, words("once"), "tx-1")
        assert await line.send(room, words("once"), "tx-1") == first
    async with bot.line() as line:
        assert await line.send(room, words("once"), "tx-1") == first
        await line.send(room, words("twice"), "tx-2")
        await ari.heard("twice")
        assert [each.split(": ")[1] for each in await ari.reads()] == ["once", "twice"]
        await line.redact(room, first, "tx-3")
        await line.redact(room, first, "tx-4")
        await ari.sees(gone="once")


async def test_a_bot_that_was_put_out_knows_it_and_says_nothing_there(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await ari.opens_room(line.user_id)
        await bot.ear.until(Invited)
        await line.join(room)
        await ari.kicks(line.user_id, room)
        assert [each.room for each in await bot.ear.until(Removed)] == [room]
        assert not line.knows(room)
        with pytest.raises(Unreachable):
            await line.send(room, words("hello?"), "tx-1")
        await line.leave(room)


async def test_a_room_that_the_operator_of_the_homeserver_removed_is_known_to_be_gone_when_used(
    bot: Bot, arrive: Arrive, homeserver: Homeserver
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await bot.meets(line, ari)
        await homeserver.purge(room)
        with pytest.raises(Unreachable):
            await line.send(room, words("hello?"), "tx-1")
        assert not line.knows(room)
        assert [each.room for each in await bot.ear.until(Removed)] == [room]


async def test_an_invitation_that_nobody_answered_is_told_again_after_a_restart(
    bot: Bot, arrive: Arrive
) -> None:
    ari = await arrive("Ari")
    async with bot.line() as line:
        room = await ari.opens_dm(line.user_id)
        await bot.ear.until(Invited)
    async with bot.line() as line:
        first, second = await bot.ear.until(Invited, 2)
        assert (first.room, second.room) == (room, room)
        await line.leave(room)
    async with bot.line():
        assert len(bot.ear.all(Invited)) == 2
