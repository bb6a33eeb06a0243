"""Interactions: what a person does with the app, and how long it may be answered."""

import asyncio
import secrets
import time
from dataclasses import dataclass, field

from tests.adapters.discord.peer.plain import Json
from tests.adapters.discord.peer.refusals import Refused
from tests.adapters.discord.peer.world import World

ACKNOWLEDGE = 3_000  # ms within which the first answer must come
LIFE = 15 * 60 * 1000  # ms for which its token can be used
MESSAGE, DEFER, DEFER_UPDATE, UPDATE, CHOICES, MODAL = 4, 5, 6, 7, 8, 9  # kinds of answers
FOLLOWUPS = 5  # of an app that is only on the person's own account


@dataclass
class Interaction:
    """One of them."""

    id: int
    kind: int
    user: int
    channel: int
    guild: int
    born: float
    message: int = 0  # whose component it was
    by_user_install: bool = False  # the server itself does not have the app
    token: str = field(default_factory=lambda: secrets.token_urlsafe(64))
    metadata: Json = field(default_factory=dict)
    answer: int | None = None  # the kind of the first answer
    body: Json = field(default_factory=dict)  # of a modal or of choices
    original: int = 0  # the message that "@original" means
    followups: int = 0
    delivered: int = 0  # sessions that were connected
    started: float = field(default_factory=time.perf_counter)  # anew as it goes out on the wire
    ms: float = 0.0  # from there until the first answer came in
    answered: asyncio.Event = field(default_factory=asyncio.Event)

    def sent(self) -> None:
        """It goes out now."""
        self.started = time.perf_counter()


class Interactions:
    """All of them, by token."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_token: dict[str, Interaction] = {}
        self.modals: dict[int, Interaction] = {}  # person → whose answer is open before them

    def add(self, interaction: Interaction) -> None:
        """It may be answered from now on."""
        self._by_token[interaction.token] = interaction

    def age(self, interaction: Interaction) -> float:
        """Milliseconds since the person acted, by the peer's clock."""
        return self._world.clock.now() - interaction.born

    def to_answer(self, number: int, token: str) -> Interaction:
        """The one that waits for its first answer. Raises `Refused` when none does."""
        interaction = self._by_token.get(token)
        if interaction is None or interaction.id != number:
            raise Refused(10062)
        if interaction.answer is not None:
            raise Refused(40060)
        if self.age(interaction) > ACKNOWLEDGE:
            raise Refused(10062)
        return interaction

    def to_continue(self, app: int, token: str) -> Interaction:
        """The one whose token is used as a webhook. Raises `Refused` when it cannot be."""
        interaction = self._by_token.get(token)
        if app != self._world.app.id or interaction is None or interaction.answer is None:
            raise Refused(10015)
        if self.age(interaction) > LIFE:
            raise Refused(50027)
        return interaction

    def settle(self, interaction: Interaction, answer: int, arrived: float) -> None:
        """This was its first answer; it came in at `arrived`, by the performance counter."""
        interaction.answer = answer
        interaction.ms = (arrived - interaction.started) * 1000
        interaction.answered.set()

    def expire(self) -> None:
        """After the clock was advanced: whoever has waited too long is told so now."""
        for interaction in self._by_token.values():
            if interaction.answer is None and self.age(interaction) > ACKNOWLEDGE:
                interaction.answered.set()
