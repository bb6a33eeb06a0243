"""What the adapter hands over: once, whole, and with what can be tapped under it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec import structs

from bot.errors import TryLater, Unreachable
from bot.model.message import ShownChoice
from bot.model.person import Account
from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.process import Peer
from tests.adapters.discord.small import SmallHouse, account, adapter, shown
from tests.adapters.discord.whole import WRITE, QuickAdapter


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
    """A connected adapter."""
    async with adapter(peer, house, tmp_path) as made:
        yield made


async def test_the_same_key_is_the_same_message(on: QuickAdapter, ari: Person) -> None:
    await on.send(shown("one.1.0", ari))
    await on.send(shown("one.1.0", ari))
    assert await ari.reads() == ["handrail: Hello"]


async def test_a_key_is_sent_as_the_nonce_and_a_long_one_by_its_hash(
    peer: Peer, on: QuickAdapter, ari: Person
) -> None:
    await on.send(shown("one.1.0", ari))
    await on.send(shown("one" * 20, ari))
    nonces = [each["body"]["nonce"] for each in await peer.requests("POST", "/messages")]
    assert nonces[0] == "one.1.0"
    assert len(nonces[1]) <= 25


async def test_a_message_whose_answer_was_lost_is_there_once(
    peer: Peer, on: QuickAdapter, ari: Person
) -> None:
    await peer.fault("commit-then-drop", "messages$", "POST")
    with pytest.raises(TryLater):
        await on.send(shown("one.1.0", ari))
    await on.send(shown("one.1.0", ari))
    assert await ari.reads() == ["handrail: Hello"]


async def test_long_after_that_it_is_looked_for_before_it_is_sent_again(
    peer: Peer, on: QuickAdapter, ari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    await peer.fault("commit-then-drop", "messages$", "POST")
    with pytest.raises(TryLater):
        await on.send(shown("one.1.0", ari))
    await peer.advance(10 * 60)  # Discord has forgotten the nonce
    monkeypatch.setattr("adapters.discord.outbound.REMEMBERED", timedelta(0))
    await on.send(shown("one.1.0", ari))
    assert await ari.reads() == ["handrail: Hello"]
    await on.send(shown("one.2.0", ari))
    assert len(await ari.reads()) == 2


async def test_a_button_says_which_question_and_which_choice(
    on: QuickAdapter, house: SmallHouse, ari: Person
) -> None:
    await on.send(shown("one.1.0", ari, "Ready?", kind="question", choices=("yes", "no")))
    ack = await ari.click("Yes")
    assert (ack.how, ack.failed) == ("defer-update", None)
    assert house.picks == [("yes",)]
    await on.send(shown("one.2.0", ari, "Saved", kind="edit", target="one.1.0"))
    (only,) = await ari.sees()
    assert (only.text, only.labels) == ("Saved", [])


async def test_several_choices_come_in_one_list(
    on: QuickAdapter, house: SmallHouse, ari: Person
) -> None:
    some = ("sad", "glad", "calm")
    await on.send(shown("one.1.0", ari, "Which?", kind="question", choices=some, most=2))
    await ari.choose("Sad", "Calm")
    assert house.picks == [("sad", "calm")]


async def test_skipping_stands_apart_from_several_choices(
    on: QuickAdapter, house: SmallHouse, ari: Person
) -> None:
    some = ("sad", "glad", "skip")
    await on.send(shown("one.1.0", ari, "Which?", kind="question", choices=some, most=2))
    (message,) = await ari.sees()
    assert [each.value for each in message.selects[0].options] == ["sad", "glad"]
    await ari.click("Skip")
    assert house.picks == [("skip",)]


async def test_many_choices_come_in_lists_of_twenty_five(
    on: QuickAdapter, house: SmallHouse, ari: Person
) -> None:
    many = tuple(f"feeling-{number}" for number in range(60))
    await on.send(shown("one.1.0", ari, "Which?", kind="question", choices=many))
    (message,) = await ari.sees()
    assert [len(each.options) for each in message.selects] == [25, 25, 10]
    await ari.choose("feeling-7", message=message.id)
    assert house.picks == [("feeling-7",)]


async def test_a_label_that_is_too_long_for_a_button_is_whole_in_a_list(
    on: QuickAdapter, ari: Person
) -> None:
    label = "When you said that " + "it was over and done with " * 5
    question = shown("one.1.0", ari, "Which part?", kind="question", choices=("a",))
    question = structs.replace(question, choices=(ShownChoice(id="a", label=label),))
    await on.send(question)
    (message,) = await ari.sees()
    (option,) = message.selects[0].options
    assert f"{option.label.rstrip('…')}{option.description}" == label


async def test_a_card_is_in_a_frame_and_a_long_text_is_whole(on: QuickAdapter, ari: Person) -> None:
    long, longer = "word " * 600, "word " * 1200
    await on.send(shown("one.1.0", ari, "Being left out", kind="card"))
    await on.send(shown("one.2.0", ari, long.strip(), writes=True))
    await on.send(shown("one.3.0", ari, longer.strip()))
    card, one, first, second = await ari.sees()
    assert [each.card for each in (card, one)] == [True, True]
    assert (card.text, one.text, one.labels) == ("Being left out", long.strip(), [WRITE])
    assert f"{first.text} {second.text}" == longer.strip()


async def test_a_long_question_can_be_edited_too(on: QuickAdapter, ari: Person) -> None:
    long = "word " * 500
    await on.send(shown("one.1.0", ari, long.strip(), kind="question", choices=("yes",)))
    await on.send(shown("one.2.0", ari, "", kind="edit", target="one.1.0"))
    (only,) = await ari.sees()
    assert (only.text, only.labels) == (long.strip(), [])
    await on.send(shown("one.3.0", ari, "Saved", kind="edit", target="one.1.0"))
    assert [each.text for each in await ari.sees()] == ["Saved"]


async def test_a_copy_of_ones_data_is_a_file(on: QuickAdapter, ari: Person) -> None:
    await on.send(shown("one.1.0", ari, "all of it", kind="file", name="handrail.txt"))
    await on.send(shown("one.1.0", ari, "all of it", kind="file", name="handrail.txt"))
    assert [each.files for each in await ari.sees()] == [["handrail.txt"]]


async def test_hiding_takes_back_what_the_bot_said_and_no_more(
    on: QuickAdapter, ari: Person
) -> None:
    await ari.say("mine")
    for number in range(24):
        await on.send(shown(f"one.{number}.0", ari))
    with pytest.raises(TryLater):  # others wait too, so it goes on in a moment
        await on.send(shown("two.1.0", ari, "", kind="hide"))
    await on.send(shown("two.1.0", ari, "", kind="hide"))
    assert await ari.reads() == ["ari: mine"]
    await on.send(shown("one.99.0", ari, "Saved", kind="edit", target="one.1.0"))


async def test_closed_chats_are_unreachable_and_told_at_the_next_command(
    on: QuickAdapter, ari: Person
) -> None:
    await ari.closes_dms()
    with pytest.raises(Unreachable):
        await on.send(shown("one.1.0", ari))
    await until_commands(on)
    ack = await ari.slash("pause", "#general")
    assert ack.message
    assert ack.message.text.startswith("I could not reach your private chat.")
    await ari.opens_dms()
    await on.send(shown("one.2.0", ari))
    ack = await ari.slash("pause", "#general")
    assert ack.message
    assert ack.message.text.startswith("It comes in your private chat")


async def test_who_has_left_and_who_has_blocked_are_unreachable(
    peer: Peer, on: QuickAdapter, ari: Person
) -> None:
    bo = await peer.person("bo")
    for who in (ari, bo):
        await on.send(shown(f"one.1.{who.id % 10}", who))
    await ari.leaves()
    await bo.blocks_the_bot()
    for who in (ari, bo):
        with pytest.raises(Unreachable):
            await on.send(shown(f"one.2.{who.id % 10}", who))


@pytest.mark.parametrize("code", [50007, 50278, 10003, 10008, 50001, 10013])
async def test_what_will_never_work_is_unreachable(
    peer: Peer, on: QuickAdapter, ari: Person, code: int
) -> None:
    await peer.fault("error", "messages$", "POST", code=code, status=403)
    with pytest.raises(Unreachable):
        await on.send(shown("one.1.0", ari))


async def test_somebody_who_is_no_id_is_unreachable(on: QuickAdapter, ari: Person) -> None:
    nobody = structs.replace(shown("one.1.0", ari), to=Account(platform="discord", native="bo"))
    with pytest.raises(Unreachable):
        await on.send(nobody)


@pytest.mark.parametrize("status", [503, 401])
async def test_what_may_work_later_is_tried_later(
    peer: Peer, on: QuickAdapter, ari: Person, status: int
) -> None:
    await peer.fault("error", "messages$", "POST", status=status)
    with pytest.raises(TryLater):
        await on.send(shown("one.1.0", ari))
    await peer.forget()  # such an answer is none of Discord's own
    await on.send(shown("one.1.0", ari))
    assert await ari.reads() == ["handrail: Hello"]


async def test_a_short_429_is_waited_for_and_a_long_one_is_said(
    peer: Peer, on: QuickAdapter, ari: Person
) -> None:
    await peer.fault("rate-limit", "messages$", retry_after=0.2)
    await on.send(shown("one.1.0", ari))
    await peer.fault("rate-limit", "messages$", retry_after=90)
    with pytest.raises(TryLater) as busy:
        await on.send(shown("one.2.0", ari))
    assert busy.value.wait.total_seconds() >= 80


async def test_a_line_that_hangs_is_let_go_of(
    peer: Peer, on: QuickAdapter, ari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.discord.adapter.LONGEST", 0.2)
    await peer.fault("delay", "messages$", ms=600)
    with pytest.raises(TryLater):
        await on.send(shown("one.1.0", ari))
    await on.send(shown("one.1.0", ari))
    await peer.quiet(700)
    assert await ari.reads() == ["handrail: Hello"]


async def test_nobody_is_notified_by_what_somebody_writes(
    peer: Peer, on: QuickAdapter, ari: Person
) -> None:
    await on.send(shown("one.1.0", ari, f"@everyone and <@{ari.id}>", kind="card"))
    (sent,) = await peer.requests("POST", "/messages")
    assert sent["body"]["allowed_mentions"] == {"parse": []}


async def test_before_and_after_there_is_only_later(
    peer: Peer, house: SmallHouse, ari: Person, tmp_path: Path
) -> None:
    async with adapter(peer, house, tmp_path) as made:
        pass
    for act in (made.send(shown("one.1.0", ari)), made.forget(account(ari))):
        with pytest.raises(TryLater):
            await act
    await made.stop()


async def until_commands(on: QuickAdapter) -> None:
    """Wait until Discord knows the commands."""
    keeper = on._keeper  # noqa: SLF001 - no promise of the adapter says when
    assert keeper
    assert keeper.client
    telling = keeper.client._telling  # noqa: SLF001 - see above
    assert telling
    await telling


async def test_a_client_that_ended_while_a_message_gave_way_is_no_failure_of_it(
    on: QuickAdapter, ari: Person
) -> None:
    client = on._client  # noqa: SLF001 - the one that is about to end
    assert client
    with client.urgent.one():
        sending = asyncio.create_task(on.send(shown("one.1.0", ari)))
        await asyncio.sleep(0)
        await client.close()
    with pytest.raises(TryLater):
        await sending
