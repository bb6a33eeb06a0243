"""The page in a real browser, used as people use it: by mouse, by keyboard, on a phone."""

import json

import pytest
from playwright.async_api import Browser, Page, Route, expect

from bot.errors import StoreUnavailable
from bot.model.event import Asked, Chose, Said
from tests.adapters.local.browser import PHONE, Bench, open_page
from tests.adapters.local.house import ARI, BO, LEAD, ROOM, EchoHouse, furnish, shown


async def test_each_column_says_who_sees_it(house: EchoHouse, browser: Browser) -> None:
    await furnish(house)
    async with open_page(browser, house.adapter.url) as bench:
        await expect(bench.column("ari")).to_contain_text("Only Ari sees this")
        await expect(bench.column("bo")).to_contain_text("Only Bo sees this")
        await expect(bench.column(ROOM)).to_contain_text("Ari and Bo see this")
        places = await bench.page.locator("section.column").evaluate_all(
            "all => all.map(each => each.dataset.place)"
        )
        assert places == ["dm:ari", ROOM, "dm:bo"]
        assert await bench.texts("bo") == ["Hello, Bo."]


async def test_the_token_does_not_stay_in_the_address(house: EchoHouse, browser: Browser) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        assert "token" not in bench.page.url
        assert await bench.page.evaluate("document.cookie") == ""


async def test_a_person_writes_and_is_answered(house: EchoHouse, browser: Browser) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        await bench.tap("ari", "Say hello")
        await bench.heard("ari", "You said: hello")
        await bench.say("ari", "/share bo")
        await bench.heard("ari", "You said: /share bo")
        assert (await bench.texts("ari"))[-2:] == ["/share bo", "You said: /share bo"]
        assert await bench.texts("bo") == []


async def test_shift_and_enter_make_a_new_line(house: EchoHouse, browser: Browser) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        box = bench.column("ari").locator("textarea")
        await box.type("one")
        await box.press("Shift+Enter")
        await box.type("two")
        await box.press("Enter")
        await bench.heard("ari", "You said: one")
        (event,) = house.events
        assert isinstance(event, Said)
        assert event.text.open_for("test") == "one\ntwo"


async def test_what_looks_like_markup_is_only_text(house: EchoHouse, browser: Browser) -> None:
    nasty = "<img src=x onerror=alert(1)><b>bold</b>"
    async with open_page(browser, house.adapter.url) as bench:
        await bench.say("ari", nasty)
        await bench.heard("ari", f"You said: {nasty}")
        assert await bench.page.locator("article img, article b").count() == 0


async def test_a_choice_is_tapped_and_the_question_closes(
    house: EchoHouse, browser: Browser
) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        await bench.say("ari", "ask")
        await bench.tap("ari", "No")
        await bench.heard("ari", "Saved: no")
        event = house.events[-1]
        assert isinstance(event, Chose)
        assert (event.question, event.choices, event.place) == ("one.1.0", ("no",), "dm")
        await expect(bench.column("ari").locator(".choices")).to_have_count(0)


async def test_several_choices_stop_at_the_most(house: EchoHouse, browser: Browser) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        await bench.say("ari", "many")
        await bench.tap("ari", "Done")
        await expect(bench.column("ari")).to_contain_text("Tick at least one first.")
        post = bench.posts("ari").last
        await post.get_by_label("Sore").check()
        await post.get_by_label("Dark").check()
        await expect(post.get_by_label("Warm")).to_be_disabled()
        await post.get_by_label("Sore").uncheck()
        await post.get_by_label("Warm").check()
        await bench.tap("ari", "Done")
        await bench.heard("ari", "Saved: warm, dark")
        event = house.events[-1]
        assert isinstance(event, Chose)
        assert event.choices == ("warm", "dark")


async def test_controls_are_always_there_and_act_for_their_person(
    house: EchoHouse, browser: Browser
) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        for name in ("pause", "stop", "skip", "small", "help", "undo"):
            await bench.ask("bo", name)
            await bench.heard("bo", f"You asked for {name}.")
        asked = [each for each in house.events if isinstance(each, Asked)]
        assert {each.account for each in asked} == {BO}
        assert [each.command for each in asked][-1] == "undo"


async def test_hide_takes_the_bots_words_away_and_leaves_the_persons(
    house: EchoHouse, browser: Browser
) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        await bench.say("ari", "mine")
        await bench.heard("ari", "You said: mine")
        await bench.ask("ari", "hide")
        await bench.heard("ari", "All that I said here is gone.")
        assert await bench.texts("ari") == ["mine", "All that I said here is gone."]


