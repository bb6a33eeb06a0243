"""Whole exercises on Matrix, start to finish, in chats of their own: by word, by number."""

from datetime import timedelta
from pathlib import Path

from tests.adapters.discord.faults.talk import SMALL
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.people import Somebody
from tests.adapters.matrix.whole import (
    PROPOSE,
    answer,
    finish_welcome,
    heard,
    meet,
    pick,
    running,
    welcome,
    written,
)

TOLD = "Everyone was asked but me."


async def test_the_welcome_by_numbers_and_words(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    """It begins with who comes into the chat; what is private is gone when it is answered."""
    ari = await arrive("Ari")
    async with running(homeserver, tmp_path) as bot:
        await meet(ari, bot.user)
        await heard(ari, "Write anything, and we begin.")
        await ari.say("hello")
        assert "type the number or the words" in await heard(ari, "Tell me more")
        await answer(ari, "Start", "I understand", "I am 18 or older")
        assert "This chat is encrypted." in await heard(ari, "Type who at any time")
        await answer(ari, "OK", "Keep 7 days", "90 days", "Agree", "Skip")
        await written(ari, "large city", "Berlin")
        await written(ari, "When do you want quiet", "3:00-3:01")
        await answer(ari, "Yes", 'Keep "pause"', "Skip")
        await heard(ari, "You are all set.")
        await ari.sees(gone="Berlin")
        seen = await ari.sees(gone="18 or older")
        assert all(each.encrypted for each in seen)
        assert [each.text for each in seen if each.sender == ari.user] == ["hello", "Skip"]
        (told,) = [each for each in seen if "private questions" in each.text]
        assert told.kind == "m.notice"


async def test_the_welcome_once_more(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    """A second chat is the first one's follower: what is written there is heard, once."""
    ari = await arrive("Ari")
    async with running(homeserver, tmp_path) as bot:
        await meet(ari, bot.user)
        await ari.say("hello")
        await heard(ari, "Tell me more")
        old = ari.dm
        await meet(ari, bot.user)
        await ari.say("back")
        await finish_welcome(ari)
        assert not [each for each in await ari.sees(old) if "all set" in each.text]


async def test_a_small_share_from_its_beginning_to_its_end(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    """Between two private chats; each sees what is for them, and nothing else."""
    ari, bo = await arrive("Ari"), await arrive("Bo")
    async with running(homeserver, tmp_path) as bot:
        await welcome(ari, bot.user)
        await welcome(bo, bot.user)
        await ari.say(f"share {bo.user}")
        await until_delivered(ari, bo)
        await answer_and_close(ari, bo)
        bot.app.clock.advance(timedelta(days=8))  # an end looks like a silence, to the minute
        await heard(ari, "This one is finished.")
        await heard(bo, "This one is finished.")
        await answer(ari, "Skip")
        seen = "\n".join(await bo.reads())
        own = await ari.sees(gone="Really good")
    assert TOLD in seen
    assert "A bit" not in seen
    assert not [each.text for each in own if each.text.isdecimal()]
    assert homeserver.holds(TOLD, "left out", "Really good") == {}
    assert holding(TOLD, tmp_path) == []


def holding(word: str, folder: Path) -> list[str]:
    """The bot's own files in which it can be read."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if word.encode() in file.read_bytes()]


async def until_delivered(ari: Somebody, bo: Somebody) -> None:
    """Proposing, agreeing, sharing."""
    await answer(ari, *PROPOSE, "Between our own chats")
    assert bo.user not in await heard(bo, "Ari would like")
    await answer(bo, "Yes", "None of these", "4", "Calm")
    await answer(ari, "Calm", "Sore")
    await pick(ari, "sad", "left out")
    await written(ari, "What happened?", TOLD)
    await answer(ari, "Skip", SMALL, "Just listen", "Good", "Send")
    await heard(bo, TOLD)


async def answer_and_close(ari: Somebody, bo: Somebody) -> None:
    """Answering, rating, telling, thanking, and enough of it."""
    await written(bo, "Say back what you heard", "So you were left out.")
    await answer(bo, "Skip", "Send")
    await heard(ari, "So you were left out.")
    await answer(ari, "Yes, that's it", "Yes", "Yes", "Yes", "Really good", "A bit")
    await answer(bo, "Okay", "No")
    await answer(ari, "What helped", "Skip", "heard", "you said it back", "Send")
    await answer(bo, "Thank them", "Thank you for telling me.", "Send")
    await heard(ari, "says thank you for telling them")
    await answer(ari, "Thank you for trying.", "Send", "Yes, private", "Enough")
    await heard(bo, "Thank you for trying.")
    await answer(bo, "Enough")


async def test_a_pause_alone_asks_again_when_its_time_is_over(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    """E7, with a sign before its name, and with what helps in between."""
    ari = await arrive("Ari")
    async with running(homeserver, tmp_path) as bot:
        await welcome(ari, bot.user)
        await ari.say("!pause")
        await answer(ari, "Just quiet", "20 minutes", "Feel my feet")
        await heard(ari, "Press both feet into the floor.")
        bot.app.clock.advance(timedelta(minutes=21))
        await heard(ari, "The time that you set is over.")
        await answer(ari, "Ready")
        await heard(ari, "welcome back")
