"""A picture on Matrix: encrypted for its reader, beside its words, once, and gone with `hide`."""

from pathlib import Path

import aiohttp
import pytest
from nio.crypto.attachments import decrypt_attachment

from bot.errors import TryLater
from bot.model.event import Met
from tests.adapters.matrix.conftest import Arrive
from tests.adapters.matrix.front import Front
from tests.adapters.matrix.homeserver import Homeserver
from tests.adapters.matrix.people import Somebody
from tests.adapters.matrix.small import Listening, Standing, account, met, standing
from tests.adapters.matrix.timeline import Seen
from tests.adapters.matrix.whole import answer, heard, meet, running
from tests.pictures.sheets import drawn

WORDS = "Yours\n\nWeek one\nEnergy: 2, 4"


@pytest.fixture
def house() -> Listening:
    return Listening()


async def pictured(on: Standing, who: Somebody, times: int = 1) -> None:
    """Hand it over as the delivery would, and something after it."""
    for _ in range(times):
        await on.send("p", who, WORDS, kind="picture", name="picture.png", image=drawn())
    await on.send("end", who, "The end.")
    await who.heard("The end.")


def pictures(who: Somebody) -> list[Seen]:
    return [each for each in who.timeline().messages if each.kind == "m.image"]


async def bytes_of(homeserver: Homeserver, who: Somebody, seen: Seen) -> bytes:
    """What the homeserver gives out for it, as it keeps it."""
    place = seen.content["file"]["url"].removeprefix("mxc://")
    url = f"{homeserver.url}/_matrix/client/v1/media/download/{place}"
    token = {"Authorization": f"Bearer {who.device.account.token}"}
    async with aiohttp.ClientSession() as http, http.get(url, headers=token) as answer:
        assert answer.status == 200
        return await answer.read()


async def test_only_its_reader_can_open_it_and_the_words_stand_before_it(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await pictured(on, ari, times=2)
        words, image, _ = ari.timeline().messages[-3:]
        assert (words.text, words.encrypted) == (WORDS, True)
        assert (image.kind, image.text, image.encrypted) == ("m.image", drawn().alt, True)
        assert len(pictures(ari)) == 1
        sealed, file = await bytes_of(homeserver, ari, image), image.content["file"]
        assert b"PNG" not in sealed[:20]
        opened = decrypt_attachment(sealed, file["key"]["k"], file["hashes"]["sha256"], file["iv"])
        assert opened == drawn().data
        assert image.content["info"]["w"] == drawn().width


async def test_hide_takes_away_the_picture_and_its_key(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path) as on:
        await met(ari, on, house)
        await pictured(on, ari)
        with pytest.raises(TryLater):
            await on.send("h", ari, "", kind="hide")
        await on.send("h", ari, "", kind="hide")
        await ari.until(lambda: not pictures(ari), "the picture to go")
        await ari.sees(gone="Energy")


async def test_one_whose_answer_was_lost_is_there_once(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening, front: Front
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path, url=front.url) as on:
        await met(ari, on, house)
        front.fault("commit-then-error", "send", skip=1, times=1, method="PUT")
        with pytest.raises(TryLater):
            await pictured(on, ari)
        await pictured(on, ari)
        assert len(pictures(ari)) == 1
        assert [each.text for each in await ari.sees()].count(WORDS) == 1


async def test_where_the_homeserver_keeps_no_picture_the_words_come_alone(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path, house: Listening, front: Front
) -> None:
    ari = await arrive("Ari")
    async with standing(homeserver, house, tmp_path, url=front.url) as on:
        await met(ari, on, house)
        front.fault("error", "upload", status=413, body={"errcode": "M_TOO_LARGE"})
        await pictured(on, ari)
        await pictured(on, ari)
        assert pictures(ari) == []
        assert [each.text for each in await ari.sees()].count(WORDS) == 1


async def test_a_check_in_and_then_a_look_at_it(
    homeserver: Homeserver, arrive: Arrive, tmp_path: Path
) -> None:
    ari = await arrive("Ari")
    async with running(homeserver, tmp_path) as bot:
        await meet(ari, bot.user)
        at, who = bot.app.clock.now(), account(ari)
        await bot.app.dispatcher.receive(Met(key="met", at=at, account=who, welcomed=True))
        await ari.say("check-in")
        await answer(ari, "Sore", "sad")
        await answer(ari, "2", "Skip", "Rest", "Keep it for me")
        await heard(ari, "Type look to see what you kept.")
        await ari.say("look")
        await answer(ari, "My check-ins")
        await heard(ari, "Type hide to take it out of this chat.")
        assert "Words: sad\nEnergy: 2" in await heard(ari, "From your check-ins")
        (one,) = pictures(ari)
        assert (one.text, one.encrypted) == ("A drawing of the words that go with it.", True)
        file = one.content["file"]
        sealed = await bytes_of(homeserver, ari, one)
        opened = decrypt_attachment(sealed, file["key"]["k"], file["hashes"]["sha256"], file["iv"])
        assert opened.startswith(b"\x89PNG")
    assert not homeserver.holds("Energy: 2", "From your check-ins")
