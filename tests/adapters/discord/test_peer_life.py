"""How long things can be answered, and what survives the end of the bot's process."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import discord
import pytest
from discord import app_commands, ui

from tests.adapters.discord.peer.person import Person
from tests.adapters.discord.peer.probe import Probe, awake, until
from tests.adapters.discord.peer.process import Impossible, Peer


class Go(ui.DynamicItem[ui.Button[ui.View]], template=r"go:(?P<step>\w+)"):
    """A button whose custom_id says everything."""

    def __init__(self, step: str) -> None:
        super().__init__(ui.Button(label="Go", custom_id=f"go:{step}"))
        self.step = step

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, _item: ui.Item[Any], match: re.Match[str], /
    ) -> "Go":
        return cls(match["step"])

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"Step {self.step}")


class Keeping(Probe):
    """Takes every interaction and leaves it to the test."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[discord.Interaction] = []

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        self.kept.append(interaction)


async def offer(bot: Probe, person: Person) -> None:
    """One message with a button."""
    view = ui.View(timeout=None)
    view.add_item(ui.Button(label="Go", custom_id="go:ask"))
    await (await bot.fetch_user(person.id)).send("Ready?", view=view)


@pytest.fixture
async def ari(peer: Peer) -> Person:
    """Somebody."""
    return await peer.person("ari")


@pytest.fixture
async def bot(peer: Peer, ari: Person) -> AsyncIterator[Keeping]:
    """A bot that has offered a button to ari."""
    async with awake(Keeping(), peer) as bot:
        await offer(bot, ari)
        yield bot


async def clicked(bot: Keeping, ari: Person) -> tuple[discord.Interaction, asyncio.Task[Any]]:
    """What the bot got of a click, and ari's wait for it."""
    click = asyncio.create_task(ari.click("Go"))
    await until(lambda: bool(bot.kept))
    return bot.kept.pop(), click


async def test_a_button_works_after_the_bot_was_started_anew(peer: Peer, ari: Person) -> None:
    async with awake(Probe(), peer) as first:
        await offer(first, ari)
    ack = await ari.click("Go")
    assert (ack.how, ack.delivered, ack.failed) == ("nothing", 0, "The application did not respond")
    second = Probe()
    second.add_dynamic_items(Go)
    async with awake(second, peer):
        ack = await ari.click("Go")
    assert ack.message
    assert ack.message.text == "Step ask"


async def test_a_modal_stays_open_while_nobody_takes_it(peer: Peer, ari: Person) -> None:
    first = Probe()
    first.add_dynamic_items(Asks)
    async with awake(first, peer):
        await offer(first, ari)
        assert (await ari.click("Go")).modal
    assert (await ari.submit({"Words": "mine"})).failed
    second = Keeping()
    async with awake(second, peer):
        submit = asyncio.create_task(ari.submit({"Words": "mine"}))
        await until(lambda: bool(second.kept))
        data: Any = second.kept[0].data
        assert data["components"][0]["component"]["value"] == "mine"
        await second.kept[0].response.defer()
        assert (await submit).how == "defer-update"
    with pytest.raises(Impossible, match="no modal"):
        await ari.submit({"Words": "again"})