async def test_something_is_started_with_a_person(house: EchoHouse, browser: Browser) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        await bench.page.get_by_label("Add a person").fill("cleo")
        await bench.page.get_by_role("button", name="Add", exact=True).click()
        await expect(bench.column("cleo")).to_contain_text("Only Cleo sees this")
        await bench.start("bo", "share", other="cleo")
        await bench.heard("bo", "You asked for share cleo.")
        await bench.start("bo", "map")
        await bench.heard("bo", "You asked for map.")


async def test_in_a_room_one_chooses_who_acts(house: EchoHouse, browser: Browser) -> None:
    await furnish(house)
    async with open_page(browser, house.adapter.url) as bench:
        room = bench.column(ROOM)
        await room.get_by_label("Bo", exact=True).check()
        await bench.say(ROOM, "thank you")
        await room.get_by_role("button", name="Controls").click()
        await bench.ask(ROOM, "pause")
        await bench.heard(ROOM, "You asked for pause.")
        said, asked = house.events
        assert isinstance(asked, Asked)
        assert (said.account, said.place) == (BO, ROOM)
        assert (asked.account, asked.place, asked.session) == (BO, ROOM, "one")


async def test_a_closed_room_can_still_be_read(house: EchoHouse, browser: Browser) -> None:
    await furnish(house)
    async with open_page(browser, house.adapter.url) as bench:
        await house.adapter.send(shown("x", kind="close", place=ROOM))
        await expect(bench.column(ROOM)).to_be_hidden()
        await bench.page.get_by_role("button", name="Show 1 closed room").click()
        await expect(bench.column(ROOM)).to_contain_text("Ari felt sore.")
        assert await bench.column(ROOM).locator("textarea").count() == 0


async def test_the_discreet_line_stands_back_and_a_card_stands_out(
    house: EchoHouse, browser: Browser
) -> None:
    await furnish(house)
    async with open_page(browser, house.adapter.url) as bench:
        assert await bench.page.locator(".lead").all_inner_texts() == [LEAD]
        await expect(bench.posts(ROOM)).to_contain_text(["Card"])


async def test_a_long_first_paragraph_is_shown_whole(house: EchoHouse, browser: Browser) -> None:
    long = "It begins only if all of you say yes. " * 6
    async with open_page(browser, house.adapter.url) as bench:
        await house.adapter.send(shown("n2", f"{long}\n\nThat is all."))
        first = bench.posts("ari").last.locator(".text p").first
        await expect(first).to_have_text(long)
        assert await first.evaluate("p => p.scrollHeight <= p.clientHeight + 1")


async def test_the_clock_moves(house: EchoHouse, browser: Browser) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        await expect(bench.page.locator(".now")).to_have_text("Bot's clock: Sat 1 Mar, 09:00 UTC")
        await bench.forward("+24 h")
        await expect(bench.page.locator(".now")).to_have_text("Bot's clock: Sun 2 Mar, 09:00 UTC")
        assert house.settled == 1


async def test_everything_works_with_the_keyboard_alone(house: EchoHouse, browser: Browser) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        keys = bench.page.keyboard
        await tab_to(bench.page, "Write as Ari")
        await keys.type("ask")
        await keys.press("Enter")
        await bench.heard("ari", "Which one?")
        await tab_to(bench.page, "No", back=True)
        await keys.press("Space")
        await bench.heard("ari", "Saved: no")
        await expect(bench.column("ari").get_by_role("log")).to_be_focused()
        await tab_to(bench.page, "Menu", back=True)
        await keys.press("Enter")
        await expect(bench.column("ari").locator("select")).to_be_focused()
        await keys.press("Escape")
        await expect(bench.column("ari").locator("button.menu")).to_be_focused()
        await keys.press("Enter")
        await tab_to(bench.page, "Share")
        await keys.press("Enter")
        await bench.heard("ari", "You asked for share bo.")


async def tab_to(page: Page, name: str, *, back: bool = False) -> None:
    """Press Tab until what has the focus bears that name; its focus must be visible."""
    for _ in range(40):
        await page.keyboard.press("Shift+Tab" if back else "Tab")
        label, outline = await page.evaluate(
            """() => { const at = document.activeElement;
               return [(at.labels?.[0] ?? at).textContent.trim(),
                       getComputedStyle(at).outlineStyle]; }"""
        )
        if label == name:
            assert outline == "solid"
            return
    pytest.fail(f"no way by keyboard to {name!r}")


