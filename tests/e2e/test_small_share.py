"""Two people do a whole small share in a real browser, while everything around them breaks."""

import pytest
from playwright.async_api import Browser

from tests.adapters.discord.faults.talk import SMALL
from tests.adapters.local.browser import Bench, open_page
from tests.e2e.trial import Trial

WELCOME = ("Start", "I understand", "I am 18 or older", "OK", "Keep 7 days", "90 days", "Agree")
SHARE = [
    *(
        ("ari", "None of these"),
        ("ari", "I share first"),
        ("ari", "Slow, over some days"),
        ("ari", "A shared place"),
    ),
    *(
        ("bo", "Yes"),
        ("bo", "None of these"),
        ("bo", "4"),
        ("bo", "Calm"),
        ("ari", "Calm"),
        ("ari", "Sore"),
    ),
]


async def _tap(page: Bench, who: str, label: str) -> None:
    """Tap, and wait until that question is over."""
    answers = page.column(who).locator(".posts, [role=log]")
    button = answers.get_by_role("button", name=label, exact=True).last
    await button.wait_for(timeout=10_000)
    handle = await button.element_handle()
    await button.click()
    if handle is not None:
        await handle.wait_for_element_state("hidden", timeout=10_000)


async def _welcome(page: Bench, who: str) -> None:
    await page.say(who, "hello")
    for label in (*WELCOME, "Skip"):
        await _tap(page, who, label)
    await page.heard(who, "large city")
    await page.say(who, "Berlin")
    await page.heard(who, "When do you want quiet")
    await page.say(who, "3:00-3:01")  # so that the test does not depend on the hour of the day
    await _tap(page, who, "Yes")
    await _tap(page, who, 'Keep "pause"')
    await _tap(page, who, "Skip")
    await page.heard(who, "You are all set.")


async def _several(page: Bench, who: str, *labels: str) -> None:
    for label in labels:
        await page.column(who).get_by_label(label, exact=True).last.check()
    await _tap(page, who, "Done")


async def _share(page: Bench) -> None:
    await page.start("ari", "share", "bo")
    for who, label in SHARE:
        await _tap(page, who, label)
    await _several(page, "ari", "sad", "left out")
    await page.heard("ari", "What happened?")
    await page.say("ari", "Everyone was asked but me.")
    for label in ("Skip", SMALL, "Just listen", "Good", "Send"):
        await _tap(page, "ari", label)


async def _poor_answer(page: Bench) -> None:
    await page.heard("bo", "say back what you heard")
    await page.say("bo", "At least it is over now.")
    for label in ("Skip", "Send"):
        await _tap(page, "bo", label)


async def _rate_and_tell(page: Bench) -> None:
    for label in ("Yes, that's it", "No", "Some", "Yes", "In the middle", "A bit"):
        await _tap(page, "ari", label)
    for label in ("Okay", "No"):
        await _tap(page, "bo", label)
    for label in ("What would feel better", "At least it is over now.", "hurt"):
        await _tap(page, "ari", label)
    for label in ("say it back first", "Skip", "Send"):
        await _tap(page, "ari", label)


async def _another_go(page: Bench) -> None:
    await _tap(page, "bo", "Another go")
    await page.heard("bo", "Another go. Say back")
    await page.say("bo", "So it felt lonely because you were left out.")
    for label in ("I am here, and I heard you.", "Send"):
        await _tap(page, "bo", label)
    for label in ("Really good", "Not at all", "Thank you for trying.", "Send", "Yes, private"):
        await _tap(page, "ari", label)
    await _tap(page, "bo", "Skip")


@pytest.mark.timeout(240)
async def test_a_whole_small_share_with_a_reload_and_a_kill_in_the_middle(
    trial: Trial, browser: Browser
) -> None:
    async with open_page(browser, trial.url) as page:
        await _welcome(page, "ari")
        await _welcome(page, "bo")
        await _share(page)
        await _poor_answer(page)
        before = await page.texts("ari")
    trial.kill()
    async with open_page(browser, trial.start()) as page:
        await page.heard("ari", "Did they get what you meant?")
        assert await page.texts("ari") == before
        await _rate_and_tell(page)
        await page.page.reload()
        await _another_go(page)
        await _tap(page, "ari", "Swap now")
        await _tap(page, "bo", "Swap now")
        await page.heard("ari", "How much space do you have?")
        everything = "\n".join(
            [*await page.texts("bo"), *await page.texts("room:" + await _room(page))]
        )
        assert "Everyone was asked but me." in everything
        assert "In the middle" not in everything
    assert trial.stop() == 0
    assert "bug" not in trial.said()


async def _room(page: Bench) -> str:
    room = page.page.locator('section[data-place^="room:"]').first
    name = await room.get_attribute("data-place")
    return (name or "").removeprefix("room:")


async def test_a_day_passes_at_a_tap_and_the_silence_is_said(
    trial: Trial, browser: Browser
) -> None:
    async with open_page(browser, trial.url) as page:
        await _welcome(page, "ari")
        await _welcome(page, "bo")
        await page.start("ari", "share", "bo")
        for who, label in SHARE[:6]:
            await _tap(page, who, label)
        await page.ask("bo", "stop")
        await page.heard("bo", "You are out of this one.")
        assert not [text for text in await page.texts("ari") if "on hold" in text]
        await page.forward("+24 h")
        await page.heard("ari", "This one is on hold for now.")
        await page.forward("+7 d")
        await page.heard("ari", "This one has closed.")
