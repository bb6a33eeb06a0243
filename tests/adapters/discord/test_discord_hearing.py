"""What the adapter hears: nothing is lost, nothing comes twice, and everybody is answered."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.model.event import Asked, Said
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.probe import until
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.small import COMMANDS, SmallHouse, account, adapter, shown
from tests.adapters.discord.whole import WRITE, QuickAdapter, until_known


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


@pytest.fixture
def house() -> SmallHouse:
    """Where the adapter stands."""
    return SmallHouse()


@pytest.fixture
async def on(peer: Peer, house: SmallHouse, tmp_path: Path) -> AsyncIterator[QuickAdapter]:
    """A connected adapter, whose commands are known."""
    async with adapter(peer, house, tmp_path) as made:
        await until_known(peer)
        yield made


@pytest.mark.usefixtures("on")
async def test_commands_are_those_of_the_house_and_told_once(
    peer: Peer, house: SmallHouse, tmp_path: Path
) -> None:
    assert (await peer.state())["commands"] == [each.name for each in COMMANDS]
    assert len(await peer.requests("PUT", "/commands")) == 1
    del house, tmp_path


async def test_after_a_restart_commands_are_not_told_again(
    peer: Peer, house: SmallHouse, tmp_path: Path
) -> None:
    for _ in range(2):
        async with adapter(peer, house, tmp_path):
            await until_known(peer)
            await peer.quiet()
    assert len(await peer.requests("PUT", "/commands")) == 1


@pytest.mark.usefixtures("on")
async def test_a_command_names_a_person_by_id_and_by_what_others_see(
    peer: Peer, house: SmallHouse, ari: Person
) -> None:
    bo = await peer.person("bo")
    ack = await ari.slash("share", "#general", person="bo")
    assert (ack.how, ack.ms < 3000) == ("message", True)
    (told,) = house.told
    assert isinstance(told, Asked)
    assert told.account is not None
    assert told.account.native == str(ari.id)
    assert told.options == {"person": str(bo.id), "called": "Bo"}
    assert told.place == "dm"


@pytest.mark.usefixtures("on")
async def test_a_bot_is_nobody_to_share_with(house: SmallHouse, ari: Person) -> None:
    ack = await ari.slash("share", "#general", person="handrail")
    assert ack.message
    assert ack.message.text.startswith("That name was not found.")
    assert house.told == []


@pytest.mark.usefixtures("on")
async def test_a_code_goes_with_its_command(house: SmallHouse, ari: Person) -> None:
    ack = await ari.slash("join", code="apple-tree")
    assert ack.message
    assert ack.message.text == "It comes here, in this chat."
    (told,) = house.told
    assert isinstance(told, Asked)
    assert told.options == {"code": "apple-tree"}


@pytest.mark.usefixtures("on")
async def test_it_works_where_only_the_person_has_the_app(peer: Peer, house: SmallHouse) -> None:
    cy = await peer.person("cy", member=False)
    await cy.installs_the_app()
    elsewhere, general = await peer.found("elsewhere", bot=False)
    await cy.joins(elsewhere)
    ack = await cy.slash("pause", str(general))
    assert ack.message
    assert ack.message.ephemeral
    await cy.slash("pause")
    assert house.commands == ["pause", "pause"]


async def test_a_form_is_taken_for_its_question(
    on: QuickAdapter, house: SmallHouse, ari: Person
) -> None:
    await on.send(shown("one.1.0", ari, "What happened?", kind="question", writes=True))
    assert (await ari.click(WRITE)).how == "modal"
    ack = await ari.submit({"Your words": "They forgot me."})
    assert (ack.how, ack.failed) == ("defer-update", None)
    (told,) = house.told
    assert isinstance(told, Said)
    assert (told.question, house.words) == ("one.1.0", ["They forgot me."])


async def test_a_form_that_was_open_over_a_restart_is_taken(
    peer: Peer, house: SmallHouse, ari: Person, tmp_path: Path
) -> None:
    async with adapter(peer, house, tmp_path) as first:
        question = shown("one.1.0", ari, "And?", kind="question", writes=True, choices=("no",))
        await first.send(question)
        await ari.click(WRITE)
    assert (await ari.submit({"Your words": "Once"})).failed
    async with adapter(peer, house, tmp_path):
        assert (await ari.submit({"Your words": "Once"})).failed is None
        assert (await ari.click("No")).failed is None
    assert (house.words, house.picks) == (["Once"], [("no",)])


async def test_nothing_is_acknowledged_that_was_not_kept(
    on: QuickAdapter, house: SmallHouse, ari: Person
) -> None:
    await on.send(shown("one.1.0", ari, "Ready?", kind="question", choices=("yes",)))
    house.out_of_order()
    ack = await ari.click("Yes")
    assert ack.message
    assert ack.message.text.startswith("That could not be kept just now.")
    ack = await ari.slash("pause")
    assert ack.message
    assert ack.message.text.startswith("That could not be kept just now.")


async def test_a_mistake_of_ours_is_said_kindly(
    on: QuickAdapter, house: SmallHouse, ari: Person
) -> None:
    await on.send(shown("one.1.0", ari, "Ready?", kind="question", choices=("yes",)))
    house.trouble = RuntimeError("never shown")
    ack = await ari.click("Yes")
    assert ack.message
    assert (ack.message.text, ack.message.ephemeral) == (WORDS_OF_A_BUG, True)


WORDS_OF_A_BUG = "That did not work. Please try it another way."


@pytest.mark.usefixtures("on")
async def test_what_takes_long_is_acknowledged_in_time(
    house: SmallHouse, ari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.discord.client.FAST", 0.05)
    house.open.clear()
    ack = await ari.slash("pause")
    assert ack.message
    assert ack.message.text.startswith("This takes a little longer than usual.")
    assert house.told == []
    house.open.set()
    await until(lambda: house.commands == ["pause"])


# ── what was missed ──────────────────────────────────────────────────────────
async def test_230_messages_that_were_missed_come_in_order(
    peer: Peer, house: SmallHouse, ari: Person, tmp_path: Path
) -> None:
    async with adapter(peer, house, tmp_path):
        await ari.say("0")
        await until(lambda: house.words == ["0"])
    for number in range(1, 231):
        await ari.say(str(number))
    async with adapter(peer, house, tmp_path):
        await ari.say("231")
        await until(lambda: len(house.words) >= 232)
        await ari.say("232")
        await until(lambda: len(house.words) >= 233)
    assert house.words == [str(number) for number in range(233)]


async def test_a_question_that_was_sent_first_opens_a_chat_that_is_read_too(
    peer: Peer, house: SmallHouse, ari: Person, tmp_path: Path
) -> None:
    async with adapter(peer, house, tmp_path) as first:
        await first.send(shown("one.1.0", ari, "Hello"))
    await ari.say("I was here meanwhile")
    async with adapter(peer, house, tmp_path):
        await until(lambda: house.words == ["I was here meanwhile"])


@pytest.mark.usefixtures("on")
async def test_a_stream_that_begins_anew_loses_nothing(
    peer: Peer, house: SmallHouse, ari: Person
) -> None:
    await ari.say("before")
    await until(lambda: house.words == ["before"])
    await peer.gateway("refuse", times=1)
    await peer.gateway("invalidate", resumable=False)
    await ari.say("meanwhile")
    assert await peer.connected(times=2, seconds=20)
    await ari.say("after")
    await until(lambda: len(house.words) >= 3, seconds=20)
    assert house.words == ["before", "meanwhile", "after"]


@pytest.mark.usefixtures("on")
async def test_a_line_that_is_cut_is_taken_up_again(
    peer: Peer, house: SmallHouse, ari: Person
) -> None:
    await peer.gateway("drop")
    await ari.say("meanwhile")
    await until(lambda: house.words == ["meanwhile"], seconds=20)


@pytest.mark.usefixtures("on")
async def test_an_event_that_ends_the_client_is_followed_by_another_client(
    peer: Peer, house: SmallHouse, ari: Person
) -> None:
    await ari.say("before")
    await until(lambda: house.words == ["before"])
    await peer.gateway("malformed")
    await ari.say("meanwhile")
    await until(lambda: house.words == ["before", "meanwhile"], seconds=20)


@pytest.mark.usefixtures("on")
async def test_what_could_not_be_kept_is_read_again(
    house: SmallHouse, ari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.discord.client.AGAIN", 0.05)
    house.out_of_order()
    await ari.say("first")
    await ari.say("second")
    await asyncio.sleep(0)
    house.trouble = None
    await ari.say("third")
    await until(lambda: len(house.words) == 3)
    assert house.words == ["first", "second", "third"]


async def test_nothing_of_whom_was_forgotten_is_in_the_file(
    peer: Peer, house: SmallHouse, ari: Person, tmp_path: Path
) -> None:
    async with adapter(peer, house, tmp_path) as made:
        await made.send(shown("one.1.0", ari))
        await made.forget(account(ari))
        await made.forget(account(ari))
    async with adapter(peer, house, tmp_path) as made:
        assert made._memory  # noqa: SLF001 - what is kept is nobody's to ask for
        assert made._memory.people() == ()  # noqa: SLF001 - see above
    kept = b"".join(each.read_bytes() for each in (tmp_path / "data").iterdir())
    assert str(ari.id).encode() not in kept