async def test_a_reload_shows_the_same_again(house: EchoHouse, browser: Browser) -> None:
    await furnish(house)
    async with open_page(browser, house.adapter.url) as bench:
        await bench.say("ari", "hello")
        await bench.heard("ari", "You said: hello")
        before = await bench.texts("ari")
        await bench.page.reload()
        await bench.heard("ari", "You said: hello")
        assert await bench.texts("ari") == before


async def test_a_restart_is_survived_quietly_and_nothing_is_doubled(
    house: EchoHouse, browser: Browser
) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        await bench.say("ari", "hello")
        await bench.heard("ari", "You said: hello")
        await house.adapter.stop()
        await expect(bench.page.locator("#connection")).to_have_text("Reconnecting…")
        box = bench.column("ari").locator("textarea")
        await box.fill("still here")
        await box.press("Enter")
        await expect(bench.column("ari")).to_contain_text("Nothing is lost: please try again.")
        await expect(box).to_have_value("still here")
        await house.make().start()
        await expect(bench.page.locator("#connection")).to_have_text("", timeout=10_000)
        await box.press("Enter")
        await bench.heard("ari", "You said: still here")
        wanted = ["hello", "You said: hello", "still here", "You said: still here"]
        assert await bench.texts("ari") == wanted


async def test_while_nothing_can_be_saved_the_words_stay_in_the_box(
    house: EchoHouse, browser: Browser
) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        house.trouble = StoreUnavailable()
        box = bench.column("ari").locator("textarea")
        await box.fill("keep me")
        await box.press("Enter")
        await expect(bench.column("ari")).to_contain_text("cannot save anything just now")
        await expect(box).to_have_value("keep me")
        assert await bench.texts("ari") == []


async def test_an_answer_that_is_lost_on_the_way_doubles_nothing(
    house: EchoHouse, browser: Browser
) -> None:
    async def lose(route: Route) -> None:
        await route.fetch()
        await route.abort()

    async with open_page(browser, house.adapter.url) as bench:
        await bench.page.route("**/say", lose, times=1)
        await bench.say("ari", "once")
        await bench.heard("ari", "You said: once")
        await expect(bench.column("ari").locator(".status")).to_have_text("")
        assert await bench.texts("ari") == ["once", "You said: once"]


async def test_a_new_token_is_said_in_plain_words(house: EchoHouse, browser: Browser) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        await house.adapter.stop()
        file = house.adapter._house.data / "local.address"  # noqa: SLF001  # somebody tidied up
        kept = json.loads(file.read_bytes())
        file.write_bytes(json.dumps({**kept, "token": "another"}).encode())
        await house.make().start()
        await expect(bench.page.locator("#connection")).to_contain_text(
            "The address has changed", timeout=10_000
        )


async def test_typing_elsewhere_is_not_disturbed_by_news(
    house: EchoHouse, browser: Browser
) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        box = bench.column("bo").locator("textarea")
        await box.type("half a thou")
        await house.adapter.send(shown("o1", kind="open", place=ROOM, people=(ARI, BO)))
        await expect(bench.column(ROOM)).to_be_visible()
        await house.adapter.send(shown("n", "Hello"))
        await bench.heard("ari", "Hello")
        await expect(box).to_be_focused()
        await bench.page.keyboard.type("ght")
        await expect(box).to_have_value("half a thought")


async def test_two_pages_of_one_bench_show_the_same(house: EchoHouse, browser: Browser) -> None:
    url = house.adapter.url
    async with open_page(browser, url) as one, open_page(browser, url, size=PHONE) as other:
        await one.say("ari", "hello")
        await other.heard("ari", "You said: hello")
        assert await both(one, other) == [["hello", "You said: hello"]] * 2


async def both(*benches: Bench) -> list[list[str]]:
    return [await each.posts("ari").locator(".text").all_text_contents() for each in benches]


async def test_a_code_is_typed_in_the_menu_and_nobody_need_be_named(
    house: EchoHouse, browser: Browser
) -> None:
    async with open_page(browser, house.adapter.url) as bench:
        column = bench.column("ari")
        await column.locator("button.menu").click()
        await column.get_by_label("Code").fill("ABCD-EFGH")
        await column.locator('.menu-panel [data-command="join"]').click()
        await bench.heard("ari", "You asked for join ABCD-EFGH.")
        await column.locator("button.menu").click()
        await column.get_by_label("With").select_option(label="Somebody with a code")
        await column.locator('.menu-panel [data-command="share"]').click()
        await bench.heard("ari", "You asked for share.")
        await column.locator("button.menu").click()
        await column.get_by_label("Code").fill("2345-6789")
        await column.get_by_label("Code").press("Enter")
        await bench.heard("ari", "You asked for join 2345-6789.")
