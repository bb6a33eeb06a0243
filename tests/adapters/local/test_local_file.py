"""A file of the bot's on the page: it can be read, and saved under its name."""

import asyncio
from pathlib import Path

import msgspec
from playwright.async_api import Browser

from tests.adapters.local.browser import open_page
from tests.adapters.local.house import EchoHouse, shown


async def test_a_file_is_saved_under_its_name_and_goes_with_hide(
    house: EchoHouse, browser: Browser
) -> None:
    file = msgspec.structs.replace(shown("f", '{"a": "ä"}', kind="file"), name="data.json")
    async with open_page(browser, house.adapter.url) as bench:
        await house.adapter.send(file)
        save = bench.column("ari").get_by_role("button", name="Save as data.json")
        async with bench.page.expect_download() as waiting:
            await save.click()
        saved = await waiting.value
        assert saved.suggested_filename == "data.json"
        text = await asyncio.to_thread(Path(await saved.path()).read_text, "utf-8")
        assert text == '{"a": "ä"}'
        await house.adapter.send(shown("h", kind="hide"))
        await save.wait_for(state="detached")
