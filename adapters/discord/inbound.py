"""What Discord tells us, as our Events. Pure: their object, the time and the place in.

Every key is made of Discord's own id of what happened, so that a thing which is told twice (by
the gateway and again by the history of the chat) is one event.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import discord

from adapters.discord import marks
from bot.model.event import DM, Asked, Chose, Gone, Met, Said
from bot.model.person import Account
from bot.model.private import Private

PLATFORM = "discord"
PERSON, TEXT = 6, 3  # kinds of options
CALLED = "called"  # beside "person": what Discord shows for that id


def account(user: discord.abc.User) -> Account:
    """Whoever acted, by the name that others see; a nickname on one server is not taken."""
    return Account(
        platform=PLATFORM, native=str(user.id), name=getattr(user, "global_name", None) or user.name
    )


def said(message: discord.Message, at: datetime, place: str = DM) -> Said | None:
    """What a person wrote. None where there are no words: in a thread they arrive empty.

    In a private chat, a picture or a voice message is an empty answer: it is not passed over.
    """
    text = _bare(message)
    if message.author.bot or message.type.value not in _WRITTEN:
        return None
    if not text and message.guild is not None:
        return None
    key = f"{PLATFORM}:{message.id}"
    return Said(key=key, at=at, account=account(message.author), place=place, text=Private(text))


_WRITTEN = frozenset({discord.MessageType.default.value, discord.MessageType.reply.value})


def left(message: discord.Message, at: datetime, place: str) -> Iterator[Gone]:
    """Who was taken out of a thread, or went. Discord says so by a message in it."""
    if message.type is discord.MessageType.recipient_remove:
        for user in message.mentions:
            key = f"{PLATFORM}:{message.id}:{user.id}"
            yield Gone(key=key, at=at, account=account(user), place=place, how="left")


def chose(interaction: discord.Interaction, at: datetime, place: str = DM) -> Chose | None:
    """A button or a list of ours. None where it is not, or where nothing was chosen."""
    data = _data(interaction)
    mark = marks.read(str(data.get("custom_id", "")))
    if mark is None or mark.verb not in {marks.PICK, marks.LIST}:
        return None
    picks = (mark.choice,) if mark.verb == marks.PICK else tuple(map(str, data.get("values", ())))
    if not any(picks):
        return None
    return Chose(
        key=f"{PLATFORM}:{interaction.id}",
        at=at,
        account=account(interaction.user),
        place=place,
        question=mark.key,
        choices=picks,
    )


def wants_to_write(interaction: discord.Interaction) -> str:
    """The key of the question whose form is asked for by a button; "" for anything else."""
    mark = marks.read(str(_data(interaction).get("custom_id", "")))
    return mark.key if mark and mark.verb == marks.WRITE else ""


def filled_in(interaction: discord.Interaction, at: datetime, place: str = DM) -> Said | None:
    """A form of ours that was handed in. None where it is not, or is empty."""
    mark = marks.read(str(_data(interaction).get("custom_id", "")))
    text = typed(interaction)
    if mark is None or mark.verb != marks.SAID or not text.strip():
        return None
    return Said(
        key=f"{PLATFORM}:{interaction.id}",
        at=at,
        account=account(interaction.user),
        place=place,
        text=Private(text),
        question=mark.key,
    )


def typed(interaction: discord.Interaction) -> str:
    """What stands in the form that was handed in, as it was typed; "" for anything else."""
    return next(_fields(_data(interaction).get("components", ())), "")


def asked(interaction: discord.Interaction, at: datetime, place: str = DM) -> Asked:
    """A slash command. In a thread of ours it is for the session of that thread."""
    data = _data(interaction)
    _, _, session = place.partition(":")
    return Asked(
        key=f"{PLATFORM}:{interaction.id}",
        at=at,
        account=account(interaction.user),
        place=place,
        command=str(data.get("name", "")),
        options=dict(_options(data)),
        session=session,
    )


def met(interaction: discord.Interaction, at: datetime, ours: Sequence[str]) -> Met:
    """Who acted, and which of our languages is theirs; the first of `ours` where none is."""
    said = str(interaction.locale)
    theirs = next((one for one in (said, said.partition("-")[0]) if one in ours), ours[0])
    key = f"{PLATFORM}:{interaction.id}:met"
    return Met(key=key, at=at, account=account(interaction.user), locale=theirs)


def names_a_bot(interaction: discord.Interaction) -> bool:
    """Whether the person who was named is none."""
    return any(user.get("bot") for user in _users(_data(interaction)).values())


def _data(interaction: discord.Interaction) -> Mapping[str, Any]:
    """The data as it came; empty where there is none."""
    data: Mapping[str, Any] | None = interaction.data
    return data or {}


def _options(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for option in data.get("options", ()):
        value = str(option.get("value", ""))
        yield str(option.get("name", "")), value
        if option.get("type") == PERSON:
            user = _users(data).get(value, {})
            called = str(option.get("name", "")).replace("person", CALLED)
            yield called, str(user.get("global_name") or user.get("username") or value)


def _users(data: Mapping[str, Any]) -> Mapping[str, Mapping[str, Any]]:
    users: Mapping[str, Mapping[str, Any]] = data.get("resolved", {}).get("users", {})
    return users


def _fields(parts: Any) -> Iterator[str]:  # noqa: ANN401 - JSON as it came
    """What was typed into the form, whichever way its field is wrapped."""
    for part in parts:
        inner = [part["component"]] if "component" in part else part.get("components", ())
        if part.get("custom_id") == marks.FIELD:
            yield str(part.get("value", ""))
        yield from _fields(inner)


def _bare(message: discord.Message) -> str:
    """The words without the mention of the bot that made them readable in a server."""
    if message.guild is None:
        return message.content.strip()
    return re.sub(_NAMED, "", message.content).strip()


_NAMED = re.compile(r"^\s*<@[!&]?\d+>[\s,:]*|[\s,:]*<@[!&]?\d+>[\s.!]*$")
