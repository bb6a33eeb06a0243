"""Recorded payloads, and odd ones, as Events. Nothing is connected to anything."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import discord
import pytest

from adapters.discord import drawing, inbound, marks
from adapters.discord.marks import Mark
from bot.model.event import Asked, Chose, Gone, Said
from bot.model.message import Shown, ShownChoice
from bot.model.person import Account

NOW = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)
ARI: dict[str, Any] = {
    "id": "1100000000000000001",
    "username": "ari.example",
    "global_name": "Ari",
    "discriminator": "0",
    "avatar": None,
}
WHO = Account(platform="discord", native="1100000000000000001", name="Ari")
QUESTION: dict[str, Any] = {
    "id": "1200000000000000007",
    "type": 0,
    "channel_id": "1300000000000000001",
    "author": ARI | {"id": "1", "bot": True},
    "content": "Ready?",
    "timestamp": "2025-03-01T09:00:00+00:00",
    "edited_timestamp": None,
    "tts": False,
    "mention_everyone": False,
    "mentions": [],
    "mention_roles": [],
    "attachments": [],
    "embeds": [],
    "pinned": False,
    "flags": 0,
    "components": [],
}


@pytest.fixture
async def state() -> Any:  # noqa: ANN401 - discord.py's own, which nobody else may name
    """What discord.py reads payloads with."""
    own: Any = discord.Client(intents=discord.Intents.none())._connection  # noqa: SLF001 - see above
    me: Any = ARI | {"id": "1", "bot": True}
    own.user = discord.ClientUser(state=own, data=me)
    return own


def interaction(state: Any, kind: int, data: object, **more: object) -> discord.Interaction:  # noqa: ANN401 - as `state`
    """One of Discord's, in a private chat unless `more` says otherwise."""
    payload: Any = {
        "id": "1200000000000000001",
        "application_id": "1",
        "type": kind,
        "data": data,
        "token": "t",
        "version": 1,
        "channel_id": "1300000000000000001",
        "channel": {"id": "1300000000000000001", "type": 1, "recipients": [ARI]},
        "locale": "de",
        "entitlements": [],
        "authorizing_integration_owners": {"0": "0"},
        "attachment_size_limit": 1,
        "app_permissions": "0",
        "context": 1,
        "user": ARI,
        "message": QUESTION,
    }
    payload |= more
    left = {key: value for key, value in payload.items() if value is not None}
    return discord.Interaction(data=left, state=state)  # type: ignore[arg-type]  # as recorded


def message(state: Any, **more: object) -> discord.Message:  # noqa: ANN401 - as `state`
    """What somebody wrote in their private chat."""
    payload: Any = QUESTION | {"author": ARI, "content": "hello"} | more
    chat: Any = discord.PartialMessageable(state=state, id=1300000000000000001)
    return discord.Message(state=state, channel=chat, data=payload)


def tapped(custom_id: str, **more: object) -> dict[str, object]:
    """The data of a button."""
    return {"custom_id": custom_id, "component_type": 2, "id": 1} | more


async def test_a_button_is_a_choice(state: Any) -> None:  # noqa: ANN401 - as `state`
    mark = str(Mark(marks.PICK, "abcdef123456.7.0", "not-now"))
    assert inbound.chose(interaction(state, 3, tapped(mark)), NOW) == Chose(
        key="discord:1200000000000000001",
        at=NOW,
        account=WHO,
        question="abcdef123456.7.0",
        choices=("not-now",),
    )


async def test_a_list_is_several(state: Any) -> None:  # noqa: ANN401 - as `state`
    data = tapped("list:s.1.0:0", component_type=3, values=["sad", "left-out"])
    chose = inbound.chose(interaction(state, 3, data), NOW)
    assert chose is not None
    assert (chose.question, chose.choices) == ("s.1.0", ("sad", "left-out"))


