"""People and a real discord.py bot talk: commands, buttons, lists, modals, private chats."""

import io

import discord
from discord import app_commands, ui

from tests.adapters.discord.peer.probe import Probe, awake, until
from tests.adapters.discord.peer.process import Peer


class Share(ui.Modal, title="Share"):
    """Asks for a few words."""

    words: ui.Label[ui.Modal] = ui.Label(
        text="Your words", component=ui.TextInput(custom_id="words", max_length=40)
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        field = self.words.component
        assert isinstance(field, ui.TextInput)
        await interaction.response.send_message(f"You wrote: {field.value}", ephemeral=True)


async def test_a_bot_logs_in_and_its_commands_are_listed(peer: Peer) -> None:
    bot = Probe()
    bot.tree.command(name="start", description="Begin")(_greets)
    async with awake(bot, peer):
        await bot.tree.sync()
        await bot.tree.sync()
        assert [each.name for each in await bot.tree.fetch_commands()] == ["start"]
        assert [guild.name for guild in bot.guilds] == ["home"]
        assert bot.latency < 5  # a heartbeat was sent and answered
    state = await peer.state()
    assert state["commands"] == ["start"]
    assert state["commands_created"] == 1  # the second time nothing was new


async def _greets(interaction: discord.Interaction) -> None:
    await interaction.response.send_message(f"Hello {interaction.user.name}")


async def test_a_command_is_deferred_and_then_answered(peer: Peer) -> None:
    bot, ari = Probe(), await peer.person("ari")

    @bot.tree.command(name="start", description="Begin")
    async def start(interaction: discord.Interaction) -> None:
        await interaction.response.defer(ephemeral=True)
        await interaction.followup.send("One moment is over.")
        await interaction.followup.send("And one more.", ephemeral=True)

    async with awake(bot, peer):
        await bot.tree.sync()
        ack = await ari.slash("start", "#general")
        assert (ack.how, ack.type, ack.failed) == ("defer", 5, None)
        assert 0 < ack.ms < 1000
        first, second = await ari.sees("#general", at_least=2, until="more")
    assert ack.message
    assert first.id == ack.message.id  # the first followup is the answer itself
    assert (first.text, first.ephemeral, first.thinking) == ("One moment is over.", True, False)
    assert second.text == "And one more."


async def test_an_ephemeral_answer_is_for_one_person_until_they_reload(peer: Peer) -> None:
    bot, ari, bo = Probe(), await peer.person("ari"), await peer.person("bo")

    @bot.tree.command(name="start", description="Begin")
    async def start(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Only you", ephemeral=True)
        await interaction.edit_original_response(content="Only you, still")

    async with awake(bot, peer):
        await bot.tree.sync()
        await ari.slash("start", "#general")
        assert await ari.reads("#general", until="still") == ["handrail: Only you, still"]
        assert await bo.reads("#general") == []
        general = discord.utils.get(bot.guilds[0].text_channels, name="general")
        assert general
        assert [each async for each in general.history()] == []
        await ari.reloads()
        assert await ari.reads("#general") == []


async def test_a_person_types_and_is_offered_choices(peer: Peer) -> None:
    bot, ari, bo = Probe(), await peer.person("ari"), await peer.person("bo")

    @bot.tree.command(name="share", description="Share with somebody")
    async def share(interaction: discord.Interaction, whom: discord.Member, what: str) -> None:
        await interaction.response.send_message(f"{whom.name}, {what}, {interaction.locale}")

    @share.autocomplete("what")
    async def offered(
        _interaction: discord.Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=f"{typed}ll share", value="small-share")]

    async with awake(bot, peer):
        await bot.tree.sync()
        await ari.speaks("de")
        ack = await ari.types("share", "#general", into="what", what="sma")
        assert ack.choices == [{"name": "small share", "value": "small-share"}]
        ack = await ari.slash("share", "#general", whom=bo.name, what="small-share")
        assert ack.message
        assert ack.message.text == "bo, small-share, de"


async def test_a_button_changes_its_message_and_a_list_takes_several(peer: Peer) -> None:
    bot, ari = Probe(), await peer.person("ari")

    class Choices(ui.View):
        @ui.button(label="Go on")
        async def go(self, interaction: discord.Interaction, button: ui.Button["Choices"]) -> None:
            button.disabled = True
            await interaction.response.edit_message(content="Gone on", view=self)

        @ui.select(
            placeholder="Feelings",
            max_values=2,
            options=[discord.SelectOption(label=each) for each in ("calm", "glad", "sad")],
        )
        async def feel(
            self, interaction: discord.Interaction, feelings: ui.Select["Choices"]
        ) -> None:
            await interaction.response.defer()
            await interaction.followup.send(" and ".join(feelings.values))

    async with awake(bot, peer):
        user = await bot.fetch_user(ari.id)
        await user.send("Ready?", view=Choices())
        ack = await ari.choose("calm", "sad", which="Feelings")
        assert ack.how == "defer-update"
        ack = await ari.click("Go on")
        assert (ack.how, ack.type) == ("update", 7)
        ready, feelings = await ari.sees(until="calm and sad")
    assert (ready.text, ready.edited) == ("Gone on", True)
    assert [button.disabled for button in ready.buttons] == [True]
    assert feelings.author == "handrail"


async def test_a_modal_takes_what_somebody_writes(peer: Peer) -> None:
    bot, ari = Probe(), await peer.person("ari")

    @bot.tree.command(name="answer", description="Answer in a window of your own")
    async def answer(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Share())

    async with awake(bot, peer):
        await bot.tree.sync()
        ack = await ari.slash("answer", "#general")
        assert ack.how == "modal"
        assert (await ari.modal())["title"] == "Share"
        ack = await ari.submit({"Your words": "a walk"})
    assert ack.message
    assert ack.message.text == "You wrote: a walk"
    assert ack.message.ephemeral


async def test_a_private_chat_works_both_ways(peer: Peer) -> None:
    bot, ari, bo = Probe(), await peer.person("ari"), await peer.person("bo")
    async with awake(bot, peer):
        said = await ari.say("I am here")
        await until(lambda: bot.heard == ["I am here"])
        await ari.rewrites(said.id, "I am really here")
        chat = await bot.create_dm(discord.Object(ari.id))
        raw = await bot.http.start_private_message(ari.id)
        assert str(raw.get("last_message_id")) == said.id
        await chat.send("So am I")
        assert await ari.reads(until="So am I") == ["ari: I am really here", "handrail: So am I"]
        assert "dm" not in await bo.places()


async def test_a_card_and_a_file_arrive_as_they_are(peer: Peer) -> None:
    bot, ari = Probe(), await peer.person("ari")
    card = ui.LayoutView()
    card.add_item(
        ui.Container(
            ui.TextDisplay("## A question"),
            ui.Separator(),
            ui.Section("What was small?", accessory=ui.Button(label="Later", custom_id="later")),
            ui.ActionRow(ui.Button(label="Answer", custom_id="answer:1:ask")),
        )
    )
    async with awake(bot, peer):
        user = await bot.fetch_user(ari.id)
        await user.send(view=card)
        await user.send(file=discord.File(io.BytesIO(b"picture"), "chart.png"))
        shown, picture = await ari.sees(at_least=2)
    assert shown.card
    assert shown.text == "## A question\nWhat was small?"
    assert shown.labels == ["Later", "Answer"]
    assert all(part["id"] for part in shown.components)
    assert picture.files == ["chart.png"]


async def test_a_person_can_have_the_app_without_a_server(peer: Peer) -> None:
    bot, ari = Probe(), await peer.person("ari", member=False)
    await ari.installs_the_app()
    seen: list[tuple[bool, bool]] = []

    @bot.tree.command(name="start", description="Begin")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def start(interaction: discord.Interaction) -> None:
        seen.append((interaction.is_guild_integration(), interaction.is_user_integration()))
        await interaction.response.send_message("Hello")

    async with awake(bot, peer):
        await bot.tree.sync()
        elsewhere, general = await peer.found("elsewhere", bot=False)
        await ari.joins(elsewhere)
        await ari.slash("start", str(general))
        await ari.slash("start", "dm")
        assert await ari.reads(str(general)) == ["handrail: Hello"]
        assert await ari.reads("dm") == ["handrail: Hello"]
        assert bot.get_guild(elsewhere) is None
    assert seen == [(False, True), (False, True)]
