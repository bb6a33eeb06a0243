"""What the bot says on Matrix: once, encrypted, where it belongs; taken back when it is over."""

from pathlib import Path

import pytest

from adapters.matrix.inbound import native
from bot.errors import TryLater, Unreachable
from bot.model.event import Gone
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.people import Somebody
from tests.adapters.matrix.small import Listening, Standing, account, met, standing

PLACE = "room:onetwothree"


@pytest.fixture
def house() -> Listening:
    return Listening()


async def texts(who: Somebody, place: str = "dm") -> list[str]:
    return [each.text for each in await who.sees(place)]


async def hidden(on: Standing, who: Somebody) -> None:
    """Ask for it as often as the delivery would."""
    while True:
        try:
            return await on.send("h", who, "", kind="hide")
        except TryLater:
            continue


async def test_a_message_is_sent_once_also_after_a_restart(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        for _ in range(2):
            await on.send("n", ari, "Only once.")
    async with standing(homeserver, house, tmp_path) as on:
        await on.send("n", ari, "Only once.")
        await on.send("end", ari, "The end.")
        await ari.heard("The end.")
    assert (await texts(ari)).count("Only once.") == 1


async def test_acknowledgements_make_no_sound(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await on.send("1", ari, "Kept.")
        await on.send("2", ari, "There is news.\n\nSomething came.", lead="There is news.")
        await on.send("3", ari, "From Bo", kind="card")
        assert (await ari.heard("Kept.")).kind == "m.notice"
        assert (await ari.heard("Something came.")).kind == "m.text"
        assert (await ari.heard("From Bo")).kind == "m.text"


async def test_a_question_goes_when_it_is_over(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    """A private one takes its answers along; of any other, numbers alone go with it."""
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await on.send("q1", ari, "What happened?", kind="question", writes=True)
        await ari.heard("What happened?")
        await ari.say("It rained.")
        await ari.say("2")
        await house.until(lambda: "2" in house.words)
        await on.send("e1", ari, "", kind="edit", target="q1")
        await ari.sees(gone="What happened?")
        await on.send("q2", ari, "Did it sting?", kind="question", choices=("no", "yes"))
        await ari.heard("Did it sting?")
        await ari.say("yes, a lot")
        await house.until(lambda: "yes, a lot" in house.words)
        await on.send("e2", ari, "✓ Saved", kind="edit", target="q2")
        await ari.sees(gone="yes, a lot")
        await ari.heard("I take private questions out of this chat")
        own = [each.text for each in await ari.sees() if each.sender == ari.user]
        assert own == ["hello", "It rained."]


async def test_in_a_chat_of_their_own_making_the_answer_is_theirs_to_delete(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    """The bot may take back its own words there, and says that it cannot take theirs."""
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        ari.dm = await ari.opens_room(on.user)
        await ari.until_there(on.user)
        await ari.say("hello")
        await house.until(lambda: house.words == ["hello"])
        await on.send("q", ari, "Did it sting?", kind="question", choices=("no", "yes"))
        await ari.heard("Did it sting?")
        await ari.say("yes")
        await house.until(lambda: "yes" in house.words)
        await on.send("e", ari, "✓ Saved", kind="edit", target="q")
        await ari.heard("Your own answers stay until you delete them.")
        assert "Did it sting?" not in " ".join(await texts(ari))
        assert "yes" in await texts(ari)


async def test_what_is_to_be_taken_back_is_not_forgotten_by_a_stop(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await on.send("q", ari, "Did it sting?", kind="question", choices=("no", "yes"))
        await ari.heard("Did it sting?")
        await on.send("e", ari, "✓ Saved", kind="edit", target="q")
    async with standing(homeserver, house, tmp_path):
        await ari.sees(gone="Did it sting?")


async def test_hide_takes_back_all_that_stands_there(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        for number in range(25):
            await on.send(f"n{number}", ari, f"Word {number}.")
        await ari.heard("Word 24.")
        await hidden(on, ari)
        await ari.until(lambda: not ari.timeline().messages, "an empty chat")
        await on.send("after", ari, "Gone.")
        await ari.heard("Gone.")


async def test_a_long_text_comes_whole(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await on.send("f", ari, "ä" * 30_000, kind="file", name="mine.txt")
        seen = ari.timeline()

        def whole() -> bool:
            return sum(each.text.count("ä") for each in seen.messages) == 30_000

        await ari.until(whole, "all of it")
        await hidden(on, ari)
        await ari.sees(gone="ä")


async def test_who_never_came_is_asked_in_and_waited_for(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    """Nothing is said before they could read it; and a no is a no, for good."""
    ari, bo = await arrive("Ari"), await arrive("Bo")
    async with standing(homeserver, house, tmp_path) as on:
        for who in (ari, bo):
            with pytest.raises(TryLater):
                await on.send("n", who, "For you.")
        await ari.accepts()
        await ari.until_there(on.user)
        await on.line_knows(ari)
        await on.send("n", ari, "For you.")
        assert (await ari.heard("For you.")).encrypted
        room = await bo.invited()
        await bo.leaves(room)
        await house.until(lambda: bool(house.told) and isinstance(house.told[-1], Gone))
        with pytest.raises(Unreachable):
            await on.send("n2", bo, "For you.")


async def test_who_is_not_allowed_and_who_cannot_be_is_never_written_to(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path, allow=(":elsewhere.test",)) as on:
        with pytest.raises(Unreachable):
            await on.send("n", ari, "For you.")
        with pytest.raises(Unreachable):
            await on.line_to("bo")
        assert not ari.device.invitations


async def test_what_is_forgotten_is_left(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        for _ in range(2):
            await on.adapter.forget(account(ari))
        await ari.until_there(on.user, membership="leave")
        assert on.memory.person(native(ari.user)).room == ""
        await met(ari, on, house, "again")


# ── rooms ────────────────────────────────────────────────────────────────────
async def test_a_room_is_for_those_and_only_the_bot_may_invite(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await met(bo, on, house, "hi")
        for _ in range(2):
            await on.send("o", ari, "", kind="open", place=PLACE, people=(ari, bo))
        await ari.heard("A private room is ready")
        room = await ari.accepts()
        assert ari.timeline(room).state["m.room.name"]["name"] == "Handrail onetwo"
        cy = await arrive("Cy")
        with pytest.raises(AssertionError, match="M_FORBIDDEN"):
            await ari.invites(cy.user, room)


async def test_until_somebody_is_in_cards_come_to_their_own_chat_too(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await met(bo, on, house, "hi")
        await on.send("o", ari, "", kind="open", place=PLACE, people=(ari, bo))
        room = await ari.accepts()
        await on.until_in(ari, room)
        await on.send("c", ari, "A card.", kind="card", place=PLACE, people=(ari, bo))
        await ari.heard("A card.", room)
        await bo.heard("A card.")
        assert "A card." not in await texts(ari)


async def test_who_will_not_come_in_ends_the_room_and_nothing_else(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await met(bo, on, house, "hi")
        await on.send("o", ari, "", kind="open", place=PLACE, people=(ari, bo))
        room = await ari.accepts()
        await bo.leaves(await bo.invited())
        await ari.until_there(ari.user, room, "leave")
        await on.send("c", ari, "A card.", kind="card", place=PLACE, people=(ari, bo))
        for who in (ari, bo):
            await who.heard("The shared room is gone.")
            await who.heard("A card.")
        assert not [each for each in house.told if isinstance(each, Gone)]


async def test_who_leaves_the_room_is_gone_from_it(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari, bo = await arrive("Ari"), await arrive("Bo")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await met(bo, on, house, "hi")
        await on.send("o", ari, "", kind="open", place=PLACE, people=(ari, bo))
        await ari.accepts()
        room = await bo.accepts()
        await bo.say("In the room.", room)
        await house.until(lambda: "In the room." in house.words)
        assert house.told[-1].place == PLACE
        await bo.leaves(room)
        await house.until(lambda: isinstance(house.told[-1], Gone))
        gone = house.told[-1]
        assert isinstance(gone, Gone)
        assert (gone.how, gone.place) == ("left", PLACE)
        await on.send("x", ari, "", kind="close", place=PLACE, people=(ari, bo))
        await ari.heard("This room closes now", room)
        await ari.until_there(ari.user, room, "leave")