@pytest.mark.parametrize(
    "data",
    [
        tapped("something else"),
        tapped("pick:"),
        tapped("pick:s.1.0"),
        tapped(""),
        tapped("write:s.1.0"),
        tapped("list:s.1.0:0", component_type=3, values=[]),
        tapped("go:" + "x" * 97),
        {},
        None,
    ],
)
async def test_what_is_no_choice_of_ours_is_none(state: Any, data: object) -> None:  # noqa: ANN401 - as `state`
    assert inbound.chose(interaction(state, 3, data), NOW) is None


async def test_an_id_of_a_hundred_characters_is_read_whole(state: Any) -> None:  # noqa: ANN401 - as `state`
    mark = Mark(marks.PICK, "s.1.0", "c" * (marks.LONGEST - len("pick:s.1.0:")))
    assert (len(str(mark)), marks.fits(mark)) == (100, True)
    chose = inbound.chose(interaction(state, 3, tapped(str(mark))), NOW)
    assert chose is not None
    assert chose.choices == (mark.choice,)


async def test_a_choice_with_colons_stays_whole() -> None:
    assert marks.read(str(Mark(marks.PICK, "s.1.0", "a:b:c"))) == Mark(marks.PICK, "s.1.0", "a:b:c")


async def test_whose_button_it_was_is_for_the_core_to_say(state: Any) -> None:  # noqa: ANN401 - as `state`
    """Somebody else presses it: the event says who, and of which question."""
    bo = ARI | {"id": "1100000000000000002", "username": "bo", "global_name": None}
    chose = inbound.chose(interaction(state, 3, tapped("pick:s.1.0:yes"), user=bo), NOW)
    assert chose is not None
    assert chose.account == Account(platform="discord", native="1100000000000000002", name="bo")


@pytest.mark.parametrize("gone", ["locale", "context", "message", "channel", "channel_id"])
async def test_what_discord_leaves_out_is_not_missed(state: Any, gone: str) -> None:  # noqa: ANN401 - as `state`
    given = interaction(state, 3, tapped("pick:s.1.0:yes"), **{gone: None})
    chose = inbound.chose(given, NOW)
    assert chose is not None
    assert chose.choices == ("yes",)


async def test_a_command_in_a_server_comes_of_a_member(state: Any) -> None:  # noqa: ANN401 - as `state`
    seat: dict[str, Any] = {
        "user": ARI,
        "nick": "Nickname",
        "roles": [],
        "joined_at": None,
        "flags": 0,
    }
    data = {"id": "1", "name": "pause", "type": 1}
    place = {"guild_id": "5", "guild": {"id": "5", "locale": "en-US", "features": []}}
    given = interaction(
        state, 2, data, user=None, member=seat | {"permissions": "0"}, context=0, **place
    )
    assert inbound.asked(given, NOW) == Asked(
        key="discord:1200000000000000001", at=NOW, account=WHO, command="pause"
    )


async def test_a_person_among_the_options_has_an_id_and_a_name(state: Any) -> None:  # noqa: ANN401 - as `state`
    bo = ARI | {"id": "2", "username": "bo", "global_name": None}
    data = {
        "name": "share",
        "options": [{"name": "person", "type": 6, "value": "2"}],
        "resolved": {"users": {"2": bo}},
    }
    given = interaction(state, 2, data)
    assert inbound.asked(given, NOW).options == {"person": "2", "called": "bo"}
    assert not inbound.names_a_bot(given)
    data["resolved"] = {"users": {"2": bo | {"bot": True}}}
    assert inbound.names_a_bot(interaction(state, 2, data))
    del data["resolved"]
    assert inbound.asked(interaction(state, 2, data), NOW).options["called"] == "2"


async def test_several_people_among_the_options_each_have_an_id_and_a_name(state: Any) -> None:  # noqa: ANN401 - as `state`
    bo = ARI | {"id": "2", "username": "bo", "global_name": None}
    cleo = ARI | {"id": "3", "username": "cleo", "global_name": "Cleo"}
    data = {
        "name": "circle",
        "options": [
            {"name": "person", "type": 6, "value": "2"},
            {"name": "person3", "type": 6, "value": "3"},
        ],
        "resolved": {"users": {"2": bo, "3": cleo}},
    }
    options = {"person": "2", "called": "bo", "person3": "3", "called3": "Cleo"}
    assert inbound.asked(interaction(state, 2, data), NOW).options == options


