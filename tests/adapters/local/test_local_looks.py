"""How the page looks and what people would trip over: themes, sizes, contrast, stillness."""

from typing import Literal

import pytest
from playwright.async_api import Browser, expect

from bot.model.person import Account
from tests.adapters.local.audit import audit
from tests.adapters.local.browser import DESKTOP, NARROWEST, PHONE, open_page
from tests.adapters.local.house import BO, EchoHouse, furnish, shown

Theme = Literal["light", "dark"]


@pytest.mark.parametrize("size", [DESKTOP, PHONE, NARROWEST, (640, 400)])
@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_nobody_trips(
    house: EchoHouse, browser: Browser, size: tuple[int, int], theme: Theme
) -> None:
    """Names, labels, sizes, contrast, landmarks, and no scrolling sideways.

    640 by 400 is a small laptop at 200 per cent.
    """
    await furnish(house)
    async with open_page(browser, house.adapter.url, size=size, theme=theme) as bench:
        assert await bench.page.locator("html").get_attribute("data-theme") == theme
        await bench.heard("ari", "Saved.")
        assert await audit(bench.page) == []
        await bench.column("ari").locator("button.menu").click()
        if size != DESKTOP:
            await bench.page.get_by_role("button", name="Clock and people").click()
        assert await audit(bench.page) == []
        if size != DESKTOP:
            await bench.page.get_by_role("button", name="Shared room").click()
            assert await audit(bench.page) == []


async def test_a_phone_shows_one_column_and_says_where_something_is_new(
    house: EchoHouse, browser: Browser
) -> None:
    await furnish(house)
    async with open_page(browser, house.adapter.url, size=PHONE) as bench:
        await expect(bench.column("ari")).to_be_visible()
        await expect(bench.column("bo")).to_be_hidden()
        await house.adapter.send(shown("b9", "Psst.", to=BO))
        await bench.page.get_by_role("button", name="Bo new").click()
        await expect(bench.column("bo")).to_contain_text("Psst.")
        await expect(bench.column("ari")).to_be_hidden()
        await expect(bench.page.get_by_role("button", name="Bo", exact=True)).to_have_attribute(
            "aria-current", "true"
        )


async def test_the_theme_is_chosen_and_kept(house: EchoHouse, browser: Browser) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        html = bench.page.locator("html")
        await bench.page.get_by_role("button", name="Dark theme").click()
        await expect(html).to_have_attribute("data-theme", "dark")
        await bench.page.reload()
        await expect(html).to_have_attribute("data-theme", "dark")


async def test_nothing_moves_for_those_who_asked_for_stillness(
    house: EchoHouse, browser: Browser
) -> None:
    async with open_page(browser, house.adapter.url, motion="reduce") as bench:
        await bench.say("ari", "hello")
        await bench.heard("ari", "You said: hello")
        moving = "all => all.filter(each => getComputedStyle(each).animationName !== 'none').length"
        assert await bench.posts("ari").evaluate_all(moving) == 0


async def test_many_people_scroll_in_their_own_row(house: EchoHouse, browser: Browser) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        for name in ("cleo", "dee", "eli"):
            await bench.page.get_by_label("Add a person").fill(name)
            await bench.page.get_by_role("button", name="Add", exact=True).click()
            await expect(bench.column(name)).to_be_visible()
        assert await audit(bench.page) == []
        await bench.say("eli", "hello")
        await bench.heard("eli", "You said: hello")


async def test_a_very_long_message_waits_behind_a_button(
    house: EchoHouse, browser: Browser
) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        await house.adapter.send(shown("long", "word " * 20_000))
        await bench.heard("ari", "word")
        assert len((await bench.texts("ari"))[0]) < 2_000
        await bench.tap("ari", "Show all of it")
        assert len((await bench.texts("ari"))[0]) > 90_000


async def test_a_person_with_a_long_name_fits(house: EchoHouse, browser: Browser) -> None:
    async with open_page(browser, house.adapter.url, size=NARROWEST) as bench:
        await bench.page.get_by_role("button", name="Clock and people").click()
        await bench.page.get_by_label("Add a person").fill("M" * 40)
        await bench.page.get_by_role("button", name="Add", exact=True).click()
        await bench.page.get_by_role("button", name="M" * 40).click()
        long = Account(platform="local", native="m" * 40)
        await house.adapter.send(shown("m", "x" * 400, to=long))
        await bench.heard("m" * 40, "xxx")
        assert await audit(bench.page) == []