class Asks(ui.DynamicItem[ui.Button[ui.View]], template=r"go:(?P<step>\w+)"):
    """The same button, in a version that asks by a modal."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction, item: ui.Item[Any], _match: re.Match[str], /
    ) -> "Asks":
        assert isinstance(item, ui.Button)
        return cls(item)

    async def callback(self, interaction: discord.Interaction) -> None:
        modal = ui.Modal(title="Say it", custom_id="say:1")
        modal.add_item(ui.Label(text="Words", component=ui.TextInput(custom_id="words")))
        await interaction.response.send_modal(modal)


async def test_a_modal_cannot_answer_a_modal(peer: Peer, ari: Person) -> None:
    first = Probe()
    first.add_dynamic_items(Asks)
    async with awake(first, peer):
        await offer(first, ari)
        await ari.click("Go")
    second = Keeping()
    async with awake(second, peer):
        submit = asyncio.create_task(ari.submit({"Words": "mine"}))
        await until(lambda: bool(second.kept))
        with pytest.raises(discord.HTTPException) as no:
            await Asks(ui.Button(custom_id="go:ask")).callback(second.kept[0])
        assert no.value.code == 50035
        await second.kept[0].response.send_message("So be it")
        assert (await submit).how == "message"


async def test_more_than_25_choices_are_refused(peer: Peer, ari: Person) -> None:
    bot = Probe()
    refused: list[int] = []

    @bot.tree.command(name="share", description="Share")
    async def share(interaction: discord.Interaction, what: str) -> None:
        await interaction.response.send_message(what)

    @share.autocomplete("what")
    async def offered(interaction: discord.Interaction, _: str) -> list[Any]:
        many = [app_commands.Choice(name=str(n), value=str(n)) for n in range(26)]
        try:
            await interaction.response.autocomplete(many)
        except discord.HTTPException as no:
            refused.append(no.code)
        return []

    async with awake(bot, peer):
        await bot.tree.sync()
        ack = await ari.types("share", into="what", what="")
        await until(lambda: bool(refused))
    assert (refused, ack.choices) == ([50035], [])
    await peer.forget()


async def test_after_3_seconds_nobody_can_answer(peer: Peer, bot: Keeping, ari: Person) -> None:
    interaction, click = await clicked(bot, ari)
    await peer.advance(3.1)
    assert (await click).failed == "The application did not respond"
    with pytest.raises(discord.NotFound) as no:
        await interaction.response.defer()
    assert no.value.code == 10062


async def test_a_second_acknowledgement_is_refused(bot: Keeping, ari: Person) -> None:
    interaction, click = await clicked(bot, ari)
    await interaction.response.defer()
    await click
    interaction.response._response_type = None  # noqa: SLF001 - it has forgotten, as after a crash
    with pytest.raises(discord.HTTPException) as no:
        await interaction.response.send_message("again")
    assert no.value.code == 40060


async def test_after_15_minutes_a_token_is_worthless(peer: Peer, bot: Keeping, ari: Person) -> None:
    interaction, click = await clicked(bot, ari)
    await interaction.response.defer(thinking=True)
    await click
    await peer.advance(15 * 60 - 5)
    await interaction.followup.send("In time")
    await peer.advance(10)
    with pytest.raises(discord.HTTPException) as no:
        await interaction.followup.send("Too late")
    assert (no.value.status, no.value.code) == (401, 50027)
    assert await ari.reads() == ["handrail: Ready?", "handrail: In time"]


async def test_nothing_follows_what_was_not_acknowledged(
    peer: Peer, bot: Keeping, ari: Person
) -> None:
    interaction, click = await clicked(bot, ari)
    with pytest.raises(discord.NotFound) as no:
        await interaction.followup.send("first")
    assert no.value.code == 10015
    await peer.advance(4)
    await click


async def test_a_deferred_answer_is_finished_by_the_next_process(peer: Peer, ari: Person) -> None:
    first = Keeping()
    async with awake(first, peer):
        await offer(first, ari)
        interaction, click = await clicked(first, ari)
        await interaction.response.defer(thinking=True)
        assert (await click).message.thinking
    async with awake(Probe(), peer) as second:
        hook = discord.Webhook.from_state(
            {"id": interaction.application_id, "type": 3, "token": interaction.token},
            state=second._connection,  # noqa: SLF001 - the only way to send ephemeral followups
        )
        original: Any = "@original"  # the address takes it, the annotation does not
        await hook.edit_message(original, content="Here it is")
        await hook.send("And for you alone", ephemeral=True)
    first_seen, last = (await ari.sees())[-2:]
    assert (first_seen.text, first_seen.thinking) == ("Here it is", False)
    assert last.ephemeral


async def test_where_only_the_person_has_the_app_five_followups_are_all(peer: Peer) -> None:
    cy = await peer.person("cy", member=False)
    await cy.installs_the_app()
    elsewhere, general = await peer.found("elsewhere", bot=False)
    await cy.joins(elsewhere)
    refused: list[int] = []
    bot = Probe()

    @bot.tree.command(name="start", description="Begin")
    @app_commands.allowed_installs(guilds=True, users=True)
    async def start(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("0")
        try:
            for count in range(1, 7):
                await interaction.followup.send(str(count))
        except discord.HTTPException as no:
            refused.append(no.code)

    async with awake(bot, peer):
        await bot.tree.sync()
        await cy.slash("start", str(general))
        assert len(await cy.sees(str(general), at_least=6)) == 6
        await until(lambda: refused == [40094])