@pytest.mark.parametrize(
    "shell", [{"type": 18, "component": ...}, {"type": 1, "components": [...]}]
)
async def test_a_form_is_read_however_its_field_is_wrapped(
    state: Any,  # noqa: ANN401 - as `state`
    shell: dict[str, Any],
) -> None:
    field = {"type": 4, "custom_id": marks.FIELD, "value": "my words"}
    part = {key: field if value is ... else value for key, value in shell.items()}
    if "components" in part:
        part["components"] = [field]
    data = {"custom_id": "said:s.1.0", "components": [part]}
    said = inbound.filled_in(interaction(state, 5, data), NOW)
    assert said is not None
    assert (said.question, said.text.open_for("test")) == ("s.1.0", "my words")
    assert "my words" not in repr(said)


@pytest.mark.parametrize(
    "data", [{"custom_id": "said:s.1.0", "components": []}, {"custom_id": "x"}]
)
async def test_an_empty_form_is_nothing(state: Any, data: object) -> None:  # noqa: ANN401 - as `state`
    assert inbound.filled_in(interaction(state, 5, data), NOW) is None


async def test_typed_words_are_taken_by_their_own_id(state: Any) -> None:  # noqa: ANN401 - as `state`
    said = inbound.said(message(state), NOW)
    assert isinstance(said, Said)
    assert (said.key, said.account) == ("discord:1200000000000000007", WHO)
    assert said.text.open_for("test") == "hello"


@pytest.mark.parametrize("content", ["", "  "])
async def test_what_comes_without_words_is_an_empty_answer(state: Any, content: str) -> None:  # noqa: ANN401 - as `state`
    said = inbound.said(message(state, content=content), NOW)
    assert isinstance(said, Said)
    assert not said.text.open_for("test")


@pytest.mark.parametrize("more", [{"type": 7}, {"author": ARI | {"bot": True}}])
async def test_what_nobody_wrote_is_none(state: Any, more: dict[str, object]) -> None:  # noqa: ANN401 - as `state`
    assert inbound.said(message(state, **more), NOW) is None


async def test_who_was_taken_out_of_a_thread_has_left_it(state: Any) -> None:  # noqa: ANN401 - as `state`
    told: Iterator[Gone] = inbound.left(message(state, type=2, mentions=[ARI]), NOW, "room:one")
    (gone,) = told
    assert (gone.account, gone.place, gone.how) == (WHO, "room:one", "left")
    assert list(inbound.left(message(state), NOW, "room:one")) == []


# ── how it is drawn ──────────────────────────────────────────────────────────
@pytest.mark.parametrize("gap", ["\n\n", "\n", " ", ""])
def test_a_text_is_cut_where_it_hurts_least(gap: str) -> None:
    text = gap.join(["a" * 30] * 9)
    parts = drawing.pieces(text, 100)
    assert all(0 < len(part) <= 100 for part in parts)
    assert gap.join(parts) == text
    assert drawing.pieces("", 100) == [""]


def test_a_nonce_is_short_and_differs_for_each_part() -> None:
    made = [drawing.nonce(key, part) for part in range(3) for key in ("k" * 40, "k", "j" * 40)]
    assert len(set(made)) == 9
    assert all(len(each) <= drawing.NONCE for each in made)


async def test_everything_to_tap_keeps_within_discords_bounds() -> None:
    choices = tuple(ShownChoice(id=f"{n:0>90}", label="l" * 90) for n in range(70))
    asked = Shown(
        id="s.1.0",
        kind="question",
        to=WHO,
        place="dm",
        session="s",
        step="",
        text="?",
        preview="?",
        choices=choices,
        most=70,
        writes=True,
    )
    rows = drawing.rows(asked, lambda _: "w" * 200)
    assert len(rows) == 4
    parts: list[Any] = [item for row in rows for item in row]
    assert all(len(part.custom_id) <= 100 for part in parts)
    assert [part.max_values for part in parts[:-1]] == [25, 25, 20]
