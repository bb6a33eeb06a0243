"""A picture on the page: an image of the page's own, with its words, and gone with `hide`."""

from pathlib import Path

import msgspec
from playwright.async_api import Browser

from bot.model.message import Shown
from tests.adapters.local.browser import PHONE, open_page
from tests.adapters.local.house import EchoHouse, shown
from tests.adapters.local.visitor import Visitor
from tests.pictures.sheets import drawn

WORDS = "Yours\n\nWeek one\nEnergy: 2, 4"


def picture(key: str = "one.p") -> Shown:
    """A picture as the delivery would hand it over."""
    message = shown(key, WORDS, kind="picture")
    return msgspec.structs.replace(message, image=drawn(), name="picture.png")


async def got(visitor: Visitor, key: str) -> tuple[int, str, bytes]:
    """Ask for the picture of that post."""
    async with visitor.session.get(f"{visitor.base}/picture/{key}") as answer:
        return answer.status, answer.content_type, await answer.read()


async def test_the_page_is_told_of_it_and_asks_for_its_bytes(
    house: EchoHouse, visitor: Visitor
) -> None:
    for _ in range(2):
        await house.adapter.send(picture())
    (post,) = (await visitor.push())["news"]["posts"]
    assert post["body"]["text"] == WORDS
    assert post["body"]["image"] == {
        "data": "",
        "alt": drawn().alt,
        "width": drawn().width,
        "height": drawn().height,
    }
    assert await got(visitor, "one.p") == (200, "image/png", drawn().data)
    assert (await got(visitor, "one.q"))[0] == 404


async def test_without_the_token_there_is_none(house: EchoHouse, visitor: Visitor) -> None:
    await house.adapter.send(picture())
    visitor.session.cookie_jar.clear()
    assert (await got(visitor, "one.p"))[0] == 403


async def test_what_was_taken_back_is_not_given_out_any_more(
    house: EchoHouse, visitor: Visitor
) -> None:
    await house.adapter.send(picture())
    await house.adapter.send(shown("h", kind="hide"))
    assert (await got(visitor, "one.p"))[0] == 404


async def test_it_lies_sealed_in_the_file(house: EchoHouse, tmp_path: Path) -> None:
    await house.adapter.send(picture())
    files = _files(tmp_path)
    assert files
    assert not [data for data in files if b"IHDR" in data or b"SUhEUg" in data]


def _files(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.rglob("*") if file.is_file()]


async def test_it_is_seen_on_the_page_and_fits_a_phone(house: EchoHouse, browser: Browser) -> None:
    async with open_page(browser, house.adapter.url, size=PHONE) as bench:
        await house.adapter.send(picture())
        image = bench.column("ari").get_by_role("img", name=drawn().alt)
        await image.scroll_into_view_if_needed()
        await bench.page.wait_for_function(
            "image => image.complete && image.naturalWidth > 0", arg=await image.element_handle()
        )
        box = await image.bounding_box()
        assert box is not None
        assert 250 < box["width"] <= PHONE[0]
        await house.adapter.send(shown("h", kind="hide"))
        await image.wait_for(state="detached")
