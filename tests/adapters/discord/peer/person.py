"""A person in front of Discord, for tests: what they do, and what is before their eyes."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

Ask = Callable[[str, dict[str, Any]], Awaitable[Any]]
Kind = TypeVar("Kind")


class Button(msgspec.Struct, kw_only=True):
    """A button under a message."""

    label: str
    custom_id: str | None
    url: str | None
    style: int
    disabled: bool


class Choice(msgspec.Struct, kw_only=True):
    """One entry of a list."""

    label: str
    value: str
    description: str | None = None


class Select(msgspec.Struct, kw_only=True):
    """A list to pick from."""

    kind: int  # 3: of texts, 5: of people
    custom_id: str
    placeholder: str | None
    least: int
    most: int
    disabled: bool
    options: list[Choice]


class Seen(msgspec.Struct, kw_only=True):
    """A message as one sees it. `text` holds all its words, those of a card line by line."""

    id: str
    author: str
    text: str
    card: bool  # made of Components V2
    ephemeral: bool
    thinking: bool  # deferred and not answered yet
    edited: bool
    buttons: list[Button]
    selects: list[Select]
    files: list[str]
    alts: list[str]  # of the files: what is read out
    embeds: list[dict[str, Any]]
    mentions: list[str]
    reply_to: str | None
    components: list[dict[str, Any]]  # as Discord holds them

    @property
    def labels(self) -> list[str]:
        """What the buttons say."""
        return [button.label for button in self.buttons]


class Ack(msgspec.Struct, kw_only=True):
    """How the app took what a person did.

    `how`: message, defer, defer-update, update, modal, choices, or nothing. `failed` is what
    the person reads when there was no answer within 3 seconds.
    """

    how: str
    type: int | None
    ms: float  # from the act to the acknowledgement
    delivered: int  # sessions of the bot that got it
    failed: str | None
    message: Seen | None  # the answer, or the message that was updated
    modal: dict[str, Any] | None
    choices: list[dict[str, Any]]


class Person:
    """One of them, by name. `place` is "dm", "#general", a thread's name, or an id.

    What no client would let a person do (a button that is not there, a field left empty)
    raises `Impossible`: the test is wrong, or the bot did not offer it.
    """

    def __init__(self, ask: Ask, name: str, number: int, home: int) -> None:
        self._ask = ask
        self.name = name
        self.id = number
        self._home = home

    async def _do(self, verb: str, kind: type[Kind], **said: Any) -> Kind:  # noqa: ANN401 - any JSON
        answer = await self._ask(f"people/{self.name}/{verb}", said)
        return msgspec.convert(answer, kind)

    async def slash(self, command: str, place: str = "dm", **options: object) -> Ack:
        """Use a command ("share" or "share now"); a person among the options by name."""
        return await self._do("slash", Ack, command=command, place=place, options=options)

    async def types(self, command: str, place: str = "dm", *, into: str, **options: object) -> Ack:
        """Begin to fill in the option `into`; `choices` are what the bot offers."""
        said = {"command": command, "place": place, "options": options, "focused": into}
        return await self._do("complete", Ack, **said)

    async def click(self, button: str, place: str = "dm", message: str | None = None) -> Ack:
        """Press the newest button with this label or custom_id."""
        return await self._do("click", Ack, button=button, place=place, message=message)

    async def choose(
        self, *values: str, place: str = "dm", which: str = "", message: str | None = None
    ) -> Ack:
        """Pick these from the newest list, or from that with the placeholder `which`."""
        said = {"values": values, "place": place, "list": which, "message": message}
        return await self._do("choose", Ack, **said)

    async def submit(self, values: Mapping[str, str | bool | Sequence[str]]) -> Ack:
        """Hand in the open modal, its fields by label. It stays open if nobody answers."""
        return await self._do("submit", Ack, values=values)

    async def modal(self) -> dict[str, Any]:
        """The modal that is open."""
        opened: dict[str, Any] = (await self._do("modal", dict[str, Any]))["modal"]
        return opened

    async def dismiss(self) -> None:
        """Close the modal without handing it in."""
        await self._do("dismiss", dict[str, Any])

    async def say(self, text: str, place: str = "dm", reply_to: str | None = None) -> Seen:
        """Write a message."""
        return await self._do("say", Seen, text=text, place=place, reply_to=reply_to)

    async def rewrites(self, message: str, text: str, place: str = "dm") -> Seen:
        """Edit a message of one's own."""
        return await self._do("rewrite", Seen, message=message, text=text, place=place)

    async def erases(self, message: str, place: str = "dm") -> None:
        """Delete a message of one's own."""
        await self._do("erase", dict[str, Any], message=message, place=place)

    async def sees(
        self, place: str = "dm", *, until: str = "", at_least: int = 0, seconds: float = 5.0
    ) -> list[Seen]:
        """All messages there, oldest first; empty where the person cannot look.

        Waits until one holds the text `until`, and until there are `at_least` so many.
        Raises `AssertionError` with what is there when that does not come within `seconds`.
        """
        said = {"place": place, "until": until, "at_least": at_least, "seconds": seconds}
        answer = await self._do("sees", dict[str, Any], **said)
        messages = msgspec.convert(answer["messages"], list[Seen])
        shown = "\n".join(f"  {each.author}: {each.text}" for each in messages)
        assert answer["in_time"], f"{self.name} waited in {place} for {until!r} and sees:\n{shown}"
        return messages

    async def reads(self, place: str = "dm", *, until: str = "", at_least: int = 0) -> list[str]:
        """The same as lines "author: text", so that a test reads like a transcript."""
        seen = await self.sees(place, until=until, at_least=at_least)
        return [f"{each.author}: {each.text}" for each in seen]

    async def places(self) -> dict[str, list[Seen]]:
        """Everything the person can open, with all that is in it."""
        answer = await self._do("places", dict[str, Any])
        return msgspec.convert(answer["places"], dict[str, list[Seen]])

    async def closes_dms(self) -> None:
        """Takes no messages from the server's members: the bot gets 50007."""
        await self._do("setting", dict[str, Any], dms_open=False)

    async def opens_dms(self) -> None:
        """Takes them again."""
        await self._do("setting", dict[str, Any], dms_open=True)

    async def blocks_the_bot(self, *, blocked: bool = True) -> None:
        """The bot gets 50007, whatever connects them."""
        await self._do("setting", dict[str, Any], blocked=blocked)

    async def installs_the_app(self, *, installed: bool = True) -> None:
        """Has it on their own account, so that it works where the bot is not."""
        await self._do("setting", dict[str, Any], installed=installed)

    async def speaks(self, locale: str) -> None:
        """Their language from now on, "de" or "en-GB"."""
        await self._do("setting", dict[str, Any], locale=locale)

    async def reloads(self) -> None:
        """Starts the client anew: what was ephemeral, and an open modal, are gone."""
        await self._do("reload", dict[str, Any])

    async def joins(self, guild: int | None = None) -> None:
        """Becomes a member, of the first server if no other is named."""
        await self._do("join", dict[str, Any], guild=str(guild or self._home))

    async def leaves(self, guild: int | None = None) -> None:
        """Goes from there."""
        await self._do("leave", dict[str, Any], guild=str(guild or self._home))
