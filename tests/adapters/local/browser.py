"""A real browser for tests: Chromium through playwright, from Debian or from playwright itself."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Literal

import pytest
from playwright.async_api import Browser, Error, Locator, Page, async_playwright

SYSTEM = (Path("/usr/bin/chromium"), Path("/usr/bin/chromium-browser"))
ARGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = (1400, 860)
PHONE = (390, 844)
NARROWEST = (320, 640)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A headless Chromium. Skips the test, and says why, where there is none."""
    named = os.environ.get("HANDRAIL_CHROMIUM")
    path = named or next((str(each) for each in SYSTEM if each.exists()), None)
    async with async_playwright() as playwright:
        try:
            browser = await playwright.chromium.launch(executable_path=path, args=ARGS)
        except Error as no:
            pytest.skip(f"NO BROWSER, so the page is not tested: install chromium. ({no.message})")
        try:
            yield browser
        finally:
            await browser.close()


@asynccontextmanager
async def open_page(
    browser: Browser,
    url: str,
    size: tuple[int, int] = DESKTOP,
    theme: Literal["light", "dark"] = "light",
    motion: Literal["reduce", "no-preference"] = "no-preference",
) -> AsyncIterator["Bench"]:
    """The page at `url` in a fresh profile. Fails on leaving when the page had script errors."""
    context = await browser.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=theme, reduced_motion=motion
    )
    page = await context.new_page()
    bench = Bench(page)
    try:
        await page.goto(url)
        await page.wait_for_selector("section.column", state="attached")
        yield bench
    finally:
        await context.close()
    assert bench.complaints == []


class Bench:
    """The page as a person uses it: by names of people, labels and buttons."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []  # script errors, and what the policy forbade
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda line: self._hear(line.type, line.text))

    def _hear(self, kind: str, text: str) -> None:
        """Keep errors; a connection that is lost and found again is none."""
        if kind == "error" and "Failed to load resource" not in text and "ERR_" not in text:
            self.complaints.append(text)

    def column(self, place: str) -> Locator:
        """A column: "ari" is Ari's private chat, "room:one" a room."""
        name = place if place.startswith("room:") else f"dm:{place}"
        return self.page.locator(f'section[data-place="{name}"]')

    def posts(self, place: str) -> Locator:
        """The messages of a column, oldest first."""
        return self.column(place).locator("article.post")

    async def texts(self, place: str) -> list[str]:
        """What the messages of a column say, oldest first."""
        return [text.strip() for text in await self.posts(place).locator(".text").all_inner_texts()]

    async def say(self, place: str, text: str) -> None:
        """Type into a column's box and press Enter; returns once the bot has it."""
        box = self.column(place).locator("textarea")
        await box.fill(text)
        await box.press("Enter")
        await self.page.wait_for_function(
            "box => box.value === ''", arg=await box.element_handle(), timeout=5_000
        )

    async def tap(self, place: str, label: str) -> None:
        """Tap a choice or a button of a column, the newest of that name."""
        column = self.column(place)
        await column.get_by_role("button", name=label, exact=True).last.click()

    async def heard(self, place: str, text: str) -> None:
        """Wait until some message of a column holds `text`."""
        await (
            self.posts(place).filter(has_text=text).first.wait_for(state="attached", timeout=5_000)
        )

    async def ask(self, place: str, command: str) -> None:
        """Use a control of a column: "pause", "stop" and so on."""
        await self.column(place).locator(f'.controls [data-command="{command}"]').click()

    async def start(self, person: str, command: str, other: str = "") -> None:
        """Start something from a person's menu, with another person where it takes one."""
        column = self.column(person)
        await column.locator("button.menu").click()
        panel = column.locator(".menu-panel")
        if other:
            await panel.locator(f'select:has(option[value="{other}"])').first.select_option(other)
        await panel.locator(f'[data-command="{command}"]').click()

    async def forward(self, label: str) -> None:
        """Move the clock: "+5 min", "+20 min", "+1 h", "+24 h", "+7 d"."""
        await self.page.get_by_role("button", name=f"{label}:").click()
        await self.page.get_by_text("The clock has moved.").wait_for()
