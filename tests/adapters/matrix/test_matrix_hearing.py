"""What people do on Matrix, as the house is told of it."""

from pathlib import Path

import pytest

from bot.model.event import Chose, Gone, Said
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.small import Listening, account, met, standing
from tests.adapters.matrix.whole import bot_account, meet


@pytest.fixture
def house() -> Listening:
    return Listening()


async def test_words_edits_and_replies_are_told_in_order(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await on.send("q", ari, "How are you?", kind="question", choices=("calm", "stirred"))
        question = await ari.heard("How are you?")
        first = await ari.say("2", reply_to=question.id)
        await ari.rewrites(first, "1")
        await ari.say(f"share {ari.name}")
        await house.until(lambda: len(house.told) == 4)
        said = [each for each in house.told if isinstance(each, Said)]
        assert house.words == ["hello", "2", "1", "share Ari"]
        assert [each.question for each in said] == ["", "q", "", ""]
        assert [each.replaces for each in said] == ["", "", f"matrix:{first}", ""]
        assert {each.account for each in said} == {account(ari)}


async def test_a_mention_is_told_as_the_person_it_names(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        pill = {"msgtype": "m.text", "body": "share Bo", "m.mentions": {"user_ids": [bo.user]}}
        await ari.sends("m.room.message", pill)
        await house.until(lambda: len(house.told) == 2)
        assert house.words[-1] == f"share {bo.user}"


async def test_what_is_none_of_words_is_answered_kindly_once(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        for _ in range(3):
            await ari.sends("m.room.message", {"msgtype": "m.image", "body": "cat.jpg"})
        await ari.sends("m.room.message", {"msgtype": "m.notice", "body": "I am a bot"})
        await ari.say("so")
        await house.until(lambda: "so" in house.words)
        await ari.heard("I can only read words.")
        kind = [each for each in await ari.sees() if "only read words" in each.text]
        assert len(kind) == 1
        assert house.words == ["hello", "so"]


async def test_what_comes_unencrypted_is_not_taken(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    """A homeserver could write it in somebody's name."""
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        path = f"/rooms/{ari.dm}/send/m.room.message/open"
        await ari.device.call("PUT", path, {"msgtype": "m.text", "body": "stop"})
        await ari.heard("That came without encryption")
        await ari.say("so")
        await house.until(lambda: "so" in house.words)
        assert house.words == ["hello", "so"]


async def test_a_reaction_is_a_shortcut_where_it_tells_nothing(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await on.send("q", ari, "Ready when you are.", kind="question", choices=("ready",))
        await ari.reacts((await ari.heard("Ready when")).id, "👍")
        await house.until(lambda: house.picks == [("ready",)])
        chose = house.told[-1]
        assert isinstance(chose, Chose)
        assert chose.question == "q"


async def test_a_reaction_to_what_is_private_is_taken_back_and_not_counted(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    """The server can read it, and the bot says so."""
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await on.send("q", ari, "Did it sting?", kind="question", choices=("no", "yes"))
        question = await ari.heard("Did it sting?")
        await ari.reacts(question.id, "2️⃣")
        await ari.heard("Servers can read reactions")
        await ari.until(lambda: not question.reactions, "the reaction is gone")
        assert house.picks == []


async def test_a_poll_is_answered_where_they_are_wanted(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path, polls=True) as on:
        await met(ari, on, house)
        await on.send("q", ari, "How are you?", kind="question", choices=("calm", "stirred"))
        poll = await ari.heard("How are you?")
        assert (poll.kind, poll.encrypted) == ("poll", True)
        await ari.votes(poll.id, "stirred")
        await house.until(lambda: house.picks == [("stirred",)])


async def test_who_leaves_their_chat_has_blocked_the_bot_until_they_come_back(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await ari.leaves()
        await house.until(lambda: isinstance(house.told[-1], Gone))
        gone = house.told[-1]
        assert isinstance(gone, Gone)
        assert gone.account
        who = (gone.how, gone.place, gone.account.native)
        assert who == ("blocked", "dm", account(ari).native)
        await met(ari, on, house, "back again")
        await on.send("n", ari, "Welcome back.")
        await ari.heard("Welcome back.")


async def test_who_puts_the_bot_out_has_blocked_it(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        ari.dm = await ari.opens_room(on.user)  # in a chat of two equals nobody can do that
        await ari.until_there(on.user)
        await ari.say("hello")
        await house.until(lambda: house.words == ["hello"])
        await ari.kicks(on.user)
        await house.until(lambda: isinstance(house.told[-1], Gone))
        assert on.memory.person(account(ari).native).closed


# ── places that are refused ──────────────────────────────────────────────────
REFUSED = {
    "not encrypted": ({"encrypted": False, "direct": True}, "This room is not encrypted"),
    "public": ({"public": True}, "Others can look into this room"),
}


@pytest.mark.parametrize("why", REFUSED)
async def test_a_place_that_is_not_private_is_refused_with_a_reason(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening, why: str
) -> None:
    kind, reason = REFUSED[why]
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        room = await ari.opens_room(on.user, **kind)
        await ari.heard(reason, room)
        await ari.until_there(on.user, room, "leave")
        assert house.told == []


async def test_a_room_of_several_is_refused(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    async with standing(homeserver, house, tmp_path) as on:
        room = await ari.opens_room(bo.user)
        await bo.accepts()
        await ari.invites(on.user, room)
        await ari.heard("I talk with one person in a chat", room)
        await ari.until_there(on.user, room, "leave")


async def test_somebody_who_comes_into_a_chat_ends_it_there(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    """What is said next goes to a chat of their own again, and not to those two."""
    ari, bo = await arrive("Ari"), await arrive("Bo")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        old = ari.dm
        await ari.invites(bo.user, old)
        await ari.until_there(on.user, old, "leave")
        await met(ari, on, house, "in private")
        await on.send("n", ari, "For you alone.")
        await ari.heard("For you alone.")
        assert not [each for each in await ari.sees(old) if "alone." in each.text]


async def test_who_is_not_allowed_is_told_so(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path, allow=("@nobody:hs.test",)) as on:
        await ari.opens_dm(on.user)
        await ari.heard("This bot is not open to your account.")
        await ari.until_there(on.user, membership="leave")


async def test_an_invitation_from_while_nobody_was_there_is_followed(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    bot = await bot_account(homeserver, tmp_path)
    async with standing(homeserver, house, tmp_path):
        pass
    await ari.opens_dm(bot.user)
    async with standing(homeserver, house, tmp_path):
        await ari.heard("Write anything, and we begin.")


async def test_what_cannot_be_kept_is_told_again(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await meet(ari, on.user)
        house.out_of_order()
        await ari.say("one")
        await ari.say("two")
        await ari.heard("Write anything, and we begin.")
        house.trouble = None
        await house.until(lambda: len(house.told) == 2)
        assert house.words == ["one", "two"]
